// Renames: things that moved. A table of qualified names, old to new, applied to a file's imports and uses together.
//
//   apply_renames({{"django.utils.encoding.smart_unicode", "django.utils.encoding.smart_text"}}, context);
#pragma once

#include <string>
#include <vector>

#include "engine/rewrite/context.h"

namespace py3k::engine {

struct Rename;

// Makes one change for each import and all uses that go with it. Where a new name would hide, or be hidden by, another of the
// file's, it is imported `as` the old one. Uses of builtins are left to builtin_rename.h.
void apply_renames(const std::vector<Rename>& renames, Context& context);

}  // namespace py3k::engine
