#include "engine/rewrite/rename.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "engine/fixer.h"
#include "engine/rewrite/file_facts.h"
#include "engine/rewrite/rename_table.h"
#include "engine/rewrite/taken_binding.h"
#include "engine/run/taken_names.h"

namespace py3k::engine {

namespace {

// One name of `from module import name as alias`.
struct Item {
  Node statement;
  Node node;   // the dotted_name or aliased_import
  Node name;   // what is imported
  Node alias;  // empty where there is none
  Dotted from;
  std::optional<Dotted> to;  // where it moved
  std::optional<MovedTo> target;
  std::vector<std::pair<Node, std::string>> new_uses = {};  // what stands for its uses
  const Binding* binding = nullptr;
  std::string assigned =
      {};                    // the statement that stands for it, where nothing can be imported: "NoneType = type(None)"
  std::string spelled = {};  // what will stand there: "smart_str as smart_unicode"; empty: it goes
  bool is_repeated = false;  // the same is imported further up in this suite already

  std::string local() const { return std::string((alias ? alias : name).text()); }
  bool moves() const { return to && to->module != from.module; }
};

Item item_of(Node statement, Node node, std::string module) {
  Item item{.statement = statement,
            .node = node,
            .name = node,
            .alias = {},
            .from = {std::move(module), ""},
            .to = {},
            .target = {}};
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
  Renamer(const RenameTable& table, const std::unordered_set<std::uint32_t>& gone, Context& context)
      : table_(table), gone_(gone), context_(context), names_(context.names()) {}

  void run() {
    for (Node node : context_.tree().root().descendants()) {
      if (node.is(Kind::kImportFromStatement) && !gone_.contains(node.index())) collect(node);
      if (node.is(Kind::kAttribute)) attribute(node);
    }
    for (Item& item : items_)
      if (item.to) decide(item);
    change_imports();
    for (const Names::StarImport& star : names_.star_imports()) star_import(star);
    for (const MoveIndex::Thing* thing : table_.free_things()) rename_free(thing->from);
  }

 private:
  using Report = std::pair<Node, std::string>;

  // Where an attribute moved. Most are told apart by their own name; to look up what each stands for would take the
  // square of the length of a chain of them.
  std::optional<MovedTo> target_of(Node attribute) const {
    if (!attribute.is(Kind::kAttribute) || !table_.is_last_part(attribute.child(Field::kAttribute).text())) return {};
    // A name that nothing binds can only be the module: `sys.maxint` in a file that forgot to import it.
    std::string qualified = names_.qualified(attribute);
    if (qualified.starts_with("__builtin__.") && qualified.find('.', 12) != std::string::npos) qualified.erase(0, 12);
    const Dotted parts = split_dotted(qualified);
    // These go with their module's import.
    if (parts.module.empty() || parts.module == "__builtin__" || table_.module(parts.module).move != nullptr) return {};
    auto target = table_.attribute(parts.module, parts.name);
    if (!target) target = target_through(parts);
    if (target) target = table_.at_use(*target, attribute);
    return target;
  }

  // `util.itertools.imap`, where util is a module of the project that imports itertools. Of a module that moved, util
  // keeps the name.
  std::optional<MovedTo> target_through(const Dotted& parts) const {
    const Dotted through = split_dotted(parts.module);
    const Project* project = context_.project();
    if (through.module.empty() || project == nullptr || table_.module(through.name).move != nullptr) return {};
    auto target = table_.attribute(through.name, parts.name);
    if (!target) return {};
    const Home home = project->home_of(context_.facts().path);
    if (!project->taken_names().is_module_in(home, through.module, through.name)) return {};
    return target;
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
    const MovedModule moved = table_.module(path);
    if (is_ambiguous(moved) && !context_.may_be_python2(statement)) return;
    for (Node child : statement.children()) {
      if (child.field() != Field::kName) continue;
      Item item = item_of(statement, child, path);
      item.target = table_.imported(path, item.from.name);
      if (item.target && !item.target->is_gone()) item.to = item.target->to;
      // `from urllib import parse`
      const auto& parts = moved.move != nullptr ? moved.move->parts : std::vector<std::string>();
      const bool is_part = std::find(parts.begin(), parts.end(), item.from.joined()) != parts.end();
      const bool is_gone = moved.move != nullptr ? !is_part : item.target.has_value();
      if (item.target && item.target->is_gone() && context_.plan().replaces(child)) continue;  // a fixer had a way on
      if (!item.to && is_gone && !has_fallback(statement))
        report_gone(item, item.target ? *item.target->fixer : *moved.fixer, moved.move);
      item.binding = names_.lookup(item.local(), names_.scope_of(child));
      any = any || item.to;
      items_.push_back(std::move(item));
    }
    // Those of a module that things move to matter as well: what they import need not be imported again.
    if (!any && !table_.moves_into(path)) items_.resize(before);
  }

  // Has Python 3 another module of that name?
  static bool is_ambiguous(const MovedModule& moved) { return moved.move != nullptr && moved.move->needs_evidence; }

  void report_gone(const Item& item, const Fixer& fixer, const ModuleMove* move = nullptr) {
    std::string note = item.target && item.target->rename != nullptr ? item.target->rename->note : "";
    if (note.empty() && move != nullptr) note = move->note;
    if (note.empty()) note = item.from.joined() + " is gone in Python 3; there is nothing in its place";
    context_.set_fixer(fixer);
    context_.report(item.node, note);
  }

  void decide(Item& item) {
    if (item.target->is_builtin() && item.from.module != "__builtin__") return decide_builtin(item);
    const bool follows = uses_follow(item);
    const bool chooses = item.target->rename != nullptr && item.target->rename->to_at && item.binding != nullptr;
    std::vector<std::string> names;
    if (chooses && has_one_meaning(item) && !is_taken(context_, *item.binding)) {
      for (Node use : item.binding->uses) {
        const Dotted to = table_.at_use(*item.target, use).to;
        if (std::find(names.begin(), names.end(), to.name) == names.end()) names.push_back(to.name);
        if (!item.alias) item.new_uses.emplace_back(use, to.name);
      }
    }
    if (names.size() == 1) item.to->name = names.front();
    if (names.size() > 1 && !item.alias && follows) {
      std::sort(names.begin(), names.end());
      for (const std::string& name : names) item.spelled += (item.spelled.empty() ? "" : ", ") + name;
      return;
    }
    const std::string local = follows ? item.to->name : item.local();
    item.spelled = local == item.to->name ? local : item.to->name + " as " + local;
    if (!follows) item.new_uses.clear();
    if (follows && item.new_uses.empty() && local != item.local())
      for (Node use : item.binding->uses) item.new_uses.emplace_back(use, local);
  }

  // What is a builtin now need not be imported, unless the name is to be had from here, or has other sources.
  void decide_builtin(Item& item) {
    const bool is_own = item.binding != nullptr && item.binding->scope->kind != ScopeKind::kClass;
    if (is_own && has_one_meaning(item) && !is_taken(context_, *item.binding)) {
      bool known = true;
      for (Node use : item.binding->uses) {
        MovedTo target = table_.at_use(*item.target, use);
        if (target.to.module == item.from.module) return stay(item);
        // Where the old name is the new one's, it is bound no longer.
        std::string spelling = item.local() == target.to.name ? target.to.name : table_.spell_builtin(target, use);
        known = known && !spelling.empty();
        item.new_uses.emplace_back(use, std::move(spelling));
      }
      if (known) return;
      item.new_uses.clear();
    }
    if (item.target->is_plain_name()) {
      const std::string local = item.local();
      item.spelled = local == item.to->name ? local : item.to->name + " as " + local;
      return;
    }
    const std::string value = table_.spell_builtin(*item.target, item.node);
    const bool is_own_statement = item.statement.parent().is_any(Kind::kModule, Kind::kBlock);
    if (is_own_statement && !value.empty() && !context_.keeps_python2()) {
      item.assigned = item.local() + " = " + value;
      return;
    }
    item.to.reset();
    context_.set_fixer(*item.target->fixer);
    context_.report(item.node, item.from.joined() + " can't be imported in Python 3; put `" + item.local() + " = " +
                                   item.target->to.name + "` in its place");
  }

  // A use of it is for another fixer, which may not be there.
  void stay(Item& item) {
    item.to.reset();
    item.new_uses.clear();
    context_.set_fixer(*item.target->fixer);
    context_.report(item.node, item.from.joined() + " stays as long as something that is for another fixer needs it");
  }

  // Do imports of this same thing alone bind the name?
  bool has_one_meaning(const Item& item) const {
    const std::string meaning = item.target->to.joined();
    return std::all_of(item.binding->sites.begin(), item.binding->sites.end(), [&](const BindingSite& site) {
      return site.kind == BindingKind::kImport && table_.after(site.imported) == meaning;
    });
  }

  // Does everything that uses the old name use the new one? Not where the old one is exported or has other sources, nor
  // where the new one means something else already.
  bool uses_follow(const Item& item) const {
    if (item.alias || item.binding == nullptr || !has_one_meaning(item)) return false;
    for (const BindingSite& site : item.binding->sites)
      if (site.node.parent().is(Kind::kAliasedImport)) return false;
    if (item.to->name == item.from.name) return true;
    if (is_taken(context_, *item.binding)) return false;
    if (!names_.is_used_anywhere(item.to->name)) return true;
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
      return site.kind == BindingKind::kImport && table_.after(site.imported) == to.joined();
    });
  }

