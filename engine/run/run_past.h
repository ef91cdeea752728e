// RunPast: what the journal and git know of the files of a run.
//
//   const RunPast past(store, {.journal = directory});
//   converter.convert(path, bytes, {.past = &past});
//
// Nothing is read before a file asks for it.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/run/file_past.h"
#include "engine/run/file_store.h"
#include "engine/run/git_repository.h"
#include "engine/run/journal.h"
#include "engine/run/work_trees.h"

namespace py3k::engine {

class RunPast : public Past {
 public:
  struct Sources {
    std::string journal;  // the directory of the journal; empty: there is none
    std::string since;    // the revision since which what has changed is to be converted; empty: all is
    OpenRepository open = open_git_repository;
  };

  // `store` has to outlive it.
  RunPast(const FileStore& store, Sources sources) : store_(store), sources_(std::move(sources)), trees_(store) {}

  FilePast of(const std::string& path, std::string_view content) const override;

 private:
  const RecordedLines& lines() const;
  const GitRepository* repository_at(const std::string& top) const;

  const FileStore& store_;
  Sources sources_;
  mutable WorkTrees trees_;
  mutable std::once_flag once_;
  mutable RecordedLines lines_;
  mutable std::mutex mutex_;                                                              // over all that is git's
  mutable std::unordered_map<std::string, std::unique_ptr<GitRepository>> repositories_;  // by top; null: can't be read
};

}  // namespace py3k::engine
