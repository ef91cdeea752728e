// Which files 2to3 takes: those that are named, and in directories that are named all that end in .py, but for what
// begins with a dot. Not sorted as a whole: a directory's own files come before those of its directories.
//
//   for (const FoundFile& file : find_files(store, {"app", "setup.py"})) …
#pragma once

#include <string>
#include <vector>

#include "engine/error.h"
#include "engine/run/file_store.h"

namespace py3k::cli {

struct FoundFile {
  std::string path;
  engine::Error error;  // what: empty for a file to convert
};

// Each file once, under the first of its names.
std::vector<FoundFile> find_files(const engine::FileStore& store, const std::vector<std::string>& paths);

}  // namespace py3k::cli
