#include "cli/shown_text.h"

#include <gtest/gtest.h>

#include <string>

namespace py3k::cli {
namespace {

TEST(ShownText, WritesOutWhatATerminalWouldObey) {
  EXPECT_EQ(shown_text("print 1  # é 😀\n\tx\r\n"), "print 1  # é 😀\n\tx\r\n");
  EXPECT_EQ(shown_text("\x1b]0;TITLE\x07"), "\\x1B]0;TITLE\\x07");
  EXPECT_EQ(shown_text("a\rb\x7F"), "a\\rb\\x7F");
  EXPECT_EQ(shown_text("\xC2\x9B"
                       "31m"),
            "\\u009B31m");  // C1, as UTF-8
  EXPECT_EQ(shown_text("\x9B"
                       "31m"),
            "\\x9B31m");                                     // and as it is
  EXPECT_EQ(shown_text("\xE2\x80\xAE = x"), "\\u202E = x");  // turns the line's direction
  EXPECT_EQ(shown_text("\xE2\x81\xA6"), "\\u2066");
  EXPECT_EQ(shown_text(std::string("\0", 1)), "\\x00");
  EXPECT_EQ(shown_text("\xE2\x80"), "\xE2\\x80");          // cut off
  EXPECT_EQ(shown_text("\xED\xA0\x80"), "\xED\xA0\\x80");  // no character
}

TEST(ShownText, KeepsNamesInOneLine) {
  EXPECT_EQ(shown_name("a\nb\t.py\r"), "a\\nb\\t.py\\r");
  EXPECT_EQ(shown_name("app/é.py"), "app/é.py");
}

TEST(ShownText, LeavesNoControlOfAnyByte) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second)};
      for (const unsigned char c : shown_text(text))
        EXPECT_TRUE(c >= ' ' ? c != 0x7F : c == '\n' || c == '\t' || c == '\r');
    }
  }
}

}  // namespace
}  // namespace py3k::cli
