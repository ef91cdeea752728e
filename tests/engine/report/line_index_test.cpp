#include "engine/report/line_index.h"

#include <gtest/gtest.h>

#include <string>

namespace py3k::engine {
namespace {

TextPosition at(std::string_view text, std::uint32_t offset, Columns columns = Columns::kCharacters) {
  return LineIndex(text, columns).position(offset);
}

TEST(LineIndex, CountsLinesFromOneAndColumnsFromZero) {
  EXPECT_EQ(at("", 0), (TextPosition{1, 0}));
  EXPECT_EQ(at("ab\ncd\n", 1), (TextPosition{1, 1}));
  EXPECT_EQ(at("ab\ncd\n", 2), (TextPosition{1, 2}));
  EXPECT_EQ(at("ab\ncd\n", 3), (TextPosition{2, 0}));
  EXPECT_EQ(at("ab\ncd\n", 6), (TextPosition{3, 0}));
}

TEST(LineIndex, KnowsAllNewlines) {
  constexpr std::string_view kText = "a\rb\r\nc\nd\r";
  EXPECT_EQ(at(kText, 2), (TextPosition{2, 0}));
  EXPECT_EQ(at(kText, 4), (TextPosition{2, 2}));
  EXPECT_EQ(at(kText, 5), (TextPosition{3, 0}));
  EXPECT_EQ(at(kText, 7), (TextPosition{4, 0}));
  EXPECT_EQ(at(kText, 9), (TextPosition{5, 0}));
}

TEST(LineIndex, CountsCharactersWhereItIsUtf8) {
  constexpr std::string_view kText = "é€😀x";
  EXPECT_EQ(at(kText, 9).column, 3U);
  EXPECT_EQ(at(kText, 9, Columns::kBytes).column, 9U);
  EXPECT_EQ(at("\xEF\xBB\xBFx", 3).column, 0U);
}

// Long lines are counted in blocks, which must not show.
TEST(LineIndex, CountsTheSameInLongLines) {
  std::string text = "\xEF\xBB\xBFx\n";
  for (int i = 0; i < 3000; ++i) text += i % 3 == 0 ? "é" : i % 7 == 0 ? "😀" : "a";
  text += "\nb";
  const LineIndex lines(text, Columns::kCharacters);
  std::uint32_t column = 0;
  for (std::uint32_t offset = 5; text[offset] != '\n'; ++offset) {
    if ((text[offset] & 0xC0) == 0x80) continue;
    EXPECT_EQ(lines.position(offset), (TextPosition{2, column++}));
  }
  EXPECT_EQ(lines.position(static_cast<std::uint32_t>(text.size())), (TextPosition{3, 1}));
  EXPECT_EQ(lines.position(3), (TextPosition{1, 0}));
}

}  // namespace
}  // namespace py3k::engine
