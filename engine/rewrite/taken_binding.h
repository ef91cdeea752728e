// Names of a module that others take from it. Whoever takes one away, or calls it otherwise, has to ask.
#pragma once

#include <vector>

#include "engine/rewrite/context.h"
#include "engine/run/project.h"

namespace py3k::engine {

// Do others take the name from this module? So it is where __all__ names it, where a package's __init__.py has it and
// does not use it, and where another file of the project imports it, or reads it from the module.
bool is_taken(const Context& context, const Binding& binding);

// The files of the project that do.
std::vector<NameTaker> takers_of(const Context& context, const Binding& binding);

// "main.py", "main.py and 3 others", as the directory that the packages lie in has them.
std::string joined_paths(const Context& context, const std::vector<NameTaker>& takers);

}  // namespace py3k::engine
