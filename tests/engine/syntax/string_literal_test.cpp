#include "engine/syntax/string_literal.h"

#include <gtest/gtest.h>

namespace py3k::engine {
namespace {

TEST(StringLiteral, HasParts) {
  const StringLiteral plain(R"('a"b')");
  EXPECT_EQ(plain.prefix(), "");
  EXPECT_EQ(plain.quote(), "'");
  EXPECT_EQ(plain.body(), "a\"b");
  const StringLiteral triple("uR\"\"\"a\n\"b\"\"\"");
  EXPECT_EQ(triple.prefix(), "uR");
  EXPECT_EQ(triple.quote(), "\"\"\"");
  EXPECT_EQ(triple.body(), "a\n\"b");
  EXPECT_TRUE(triple.raw() && triple.unicode() && !triple.bytes());
  EXPECT_EQ(StringLiteral("''").body(), "");
  EXPECT_EQ(StringLiteral("''''''").body(), "");
}

TEST(StringLiteral, KnowsItsLastCharacter) {
  for (const char* text : {R"('\n')", R"('a\n')", R"("a\\\n")", R"('\x0a')", R"('\012')", R"('a\12')", R"(u'a\n')",
                           R"(u'\u000a')", "'''a\n'''", "'''a\n\\\n'''", "'''a\n\\\r\n'''"})
    EXPECT_EQ(StringLiteral(text).last_character(), '\n') << text;
  EXPECT_EQ(StringLiteral(R"('a\t')").last_character(), '\t');
  EXPECT_EQ(StringLiteral(R"(r'a\n')").last_character(), 'n');
  EXPECT_EQ(StringLiteral(R"('a\\n')").last_character(), 'n');
  EXPECT_EQ(StringLiteral(R"('\0123')").last_character(), '3');
  for (const char* text : {"''", R"('\q')", R"('\xff')", R"(u'\u00e4')", R"(u'\N{SPACE}')", "'\xC3\xA4'"})
    EXPECT_EQ(StringLiteral(text).last_character(), std::nullopt) << text;
}

}  // namespace
}  // namespace py3k::engine
