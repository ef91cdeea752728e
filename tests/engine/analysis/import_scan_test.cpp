#include "engine/analysis/import_scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace py3k::engine {
namespace {

using testing::ElementsAre;

// "MODULE as ALIAS", "MODULE: NAME as LOCAL, …", "MODULE: *", "call MODULE".
std::vector<std::string> scanned(std::string_view text) {
  std::vector<std::string> lines;
  for (const ScannedImport& import : scan_imports(text)) {
    std::string line =
        (import.form == ImportForm::kCall ? "call " : "") + std::string(import.level, '.') + import.module;
    if (!import.alias.empty()) line += " as " + import.alias;
    if (import.form == ImportForm::kStar) line += ": *";
    for (const auto& name : import.names) {
      line += (&name == import.names.data() ? ": " : ", ") + name.name;
      if (name.local != name.name) line += " as " + name.local;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

TEST(ImportScan, FindsAllForms) {
  EXPECT_THAT(scanned("import a, b.c as d\n"), ElementsAre("a", "b.c as d"));
  EXPECT_THAT(scanned("from a.b import c as d, e  # f\n"), ElementsAre("a.b: c as d, e"));
  EXPECT_THAT(scanned("from . import a\nfrom ..b import*\n"), ElementsAre(".: a", "..b: *"));
  EXPECT_THAT(scanned("from .import a"), ElementsAre(".: a"));
  EXPECT_THAT(scanned("x = __import__('a.b')\nimport_module(\"c\")\n"), ElementsAre("call a.b", "call c"));
}

TEST(ImportScan, FollowsStatementsOverLines) {
  EXPECT_THAT(scanned("from a import (b,  # the first\n  c as d,\n)\nimport e\n"), ElementsAre("a: b, c as d", "e"));
  EXPECT_THAT(scanned("from a \\\n  import b, \\\r\n c\nd\n"), ElementsAre("a: b, c"));
  EXPECT_THAT(scanned("if x: from a import b; import c\n"), ElementsAre("a: b", "c"));
  EXPECT_THAT(scanned("from a import (b import c"), ElementsAre("a: b"));
}

TEST(ImportScan, FindsExamplesAndLeavesProse) {
  EXPECT_THAT(scanned("'''\n>>> from a import b\n'''\n"), ElementsAre("a: b"));
  EXPECT_THAT(scanned("# what we import here\nimportant = reimport = 1\n"), ElementsAre());
}

TEST(ImportScan, TakesNoSquareOfALongLine) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "import (";
  EXPECT_THAT(scanned(text), ElementsAre());
}

TEST(PlacesOfWord, AreThoseOfWholeWords) {
  EXPECT_THAT(places_of_word("ab b a.b b_ b", "b"), ElementsAre(3, 7, 12));
  EXPECT_THAT(places_of_word("b", ""), ElementsAre());
}

}  // namespace
}  // namespace py3k::engine
