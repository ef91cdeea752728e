// Signatures: what functions and methods of Python's library take and give, from the sections [values] and [methods] of
// python.facts.
//
//   const Fact* fact = known_function("base64.b64encode");
//   role(*fact, 0);   // "bytes"
//   fact->gives;      // "ascii"
#pragma once

#include <cstddef>
#include <string_view>

#include "engine/library/facts.h"

namespace py3k::engine {

// Both sections; read when first asked for.
const Facts& signatures();

// Null where nothing is known of it.
const Fact* known_function(std::string_view qualified_name);
// The same of a method, by its own name: "join".
const Fact* known_method(std::string_view own_name);

// Of what may not be known.
inline bool is_marked(const Fact* known, Mark mark) { return known != nullptr && known->has(mark); }
inline bool gives(const Fact* known, std::string_view what) { return known != nullptr && known->gives == what; }

// What becomes of its argument there: "all", "bytes"; "-" where nothing is known of that.
std::string_view role(const Fact& function, std::size_t position);
// How many arguments it takes at most.
std::size_t most_arguments(const Fact& function);

}  // namespace py3k::engine
