// Python 2 looks for what a module imports in the module's own package first; Python 3 only where the import says so,
// with a dot. PEP 328, https://docs.python.org/3/whatsnew/3.0.html#removed-syntax
#include <algorithm>
#include <map>
#include <set>

#include "engine/analysis/implicit_imports.h"
#include "engine/fixer.h"
#include "engine/run/project.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

std::string first_part(const std::string& dotted) { return dotted.substr(0, dotted.find('.')); }
std::string last_part(const std::string& dotted) { return dotted.substr(dotted.rfind('.') + 1); }
std::string all_but_last(const std::string& dotted) { return dotted.substr(0, dotted.rfind('.')); }
bool is_dotted(const std::string& name) { return name.find('.') != std::string::npos; }

// One module of an import statement.
struct Item {
  Node node;          // a dotted_name or aliased_import
  std::string path;   // "sub.mod"
  std::string alias;  // " as m", or nothing
  Node bound;         // the identifier that it binds
  bool relative = false;

  // Does it bind the package, and load a module in it?
  bool loads_more() const { return alias.empty() && is_dotted(path); }
};

// `from . import helper` in the try suite and `import helper` in the except clause is how code runs both in a package
// and as a program, or under several Pythons; it does so under Python 3 as it is.
bool has_explicit_twin(Context& cx, Node statement, const std::string& module) {
  const Node around = statement.ancestor(Kind::kTryStatement);
  if (!around || !around.child(Kind::kExceptClause)) return false;
  const std::set<std::string> twins = {"." + module, cx.implicit_imports().home().package + "." + module};
  for (Node node : around.descendants()) {
    if (node == statement || !node.is_any(Kind::kImportStatement, Kind::kImportFromStatement)) continue;
    const Node from = node.child(Field::kModuleName);
    std::string prefix(from.is(Kind::kRelativeImport) ? from.child(Kind::kImportPrefix).text() : "");
    prefix += dotted_text(from.is(Kind::kRelativeImport) ? from.child(Kind::kDottedName) : from);
    if (twins.contains(prefix)) return true;
    if (from && !prefix.ends_with('.')) prefix += '.';
    for (Node name : node.children()) {
      if (name.field() != Field::kName) continue;
      if (twins.contains(prefix + dotted_text(name.is(Kind::kAliasedImport) ? name.child(Field::kName) : name)))
        return true;
    }
  }
  return false;
}

// Under Python 3 a program can't import its neighbours by a dot.
bool may_be_program(Context& cx) {
  return cx.text().starts_with("#!") || cx.text().find("__main__") != std::string_view::npos;
}

std::string own_name(Context& cx) {
  const Home& home = cx.implicit_imports().home();
  return home.package + (home.module == "__init__" ? "" : "." + home.module);
}

std::string warnings(Context& cx, const std::vector<std::string>& modules) {
  std::string text;
  for (const std::string& module : modules) {
    if (is_standard_module(first_part(module)))
      text += "; in Python 2 the " + first_part(module) + " beside this file hides the standard one";
  }
  if (may_be_program(cx)) text += "; to run this file now takes `python -m " + own_name(cx) + "`";
  return text;
}

void report_shadow(Context& cx, Node at, const std::string& module, ImportOrigin origin) {
  const std::string name = first_part(module);
  if (origin == ImportOrigin::kHalfway)
    cx.report(at, "in Python 2 the " + name + " beside this file hides the other, and has no " +
                      module.substr(name.size() + 1) + "; if the other is meant, leave this as it is");
  if (origin == ImportOrigin::kItself)
    cx.report(at, "in Python 2 this file imports itself here, in Python 3 the " +
                      std::string(is_standard_module(name) ? "standard " : "top-level ") + name +
                      "; if the file itself is meant, write `from . import " + name + "`");
}

// Is it to be made relative?
bool settle(Context& cx, Node statement, Node at, const std::string& module) {
  const ImportOrigin origin = cx.implicit_imports().origin(module);
  if (const auto other = cx.implicit_imports().second_name(module); !other.name.empty())
    cx.report(at, first_part(module) + " is loaded twice: as " + other.name + " by " + other.importer +
                      ", and from here by " +
                      "the bare name, which needs its directory on the path; import it the one way or the other");
  if (origin == ImportOrigin::kElsewhere || has_explicit_twin(cx, statement, module)) return false;
  report_shadow(cx, at, module, origin);
  return origin == ImportOrigin::kBeside;
}

// --- import a, b.c, d as e

class Importer {
 public:
  explicit Importer(Context& cx) : cx_(cx), names_(cx.names()) {}

  void run() {
    for (Node node : cx_.tree().root().descendants()) {
      if (node.is(Kind::kImportFromStatement)) import_from(node);
      if (node.is(Kind::kImportStatement)) collect(node);
    }
    for (auto& [binding, follows] : follows_) follows = uses_can_follow(*binding);
    while (!statements_.empty()) change_group(take_group());
  }

