// Options: what the command line asks for.
//
//   auto options = parse_options({"-w", "--exclude", "*_pb2.py", "app"});
//   if (!options) return usage_error(options.error());   // "there is no option --wirte", "did you mean --write?"
//
// The options and commands are tables in flags.cpp; what is parsed, the help and the suggestions all come from them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/error.h"
#include "engine/rewrite/settings.h"
#include "engine/run/git_filter.h"

namespace py3k::cli {

enum class Command : std::uint8_t {
  kConvert,
  kList,
  kExplain,
  kStatus,
  kUndo,
  kPlan,
  kVendor,
  kGenerate,
  kHelp,
  kVersion
};
enum class Format : std::uint8_t { kText, kJson, kSarif, kGithub, kJunit, kHtml };
enum class ColorMode : std::uint8_t { kAuto, kAlways, kNever };

struct Options {
  Command command = Command::kConvert;
  std::vector<std::string> operands;  // paths; for `explain` the names of fixers, for `help` that of a command
  bool help = false;

  std::string config;  // --config; empty: the one that is found
  bool no_config = false;

  bool write = false;
  bool check = false;
  bool interactive = false;
  bool ask_again = false;
  std::string baseline;  // see cli/baseline/baseline_check.h; empty: there is none
  bool update_baseline = false;
  std::string record;  // a file that `status` appends to
  std::vector<std::string> exclude;
  std::string exclude_base;  // the absolute directory that `exclude` is relative to; empty: those that are named
  std::vector<std::string> include;  // globs of files that are Python without .py
  std::string include_base;          // likewise
  std::string config_name;           // the configuration that was read, for messages; empty: none
  std::vector<std::string> roots;
  engine::GitChoice git;  // --since, --staged, --allow-dirty
  unsigned jobs = 0;      // 0: as many as there are cores

  // See cli/undo_command.h.
  bool no_journal = false;
  bool list_runs = false;
  int run_number = 0;  // 0: the last one

  std::size_t batch_lines = 400;  // see cli/plan_command.h
  enum class CommitBy : std::uint8_t { kNothing, kFixer, kDirectory, kBatch };
  CommitBy commit_by = CommitBy::kNothing;  // see cli/commit_command.h

  // See cli/vendor/vendor.h.
  bool vendor = false;
  std::vector<std::string> libraries;  // --from-library
  std::string vendor_package;          // a directory; empty: _vendor, beside the project's top-level modules
  std::vector<std::string> modules;    // those that are meant; empty: all that are used and gone
  std::string requirements;            // a file

  // Where results go: see cli/file_step.h.
  std::string output_dir;
  std::string add_suffix;
  bool write_unchanged = false;
  bool doctests_only = false;

  std::vector<std::string> fix;
  std::vector<std::string> nofix;
  bool both_only = false;     // --target 2+3
  engine::Settings settings;  // --from, --target, --django, --safe

  std::optional<bool> diff;   // --diff, --no-diffs; unset: in dry runs
  std::uint32_t context = 3;  // lines around each change
  bool stat = false;
  bool pager = true;
  Format format = Format::kText;
  ColorMode color = ColorMode::kAuto;
  std::string output;  // a file; empty: standard output
  bool quiet = false;
  bool verbose = false;
  bool stats = false;
  bool show_settings = false;  // and nothing else

  std::vector<std::pair<std::string, std::string>> given;  // all options, by their long names, with their values

  // Is it a conversion, of everything or of imports alone?
  bool converts() const { return command == Command::kConvert || command == Command::kVendor; }
  bool reads_stdin() const { return operands.size() == 1 && operands[0] == "-"; }
};

// "3.10", or "2+3".
std::string target_name(const Options& options);

// How many threads a run has.
unsigned threads_for(const Options& options);

// Settles what follows from several options together: after any of them has changed.
void settle(Options& options);

// Takes the arguments without the program's name. Fails for what is not understood, or does not go together.
engine::Expected<Options> parse_options(const std::vector<std::string>& arguments);

}  // namespace py3k::cli
