// StringIO.StringIO took bytes and text alike; io has a class for each.
#pragma once

#include <string>

#include "engine/fixer.h"

namespace py3k::fixers {

// "io.BytesIO" where bytes go into what is made here, "io.StringIO" where text does, "" where that isn't known.
std::string string_io_at(engine::Context& cx, engine::Node use);

// Reports each StringIO of which it isn't known.
void report_string_io(engine::Context& cx);

}  // namespace py3k::fixers
