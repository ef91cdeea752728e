// PEP 237: there is one kind of integer, `int`.
#include "fixers/type_tests.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_long() {
  return {
      .name = "long",
      .doc = "Renames the builtin `long` to `int`. In isinstance(x, (int, long)) one of the two goes.",
      .reference = "https://peps.python.org/pep-0237/",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .examples = {{"n = long(text)", "n = int(text)"},
                   {"if isinstance(n, (int, long)): pass", "if isinstance(n, int): pass"},
                   {"f(long=1)", "f(long=1)"}},
      .renames = {{.from = "__builtin__.long",
                   .to = "__builtin__.int",
                   .to_at = [](Context& cx, Node use) { return stays_in_test(cx, use, "__builtin__.long"); }}},
  };
}

}  // namespace py3k::fixers
