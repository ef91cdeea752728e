#include "engine/run/git_files.h"
#include "engine/run/git_library.h"
#include "engine/run/ignore_rules.h"

namespace py3k::engine {
namespace {

class GitRules : public IgnoreRules {
 public:
  GitRules(const GitLibrary& git, git_repository* repository, const std::string& top)
      : git_(git), repository_(repository), files_(top) {
    if (git_.repository_index(&index_, repository) != 0) index_ = nullptr;
  }
  ~GitRules() override {
    if (index_ != nullptr) git_.index_free(index_);
    git_.repository_free(repository_);
  }
  GitRules(const GitRules&) = delete;
  GitRules& operator=(const GitRules&) = delete;

  bool ignores(const std::string& path, bool is_directory) const override {
    if (!files_.is_plain_above(path)) return false;
    const std::string name = is_directory ? path + "/" : path;
    int is_ignored = 0;
    if (git_.ignore_path_is_ignored(&is_ignored, repository_, name.c_str()) != 0) return false;
    return is_ignored != 0 && !is_tracked(name, is_directory);
  }

 private:
  bool is_tracked(const std::string& name, bool is_directory) const {
    if (index_ == nullptr) return false;
    if (is_directory) return git_.index_find_prefix(nullptr, index_, name.c_str()) == 0;
    return git_.index_find(nullptr, index_, name.c_str()) == 0;
  }

  const GitLibrary& git_;
  git_repository* repository_;
  git_index* index_ = nullptr;
  mutable RuleFiles files_;
};

}  // namespace

std::unique_ptr<IgnoreRules> open_git_rules(const std::string& work_tree) {
  const GitLibrary* git = GitLibrary::get();
  if (git == nullptr) return nullptr;
  const auto repository = git->open(work_tree);
  return repository ? std::make_unique<GitRules>(*git, *repository, work_tree) : nullptr;
}

}  // namespace py3k::engine
