// Builtins that Python 3 keeps in a module: reduce, intern, reload.
#pragma once

#include <string>
#include <vector>

#include "engine/fixer.h"

namespace py3k::fixers {

struct MovedBuiltin {
  std::string name;
  std::string module;
  std::size_t fewest;  // arguments
  std::size_t most;
};

enum class Spelling : std::uint8_t {
  kQualified,  // sys.intern(x), with `import sys`
  kPlain,      // reduce(f, x), with `from functools import reduce`
};

// For a visit of identifiers. A call that the builtin could not take is one of something else, whatever that may be.
void use_from_module(engine::Context& cx, engine::Node name, const MovedBuiltin& builtin, Spelling spelling);

}  // namespace py3k::fixers
