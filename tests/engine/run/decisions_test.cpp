#include "engine/rewrite/decisions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "engine/rewrite/verify.h"
#include "engine/run/pipeline.h"
#include "tests/paths.h"
#include "tests/support/conversion.h"
#include "tests/support/files.h"

namespace py3k::engine {
namespace {

using testing::HasSubstr;
using testing::Not;

const Converter& all_fixers() { return **tests::converter_for({"--from", "2"}); }

FileResult convert(const std::string& text) { return all_fixers().convert("a.py", text); }

std::vector<std::uint32_t> applied(const FileResult& result, const std::string& fixer = "") {
  std::vector<std::uint32_t> changes;
  for (const Finding& finding : result.findings) {
    if (finding.applied && (fixer.empty() || finding.fixer == fixer)) changes.push_back(finding.change);
  }
  std::sort(changes.begin(), changes.end());
  return changes;
}

FileResult decide(const std::string& text, Decisions decisions) {
  std::sort(decisions.accepted.begin(), decisions.accepted.end());
  return all_fixers().convert("a.py", text, nullptr, &decisions);
}

std::string only(const std::string& text, const std::string& fixer) {
  const FileResult result = decide(text, {.accepted = applied(convert(text), fixer), .edits = {}});
  EXPECT_NE(result.outcome, Outcome::kFailed) << result.reason;
  return result.outcome == Outcome::kChanged ? result.rewritten : text;
}

TEST(Decisions, DoOnlyWhatIsAccepted) {
  const std::string text = "print d.has_key(x)\nraise E, 1\n";
  EXPECT_EQ(only(text, "has_key"), "print x in d\nraise E, 1\n");
  EXPECT_EQ(only(text, "print"), "print(d.has_key(x))\nraise E, 1\n");
  EXPECT_EQ(only(text, "raise"), "print d.has_key(x)\nraise E(1)\n");
  EXPECT_EQ(only(text, "ne"), text);
}

TEST(Decisions, NameChangesThatStayTheSame) {
  const std::string text = "print 1\nprint 2\nprint 3\n";
  const auto changes = applied(convert(text));
  ASSERT_EQ(changes.size(), 3U);
  EXPECT_EQ(decide(text, {.accepted = {changes[1]}, .edits = {}}).rewritten, "print 1\nprint(2)\nprint 3\n");
}

TEST(Decisions, BringAnImportOnlyWithAChangeThatNeedsIt) {
  const std::string text = "x = reduce(f, xs)\ny = intern(s)\nz = reduce(g, xs)\n";
  EXPECT_THAT(only(text, "intern"), Not(HasSubstr("functools")));
  EXPECT_THAT(only(text, "reduce"), Not(HasSubstr("import sys")));
  const auto reductions = applied(convert(text), "reduce");
  ASSERT_EQ(reductions.size(), 2U);
  // The import is the second one's as well.
  const std::string second = decide(text, {.accepted = {reductions[1]}, .edits = {}}).rewritten;
  EXPECT_THAT(second, HasSubstr("from functools import reduce\n"));
}

TEST(Decisions, DeclinedAreFindingsThatSayWhy) {
  const std::string text = "print 1\nx <> y\n";
  const FileResult result = decide(text, {.accepted = applied(convert(text), "ne"), .edits = {}});
  ASSERT_EQ(result.findings.size(), 2U);
  EXPECT_FALSE(result.findings[0].applied);
  EXPECT_THAT(result.findings[0].message, HasSubstr("(not done: declined)"));
}

TEST(Decisions, TakeLinesWrittenByHand) {
  const std::string text = "a = 1\nx = reduce(f, xs)\nb <> a\n";
  const auto reductions = applied(convert(text), "reduce");
  const HandEdit edit{.range = {6, 24}, .text = "x = reduce(f, list(xs))\n", .changes = reductions};
  const FileResult result = decide(text, {.accepted = applied(convert(text), "ne"), .edits = {edit}});
  EXPECT_EQ(result.rewritten, "from functools import reduce\n\na = 1\nx = reduce(f, list(xs))\nb != a\n");
  EXPECT_EQ(result.findings.back().fixer, "ne");
}

TEST(Decisions, RefuseLinesThatAreNoPython) {
  const std::string text = "a = 1\nb <> a\nc <> a\n";
  const HandEdit edit{.range = {6, 13}, .text = "b = = a\n", .changes = {}};
  const auto changes = applied(convert(text));
  const FileResult result = decide(text, {.accepted = {changes[1]}, .edits = {edit}});
  const auto found = std::find_if(result.findings.begin(), result.findings.end(),
                                  [](const Finding& finding) { return finding.fixer == kHandEdit; });
  ASSERT_NE(found, result.findings.end());
  EXPECT_FALSE(found->applied);
  EXPECT_EQ(result.rewritten, "a = 1\nb <> a\nc != a\n");
}

// For each of the programs there are: all changes together are the whole conversion, none are none, and any of them
// alone, or missing, leaves something that is still Python.
class DecisionsAbout : public testing::TestWithParam<std::string> {};

TEST_P(DecisionsAbout, AProgramLeaveItSound) {
  const std::string text = tests::read_file(tests::kSourceDir / "testdata" / "run" / GetParam());
  const FileResult all = convert(text);
  const auto changes = applied(all);
  const FileResult again = decide(text, {.accepted = changes, .edits = {}});
  EXPECT_EQ(again.rewritten, all.rewritten);
  EXPECT_EQ(decide(text, {}).outcome, Outcome::kUnchanged);
  const std::size_t step = std::max<std::size_t>(1, changes.size() / 12);
  for (std::size_t i = 0; i < changes.size(); i += step) {
    EXPECT_NE(decide(text, {.accepted = {changes[i]}, .edits = {}}).outcome, Outcome::kFailed);
    auto others = changes;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_NE(decide(text, {.accepted = others, .edits = {}}).outcome, Outcome::kFailed);
  }
}

// What edits say has gone, and has come, is so: the rest of both sides is the same, though perhaps in another order.
TEST_P(DecisionsAbout, EditsSayWhichBytesChanged) {
  const auto without = [](std::string part, std::uint32_t start, const std::vector<ByteRange>& ranges) {
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
      part.erase(range->start - start, range->end - range->start);
    }
    std::sort(part.begin(), part.end());
    return part;
  };
  const FileResult result = convert(tests::read_file(tests::kSourceDir / "testdata" / "run" / GetParam()));
  const std::string& text = result.original;  // which is UTF-8, whatever the file is
  for (const Edit& edit : result.edits) {
    const ByteRange range = edit.range;
    const std::string before = without(text.substr(range.start, range.end - range.start), range.start, edit.removed);
    const std::string after = without(edit.text, 0, edit.added);
    // A hole may stand in a template twice.
    EXPECT_TRUE(std::includes(after.begin(), after.end(), before.begin(), before.end()))
        << text.substr(range.start, range.end - range.start) << "\n"
        << edit.text;
  }
}

std::vector<std::string> programs() {
  std::vector<std::string> names;
  for (const auto& path : tests::files_below(tests::kSourceDir / "testdata" / "run", ".py")) {
    names.push_back(path.lexically_relative(tests::kSourceDir / "testdata" / "run").string());
  }
  return names;
}
std::string as_identifier(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}
INSTANTIATE_TEST_SUITE_P(Run, DecisionsAbout, testing::ValuesIn(programs()), as_identifier);

}  // namespace
}  // namespace py3k::engine
