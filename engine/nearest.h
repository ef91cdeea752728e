// nearest_name: what somebody who mistyped a name most likely meant.
//
//   nearest_name("has_keys", {"has_key", "dict"})   // "has_key"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace py3k::engine {

// The number of letters to insert, drop, replace, or swap with their neighbour, to make one name of the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The name that is most like `typed`, the first of several; empty if none is at all like it.
std::string nearest_name(std::string_view typed, const std::vector<std::string>& names);

}  // namespace py3k::engine
