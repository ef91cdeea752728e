// Renames: things that moved, and modules that did. Tables of qualified names, old to new, applied to a file's imports
// and uses together.
//
//   apply_renames({{&fixer, &fixer.renames, &fixer.modules}}, context);
#pragma once

#include <string>
#include <vector>

#include "engine/rewrite/context.h"

namespace py3k::engine {

struct ModuleMove;
struct Rename;

// What one fixer renames.
struct FixerRenames {
  const Fixer* fixer;
  const std::vector<Rename>* renames;
  const std::vector<ModuleMove>* modules;
};

// Makes one change for each import and all uses that go with it; those of all fixers at once, because one statement may
// import what belongs to several. Where a new name would hide, or be hidden by, another of the file's, it is imported
// `as` the old one. Of `try: import new` / `except ImportError: import old` one import stays. Uses of builtins are left
// to builtin_rename.h.
void apply_renames(const std::vector<FixerRenames>& all, Context& context);

}  // namespace py3k::engine
