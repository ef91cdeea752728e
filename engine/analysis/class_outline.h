// ModuleOutline: the classes at the top of a module, as far as others need to know them: what each has, and what it is
// made from. Small enough to be kept for many files.
//
//   ModuleOutline outline = outline_of(tree, names);
//   outline.classes.at("Box").members.contains("has_key")
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/analysis/names.h"
#include "engine/report/finding.h"

namespace py3k::engine {

// A member of classes that are not made as `type` makes them, however that is written.
inline constexpr std::string_view kMetaclass = "__metaclass__";

struct ClassOutline {
  std::vector<std::string> bases;  // "Base" of this module, "__builtin__.dict", ".helper.Base"; "" where it isn't known
  std::unordered_set<std::string> members;  // what its body binds
  bool iterates_otherwise = false;          // its __iter__() gives something else than the object itself
  bool keeps_next = false;                  // its `next` takes arguments, or is a property: no iterator's method
  bool shows_iteration = false;             // its `next` is an iterator's method by its looks
};

struct ModuleOutline {
  Dialect dialect = Dialect::kBoth;                       // by the syntax alone
  std::unordered_map<std::string, ClassOutline> classes;  // by name
  std::unordered_map<std::string, std::string> imports;   // what names stand for that it imports from elsewhere
};

ModuleOutline outline_of(const Tree& tree, const Names& names);
// The same, made once for a file.
const ModuleOutline& remembered_outline(const Tree& tree, const Names& names);

// The outline of one class, wherever in the module it stands; made once.
const ClassOutline& outline_of(Node class_definition, const Names& names);

}  // namespace py3k::engine
