#include "engine/run/pipeline.h"

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
using tests::rule_fixer;
using tests::visit_fixer;

Fixer has_key() { return rule_fixer("has_key", {{"$d.has_key($k)", "$k in $d"}}); }

Fixer print() {
  return visit_fixer("print", {Kind::kPrintStatement}, [](Context& cx, Node node) {
    cx.replace(node, "print($*a)", {{"a", HoleValue(node.child(Field::kArgument), node.last_child())}});
  });
}
// Puts any text for the name X.
Fixer put(const std::string& name, const std::string& text) {
  return visit_fixer("put", {Kind::kIdentifier}, [=](Context& cx, Node node) {
    if (node.text() == name) cx.set_text(node, text, "put");
  });
}

TEST(Pipeline, GivesOutcomes) {
  EXPECT_EQ(convert("d.has_key(k)\n", {has_key()}).outcome, Outcome::kChanged);
  EXPECT_EQ(convert("d.get(k)\n", {has_key()}).outcome, Outcome::kUnchanged);
  EXPECT_EQ(convert("", {has_key()}).outcome, Outcome::kUnchanged);
  EXPECT_EQ(convert("d.has_key(k\n", {has_key()}).outcome, Outcome::kFailed);
  EXPECT_EQ(convert(std::string((16 << 20) + 1, '\n'), {has_key()}).outcome, Outcome::kFailed);
  EXPECT_EQ(convert("d.has_key(k) = = 1\n", {has_key()}).outcome, Outcome::kFailed);
  EXPECT_EQ(convert("x = '\xFF'; d.has_key(k)\n", {has_key()}).outcome, Outcome::kFailed);
  EXPECT_EQ(convert(std::string("d.has_key(k)\0\n", 14), {has_key()}).outcome, Outcome::kFailed);
  EXPECT_EQ(convert("# coding: none\nd.has_key(k)\n", {has_key()}).outcome, Outcome::kFailed);
}

TEST(Pipeline, GivesWhatChangedAndHow) {
  const FileResult result = convert("x = 1\nif d.has_key(k):\n    pass\n", {has_key()});
  EXPECT_EQ(result.path, "test.py");
  EXPECT_EQ(result.original, "x = 1\nif d.has_key(k):\n    pass\n");
  EXPECT_EQ(result.rewritten, "x = 1\nif k in d:\n    pass\n");
  EXPECT_EQ(result.output_bytes, result.rewritten);
  ASSERT_EQ(result.findings.size(), 1U);
  const Finding& finding = result.findings[0];
  EXPECT_EQ(finding.message, "d.has_key(k) -> k in d");
  EXPECT_EQ(finding.fixer, "has_key");
  EXPECT_TRUE(finding.applied);
  EXPECT_EQ(finding.line, 2U);
  EXPECT_EQ(finding.column, 3U);
  EXPECT_EQ(finding.end_line, 2U);
  EXPECT_EQ(finding.end_column, 15U);
  ASSERT_EQ(result.edits.size(), 1U);
  EXPECT_EQ(result.edits[0].change, 0U);
}

TEST(Pipeline, AFailureGivesNoOutput) {
  const FileResult result = convert("d.has_key(k)\n(\n", {has_key()});
  EXPECT_EQ(result.outcome, Outcome::kFailed);
  EXPECT_EQ(result.output_bytes, "");
  EXPECT_THAT(result.edits, IsEmpty());
  EXPECT_THAT(result.reason, HasSubstr("line 2"));
}

TEST(Pipeline, DropsTheChangeThatBreaksTheResult) {
  const FileResult result = convert("d.has_key(k)\nX\n", {has_key(), put("X", "1 2")});
  EXPECT_EQ(result.outcome, Outcome::kChanged);
  EXPECT_EQ(result.output_bytes, "k in d\nX\n");
  ASSERT_EQ(findings_left(result).size(), 1U);
  EXPECT_THAT(findings_left(result)[0], HasSubstr("2 put put (not done: the result would not be Python 3"));
}

