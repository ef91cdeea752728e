// `import Queue`, `import Queue as q`, `import urllib, urllib2`: statements that import modules, and what uses them.
#include <algorithm>

#include "engine/rewrite/rename_table.h"
#include "engine/rewrite/taken_binding.h"

namespace py3k::engine {

namespace {

using Suite = std::uint32_t;

struct ModuleItem {
  Node statement;
  Node node;   // the dotted_name or aliased_import
  Node name;   // the dotted_name
  Node alias;  // empty where there is none
  std::string path;
  MovedModule moved;
  const Binding* binding = nullptr;

  std::string local() const { return std::string((alias ? alias : name).text()); }
};

std::string first_part(std::string_view module) { return std::string(module.substr(0, module.find('.'))); }

// What becomes of the uses of one name that imports bind, and of the imports.
struct ModulePlan {
  std::vector<const ModuleItem*> items;
  std::vector<std::string> modules;  // what has to be imported; empty: the imports stay as they are
  std::string alias;                 // `as` what; empty where uses follow
  std::string kept_for_others;       // the module that has to keep the old name too, since other files take it
  bool is_lost_to_others = false;    // no one module can keep the name that other files take
  std::string refusal;               // why the imports stay though the module has moved
  bool dissolves = false;            // all that is used is builtin: the imports go
};

// One use: `urllib.quote`, or `urllib` by itself.
struct Use {
  Node module;     // the part that names the module
  Node attribute;  // what is read from it; empty for a bare use
  std::optional<MovedTo> target;
};

class ModuleRenamer {
 public:
  ModuleRenamer(const RenameTable& table, const std::unordered_set<std::uint32_t>& gone, Context& context)
      : table_(table), gone_(gone), context_(context), names_(context.names()) {}

  void run() {
    for (Node node : context_.tree().root().descendants())
      if (node.is(Kind::kImportStatement)) collect(node);
    std::map<const Binding*, std::vector<const ModuleItem*>> by_binding;
    for (const ModuleItem& item : items_)
      if (item.moved.move != nullptr && item.binding != nullptr) by_binding[item.binding].push_back(&item);
    std::vector<std::vector<const ModuleItem*>> groups;
    for (auto& [binding, items] : by_binding) split_by_module(std::move(items), groups);
    std::sort(groups.begin(), groups.end(),
              [](const auto& a, const auto& b) { return a.front()->node.index() < b.front()->node.index(); });
    std::vector<ModulePlan> plans;
    for (auto& group : groups) plans.push_back(plan(std::move(group)));
    settle_imports(plans);
    for (const ModulePlan& plan : plans) change(plan);
  }

 private:
  void collect(Node statement) {
    for (Node child : statement.children()) {
      if (child.field() != Field::kName) continue;
      ModuleItem item{.statement = statement, .node = child, .name = child, .alias = {}, .path = {}, .moved = {}};
      if (child.is(Kind::kAliasedImport)) {
        item.name = child.child(Field::kName);
        item.alias = child.child(Field::kAlias);
      }
      for (Node part : item.name.children()) item.path += part.text();
      item.moved = table_.module(item.path);
      item.binding = names_.binding(item.alias ? item.alias : item.name.first_child());
      items_.push_back(std::move(item));
    }
  }

  // `import a.x` and `import a.y` bind the same name; and one name may stand for two modules.
  static void split_by_module(std::vector<const ModuleItem*> items,
                              std::vector<std::vector<const ModuleItem*>>& groups) {
    std::map<std::string, std::vector<const ModuleItem*>> by_path;
    for (const ModuleItem* item : items) by_path[item->path].push_back(item);
    for (auto& [path, group] : by_path) groups.push_back(std::move(group));
  }

  // --- What to do

  std::vector<Use> uses_of(const ModuleItem& item) const {
    std::vector<Use> uses;
    const std::size_t depth =
        item.alias ? 0 : static_cast<std::size_t>(std::count(item.path.begin(), item.path.end(), '.'));
    for (Node node : item.binding->uses) {
      Node module = node;
      for (std::size_t i = 0; i < depth; ++i) module = is_object(module) ? module.parent() : Node();
      if (depth > 0 && (!module || module.text() != item.path)) continue;  // another module of the package
      Use use{module, is_object(module) ? module.parent() : Node(), {}};
      if (use.attribute) {
        use.target = table_.attribute(item.path, use.attribute.child(Field::kAttribute).text());
        if (use.target) use.target = table_.at_use(*use.target, use.attribute);
        // A fixer had a way on.
        if (use.target && use.target->is_gone() && context_.plan().replaces(use.attribute)) continue;
      }
      uses.push_back(std::move(use));
    }
    return uses;
  }
  static bool is_object(Node node) { return node.parent().is(Kind::kAttribute) && node.field() == Field::kObject; }