 private:
  struct Statement {
    Node node;
    std::vector<Item> items;
  };

  void import_from(Node statement) {
    const Node module = statement.child(Field::kModuleName);
    if (!module.is(Kind::kDottedName)) return;
    const std::string path = dotted_text(module);
    if (!settle(cx_, statement, statement, path)) return;
    const std::string text(module.text());
    finish(cx_.change(statement, "from " + path + " -> from ." + path + warnings(cx_, {path}))
               .set_text(module, "." + text));
  }

  void finish(ChangeBuilder& change) {
    if (may_be_program(cx_)) change.safety(Safety::kUnsafe);
    change.apply();
  }

  void collect(Node node) {
    Statement statement{node, {}};
    bool any = false;
    for (Node child : node.children()) {
      if (child.field() != Field::kName) continue;
      Item item{.node = child, .path = {}, .alias = {}, .bound = child.first_child()};
      if (child.is(Kind::kAliasedImport)) {
        item.bound = child.child(Field::kAlias);
        item.alias = " as " + std::string(item.bound.text());
      }
      item.path = dotted_text(child.is(Kind::kAliasedImport) ? child.child(Field::kName) : child);
      item.relative = settle(cx_, node, child, item.path);
      if (item.relative && item.loads_more()) follows_[names_.binding(item.bound)] = false;
      any = any || item.relative;
      statement.items.push_back(std::move(item));
    }
    if (any) statements_.push_back(std::move(statement));
  }

  // --- `import sub.mod`: its uses are `sub.mod`

  // The longest of the paths that a use of the package's name begins with: the node of it; else none.
  static Node longest_match(Node use, const std::set<std::string>& paths) {
    Node match;
    std::string path(use.text());
    for (Node at = use.parent(); at.is(Kind::kAttribute) && at.first_child() == use; use = at, at = at.parent()) {
      path.append(".").append(at.child(Field::kAttribute).text());
      if (paths.contains(path)) match = at;
    }
    return match;
  }

  static bool is_bound(Node expression) {
    return expression.field() == Field::kLeft || expression.field() == Field::kAlias ||
           expression.parent().is_any(Kind::kDeleteStatement, Kind::kPatternList, Kind::kTuplePattern,
                                      Kind::kListPattern, Kind::kUnknown, Kind::kExpressionList,
                                      Kind::kListSplatPattern);
  }

  // Can all uses of `sub` say `mod`, because all that is wanted of it are modules that are imported by name?
  bool uses_can_follow(const Binding& binding) {
    std::set<std::string> paths;
    std::set<std::string> names;
    for (const BindingSite& site : binding.sites) {
      const Statement* statement = find(site.statement);
      if (statement == nullptr) return false;
      const auto item = std::find_if(statement->items.begin(), statement->items.end(),
                                     [&](const Item& it) { return it.bound == site.node; });
      if (item == statement->items.end() || !item->relative || !item->loads_more()) return false;
      const std::string name = last_part(item->path);
      if (!paths.insert(item->path).second) continue;
      if (names_.is_used_anywhere(name) || !names.insert(name).second) return false;
    }
    const bool can = std::all_of(binding.uses.begin(), binding.uses.end(), [&](Node use) {
      const Node match = longest_match(use, paths);
      return match && !is_bound(match);
    });
    if (!can) return false;
    paths_[&binding] = std::move(paths);
    return true;
  }

  const Statement* find(Node node) const {
    const auto found = std::find_if(statements_.begin(), statements_.end(),
                                    [&](const Statement& statement) { return statement.node == node; });
    return found == statements_.end() ? nullptr : &*found;
  }

  // --- Statements that change together, because they share a name whose uses change

  std::vector<const Binding*> renamed_by(const Statement& statement) const {
    std::vector<const Binding*> bindings;
    for (const Item& item : statement.items) {
      if (!item.relative || !item.loads_more()) continue;
      const Binding* binding = names_.binding(item.bound);
      if (follows_.at(binding)) bindings.push_back(binding);
    }
    return bindings;
  }

