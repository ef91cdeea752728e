#include "fixers/itertools_moves.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_itertools() {
  return {
      .name = "itertools",
      .doc =
          "Replaces itertools.izip, imap and ifilter by the builtins zip, map and filter, and renames izip_longest and "
          "ifilterfalse.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#views-and-iterators-instead-of-lists",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .examples = {{"import itertools as it\nx = it.izip(a, b)", "import itertools as it\nx = zip(a, b)"},
                   {"import itertools\nx = itertools.izip_longest(a, b)",
                    "import itertools\nx = itertools.zip_longest(a, b)"},
                   {"import itertools\nx = itertools.imap(None, a, b)", "import itertools\nx = zip(a, b)"}},
      .renames = itertools_moves(Rename::Where::kAttribute),
  };
}

}  // namespace py3k::fixers
