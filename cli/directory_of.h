// The directory that a path's last name stands in.
//
//   directory_of("app/views.py")   // "app"
//   directory_of("views.py")       // "."
#pragma once

#include <string>

namespace py3k::cli {

inline std::string directory_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace py3k::cli
