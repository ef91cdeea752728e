// diff_view: a file's diff as people want it: the words that changed in colour, the fixers beside each hunk, where
// diff tools have the name of the function. `patch` and `git apply` take it.
//
//   out += diff_view(file, {.color = true});
//   // @@ -12 +12 @@ has_key
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/report/reporter.h"
#include "engine/report/diff.h"

namespace py3k::cli {

struct DiffLook {
  bool color = false;
  std::uint32_t context = 3;  // lines around each change
};

std::string diff_view(const FileReport& file, const DiffLook& look);

// One hunk, with its header, beside which the names stand.
std::string hunk_view(const engine::DiffHunk& hunk, const std::vector<std::string>& names, bool is_colored);

// What to compare: the texts, or where these are not what is on the disk, the bytes.
engine::DiffInput diff_input(const FileReport& file);

// Lines that come and go.
struct LineCounts {
  std::size_t added = 0;
  std::size_t removed = 0;
};
LineCounts changed_lines(const FileReport& file);

}  // namespace py3k::cli
