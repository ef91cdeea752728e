// What is known of an expression's value by looking at it.
#pragma once

#include "engine/fixer.h"

namespace py3k::fixers {

// Text for sure: a literal, perhaps with % or +, a conversion to a string, a translated message, a method of one of
// these that gives text, or a variable that nothing else is given.
bool is_text(engine::Context& cx, engine::Node node);

// A literal with others beside it, of which one has a b and none a u: they are bytes together.
bool is_beside_bytes(engine::Node literal);

}  // namespace py3k::fixers
