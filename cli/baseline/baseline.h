// Baseline: the findings that a project has accepted, kept in a file that only ever shrinks.
//
//   {"py3k_baseline":1,"target":"3.10"}
//   {"path":"app/a.py","fixer":"dict","line":"9f3c5d20a1b2c3d4","count":2}
//
// One line of JSON for each fixer and each text of a line that it has something to say about, so that a merge of two
// branches is one of lines. `line` is the XXH3 hash of that text without the white space around it: findings stay known
// when lines are put in above them or a block is indented, and are new when the line itself changes. Paths are relative
// to the baseline's directory; in them `%` and bytes that are not UTF-8 are written as %25 and the like, for JSON has
// no place for such.
//
//   auto baseline = Baseline::parse("py3k-baseline.jsonl", text);
//   std::vector<bool> known = baseline->accepted("app/a.py", keys_of(result, bytes));
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/error.h"
#include "engine/report/finding.h"

namespace py3k::cli {

struct FindingKey {
  std::string fixer;
  std::uint64_t line = 0;
  auto operator<=>(const FindingKey&) const = default;
};

// The keys of a file's findings, in their order. `bytes`: the file before.
std::vector<FindingKey> keys_of(const engine::FileResult& result, std::string_view bytes);

class Baseline {
 public:
  using Counts = std::map<FindingKey, std::size_t>;

  // Fails, with FILE:LINE:COLUMN, where the text is no baseline, or one of another version.
  static engine::Expected<Baseline> parse(const std::string& path, std::string_view text);
  std::string text() const;

  // Which of a file's findings are accepted: of several with the same key the first ones.
  std::vector<bool> accepted(const std::string& path, const std::vector<FindingKey>& found) const;

  void add(const std::string& path, const FindingKey& key, std::size_t count);
  // Takes out what a file has no more. Returns how many findings that were.
  std::size_t shrink(const std::string& path, const Counts& left);

  // The findings of a file that has got another name stay known.
  void move(const std::string& from, const std::string& to);
  // What is accepted of a file; null: nothing.
  const Counts* of(const std::string& path) const;

  // What --target it was made with; empty: by a py3k that did not say.
  const std::string& target() const { return target_; }
  void set_target(std::string target) { target_ = std::move(target); }

  std::vector<std::string> paths() const;
  std::size_t size() const;  // findings

 private:
  std::string target_;
  std::map<std::string, Counts> files_;
};

}  // namespace py3k::cli
