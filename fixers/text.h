// What is known of an expression's value by looking at it.
#pragma once

#include "engine/syntax/tree.h"

namespace py3k::fixers {

// Text for sure: a literal, perhaps with % or +, a conversion to a string, a translated message.
bool is_text(engine::Node node);

}  // namespace py3k::fixers
