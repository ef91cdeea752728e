#include "engine/report/change_groups.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/conversion.h"
#include "tests/support/golden_case.h"

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

TEST(ChangeGroups, WhatChangesNothingStandsAlone) {
  FileResult result;
  result.findings.resize(2);
  EXPECT_THAT(change_groups(result), ElementsAre(0, 1));
}

// The text with one group's edits made.
std::string with_group(const FileResult& result, const std::vector<std::uint32_t>& groups, std::uint32_t group) {
  std::vector<Edit> edits;
  std::copy_if(result.edits.begin(), result.edits.end(), std::back_inserter(edits),
               [&](const Edit& edit) { return groups[edit.change] == group; });
  return apply_edits(result.original, edits);
}

class ChangeGroupsOf : public testing::TestWithParam<tests::GoldenCase> {};

// Makes each group of each golden case alone, then converts what comes out: that ends where the whole does.
TEST_P(ChangeGroupsOf, EndWhereTheWholeDoes) {
  const tests::GoldenCase& golden = GetParam();
  const auto converter = tests::converter_for(golden.options());
  ASSERT_TRUE(converter);
  const FileResult whole = tests::convert_case(golden, **converter, golden.text());
  if (whole.outcome != Outcome::kChanged || whole.output_bytes != whole.rewritten) return;
  const std::vector<std::uint32_t> groups = change_groups(whole);
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    if (groups[i] != i || !whole.findings[i].applied) continue;
    const std::string part = with_group(whole, groups, i);
    if (part == whole.original) continue;
    const FileResult rest = tests::convert_case(golden, **converter, part);
    EXPECT_EQ(rest.outcome == Outcome::kChanged ? rest.rewritten : part, whole.rewritten)
        << "after " << whole.findings[i].fixer << " at line " << whole.findings[i].line << ":\n"
        << part << rest.reason;
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, ChangeGroupsOf, testing::ValuesIn(tests::golden_cases()),
                         [](const auto& info) { return info.param.test_name(); });

}  // namespace
}  // namespace py3k::engine
