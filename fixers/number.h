// What is known of a number by looking at where it comes from.
#pragma once

#include <cstdint>

#include "engine/fixer.h"

namespace py3k::fixers {

enum class Number : std::uint8_t {
  kUnknown,  // or none at all: / may be an operator of a class
  kInteger,
  kFloat,
};

// Of an expression's value under Python 2; for a variable, of all that it is ever given.
Number number_of(engine::Context& cx, engine::Node expression);

}  // namespace py3k::fixers
