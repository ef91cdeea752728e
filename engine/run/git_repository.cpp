#include "engine/run/git_repository.h"

#include <array>
#include <cstdlib>
#include <utility>

#include "engine/run/git_library.h"

namespace py3k::engine {
namespace {

constexpr unsigned kStaged = GIT_STATUS_INDEX_NEW | GIT_STATUS_INDEX_MODIFIED | GIT_STATUS_INDEX_DELETED |
                             GIT_STATUS_INDEX_RENAMED | GIT_STATUS_INDEX_TYPECHANGE;
constexpr unsigned kUnstaged = GIT_STATUS_WT_MODIFIED | GIT_STATUS_WT_DELETED | GIT_STATUS_WT_TYPECHANGE |
                               GIT_STATUS_WT_RENAMED | GIT_STATUS_WT_UNREADABLE | GIT_STATUS_CONFLICTED;

// An object of libgit2, freed with the function that is made for it.
template <typename T>
using Owned = std::unique_ptr<T, void (*)(T*)>;

std::string environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing changes the environment
  return value == nullptr ? "" : value;
}

class LibGit2Repository : public GitRepository {
 public:
  LibGit2Repository(const GitLibrary& git, git_repository* repository)
      : git_(git), repository_(repository, git.repository_free) {}

  Expected<GitStatus> status() const override {
    git_status_options options = GIT_STATUS_OPTIONS_INIT;
    options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR;
    options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS |
                    GIT_STATUS_OPT_EXCLUDE_SUBMODULES | GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH;
    Owned<git_status_list> list(nullptr, git_.status_list_free);
    if (!fill(list, git_.status_list_new, repository_.get(), &options)) return fail("git can't tell what has changed");
    GitStatus status;
    for (std::size_t i = 0; i < git_.status_list_entrycount(list.get()); ++i)
      add(*git_.status_byindex(list.get(), i), status);
    return status;
  }

  Expected<std::set<std::string>> changed_since(const std::string& revision) const override {
    Owned<git_object> object(nullptr, git_.object_free);
    Owned<git_object> tree(nullptr, git_.object_free);
    const bool is_found = fill(object, git_.revparse_single, repository_.get(), revision.c_str()) &&
                          fill(tree, git_.object_peel, object.get(), GIT_OBJECT_TREE);
    if (!is_found) return failure("there is no revision " + revision, "name a commit, branch or tag");
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS | GIT_DIFF_IGNORE_SUBMODULES |
                    GIT_DIFF_SKIP_BINARY_CHECK;
    Owned<git_diff> diff(nullptr, git_.diff_free);
    auto* tree_of_revision = reinterpret_cast<git_tree*>(tree.get());
    if (!fill(diff, git_.diff_tree_to_workdir_with_index, repository_.get(), tree_of_revision, &options)) {
      return fail("git can't tell what has changed since " + revision);
    }
    std::set<std::string> changed;
    for (std::size_t i = 0; i < git_.diff_num_deltas(diff.get()); ++i) {
      changed.insert(git_.diff_get_delta(diff.get(), i)->new_file.path);
    }
    return changed;
  }

  Expected<void> check_commits() const override {
    if (git_.repository_head_unborn(repository_.get()) == 1)
      return failure("nothing has been committed yet", "commit what there is");
    if (git_.repository_state(repository_.get()) != GIT_REPOSITORY_STATE_NONE) {
      return failure("a merge, rebase or the like is under way", "finish it first");
    }
    for (const char* role : {"AUTHOR", "COMMITTER"}) {
      if (const auto person = signature(role); !person) return tl::unexpected(person.error());
    }
    return {};
  }

  Expected<std::string> commit(const std::vector<std::string>& paths, const std::string& message) const override {
    const std::string doing = "can't be committed";
    Owned<git_index> index(nullptr, git_.index_free);
    if (!fill(index, git_.repository_index, repository_.get()) || git_.index_read(index.get(), 1) != 0)
      return fail(doing);
    for (const std::string& path : paths) {
      if (git_.index_add_bypath(index.get(), path.c_str()) != 0) return fail(path + " " + doing);
    }
    git_oid tree_id;
    Owned<git_tree> tree(nullptr, git_.tree_free);
    const bool is_written =
        git_.index_write_tree(&tree_id, index.get()) == 0 && fill(tree, git_.tree_lookup, repository_.get(), &tree_id);
    if (!is_written) return fail(doing);
    const auto parent = head_object();
    if (!parent) return tl::unexpected(parent.error());
    const auto author = signature("AUTHOR");
    const auto committer = signature("COMMITTER");
    if (!author || !committer) return tl::unexpected((author ? committer : author).error());
    git_oid id;
    std::array<const git_commit*, 1> parents = {reinterpret_cast<const git_commit*>(parent->get())};
    const int result = git_.commit_create(&id, repository_.get(), "HEAD", author->get(), committer->get(), nullptr,
                                          message.c_str(), tree.get(), parents.size(), parents.data());
    // Last, so that nothing stays staged where there is no commit.
    if (result != 0 || git_.index_write(index.get()) != 0) return fail(doing);
    return text_of(id);
  }

