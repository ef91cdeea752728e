// Attributes that Python 3 calls otherwise, whatever they are attributes of: f.func_code is f.__code__.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string_view>

#include "engine/fixer.h"

namespace py3k::fixers {

struct AttributeRename {
  std::map<std::string_view, std::string_view> names;  // old to new
  // Those of them whose new name Python 2.7 has not.
  std::set<std::string_view> python3_only = {};
  // Says whether an attribute is one of those that were renamed; empty: all are.
  std::function<bool(engine::Context&, engine::Node)> applies = {};
  // For attributes called so of which nobody can tell; empty: they stay, and nothing is said.
  std::string_view doubtful = {};
};

// Is the text an attribute's name, the 'func_code' of getattr(f, 'func_code'), or of a call of a function of the file
// that asks so for what it is given?
bool names_attribute(engine::Context& cx, engine::Node text);

// Changes all of a file. A class that has an attribute of an old name itself keeps it, and what may be one of its
// instances too. A name given as text, as in getattr(f, 'func_code'), changes as well.
void rename_attributes(engine::Context& cx, const AttributeRename& rename);

}  // namespace py3k::fixers
