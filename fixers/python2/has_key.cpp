// d.has_key(k) was removed in Python 3.0; the `in` operator, there since 2.2, replaces it.
// https://docs.python.org/3/whatsnew/3.0.html#views-and-iterators-instead-of-lists
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_has_key() {
  return {
      .name = "has_key",
      .doc = "Replaces d.has_key(k) with `k in d`.",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .examples = {{"if d.has_key(k): pass", "if k in d: pass"},
                   {"if not d.has_key(k): pass", "if k not in d: pass"},
                   {"x = -d.has_key(a or b)", "x = -((a or b) in d)"}},
      .rules = {{"not $d.has_key($k)", "$k not in $d"}, {"$d.has_key($k)", "$k in $d"}},
  };
}

}  // namespace py3k::fixers