  bool is_tracked(const std::string& path) const override {
    Owned<git_index> index(nullptr, git_.index_free);
    if (!fill(index, git_.repository_index, repository_.get())) return false;
    return git_.index_find(nullptr, index.get(), path.c_str()) == 0;
  }

  Expected<std::string> head() const override {
    const auto object = head_object();
    if (!object) return tl::unexpected(object.error());
    return text_of(*git_.object_id(object->get()));
  }

 private:
  tl::unexpected<Error> fail(const std::string& doing) const { return tl::unexpected(git_.last_error(doing)); }

  // Calls a function of libgit2 that makes an object.
  template <typename T, typename Function, typename... Arguments>
  static bool fill(Owned<T>& owned, Function function, Arguments... arguments) {
    T* made = nullptr;
    if (function(&made, arguments...) != 0) return false;
    owned.reset(made);
    return true;
  }

  static void add(const git_status_entry& entry, GitStatus& status) {
    const git_diff_delta* delta = entry.index_to_workdir != nullptr ? entry.index_to_workdir : entry.head_to_index;
    if (delta == nullptr) return;
    const std::string path = delta->new_file.path;
    if ((entry.status & kStaged) != 0) status.staged.insert(path);
    if ((entry.status & kUnstaged) != 0) status.unstaged.insert(path);
    if ((entry.status & GIT_STATUS_WT_NEW) != 0) status.untracked.insert(path);
  }

  Expected<Owned<git_object>> head_object() const {
    Owned<git_reference> head(nullptr, git_.reference_free);
    Owned<git_object> commit(nullptr, git_.object_free);
    const bool is_found = fill(head, git_.repository_head, repository_.get()) &&
                          fill(commit, git_.reference_peel, head.get(), GIT_OBJECT_COMMIT);
    if (!is_found) return fail("git can't find the last commit");
    return commit;
  }

  std::string text_of(const git_oid& id) const {
    std::array<char, GIT_OID_HEXSZ + 1> text{};
    return git_.oid_tostr(text.data(), text.size(), &id);
  }

  std::string configured(git_config* config, const char* name) const {
    const char* value = nullptr;
    return git_.config_get_string(&value, config, name) == 0 ? value : "";
  }

  // As git itself looks for it; but nobody's name is made up from that of the machine.
  Expected<Owned<git_signature>> signature(const std::string& role) const {
    Owned<git_config> config(nullptr, git_.config_free);
    if (!fill(config, git_.repository_config_snapshot, repository_.get()))
      return fail("git's configuration can't be read");
    std::string name = environment(("GIT_" + role + "_NAME").c_str());
    std::string email = environment(("GIT_" + role + "_EMAIL").c_str());
    if (name.empty()) name = configured(config.get(), "user.name");
    if (email.empty()) email = configured(config.get(), "user.email");
    if (email.empty()) email = environment("EMAIL");
    Owned<git_signature> made(nullptr, git_.signature_free);
    if (name.empty() || email.empty() || !fill(made, git_.signature_now, name.c_str(), email.c_str())) {
      return failure("git does not know who you are",
                     "`git config user.name NAME` and `git config user.email ADDRESS`");
    }
    return made;
  }

  const GitLibrary& git_;
  Owned<git_repository> repository_;
};

}  // namespace

Expected<std::unique_ptr<GitRepository>> open_git_repository(const std::string& top) {
  const GitLibrary* git = GitLibrary::get();
  if (git == nullptr) return failure("libgit2 can't be loaded", "install libgit2-" LIBGIT2_SOVERSION);
  git_repository* repository = nullptr;
  if (git->repository_open_ext(&repository, top.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr) != 0) {
    return tl::unexpected(git->last_error("git can't open " + top));
  }
  return std::make_unique<LibGit2Repository>(*git, repository);
}

}  // namespace py3k::engine
