#include "cli/catalog.h"

#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "cli/app.h"
#include "cli/example_findings.h"
#include "cli/layout_text.h"
#include "engine/run/memory_store.h"
#include "fixers/fixers.h"
#include "tests/support/conversion.h"
#include "tests/support/golden_case.h"

namespace py3k::cli {
namespace {

engine::Fixer sample() {
  engine::Fixer fixer;
  fixer.name = "has_key";
  fixer.doc = "Replaces d.has_key(k) with `k in d`. The operator has been there since 2.2.";
  fixer.runs_on = engine::RunsOn::kBoth;
  fixer.examples = {{"if d.has_key(k):\n  pass", "if k in d:\n  pass", ""}, {"a", "b", "--django 1.4"}};
  return fixer;
}

TEST(Catalog, ListsFixersInColumns) {
  engine::Fixer other = sample();
  other.name = "sixes";
  other.group = engine::Group::kCleanup;
  other.on_by_default = false;
  other.safety = engine::Safety::kUnsafe;
  other.unsafe_when = "it rains";
  const auto registry = engine::Registry::create({other, sample()}).value();
  EXPECT_EQ(list_page(registry),
            "NAME     GROUP    SAFETY  RUNS ON  WHAT IT DOES\n"
            "has_key  python2  safe    both     Replaces d.has_key(k) with `k in d`.\n"
            "sixes    cleanup  unsafe  both     Replaces d.has_key(k) with `k in d`. (off by default)\n");
}

TEST(Catalog, ExplainsAFixer) {
  engine::Fixer fixer = sample();
  fixer.safety = engine::Safety::kUnsafe;
  fixer.unsafe_when = "d is not a mapping.";
  fixer.reference = "https://docs.python.org/3/whatsnew/3.0.html#builtins";
  EXPECT_EQ(explain_page(fixer),
            "has_key: group python2, unsafe, the result runs on Python 2.7 and 3\n"
            "\n"
            "Replaces d.has_key(k) with `k in d`. The operator has been there since 2.2.\n"
            "\n"
            "Unsafe: d is not a mapping.\n"
            "\n"
            "Why: https://docs.python.org/3/whatsnew/3.0.html#builtins\n"
            "\n"
            "Examples:\n"
            "\n"
            "  - if d.has_key(k):\n"
            "  -   pass\n"
            "  + if k in d:\n"
            "  +   pass\n"
            "\n"
            "  With --django 1.4:\n"
            "  - a\n"
            "  + b\n");
}

TEST(Catalog, ExplainsWhatIsDoneForBothPythons) {
  engine::Fixer fixer = sample();
  EXPECT_EQ(explain_page(fixer).find("2+3"), std::string::npos);
  fixer.runs_on = engine::RunsOn::kVariant;
  fixer.for_both = "Keeps the u.";
  EXPECT_NE(explain_page(fixer).find("With --target 2+3: Keeps the u.\n"), std::string::npos);
  fixer.runs_on = engine::RunsOn::kPy3;
  fixer.for_both = "";
  EXPECT_NE(explain_page(fixer).find("With --target 2+3: Changes nothing, and says how many"), std::string::npos);
  fixer.group = engine::Group::kCleanup;
  EXPECT_NE(explain_page(fixer).find("With --target 2+3: Changes nothing.\n"), std::string::npos);
}

// Who is told a finding's name can ask what it means, whoever reports it.
TEST(Catalog, ExplainsAllThatStandsInBrackets) {
  for (const tests::GoldenCase& golden : tests::golden_cases()) {
    for (const std::string& line : golden.expected_findings()) {
      const std::vector<std::string> words = tests::split_words(line);
      if (words.size() < 2 || words[0] == "failed") continue;
      const bool is_known = tests::registry().find(words[1]) != nullptr || find_remark(words[1]) != nullptr;
      EXPECT_TRUE(is_known) << golden.path << ": " << words[1];
    }
  }
  for (const char* name : {"converted", "review", "suppression", "doctest", "edit", "not-converted"}) {
    const Remark* remark = find_remark(name);
    ASSERT_NE(remark, nullptr) << name;
    EXPECT_EQ(tests::registry().find(name), nullptr);
    EXPECT_TRUE(explain_page(*remark).starts_with(std::string(name) + ": no fixer, but what py3k itself reports\n"));
  }
}

TEST(Catalog, ShowsWhatIsSaidWhereNothingIsChanged) {
  for (const engine::Fixer& fixer : tests::registry().all()) {
    const std::string page = explain_page(fixer);
    for (const engine::Example& example : fixer.examples) {
      if (example.before != example.after) continue;
      const std::vector<std::string> findings = example_findings(fixer, example);
      EXPECT_FALSE(findings.empty() && fixer.safety == engine::Safety::kManual) << fixer.name << "\n" << example.before;
      for (const std::string& finding : findings) EXPECT_NE(page.find("  ! " + finding), std::string::npos);
      EXPECT_EQ(page.find("  - " + example.before.substr(0, example.before.find('\n')) + "\n  + " + example.after),
                std::string::npos);
    }
  }
}

TEST(Catalog, IsThereForProgramsToo) {
  const auto list = nlohmann::json::parse(list_json(tests::registry()));
  EXPECT_EQ(list["fixers"].size(), tests::registry().all().size());
  EXPECT_EQ(list["fixers"][0]["name"], tests::registry().all()[0].name);
  const auto page = nlohmann::json::parse(
      explain_json({.fixers = {tests::registry().find("coerce"), tests::registry().find("has_key")},
                    .remarks = {find_remark("doctest")}},
                   tests::registry()));
  ASSERT_EQ(page["fixers"].size(), 3U);
  EXPECT_FALSE(page["fixers"][0]["examples"][0]["findings"].empty());
  EXPECT_EQ(page["fixers"][1]["safety"], "safe");
  EXPECT_TRUE(page["fixers"][1]["examples"][0]["findings"].empty());
  EXPECT_EQ(page["fixers"][2]["name"], "doctest");
}

TEST(LayoutText, WrapsAndCounts) {
  EXPECT_EQ(wrap("one two  three\nfour", 9), "one two\nthree\nfour\n");
  EXPECT_EQ(wrap("unbreakable x", 3), "unbreakable\nx\n");
  EXPECT_EQ(wrap("", 9), "\n");
  EXPECT_EQ(count_of(1, "file"), "1 file");
  EXPECT_EQ(count_of(0, "file"), "0 files");
  EXPECT_EQ(format_table({{"a", "bb"}, {"ccc", ""}}, 1), " a    bb\n ccc  \n");
}

TEST(Explain, SaysWhatIsAGroup) {
  const engine::MemoryStore store;
  auto err = std::make_unique<StringSink>();
  const StringSink& said = *err;
  Console console{.out = std::make_unique<StringSink>(), .err = std::move(err), .read_stdin = {}};
  EXPECT_EQ(run({"explain", "stdlib"}, console, fixers::all_fixers, store), 2);
  EXPECT_EQ(said.text(), "py3k: stdlib is a group of fixers; `py3k list` shows which fixers are in it\n");
}

}  // namespace
}  // namespace py3k::cli
