// ReviewMemory: what `py3k -i` has been told about files, from one time to the next.
//
//   ReviewMemory memory(store, console.state_home + "/py3k/review");
//   if (const auto record = memory.find("app/views.py")) …   // the decisions of last time
//   memory.remember("app/views.py", record);
//
// A conversion is one pass over Python 2 text: converting what is half converted would go wrong (`raw_input()` is
// `input()` by now, and `input()` would become `eval(input())`). So the record of a file keeps the text that it had
// before, and the next session decides about that one. Records lie in $XDG_STATE_HOME/py3k/review, two files each.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/review/file_review.h"
#include "engine/run/file_store.h"

namespace py3k::cli {

// A change, by what stays the same: its fixer and place in the original; in other versions of the file its line.
struct ChangeKey {
  std::string fixer;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::string line;  // a hash

  friend bool operator==(const ChangeKey&, const ChangeKey&) = default;
};

struct ReviewRecord {
  struct Edit {
    engine::ByteRange range;
    std::string text;
    std::vector<ChangeKey> changes;
  };

  std::string original;  // the file's bytes before anything was accepted
  std::string written;   // the hash of the file as -i has left it
  std::vector<ChangeKey> accepted;
  std::vector<ChangeKey> declined;
  std::vector<Edit> edits;

  bool is_partly_converted() const { return !accepted.empty() || !edits.empty(); }
};

// Of bytes, as text.
std::string content_hash(std::string_view bytes);

ChangeKey key_of(const ReviewChange& change, std::string_view original);

// What a review has decided, about a file that has been written.
ReviewRecord record_of(const FileReview& review, std::string_view text, std::string original, std::string_view written);

// Decides in a review what the record says. Of another version of the file only what was declined counts.
void apply_record(const ReviewRecord& record, bool is_same_text, std::string_view text, FileReview& review);

class ReviewMemory {
 public:
  // `directory` empty: nothing is remembered. The store has to outlive it.
  ReviewMemory(const engine::FileStore& store, std::string directory);

  std::optional<ReviewRecord> find(const std::string& path) const;
  engine::Expected<void> remember(const std::string& path, const ReviewRecord& record) const;
  engine::Expected<void> forget(const std::string& path) const;

  // Is this what -i has left of a file, with something not accepted? On any thread; costs nothing without records.
  bool is_partly_converted(const std::string& path, std::string_view bytes) const;

 private:
  std::string name_of(const std::string& path) const;  // of the record, without ending

  const engine::FileStore& store_;
  std::string directory_;
  std::set<std::string> names_;  // of the files that were in it at first
};

}  // namespace py3k::cli
