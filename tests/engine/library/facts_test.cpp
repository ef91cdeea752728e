#include "engine/library/facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

namespace py3k::engine {

extern const std::string_view kPythonFacts;

namespace {

using testing::HasSubstr;

constexpr std::string_view kFew = R"(# a comment
today 2026-11-30
python 3.9 2020-10 2025-10
python 3.10 2021-10 2026-10
python 3.11 2022-10 2027-10

[moved]
module old        gone 3.0 => new.one 3.1 package olden ; look at it
old.f(int, str) -> bytes  gone 3.10 back 3.11 ; use g
old.g             from 3.2 => builtins.type(None) shown
[other]
old.f             hidden
)";

TEST(Facts, ALineSaysWhenAndWhat) {
  const auto facts = Facts::parse(kFew);
  ASSERT_TRUE(facts) << facts.error().what;
  ASSERT_EQ(facts->all().size(), 4U);
  const Fact& module = facts->all()[0];
  EXPECT_TRUE(module.is_module());
  EXPECT_EQ(module.name, "old");
  EXPECT_EQ(module.gone, (PythonVersion{3, 0}));
  EXPECT_EQ(module.to, "new.one");
  EXPECT_EQ(module.to_since, (PythonVersion{3, 1}));
  EXPECT_EQ(module.package, "olden");
  EXPECT_EQ(module.advice, "look at it");
  const Fact& function = facts->all()[1];
  EXPECT_TRUE(function.is_called);
  EXPECT_EQ(function.takes, "int, str");
  EXPECT_EQ(function.gives, "bytes");
  EXPECT_EQ(function.own_name(), "f");
  EXPECT_EQ(facts->all()[2].to, "builtins.type(None)");
  EXPECT_EQ(facts->all()[2].to_since, (PythonVersion{3, 0}));
  EXPECT_TRUE(facts->all()[2].has(Mark::kShown));
}

TEST(Facts, ANameIsThereFromOneVersionToAnother) {
  const auto facts = Facts::parse(kFew);
  ASSERT_TRUE(facts);
  const Fact& goes = facts->all()[1];
  EXPECT_TRUE(goes.is_in({2, 7}));
  EXPECT_TRUE(goes.is_in({3, 9}));
  EXPECT_FALSE(goes.is_in({3, 10}));
  EXPECT_TRUE(goes.is_in({3, 11}));
  const Fact& comes = facts->all()[2];
  EXPECT_FALSE(comes.is_in({2, 7}));
  EXPECT_TRUE(comes.is_in({3, 2}));
}

TEST(Facts, ALineIsFoundByItsNameOrSection) {
  const auto facts = Facts::parse(kFew);
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->section("moved").size(), 3U);
  EXPECT_EQ(facts->section("other").size(), 1U);
  EXPECT_TRUE(facts->section("none").empty());
  EXPECT_EQ(facts->find("old.f"), &facts->all()[1]) << "the line that says that it is gone";
  EXPECT_EQ(facts->find("old.h"), nullptr);
}

TEST(Facts, TheOldestMaintainedIsThatOfTheirDay) {
  const auto facts = Facts::parse(kFew);
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->oldest_maintained(), (PythonVersion{3, 11}));
  EXPECT_EQ(facts->newest(), (PythonVersion{3, 11}));
}

TEST(Facts, WhatIsNoLineIsRefusedWithItsNumber) {
  for (const std::string line : {"a gone", "a gone soon", "a =>", "a strange", "a(int", "[x"}) {
    const auto facts = Facts::parse("[s]\n" + line + "\n");
    ASSERT_FALSE(facts) << line;
    EXPECT_THAT(facts.error().what, HasSubstr("line 2"));
  }
  EXPECT_FALSE(Facts::parse("python 3.9\n"));
}

TEST(Facts, OfThisProgramAreInOrder) {
  const auto facts = Facts::parse(kPythonFacts);
  ASSERT_TRUE(facts) << facts.error().what;
  std::set<std::string> seen;
  for (const Fact& fact : facts->all()) {
    const std::string name(fact.name);
    EXPECT_TRUE(seen.insert(std::string(fact.section) + " " + (fact.is_module() ? "module " : "") + name).second)
        << "line " << fact.line << " is there twice: " << name;
    EXPECT_TRUE(!fact.gone || !fact.to.empty() || !fact.parts.empty() || !fact.advice.empty() || fact.is_module() ||
                fact.is_called || !fact.gives.empty())
        << "line " << fact.line << " says not what to do: " << name;
    EXPECT_TRUE(!fact.gone || fact.gone > fact.since) << name;
    EXPECT_TRUE(!fact.back || fact.back > fact.gone) << name;
    EXPECT_TRUE(fact.package.empty() || fact.is_module()) << name;
  }
}

TEST(Facts, OfThisProgramTellTheDefaultTarget) { EXPECT_EQ(default_target(), library().oldest_maintained().minor); }

TEST(Facts, WhatIsOnlyAnnouncedIsNotGoneYet) {
  const int next = library().newest().minor + 1;
  EXPECT_EQ(going({3, 12}), "is gone since Python 3.12");
  EXPECT_EQ(going({3, next}), "goes with Python 3." + std::to_string(next));
}

TEST(Facts, AnObituarySaysWhatToUse) {
  Fact fact{.section = {},
            .name = "a.b",
            .takes = {},
            .gives = {},
            .gone = {3, 12},
            .to = {},
            .parts = {},
            .package = {},
            .advice = {}};
  EXPECT_EQ(obituary(fact), "a.b is gone since Python 3.12: there is nothing in its place");
  fact.advice = "use c";
  EXPECT_EQ(obituary(fact), "a.b is gone since Python 3.12: use c");
  fact.package = "old-a";
  EXPECT_EQ(obituary(fact), "a.b is gone since Python 3.12: use c, or install the package old-a");
}

}  // namespace
}  // namespace py3k::engine
