// `yield` in a comprehension or generator expression is a SyntaxError since Python 3.8:
// https://docs.python.org/3/whatsnew/3.8.html#changes-in-python-behavior
#include "engine/analysis/comprehension.h"
#include "engine/analysis/generator.h"
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node yield) {
  if (is_in_comprehension(yield, generator_of(yield)))
    cx.report(yield, "Python 3 has no yield in comprehensions and generator expressions: write a loop");
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