TEST(Pipeline, DropsEachOfThem) {
  const FileResult result = convert("X\nd.has_key(k)\nX\n", {has_key(), put("X", "=")});
  EXPECT_EQ(result.output_bytes, "X\nk in d\nX\n");
  EXPECT_EQ(findings_left(result).size(), 2U);
}

TEST(Pipeline, FailsWherePython2IsLeft) {
  Settings settings;
  settings.from = Language::kPython2;
  const FileResult result = convert("d.has_key(k)\nprint x\n", {has_key()}, settings);
  EXPECT_EQ(result.outcome, Outcome::kFailed);
  EXPECT_EQ(result.output_bytes, "");
  EXPECT_THAT(result.reason, HasSubstr("line 2"));
  for (const Finding& finding : result.findings) EXPECT_FALSE(finding.applied);
}

TEST(Pipeline, LeavesPython2InARestrictedRun) {
  EXPECT_EQ(converted("d.has_key(k)\nprint x\n", {has_key()}), "k in d\nprint x\n");
  EXPECT_EQ(converted("print d.has_key(k), `x`\n", {print()}), "print(d.has_key(k), `x`)\n");
  EXPECT_EQ(convert("X\nprint x\n", {put("X", "1 2")}).outcome, Outcome::kUnchanged) << "but no damage";
}

TEST(Pipeline, LeavesPython2WhereItsFixersAreNotSafe) {
  const FileResult result = (*tests::converter_for({"--safe"}))->convert("a.py", "print 1,\nprint d.has_key(1)\n");
  EXPECT_EQ(result.outcome, Outcome::kChanged) << result.reason;
  EXPECT_THAT(result.rewritten, HasSubstr("print 1,\n"));
  EXPECT_THAT(result.rewritten, HasSubstr("1 in d"));
  EXPECT_FALSE(findings_left(result).empty());
}

TEST(Pipeline, RunsTheFixersThatALanguageNeeds) {
  const auto with = [](Needs needs) {
    Fixer fixer = put("X", "Y");
    fixer.needs = needs;
    // Names are evidence only where they are going to be replaced.
    Fixer unicode = rule_fixer("unicode", {{"unicode($x)", "str($x)"}});
    unicode.needs = Needs::kPython2;
    return std::vector<Fixer>{fixer, unicode};
  };
  const auto changes = [&](Needs needs, const std::string& text, std::optional<Language> from = {}) {
    Settings settings;
    settings.from = from;
    settings.restricted = true;
    return convert(text, with(needs), settings).output_bytes.find('Y') != std::string::npos;
  };
  const std::string two = "X; print x\n";
  const std::string three = "X; f'{x}'\n";
  const std::string both = "X\n";
  const std::string two_by_name = "X; unicode(x)\n";
  EXPECT_TRUE(changes(Needs::kAny, two) && changes(Needs::kAny, three) && changes(Needs::kAny, both));
  EXPECT_TRUE(changes(Needs::kPython2, two) && changes(Needs::kPython2, both));
  EXPECT_FALSE(changes(Needs::kPython2, three));
  EXPECT_TRUE(changes(Needs::kEvidence, two));
  EXPECT_TRUE(changes(Needs::kEvidence, two_by_name));
  EXPECT_FALSE(changes(Needs::kEvidence, three) || changes(Needs::kEvidence, both));
  EXPECT_TRUE(changes(Needs::kEvidence, both, Language::kPython2));
  EXPECT_FALSE(changes(Needs::kEvidence, two_by_name, Language::kPython3));
}

