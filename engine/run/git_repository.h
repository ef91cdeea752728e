// GitRepository: what py3k asks of git, and has it do.
//
//   auto repository = open_git_repository("/home/me/project");   // the top of a work tree
//   auto status = (*repository)->status();
//   if (status && status->is_clean()) (*repository)->commit({"billing/a.py"}, "py3k: has_key in billing/");
//
// Paths are relative to the top of the work tree. Hooks and filters that run programs are not run. Not to be used by
// several threads at once.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/error.h"

namespace py3k::engine {

// What has not been committed. What git ignores is in none of these.
struct GitStatus {
  std::set<std::string> staged;     // differs between the last commit and the index
  std::set<std::string> unstaged;   // differs between the index and the work tree
  std::set<std::string> untracked;  // not in the index

  bool is_clean() const { return staged.empty() && unstaged.empty(); }
};

class GitRepository {
 public:
  virtual ~GitRepository() = default;

  virtual Expected<GitStatus> status() const = 0;

  // What differs between a revision ("main", "HEAD~3", "v1.2") and the work tree, untracked files included.
  virtual Expected<std::set<std::string>> changed_since(const std::string& revision) const = 0;

  // Fails where commit() would, whatever the files: no commit yet, a merge under way, nobody to name as the author.
  virtual Expected<void> check_commits() const = 0;

  // Commits these files as they are in the work tree, on top of HEAD; returns the new commit's id.
  virtual Expected<std::string> commit(const std::vector<std::string>& paths, const std::string& message) const = 0;

  // What a file was, from HEAD back through both sides of merges, one that is under way included, each content once,
  // newest first; until `take` has had enough, kMostCommits commits have been looked at, or there is no more.
  static constexpr std::size_t kMostCommits = 512;
  virtual void versions(const std::string& path, const std::function<bool(std::string_view content)>& take) const = 0;

  // What a file was at a revision; empty where it was not there.
  virtual Expected<std::string> content_at(const std::string& revision, const std::string& path) const = 0;

  virtual bool is_tracked(const std::string& path) const = 0;
  virtual Expected<std::string> head() const = 0;  // the id of the last commit
};

using OpenRepository = std::function<Expected<std::unique_ptr<GitRepository>>(const std::string& top)>;

Expected<std::unique_ptr<GitRepository>> open_git_repository(const std::string& top);

}  // namespace py3k::engine
