// Text is one type in Python 3, and so are whole numbers: what told two of them apart has a branch too many.
#include "fixers/type_tests.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_type_tests() {
  return {
      .name = "type_tests",
      .doc =
          "Takes away branches for types that Python 3 has no more, and asks for bytes where what is tested is "
          "decoded.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "Bytes are wanted of what was encoded, or what was meant for byte strings is done with text.",
      .runs_on = RunsOn::kVariant,
      .for_both = "Only tests before a decode() are changed: they ask for bytes, which is str in Python 2.7.",
      .words = {"unicode", "long", "basestring", "decode", "UnicodeType", "LongType"},
      .examples = {{"def f(s):\n    if isinstance(s, unicode):\n        s = s.encode('utf-8')\n    return s",
                    "def f(s):\n    return s"},
                   {"if isinstance(s, str):\n    s = s.decode('utf-8')",
                    "if isinstance(s, bytes):\n    s = s.decode('utf-8')"},
                   {"if isinstance(n, int):\n    a(n)\nelif isinstance(n, long):\n    b(n)",
                    "if isinstance(n, int):\n    a(n)"},
                   {"x = isinstance(n, int) or isinstance(n, long)", "x = isinstance(n, int)"},
                   {"if isinstance(s, str):\n    s = s.decode('utf-8')",
                    "if isinstance(s, bytes):\n    s = s.decode('utf-8')", "--target 2+3"}},
      .finish = convert_type_tests,
  };
}

}  // namespace py3k::fixers
