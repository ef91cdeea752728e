// StandardError is gone: https://docs.python.org/3/whatsnew/3.0.html#changes-to-exceptions
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_standarderror() {
  return {
      .name = "standarderror",
      .doc = "Renames the builtin `StandardError` to `Exception`.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#changes-to-exceptions",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "StopIteration or a warning must pass an `except StandardError`.",
      .runs_on = RunsOn::kBoth,
      .examples = {{"class Lost(StandardError): pass", "class Lost(Exception): pass"}},
      .renames = {{"__builtin__.StandardError", "__builtin__.Exception"}},
  };
}

}  // namespace py3k::fixers
