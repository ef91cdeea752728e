#include <git2.h>

#include "engine/run/ignore_rules.h"

namespace py3k::engine {
namespace {

// libgit2 takes milliseconds to start, so only those pay who are in a work tree. Never shut down: the process ends
// soon.
bool start_libgit2() {
  static const bool is_started = [] {
    if (git_libgit2_init() < 0) return false;
    // We only read ignore rules; a work tree that somebody else owns is as good as any.
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    return true;
  }();
  return is_started;
}

class GitRules : public IgnoreRules {
 public:
  explicit GitRules(git_repository* repository) : repository_(repository) {
    if (git_repository_index(&index_, repository) != 0) index_ = nullptr;
  }
  ~GitRules() override {
    git_index_free(index_);
    git_repository_free(repository_);
  }
  GitRules(const GitRules&) = delete;
  GitRules& operator=(const GitRules&) = delete;

  bool ignores(const std::string& path, bool is_directory) const override {
    const std::string name = is_directory ? path + "/" : path;
    int is_ignored = 0;
    if (git_ignore_path_is_ignored(&is_ignored, repository_, name.c_str()) != 0) return false;
    return is_ignored != 0 && !is_tracked(name, is_directory);
  }

 private:
  bool is_tracked(const std::string& name, bool is_directory) const {
    if (index_ == nullptr) return false;
    if (is_directory) return git_index_find_prefix(nullptr, index_, name.c_str()) == 0;
    return git_index_find(nullptr, index_, name.c_str()) == 0;
  }

  git_repository* repository_;
  git_index* index_ = nullptr;
};

}  // namespace

std::unique_ptr<IgnoreRules> open_git_rules(const std::string& work_tree) {
  if (!start_libgit2()) return nullptr;
  git_repository* repository = nullptr;
  const unsigned flags = GIT_REPOSITORY_OPEN_NO_SEARCH;
  if (git_repository_open_ext(&repository, work_tree.c_str(), flags, nullptr) != 0) return nullptr;
  return std::make_unique<GitRules>(repository);
}

}  // namespace py3k::engine
