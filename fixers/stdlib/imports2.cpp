#include "fixers/library_renames.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_imports2() {
  return {
      .name = "imports2",
      .doc = "Replaces the modules anydbm and whichdb by dbm.",
      .reference = "https://peps.python.org/pep-3108/",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .examples = {{"import anydbm\nx = anydbm.open(f)", "import dbm\nx = dbm.open(f)"},
                   {"from whichdb import whichdb\nx = whichdb(f)", "from dbm import whichdb\nx = whichdb(f)"}},
      .modules = modules_of("imports2"),
  };
}

}  // namespace py3k::fixers
