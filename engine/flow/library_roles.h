// LibraryRoles: what functions, classes and methods of Python's library take and give, for the flow of values; from the
// sections [text] and [values] of python.facts.
//
//   library_role("socket.socket.recv")->gives    // "bytes"
#pragma once

#include <string_view>
#include <vector>

#include "engine/library/facts.h"

namespace py3k::engine {

// Null where nothing is known of it. Names are those of Python 2, or of 3.
const Fact* library_role(std::string_view qualified_name);

// What an argument is for, and by which name it may be given.
struct ArgumentRole {
  std::string_view keyword = {};
  std::string_view role = {};
  bool repeats = false;  // for this argument and all that follow
};
std::vector<ArgumentRole> argument_roles(std::string_view takes);

// The parts of "tuple[bytes,any]": "tuple", and "bytes", "any".
std::string_view type_name(std::string_view type);
std::vector<std::string_view> type_parts(std::string_view type);

}  // namespace py3k::engine
