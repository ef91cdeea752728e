// What the comparing functions that sort() took in Python 2 compare by.
#pragma once

#include <string_view>

#include "engine/fixer.h"

namespace py3k::fixers {

// What there is in place of cmp(), https://docs.python.org/3/whatsnew/3.0.html#ordering-comparisons, in a function of a
// and b.
constexpr std::string_view kCmpBody = "return (a > b) - (a < b)";

// lambda a, b: cmp(f(a), f(b)) compares by f.
struct Comparison {
  engine::Node parameter;  // a
  engine::Node key;        // f(a); empty where the function is none of these
  bool reverse = false;    // lambda a, b: cmp(f(b), f(a)); then they are b and f(b)
};
Comparison comparison_of(engine::Context& cx, engine::Node function);

// Is it the builtin cmp(), or what fixer cmp defines in its place?
bool is_cmp(engine::Context& cx, engine::Node function);

// Is it an argument, by position or name, of something called sort or sorted?
bool is_given_to_sort(engine::Node argument);

}  // namespace py3k::fixers
