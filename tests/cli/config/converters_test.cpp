#include "cli/config/converters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/run/memory_store.h"
#include "tests/support/conversion.h"

namespace py3k::cli {
namespace {

using engine::FileResult;
using engine::MemoryStore;
using engine::Outcome;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kText = "print unicode(x)\n";

// What becomes of a file under a configuration.
FileResult converted(const std::string& toml, const std::string& path, const std::string& text = kText,
                     const std::vector<std::string>& arguments = {"."}) {
  const MemoryStore store(MemoryStore::Files{{path, text}});
  const ConfigFile config = parse_config("py3k.toml", "/project", toml).value();
  Options options = parse_options(arguments).value();
  apply_settings(config.settings, config, options);
  Converters converters(options, config, tests::registry(), store);
  EXPECT_TRUE(converters.prepare().has_value());
  return converters.of(path).value()->convert(path, text);
}

std::vector<std::string> findings(const FileResult& result) { return tests::findings_left(result); }

TEST(Converters, OverrideWhatHoldsForSomePaths) {
  const std::string toml =
      "[[override]]\npaths = [\"legacy/**\"]\nnofix = [\"unicode\"]\n"
      "[[override]]\npaths = [\"*_old.py\", \"gen/\"]\nnofix = [\"print\"]\n";
  EXPECT_EQ(converted(toml, "app/a.py").output_bytes, "print(str(x))\n");
  EXPECT_EQ(converted(toml, "legacy/sub/a.py").output_bytes, "print(unicode(x))\n");
  EXPECT_EQ(converted(toml, "app/a_old.py").output_bytes, "print str(x)\n");
  EXPECT_EQ(converted(toml, "app/gen/a.py").output_bytes, "print str(x)\n");
  EXPECT_EQ(converted(toml, "legacy/a_old.py").output_bytes, "print str(x)\n") << "the last one that matches";
  EXPECT_EQ(converted(toml, "legacy/a.py", kText, {"-f", "unicode", "."}).output_bytes, "print str(x)\n")
      << "the command line wins";
}

TEST(Converters, LeaveAloneWhatIsElsewhere) {
  const std::string toml = "converted = [\"app\"]\n[[override]]\npaths = [\"**\"]\nnofix = [\"unicode\"]\n";
  EXPECT_EQ(converted(toml, "/elsewhere/app/a.py").output_bytes, "print(str(x))\n");
}

TEST(ConvertedGuard, ChangesNothing) {
  const std::string toml = "converted = [\"billing\", \"maths/geometry\", \"one.py\"]\n";
  for (const auto* path : {"billing/a.py", "billing/sub/a.py", "maths/geometry/a.py", "one.py"}) {
    const FileResult result = converted(toml, path);
    EXPECT_EQ(result.outcome, Outcome::kUnchanged) << path;
    EXPECT_EQ(result.output_bytes, "");
    EXPECT_THAT(result.edits, IsEmpty());
  }
  for (const auto* path : {"app/billing/a.py", "maths/a.py", "billing.py", "app/one.py"})
    EXPECT_EQ(converted(toml, path).outcome, Outcome::kChanged) << path;
  EXPECT_EQ(converted("converted = [\".\"]\n", "x/a.py").outcome, Outcome::kUnchanged);
}

TEST(ConvertedGuard, ReportsWhatCameBack) {
  const std::string toml = "converted = [\".\"]\n";
  const auto left = [&](const std::string& text) { return findings(converted(toml, "a.py", text)); };
  EXPECT_THAT(left("x = 1\nprint x\n"), ElementsAre(HasSubstr("2 converted this is Python 2")));
  EXPECT_THAT(left("x = f'{y}'\nfor i in xrange(3): pass\n"),
              ElementsAre(HasSubstr("2 converted xrange is Python 2's")));
  EXPECT_THAT(left("x = f'{y}'\nfor k in d.iteritems(): pass\n"), ElementsAre(HasSubstr("2 converted iteritems")));
  EXPECT_THAT(left("import urllib2\nprint(x, file=y)\n"), ElementsAre(HasSubstr("1 converted urllib2")));
  EXPECT_THAT(left("x = f'{y}'\nunicode(x)  # py3k: ignore\n"), IsEmpty());
  EXPECT_THAT(left("print >>f, x\n"), ElementsAre(HasSubstr("1 converted this is Python 2")));
}

TEST(ConvertedGuard, IsQuietAboutPython3) {
  const std::string toml = "converted = [\".\"]\n";
  for (const auto* text : {"print(x)\n", "for k in d.keys(): pass\nx = input()\n", "xrange = range\nxrange(3)\n",
                           "try:\n    unicode\nexcept NameError:\n    unicode = str\n", "import six\nunicode(x)\n",
                           "from . import commands\n", "def f(reduce):\n    reduce(1)\n", ""}) {
    const FileResult result = converted(toml, "a.py", text);
    EXPECT_THAT(findings(result), IsEmpty()) << text;
    EXPECT_EQ(result.outcome, Outcome::kUnchanged);
  }
  EXPECT_EQ(converted(toml, "a.py", "x = (\n").outcome, Outcome::kFailed);
}

}  // namespace
}  // namespace py3k::cli