  void change_imports() {
    Groups groups(items_.size());
    // What stays further on in a statement: `from os import getcwdu, getcwd`.
    std::set<std::tuple<std::uint32_t, std::string, std::string>> stays;
    for (const Item& item : items_)
      if (!item.to) stays.emplace(item.statement.index(), item.from.module, item.node.text());
    std::map<std::tuple<std::uint32_t, std::string, std::string>, std::size_t> seen;  // suite, module, spelling
    std::map<std::pair<std::uint32_t, std::string>, std::size_t> moving;              // statement, module
    std::unordered_map<const Binding*, std::size_t> binding;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      Item& item = items_[i];
      const std::string module = item.to ? item.to->module : item.from.module;
      const std::string spelled = item.to ? item.spelled : std::string(item.node.text());
      const std::string key = spelled.empty() ? "-" + std::to_string(i) : spelled;  // what goes is never the same
      const auto [earlier, is_new] = seen.try_emplace({item.statement.parent().index(), module, key}, i);
      const bool is_earlier = !is_new && item.to;
      item.is_repeated = is_earlier || (item.to && stays.contains({item.statement.index(), module, key}));
      if (is_earlier && items_[earlier->second].to) groups.join(i, earlier->second);
      if (!item.to) continue;
      // What moves together, and what binds the same.
      if (item.moves()) groups.join(i, moving.try_emplace({item.statement.index(), item.to->module}, i).first->second);
      if (item.binding != nullptr) groups.join(i, binding.try_emplace(item.binding, i).first->second);
    }
    std::map<std::size_t, std::vector<const Item*>> by_group;
    for (std::size_t i = 0; i < items_.size(); ++i)
      if (items_[i].to) by_group[groups.find(i)].push_back(&items_[i]);
    for (const auto& [first, group] : by_group) change_group(group);
  }

  void change_group(const std::vector<const Item*>& group) {
    std::string message;
    std::set<std::string> told;
    for (const Item* item : group) {
      const std::string one = item->from.name + " -> " + item->to->name;
      const std::string text = item->from.name == item->to->name ? item->from.module + " -> " + item->to->module : one;
      if (told.insert(text).second) message += (message.empty() ? "" : ", ") + text;
    }
    context_.set_fixer(*group.front()->target->fixer);
    ChangeBuilder change = context_.change(group.front()->node, message);
    for (const Item* item : group)
      if (is_ambiguous(table_.module(item->from.module))) change.if_python2(Repeats::kYes);
    std::set<std::pair<std::uint32_t, std::string>> moved;
    std::set<const Binding*> renamed;
    std::vector<Report> reports;
    for (const Item* item : group) {
      if (item->is_repeated || item->spelled.empty()) {
        change.remove(item->node);
        if (!item->assigned.empty()) change.insert_after(item->statement, item->assigned);
        if (needs_builtins(item->assigned)) change.need_import("builtins");
      } else if (!item->moves()) {
        respell(change, *item);
      } else if (moved.emplace(item->statement.index(), item->to->module).second) {
        move(change, *item, group);
      }
      if (item->binding == nullptr || !renamed.insert(item->binding).second) continue;
      const Rename* rename = item->target->rename;
      for (const auto& [use, text] : item->new_uses) put_use(change, use, text);
      for (Node use : item->binding->uses) {
        if (rename != nullptr && rename->with_use) rename->with_use(change, use);
        if (rename != nullptr && !rename->note.empty()) reports.emplace_back(use, rename->note);
      }
    }
    change.apply();
    for (const auto& [node, note] : reports) context_.report(node, note);
  }

  static void put_use(ChangeBuilder& change, Node use, const std::string& text) {
    if (needs_builtins(text)) change.need_import("builtins");
    if (text.find_first_of("(.") != std::string::npos) {
      change.replace(use, text);
    } else if (use.text() != text) {
      change.set_text(use, text);
    }
  }

  static void respell(ChangeBuilder& change, const Item& item) {
    const bool keeps_alias = item.alias && item.spelled != item.to->name;
    if (keeps_alias) {
      change.set_text(item.name, item.to->name);
    } else if (item.node.text() != item.spelled) {
      change.set_text(item.node, item.spelled);
    }
  }

  // All items of one statement that go to one module: the statement changes its module if all others leave it as well,
  // and these are the first; otherwise they get a statement of their own.
  void move(ChangeBuilder& change, const Item& first, const std::vector<const Item*>& group) {
    std::vector<const Item*> moving;
    for (const Item* item : group) {
      const bool along = item->statement == first.statement && item->moves() && item->to->module == first.to->module;
      if (along && !item->spelled.empty() && !item->is_repeated) moving.push_back(item);
    }
    if (takes_over(first)) {
      change.set_text(first.statement.child(Field::kModuleName), first.to->module);
      for (const Item* item : moving) respell(change, *item);
      return;
    }
    std::string names;
    for (const Item* item : moving) {
      change.remove(item->node);
      names += (names.empty() ? "" : ", ") + item->spelled;
    }
    if (!names.empty()) change.insert_after(first.statement, "from " + first.to->module + " import " + names);
  }

  // Do all names leave the statement, this one as the first of those that are imported from elsewhere?
  bool takes_over(const Item& first) const {
    const Item* taker = nullptr;
    for (const Item& item : items_) {
      if (item.statement != first.statement) continue;
      if (!item.to || !item.moves()) return false;
      if (item.is_repeated || item.spelled.empty()) continue;
      if (taker == nullptr) taker = &item;
    }
    return taker == &first;
  }

  // --- from module import *

  void star_import(const Names::StarImport& star) {
    const MovedModule moved = table_.module(star.module);
    const Node statement = star.node.parent();
    if (moved.move == nullptr || !moved.move->to.empty()) keep_for_takers(star, moved);
    keep_for_uses(star, moved);
    if (moved.move == nullptr || gone_.contains(statement.index())) return rename_from_star(star);
    context_.set_fixer(*moved.fixer);
    if (!moved.move->note.empty()) context_.report(star.node, moved.move->note);
    if (!moved.move->to.empty()) {
      ChangeBuilder change = context_.change(star.node, star.module + " -> " + moved.move->to);
      if (is_ambiguous(moved)) change.if_python2(Repeats::kYes);
      change.set_text(statement.child(Field::kModuleName), moved.move->to).apply();
      return;
    }
    split_star(star, *moved.move);
  }

  bool is_taken_of(const Names::StarImport& star, const std::string& name) const {
    if (names_.lookup(name, names_.scope_of(context_.tree().root())) != nullptr) return false;
    return names_.scope_of(star.node).kind == ScopeKind::kModule && is_taken(context_, name);
  }

  // Does the file use what the star has no longer, and another module has? Uses of builtins are renamed.
  bool is_used_elsewhere(const Names::StarImport& star, const MovedModule& moved, const MovedTo& target,
                         const std::string& name) const {
    const bool is_elsewhere = !target.is_gone() && !target.is_builtin() && target.to.module != star.module;
    return moved.move == nullptr && is_elsewhere && !names_.free_uses(name).empty() &&
           names_.scope_of(star.node).kind == ScopeKind::kModule;
  }

  // What the file itself uses of the star, and it has no longer.
  void keep_for_uses(const Names::StarImport& star, const MovedModule& moved) {
    for (const MoveIndex::Thing* thing : table_.things_of(star.module)) {
      const Dotted& old = thing->from;
      const auto target = table_.imported(old.module, old.name);
      if (!target) continue;
      context_.set_fixer(*thing->fixer);
      const std::vector<Node>& uses = names_.free_uses(old.name);
      if (target->is_gone()) {
        for (Node use : uses)
          if (!context_.plan().replaces(use)) context_.report(use, thing->rename->note);
      }
      if (!is_used_elsewhere(star, moved, *target, old.name)) continue;
      const std::string as = target->to.name == old.name ? "" : " as " + old.name;
      ChangeBuilder change = context_.change(star.node, old.joined() + " -> " + target->to.joined());
      change.insert_after(star.node.parent(), "from " + target->to.module + " import " + target->to.name + as);
      for (Node use : uses) {
        if (thing->rename->with_use) thing->rename->with_use(change, use);
        if (!thing->rename->note.empty()) context_.report(use, thing->rename->note);
      }
      change.apply();
    }
  }

  // What other files take of the star, and it has no longer.
  void keep_for_takers(const Names::StarImport& star, const MovedModule& moved) {
    const std::string now = moved.move != nullptr ? moved.move->to : star.module;
    std::string lines;
    for (const MoveIndex::Thing* thing : table_.things_of(star.module)) {
      const Dotted& old = thing->from;
      const auto target = table_.imported(old.module, old.name);
      if (!target || target->is_gone() || (target->to.module == now && target->to.name == old.name)) continue;
      if (is_used_elsewhere(star, moved, *target, old.name) || !is_taken_of(star, old.name)) continue;
      context_.set_fixer(*thing->fixer);
      const std::string& name = target->to.name;
      // Under Python 2.7 there is nothing to keep.
      if (context_.keeps_python2()) continue;
      lines += (lines.empty() ? "" : "\n") +
               (!target->is_plain_name()
                    ? old.name + " = " + name
                    : "from " + target->to.module + " import " + name + (name == old.name ? "" : " as " + old.name));
    }
    if (lines.empty()) return;
    context_.change(star.node, "what other files take from here stays").insert_after(star.node.parent(), lines).apply();
  }

  // A module that was split up: what is used of it is imported by name.
  void split_star(const Names::StarImport& star, const ModuleMove& move) {
    std::map<std::string, std::string> names;  // by module
    for (const MoveIndex::Thing* thing : table_.things_of(star.module)) {
      const Dotted& old = thing->from;
      const auto target = table_.imported(old.module, old.name);
      if (!target || target->is_gone()) continue;
      if (names_.free_uses(old.name).empty() && !is_taken_of(star, old.name)) continue;
      std::string& list = names[target->to.module];
      list += (list.empty() ? "" : ", ") + target->to.name + (target->to.name == old.name ? "" : " as " + old.name);
    }
    std::string lines;
    for (const auto& [module, list] : names)
      lines += (lines.empty() ? "" : "\n") + ("from " + module + " import " + list);
    if (lines.empty() || context_.facts().path.ends_with("__init__.py")) {
      std::string parts;
      for (const std::string& part : move.parts) parts += (parts.empty() ? "" : ", ") + part;
      context_.report(star.node,
                      star.module + " is several modules now: " + parts + "; import the names that are needed");
      return;
    }
    const Node statement = star.node.parent();
    context_.change(star.node, star.module + " -> the names that are used")
        .insert_after(statement, lines)
        .remove(statement)
        .apply();
  }

  void rename_from_star(const Names::StarImport& star) {
    for (const MoveIndex::Thing* thing : table_.things_of(star.module)) {
      const Dotted& old = thing->from;
      const auto target = table_.imported(old.module, old.name);
      if (!target || (target->to.module != star.module && !target->is_builtin())) continue;
      context_.set_fixer(*thing->fixer);
      for (Node use : names_.free_uses(old.name)) rename_one(use, *target);
    }
  }

  // A name that nothing in the file binds.
  void rename_one(Node use, MovedTo target) {
    target = table_.at_use(target, use);
    if (target.is_gone()) return context_.report(use, target.rename->note);
    std::string spelling = target.to.name;
    if (target.is_builtin()) spelling = table_.spell_builtin(target, use);
    if (!target.is_builtin() && names_.lookup(spelling, names_.scope_of(use)) != nullptr) return;
    if (spelling.empty()) return;
    ChangeBuilder change = context_.change(use);
    put_use(change, use, spelling);
    if (target.rename != nullptr && target.rename->with_use) target.rename->with_use(change, use);
    change.apply();
    if (target.rename != nullptr && !target.rename->note.empty()) context_.report(use, target.rename->note);
  }

  void rename_free(const Dotted& old) {
    // It may come from any of them; from the module itself is dealt with.
    if (!names_.star_imports().empty()) return;
    const auto target = table_.attribute(old.module, old.name);
    if (!target) return;
    context_.set_fixer(*target->fixer);
    for (Node use : names_.free_uses(old.name))
      if (use.field() == Field::kFunction && use.parent().is(Kind::kCall)) rename_one(use, *target);
  }

  // --- module.name

  void attribute(Node node) {
    if (node.field() == Field::kObject && target_of(node.parent())) return;
    const auto target = target_of(node);
    if (!target) return;
    context_.set_fixer(*target->fixer);
    if (target->is_gone()) return context_.report(node, target->rename->note);
    const Dotted& to = target->to;
    const std::string builtin = target->is_builtin() ? table_.spell_builtin(*target, node) : "";
    if (target->is_builtin() && builtin.empty()) return context_.leave(node);
    ChangeBuilder change = context_.change(node);
    if (target->is_builtin() && target->is_plain_name() && names_.resolves_to(node.child(Field::kObject), "builtins")) {
      change.set_text(node.child(Field::kAttribute), to.name);
    } else if (target->is_builtin()) {
      if (needs_builtins(builtin)) change.need_import("builtins");
      change.replace(node, builtin);
    } else if (to.module == split_dotted(target->rename->from).module) {
      change.set_text(node.child(Field::kAttribute), to.name);
    } else {
      change.replace(node, change.import_for(node, to.module) + "." + to.name);
    }
    if (target->rename->with_use) target->rename->with_use(change, node);
    change.apply();
    if (!target->rename->note.empty()) context_.report(node, target->rename->note);
  }

  const RenameTable& table_;
  const std::unordered_set<std::uint32_t>& gone_;
  Context& context_;
  const Names& names_;
  std::vector<Item> items_;  // of all from-imports that matter, in source order
};

}  // namespace

void apply_renames(const MoveIndex& moves, const std::vector<bool>& active, Context& context) {
  const RenameTable table(moves, active, context);
  const std::unordered_set<std::uint32_t> gone = collapse_ladders(table, context);
  rename_modules(table, gone, context);
  Renamer(table, gone, context).run();
}

}  // namespace py3k::engine
