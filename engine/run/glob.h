// Globs as --exclude takes them, with the meaning they have in .gitignore.
//
//   glob_matches("*_pb2.py", "app/api/user_pb2.py", false)   // true: no slash, so any name in the path
//   glob_matches("app/*.py", "app/api/a.py", false)          // false: `*` stays within a name
//   glob_matches("app/**/a.py", "app/x/y/a.py", false)       // true
//   glob_matches("build/", "build", true)                    // true: a slash at the end asks for a directory
#pragma once

#include <string_view>

namespace py3k::engine {

// `path` has no slash at its end. A pattern with a slash inside, or at its start, has to match the whole path; one
// without has to match its last name. `*` and `?` don't match a slash; `**` does; `[a-z]` and `[!a-z]` are sets.
bool glob_matches(std::string_view pattern, std::string_view path, bool is_directory);

// What follows a directory in the path of something inside it; empty for all other paths. Both are absolute.
std::string_view path_below(std::string_view path, std::string_view directory);

}  // namespace py3k::engine
