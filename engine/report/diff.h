// unified_diff: what changed, in the form that people read and `patch` applies.
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

struct DiffOptions {
  std::string before_label;
  std::string after_label;
  std::string before_note{};  // stands, after a tab, behind the label: where `diff` has a time
  std::string after_note{};
  std::uint32_t context = 3;  // lines around each change
};

// Empty if nothing changed. Bytes come out as they are, whatever the encoding and the newlines.
std::string unified_diff(const DiffInput& input, const DiffOptions& options);

}  // namespace py3k::engine
