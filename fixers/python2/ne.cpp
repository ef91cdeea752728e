// The operator <> was removed in Python 3.0; != has always meant the same.
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_ne() {
  return {
      .name = "ne",
      .doc = "Replaces the operator <> with !=.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#removed-syntax",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"<>"},
      .examples = {{"if a <> b: pass", "if a != b: pass"}},
      .visits = {{{Kind::kTokenLessGreater}, [](Context& cx, Node token) { cx.set_text(token, "!="); }}},
  };
}

}  // namespace py3k::fixers
