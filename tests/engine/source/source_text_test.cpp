#include "engine/source/source_text.h"

#include <gtest/gtest.h>

#include <string>

namespace py3k::engine {
namespace {

using namespace std::string_literals;

std::string why_not(std::string bytes) {
  const auto source = read_source(std::move(bytes));
  return source ? "" : source.error().what;
}

std::string text_of(const SourceText& source, ByteRange range) {
  return source.text.substr(range.start, range.end - range.start);
}

// The encoding's name as the cookie has it; empty without a cookie.
std::string cookie_of(const std::string& text) {
  const auto cookie = find_cookie(text);
  return cookie ? text.substr(cookie->name.start, cookie->name.end - cookie->name.start) : "";
}

TEST(Cookie, IsFoundInBothForms) {
  EXPECT_EQ(cookie_of("# -*- coding: latin-1 -*-\n"), "latin-1");
  EXPECT_EQ(cookie_of("# vim: set fileencoding=utf-8 :\n"), "utf-8");
  EXPECT_EQ(cookie_of("#coding:koi8-r"), "koi8-r");
  EXPECT_EQ(cookie_of(" \t\f# coding= \t cp1252\r\n"), "cp1252");
  EXPECT_EQ(cookie_of("# coding coding: : coding=x_1.y-z!\n"), "x_1.y-z");
  EXPECT_EQ(cookie_of("\xEF\xBB\xBF# coding: utf8\n"), "utf8");
}

TEST(Cookie, IsFoundInTheSecondLineAfterOneWithoutCode) {
  EXPECT_EQ(cookie_of("#!/usr/bin/python\n# coding: latin-1\n"), "latin-1");
  EXPECT_EQ(cookie_of("\n# coding: latin-1\n"), "latin-1");
  EXPECT_EQ(cookie_of("#!x\r\n# coding: latin-1\r\n"), "latin-1");
  EXPECT_EQ(cookie_of("#!x\r# coding: latin-1\r"), "latin-1");
  EXPECT_EQ(cookie_of("import x\n# coding: latin-1\n"), "");
  EXPECT_EQ(cookie_of("'''\n# coding: latin-1\n"), "");
  EXPECT_EQ(cookie_of("\n\n# coding: latin-1\n"), "");
}

TEST(Cookie, IsNotInCodeAndNeedsAName) {
  EXPECT_EQ(cookie_of("x = 1  # coding: latin-1\n"), "");
  EXPECT_EQ(cookie_of("# coding : latin-1\n"), "");
  EXPECT_EQ(cookie_of("# coding:\n# latin-1\n"), "");
  EXPECT_EQ(cookie_of(""), "");
  EXPECT_EQ(cookie_of("#"), "");
}

TEST(Cookie, KnowsItsPlace) {
  const auto source = read_source("#!x\r\n  # coding: Latin_1 ok\r\n").value();
  ASSERT_TRUE(source.cookie);
  EXPECT_EQ(source.cookie->line, 2U);
  EXPECT_EQ(text_of(source, source.cookie->comment), "# coding: Latin_1 ok");
  EXPECT_EQ(text_of(source, source.cookie->name), "Latin_1");
  EXPECT_EQ(source.encoding->name, "iso-8859-1");
}

TEST(ReadSource, KeepsTheBytesOfCompatibleEncodings) {
  const std::string files[] = {
      ""s,
      "x = 1"s,
      "x = 'é'\r\n"s,
      "\xEF\xBB\xBF# coding: utf-8\nx\n"s,
      "# coding: latin-1\nx = '\xE9\xFF\x81'\n"s,
      "# coding: euc-jp\nx = '\xA4\xA2\xFF'\n"s,
      "# coding: mac-turkish\nx = '\xA4'\r"s,
  };
  for (const std::string& bytes : files) {
    const auto source = read_source(bytes).value();
    EXPECT_FALSE(source.transcoded);
    EXPECT_EQ(source.text, bytes);
    EXPECT_EQ(write_source(source, source.text).value(), bytes);
  }
}

TEST(ReadSource, TranscodesWhatCanNotBeLexedAsItIs) {
  // 0x5C, a backslash in ASCII, is the second half of the character in the first three.
  const std::string files[] = {
      "# coding: shift_jis\ns = '\x94\x5C\\n'\n"s,
      "# coding: cp932\ns = '\x83\x5C'\n"s,
      "# coding: big5\ns = '\xA5\x5C'\n"s,
      "# coding: gbk\ns = '\xC4\xE3\xBA\xC3'\n"s,
      "# coding: gb18030\ns = '\x81\x30\x81\x30'\n"s,
      "# coding: iso-2022-jp\ns = '\x1B$B$\"\x1B(B'\n"s,
      "# coding: cp949\ns = '\xB0\xA1'\n"s,
  };
  for (const std::string& bytes : files) {
    const auto source = read_source(bytes);
    ASSERT_TRUE(source) << bytes << source.error().what;
    EXPECT_TRUE(source->transcoded);
    EXPECT_EQ(find_invalid_utf8(source->text), std::string_view::npos);
    EXPECT_EQ(write_source(*source, source->text).value(), bytes);
    EXPECT_EQ(write_source(*source, source->text + "x = 1\n").value(), bytes + "x = 1\n");
    EXPECT_EQ(encode_as_utf8(*source, source->text).value(), source->text);
  }
  EXPECT_EQ(read_source("# coding: shift_jis\ns = '\x94\x5C'\n").value().text, "# coding: shift_jis\ns = '能'\n");
}

TEST(ReadSource, LeavesPlainAsciiInAnyEncodingAlone) {
  const auto source = read_source("# coding: shift_jis\ns = '\\n~'\n").value();
  EXPECT_FALSE(source.transcoded);
  EXPECT_EQ(source.text, source.bytes);
  EXPECT_EQ(write_source(source, "s = '能'").value(), "s = '\x94\x5C'");
}

TEST(ReadSource, RefusesWhatDoesNotComeBackTheSame) {
  // An escape sequence that changes nothing.
  EXPECT_NE(why_not("# coding: iso-2022-jp\ns = '\x1B(B\x1B(B'\n"), "");
  EXPECT_NE(why_not("# coding: gbk\ns = '\xC4'\n"), "");
}

TEST(ReadSource, RefusesWhatPythonDoesNotRead) {
  EXPECT_EQ(why_not("x = 1\ny = 2\nz = '\xE9'\n"), "is not valid UTF-8: byte 0xe9 on line 3");
  EXPECT_EQ(why_not("# coding: utf-8\rz = '\xE9'\n"), "is not valid UTF-8: byte 0xe9 on line 2");
  EXPECT_EQ(why_not("# coding: ascii\nz = 'é'\n"), "is declared as ASCII but has the byte 0xc3 on line 2");
  EXPECT_EQ(why_not("# coding: rot13\n"), "declares the encoding rot13, which is not one that source can be in");
  EXPECT_EQ(why_not("\xEF\xBB\xBF# coding: latin-1\n"),
            "begins with UTF-8's byte order mark but declares the encoding latin-1");
  EXPECT_EQ(why_not("x\r\n\0"s), "has a NUL byte on line 2");
  EXPECT_EQ(why_not("\xFF\xFEx\0"s), "is UTF-16, which Python does not read");
}

TEST(ReadSource, AdvisesToDeclareTheEncodingOnlyWhereNoneIs) {
  EXPECT_NE(read_source("\xE9").error().advice.find("declare"), std::string::npos);
  EXPECT_EQ(read_source("# coding: utf-8\n\xE9").error().advice.find("declare its"), std::string::npos);
}

TEST(ReadSource, FindsTheNewlineStyle) {
  const auto style = [](const char* text) { return read_source(text).value().newline; };
  const auto most = [](const char* text) { return read_source(text).value().newline_text; };
  EXPECT_EQ(style(""), Newline::kLf);
  EXPECT_EQ(style("x\ny\n"), Newline::kLf);
  EXPECT_EQ(style("x\r\ny"), Newline::kCrLf);
  EXPECT_EQ(style("x\ry\r"), Newline::kCr);
  EXPECT_EQ(style("x\ny\r\n"), Newline::kMixed);
  EXPECT_EQ(style("x\r\r\n"), Newline::kMixed);
  EXPECT_EQ(most("x\ny\n"), "\n");
  EXPECT_EQ(most("x\r\ny\r\nz\n"), "\r\n");
  EXPECT_EQ(most("x\ry\r"), "\r");
}

TEST(EncodeAsUtf8, ConvertsOnlyWhatIsNotUtf8) {
  const auto latin = read_source("# coding: latin-1\ns = '\xE9'\n").value();
  EXPECT_EQ(encode_as_utf8(latin, "s = '\xE9'\n").value(), "s = 'é'\n");
  EXPECT_EQ(encode_as_utf8(latin, "s = 1\n").value(), "s = 1\n");
  const auto utf8 = read_source("s = 'é'\n").value();
  EXPECT_EQ(encode_as_utf8(utf8, utf8.text).value(), utf8.text);
  const auto broken = read_source("# coding: euc-jp\ns = '\xA4'\n").value();
  EXPECT_FALSE(encode_as_utf8(broken, broken.text));
}

}  // namespace
}  // namespace py3k::engine