  ModulePlan plan(std::vector<const ModuleItem*> items) const {
    ModulePlan made{.items = std::move(items)};
    const ModuleItem& item = *made.items.front();
    const ModuleMove& move = *item.moved.move;
    const std::vector<Use> uses = uses_of(item);
    made.dissolves = dissolves(made, uses);
    if (made.dissolves) return made;
    made.modules = modules_for(move, uses);
    if (made.modules.empty()) return made;
    const std::string others = move.to.empty() && !keeps_name(made) ? module_for_takers(made) : "";
    made.is_lost_to_others =
        move.to.empty() && others.empty() && !keeps_name(made) && !takers_of(context_, *item.binding).empty();
    if (!others.empty() && uses.empty()) made.modules = {others};
    if (!others.empty() && made.modules != std::vector<std::string>{others}) made.kept_for_others = others;
    const bool has_alias = std::any_of(made.items.begin(), made.items.end(), [](auto* it) { return bool(it->alias); });
    if (has_alias && uses.empty() && made.modules.size() > 1) {
      made.refusal = move.from + " is several modules now: " + joined(made.modules) + "; import the one that is meant";
      made.modules.clear();
      return made;
    }
    const bool free = can_be_spelled(made, uses);
    const bool stays = move.keeps_name && item.path.find('.') == std::string::npos;
    const bool follows = !stays && free && is_imported_only(made) && (!has_alias || made.modules.size() > 1);
    if (!follows && made.modules.size() == 1) made.alias = item.local().substr(0, item.local().find('.'));
    // A dotted name binds its first part, and nothing else can.
    const bool impossible =
        !follows && (made.modules.size() > 1 || (!item.alias && item.path.find('.') != std::string::npos));
    if (impossible) {
      made.modules.clear();
      made.refusal =
          move.from +
          " has moved, but the name that it has now means something else in this file; import it here by hand";
    }
    return made;
  }

  // `exceptions.ValueError` is ValueError; but who writes `__builtin__.open` has a reason to.
  bool dissolves(const ModulePlan& plan, const std::vector<Use>& uses) const {
    const ModuleMove& move = *plan.items.front()->moved.move;
    if (move.keeps_name && goes_elsewhere(plan, uses)) return true;
    if (move.to != "builtins" || move.from == "__builtin__" || !is_imported_only(plan)) return false;
    return std::all_of(uses.begin(), uses.end(), [&](const Use& use) {
      return use.target && use.target->is_builtin() && use.attribute.field() != Field::kLeft &&
             table_.spell_builtin(*use.target, use.attribute) == use.target->to.name;
    });
  }

  // Has all that is used of the module a place of its own, as cgi.escape has?
  bool goes_elsewhere(const ModulePlan& plan, const std::vector<Use>& uses) const {
    const ModuleMove& move = *plan.items.front()->moved.move;
    if (uses.empty() || !is_imported_only(plan) || is_taken(context_, *plan.items.front()->binding)) return false;
    return std::all_of(uses.begin(), uses.end(), [&](const Use& use) {
      return use.target && !use.target->is_gone() && use.target->to.module != move.to && !use.target->is_builtin();
    });
  }

  // The modules that the uses need, and for 2to3 all. None where the import can stay: `import urllib` for
  // `urllib.parse.quote`.
  std::vector<std::string> modules_for(const ModuleMove& move, const std::vector<Use>& uses) const {
    if (!move.to.empty()) return {move.to};
    std::vector<std::string> used;
    bool bare = uses.empty() || context_.settings().like_two_to_three;
    bool any = uses.empty();
    for (const Use& use : uses) {
      const bool is_part =
          use.attribute && std::find(move.parts.begin(), move.parts.end(), use.attribute.text()) != move.parts.end();
      any = any || !is_part;
      bare = bare || !use.attribute;
      if (use.target && !use.target->is_gone() && !use.target->is_builtin()) used.push_back(use.target->to.module);
      if (is_part) used.emplace_back(use.attribute.text());
    }
    if (!any) return {};
    std::vector<std::string> modules;
    for (const std::string& part : move.parts)
      if (bare || std::find(used.begin(), used.end(), part) != used.end()) modules.push_back(part);
    for (const std::string& module : used)
      if (std::find(modules.begin(), modules.end(), module) == modules.end()) modules.push_back(module);
    return modules.empty() ? move.parts : modules;
  }

