// FileStep: what is done with each file of a run: read, convert, write to where the command line says.
//
//   FileStep step(store, {.write = true, .output_dir = "out", .base = common_directory(operands)}, convert);
//   for (const WalkedPath& found : walk(store, operands, {}))
//     FileReport report = step.run(found);     // on any thread; report.written_to is "out/views.py"
//
// Started as py3k a file is replaced in place; 2to3's options -o and --add-suffix put the result elsewhere, and under
// the name 2to3 there are backups.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/report/reporter.h"
#include "engine/run/file_store.h"
#include "engine/run/git_filter.h"
#include "engine/run/journal.h"
#include "engine/run/walk.h"

namespace py3k::cli {

// Converts one file, on any thread. Of the result `output_bytes` is the new file, if it changed.
using ConvertFile = std::function<engine::FileResult(std::string path, std::string bytes)>;

struct WritePlan {
  bool write = false;
  bool unchanged_too = false;
  bool backups = false;
  bool may_replace = false;  // an input, where output_dir leads back to it: 2to3 does, and guards nothing anyway
  std::string output_dir;    // empty: beside the input, or in its place
  std::string base;          // the part of the inputs' paths that output_dir stands for
  std::string suffix;

  bool is_in_place() const { return output_dir.empty() && suffix.empty(); }
  std::string target_of(const std::string& path) const;
  std::string below_output_dir(const std::string& path) const;  // as it is called there
};

// What stands between a run and the files that it replaces; all of it may be absent, and has to outlive the run.
struct Safeguards {
  engine::Journal* journal = nullptr;  // gets each original before it is replaced
  engine::GitFilter* git = nullptr;    // chooses the files, and keeps those that are not committed
};

// The deepest directory that all of these files and directories lie in, or are; empty for the working directory.
std::string common_directory(const std::vector<std::string>& paths, const engine::FileStore& store);

class FileStep {
 public:
  // `store` has to outlive it.
  FileStep(const engine::FileStore& store, WritePlan plan, ConvertFile convert, Safeguards safeguards = {})
      : store_(store), plan_(std::move(plan)), convert_(std::move(convert)), safeguards_(safeguards) {}

  FileReport run(const engine::WalkedPath& found) const;
  // The last part of it, for a file that was converted before.
  void write(FileReport& file) const;
  // Writes a file that is not there yet, with the mode of `model`.
  void write_new(FileReport& file, const std::string& model) const;
  const WritePlan& plan() const { return plan_; }

 private:
  void fail(FileReport& file, const std::string& target, const engine::Error& error) const;
  bool is_same_file(const std::string& path, const std::string& other) const;
  engine::Expected<void> write_bytes(const FileReport& file, const std::string& target, const std::string& after) const;
  engine::Expected<void> write_elsewhere(const std::string& path, const std::string& target, const std::string& content,
                                         const std::string& model) const;

  const engine::FileStore& store_;
  WritePlan plan_;
  ConvertFile convert_;
  Safeguards safeguards_;
};

// A file that was left alone, and why.
FileReport refused_file(std::string path, std::string reason);

// A file with which nothing could be done.
engine::FileResult failed_file(std::string path, const engine::Error& error);

}  // namespace py3k::cli
