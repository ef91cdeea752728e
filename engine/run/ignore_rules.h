// IgnoreRules: which files of a work tree its version control leaves alone.
//
//   std::unique_ptr<IgnoreRules> rules = open_git_rules("/home/me/project");   // null: not a git work tree
//   rules->ignores("build/out.py", false)
#pragma once

#include <memory>
#include <string>

namespace py3k::engine {

class IgnoreRules {
 public:
  virtual ~IgnoreRules() = default;
  // `path` is relative to the top of the work tree.
  virtual bool ignores(const std::string& path, bool is_directory) const = 0;
};

// The rules of the git work tree whose top, the directory that holds `.git`, this is. Null where git can't read it.
// What is tracked is not ignored, whatever .gitignore says. Not to be used by several threads at once.
std::unique_ptr<IgnoreRules> open_git_rules(const std::string& work_tree);

}  // namespace py3k::engine
