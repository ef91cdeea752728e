#include "engine/rewrite/rename.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "engine/fixer.h"
#include "engine/rewrite/file_facts.h"
#include "engine/syntax/string_literal.h"

namespace py3k::engine {

namespace {

struct Dotted {
  std::string module;
  std::string name;
  std::string joined() const { return module + "." + name; }
};

Dotted split(std::string_view dotted) {
  const std::size_t dot = dotted.rfind('.');
  if (dot == std::string_view::npos) return {"", std::string(dotted)};
  return {std::string(dotted.substr(0, dot)), std::string(dotted.substr(dot + 1))};
}

// One name of `from module import name as alias`.
struct Item {
  Node statement;
  Node node;   // the dotted_name or aliased_import
  Node name;   // what is imported
  Node alias;  // empty where there is none
  Dotted from;
  std::optional<Dotted> to;  // where it moved
  const Binding* binding = nullptr;
  std::string spelled = {};  // what will stand there: "smart_str as smart_unicode"
  bool is_repeated = false;  // the same is imported further up in this suite already

  std::string local() const { return std::string((alias ? alias : name).text()); }
  bool moves() const { return to && to->module != from.module; }
};

Item item_of(Node statement, Node node, std::string module) {
  Item item{.statement = statement, .node = node, .name = node, .alias = {}, .from = {std::move(module), ""}};
  if (node.is(Kind::kAliasedImport)) {
    item.name = node.child(Field::kName);
    item.alias = node.child(Field::kAlias);
  }
  item.from.name = item.name.text();
  return item;
}

// Sets of items that have to change together.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t item) const {
    while (parent_[item] != item) item = parent_[item];
    return item;
  }
  void join(std::size_t a, std::size_t b) { parent_[std::max(find(a), find(b))] = std::min(find(a), find(b)); }

 private:
  std::vector<std::size_t> parent_;
};

class Renamer {
 public:
  Renamer(const std::vector<Rename>& renames, Context& context) : context_(context), names_(context.names()) {
    for (const Rename& rename : renames) {
      table_.emplace(rename.from, rename.to);
      last_parts_.insert(split(rename.from).name);
      target_modules_.insert(split(rename.to).module);
    }
  }

  void run() {
    for (Node node : context_.tree().root().descendants()) {
      if (node.is(Kind::kImportFromStatement)) collect(node);
      if (node.is(Kind::kAttribute)) attribute(node);
    }
    for (Item& item : items_)
      if (item.to) item.spelled = spelling(item);
    change_imports();
    for (const Names::StarImport& star : names_.star_imports()) rename_from_star(star);
  }

 private:
  const std::string* new_name(std::string_view qualified) const {
    const auto found = table_.find(qualified);
    return found == table_.end() ? nullptr : &found->second;
  }
  // What an attribute is renamed to. Most are told apart by their own name; to look up what each stands for would take
  // the square of the length of a chain of them.
  const std::string* new_name(Node attribute) const {
    if (!attribute.is(Kind::kAttribute) || !last_parts_.contains(attribute.child(Field::kAttribute).text()))
      return nullptr;
    return new_name(names_.qualified(attribute));
  }

  // --- from module import name

  void collect(Node statement) {
    const Node module = statement.child(Field::kModuleName);
    if (!module.is(Kind::kDottedName)) return;
    std::string path;
    for (Node part : module.children()) path += part.text();
    if (context_.implicit_imports().is_relative(path)) return;
    const std::size_t before = items_.size();
    bool any = false;
    for (Node child : statement.children()) {
      if (child.field() != Field::kName) continue;
      Item item = item_of(statement, child, path);
      if (const std::string* target = new_name(item.from.joined())) item.to = split(*target);
      item.binding = names_.lookup(item.local(), names_.scope_of(child));
      any = any || item.to;
      items_.push_back(std::move(item));
    }
    // Those of a module that things move to matter as well: what they import need not be imported again.
    if (!any && !target_modules_.contains(path)) items_.resize(before);
  }

  std::string spelling(const Item& item) const {
    const std::string local = uses_follow(item) ? item.to->name : item.local();
    return local == item.to->name ? local : item.to->name + " as " + local;
  }

  // Does everything that uses the old name use the new one? Not where the old one is exported or has other sources, nor
  // where the new one means something else already.
  bool uses_follow(const Item& item) const {
    if (item.alias || item.binding == nullptr || is_exported(item)) return false;
    for (const BindingSite& site : item.binding->sites) {
      const std::string* other = new_name(site.imported);
      const bool aliased = site.node.parent().is(Kind::kAliasedImport);
      if (site.kind != BindingKind::kImport || aliased || other == nullptr || *other != item.to->joined()) return false;
    }
    if (item.to->name == item.from.name || !names_.is_used_anywhere(item.to->name)) return true;
    if (!names_.free_uses(item.to->name).empty()) return false;
    std::vector<Node> places = item.binding->uses;
    places.push_back(item.node);
    return std::all_of(places.begin(), places.end(), [&](Node place) { return is_free_for(*item.to, place); });
  }

  // The new name may be there already, as long as it is the same thing.
  bool is_free_for(const Dotted& to, Node place) const {
    const Binding* there = names_.lookup(to.name, names_.scope_of(place));
    if (there == nullptr) return true;
    return std::all_of(there->sites.begin(), there->sites.end(), [&](const BindingSite& site) {
      const std::string* renamed = new_name(site.imported);
      return site.kind == BindingKind::kImport && (renamed != nullptr ? *renamed : site.imported) == to.joined();
    });
  }