  // Do imports of this module alone bind the name, where others don't reach for it?
  bool is_imported_only(const ModulePlan& plan) const {
    const Binding& binding = *plan.items.front()->binding;
    if (binding.scope->kind == ScopeKind::kClass) return false;
    const bool may_lose_name = keeps_name(plan) || !plan.kept_for_others.empty() || plan.is_lost_to_others;
    if (!may_lose_name && is_taken(context_, binding)) return false;
    const std::string& path = plan.items.front()->path;
    const bool is_dotted = path.find('.') != std::string::npos && !plan.items.front()->alias;
    const std::string now = table_.after(path);
    const std::vector<std::string>& parts = plan.items.front()->moved.move->parts;
    std::unordered_set<std::uint32_t> ours;
    for (const ModuleItem* it : plan.items) ours.insert(it->node.index());
    return std::all_of(binding.sites.begin(), binding.sites.end(), [&](const BindingSite& site) {
      if (site.kind != BindingKind::kImport) return false;
      // `import queue as Queue` for Python 3 keeps the old name for all.
      const Node item = site.node.parent();
      if (item.is(Kind::kAliasedImport) && !ours.contains(item.index())) return false;
      // `import urllib.parse`, of an earlier run
      if (std::find(parts.begin(), parts.end(), site.imported) != parts.end()) return true;
      return is_dotted || (table_.after(site.imported) == now && !site.statement.is(Kind::kImportFromStatement));
    });
  }

  // Does `import email.mime.text` bind what `import email.MIMEText` did?
  static bool keeps_name(const ModulePlan& plan) {
    const ModuleItem& item = *plan.items.front();
    const std::string bound = first_part(item.path);
    return !item.alias && !plan.modules.empty() &&
           std::all_of(plan.modules.begin(), plan.modules.end(),
                       [&](const auto& it) { return first_part(it) == bound; });
  }

  // Of a module that is several now, the one that has all that other files read of it; empty where none has, or nobody
  // reads it.
  std::string module_for_takers(const ModulePlan& plan) const {
    const ModuleItem& item = *plan.items.front();
    std::set<std::string> modules;
    for (const NameTaker& taker : takers_of(context_, *item.binding)) {
      for (const std::string& name : attributes_of(context_, taker)) {
        const auto target = table_.attribute(item.path, name);
        if (!target || target->is_gone() || target->to.name != name) return {};
        modules.insert(target->to.module);
      }
    }
    // It imports all that urllib.error has.
    if (modules.contains("urllib.request")) modules.erase("urllib.error");
    return modules.size() == 1 ? *modules.begin() : std::string();
  }

  // What other files read of the module that is elsewhere now, where they find it no longer.
  void report_takers(const ModulePlan& plan, std::vector<std::pair<Node, std::string>>& reports) const {
    const ModuleItem& item = *plan.items.front();
    if (plan.is_lost_to_others)
      reports.emplace_back(item.node, joined_paths(context_, takers_of(context_, *item.binding)) + " takes " +
                                          item.local() + " from here, which is several modules now: " +
                                          joined(item.moved.move->parts) + "; import there what is needed");
    const bool found = plan.is_lost_to_others || !plan.alias.empty() || !plan.kept_for_others.empty();
    for (NameTaker& taker : found ? std::vector<NameTaker>() : takers_of(context_, *item.binding)) {
      const auto [package, module] = split_dotted(item.path);
      const bool is_dotted = !item.alias && !package.empty();
      if (is_dotted) taker.spelled += package.substr(std::min(package.find('.'), package.size()));
      for (const std::string& name : attributes_of(context_, taker)) {
        const auto target = is_dotted ? std::nullopt : table_.attribute(item.path, name);
        std::string now = target && !target->is_gone() ? target->to.joined() : "";
        if (is_dotted && name == module) now = joined(plan.modules);
        if (now.empty()) continue;
        reports.emplace_back(item.node, joined_paths(context_, {taker}) + " reads " + taker.spelled + "." + name +
                                            " from here, which is " + now + " in Python 3: import it there");
        break;
      }
    }
  }

