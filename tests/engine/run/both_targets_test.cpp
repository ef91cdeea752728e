// --target 2+3: what fixers for Python 3 alone would do is counted, and nothing of it is done.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/conversion.h"

namespace py3k::engine {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::convert;
using tests::converted;
using tests::findings_left;

Settings both() {
  Settings settings;
  settings.from = Language::kPython2;
  settings.keeps_python2 = true;
  return settings;
}

Fixer runs_on(RunsOn where, Fixer fixer) {
  fixer.runs_on = where;
  return fixer;
}

TEST(BothTargets, WhatIsForPython3AloneStaysAndIsCountedOnce) {
  const auto old = runs_on(RunsOn::kPy3, tests::rule_fixer("old", {{"f($x)", "g($x)"}}));
  const auto equal = runs_on(RunsOn::kBoth, tests::rule_fixer("equal", {{"h($x)", "i($x)"}}));
  const FileResult result = convert("a\nf(1)\nh(f(2))\nf(3)\n", {old, equal}, both());
  EXPECT_EQ(result.output_bytes, "a\nf(1)\ni(f(2))\nf(3)\n");
  EXPECT_THAT(findings_left(result), ElementsAre(HasSubstr("2 old stays as it is here, and so in 2 more places")));
  EXPECT_EQ(converted("f(1)\n", {old}), "g(1)\n") << "without --target 2+3";
}

TEST(BothTargets, ReportsOfSuchFixersAreCountedToo) {
  const auto old = runs_on(RunsOn::kPy3, tests::visit_fixer("old", {Kind::kInteger}, [](Context& cx, Node number) {
                             cx.report(number, "a number");
                           }));
  EXPECT_THAT(findings_left(convert("1\n2\n", {old}, both())), ElementsAre(HasSubstr("1 old stays as it is here")));
}

TEST(BothTargets, OfAVariantOnlyWhatItLeavesIsCounted) {
  const auto variant =
      runs_on(RunsOn::kVariant, tests::visit_fixer("v", {Kind::kInteger}, [](Context& cx, Node number) {
                if (cx.keeps_python2() && number.text() == "1") return cx.leave(number);
                cx.replace(number, cx.keeps_python2() ? "both" : "three");
              }));
  const FileResult result = convert("1\n2\n", {variant}, both());
  EXPECT_EQ(result.output_bytes, "1\nboth\n");
  EXPECT_THAT(findings_left(result), ElementsAre(HasSubstr("1 v stays as it is here:")));
  EXPECT_EQ(converted("1\n2\n", {variant}), "three\nthree\n");
}

TEST(BothTargets, RenamesForPython3AloneStayBesideOthers) {
  Fixer variant = runs_on(RunsOn::kVariant, tests::made_up_fixer("v"));
  variant.renames = {{"m.a", "m.b"},
                     {.from = "m.c", .to = "m.d", .python3_only = true},
                     {.from = "__builtin__.unichr", .to = "__builtin__.chr", .python3_only = true}};
  const std::string text = "from m import a, c\na, c, unichr\n";
  const FileResult result = convert(text, {variant}, both());
  EXPECT_EQ(result.output_bytes, "from m import b, c\nb, c, unichr\n");
  EXPECT_EQ(findings_left(result).size(), 1U);
  EXPECT_EQ(converted(text, {variant}), "from m import b, d\nb, d, chr\n");
}

TEST(BothTargets, NothingIsLeftInPython3) {
  const auto old = runs_on(RunsOn::kPy3, tests::rule_fixer("old", {{"f($x)", "g($x)"}}));
  Settings settings = both();
  settings.from = Language::kPython3;
  Fixer python2 = old;
  python2.needs = Needs::kPython2;
  EXPECT_THAT(findings_left(convert("f(1)\n", {python2}, settings)), IsEmpty());
}

// Names that stay are evidence of Python 2 all the same, for what depends on it.
TEST(BothTargets, WhatStaysIsEvidence) {
  Fixer rename = runs_on(RunsOn::kPy3, tests::made_up_fixer("unicode"));
  rename.renames = {{"__builtin__.unicode", "__builtin__.str"}};
  rename.needs = Needs::kPython2;
  Fixer careful = runs_on(RunsOn::kBoth, tests::rule_fixer("careful", {{"f($x)", "g($x)"}}));
  careful.needs = Needs::kEvidence;
  Settings settings = both();
  settings.from = {};
  EXPECT_EQ(converted("f(unicode)\n", {rename, careful}, settings), "g(unicode)\n");
  EXPECT_EQ(converted("f(text)\n", {rename, careful}, settings), "f(text)\n");
}

TEST(BothTargets, ATemplateThatPython2CantParseIsDropped) {
  const auto wrong = runs_on(RunsOn::kBoth, tests::rule_fixer("wrong", {{"f($x)", "print($x, file=g)"}}));
  const FileResult result = convert("f(1)\n", {wrong}, both());
  EXPECT_EQ(result.outcome, Outcome::kUnchanged);
  EXPECT_THAT(findings_left(result), ElementsAre(HasSubstr("Python 2.7 can't parse this")));
  EXPECT_EQ(converted("f(1)\n", {wrong}), "print(1, file=g)\n");
}

}  // namespace
}  // namespace py3k::engine
