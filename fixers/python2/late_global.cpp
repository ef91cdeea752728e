// A global statement has to come before the names that it declares are used: a warning in Python 2, a SyntaxError since
// Python 3.6. https://docs.python.org/3/whatsnew/3.6.html#changes-in-python-behavior
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/analysis/comprehension.h"
#include "engine/fixer.h"
#include "fixers/first_statement.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

class LateGlobals {
 public:
  explicit LateGlobals(Context& cx) : cx_(cx) {}

  void run() {
    std::vector<std::pair<Node, Statements>> by_scope;
    for (Node node : cx_.tree().root().descendants()) {
      if (!node.is(Kind::kGlobalStatement)) continue;
      const Node scope = scope_of(node);
      auto known = std::find_if(by_scope.begin(), by_scope.end(), [&](const auto& it) { return it.first == scope; });
      if (known == by_scope.end()) known = by_scope.insert(known, {scope, {}});
      (is_late(node, scope) ? known->second.late : known->second.early).push_back(node);
    }
    for (const auto& [scope, statements] : by_scope)
      if (!statements.late.empty()) move(scope, statements);
  }

 private:
  // The global statements of a scope, by whether a name of theirs comes before them.
  struct Statements {
    std::vector<Node> early;
    std::vector<Node> late;
  };

  Node scope_of(Node node) const { return cx_.names().scope_of(node).node; }

  bool is_late(Node statement, Node scope) const {
    const auto comes_first = [&](Node name) {
      return name.start() < statement.start() && scope_of(name) == scope && !is_in_comprehension(name, scope);
    };
    const std::vector<Node> names = statement.named_children();
    return std::any_of(names.begin(), names.end(), [&](Node name) {
      const Binding* binding = cx_.names().binding(name);
      const auto& uses = binding != nullptr ? binding->uses : cx_.names().free_uses(name.text());
      if (std::any_of(uses.begin(), uses.end(), comes_first)) return true;
      return binding != nullptr &&
             std::any_of(binding->sites.begin(), binding->sites.end(), [&](const BindingSite& site) {
               return site.kind != BindingKind::kGlobal && comes_first(site.node);
             });
    });
  }

  // A module's own names are global with or without it.
  void move(Node scope, const Statements& statements) {
    ChangeBuilder change = cx_.change(statements.late.front(), "global before what it is about");
    for (Node statement : statements.late) change.remove(statement);
    const std::string names = scope.is(Kind::kModule) ? "" : missing_names(statements);
    if (!names.empty()) insert_first(change, scope.child(Field::kBody), "global " + names);
    change.apply();
  }

  // The names that no earlier statement declares.
  static std::string missing_names(const Statements& statements) {
    std::set<std::string_view> declared;
    for (Node statement : statements.early) {
      if (statement.start() > statements.late.front().start()) break;
      for (Node name : statement.named_children()) declared.insert(name.text());
    }
    std::string names;
    for (Node statement : statements.late)
      for (Node name : statement.named_children())
        if (declared.insert(name.text()).second) names += (names.empty() ? "" : ", ") + std::string(name.text());
    return names;
  }

  Context& cx_;
};

}  // namespace

Fixer fix_late_global() {
  return {
      .name = "late_global",
      .doc =
          "Puts global statements that come after a use of their names first in the function. Python 2 warned of them; "
          "to Python 3 they are a SyntaxError.",
      .reference = "https://docs.python.org/3/whatsnew/3.6.html#changes-in-python-behavior",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"global"},
      .examples = {{"def f():\n    n = 1\n    global n\n    return n",
                    "def f():\n    global n\n    n = 1\n    return n"}},
      .finish = [](Context& cx) { LateGlobals(cx).run(); },
  };
}

}  // namespace py3k::fixers
