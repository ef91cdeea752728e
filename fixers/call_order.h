// map() and filter() called their function for all items before anybody saw one; now each call waits until its item is
// wanted.
#pragma once

#include "engine/fixer.h"

namespace py3k::fixers {

// Does that show: a function of this file that prints, changes or raises something, called while a loop's body runs or
// for less than all items? Or one that reads what the body changes? `call` is map(f, …) or filter(f, …).
bool shows_call_order(engine::Context& cx, engine::Node call);

// Does the function raise an exception for sure when its argument, by position, is None?
bool refuses_none(engine::Context& cx, engine::Node function, std::size_t arguments);

// Is the function one of this file, or a lambda?
bool is_own_function(engine::Context& cx, engine::Node function);

}  // namespace py3k::fixers
