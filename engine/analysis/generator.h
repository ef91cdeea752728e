// Is a function a generator, whose code runs only while somebody goes through what calling it gave?
//
//   is_generator(definition)   // def f(): yield 1
//   generator_of(yield)        // that definition
#pragma once

#include "engine/syntax/tree.h"

namespace py3k::engine {

// Has the function, a function_definition, a `yield` of its own: none of a function or lambda in it?
bool is_generator(Node function);

// The function_definition or lambda whose own a `yield` is; empty where it stands in none.
Node generator_of(Node yield);

}  // namespace py3k::engine
