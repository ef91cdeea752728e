// All fixers that are built into py3k. The definition is generated: CMake lists the files fixers/*/*.cpp, so that
// adding a fixer is adding its file, and nothing depends on static registrars, which linkers drop.

#pragma once

#include <vector>

#include "engine/fixer.h"

namespace py3k::fixers {

// In the order of their files' names.
std::vector<engine::Fixer> all_fixers();

}  // namespace py3k::fixers
