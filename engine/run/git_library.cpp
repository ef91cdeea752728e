#include "engine/run/git_library.h"

#include <dlfcn.h>

#include "engine/run/git_files.h"

namespace py3k::engine {
#ifndef PY3K_GIT2_IS_LINKED
namespace {

template <typename Function>
bool load(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

}  // namespace
#endif

const GitLibrary* GitLibrary::get() {
  static const GitLibrary kLibrary;
  return kLibrary.is_ready_ ? &kLibrary : nullptr;
}

bool GitLibrary::load_all() {
#ifdef PY3K_GIT2_IS_LINKED
#define PY3K_LOAD(name) name = ::git_##name;
  PY3K_GIT_FUNCTIONS(PY3K_LOAD)
#undef PY3K_LOAD
  return true;
#else
  void* library = ::dlopen("libgit2.so." LIBGIT2_SOVERSION, RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) return false;
  bool has_all = true;
#define PY3K_LOAD(name) has_all = load(library, "git_" #name, name) && has_all;
  PY3K_GIT_FUNCTIONS(PY3K_LOAD)
#undef PY3K_LOAD
  return has_all;
#endif
}

GitLibrary::GitLibrary() {
  if (!load_all() || libgit2_init() < 0) return;
  // Nothing that a repository's configuration names is ever run, so one that somebody else owns is as good as any.
  libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  is_ready_ = true;
}

Expected<git_repository*> GitLibrary::open(const std::string& top) const {
  if (auto plain = check_git_directory(top); !plain) return tl::unexpected(plain.error());
  git_repository* repository = nullptr;
  const bool is_open = repository_open_ext(&repository, top.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr) == 0;
  if (is_open && repository_set_workdir(repository, top.c_str(), 0) == 0) return repository;
  auto failed = tl::unexpected(last_error("git can't open " + top));
  if (is_open) repository_free(repository);
  return failed;
}

Error GitLibrary::last_error(const std::string& doing) const {
  const git_error* error = error_last();
  const bool says_why = error != nullptr && error->message != nullptr;
  return {says_why ? doing + ": " + error->message : doing, ""};
}

}  // namespace py3k::engine
