// Verify: is a result fit to be written? It is lexed and parsed once more, as Python 3.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dialect/lexer.h"

namespace py3k::engine {

struct Flaw {
  std::uint32_t offset = 0;  // in the text that was verified; bytes
  std::string what;          // "Python 3 can't parse this", "the name async is a keyword in Python 3"
};

// What, first of all, keeps Python 3 from parsing the text; nothing when it can.
std::optional<Flaw> find_flaw(std::string_view text);

// The same for a text that may keep some of its Python 2, because the fixers for that were not chosen: `python3_ranges` are
// what templates have put in. Only damage is found.
std::optional<Flaw> find_flaw_in_python2(std::string_view text, const std::vector<ByteRange>& python3_ranges);

}  // namespace py3k::engine
