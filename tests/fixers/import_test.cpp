// What golden cases of `import` can't show: what is said, how sure it is, and what other fixers see of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/run/memory_store.h"
#include "engine/run/project.h"
#include "tests/support/conversion.h"
#include "tests/support/golden_case.h"

namespace py3k::tests {
namespace {

using engine::FileResult;
using engine::Safety;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::vector<std::string> kPackage = {"pkg/__init__.py", "pkg/helper.py", "pkg/json.py", "pkg/urllib.py",
                                           "pkg/django.py"};

FileResult convert_in_package(const std::string& text, const std::vector<std::string>& options) {
  return convert_among(kPackage, "pkg/case.py", *converter_for(options).value(), text);
}

TEST(FixImport, SaysWhatIsHidden) {
  const FileResult result = convert_in_package("import json, helper\n", {"--from", "2"});
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_THAT(result.findings[0].message, HasSubstr("hides the standard one"));
  EXPECT_EQ(result.findings[0].safety, Safety::kSafe);
}

TEST(FixImport, IsUnsafeInPrograms) {
  const std::string text = "import helper\nif __name__ == '__main__': helper.f()\n";
  const FileResult result = convert_in_package(text, {"--from", "2"});
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.findings[0].safety, Safety::kUnsafe);
  EXPECT_THAT(result.findings[0].message, HasSubstr("python -m pkg.case"));
  const FileResult safe = convert_in_package(text, {"--from", "2", "--safe"});
  EXPECT_EQ(safe.outcome, engine::Outcome::kUnchanged);
  EXPECT_EQ(findings_left(safe).size(), 1U);
}

TEST(FixImport, AnUnknownNeighbourShowsPython2) {
  EXPECT_EQ(convert_in_package("import helper, json\n", {}).output_bytes, "from . import helper, json\n");
  EXPECT_EQ(convert_in_package("import json\n", {}).output_bytes, "");
  EXPECT_EQ(convert_in_package("from . import helper\nimport django\n", {}).output_bytes, "");
  EXPECT_EQ(convert_in_package("import helper\nx: int = 1\n", {}).output_bytes, "");
}

TEST(FixImport, NothingIsKnownOfStandardInput) {
  const FileResult result = converter_for({"--from", "2"}).value()->convert("<stdin>", "import helper\n");
  EXPECT_EQ(result.outcome, engine::Outcome::kUnchanged);
}

TEST(FixImport, FollowsRoots) {
  engine::MemoryStore store({{"__init__.py", ""}, {"helper.py", ""}, {"case.py", ""}});
  const engine::Converter& converter = *converter_for({"--from", "2"}).value();
  const engine::Project with(store, {"."});
  const engine::Project without(store);
  EXPECT_EQ(converter.convert("case.py", "import helper\n", &with).outcome, engine::Outcome::kUnchanged);
  EXPECT_EQ(converter.convert("case.py", "import helper\n", &without).output_bytes, "from . import helper\n");
}

// They go by what is imported, not by how it is spelled.
TEST(FixImport, OtherFixersSeeTheNeighbour) {
  auto rename = rule_fixer("quoting", {});
  rename.renames = {{"urllib.quote", "urllib.parse.quote"}};
  auto rule = rule_fixer("calls", {{"urllib.urlopen($x)", "urllib.request.urlopen($x)"}});
  const auto converter = engine::Converter::create({rename, rule}, python2_settings()).value();
  for (const char* text :
       {"from urllib import quote\nquote(1)\n", "import urllib\nurllib.quote(urllib.urlopen(1))\n"}) {
    EXPECT_EQ(convert_among(kPackage, "pkg/case.py", converter, text).output_bytes, "") << text;
    EXPECT_NE(convert_among(kPackage, "case.py", converter, text).output_bytes, "") << text;
  }
}

TEST(FixImport, ReportsOnlyWhereItIsPython2) {
  EXPECT_THAT(
      findings_left(convert_among({"pkg/__init__.py"}, "pkg/string.py", *converter_for({}).value(), "import string\n")),
      IsEmpty());
  EXPECT_THAT(findings_left(convert_among({"pkg/__init__.py"}, "pkg/string.py", *converter_for({"--from", "2"}).value(),
                                          "import string\n")),
              ElementsAre(HasSubstr("1 import in Python 2 this file imports itself here")));
}

}  // namespace
}  // namespace py3k::tests
