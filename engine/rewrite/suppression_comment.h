// Reads the words of a comment such as `# py3k: ignore[dict]`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/tree.h"

namespace py3k::engine {

inline constexpr std::string_view kSuppressionMark = "py3k:";

struct SuppressionComment {
  ByteRange at;  // from the `#` to before a reason
  bool is_for_file = false;
  std::vector<ByteRange> names;
  std::string mistake;  // what is wrong with it, as it follows its text; empty: nothing
};

// Nothing for a comment that says something else. `range` is the whole comment, of which it may be the end only:
// `# noqa  # py3k: ignore`.
std::optional<SuppressionComment> read_suppression_comment(std::string_view text, ByteRange range);

}  // namespace py3k::engine
