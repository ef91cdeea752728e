// intern() is in sys: https://docs.python.org/3/library/sys.html#sys.intern
#include "fixers/moved_builtin.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_intern() {
  return {
      .name = "intern",
      .doc = "Replaces the builtin intern() by sys.intern().",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#builtins",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kPy3,
      .words = {"intern"},
      .examples = {{"name = intern(name)", "import sys\n\nname = sys.intern(name)"}},
      .visits = {{{Kind::kIdentifier},
                  [](Context& cx, Node name) {
                    use_from_module(cx, name, {"intern", "sys", 1, 1}, Spelling::kQualified);
                  }}},
  };
}

}  // namespace py3k::fixers
