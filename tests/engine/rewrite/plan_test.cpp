// Changes that can't all be made: who gives way, and that a change is made whole or not at all.

#include "engine/rewrite/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/conversion.h"

namespace py3k::engine {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::convert;
using tests::converted;
using tests::findings_left;
using tests::rule_fixer;
using tests::visit_fixer;

// A fixer that replaces the names in `names` by what stands beside them, all in one change.
Fixer together(const std::string& fixer_name, const std::vector<std::pair<std::string, std::string>>& names) {
  Fixer fixer = tests::made_up_fixer(fixer_name);
  fixer.finish = [=](Context& cx) {
    ChangeBuilder change = cx.change(cx.tree().root(), fixer_name);
    for (const Node node : cx.tree().root().descendants())
      for (const auto& [from, to] : names)
        if (node.is(Kind::kIdentifier) && node.text() == from) change.replace(node, to);
    change.apply();
  };
  return fixer;
}

TEST(Plan, TheOuterOfTwoClaimsWinsOutsideItsHoles) {
  const auto outer = rule_fixer("outer", {{"f($x, 0)", "g($x)"}});
  const auto inner = together("inner", {{"f", "h"}});
  const FileResult result = convert("f(a, 0)\n", {outer, inner});
  EXPECT_EQ(result.output_bytes, "g(a)\n");
  EXPECT_THAT(findings_left(result), ElementsAre("1 inner inner (not done: overlaps with what outer does here)"));
}

TEST(Plan, InAHoleBothAreMade) {
  const auto outer = rule_fixer("outer", {{"f($x, 0)", "g($x)"}});
  const FileResult result = convert("f(a, 0)\n", {outer, together("inner", {{"a", "b"}})});
  EXPECT_EQ(result.output_bytes, "g(b)\n");
  EXPECT_THAT(findings_left(result), IsEmpty());
}

// A change for each name of that kind, which are made all or none.
Fixer grouped(const std::string& name, const std::string& from, const std::string& to) {
  Fixer fixer = tests::made_up_fixer(name);
  fixer.finish = [=](Context& cx) {
    const std::uint32_t group = cx.plan().new_group();
    for (const Node node : cx.tree().root().descendants())
      if (node.is(Kind::kIdentifier) && node.text() == from) cx.change(node).replace(node, to).in_group(group).apply();
  };
  return fixer;
}

TEST(Plan, OfAGroupAllAreMadeOrNone) {
  EXPECT_EQ(converted("a\nx\na\n", {grouped("all", "a", "b")}), "b\nx\nb\n");
  const auto outer = rule_fixer("outer", {{"f(a)", "g()"}});
  const FileResult result = convert("a\nf(a)\na\n", {outer, grouped("all", "a", "b")});
  EXPECT_EQ(result.output_bytes, "a\ng()\na\n");
  EXPECT_THAT(
      findings_left(result),
      ElementsAre("1 all Does what the test says. (not done: goes together with another place, which can't change)",
                  "2 all Does what the test says. (not done: overlaps with what outer does here)",
                  "3 all Does what the test says. (not done: goes together with another place, which can't change)"));
}

TEST(Plan, OfAGroupNoneIsMadeWhereOneIsUnsafe) {
  Settings settings = tests::python2_settings();
  settings.safe_only = true;
  Fixer fixer = tests::made_up_fixer("two");
  fixer.finish = [](Context& cx) {
    const std::uint32_t group = cx.plan().new_group();
    for (const Node node : cx.tree().root().descendants()) {
      if (!node.is(Kind::kIdentifier)) continue;
      const Safety safety = node.text() == "a" ? Safety::kSafe : Safety::kUnsafe;
      cx.change(node).replace(node, "c").in_group(group).safety(safety).apply();
    }
  };
  EXPECT_EQ(converted("a\nb\n", {fixer}, settings), "a\nb\n");
  EXPECT_EQ(converted("a\na\n", {fixer}, settings), "c\nc\n");
}

TEST(Plan, AFixerMaySayThatItWins) {
  const auto outer = rule_fixer("outer", {{"f($x, 0)", "g($x)"}});
  auto inner = together("inner", {{"f", "h"}});
  inner.wins_over = {{"outer", "it knows better"}};
  const FileResult result = convert("f(a, 0)\n", {outer, inner});
  EXPECT_EQ(result.output_bytes, "h(a, 0)\n");
  EXPECT_EQ(findings_left(result).size(), 1U);
}

TEST(Plan, OfTwoEqualClaimsTheFirstFixersIsMade) {
  const FileResult result = convert("a\n", {together("one", {{"a", "b"}}), together("two", {{"a", "c"}})});
  EXPECT_EQ(result.output_bytes, "b\n");
  EXPECT_THAT(findings_left(result), ElementsAre("1 two two (not done: overlaps with what one does here)"));
  auto two = together("two", {{"a", "c"}});
  two.wins_over = {{"one", "it knows better"}};
  EXPECT_EQ(converted("a\n", {together("one", {{"a", "b"}}), two}), "c\n");
}

TEST(Plan, AChangeIsMadeWholeOrNotAtAll) {
  const auto one = together("one", {{"a", "b"}});
  const auto two = together("two", {{"x", "X"}, {"a", "c"}, {"y", "Y"}});
  const FileResult result = convert("x; a; y\n", {one, two});
  EXPECT_EQ(result.output_bytes, "x; b; y\n");
  EXPECT_THAT(findings_left(result), ElementsAre("1 two two (not done: overlaps with what one does here)"));
}

TEST(Plan, WhatADroppedChangeHeldBecomesFree) {
  // Two loses to one, so three, which would have lost to two, is made.
  const auto one = together("one", {{"a", "A"}});
  const auto two = together("two", {{"a", "x"}, {"b", "x"}});
  const auto three = together("three", {{"b", "B"}});
  EXPECT_EQ(converted("a; b\n", {one, two, three}), "A; B\n");
}

TEST(Plan, InsertionsAtOnePlaceAreAllMade) {
  const auto inserting = [](const std::string& name) {
    return visit_fixer(name, {Kind::kIdentifier}, [=](Context& cx, Node node) {
      if (node.text() == "X") cx.change(node).insert_before(node.parent(), name).apply();
    });
  };
  EXPECT_EQ(converted("X\n", {inserting("one"), inserting("two")}), "one\ntwo\nX\n");
}

TEST(Plan, ImportsComeOnce) {
  const auto needing = [](const std::string& name) {
    return visit_fixer(name, {Kind::kIdentifier}, [=](Context& cx, Node node) {
      if (node.text() == name) cx.change(node).replace(node, "functools.reduce").need_import("functools").apply();
    });
  };
  EXPECT_EQ(converted("import os\na; b; a\n", {needing("a"), needing("b")}),
            "import os\nimport functools\nfunctools.reduce; functools.reduce; functools.reduce\n");
  EXPECT_EQ(converted("import functools\na\n", {needing("a")}), "import functools\nfunctools.reduce\n");
  EXPECT_EQ(converted("'doc'\nfrom __future__ import division\na\n", {needing("a")}),
            "'doc'\nfrom __future__ import division\nimport functools\nfunctools.reduce\n");
}

TEST(Plan, AnImportThatOnlyADroppedChangeNeededDoesNotCome) {
  const auto needing = visit_fixer("needing", {Kind::kIdentifier}, [](Context& cx, Node node) {
    if (node.text() == "a") cx.change(node).replace(node, "m.a").need_import("m").apply();
  });
  EXPECT_EQ(converted("f(a)\n", {rule_fixer("outer", {{"f(a)", "g()"}}), needing}), "g()\n");
}

TEST(Plan, UnsafeChangesWaitUnderSafe) {
  Fixer unsafe = together("unsafe", {{"a", "b"}});
  unsafe.safety = Safety::kUnsafe;
  unsafe.unsafe_when = "Always.";
  Settings settings = tests::python2_settings();
  EXPECT_EQ(converted("a\n", {unsafe}, settings), "b\n");
  settings.safe_only = true;
  const FileResult result = convert("a\n", {unsafe}, settings);
  EXPECT_EQ(result.outcome, Outcome::kUnchanged);
  EXPECT_THAT(findings_left(result), ElementsAre("1 unsafe unsafe (not done: unsafe)"));
}

TEST(Plan, ReportsChangeNothing) {
  const auto fixer = visit_fixer("look", {Kind::kIdentifier}, [](Context& cx, Node node) { cx.report(node, "look"); });
  const FileResult result = convert("a\n\nb\n", {fixer});
  EXPECT_EQ(result.outcome, Outcome::kUnchanged);
  EXPECT_THAT(findings_left(result), ElementsAre("1 look look", "3 look look"));
}

TEST(Plan, AWrongTemplateIsAFinding) {
  const auto fixer =
      visit_fixer("wrong", {Kind::kIdentifier}, [](Context& cx, Node node) { cx.replace(node, "$none"); });
  const FileResult result = convert("a\n", {fixer});
  EXPECT_EQ(result.outcome, Outcome::kUnchanged);
  EXPECT_THAT(findings_left(result), ElementsAre("1 wrong cannot be changed: the template \"$none\" is wrong"));
}

}  // namespace
}  // namespace py3k::engine
