// Scanner: cuts a text into Python 3's tokens as Python does, and refuses what Python's tokenizer refuses.
// https://docs.python.org/3/reference/lexical_analysis.html
#pragma once

#include <string_view>

#include "engine/python3/token.h"

namespace py3k::engine::python3 {

// The text is UTF-8, or of an encoding in which bytes below 128 are ASCII.
Tokens scan(std::string_view text);

}  // namespace py3k::engine::python3
