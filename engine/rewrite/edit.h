// Edit: one replacement of bytes of a file. A list of edits is sorted by start, and no two of them overlap.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/tree.h"

namespace py3k::engine {

struct Edit {
  ByteRange range;           // what is replaced, in the original text; empty: an insertion before range.start
  std::string text;          // what stands there afterwards
  std::uint32_t change = 0;  // which change it belongs to: an index into FileResult::findings
  // Other changes that are made by it as well, in full or in part: those inside it, and those that share it (an import).
  std::vector<std::uint32_t> also = {};
};

// The text with all edits applied.
std::string apply_edits(std::string_view text, const std::vector<Edit>& edits);

}  // namespace py3k::engine
