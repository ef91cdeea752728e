// coerce() is gone: https://docs.python.org/2.7/library/functions.html#coerce
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_coerce() {
  return {
      .name = "coerce",
      .doc = "Finds coerce(), which is gone.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#builtins",
      .group = Group::kPython2,
      .safety = Safety::kManual,
      .runs_on = RunsOn::kBoth,
      .words = {"coerce"},
      .examples = {{"a, b = coerce(a, b)", "a, b = coerce(a, b)"}},
      .finish =
          [](Context& cx) {
            for (Node use : cx.names().free_uses("coerce"))
              if (cx.names().resolves_to(use, "__builtin__.coerce"))
                cx.report(use, "coerce() is gone: convert the two to one type, as with type(a + b)");
          },
  };
}

}  // namespace py3k::fixers
