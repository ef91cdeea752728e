// What is known of a number by looking at where it comes from.
//
//   Numbers numbers(cx);
//   if (numbers.of(division.child(Field::kLeft)) == Number::kFloat) …
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "engine/fixer.h"

namespace py3k::fixers {

enum class Number : std::uint8_t {
  kUnknown,  // or none at all: / may be an operator of a class
  kInteger,
  kFloat,
};

// Of one file. Remembers what it found of variables: each may be made of many others, and they of more.
class Numbers {
 public:
  explicit Numbers(engine::Context& cx) : cx_(cx) {}

  // Of an expression's value under Python 2; for a variable, of all that it is ever given.
  Number of(engine::Node expression) { return at(expression, 0); }

 private:
  Number at(engine::Node node, int depth);
  Number of_operation(engine::Node node, int depth);
  Number of_variable(engine::Node name, int depth);
  Number of_all(const engine::Binding& binding, int depth);
  Number given_at(const engine::BindingSite& site, int depth);

  engine::Context& cx_;
  std::map<std::pair<const engine::Binding*, int>, Number> known_;  // by depth too, as it decides where to give up
};

}  // namespace py3k::fixers
