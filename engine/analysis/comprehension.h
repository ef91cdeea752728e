// Comprehensions and generator expressions. In Python 3 each is a scope, list comprehensions included; what the first
// loop of one goes through is worked out around it.
//
//   is_in_comprehension(name, function)   // true for the first `x` of `[x + y for y in x]`
#pragma once

#include "engine/syntax/tree.h"

namespace py3k::engine {

// A list, set or dictionary comprehension, or a generator expression?
bool is_comprehension(Node node);

// Does one that lies in `whole`, which the node lies in as well, have the node in its scope?
bool is_in_comprehension(Node node, Node whole);

}  // namespace py3k::engine
