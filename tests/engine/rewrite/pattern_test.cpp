#include "engine/rewrite/pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/conversion.h"

namespace py3k::engine {
namespace {

// The text with each match of a pattern replaced; `FOUND` unless it says otherwise.
std::string found(const std::string& pattern, const std::string& text, const std::string& replacement = "FOUND") {
  return tests::converted(text, {tests::rule_fixer("rule", {{pattern, replacement}})});
}
bool matches(const std::string& pattern, const std::string& text) { return found(pattern, text) != text; }

TEST(Pattern, HolesStandForExpressions) {
  EXPECT_EQ(found("$d.has_key($k)", "a[0].has_key(b + c)", "$k @ $d"), "(b + c) @ a[0]");
  EXPECT_TRUE(matches("$d.has_key($k)", "d.has_key(k)"));
  EXPECT_TRUE(matches("$d.has_key($k)", "d.has_key((k, l))"));
  EXPECT_TRUE(matches("$d.has_key($k)", "d.has_key(k,)"));
  EXPECT_TRUE(matches("$d.has_key($k)", "d . has_key (\n k # c\n)"));
  EXPECT_TRUE(matches("$d.has_key($k)", "d.has_key(lambda: 0)"));
  EXPECT_FALSE(matches("$d.has_key($k)", "d.has_key()"));
  EXPECT_FALSE(matches("$d.has_key($k)", "d.has_key(k, l)"));
  EXPECT_FALSE(matches("$d.has_key($k)", "d.has_key(k=l)"));
  EXPECT_FALSE(matches("$d.has_key($k)", "d.has_key(*k)"));
  EXPECT_FALSE(matches("$d.has_key($k)", "d.has_key(**k)"));
  EXPECT_FALSE(matches("$d.has_key($k)", "has_key(k)"));
  EXPECT_FALSE(matches("$d.has_key($k)", "d.has_keys(k)"));
  EXPECT_FALSE(matches("$d.has_key($k)", "d.has_key"));
}

TEST(Pattern, TheSameHoleTwiceMatchesEqualText) {
  EXPECT_TRUE(matches("$x == $x", "a.b == a.b"));
  EXPECT_FALSE(matches("$x == $x", "a.b == a.c"));
}

TEST(Pattern, SequencesTakeAnyNumber) {
  EXPECT_EQ(found("apply($*a)", "apply()", "call($*a)"), "call()");
  EXPECT_EQ(found("apply($*a)", "apply(x, *y, z=1)", "call($*a)"), "call(x, *y, z=1)");
  EXPECT_EQ(found("apply($f, $*a)", "apply(f, x, y)", "$f($*a)"), "f(x, y)");
}

TEST(Pattern, OperatorsHaveToBeTheSame) {
  EXPECT_TRUE(matches("$a <> $b", "x <> y"));
  EXPECT_FALSE(matches("$a <> $b", "x != y"));
  EXPECT_FALSE(matches("$a + $b", "x - y"));
  EXPECT_TRUE(matches("not $x.y()", "not z.y()"));
  EXPECT_FALSE(matches("not $x.y()", "z.y()"));
  EXPECT_TRUE(matches("$x[0]", "y[0]"));
  EXPECT_FALSE(matches("$x[0]", "y[1]"));
  EXPECT_TRUE(matches("f(a=$x)", "f(a=1)"));
  EXPECT_FALSE(matches("f(a=$x)", "f(b=1)"));
}

TEST(Pattern, NamesMeanWhatTheySay) {
  EXPECT_TRUE(matches("unicode($x)", "unicode(y)"));
  EXPECT_FALSE(matches("unicode($x)", "def f(unicode): unicode(y)"));
  EXPECT_FALSE(matches("unicode($x)", "from m import unicode; unicode(y)"));
  EXPECT_FALSE(matches("unicode($x)", "z.unicode(y)"));
  EXPECT_TRUE(matches("os.getcwdu()", "import os; os.getcwdu()"));
  EXPECT_TRUE(matches("os.getcwdu()", "import os as o; o.getcwdu()"));
  EXPECT_TRUE(matches("os.getcwdu()", "from os import getcwdu; getcwdu()"));
  EXPECT_TRUE(matches("os.getcwdu()", "from os import getcwdu as g; g()"));
  EXPECT_FALSE(matches("os.getcwdu()", "os.getcwdu()"));
  EXPECT_FALSE(matches("os.getcwdu()", "import m as os; os.getcwdu()"));
}

TEST(Pattern, RefusesWhatIsNoExpression) {
  EXPECT_FALSE(Pattern::compile("$x"));
  EXPECT_FALSE(Pattern::compile("f("));
  EXPECT_FALSE(Pattern::compile("a; b"));
  EXPECT_EQ(Pattern::compile("$x").error().what, "the pattern \"$x\" matches everything");
}

TEST(Pattern, KnowsItsWords) {
  EXPECT_THAT(Pattern::compile("$d.has_key($k)")->words(), testing::ElementsAre("has_key"));
  EXPECT_THAT(Pattern::compile("os.getcwdu()")->words(), testing::ElementsAre("getcwdu", "os"));
}

TEST(Pattern, TheFirstOfAFixersRulesThatMatchesWins) {
  const auto fixer = tests::rule_fixer("rule", {{"not $d.has($k)", "$k not in $d"}, {"$d.has($k)", "$k in $d"}});
  EXPECT_EQ(tests::converted("not d.has(k)", {fixer}), "k not in d");
  EXPECT_EQ(tests::converted("not (d.has(k))", {fixer}), "not (k in d)");
  EXPECT_EQ(tests::converted("not d.has(e.has(k))", {fixer}), "(k in e) not in d");
}

}  // namespace
}  // namespace py3k::engine
