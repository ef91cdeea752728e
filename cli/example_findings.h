// What a fixer has to say about one of its examples, and leaves for people: found by running it.
//
//   example_findings(fixer, fixer.examples[0])    // {"callable is gone in Python 3.0 and 3.1: …"}
#pragma once

#include <string>
#include <vector>

#include "engine/fixer.h"

namespace py3k::cli {

// In the order of the lines; where the example has more than one, with the number of each.
std::vector<std::string> example_findings(const engine::Fixer& fixer, const engine::Example& example);

}  // namespace py3k::cli
