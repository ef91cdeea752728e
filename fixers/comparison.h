// What the comparing functions that sort() took in Python 2 compare by.
#pragma once

#include "engine/fixer.h"

namespace py3k::fixers {

// lambda a, b: cmp(f(a), f(b)) compares by f.
struct Comparison {
  engine::Node parameter;  // a
  engine::Node key;        // f(a); empty where the function is none of these
  bool reverse = false;    // lambda a, b: cmp(f(b), f(a)); then they are b and f(b)
};
Comparison comparison_of(engine::Context& cx, engine::Node function);

// Is it an argument, by position or name, of something called sort or sorted?
bool is_given_to_sort(engine::Node argument);

}  // namespace py3k::fixers
