// A loader of unittest gives a suite its tests as what map() gives, which is no list in Python 3:
// https://docs.python.org/3/library/unittest.html#unittest.TestLoader.suiteClass
#include <algorithm>

#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_suite(Context& cx, Node definition) {
  for (Node base : definition.child(Field::kSuperclasses).named_children()) {
    const std::string name = cx.names().qualified(base);
    if (name == "unittest.TestSuite" || name == "unittest.suite.TestSuite") return true;
  }
  return false;
}

// len(tests), tests[0]
bool is_used_as_list(Node use) {
  const Node around = use.parent();
  if (around.is(Kind::kSubscript)) return use.field() == Field::kValue;
  return around.is(Kind::kArgumentList) && around.parent().child(Field::kFunction).text() == "len";
}

void visit_method(Context& cx, Node method) {
  const std::vector<Node> parameters = method.child(Field::kParameters).named_children();
  if (parameters.size() < 2) return;
  const Node second = parameters[1].is(Kind::kDefaultParameter) ? parameters[1].child(Field::kName) : parameters[1];
  const Binding* tests = second.is(Kind::kIdentifier) ? cx.names().binding(second) : nullptr;
  if (tests == nullptr || tests->sites.size() != 1) return;
  if (std::none_of(tests->uses.begin(), tests->uses.end(), is_used_as_list)) return;
  const std::string name(second.text());
  cx.change(second, "is given an iterator in Python 3: made a list")
      .insert_at_start(method.child(Field::kBody), name + " = list(" + name + ")")
      .apply();
}

void visit(Context& cx, Node definition) {
  if (!is_suite(cx, definition)) return;
  for (Node statement : definition.child(Field::kBody).children()) {
    if (!statement.is(Kind::kFunctionDefinition)) continue;
    const std::string_view name = statement.child(Field::kName).text();
    if (name == "__init__" || name == "addTests") visit_method(cx, statement);
  }
}

}  // namespace

Fixer fix_test_suites() {
  return {
      .name = "test_suites",
      .doc = "Makes a list of the tests that a TestSuite of one's own is given, where it counts or picks them.",
      .reference = "https://docs.python.org/3/library/unittest.html#unittest.TestLoader.suiteClass",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"TestSuite"},
      .examples = {{"import unittest\nclass S(unittest.TestSuite):\n    def __init__(self, tests=()):\n        self.n "
                    "= len(tests)",
                    "import unittest\nclass S(unittest.TestSuite):\n    def __init__(self, tests=()):\n        tests = "
                    "list(tests)\n        self.n = "
                    "len(tests)"}},
      .visits = {{{Kind::kClassDefinition}, visit}},
  };
}

}  // namespace py3k::fixers
