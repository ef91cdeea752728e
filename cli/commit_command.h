// `py3k -w --commit-by HOW`: a conversion as a row of commits, each of which can be reviewed by itself.
//
//   1c0ffee py3k: has_key in billing/ (12 files, 31 changes)
//
// Only on a clean tree; nothing is pushed, no hook is run. All is converted before the first file is written. A file
// that somebody has changed meanwhile is left out; what fails leaves commits, index and files as they were after the
// last commit.
#pragma once

#include <vector>

#include "cli/commit_steps.h"
#include "cli/console.h"
#include "cli/file_step.h"
#include "cli/options.h"
#include "engine/error.h"
#include "engine/fixer.h"
#include "engine/run/git_repository.h"
#include "engine/run/journal.h"
#include "engine/run/project.h"

namespace py3k::cli {

// What it works with; all of it has to outlive the call.
struct CommitJob {
  const Options& options;
  const engine::FileStore& store;
  Console& console;
  Sink& report;
  const engine::Project& project;
  const std::vector<engine::Fixer>& fixers;  // all there are: overrides may ask for any
  FixerSteps::MakeConvert make_convert;      // by some of `fixers`, those of them that the run has
  ConvertFile convert;
  engine::Journal* journal = nullptr;  // gets each file before it is replaced
  engine::OpenRepository open = engine::open_git_repository;
};

// Returns the exit code. Fails, with nothing done, where there is no repository or it is not ready for commits.
engine::Expected<int> commit_command(const CommitJob& job);

}  // namespace py3k::cli
