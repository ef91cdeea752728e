#include "engine/rewrite/rename.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "engine/fixer.h"
#include "engine/rewrite/file_facts.h"
#include "engine/rewrite/layout.h"

namespace py3k::engine {

namespace {

struct Dotted {
  std::string module;
  std::string name;
};

Dotted split(std::string_view dotted) {
  const std::size_t dot = dotted.rfind('.');
  if (dot == std::string_view::npos) return {"", std::string(dotted)};
  return {std::string(dotted.substr(0, dot)), std::string(dotted.substr(dot + 1))};
}

// One name in `from module import name as alias`.
struct Item {
  Node node;  // dotted_name or aliased_import
  Node name;  // the imported name's identifier or dotted name
  Node alias;
};

Item item_of(Node node) {
  if (node.is(Kind::kAliasedImport)) return {node, node.child(Field::kName), node.child(Field::kAlias)};
  return {node, node, {}};
}

class Renamer {
 public:
  Renamer(const std::vector<Rename>& renames, Context& context) : context_(context), names_(context.names()) {
    for (const Rename& rename : renames) {
      table_.emplace(rename.from, rename.to);
      last_parts_.insert(split(rename.from).name);
    }
  }

  void run() {
    for (Node node : context_.tree().root().descendants()) {
      if (node.is(Kind::kImportFromStatement)) import_from(node);
      if (node.is(Kind::kAttribute)) attribute(node);
    }
  }

 private:
  // What an attribute is renamed to. Most are told apart by their own name; to look up what each stands for would take the
  // square of the length of a chain of them.
  const std::string* new_name(Node attribute) const {
    if (!attribute.is(Kind::kAttribute) || !last_parts_.contains(attribute.child(Field::kAttribute).text())) return nullptr;
    return new_name(names_.qualified(attribute));
  }
  const std::string* new_name(std::string_view qualified) const {
    const auto found = table_.find(std::string(qualified));
    return found == table_.end() ? nullptr : &found->second;
  }

  // --- from module import name

  void import_from(Node statement) {
    const std::string module(statement.child(Field::kModuleName).text());
    std::vector<Item> mapped;
    std::set<std::string> staying;
    for (Node child : statement.children()) {
      if (child.field() != Field::kName) continue;
      const Item item = item_of(child);
      if (new_name(module + "." + std::string(item.name.text())) != nullptr) {
        mapped.push_back(item);
      } else {
        staying.insert(std::string((item.alias ? item.alias : item.name).text()));
      }
    }
    for (const Item& item : mapped) import_item(statement, item, module, staying);
  }

  void import_item(Node statement, const Item& item, const std::string& module, std::set<std::string>& staying) {
    const Dotted to = split(*new_name(module + "." + std::string(item.name.text())));
    const std::string old_local((item.alias ? item.alias : item.name).text());
    const bool can_rename_uses = !item.alias && uses_can_follow(item, to);
    const std::string new_local = can_rename_uses ? to.name : old_local;
    ChangeBuilder change = context_.change(item.node, old_message(item, to));
    const std::string spelled = item.alias || can_rename_uses ? to.name : to.name + " as " + old_local;
    if (to.module != module) {
      move_item(change, statement, item, to.module, item.alias ? to.name + " as " + old_local : spelled);
    } else if (!item.alias && staying.contains(new_local)) {
      change.replace(list_range(item.node), "");
    } else {
      change.set_text(item.name, spelled);
      staying.insert(new_local);
    }
    if (can_rename_uses && new_local != old_local) rename_uses(change, item, new_local);
    change.apply();
  }

  std::string old_message(const Item& item, const Dotted& to) const { return std::string(item.name.text()) + " -> " + to.name; }

  const Binding* binding_of(const Item& item) const {
    return names_.lookup((item.alias ? item.alias : item.name).text(), names_.scope_of(item.node));
  }

