// What has to come first in a function, class or module.
//
//   insert_first(change, function.child(Field::kBody), "global x");
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/fixer.h"

namespace py3k::fixers {

// Puts statements in the first lines of a body, after its docstring; a suite on the header's line stays there.
void insert_first(engine::ChangeBuilder& change, engine::Node body, std::string_view lines,
                  const engine::Holes& holes = {});

// The statement of a module before which something called `name` can be defined that all `uses` have: behind its
// docstring and the imports at its top, those too that come after a few other statements. Definitions that were put
// there keep one order, whichever came first. Empty where there is no such statement.
engine::Node place_for_definition(engine::Node module, std::string_view name, const std::vector<engine::Node>& uses);
// Puts a definition there, with two blank lines around it. It is written with four blanks a level, which become the
// file's own steps, and ends with a newline.
void insert_definition(engine::Context& cx, engine::ChangeBuilder& change, engine::Node place, const std::string& code);

}  // namespace py3k::fixers
