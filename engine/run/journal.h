// Journal: what `py3k undo` needs. The originals of all files that a run replaces, in one file that only grows: a file
// is written down, whole, before it is replaced, so a run that was killed can be undone as far as it had come.
//
//   Journal journal(store, "/home/me/.local/state/py3k", {.time = now, .command = "py3k -w app", .directory = cwd});
//   if (auto kept = journal.record("app/views.py", before, after); !kept) return kept;   // and leave the file alone
//
//   for (int number : recorded_runs(store, directory)) show(read_run(store, directory, number).value());
//
// A run's file, `run-7`, is made when the first file is recorded. The last kKeptRuns runs are kept, fewer where they
// are larger than kKeptBytes in all. Runs that write share the lock on the directory, and an undo has it alone.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/error.h"
#include "engine/report/finding.h"
#include "engine/run/file_store.h"

namespace py3k::engine {

inline constexpr std::size_t kKeptRuns = 20;
inline constexpr std::uint64_t kKeptBytes = 512ULL << 20;

struct RunInfo {
  std::int64_t time = 0;  // seconds since 1970
  std::string command;    // as the user could type it
  std::string directory;  // in which it was; recorded paths are relative to it
  std::string place;      // the directory that it was about, absolute
  std::string root{};     // of the work tree, in which all files lie; empty: they may lie anywhere
};

class Journal {
 public:
  // `store` has to outlive it.
  Journal(const FileStore& store, std::string directory, RunInfo info)
      : store_(store), directory_(std::move(directory)), info_(std::move(info)) {}

  // On any thread. A path is canonical, or relative to the run's directory. The trace goes to a file of its own,
  // `lines-7` beside `run-7`, which runs read that come later.
  Expected<void> record(const std::string& path, std::string_view before, std::string_view after,
                        const LineTrace& trace = {});
  // The same of a file that was not there.
  Expected<void> record_new(const std::string& path, std::string_view after, const LineTrace& trace = {});

 private:
  Expected<void> append(const std::string& path, std::string_view before, std::string_view before_digest,
                        std::string_view after, const LineTrace& trace);
  Expected<std::unique_ptr<AppendFile>> make_file();
  Expected<void> open();
  Expected<void> record_lines(const std::string& path, std::string_view before_digest, const LineTrace& trace);

  const FileStore& store_;
  std::string directory_;
  RunInfo info_;
  std::mutex mutex_;
  int number_ = 0;
  std::size_t records_ = 0;
  std::unique_ptr<FileLock> lock_;
  std::unique_ptr<AppendFile> file_;
  std::unique_ptr<AppendFile> lines_;
};

// What runs have left in files. A journal is about all that a user converts: what it holds is unpacked for the files
// only that somebody asks about.
class RecordedLines {
 public:
  RecordedLines() = default;
  RecordedLines(const FileStore& store, const std::string& directory);
  RecordedLines(RecordedLines&&) = default;
  RecordedLines& operator=(RecordedLines&&) = default;

  bool empty() const { return by_path_.empty(); }
  // By a canonical path, and what the file is now; the newest run first. Runs that have been undone, by whatever means,
  // are none.
  std::vector<LineTrace> of(const std::string& path, std::string_view content) const;

 private:
  struct Packed {
    std::string_view before, fixers, written, kept;
  };

  std::deque<std::string> contents_;  // of the journal's files, into which the others point
  std::unordered_map<std::string_view, std::vector<Packed>> by_path_;
};

struct RecordedFile {
  std::string path;
  std::string before;        // its bytes
  std::string after_digest;  // of the bytes that replaced them
  bool is_new = false;       // there was nothing before
};

struct RecordedRun {
  int number = 0;
  RunInfo info;
  std::vector<RecordedFile> files;
  std::vector<std::string> damaged{};  // what records that can't be read any more say they are about
};

// The numbers of the runs in a journal, oldest first; none where there is no journal.
std::vector<int> recorded_runs(const FileStore& store, const std::string& directory);

// What is there of a run; a last record that a killed process left unfinished is not. Damage to one record is no harm
// to others.
Expected<RecordedRun> read_run(const FileStore& store, const std::string& directory, int number);

Expected<void> forget_run(const FileStore& store, const std::string& directory, int number);

std::string journal_file(const std::string& directory, int number);

// Tells contents apart.
std::string digest_of(std::string_view content);

}  // namespace py3k::engine
