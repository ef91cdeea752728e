// GitLibrary: libgit2, loaded when it is first needed: it and the twenty libraries that it needs would more than double
// the time that py3k takes to start. Never unloaded: the process ends soon.
//
//   const GitLibrary* git = GitLibrary::get();   // null: it can't be loaded
//   git->repository_open_ext(&repository, …);
#pragma once

#include <git2.h>

#include "engine/error.h"

namespace py3k::engine {

// The functions that are used, without their prefix.
#define PY3K_GIT_FUNCTIONS(use)                                                                                        \
  use(libgit2_init) use(libgit2_opts) use(error_last) use(repository_open_ext) use(repository_free)                    \
      use(repository_index) use(index_free) use(index_find) use(index_find_prefix) use(ignore_path_is_ignored)         \
          use(status_list_new) use(status_list_free) use(status_list_entrycount) use(status_byindex)                   \
              use(revparse_single) use(object_peel) use(object_free) use(diff_tree_to_workdir_with_index)              \
                  use(diff_num_deltas) use(diff_get_delta) use(diff_free) use(repository_state) use(repository_head)   \
                      use(repository_head_unborn) use(reference_peel) use(reference_free)                              \
                          use(repository_config_snapshot) use(config_get_string) use(config_free) use(signature_now)   \
                              use(signature_free) use(index_read) use(index_add_bypath) use(index_write)               \
                                  use(index_write_tree) use(index_read_tree) use(repository_set_workdir)               \
                                      use(tree_lookup) use(tree_free) use(commit_create) use(oid_tostr) use(object_id) \
                                          use(revwalk_new) use(revwalk_free) use(revwalk_push_head) use(revwalk_push)  \
                                              use(revwalk_sorting) use(revwalk_next) use(commit_lookup)                \
                                                  use(commit_free) use(commit_tree) use(commit_parentcount)            \
                                                      use(commit_parent) use(diff_tree_to_tree) use(blob_lookup)       \
                                                          use(blob_free) use(blob_rawcontent) use(blob_rawsize)        \
                                                              use(repository_mergehead_foreach) use(tree_entry_bypath) \
                                                                  use(tree_entry_free) use(tree_entry_id)

class GitLibrary {
 public:
  static const GitLibrary* get();

#define PY3K_DECLARE(name) decltype(&::git_##name) name = nullptr;
  PY3K_GIT_FUNCTIONS(PY3K_DECLARE)
#undef PY3K_DECLARE

  // The repository whose work tree a directory is, whatever its configuration has as one.
  Expected<git_repository*> open(const std::string& top) const;

  // What libgit2 says went wrong in the last call on this thread.
  Error last_error(const std::string& doing) const;

 private:
  GitLibrary();
  bool load_all();
  bool is_ready_ = false;
};

}  // namespace py3k::engine
