// Where the tests find things on this machine; defined in a file that CMake generates.

#pragma once

#include <filesystem>

namespace py3k::tests {

extern const std::filesystem::path kSourceDir;  // the root of the sources; testdata/ is in it
extern const std::filesystem::path kProgram;    // the py3k that was built beside the tests

}  // namespace py3k::tests