  // Do others import the name from this module? So says __all__, and so it is in modules whose purpose that is.
  bool is_exported(const Item& item) const {
    const std::string& path = context_.facts().path;
    const std::string_view file = std::string_view(path).substr(path.rfind('/') + 1);
    const bool gathers = file == "__init__.py" || file.find("compat") != std::string_view::npos;
    if (item.binding->scope->kind != ScopeKind::kModule) return false;
    if (gathers && item.binding->uses.empty()) return true;
    const Binding* all = names_.lookup("__all__", names_.scope_of(context_.tree().root()));
    if (all == nullptr) return false;
    for (const BindingSite& site : all->sites) {
      for (Node node : site.statement.subtree())
        if (node.is(Kind::kString) && StringLiteral(node).body() == item.name.text()) return true;
    }
    return false;
  }

  void change_imports() {
    Groups groups(items_.size());
    std::map<std::tuple<std::uint32_t, std::string, std::string>, std::size_t> seen;  // suite, module, spelling
    for (std::size_t i = 0; i < items_.size(); ++i) {
      Item& item = items_[i];
      const std::string module = item.to ? item.to->module : item.from.module;
      const std::string spelled = item.to ? item.spelled : std::string(item.node.text());
      const auto [earlier, is_new] = seen.try_emplace({item.statement.parent().index(), module, spelled}, i);
      item.is_repeated = !is_new && item.to;
      if (item.is_repeated && items_[earlier->second].to) groups.join(i, earlier->second);
      for (std::size_t j = 0; j < i; ++j) {
        const Item& other = items_[j];
        if (!item.to || !other.to) continue;
        const bool move_together =
            item.moves() && other.moves() && item.statement == other.statement && item.to->module == other.to->module;
        if (move_together || (item.binding != nullptr && item.binding == other.binding)) groups.join(i, j);
      }
    }
    std::map<std::size_t, std::vector<const Item*>> by_group;
    for (std::size_t i = 0; i < items_.size(); ++i)
      if (items_[i].to) by_group[groups.find(i)].push_back(&items_[i]);
    for (const auto& [first, group] : by_group) change_group(group);
  }

  void change_group(const std::vector<const Item*>& group) {
    std::string message;
    for (const Item* item : group) {
      const std::string one = item->from.name + " -> " + item->to->name;
      if (message.find(one) == std::string::npos) message += (message.empty() ? "" : ", ") + one;
    }
    ChangeBuilder change = context_.change(group.front()->node, message);
    std::set<std::uint32_t> moved;
    std::set<const Binding*> renamed;
    for (const Item* item : group) {
      if (!item->moves()) {
        item->is_repeated ? void(change.remove(item->node)) : respell(change, *item);
      } else if (moved.insert(item->statement.index()).second) {
        move(change, *item, group);
      }
      const bool follows =
          item->binding != nullptr && !item->alias && item->spelled == item->to->name && item->local() != item->spelled;
      if (!follows || !renamed.insert(item->binding).second) continue;
      for (Node use : item->binding->uses) change.set_text(use, item->spelled);
    }
    change.apply();
  }

  static void respell(ChangeBuilder& change, const Item& item) {
    const bool keeps_alias = item.alias && item.spelled != item.to->name;
    if (keeps_alias) {
      change.set_text(item.name, item.to->name);
    } else if (item.node.text() != item.spelled) {
      change.set_text(item.node, item.spelled);
    }
  }

  // All items of one statement that go to one module: the statement changes its module if these are all it has,
  // otherwise they get a statement of their own.
  void move(ChangeBuilder& change, const Item& first, const std::vector<const Item*>& group) {
    std::vector<const Item*> moving;
    for (const Item* item : group)
      if (item->statement == first.statement && item->moves() && item->to->module == first.to->module)
        moving.push_back(item);
    const auto all = std::count_if(items_.begin(), items_.end(),
                                   [&](const Item& item) { return item.statement == first.statement; });
    const bool repeats = std::any_of(moving.begin(), moving.end(), [](const Item* item) { return item->is_repeated; });
    if (static_cast<std::size_t>(all) == moving.size() && !repeats) {
      change.set_text(first.statement.child(Field::kModuleName), first.to->module);
      for (const Item* item : moving) respell(change, *item);
      return;
    }
    std::string names;
    for (const Item* item : moving) {
      change.remove(item->node);
      if (!item->is_repeated) names += (names.empty() ? "" : ", ") + item->spelled;
    }
    if (!names.empty()) change.insert_after(first.statement, "from " + first.to->module + " import " + names);
  }

  // --- from module import *

  void rename_from_star(const Names::StarImport& star) {
    for (const auto& [from, target] : table_) {
      const Dotted old = split(from);
      const Dotted to = split(target);
      if (old.module != star.module || to.module != star.module) continue;
      for (Node use : names_.free_uses(old.name))
        if (names_.lookup(to.name, names_.scope_of(use)) == nullptr) context_.set_text(use, to.name);
    }
  }

  // --- module.name

  void attribute(Node node) {
    if (node.field() == Field::kObject && new_name(node.parent()) != nullptr) return;
    const std::string* target = new_name(node);
    if (target == nullptr) return;
    const Dotted to = split(*target);
    ChangeBuilder change = context_.change(node);
    if (to.module == split(names_.qualified(node)).module) {
      change.set_text(node.child(Field::kAttribute), to.name);
    } else {
      change.replace(node, change.import_for(node, to.module) + "." + to.name);
    }
    change.apply();
  }

  Context& context_;
  const Names& names_;
  std::map<std::string, std::string, std::less<>> table_;
  std::set<std::string, std::less<>> last_parts_;
  std::set<std::string, std::less<>> target_modules_;
  std::vector<Item> items_;  // of all from-imports that matter, in source order
};

}  // namespace

void apply_renames(const std::vector<Rename>& renames, Context& context) { Renamer(renames, context).run(); }

}  // namespace py3k::engine
