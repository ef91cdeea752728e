// Which files 2to3 takes: those that are named, and in directories that are named all that end in .py, but for what
// begins with a dot. Not sorted as a whole: a directory's own files come before those of its directories.
//
//   for (const WalkedPath& file : find_files(store, {"app", "setup.py"})) …
#pragma once

#include <string>
#include <vector>

#include "engine/run/file_store.h"
#include "engine/run/walk.h"

namespace py3k::cli {

// Each file once, under the first of its names.
std::vector<engine::WalkedPath> find_files(const engine::FileStore& store, const std::vector<std::string>& paths);

}  // namespace py3k::cli
