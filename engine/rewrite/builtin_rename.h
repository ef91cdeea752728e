// BuiltinRename: builtins that Python 3 calls otherwise, in their uses: `unicode` is `str`, `xrange` is `range`.
//
// All renames of all fixers are made together, because they meet: `isinstance(x, (str, unicode, basestring))` becomes
// `isinstance(x, str)`. A stand-in that a file made for itself goes with its uses:
//
//   try:
//       unicode
//   except NameError:
//       unicode = str
#pragma once

#include <string>
#include <vector>

#include "engine/rewrite/context.h"

namespace py3k::engine {

struct Rename;

struct BuiltinRename {
  const Fixer* fixer = nullptr;
  const Rename* rename = nullptr;  // what its `to_at` calls by the old name stays
  std::string from;                // "unicode"
  std::string module;              // "__builtin__" for another builtin; else what has to be imported: "functools"
  std::string to;
};

void apply_builtin_renames(const std::vector<const BuiltinRename*>& renames, Context& context);

}  // namespace py3k::engine
