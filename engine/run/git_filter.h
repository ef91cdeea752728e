// GitFilter: which files a run takes, and may overwrite, by what git knows of them.
//
//   GitFilter filter(store, {.since = "main"});
//   auto chosen = filter.choose(walk(store, paths, {}));        // those that changed since
//   filter.reason_to_keep("app/a.py")                           // "has uncommitted changes; …"; empty: it may go
//
// git is asked once for each work tree, when the first of its files comes up: before any of them is written.
#pragma once

#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/run/git_repository.h"
#include "engine/run/walk.h"
#include "engine/run/work_trees.h"

namespace py3k::engine {

struct GitChoice {
  std::string since;         // only what changed since this revision; empty: all
  bool staged = false;       // only what is in the index and not in the last commit
  bool allow_dirty = false;  // what has not been committed may be overwritten
};

class GitFilter {
 public:
  // `store` has to outlive it.
  GitFilter(const FileStore& store, GitChoice choice, OpenRepository open = open_git_repository)
      : choice_(std::move(choice)), open_(std::move(open)), trees_(store) {}

  // Fails where a file is in no work tree, or the revision is unknown. With `staged`, a file that is not what is staged
  // is told to be left alone.
  Expected<std::vector<WalkedPath>> choose(std::vector<WalkedPath> paths);

  // Why a file should not be overwritten; empty where it may be, as any file outside of git. On any thread.
  std::string reason_to_keep(const std::string& path);

 private:
  struct Tree {
    std::unique_ptr<GitRepository> repository;
    GitStatus status;
    std::set<std::string> changed;  // since the revision
    Error error;
  };

  const Tree& tree_at(const std::string& top);
  Tree open(const std::string& top) const;

  GitChoice choice_;
  OpenRepository open_;
  WorkTrees trees_;
  std::mutex mutex_;
  std::unordered_map<std::string, Tree> known_;  // by top
};

}  // namespace py3k::engine
