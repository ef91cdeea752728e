// Star imports that put something else in the place of a builtin. Internal to engine/analysis.
#pragma once

#include <string_view>

#include "engine/dialect/lexer.h"

namespace py3k::engine {

// Does `from module import *` make `name` something other than the builtin? Only said of modules known to do so.
bool star_import_hides(std::string_view module, std::string_view name, Language language);

}  // namespace py3k::engine
