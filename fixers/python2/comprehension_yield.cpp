// `yield` in a comprehension or generator expression is a SyntaxError since Python 3.8:
// https://docs.python.org/3/whatsnew/3.8.html#changes-in-python-behavior
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_comprehension(Node node) {
  return node.is_any(Kind::kListComprehension, Kind::kSetComprehension, Kind::kDictionaryComprehension,
                     Kind::kGeneratorExpression);
}

// What the first loop goes through is worked out outside of the comprehension.
bool is_first_iterable(Node node) {
  const Node clause = node.parent();
  return clause.is(Kind::kForInClause) && node.field() == Field::kRight && !clause.previous().is(Kind::kForInClause) &&
         !clause.previous().is(Kind::kIfClause);
}

void visit(Context& cx, Node yield) {
  Node at = yield;
  while (at && !at.is_any(Kind::kFunctionDefinition, Kind::kLambda)) {
    const bool is_outside = is_first_iterable(at);
    at = is_outside ? at.parent().parent() : at.parent();
    if (is_outside || !is_comprehension(at)) continue;
    cx.report(yield, "Python 3 has no yield in comprehensions and generator expressions: write a loop");
    return;
  }
}

}  // namespace

Fixer fix_comprehension_yield() {
  return {
      .name = "comprehension_yield",
      .doc = "Finds `yield` in comprehensions and generator expressions, which Python 3 can't compile.",
      .reference = "https://docs.python.org/3/whatsnew/3.8.html#changes-in-python-behavior",
      .group = Group::kPython2,
      .safety = Safety::kManual,
      .runs_on = RunsOn::kBoth,
      .words = {"yield"},
      .examples = {{"def f(xs):\n    return [(yield x) for x in xs]",
                    "def f(xs):\n    return [(yield x) for x in xs]"}},
      .visits = {{{Kind::kYield}, visit}},
  };
}

}  // namespace py3k::fixers
