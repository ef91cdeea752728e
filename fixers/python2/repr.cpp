// Backticks were removed in Python 3.0; repr() is what they called.
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node backticks) {
  // Backticks never look at what `repr` is called here; neither does %r.
  const bool shadowed = cx.names().lookup("repr", cx.names().scope_of(backticks)) != nullptr;
  cx.replace(backticks, shadowed ? "\"%r\" % ($x,)" : "repr($x)", {{"x", backticks.child(Field::kArgument)}});
}

}  // namespace

Fixer fix_repr() {
  return {
      .name = "repr",
      .doc = "Replaces backticks with repr().",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#removed-syntax",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"`"},
      .examples = {{"x = `y` + `1, 2`", "x = repr(y) + repr((1, 2))"}},
      .visits = {{{Kind::kReprExpression}, visit}},
  };
}

}  // namespace py3k::fixers
