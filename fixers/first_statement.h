// What has to come first in a function or class.
//
//   insert_first(change, function.child(Field::kBody), "global x");
#pragma once

#include <string_view>

#include "engine/fixer.h"

namespace py3k::fixers {

// Puts statements in the first lines of a body, after its docstring; a suite on the header's line stays there.
void insert_first(engine::ChangeBuilder& change, engine::Node body, std::string_view lines,
                  const engine::Holes& holes = {});

}  // namespace py3k::fixers
