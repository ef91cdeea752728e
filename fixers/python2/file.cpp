// file() is gone, open() did the same: https://docs.python.org/2.7/library/functions.html#file
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_file() {
  return {
      .name = "file",
      .doc = "Replaces file(path) by open(path).",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#builtins",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .examples = {{"for line in file(path): pass", "for line in open(path): pass"}},
      .rules = {{"file($*arguments)", "open($*arguments)"}},
  };
}

}  // namespace py3k::fixers
