#include "fixers/itertools_moves.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_itertools_imports() {
  return {
      .name = "itertools_imports",
      .doc =
          "Removes izip, imap and ifilter from imports and uses the builtins zip, map and filter; renames izip_longest "
          "and ifilterfalse where they are imported.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#views-and-iterators-instead-of-lists",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .examples = {{"from itertools import chain, izip as z\nx = z(a, b)",
                    "from itertools import chain\nx = zip(a, b)"},
                   {"from itertools import ifilterfalse\nx = ifilterfalse(f, a)",
                    "from itertools import filterfalse\nx = filterfalse(f, a)"}},
      .renames = itertools_moves(Rename::Where::kImported),
  };
}

}  // namespace py3k::fixers
