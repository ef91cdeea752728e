// What holds for every conversion of any text: what is written is Python 3, and nothing is written in vain.

#pragma once

#include <string>

#include "engine/run/pipeline.h"

namespace py3k::tests {

// What is wrong with the conversion of a text with all fixers; empty when it is sound.
std::string flaw_of_conversion(const engine::Converter& converter, const std::string& text);

}  // namespace py3k::tests
