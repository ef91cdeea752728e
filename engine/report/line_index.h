// LineIndex: from byte offsets to the lines and columns that people and editors count.
//
//   LineIndex lines(text, Columns::kCharacters);
//   TextPosition at = lines.position(finding.range.start);   // line 3, column 4
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace py3k::engine {

enum class Columns : std::uint8_t {
  kCharacters,  // of UTF-8 text
  kBytes,       // of text in any other encoding
};

struct TextPosition {
  std::uint32_t line = 1;    // from 1
  std::uint32_t column = 0;  // from 0
  friend bool operator==(const TextPosition&, const TextPosition&) = default;
};

class LineIndex {
 public:
  // Lines end at \n, \r\n and a lone \r. Keeps a view of `text`. A byte order mark counts for no column.
  LineIndex(std::string_view text, Columns columns);

  // `offset` may be the text's size: the end.
  TextPosition position(std::uint32_t offset) const;
  std::uint32_t line(std::uint32_t offset) const;
  // Where a line starts; lines count from 1. The text's size for lines that are not there.
  std::uint32_t line_start(std::uint32_t line) const;
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }

 private:
  void count_long_lines();
  std::uint32_t characters_before(std::uint32_t offset) const;

  std::string_view text_;
  Columns columns_;
  std::vector<std::uint32_t> starts_;
  // Where a line is so long that counting it anew each time would never end: the characters before each block.
  std::vector<std::uint32_t> characters_;
};

}  // namespace py3k::engine
