// Integers have no largest value; sys.maxsize is the largest index, which is what sys.maxint was mostly used for, and
// on most machines the same number. https://docs.python.org/3/whatsnew/3.0.html#integers
#include "fixers/library_renames.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_renames() {
  return {
      .name = "renames",
      .doc = "Renames sys.maxint to sys.maxsize.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#integers",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .examples = {{"import sys\nx = sys.maxint", "import sys\nx = sys.maxsize"},
                   {"from sys import maxint\nx = maxint", "from sys import maxsize\nx = maxsize"}},
      .renames = renames_of("renames"),
  };
}

}  // namespace py3k::fixers