TEST(Pipeline, KeepsEncodings) {
  EXPECT_EQ(converted("# coding: latin-1\nx = '\xE9'; d.has_key('\xFF')\n", {has_key()}),
            "# coding: latin-1\nx = '\xE9'; '\xFF' in d\n");
  // In Shift_JIS a backslash may be half a character, as may a quote's neighbour.
  EXPECT_EQ(converted("# coding: shift_jis\nx = '\x83\x5C'; d.has_key('\x95\x5C')\n", {has_key()}),
            "# coding: shift_jis\nx = '\x83\x5C'; '\x95\x5C' in d\n");
  EXPECT_EQ(converted("\xEF\xBB\xBFx = '\xC3\xA9'; d.has_key(k)\r\n", {has_key()}),
            "\xEF\xBB\xBFx = '\xC3\xA9'; k in d\r\n");
  EXPECT_EQ(convert("# coding: shift_jis\nX; '\x83\x5C'\n", {put("X", "'\xC3\xA9'")}).outcome, Outcome::kFailed)
      << "a letter that the encoding lacks";
}

TEST(Pipeline, CountsColumnsInCharacters) {
  const FileResult result = convert("'\xC3\xA9'; d.has_key(k)\n", {has_key()});
  EXPECT_EQ(result.findings.at(0).column, 5U);
}

TEST(Pipeline, SortsFindingsByPlace) {
  const auto look = visit_fixer("look", {Kind::kIdentifier}, [](Context& cx, Node node) {
    if (node.text() == "X") cx.report(node, "X");
  });
  const FileResult result = convert("X\nd.has_key(k)\nX\n", {look, has_key()});
  ASSERT_EQ(result.findings.size(), 3U);
  EXPECT_EQ(result.findings[0].line, 1U);
  EXPECT_EQ(result.findings[1].line, 2U);
  EXPECT_EQ(result.findings[2].line, 3U);
  EXPECT_EQ(result.edits.at(0).change, 1U) << "edits point at their finding";
}

TEST(Pipeline, ShortensLongMessages) {
  const std::string key(200, 'k');
  const FileResult result = convert("d.has_key(" + key + ")\n", {has_key()});
  EXPECT_EQ(result.findings.at(0).message.find('\n'), std::string::npos);
  EXPECT_LT(result.findings.at(0).message.size(), 130U);
}

TEST(Pipeline, RefusesFixersThatAreWrongInThemselves) {
  const auto wrong = Converter::create({rule_fixer("wrong", {{"f(", "g"}})}, {});
  ASSERT_FALSE(wrong);
  EXPECT_THAT(wrong.error().what, HasSubstr("fixer wrong: the pattern"));
  EXPECT_FALSE(Converter::create({rule_fixer("wrong", {{"f($x)", "g("}})}, {}));
}

// Decisions are kept by these numbers.
TEST(Pipeline, NumbersChangesTheSameEachTime) {
  std::string text;
  const std::vector<std::pair<std::string, std::string>> stand_ins = {{"xrange", "range"}, {"raw_input", "input"},
                                                                      {"unicode", "str"},  {"basestring", "str"},
                                                                      {"unichr", "chr"},   {"long", "int"}};
  for (const auto& [name, now] : stand_ins) {
    text += "try:\n    " + name + "\nexcept NameError:\n    " + name + " = " + now + "\nf(" + name + ")\n";
  }
  std::vector<std::string> first;
  std::vector<std::unique_ptr<std::string>> between;  // so that objects lie elsewhere each time
  for (int i = 0; i < 100; ++i) {
    const FileResult result = (*tests::converter_for({"--from", "2"}))->convert("a.py", text);
    std::vector<std::string> found;
    for (const Finding& finding : result.findings)
      found.push_back(std::to_string(finding.change) + " " + finding.message);
    if (first.empty()) first = found;
    ASSERT_GE(found.size(), 6U);
    ASSERT_EQ(found, first);
    between.push_back(std::make_unique<std::string>(static_cast<std::size_t>(17 * i), 'x'));
  }
}

TEST(Pipeline, ASecondRunChangesNothing) {
  Fixer evident = print();
  evident.needs = Needs::kEvidence;
  const std::string once = converted("print d.has_key(x)\n", {has_key(), evident}, Settings{});
  EXPECT_EQ(once, "print(x in d)\n");
  EXPECT_EQ(convert(once, {has_key(), evident}, Settings{}).outcome, Outcome::kUnchanged);
}

}  // namespace
}  // namespace py3k::engine
