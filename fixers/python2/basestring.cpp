// Python 3 has no class above text and bytes; what is asked for is nearly always text.
#include "fixers/type_tests.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_basestring() {
  return {
      .name = "basestring",
      .doc = "Renames the builtin `basestring` to `str`.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "Bytes have to pass the test as well: write (str, bytes) there.",
      .examples = {{"isinstance(x, basestring)", "isinstance(x, str)"},
                   {"isinstance(x, (basestring, int))", "isinstance(x, (str, int))"}},
      .renames = {{.from = "__builtin__.basestring",
                   .to = "__builtin__.str",
                   .to_at = [](Context& cx, Node use) { return stays_in_test(cx, use, "__builtin__.basestring"); }}},
  };
}

}  // namespace py3k::fixers