  std::vector<Statement> take_group() {
    std::vector<Statement> group = {std::move(statements_.front())};
    statements_.erase(statements_.begin());
    std::set<const Binding*> bindings;
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (const Binding* binding : renamed_by(group[i])) bindings.insert(binding);
      for (auto at = statements_.begin(); at != statements_.end();) {
        const auto theirs = renamed_by(*at);
        const bool shares = std::any_of(theirs.begin(), theirs.end(), [&](auto it) { return bindings.contains(it); });
        if (shares) group.push_back(std::move(*at));
        at = shares ? statements_.erase(at) : at + 1;
      }
    }
    return group;
  }

  void change_group(const std::vector<Statement>& group) {
    std::vector<std::string> modules;
    std::string after;
    for (const Statement& statement : group) {
      for (const Item& item : statement.items) {
        if (!item.relative) continue;
        modules.push_back(item.path);
        after += (after.empty() ? "" : ", ") + item.path;
      }
    }
    ChangeBuilder change =
        cx_.change(group.front().node, "import " + after + " from this package" + warnings(cx_, modules));
    std::set<const Binding*> renamed;
    for (const Statement& statement : group) {
      rewrite(change, statement);
      for (const Binding* binding : renamed_by(statement)) {
        if (!renamed.insert(binding).second) continue;
        for (Node use : binding->uses) {
          const Node match = longest_match(use, paths_.at(binding));
          change.replace(match, std::string(match.child(Field::kAttribute).text()));
        }
      }
    }
    finish(change);
  }

  // --- One statement

  void rewrite(ChangeBuilder& change, const Statement& statement) {
    const auto& items = statement.items;
    const auto is_relative = [](const Item& item) { return item.relative; };
    const auto first_absolute = std::find_if_not(items.begin(), items.end(), is_relative);
    const bool all_plain =
        std::none_of(items.begin(), items.end(), [](const Item& item) { return is_dotted(item.path); });
    if (first_absolute == items.end() && all_plain) {
      change.set_text(statement.node.first_child(), "from . import");
    } else if (first_absolute == items.end()) {
      std::string lines = lines_for(items.begin(), items.end());
      const std::size_t end = lines.find('\n');
      change.set_text(statement.node, lines.substr(0, end));
      if (end != std::string::npos) change.insert_after(statement.node, std::string_view(lines).substr(end + 1));
    } else {
      if (cx_.settings().like_two_to_three) cx_.report(statement.node, "absolute and local imports together; split");
      for (const Item& item : items)
        if (item.relative) change.remove(item.node);
      if (const std::string lines = lines_for(items.begin(), first_absolute); !lines.empty())
        change.insert_before(statement.node, lines);
      if (const std::string lines = lines_for(first_absolute, items.end()); !lines.empty())
        change.insert_after(statement.node, lines);
    }
  }

  // Has nothing further up in this suite imported the package itself?
  bool needs_package(const Item& item) {
    const Node suite = item.bound.ancestor(Kind::kImportStatement).parent();
    return packages_.insert({suite.index(), names_.binding(item.bound)}).second;
  }

  // The relative ones among these, as statements.
  template <typename It>
  std::string lines_for(It first, It last) {
    std::string lines;
    std::string line_from;  // of the last line: what it imports from
    const auto add = [&](const std::string& from, const std::string& names) {
      const bool joins = from == line_from;
      lines += joins ? ", " + names : (lines.empty() ? "" : "\n") + ("from " + from + " import " + names);
      line_from = from;
    };
    for (auto item = first; item != last; ++item) {
      if (!item->relative) continue;
      if (!is_dotted(item->path)) {
        add(".", item->path + item->alias);
        continue;
      }
      const std::string name = last_part(item->path);
      const bool keeps_uses = item->loads_more() && !follows_.at(names_.binding(item->bound));
      if (keeps_uses && needs_package(*item)) add(".", first_part(item->path));
      const bool is_taken = keeps_uses && names_.is_used_anywhere(name);
      const std::string alias = is_taken ? " as " + cx_.fresh_name(first_part(item->path) + "_" + name) : item->alias;
      add("." + all_but_last(item->path), name + alias);
    }
    return lines;
  }

  Context& cx_;
  const Names& names_;
  std::vector<Statement> statements_;                            // those that import something from the package
  std::set<std::pair<std::uint32_t, const Binding*>> packages_;  // that are imported: in which suite, as what
  std::map<const Binding*, bool> follows_;                       // of `sub` in `import sub.mod`: do its uses change?
  std::map<const Binding*, std::set<std::string>> paths_;        // of those: what they begin with
};

}  // namespace

Fixer fix_import() {
  return {
      .name = "import",
      .doc =
          "Puts a dot into imports of modules of the file's own package, which Python 2 finds without: `from .helper "
          "import "
          "f`. What lies there is looked up: modules, packages with an __init__.py, extension modules.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#removed-syntax",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .unsafe_when = "The file is run as a program as well: that then takes `python -m package.module`.",
      .runs_on = RunsOn::kBoth,
      .words = {"import"},
      .applies_at =
          [](const Project* project, const std::string& path) {
            return project != nullptr && project->home_of(path).is_in_package();
          },
      .examples = {{.before = "import helper", .after = "from . import helper", .beside = {"helper.py"}},
                   {.before = "from helper import f", .after = "from .helper import f", .beside = {"helper.py"}},
                   {.before = "import os, helper", .after = "import os\nfrom . import helper", .beside = {"helper.py"}},
                   {.before = "import sub.mod\nsub.mod.f()",
                    .after = "from .sub import mod\nmod.f()",
                    .beside = {"sub/__init__.py", "sub/mod.py"}}},
      .finish = [](Context& cx) { Importer(cx).run(); },
  };
}

}  // namespace py3k::fixers
