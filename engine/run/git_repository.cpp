#include "engine/run/git_repository.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <unordered_map>
#include <utility>

#include "engine/run/git_files.h"
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
  LibGit2Repository(const GitLibrary& git, git_repository* repository, std::string top)
      : git_(git), repository_(repository, git.repository_free), top_(std::move(top)) {}

  Expected<GitStatus> status() const override {
    if (auto plain = check_rules_below(top_); !plain) return tl::unexpected(plain.error());
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
    if (auto plain = check_rules_below(top_); !plain) return tl::unexpected(plain.error());
    const auto tree = tree_at(revision);
    if (!tree) return tl::unexpected(tree.error());
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS | GIT_DIFF_IGNORE_SUBMODULES |
                    GIT_DIFF_SKIP_BINARY_CHECK;
    Owned<git_diff> diff(nullptr, git_.diff_free);
    auto* tree_of_revision = reinterpret_cast<git_tree*>(tree->get());
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
    if (!is_own_git_directory(top_)) {
      return failure(top_ + "/.git names a repository that knows nothing of this directory",
                     "take it out, or commit by hand");
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
    // First, since it can be taken back: a commit that the index does not know of would look like its own reversal.
    if (git_.index_write(index.get()) != 0) return fail(doing);
    git_oid id;
    std::array<const git_commit*, 1> parents = {reinterpret_cast<const git_commit*>(parent->get())};
    const int result = git_.commit_create(&id, repository_.get(), "HEAD", author->get(), committer->get(), nullptr,
                                          message.c_str(), tree.get(), parents.size(), parents.data());
    if (result == 0) return text_of(id);
    auto failed = fail(doing);
    take_back(*index, *parents.front());
    return failed;
  }

  void versions(const std::string& path, const std::function<bool(std::string_view)>& take) const override {
    if (!walk_) start_walk();
    std::vector<git_oid> shown;
    for (const char* end : {"HEAD", "MERGE_HEAD"}) {
      const auto blob = blob_at(end, path);
      if (blob && *blob && !show(**blob, shown, take)) return;
    }
    for (std::size_t next = 0;;) {
      const auto& known = blobs_[path];
      for (; next < known.size(); ++next)
        if (!show(known[next], shown, take)) return;
      if (!walk_on()) return;
    }
  }

  Expected<std::string> content_at(const std::string& revision, const std::string& path) const override {
    const auto id = blob_at(revision, path);
    if (!id) return tl::unexpected(id.error());
    Owned<git_blob> blob(nullptr, git_.blob_free);
    if (!*id || !fill(blob, git_.blob_lookup, repository_.get(), &**id)) return "";
    return std::string(content_of(*blob));
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

  // Makes the index what it was at the last commit.
  void take_back(git_index& index, const git_commit& commit) const {
    Owned<git_tree> tree(nullptr, git_.tree_free);
    if (!fill(tree, git_.commit_tree, &commit) || git_.index_read_tree(&index, tree.get()) != 0) return;
    (void)git_.index_write(&index);
  }

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

  Expected<Owned<git_object>> tree_at(const std::string& revision) const {
    Owned<git_object> object(nullptr, git_.object_free);
    Owned<git_object> tree(nullptr, git_.object_free);
    const bool is_found = fill(object, git_.revparse_single, repository_.get(), revision.c_str()) &&
                          fill(tree, git_.object_peel, object.get(), GIT_OBJECT_TREE);
    if (!is_found) return failure("there is no revision " + revision, "name a commit, branch or tag");
    return tree;
  }

  // Empty where the file was not there.
  Expected<std::optional<git_oid>> blob_at(const std::string& revision, const std::string& path) const {
    const auto tree = tree_at(revision);
    if (!tree) return tl::unexpected(tree.error());
    Owned<git_tree_entry> entry(nullptr, git_.tree_entry_free);
    if (!fill(entry, git_.tree_entry_bypath, reinterpret_cast<git_tree*>(tree->get()), path.c_str()))
      return std::nullopt;
    return *git_.tree_entry_id(entry.get());
  }

  std::string_view content_of(const git_blob& blob) const {
    return {static_cast<const char*>(git_.blob_rawcontent(&blob)), static_cast<std::size_t>(git_.blob_rawsize(&blob))};
  }

  // Gives whether to go on.
  bool show(const git_oid& id, std::vector<git_oid>& shown, const std::function<bool(std::string_view)>& take) const {
    const auto is_same = [&](const git_oid& other) { return std::memcmp(other.id, id.id, sizeof id.id) == 0; };
    if (std::any_of(shown.begin(), shown.end(), is_same)) return true;
    shown.push_back(id);
    Owned<git_blob> blob(nullptr, git_.blob_free);
    return !fill(blob, git_.blob_lookup, repository_.get(), &id) || take(content_of(*blob));
  }

  void start_walk() const {
    git_revwalk* walk = nullptr;
    if (git_.revwalk_new(&walk, repository_.get()) != 0) return;
    walk_.reset(walk);
    git_.revwalk_sorting(walk, GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME);
    if (git_.revwalk_push_head(walk) != 0) left_ = 0;
    struct Pushed {
      const GitLibrary& git;
      git_revwalk* walk;
    } pushed{git_, walk};
    const auto push = [](const git_oid* id, void* payload) {
      const auto* to = static_cast<const Pushed*>(payload);
      return to->git.revwalk_push(to->walk, id);
    };
    (void)git_.repository_mergehead_foreach(repository_.get(), push, &pushed);  // none is no error
  }

  // Notes what one more commit has changed, against each of its parents. Files that no commit within reach has touched
  // are not in `blobs_`: they are as they were before.
  bool walk_on() const {
    git_oid id;
    if (!walk_ || left_ == 0 || git_.revwalk_next(&id, walk_.get()) != 0) return false;
    --left_;
    Owned<git_commit> commit(nullptr, git_.commit_free);
    Owned<git_tree> tree(nullptr, git_.tree_free);
    if (!fill(commit, git_.commit_lookup, repository_.get(), &id) || !fill(tree, git_.commit_tree, commit.get()))
      return true;
    const unsigned parents = git_.commit_parentcount(commit.get());
    if (parents == 0) note_changes(nullptr, tree.get());
    for (unsigned i = 0; i < parents; ++i) {
      Owned<git_commit> parent(nullptr, git_.commit_free);
      Owned<git_tree> before(nullptr, git_.tree_free);
      const bool is_there =
          fill(parent, git_.commit_parent, commit.get(), i) && fill(before, git_.commit_tree, parent.get());
      if (is_there) note_changes(before.get(), tree.get());
    }
    return true;
  }

  void note_changes(git_tree* before, git_tree* after) const {
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_SKIP_BINARY_CHECK | GIT_DIFF_IGNORE_SUBMODULES;
    Owned<git_diff> diff(nullptr, git_.diff_free);
    if (!fill(diff, git_.diff_tree_to_tree, repository_.get(), before, after, &options)) return;
    for (std::size_t i = 0; i < git_.diff_num_deltas(diff.get()); ++i) {
      const git_diff_delta* delta = git_.diff_get_delta(diff.get(), i);
      auto& blobs = blobs_[delta->new_file.path];
      if (delta->status != GIT_DELTA_DELETED) blobs.push_back(delta->new_file.id);
      // Further back than the walk goes there may be nothing else of it.
      if (delta->status != GIT_DELTA_ADDED) blobs.push_back(delta->old_file.id);
    }
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
  std::string top_;
  // The history as far as it has been looked at.
  struct WalkDeleter {
    const GitLibrary* git;
    void operator()(git_revwalk* walk) const { git->revwalk_free(walk); }
  };
  mutable std::unique_ptr<git_revwalk, WalkDeleter> walk_{nullptr, WalkDeleter{&git_}};
  mutable std::size_t left_ = kMostCommits;
  mutable std::unordered_map<std::string, std::vector<git_oid>> blobs_;  // by path, newest first
};

}  // namespace

Expected<std::unique_ptr<GitRepository>> open_git_repository(const std::string& top) {
  const GitLibrary* git = GitLibrary::get();
  if (git == nullptr) return failure("libgit2 can't be loaded", "install libgit2-" LIBGIT2_SOVERSION);
  const auto repository = git->open(top);
  if (!repository) return tl::unexpected(repository.error());
  return std::make_unique<LibGit2Repository>(*git, *repository, top);
}

}  // namespace py3k::engine
