// A global statement has to come before the names that it declares are used: a warning in Python 2, a SyntaxError since
// Python 3.6. https://docs.python.org/3/whatsnew/3.6.html#changes-in-python-behavior
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/fixer.h"
#include "fixers/first_statement.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// Python 3 looks for names in a list comprehension, but for where its first loop goes, in a scope of its own.
bool is_in_list_comprehension(Node name, Node scope) {
  for (Node at = name; at != scope; at = at.parent()) {
    if (!at.parent().is(Kind::kListComprehension)) continue;
    const bool is_first_clause = at.is(Kind::kForInClause) && at.previous().field() == Field::kBody;
    if (!is_first_clause || !name.is_within(at.child(Field::kRight))) return true;
  }
  return false;
}

class LateGlobals {
 public:
  explicit LateGlobals(Context& cx) : cx_(cx) {}

  void run() {
    std::vector<std::pair<Node, std::vector<Node>>> by_scope;
    for (Node node : cx_.tree().root().descendants()) {
      if (!node.is(Kind::kGlobalStatement) || !is_late(node)) continue;
      const Node scope = scope_of(node);
      auto known = std::find_if(by_scope.begin(), by_scope.end(), [&](const auto& it) { return it.first == scope; });
      if (known == by_scope.end()) known = by_scope.insert(known, {scope, {}});
      known->second.push_back(node);
    }
    for (const auto& [scope, statements] : by_scope) move(scope, statements);
  }

 private:
  Node scope_of(Node node) const { return cx_.names().scope_of(node).node; }

  bool is_late(Node statement) const {
    const Node scope = scope_of(statement);
    for (Node node : scope.descendants()) {
      if (node.start() >= statement.start()) return false;
      if (!node.is(Kind::kIdentifier) || node.parent().is(Kind::kGlobalStatement) || !cx_.names().is_name(node))
        continue;
      if (declares(statement, node.text()) && scope_of(node) == scope && !is_in_list_comprehension(node, scope))
        return true;
    }
    return false;
  }

  static bool declares(Node statement, std::string_view name) {
    const std::vector<Node> names = statement.named_children();
    return std::any_of(names.begin(), names.end(), [&](Node it) { return it.text() == name; });
  }

  // A module's own names are global with or without it.
  void move(Node scope, const std::vector<Node>& statements) {
    ChangeBuilder change = cx_.change(statements.front(), "global before what it is about");
    for (Node statement : statements) change.remove(statement);
    if (const std::string names = missing_names(scope, statements); !names.empty())
      insert_first(change, scope.child(Field::kBody), "global " + names);
    change.apply();
  }

  // The names that no earlier statement declares.
  std::string missing_names(Node scope, const std::vector<Node>& statements) const {
    if (scope.is(Kind::kModule)) return "";
    std::set<std::string_view> declared;
    for (Node node : scope.descendants()) {
      const bool stays = std::find(statements.begin(), statements.end(), node) == statements.end();
      if (node.is(Kind::kGlobalStatement) && stays && node.start() < statements.front().start() &&
          scope_of(node) == scope)
        for (Node name : node.named_children()) declared.insert(name.text());
    }
    std::string names;
    for (Node statement : statements)
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
          "to "
          "Python 3 they are a SyntaxError.",
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
