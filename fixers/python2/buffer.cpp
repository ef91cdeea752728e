// buffer() is gone; memoryview() comes closest: https://docs.python.org/3/whatsnew/3.0.html#builtins
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_buffer() {
  return {
      .name = "buffer",
      .doc = "Renames the builtin `buffer` to `memoryview`.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#builtins",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "The buffer is of text, has an offset and a size, or is used as a string: a memoryview is none.",
      .on_by_default = false,
      .examples = {{"part = buffer(data)[4:8]", "part = memoryview(data)[4:8]"}},
      .renames = {{"__builtin__.buffer", "__builtin__.memoryview"}},
  };
}

}  // namespace py3k::fixers
