// unified_diff: what changed, in the form that people read and `patch` applies. diff_hunks: the same as values.
//
// The edits say what changed, so nothing is searched for: lines that no edit touches are the same in both texts.
//
//   std::string diff = unified_diff({.before = original, .after = rewritten, .edits = edits},
//                                   {.before_label = "a.py", .after_label = "a.py"});
//   // --- a.py
//   // +++ a.py
//   // @@ -1 +1 @@
//   // -print x
//   // +print(x)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rewrite/edit.h"

namespace py3k::engine {

struct DiffInput {
  std::string_view before;         // the text that the edits are about
  std::string_view after;          // what they make of it
  const std::vector<Edit>& edits;  // sorted, without overlaps
  // The files' bytes, where they are not those texts: one that was transcoded, or is now UTF-8. Such lines differ as
  // well.
  std::string_view bytes_before{};
  std::string_view bytes_after{};
};

// A run of lines, counted from 0; `end` is one past the last.
struct LineRun {
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - start; }
};

struct DiffLine {
  char mark = ' ';                      // ' ', '-' or '+'
  std::string_view text;                // with its newline, where it has one
  std::vector<ByteRange> changed = {};  // which bytes of it went, or are new; sorted. Empty: nothing is known of that
};

// Changes that are shown together, with the lines around them.
struct DiffHunk {
  LineRun before;
  LineRun after;
  std::vector<DiffLine> lines;
  // Which of the input's edits are shown here. None where only the encoding of lines has changed.
  std::size_t first_edit = 0;
  std::size_t end_edit = 0;
};

struct DiffOptions {
  std::string before_label;
  std::string after_label;
  std::string before_note{};  // stands, after a tab, behind the label: where `diff` has a time
  std::string after_note{};
  std::uint32_t context = 3;  // lines around each change
};

// The hunks refer to the input's texts.
std::vector<DiffHunk> diff_hunks(const DiffInput& input, std::uint32_t context);

std::string diff_labels(const DiffOptions& options);  // "--- a.py\n+++ a.py\n"
std::string hunk_header(const DiffHunk& hunk);        // "@@ -1 +1,2 @@"

// Empty if nothing changed. Bytes come out as they are, whatever the encoding and the newlines.
std::string unified_diff(const DiffInput& input, const DiffOptions& options);

}  // namespace py3k::engine