  // Does the new name's first part mean the package, or nothing, wherever it will stand?
  bool can_be_spelled(const ModulePlan& plan, const std::vector<Use>& uses) const {
    std::vector<Node> places;
    for (const ModuleItem* item : plan.items) places.push_back(item->node);
    for (const Use& use : uses) places.push_back(use.module);
    return std::all_of(plan.modules.begin(), plan.modules.end(), [&](const std::string& module) {
      const std::string package = first_part(module);
      if (package == first_part(plan.items.front()->local())) return true;
      if (!names_.free_uses(package).empty()) return false;
      return std::all_of(places.begin(), places.end(), [&](Node place) { return is_package(package, place); });
    });
  }

  bool is_package(const std::string& package, Node place) const {
    const Binding* there = names_.lookup(package, names_.scope_of(place));
    if (there == nullptr) return true;
    const auto [known, is_new] = packages_.try_emplace({package, there}, false);
    if (is_new) known->second = is_package(package, *there);
    return known->second;
  }
  bool is_package(const std::string& package, const Binding& there) const {
    return std::all_of(there.sites.begin(), there.sites.end(), [&](const BindingSite& site) {
      const bool plain = site.kind == BindingKind::kImport && !site.statement.is(Kind::kImportFromStatement);
      return plain && first_part(table_.after(site.imported)) == package &&
             (!site.node.parent().is(Kind::kAliasedImport) || table_.after(site.imported) == package);
    });
  }

  // --- The statements

  static std::string spelled(const std::string& module, const std::string& alias) {
    return alias.empty() || alias == module ? module : module + " as " + alias;
  }

  // What is imported once in a suite need not be again further down.
  void settle_imports(const std::vector<ModulePlan>& plans) {
    std::map<std::uint32_t, const ModulePlan*> plan_of;
    for (const ModulePlan& plan : plans)
      for (const ModuleItem* item : plan.items) plan_of[item->node.index()] = &plan;
    struct First {
      std::uint32_t statement;
      const ModulePlan* plan;  // null: it was there
    };
    std::map<std::pair<Suite, std::string>, First> seen;
    for (const ModuleItem& item : items_) {
      const Suite suite = item.statement.parent().index();
      const auto found = plan_of.find(item.node.index());
      if (found != plan_of.end() && found->second->dissolves) {
        text_of_[item.node.index()] = "";
        continue;
      }
      if (found == plan_of.end() || found->second->modules.empty()) {
        const auto [first, is_new] =
            seen.try_emplace({suite, std::string(item.node.text())}, First{item.statement.index(), nullptr});
        // `import Queue, queue`
        if (!is_new && first->second.plan != nullptr && first->second.statement == item.statement.index())
          superseded_[first->second.plan].push_back(item.node);
        continue;
      }
      std::string& text = text_of_[item.node.index()];
      for (const std::string& module : found->second->modules) {
        const std::string one = spelled(module, found->second->alias);
        const First first{item.statement.index(), found->second};
        if (seen.try_emplace({suite, one}, first).second) text += (text.empty() ? "" : ", ") + one;
      }
    }
  }

  void write_item(ChangeBuilder& change, const ModuleItem& item, const ModulePlan& plan) {
    const std::string& text = text_of_.at(item.node.index());
    if (gone_.contains(item.statement.index())) return;
    edits_ = true;
    if (text.empty()) {
      change.remove(item.node);
    } else if (item.alias && !plan.alias.empty() && text != plan.modules.front()) {
      change.set_text(item.name, plan.modules.front());
    } else {
      change.set_text(item.node, text);
    }
  }

  // --- Changing

