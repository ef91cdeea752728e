#include "engine/report/line_index.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace py3k::engine
