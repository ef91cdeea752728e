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
  // Other changes that are made by it as well, in full or in part: those inside it, and those that share it (an
  // import).
  std::vector<std::uint32_t> also = {};
  // What of it is really gone, in the original, and really new, as offsets in `text`; the rest is the same on both
  // sides, though perhaps at another place. Sorted. Both empty: nothing is known of that, so all of it is.
  std::vector<ByteRange> removed = {};
  std::vector<ByteRange> added = {};
};

// One place that a change has changed. Unlike edits they may be nested.
struct Place {
  ByteRange range;           // in the original text; empty: something is inserted there
  std::uint32_t change = 0;  // an index into FileResult::findings
  bool is_import = false;    // an import, which several changes may need
};

// The text with all edits applied.
std::string apply_edits(std::string_view text, const std::vector<Edit>& edits);

}  // namespace py3k::engine
