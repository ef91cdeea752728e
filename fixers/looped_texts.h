// Texts that a name stands for one after the other: `for name in 'a', 'b'`.
#pragma once

#include <vector>

#include "engine/fixer.h"

namespace py3k::fixers {

// The literals that a name goes through in a loop or comprehension around it, in their order: those of a list, tuple or
// set that stands there, or of a variable that is given one and nothing else. Empty where it may be anything else.
std::vector<engine::Node> texts_looped_over(engine::Context& cx, engine::Node name);

}  // namespace py3k::fixers
