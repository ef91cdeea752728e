// BaselineCheck: a run of --check that holds its findings against a baseline.
//
//   auto check = BaselineCheck::open(options, store);      // null where the run has no baseline
//   auto seen = (*check)->mark(file);                      // on any thread: marks the findings that are accepted
//   (*check)->take(std::move(seen));                       // on one
//   auto text = (*check)->finish();                        // updates the file if asked to; what to tell
//
// --update-baseline takes out what is gone, and adds nothing; only where there is no such file it makes one, of all
// there is. What the run did not look at stays, as long as the file is there. A file with a new name is known by its
// findings, where those of a file that is gone are the same.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/baseline/baseline.h"
#include "cli/options.h"
#include "cli/report/reporter.h"
#include "engine/error.h"
#include "engine/run/file_store.h"

namespace py3k::cli {

class BaselineCheck {
 public:
  // What a file has, as the baseline counts it.
  struct Seen {
    std::string path;          // relative to the baseline
    std::string renamed_from;  // what the baseline knows it as; empty: by its own name, or not at all
    Baseline::Counts counts;
    std::size_t added = 0;     // findings that are not accepted
    bool is_complete = false;  // false: the file has failed, so that nothing is known of it
  };

  // Fails for options that don't go together, and where the file can't be read. `store` has to outlive it.
  static engine::Expected<std::unique_ptr<BaselineCheck>> open(const Options& options, const engine::FileStore& store);

  Seen mark(FileReport& file) const;
  void take(const Seen& seen);
  engine::Expected<std::string> finish();

 private:
  BaselineCheck(const engine::FileStore& store, std::string path, std::string target, bool updates)
      : store_(store), path_(std::move(path)), target_(std::move(target)), updates_(updates) {}
  engine::Expected<void> read();
  std::string old_name(const std::string& path, const Baseline::Counts& counts) const;
  void note_gone(const std::string& path);
  bool is_there(const std::string& path) const;
  std::string path_of(const std::string& file) const;
  void drop_deleted_files();
  engine::Expected<void> save() const;

  const engine::FileStore& store_;
  std::string path_;
  std::string target_;
  std::string directory_;  // absolute, without links
  bool updates_;
  bool is_new_ = false;
  std::string text_;  // of the file, as it was read
  Baseline before_;
  Baseline after_;
  // Files of `before_` that are gone, by their own names and by what they had.
  std::map<std::string, std::vector<std::string>> gone_by_name_;
  std::map<FindingKey, std::vector<std::string>> gone_by_finding_;
  std::set<std::string> seen_;
  std::size_t added_ = 0;
  std::size_t gone_ = 0;
  std::size_t renamed_ = 0;
};

}  // namespace py3k::cli
