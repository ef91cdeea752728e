// Names of a module that others take from it. Whoever takes one away, or calls it otherwise, has to ask.
#pragma once

#include <string>
#include <vector>

#include "engine/rewrite/context.h"
#include "engine/run/project.h"

namespace py3k::engine {

// Do others take the name from this module? So it is where __all__ names it, where a package's __init__.py has it and
// does not use it, and where another file of the project imports it, or reads it from the module.
bool is_taken(const Context& context, const Binding& binding);

// The same of a name that no statement of the module binds, since it comes from a star import.
bool is_taken(const Context& context, const std::string& name);

// The files of the project that do.
std::vector<NameTaker> takers_of(const Context& context, const Binding& binding);

// What such a file reads of the thing, which is a module: "urlopen" of `util.urllib2.urlopen`.
std::vector<std::string> attributes_of(const Context& context, const NameTaker& taker);

// "main.py", "main.py and 3 others", as the directory that the packages lie in has them.
std::string joined_paths(const Context& context, const std::vector<NameTaker>& takers);

}  // namespace py3k::engine
