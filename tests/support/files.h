// Reading and writing whole files, for tests: what can't be read is empty, and a test failure.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace py3k::tests {

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, std::string_view bytes);

// All files below a directory whose name ends so, sorted.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& directory, std::string_view ending);

}  // namespace py3k::tests
