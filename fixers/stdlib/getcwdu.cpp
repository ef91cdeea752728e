// os.getcwd() gives text now. https://docs.python.org/3/whatsnew/3.0.html#library-changes
#include "fixers/library_renames.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_getcwdu() {
  return {
      .name = "getcwdu",
      .doc = "Renames os.getcwdu to os.getcwd.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#library-changes",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .examples = {{"import os\nx = os.getcwdu()", "import os\nx = os.getcwd()"},
                   {"from os import getcwdu\nx = getcwdu()", "from os import getcwd\nx = getcwd()"}},
      .renames = renames_of("getcwdu"),
  };
}

}  // namespace py3k::fixers
