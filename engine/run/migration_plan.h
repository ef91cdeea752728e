// plan_migration: the order in which to convert files, in batches that can be reviewed.
//
//   auto batches = plan_migration({{"app/a.py", 120}, {"app/b.py", 30}, …}, module_graph(modules), 400);
//   batches[0].files    // the first to convert, by their place in the list
//
// Directories come in the order of their imports, those first that import none of the others; directories that import
// each other in a circle come together. What is larger than a batch is divided by files, in the same order, but files
// that import each other stay together, however large that is.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/run/components.h"

namespace py3k::engine {

struct PlannedFile {
  std::string path;
  std::size_t lines = 0;  // that the conversion changes; 0: it is in no batch
};

struct Batch {
  std::vector<std::size_t> files;  // sorted
  std::size_t lines = 0;
  std::size_t cycle = 0;  // of one that is too large: how many files import each other; 1: it is a single file
};

std::vector<Batch> plan_migration(const std::vector<PlannedFile>& files, const Graph& imports, std::size_t most_lines);

}  // namespace py3k::engine
