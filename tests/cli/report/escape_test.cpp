#include "cli/report/escape.h"

#include <gtest/gtest.h>

namespace py3k::cli {
namespace {

TEST(Escape, MakesAnythingUtf8) {
  EXPECT_EQ(as_utf8("caf\u00e9"), "caf\u00e9");
  EXPECT_EQ(as_utf8("a\xE9z\xFF"), "a\uFFFDz\uFFFD");
  EXPECT_EQ(as_utf8("\xE9", declared_encoding("# coding: latin-1\n")), "\u00e9");
  EXPECT_EQ(as_utf8("\xE9", declared_encoding("# coding: no-such\n")), "\uFFFD");
  EXPECT_EQ(as_utf8("\xE9", declared_encoding("x = 1\n")), "\uFFFD");
}

TEST(Escape, LeavesNoMarkupAndNoControlsInXml) {
  EXPECT_EQ(xml_text("<a b=\"c\">&]]>"), "&lt;a b=&quot;c&quot;&gt;&amp;]]&gt;");
  EXPECT_EQ(xml_text(std::string_view("\0\x01\x1F\t\n\r", 6)), "\uFFFD\uFFFD\uFFFD\t\n&#13;");
  EXPECT_EQ(xml_text("\xFF"), "\uFFFD");
  EXPECT_EQ(xml_text("\uFFFE<\uFFFF\uFFFD"), "\uFFFD&lt;\uFFFD\uFFFD");
}

TEST(Escape, WritesPathsAsUris) {
  EXPECT_EQ(uri_of("app/views.py"), "app/views.py");
  EXPECT_EQ(uri_of("./a b/\xE9:%#?.py"), "a%20b/%E9%3A%25%23%3F.py");
  EXPECT_EQ(uri_of("/srv/a.py"), "file:///srv/a.py");
  EXPECT_EQ(uri_of("../a.py"), "../a.py");
}

TEST(Escape, KeepsGithubCommandsInOneLine) {
  EXPECT_EQ(github_data("100% a:b,\r\n"), "100%25 a:b,%0D%0A");
  EXPECT_EQ(github_property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
}

}  // namespace
}  // namespace py3k::cli
