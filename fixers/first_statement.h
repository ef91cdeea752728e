// What has to come first in a function, class or module.
//
//   insert_first(change, function.child(Field::kBody), "global x");
#pragma once

#include <string>
#include <string_view>

#include "engine/fixer.h"

namespace py3k::fixers {

// Puts statements in the first lines of a body, after its docstring; a suite on the header's line stays there.
void insert_first(engine::ChangeBuilder& change, engine::Node body, std::string_view lines,
                  const engine::Holes& holes = {});

// Code that is written with four blanks a level, as the file indents its own.
std::string in_steps_of(const engine::Tree& tree, std::string_view code);

// The statement of a module behind its docstring and the imports at its top, before which a function can be defined
// that all that follows has; empty where there is none.
engine::Node place_for_definition(engine::Node module);

}  // namespace py3k::fixers