  void change(const ModulePlan& plan) {
    const ModuleItem& item = *plan.items.front();
    const ModuleMove& move = *item.moved.move;
    context_.set_fixer(*item.moved.fixer);
    std::vector<std::pair<Node, std::string>> reports;
    if (!move.note.empty() && !has_fallback(item.statement)) reports.emplace_back(item.node, move.note);
    if (!plan.refusal.empty()) {
      reports.emplace_back(item.node, plan.refusal);
    } else if (!plan.modules.empty() || plan.dissolves) {
      const std::string now = !plan.dissolves ? joined(plan.modules) : move.keeps_name ? "elsewhere" : "builtins";
      ChangeBuilder change = context_.change(item.node, move.from + " -> " + now);
      if (plan.is_lost_to_others) change.safety(Safety::kUnsafe);
      if (move.needs_evidence) change.if_python2(Repeats::kYes);
      edits_ = false;
      for (const ModuleItem* it : plan.items) write_item(change, *it, plan);
      if (edits_)
        for (Node node : superseded_[&plan]) change.remove(node);
      if (!plan.kept_for_others.empty())
        change.insert_after(item.statement, "import " + plan.kept_for_others + " as " + item.local());
      for (const Use& use : uses_of(item)) rename_use(change, use, plan, reports);
      report_takers(plan, reports);
      if (edits_) change.apply();
    }
    for (const auto& [node, message] : reports) context_.report(node, message);
  }

  static std::string joined(const std::vector<std::string>& modules) {
    std::string text;
    for (const std::string& module : modules) text += (text.empty() ? "" : ", ") + module;
    return text;
  }

  void rename_use(ChangeBuilder& change, const Use& use, const ModulePlan& plan,
                  std::vector<std::pair<Node, std::string>>& reports) {
    const ModuleMove& move = *plan.items.front()->moved.move;
    const Node at = use.attribute ? use.attribute : use.module;
    if (!use.attribute) {
      if (move.to.empty())
        reports.emplace_back(
            at, move.from + " is several modules now: " + joined(move.parts) + "; hand on the one that is needed");
      else if (plan.alias.empty())
        put(change, use.module, plan.modules.front());
      return;
    }
    if (!use.target || use.target->is_gone()) {
      const bool is_part = std::find(move.parts.begin(), move.parts.end(), at.text()) != move.parts.end();
      const std::string note = use.target && use.target->rename != nullptr ? use.target->rename->note : "";
      if (!is_part)
        reports.emplace_back(
            at, note.empty() ? std::string(at.text()) + " is gone in Python 3; there is nothing in its place" : note);
      if (!is_part && !move.to.empty() && plan.alias.empty()) put(change, use.module, plan.modules.front());
      return;
    }
    const MovedTo& target = *use.target;
    if (target.rename != nullptr && !target.rename->note.empty()) reports.emplace_back(at, target.rename->note);
    if (target.rename != nullptr && target.rename->with_use) target.rename->with_use(change, at);
    if (target.is_builtin()) {
      const std::string spelling = table_.spell_builtin(target, at);
      if (spelling.empty()) return context_.leave(at);
      if (needs_builtins(spelling)) change.need_import("builtins");
      if (move.to == "builtins" && !plan.dissolves && target.is_plain_name()) {
        put(change, use.module, plan.alias.empty() ? "builtins" : plan.alias);
        put(change, at.child(Field::kAttribute), target.to.name);
      } else {
        edits_ = true;
        change.replace(at, spelling);
      }
      return;
    }
    const bool there = std::find(plan.modules.begin(), plan.modules.end(), target.to.module) != plan.modules.end();
    if (there) {
      put(change, use.module, plan.alias.empty() ? target.to.module : plan.alias);
    } else {
      put(change, use.module, change.import_for(at, target.to.module));
    }
    put(change, at.child(Field::kAttribute), target.to.name);
  }

  void put(ChangeBuilder& change, Node node, const std::string& text) {
    if (node.text() == text) return;
    change.set_text(node, text);
    edits_ = true;
  }

  const RenameTable& table_;
  const std::unordered_set<std::uint32_t>& gone_;
  Context& context_;
  const Names& names_;
  mutable std::map<std::pair<std::string, const Binding*>, bool> packages_;  // of is_package()
  bool edits_ = false;                                                       // has the change that is being made any?
  std::vector<ModuleItem> items_;                              // of all import statements, in source order
  std::map<std::uint32_t, std::string> text_of_;               // what stands for an item; empty: it goes
  std::map<const ModulePlan*, std::vector<Node>> superseded_;  // what stands further on in a statement already
};

}  // namespace

void rename_modules(const RenameTable& table, const std::unordered_set<std::uint32_t>& gone, Context& context) {
  ModuleRenamer(table, gone, context).run();
}

}  // namespace py3k::engine
