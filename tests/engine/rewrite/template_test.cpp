#include "engine/rewrite/template.h"

#include <gtest/gtest.h>

namespace py3k::engine {
namespace {

std::string pieces(std::string_view text) {
  std::string all;
  for (const TemplatePiece& piece : split_holes(text))
    all += (piece.is_hole ? (piece.sequence ? "<*" : "<") : "[") + piece.text + (piece.is_hole ? ">" : "]");
  return all;
}

TEST(Template, CutsHolesOut) {
  EXPECT_EQ(pieces("$k in $d"), "<k>[ in ]<d>");
  EXPECT_EQ(pieces("f($*args)"), "[f(]<*args>[)]");
  EXPECT_EQ(pieces("$a$b"), "<a><b>");
  EXPECT_EQ(pieces("x"), "[x]");
  EXPECT_EQ(pieces(""), "");
  EXPECT_EQ(pieces("'$' $1"), "['$' ]<1>");
  EXPECT_EQ(pieces("cost $ 5"), "[cost $ 5]");
  EXPECT_EQ(pieces("$x_1.y"), "<x_1>[.y]");
}

TEST(Template, RefusesWhatIsNotPython3) {
  EXPECT_TRUE(Template::compile("$k in $d"));
  EXPECT_FALSE(Template::compile("$k in"));
  EXPECT_FALSE(Template::compile("print $x"));
  EXPECT_FALSE(Template::compile("f($x"));
  EXPECT_FALSE(Template::compile("`$x`"));
  EXPECT_TRUE(Template::compile("raise $e from $x"));
  EXPECT_TRUE(Template::compile("async def $f(): await $x"));
  EXPECT_EQ(Template::compile("f($x").error().what, "the template \"f($x\" is not Python 3");
}

TEST(Template, KnowsHowTightlyItBinds) {
  const auto precedence = [](std::string_view text) { return Template::compile(text)->precedence(); };
  EXPECT_EQ(precedence("$k in $d"), Precedence::kCompare);
  EXPECT_EQ(precedence("not $x"), Precedence::kNot);
  EXPECT_EQ(precedence("f($x)"), Precedence::kPrimary);
  EXPECT_EQ(precedence("($x)"), Precedence::kAtom);
  EXPECT_EQ(precedence("$x"), Precedence::kAtom);
  EXPECT_EQ(precedence("$x, $y"), Precedence::kTuple);
  EXPECT_EQ(precedence("lambda: $x"), Precedence::kLambda);
  EXPECT_EQ(precedence("return $x"), Precedence::kAny);
  EXPECT_EQ(precedence("$x = $y"), Precedence::kAny);
  EXPECT_EQ(precedence("$x; $y"), Precedence::kAny);
  EXPECT_TRUE(Template::compile("7")->is_number());
  EXPECT_FALSE(Template::compile("7.0")->is_number());
}

TEST(Template, KnowsWhatItsHolesDemand) {
  const auto hole = [](std::string_view text) {
    const Expected<Template> made = Template::compile(text);
    for (const TemplatePiece& piece : made->pieces())
      if (piece.is_hole) return piece;
    return TemplatePiece{};
  };
  EXPECT_EQ(hole("$x in d").demands, Precedence::kBitOr);
  EXPECT_EQ(hole("$x.y").demands, Precedence::kPrimary);
  EXPECT_TRUE(hole("$x.y").attribute_object);
  EXPECT_FALSE(hole("$x.y").in_brackets);
  EXPECT_TRUE(hole("f($x)").in_brackets);
  EXPECT_FALSE(hole("f($x)").attribute_object);
  EXPECT_TRUE(hole("y[$x]").in_brackets);
  EXPECT_EQ(hole("f($*x)").demands, Precedence::kAny);
  EXPECT_TRUE(hole("f($*x)").sequence);
}

TEST(Template, IsCompiledOnce) {
  EXPECT_EQ(Template::cached("$k in $d"), Template::cached("$k in $d"));
  EXPECT_EQ(Template::cached("$k in"), nullptr);
}

TEST(Template, FillsInPlaceholders) {
  EXPECT_EQ(hole_of_placeholder(hole_placeholder(0)), 0);
  EXPECT_EQ(hole_of_placeholder(hole_placeholder(17)), 17);
  EXPECT_EQ(hole_of_placeholder("x"), -1);
}

}  // namespace
}  // namespace py3k::engine
