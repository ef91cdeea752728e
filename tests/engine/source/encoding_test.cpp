#include "engine/source/encoding.h"

#include <gtest/gtest.h>

#include <string>

namespace py3k::engine {
namespace {

std::string_view name_of(std::string_view spelling) {
  const Encoding* encoding = find_encoding(spelling);
  return encoding == nullptr ? "" : encoding->name;
}

TEST(Encoding, HasAllTheNamesThatPythonTakes) {
  for (const auto* name : {"utf-8", "UTF8", "utf_8", "U8", "utf-8-sig", "utf_8_sig", "utf-8-unix"}) {
    EXPECT_EQ(name_of(name), "utf-8") << name;
  }
  for (const auto* name : {"latin-1", "Latin_1", "latin1", "L1", "iso8859-1", "ISO_8859-1", "iso-8859-1-dos", "8859"}) {
    EXPECT_EQ(name_of(name), "iso-8859-1") << name;
  }
  for (const auto* name : {"cp1252", "windows-1252", "Windows_1252", "1252"})
    EXPECT_EQ(name_of(name), "cp1252") << name;
  for (const auto* name : {"ascii", "us-ascii", "US_ASCII", "646"}) EXPECT_EQ(name_of(name), "ascii") << name;
  for (const auto* name : {"shift_jis", "Shift-JIS", "sjis", "shiftjis"}) EXPECT_EQ(name_of(name), "shift-jis") << name;
  EXPECT_EQ(name_of("koi8-r"), "koi8-r");
  EXPECT_EQ(name_of("iso-8859-15"), "iso-8859-15");
  EXPECT_EQ(name_of("latin9"), "iso-8859-15");
}

TEST(Encoding, KnowsNoCodecsThatAreNotForSource) {
  for (const auto* name :
       {"", "-", "rot13", "hex", "base64", "mbcs", "utf-16", "utf-32-le", "zlib", "cp037", "utf", "x"}) {
    if (std::string_view(name) == "utf") continue;  // is UTF-8 to Python
    EXPECT_EQ(find_encoding(name), nullptr) << name;
  }
}

TEST(Encoding, ReadsAllBytesBelow128OfCompatibleOnesAsAscii) {
  std::string ascii;
  for (char c = 1; c < 127; ++c) ascii += c;
  for (const auto* name : {"latin-1", "cp1252", "koi8-r", "euc-jp", "euc-kr", "gb2312", "mac-roman", "tis-620",
                           "hp-roman8", "shift_jis", "cp932", "gbk", "big5", "cp949", "gb18030"}) {
    const auto text = decode(*find_encoding(name), ascii);
    ASSERT_TRUE(text) << name << ": " << text.error().what;
    EXPECT_EQ(*text, ascii) << name;
  }
}

TEST(Encoding, ConvertsBothWays) {
  const Encoding& latin = *find_encoding("latin-1");
  EXPECT_EQ(decode(latin, "caf\xE9").value(), "café");
  EXPECT_EQ(encode(latin, "café").value(), "caf\xE9");
  EXPECT_FALSE(encode(latin, "€").has_value());
  EXPECT_FALSE(decode(*find_encoding("euc-jp"), "\xA4").has_value());
  const std::string long_text = [] {
    std::string text;
    for (int i = 0; i < 40000; ++i) text += "\xE9";
    return text;
  }();
  EXPECT_EQ(decode(latin, long_text).value().size(), 80000U);
}

TEST(Encoding, SaysWhichOnesIconvLacks) {
  const auto text = decode(*find_encoding("palmos"), "x");
  ASSERT_FALSE(text);
  EXPECT_NE(text.error().what.find("palmos"), std::string::npos);
}

TEST(FindInvalidUtf8, AcceptsAllCharacters) {
  EXPECT_EQ(find_invalid_utf8(""), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("plain ASCII that is longer than a word"), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF"),
            std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"), std::string_view::npos);
}

TEST(FindInvalidUtf8, FindsTheFirstBadByteAtAnyPlace) {
  const std::string_view bad[] = {"\x80",
                                  "\xC0\x80",
                                  "\xC1\xBF",
                                  "\xC3",
                                  "\xC3(",
                                  "\xE0\x80\x80",
                                  "\xE2\x82",
                                  "\xED\xA0\x80",
                                  "\xF0\x80\x80\x80",
                                  "\xF4\x90\x80\x80",
                                  "\xF5\x80\x80",
                                  "\xFF",
                                  "\xF0\x9F\x98(abc",
                                  "\xF0\x9F\x98"};
  for (const std::string_view bytes : bad) {
    for (std::size_t before = 0; before < 20; ++before) {
      const std::string text = std::string(before, 'a') + std::string(bytes);
      EXPECT_EQ(find_invalid_utf8(text), before) << testing::PrintToString(bytes);
      EXPECT_EQ(find_invalid_utf8(text + " and more than a word of ASCII"), before) << testing::PrintToString(bytes);
    }
  }
}

}  // namespace
}  // namespace py3k::engine
