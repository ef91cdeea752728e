// Files, as far as the code shows how they were opened.
#pragma once

#include "engine/fixer.h"

namespace py3k::fixers {

// The call of open() or file() that an expression is, or that its variable was given, by an assignment or `with`, at
// the one place that binds it; empty where there is none.
engine::Node opening(engine::Context& cx, engine::Node file);

// The mode of such a call, where it is a literal; empty otherwise.
engine::Node mode_of(engine::Node opening);

}  // namespace py3k::fixers
