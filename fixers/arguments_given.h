// What a function's callers give it, as far as the file shows.
#pragma once

#include <vector>

#include "engine/fixer.h"

namespace py3k::fixers {

// What the calls of the function by its own name give to the parameter that a name stands for, and what it is where
// they give nothing. Empty where the name is no such parameter, or where a call doesn't show what it gives.
std::vector<engine::Node> arguments_given(engine::Context& cx, engine::Node name);

}  // namespace py3k::fixers
