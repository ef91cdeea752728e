// `from m import *` in a function or class is a SyntaxError in Python 3: https://docs.python.org/3/whatsnew/3.0.html
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node star) {
  if (cx.names().scope_of(star).kind == ScopeKind::kModule) return;
  cx.report(star.parent(), "Python 3 has import * at the level of modules only: import the names that are used here");
}

}  // namespace

Fixer fix_local_star_import() {
  return {
      .name = "local_star_import",
      .doc = "Finds `from m import *` in functions and classes, which Python 3 can't compile.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#removed-syntax",
      .group = Group::kPython2,
      .safety = Safety::kManual,
      .runs_on = RunsOn::kBoth,
      .words = {"import"},
      .examples = {{"def f():\n    from os import *", "def f():\n    from os import *"}},
      .visits = {{{Kind::kWildcardImport}, visit}},
  };
}

}  // namespace py3k::fixers
