// future_builtins made Python 2 behave like 3; Python 3 has no such module.
// https://docs.python.org/2/library/future_builtins.html
#include "fixers/library_renames.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_future_builtins() {
  return {
      .name = "future_builtins",
      .doc = "Removes imports of future_builtins, whose functions are the builtins now.",
      .reference = "https://docs.python.org/2.7/library/future_builtins.html",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .examples = {{"from future_builtins import map\nx = map(f, xs)", "x = map(f, xs)"},
                   {"from future_builtins import zip as izip\nx = izip(a)", "x = zip(a)"},
                   {"import future_builtins\nx = future_builtins.map(f, xs)", "x = map(f, xs)"}},
      .modules = modules_of("future_builtins"),
  };
}

}  // namespace py3k::fixers
