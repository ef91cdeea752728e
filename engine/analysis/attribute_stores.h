// attribute_stores: which attributes a file sets, found in one walk and remembered.
#pragma once

#include <string_view>

#include "engine/analysis/names.h"
#include "engine/syntax/tree.h"

namespace py3k::engine {

// Is there an `x.name = …`, of whatever x?
bool is_attribute_set(std::string_view name, const Tree& tree, const Names& names);

}  // namespace py3k::engine
