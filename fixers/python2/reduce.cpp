// reduce() is in functools: https://docs.python.org/3/library/functools.html#functools.reduce
#include "fixers/moved_builtin.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_reduce() {
  return {
      .name = "reduce",
      .doc = "Imports `reduce`, which is no builtin any more, from functools.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#builtins",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"reduce"},
      .examples = {{"total = reduce(add, xs, 0)", "from functools import reduce\n\ntotal = reduce(add, xs, 0)"}},
      .visits = {{{Kind::kIdentifier},
                  [](Context& cx, Node name) {
                    use_from_module(cx, name, {"reduce", "functools", 2, 3}, Spelling::kPlain);
                  }}},
  };
}

}  // namespace py3k::fixers
