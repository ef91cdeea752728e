// What `raise E, V, T` and `generator.throw(E, V, T)` throw, as one expression.
#pragma once

#include <optional>

#include "engine/fixer.h"

namespace py3k::fixers {

struct Raised {
  std::string replacement;  // a template, over the holes
  engine::Holes holes;
  bool is_choice = false;  // one of several, by `if`
  engine::Safety safety = engine::Safety::kSafe;
};

// `value` and `traceback` may be empty. Nothing where the type is text: Python 3 has no string exceptions.
std::optional<Raised> raised_instance(engine::Context& cx, engine::Node type, engine::Node value,
                                      engine::Node traceback);

// Does the expression name a class, by its binding or by its looks?
bool names_class(engine::Context& cx, engine::Node node);

}  // namespace py3k::fixers
