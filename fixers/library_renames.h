// What a fixer renames, from its section of the facts about Python's library: engine/library/python.facts.
#pragma once

#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include "engine/fixer.h"
#include "engine/library/facts.h"

namespace py3k::fixers {

// Is it the library's, where the file imports a module by that name? The project may have one that comes before it.
bool is_of_library(engine::Context& cx, std::string_view module);

// What an item of an import statement binds: its alias, or the first part of its name; null where nothing does.
const engine::Binding* binding_of_import(engine::Context& cx, engine::Node item);

// Does the file, on its outermost level, import the module, or something of it?
bool imports_module(engine::Context& cx, std::string_view module);

// The one line of a section that is about the name; null where there is none.
const engine::Fact* fact_of(std::string_view section, std::string_view name);
// The first that is about a method of that name, of whatever class.
const engine::Fact* fact_of_method(std::string_view section, std::string_view method);

// The names of a section, each with its replacement, or with what to say where it has none. Modules that are parts of
// packages are among them as names that are imported from these. Those with marks that `without` has are left out.
std::vector<engine::Rename> renames_of(std::string_view section, std::vector<engine::Mark> without = {});
std::vector<engine::ModuleMove> modules_of(std::string_view section);

// What depends on the use of a name, for one of these lists.
engine::Rename& at(std::vector<engine::Rename>& renames, std::string_view from);

// A section's methods, old names to new.
std::map<std::string_view, std::string_view> methods_of(std::string_view section);

// Does --vendor bring the module? Then fixer vendored_modules sees to its import, and all that is in it stays.
bool comes_along(engine::Context& cx, std::string_view module);
bool comes_along(const engine::Vendored& vendored, std::string_view module);

}  // namespace py3k::fixers
