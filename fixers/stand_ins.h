// Stand-ins: code for names of Python 2's library that are gone, from stand_ins.txt.
//
//   stand_in_for("imp.PY_SOURCE")->code   // "1"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/fixer.h"

namespace py3k::fixers {

struct StandIn {
  std::string_view name;           // "imp.load_source"
  std::vector<std::string> needs;  // modules that its code names
  std::vector<std::string> with;   // stand-ins that its code names, which are further up in the file
  std::string_view code;           // a definition that ends with a newline, or an expression
  bool is_expression = false;
  bool is_empty = false;  // a class of which there are no objects
  std::size_t place = 0;  // in the file
  std::string_view own_name() const { return name.substr(name.rfind('.') + 1); }
};

// Null where there is none of that qualified name.
const StandIn* stand_in_for(std::string_view name);
// Those of a module.
std::vector<const StandIn*> stand_ins_of(std::string_view module);
// Is it what one of them is called?
bool is_own_name_of_stand_in(std::string_view own_name);
std::vector<std::string_view> names_of_stand_ins();
// Without one of which no file uses one of them.
std::vector<std::string> stand_in_words();

}  // namespace py3k::fixers
