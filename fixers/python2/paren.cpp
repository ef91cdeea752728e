// In Python 2 the items of a list comprehension's `in` may stand without parentheses, and lambdas may stand there and
// after its `if`; in Python 3 neither.
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node clause) {
  Node first = clause.is(Kind::kForInClause) ? clause.child(Kind::kTokenIn).next() : clause.named_child(0);
  const Node last = clause.last_child();
  if (first == last && !first.is(Kind::kLambda)) return;
  if (clause.parent().is(Kind::kGeneratorExpression) && first.next() == last) {
    cx.set_text(last, "");  // `f(x for x in y, )`: the comma is the call's, and allowed no more
    return;
  }
  cx.change(clause).replace({first.start(), last.end()}, "($*items)", {{"items", HoleValue(first, last)}}).apply();
}

}  // namespace

Fixer fix_paren() {
  return {
      .name = "paren",
      .doc = "Puts parentheses around the items, or the lambda, that a list comprehension goes through.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#changed-syntax",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"for,"},
      .examples = {{"x = [u for u in a, b for v in c, d]", "x = [u for u in (a, b) for v in (c, d)]"}},
      .visits = {{{Kind::kForInClause, Kind::kIfClause}, visit}},
  };
}

}  // namespace py3k::fixers