  // May everything that uses the old name use the new one? Not where the old one is exported or has other sources, nor where
  // the new one means something else already.
  bool uses_can_follow(const Item& item, const Dotted& to) const {
    const Binding* binding = binding_of(item);
    if (binding == nullptr) return false;
    for (const BindingSite& site : binding->sites) {
      const std::string* other = new_name(site.imported);
      if (site.kind != BindingKind::kImport || other == nullptr || split(*other).name != to.name) return false;
    }
    if (is_exported(item.name.text())) return false;
    if (!names_.is_used_anywhere(to.name) || to.name == item.name.text()) return true;
    // The new name may be there already, as long as it is the same thing wherever the old one is used.
    if (!names_.free_uses(to.name).empty()) return false;
    std::vector<Node> places = binding->uses;
    places.push_back(item.node);
    return std::all_of(places.begin(), places.end(), [&](Node use) {
      const Binding* there = names_.lookup(to.name, names_.scope_of(use));
      return there == nullptr || means(*there, to);
    });
  }

  bool means(const Binding& binding, const Dotted& to) const {
    const std::string target = to.module + "." + to.name;
    return std::all_of(binding.sites.begin(), binding.sites.end(), [&](const BindingSite& site) {
      const std::string* renamed = new_name(site.imported);
      return site.kind == BindingKind::kImport && (site.imported == target || (renamed != nullptr && *renamed == target));
    });
  }

  // Is the name listed in the module's __all__?
  bool is_exported(std::string_view name) const {
    const Binding* all = names_.lookup("__all__", names_.scope_of(context_.tree().root()));
    if (all == nullptr) return false;
    for (const BindingSite& site : all->sites) {
      for (Node node : site.statement.subtree()) {
        const std::string_view text = node.text();
        if (node.is(Kind::kString) && text.size() == name.size() + 2 && text.substr(1, name.size()) == name) return true;
      }
    }
    return false;
  }

  void rename_uses(ChangeBuilder& change, const Item& item, const std::string& new_local) {
    const Binding* binding = binding_of(item);
    if (!renamed_.insert(binding).second) return;  // with an earlier import of the same name
    for (Node use : binding->uses) change.set_text(use, new_local);
  }

  // An item of a list of names, with the comma that goes with it.
  static ByteRange list_range(Node item) {
    Node next = item.next();
    if (next.is(Kind::kTokenComma) && next.next().field() == Field::kName) return {item.start(), next.next().start()};
    const Node before = item.previous();
    return {before.is(Kind::kTokenComma) ? before.start() : item.start(), item.end()};
  }

  static std::size_t item_count(Node statement) {
    std::size_t count = 0;
    for (Node child : statement.children()) count += child.field() == Field::kName ? 1 : 0;
    return count;
  }

  void move_item(ChangeBuilder& change, Node statement, const Item& item, const std::string& module, const std::string& spelled) {
    if (item_count(statement) == 1) {
      change.set_text(statement.child(Field::kModuleName), module);
      change.set_text(item.alias ? item.node : item.name, spelled);
      return;
    }
    change.replace(list_range(item.node), "");
    change.insert_after(statement, "from " + module + " import " + spelled);
  }

  // --- module.name

  void attribute(Node node) {
    if (node.field() == Field::kObject && new_name(node.parent()) != nullptr) return;
    const std::string* target = new_name(node);
    if (target == nullptr) return;
    const std::string from = names_.qualified(node);
    const Dotted to = split(*target);
    ChangeBuilder change = context_.change(node);
    if (to.module == split(from).module) {
      change.set_text(node.child(Field::kAttribute), to.name);
    } else {
      change.replace(node, *target).need_import(to.module);
    }
    change.apply();
  }

  Context& context_;
  const Names& names_;
  std::map<std::string, std::string> table_;
  std::set<std::string, std::less<>> last_parts_;
  std::set<const Binding*> renamed_;
};

}  // namespace

void apply_renames(const std::vector<Rename>& renames, Context& context) { Renamer(renames, context).run(); }

}  // namespace py3k::engine
