// WorkTrees: which git work tree a file is in, by the `.git` in a directory above it.
//
//   WorkTrees trees(store);
//   trees.place_of("app/a.py")   // {"/home/me/project", "src/app/a.py"}; {"", ""} where it is in none
//
// Links are followed, since of a link it is the target that is converted. What was found is remembered.
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

#include "engine/run/file_store.h"

namespace py3k::engine {

class WorkTrees {
 public:
  struct Place {
    std::string top;
    std::string path;  // relative to it
  };

  explicit WorkTrees(const FileStore& store) : store_(store) {}

  // On any thread.
  Place place_of(const std::string& path);

 private:
  const std::string& top_of(const std::string& directory);

  const FileStore& store_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::string> canonical_;  // by directory, as named
  std::unordered_map<std::string, std::string> tops_;       // by directory, absolute; empty: in no work tree
};

}  // namespace py3k::engine
