#include "engine/registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/nearest.h"

namespace py3k::engine {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Fixer fixer(std::string name, Group group = Group::kPython2) {
  Fixer result;
  result.name = std::move(name);
  result.doc = "Does it.";
  result.group = group;
  result.examples = {{"a", "b"}};
  return result;
}

Registry registry() {
  Fixer quiet = fixer("quiet", Group::kCleanup);
  quiet.on_by_default = false;
  Fixer both = fixer("has_key");
  both.runs_on = RunsOn::kBoth;
  return Registry::create({fixer("urllib", Group::kStdlib), quiet, fixer("print"), both}).value();
}

std::vector<std::string> chosen(const Selection& selection) {
  std::vector<std::string> names;
  const std::vector<Fixer> fixers = registry().select(selection).value();
  for (const Fixer& fixer : fixers) names.push_back(fixer.name);
  return names;
}

std::string why_not(std::vector<Fixer> all) {
  const auto result = Registry::create(std::move(all));
  return result ? "" : result.error().what;
}

TEST(Registry, ChoosesByNameGroupAndDefault) {
  EXPECT_THAT(chosen({}), ElementsAre("has_key", "print", "urllib"));
  EXPECT_THAT(chosen({.fix = {"print"}}), ElementsAre("print"));
  EXPECT_THAT(chosen({.fix = {"cleanup", "print,urllib"}}), ElementsAre("print", "urllib", "quiet"));
  EXPECT_THAT(chosen({.fix = {"all"}}), ElementsAre("has_key", "print", "urllib"));
  EXPECT_THAT(chosen({.fix = {"all", "quiet"}}), ElementsAre("has_key", "print", "urllib", "quiet"));
  EXPECT_THAT(chosen({.nofix = {"python2"}}), ElementsAre("urllib"));
  EXPECT_THAT(chosen({.fix = {"python2"}, .nofix = {"print"}}), ElementsAre("has_key"));
  EXPECT_THAT(chosen({.fix = {"cleanup"}, .both_only = true}), IsEmpty());
  EXPECT_THAT(chosen({.nofix = {"all"}}), IsEmpty());
}

// What runs under Python 3 alone is still asked, so that it can be said what is left.
TEST(Registry, ForBothPythonsTakesWhatFilesCantRunWithout) {
  EXPECT_THAT(chosen({.both_only = true}), ElementsAre("has_key", "print", "urllib"));
  Fixer tidies = fixer("tidies", Group::kCleanup);
  EXPECT_FALSE(is_for_both(tidies));
  tidies.runs_on = RunsOn::kBoth;
  EXPECT_TRUE(is_for_both(tidies));
}

TEST(Registry, SuggestsWhatWasMeant) {
  const auto wrong = registry().select({.fix = {"has_keys"}});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().what, "there is no fixer has_keys");
  EXPECT_EQ(wrong.error().advice, "did you mean has_key?");
  EXPECT_EQ(registry().select({.nofix = {"pyhton2"}}).error().advice, "did you mean python2?");
  EXPECT_EQ(registry().select({.nofix = {"zzzzzz"}}).error().advice, "`py3k list` shows them all");
}

TEST(Registry, RefusesFixersThatAreNotFinished) {
  EXPECT_EQ(why_not({fixer("a"), fixer("a", Group::kCleanup)}), "two fixers are called a");
  EXPECT_EQ(why_not({fixer("all")}), "fixer all has a name that already stands for several fixers");
  EXPECT_EQ(why_not({fixer("cleanup")}), "fixer cleanup has a name that already stands for several fixers");
  Fixer wrong = fixer("a");
  wrong.doc = "";
  EXPECT_EQ(why_not({wrong}), "fixer a has no doc");
  wrong = fixer("a");
  wrong.examples.clear();
  EXPECT_EQ(why_not({wrong}), "fixer a has no example");
  wrong = fixer("a");
  wrong.safety = Safety::kUnsafe;
  EXPECT_EQ(why_not({wrong}), "fixer a is unsafe but does not say when");
  wrong = fixer("a");
  wrong.runs_on = RunsOn::kVariant;
  EXPECT_EQ(why_not({wrong}), "fixer a has to say what it does under --target 2+3, if that is something else");
  wrong.runs_on = RunsOn::kPy3;
  wrong.for_both = "Less.";
  EXPECT_NE(why_not({wrong}), "");
}

TEST(NearestName, CountsLetters) {
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("abc", "abc"), 0U);
  EXPECT_EQ(edit_distance("abc", "acb"), 1U);
  EXPECT_EQ(edit_distance("abcd", "bcde"), 2U);
  EXPECT_EQ(nearest_name("pritn", {"paren", "print"}), "print");
  EXPECT_EQ(nearest_name("x", {"print"}), "");
}

}  // namespace
}  // namespace py3k::engine
