// git_files: whether the files that libgit2 reads are files. It would wait for ever for who writes to a FIFO, and a
// repository is made by whoever has sent it.
//
//   if (auto plain = check_git_directory("/home/me/project"); !plain) return plain;   // "…/.git/config is no regular
//   file"
#pragma once

#include <string>
#include <unordered_map>

#include "engine/error.h"

namespace py3k::engine {

// What is read of a repository before anything else: of the one whose work tree a directory is.
Expected<void> check_git_directory(const std::string& top);

// .gitignore and .gitattributes in a work tree, and all below it.
Expected<void> check_rules_below(const std::string& top);

// Does the repository that a `.git` names (which is a file where it lies elsewhere) know of this work tree?
bool is_own_git_directory(const std::string& top);

// .gitignore and .gitattributes above paths, each looked at once. Not to be used by several threads at once.
class RuleFiles {
 public:
  explicit RuleFiles(std::string top) : top_(std::move(top)) {}
  // `path` is relative to the top of the work tree.
  bool is_plain_above(const std::string& path);

 private:
  std::string top_;
  std::unordered_map<std::string, bool> known_;  // by directory: are its own plain, and all above?
};

}  // namespace py3k::engine
