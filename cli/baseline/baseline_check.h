// BaselineCheck: a run of --check that holds its findings against a baseline.
//
//   auto check = BaselineCheck::open(options, store);      // null where the run has no baseline
//   auto seen = (*check)->mark(file);                      // on any thread: marks the findings that are accepted
//   (*check)->take(std::move(seen));                       // on one
//   auto text = (*check)->finish();                        // updates the file if asked to; what to tell
//
// --update-baseline takes out what is gone, and adds nothing; only where there is no such file it makes one, of all
// there is. What the run did not look at stays, as long as the file is there.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <utility>

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
    std::string path;  // relative to the baseline
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
  BaselineCheck(const engine::FileStore& store, std::string path, bool updates)
      : store_(store), path_(std::move(path)), updates_(updates) {}
  engine::Expected<void> read();
  std::string path_of(const std::string& file) const;
  void drop_deleted_files();
  engine::Expected<void> save() const;

  const engine::FileStore& store_;
  std::string path_;
  std::string directory_;  // absolute, without links
  bool updates_;
  bool is_new_ = false;
  Baseline before_;
  Baseline after_;
  std::set<std::string> seen_;
  std::size_t added_ = 0;
  std::size_t gone_ = 0;
};

}  // namespace py3k::cli
