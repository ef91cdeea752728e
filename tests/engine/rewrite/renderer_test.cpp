// What comes out where claims are made: nested rewrites, parentheses, comments, words that must not touch.

#include "engine/rewrite/renderer.h"

#include <gtest/gtest.h>

#include "tests/paths.h"
#include "tests/support/conversion.h"
#include "tests/support/files.h"
#include "tests/support/parsed.h"

namespace py3k::engine {
namespace {

using tests::convert;
using tests::converted;
using tests::rule_fixer;
using tests::visit_fixer;

Fixer has_key() {
  return rule_fixer("has_key", {{"not $d.has_key($k)", "$k not in $d"}, {"$d.has_key($k)", "$k in $d"}});
}
Fixer repr() {
  return visit_fixer("repr", {Kind::kReprExpression}, [](Context& cx, Node node) {
    cx.replace(node, node.child(Field::kArgument).is(Kind::kExpressionList) ? "repr(($x))" : "repr($x)",
               {{"x", node.child(Field::kArgument)}});
  });
}
Fixer print() {
  return visit_fixer("print", {Kind::kPrintStatement}, [](Context& cx, Node node) {
    cx.replace(node, "print($*a)", {{"a", HoleValue(node.child(Field::kArgument), node.last_child())}});
  });
}
Fixer not_equal() {
  return visit_fixer("ne", {Kind::kTokenLessGreater}, [](Context& cx, Node node) { cx.set_text(node, "!="); });
}
// Renames X to whatever the test wants.
Fixer put(const std::string& replacement) {
  return visit_fixer("put", {Kind::kIdentifier}, [=](Context& cx, Node node) {
    if (node.text() == "X") cx.replace(node, replacement);
  });
}

std::string all(const std::string& text) { return converted(text, {has_key(), repr(), print(), not_equal()}); }

TEST(Renderer, ComposesNestedRewrites) {
  EXPECT_EQ(all("print d.has_key(`x`)\n"), "print(repr(x) in d)\n");
  EXPECT_EQ(all("print d.has_key(`x <> y`), `d.has_key(`z`)`\n"), "print(repr(x != y) in d, repr(repr(z) in d))\n");
  EXPECT_EQ(all("`x, `y, z``\n"), "repr((x, repr((y, z))))\n");
  EXPECT_EQ(all("d.has_key(e.has_key(f.has_key(1)))\n"), "((1 in f) in e) in d\n");
  EXPECT_EQ(all("d.has_key(1).has_key(2)\n"), "2 in (1 in d)\n");
  std::string nest = "x";
  std::string expected = "x";
  for (int i = 0; i < 12; ++i) {
    nest = "`d.has_key(" + nest + ")`";
    expected = "repr(" + expected + " in d)";
  }
  EXPECT_EQ(all(nest + "\n"), expected + "\n");
}

TEST(Renderer, KeepsAllThatIsNotClaimed) {
  EXPECT_EQ(all("x = [ d.has_key( k ) ,\n  y ]   \n\n\n# end"), "x = [ k in d ,\n  y ]   \n\n\n# end");
  EXPECT_EQ(all("\xEF\xBB\xBF`x`\r\n"), "\xEF\xBB\xBFrepr(x)\r\n");
  EXPECT_EQ(all("a <> b; c <>d"), "a != b; c !=d");
}

TEST(Renderer, PutsParenthesesAroundWhatBreaksItsLine) {
  EXPECT_EQ(all("x = d.has_key(a +\n  b)\n"), "x = (a +\n  b) in d\n");
  EXPECT_EQ(all("f(d.has_key(a +\n  b))\n"), "f(a +\n  b in d)\n");
  EXPECT_EQ(all("(d.has_key(a\n  .b))\n"), "(a\n  .b in d)\n");
  EXPECT_EQ(all("x = d.has_key(a[\n  b])\n"), "x = a[\n  b] in d\n");
  EXPECT_EQ(all("x = d.has_key('''a\n  b''')\n"), "x = '''a\n  b''' in d\n");
  EXPECT_EQ(all("x = d.has_key(a\n  .b)\n"), "x = (a\n  .b) in d\n");
  EXPECT_EQ(all("x = d.has_key(a + \\\n  b)\n"), "x = a + \\\n  b in d\n");
  EXPECT_EQ(all("x = d.has_key(\n  a)\n"), "x = a in d\n");
}

TEST(Renderer, KeepsWordsApart) {
  EXPECT_EQ(converted("return`X`if(X)else`X`\n", {repr()}), "return repr(X)if(X)else repr(X)\n");
  EXPECT_EQ(converted("a and(X)or b\n", {put("y")}), "a and(y)or b\n");
  EXPECT_EQ(converted("x = 1 if`X`else 2\n", {repr()}), "x = 1 if repr(X)else 2\n");
  EXPECT_EQ(converted("x = d.has_key(1)if y else 2\n", {has_key()}), "x = 1 in d if y else 2\n");
  EXPECT_EQ(converted("print`X`\n", {repr(), print()}), "print(repr(X))\n");
}

TEST(Renderer, KeepsNumbersApartFromDots) {
  EXPECT_EQ(converted("X.real\n", {put("7")}), "(7).real\n");
  EXPECT_EQ(converted("X.real\n", {put("7.0")}), "7.0.real\n");
  EXPECT_EQ(converted("X + 1\n", {put("7")}), "7 + 1\n");
}

TEST(Renderer, KeepsComments) {
  EXPECT_EQ(all("x = d.has_key(k)  # why\n"), "x = k in d  # why\n");
  EXPECT_EQ(all("if a:\n    x = d.has_key(  # why\n        k)\n"), "if a:\n    # why\n    x = k in d\n");
  EXPECT_EQ(all("x = d.has_key(f(  # in the hole\n  k))\n"), "x = f(  # in the hole\n  k) in d\n");
  EXPECT_EQ(all("if a: x = d.has_key(  # why\n    k)\n"), "# why\nif a: x = k in d\n");
  EXPECT_EQ(all("x = d.has_key(  # one\n    k  # two\n    )\n"), "# one\n# two\nx = k in d\n");
}

TEST(Renderer, KeepsTheSpacingBetweenHoles) {
  EXPECT_EQ(converted("f( a ,b,   c )\n", {rule_fixer("g", {{"f($x, $y, $z)", "g($x, $y, $z)"}})}), "g(a ,b,   c)\n");
  EXPECT_EQ(converted("f(a,  # one\n  b)\n", {rule_fixer("g", {{"f($x, $y)", "g($x, $y)"}})}), "g(a,  # one\n  b)\n");
  EXPECT_EQ(converted("f(a,\n  b)\n", {rule_fixer("g", {{"f($x, $y)", "$x, $y"}})}), "a, b\n");
}

TEST(Renderer, AskWhatIsInATemplateThatIsOneHole) {
  const auto taken_out = [](const std::string& text) {
    return converted(text, {rule_fixer("out", {{"out($x)", "$x"}})});
  };
  EXPECT_EQ(taken_out("f(out(a or b) == a)\n"), "f((a or b) == a)\n");
  EXPECT_EQ(taken_out("not out(lambda s: 1)\n"), "not (lambda s: 1)\n");
  EXPECT_EQ(taken_out("out(out(a or b)) == a\n"), "(a or b) == a\n");
  EXPECT_EQ(taken_out("out(1).real\n"), "(1).real\n");
  EXPECT_EQ(taken_out("f(out(a or b), out(c))\n"), "f(a or b, c)\n");
  EXPECT_EQ(taken_out("x = out(a +\n  b)\n"), "x = (a +\n  b)\n");
}

TEST(Renderer, GivesNoSecondPairOfBrackets) {
  const auto wrapped = [](const std::string& text) {
    return converted(text, {rule_fixer("wrap", {{"$x.step()", "step($x)"}, {"$x.first($y)", "first($x, $y)"}})});
  };
  EXPECT_EQ(wrapped("(a + b).step()\n"), "step(a + b)\n");
  EXPECT_EQ(wrapped("((a, b)).step()\n"), "step((a, b))\n");
  EXPECT_EQ(wrapped("(a +  # why\n b).step()\n"), "step(a +  # why\n b)\n");
  EXPECT_EQ(wrapped("(yield).step()\n"), "step((yield))\n");
  EXPECT_EQ(wrapped("(x for x in y).step()\n"), "step(x for x in y)\n");
  EXPECT_EQ(wrapped("(x for x in y).first(1)\n"), "first((x for x in y), 1)\n");
  EXPECT_EQ(wrapped("((a + b).step()).step()\n"), "step(step(a + b))\n");
}

TEST(Renderer, MakesEditsThatSayTheSame) {
  const FileResult result = convert("print d.has_key(`x`) # c\ny <> `z`\n", {has_key(), repr(), print(), not_equal()});
  EXPECT_EQ(apply_edits(result.original, result.edits), result.rewritten);
  EXPECT_EQ(result.edits.size(), 3U);
  for (std::size_t i = 1; i < result.edits.size(); ++i)
    EXPECT_LE(result.edits[i - 1].range.end, result.edits[i].range.start);
}

TEST(RendererProperties, NoClaimsNoChange) {
  const auto idle = visit_fixer("idle", {Kind::kCall, Kind::kIdentifier}, [](Context&, Node) {});
  for (const auto& path : tests::files_below(tests::kSourceDir / "testdata", ".py")) {
    const std::string text = tests::read_file(path);
    const FileResult result = convert(text, {idle});
    EXPECT_NE(result.outcome, Outcome::kChanged) << path;
    EXPECT_TRUE(result.edits.empty()) << path;
    EXPECT_EQ(result.output_bytes, "") << path;
  }
}

// Claims on some of all names, calls, operators and strings, nested as they come.
TEST(RendererProperties, EditsGiveTheRenderedText) {
  std::mt19937 random(4);  // NOLINT: the same claims each time
  for (const auto& path : tests::files_below(tests::kSourceDir / "testdata" / "run", ".py")) {
    const auto some = visit_fixer(
        "some", {Kind::kCall, Kind::kIdentifier, Kind::kString, Kind::kBinaryOperator}, [&](Context& cx, Node node) {
          if (random() % 3 == 0) return;
          if (node.is(Kind::kCall)) {
            cx.replace(node, "called($f, 1)", {{"f", node.child(Field::kFunction)}});
          } else if (node.is(Kind::kBinaryOperator)) {
            cx.replace(node, "$r + $l", {{"l", node.child(Field::kLeft)}, {"r", node.child(Field::kRight)}});
          } else if (cx.names().is_name(node)) {
            cx.set_text(node, std::string(node.text()) + "_");
          }
        });
    const FileResult result = convert(tests::read_file(path), {some});
    if (result.outcome != Outcome::kChanged) continue;
    ASSERT_EQ(apply_edits(result.original, result.edits), result.rewritten) << path;
    const tests::Parsed after(result.rewritten);
    EXPECT_FALSE(after.tree.has_error()) << path << "\n" << result.rewritten;
  }
}

}  // namespace
}  // namespace py3k::engine
