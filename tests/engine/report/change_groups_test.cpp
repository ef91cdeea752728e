#include "engine/report/change_groups.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/conversion.h"

namespace py3k::engine {
namespace {

using testing::ElementsAre;

FileResult convert_with(const std::vector<std::string>& options, const std::string& text) {
  return tests::converter_for(options).value()->convert("a.py", text);
}

std::vector<std::uint32_t> groups_of(const std::string& fixers, const std::string& text) {
  return change_groups(convert_with({"--from", "2", "-f", fixers}, text));
}

TEST(ChangeGroups, ChangesApartStandAlone) { EXPECT_THAT(groups_of("ne,repr", "x <> y\n`z`\n"), ElementsAre(0, 1)); }

TEST(ChangeGroups, OneInsideAnotherGoesWithIt) {
  EXPECT_THAT(groups_of("print,repr,has_key", "print `x`\nd.has_key(`y`)\n`z`\n"), ElementsAre(0, 0, 2, 2, 4));
}

TEST(ChangeGroups, ThoseThatNeedTheSameImportGoTogether) {
  EXPECT_THAT(groups_of("intern,ne", "intern(a)\nb <> c\nintern(d)\n"), ElementsAre(0, 1, 0));
}

TEST(ChangeGroups, ThoseThatTakeAStatementApartTogetherGoTogether) {
  const FileResult result = convert_with({"--from", "2"}, "from itertools import izip, imap\nizip(a)\nimap(b, c)\n");
  const std::vector<std::uint32_t> groups = change_groups(result);
  EXPECT_THAT(groups, testing::Each(0U));
}

TEST(ChangeGroups, ThoseThatChangeOneImportGoTogether) {
  const std::string text =
      "from UserDict import (UserDict,\n  DictMixin)\nx <> y\nimport Queue, \\\n  urllib2\n"
      "urllib2.urlopen(Queue.Queue)\n";
  const FileResult result = convert_with({"--from", "2", "-f", "imports,urllib,ne"}, text);
  const std::vector<std::uint32_t> groups = change_groups(result);
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    const bool is_apart = result.findings[i].fixer == "ne";
    EXPECT_EQ(groups[i], is_apart ? i : 0) << result.findings[i].message;
  }
  EXPECT_GT(groups.size(), 3U);
}

TEST(ChangeGroups, AnImportGoesWithItsUses) {
  const FileResult result = convert_with({"-f", "python_2_unicode_compatible", "--django", "3.0"},
                                         "from django.utils.encoding import python_2_unicode_compatible as p\n\n"
                                         "@p\nclass A(object):\n    pass\n");
  ASSERT_EQ(result.outcome, Outcome::kChanged);
  EXPECT_THAT(change_groups(result), testing::Each(0U));
}

TEST(ChangeGroups, WhatChangesNothingStandsAlone) {
  FileResult result;
  result.findings.resize(2);
  EXPECT_THAT(change_groups(result), ElementsAre(0, 1));
}

}  // namespace
}  // namespace py3k::engine
