// ConvertRun: all files of a run, from reading to the report. Knows nothing of how a file is converted.
//
//   ConvertRun run(options, store, console, *console.out, convert_file);
//   return run.convert_paths();   // the exit code
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/baseline/baseline_check.h"
#include "cli/console.h"
#include "cli/diffstat.h"
#include "cli/file_step.h"
#include "cli/options.h"
#include "cli/report/reporter.h"
#include "cli/vendor/vendor.h"
#include "cli/verbose_log.h"
#include "engine/report/finding.h"
#include "engine/run/file_store.h"
#include "engine/run/walk.h"

namespace py3k::cli {

// What main() returns.
enum ExitCode : int {
  kExitDone = 0,
  kExitFound = 1,  // --check
  kExitUsage = 2,
  kExitFailed = 3,
};

// Which of the files below the operands a run takes.
inline engine::WalkOptions walk_options(const Options& options) {
  return {.exclude = options.exclude,
          .exclude_base = options.exclude_base,
          .include = options.include,
          .include_base = options.include_base};
}

class ConvertRun {
 public:
  // `report` takes the diffs, or the JSON: standard output, or the file of --output. `fixers` are those that reports
  // explain. All of these have to outlive it.
  ConvertRun(const Options& options, const engine::FileStore& store, Console& console, Sink& report,
             ConvertFile convert, Safeguards safeguards = {}, std::span<const engine::Fixer> fixers = {});

  // Which files the configuration has as converted.
  void guards(std::function<bool(const std::string& path)> is_converted) { is_converted_ = std::move(is_converted); }

  // Findings that this baseline accepts count for nothing. It has to outlive the run; null: there is none.
  void hold_against(BaselineCheck* baseline) { baseline_ = baseline; }

  // What a run brings along. It has to outlive the run; null: nothing.
  void brings_along(Vendor* vendor) { vendor_ = vendor; }

  // Converts the files that the operands lead to. With --write they are replaced.
  int convert_paths();
  // Converts standard input to standard output, unless --check or --diff asks for something else. What fails gives no
  // output.
  int convert_stdin();

 private:
  struct Done;

  FileReport convert_file(const engine::WalkedPath& path) const;
  FileReport convert_input() const;
  Done process(const engine::WalkedPath& path) const;
  Done rendered(FileReport file) const;
  bool bring_along();
  bool take(const Done& done);
  void write(const Rendered& rendered);
  std::optional<StatRow> stat_of(const FileReport& file) const;
  std::string stat_text() const;
  int finish(double seconds);
  bool finish_baseline();
  int exit_code() const;

  const Options& options_;
  const engine::FileStore& store_;
  Console& console_;
  Sink& report_;
  ConvertFile convert_;
  Safeguards safeguards_;
  FileStep step_;
  Style style_;
  std::unique_ptr<Reporter> reporter_;
  VerboseLog log_;
  Summary summary_;
  BaselineCheck* baseline_ = nullptr;
  Vendor* vendor_ = nullptr;
  std::function<bool(const std::string&)> is_converted_;
  bool has_shown_ = false;  // something of a file on `report`
  std::vector<StatRow> stat_;
};

}  // namespace py3k::cli
