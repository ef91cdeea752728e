#include <dlfcn.h>
#include <git2.h>

#include "engine/run/ignore_rules.h"

namespace py3k::engine {
namespace {

// libgit2, loaded when the first work tree turns up: it and the twenty libraries that it needs would more than double
// the time that py3k takes to start. Never unloaded: the process ends soon.
class LibGit2 {
 public:
  // Null if it can't be loaded; then nothing is ignored.
  static const LibGit2* get() {
    static const LibGit2 kLibrary;
    return kLibrary.is_ready_ ? &kLibrary : nullptr;
  }

  decltype(&git_repository_open_ext) open = nullptr;
  decltype(&git_repository_free) close = nullptr;
  decltype(&git_repository_index) open_index = nullptr;
  decltype(&git_index_free) close_index = nullptr;
  decltype(&git_index_find) find = nullptr;
  decltype(&git_index_find_prefix) find_prefix = nullptr;
  decltype(&git_ignore_path_is_ignored) is_ignored = nullptr;

 private:
  LibGit2() {
    void* library = ::dlopen("libgit2.so." LIBGIT2_SOVERSION, RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) return;
    decltype(&git_libgit2_init) init = nullptr;
    decltype(&git_libgit2_opts) set_option = nullptr;
    const bool has_all =
        load(library, "git_libgit2_init", init) && load(library, "git_libgit2_opts", set_option) &&
        load(library, "git_repository_open_ext", open) && load(library, "git_repository_free", close) &&
        load(library, "git_repository_index", open_index) && load(library, "git_index_free", close_index) &&
        load(library, "git_index_find", find) && load(library, "git_index_find_prefix", find_prefix) &&
        load(library, "git_ignore_path_is_ignored", is_ignored);
    if (!has_all || init() < 0) return;
    // We only read ignore rules; a work tree that somebody else owns is as good as any.
    set_option(GIT_OPT_SET_OWNER_VALIDATION, 0);
    is_ready_ = true;
  }

  template <typename Function>
  static bool load(void* library, const char* name, Function& function) {
    function = reinterpret_cast<Function>(::dlsym(library, name));
    return function != nullptr;
  }

  bool is_ready_ = false;
};

class GitRules : public IgnoreRules {
 public:
  GitRules(const LibGit2& git, git_repository* repository) : git_(git), repository_(repository) {
    if (git_.open_index(&index_, repository) != 0) index_ = nullptr;
  }
  ~GitRules() override {
    if (index_ != nullptr) git_.close_index(index_);
    git_.close(repository_);
  }
  GitRules(const GitRules&) = delete;
  GitRules& operator=(const GitRules&) = delete;

  bool ignores(const std::string& path, bool is_directory) const override {
    const std::string name = is_directory ? path + "/" : path;
    int is_ignored = 0;
    if (git_.is_ignored(&is_ignored, repository_, name.c_str()) != 0) return false;
    return is_ignored != 0 && !is_tracked(name, is_directory);
  }

 private:
  bool is_tracked(const std::string& name, bool is_directory) const {
    if (index_ == nullptr) return false;
    if (is_directory) return git_.find_prefix(nullptr, index_, name.c_str()) == 0;
    return git_.find(nullptr, index_, name.c_str()) == 0;
  }

  const LibGit2& git_;
  git_repository* repository_;
  git_index* index_ = nullptr;
};

}  // namespace

std::unique_ptr<IgnoreRules> open_git_rules(const std::string& work_tree) {
  const LibGit2* git = LibGit2::get();
  if (git == nullptr) return nullptr;
  git_repository* repository = nullptr;
  if (git->open(&repository, work_tree.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr) != 0) return nullptr;
  return std::make_unique<GitRules>(*git, repository);
}

}  // namespace py3k::engine
