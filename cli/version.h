// The version of py3k, which CMakeLists.txt states.
#pragma once

#include <string_view>

namespace py3k::cli {

inline constexpr std::string_view kVersion = PY3K_VERSION;

}  // namespace py3k::cli
