#include "engine/rewrite/suppressions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/conversion.h"

namespace py3k::engine {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

FileResult run(const std::string& text, const std::vector<std::string>& options = {}) {
  return tests::converter_for(options).value()->convert("a.py", text);
}
// The text after.
std::string after(const std::string& text, const std::vector<std::string>& options = {}) {
  const FileResult result = run(text, options);
  EXPECT_NE(result.outcome, Outcome::kFailed) << result.reason;
  return result.outcome == Outcome::kChanged ? result.output_bytes : text;
}
std::vector<std::string> left(const std::string& text, const std::vector<std::string>& options = {}) {
  return tests::findings_left(run(text, options));
}

TEST(Suppressions, CoverTheirLine) {
  EXPECT_EQ(after("a.has_key(k)\nb.has_key(k)  # py3k: ignore\nc.has_key(k)\n"),
            "k in a\nb.has_key(k)  # py3k: ignore\nk in c\n");
  EXPECT_EQ(after("f(a.has_key(k),\n  b.has_key(k),  # py3k: ignore\n  c.has_key(k))\n"),
            "f(k in a,\n  b.has_key(k),  # py3k: ignore\n  k in c)\n");
  EXPECT_EQ(after("a.has_key(k); b.has_key(k) # noqa #py3k:ignore\r\nc.has_key(k)\r\n"),
            "a.has_key(k); b.has_key(k) # noqa #py3k:ignore\r\nk in c\r\n");
}

TEST(Suppressions, CoverALineThatGoesOn) {
  const std::string backslash = "x = a.has_key(k) or \\\n    b.has_key(k)  # py3k: ignore\n";
  EXPECT_EQ(after(backslash), backslash);
  const std::string string = "x = a.has_key(k) and '''\n''' or b.has_key(k)  # py3k: ignore\n";
  EXPECT_EQ(after(string), string);
}

TEST(Suppressions, CoverTheFixersTheyName) {
  EXPECT_EQ(after("unicode(a.has_key(k))  # py3k: ignore[has_key]\n"), "str(a.has_key(k))  # py3k: ignore[has_key]\n");
  const std::string both = "unicode(a.has_key(k))  # py3k: ignore[ has_key,unicode ] see #12\n";
  EXPECT_EQ(after(both), both);
  const std::string group = "unicode(a.has_key(k))  # py3k: ignore[python2]\n";
  EXPECT_EQ(after(group), group);
}

TEST(Suppressions, CoverTheStatementThatFollows) {
  const std::string block =
      "# py3k: ignore\n\n# Why.\n@d\nclass A:\n    def f(self):\n        a.has_key(k)\n    x = b.has_key(k)\n";
  EXPECT_EQ(after(block + "c.has_key(k)\n"), block + "k in c\n");
  EXPECT_EQ(after("if a.has_key(k):\n    pass\n# py3k: ignore\nelse:\n    b.has_key(k)\nc.has_key(k)\n"),
            "if k in a:\n    pass\n# py3k: ignore\nelse:\n    b.has_key(k)\nk in c\n");
  EXPECT_EQ(after("f(\n  # py3k: ignore\n  a.has_key(k),\n  b.has_key(k))\n"),
            "f(\n  # py3k: ignore\n  a.has_key(k),\n  k in b)\n");
  EXPECT_EQ(after("def f():\n    # py3k: ignore\n    a.has_key(k)\n    b.has_key(k)\n"),
            "def f():\n    # py3k: ignore\n    a.has_key(k)\n    k in b\n");
}

TEST(Suppressions, CoverTheFile) {
  const std::string all = "#!/usr/bin/env python\n# py3k: ignore-file\n'''Doc.'''\nprint a.has_key(k)\n";
  EXPECT_EQ(after(all), all);
  EXPECT_THAT(left(all), IsEmpty());
  const std::string some = "# py3k: ignore-file[print]\nprint a.has_key(k)\n";
  EXPECT_EQ(after(some), "# py3k: ignore-file[print]\nprint k in a\n");
  for (const auto* broken :
       {"# py3k: ignore-file\nx = = 1\n", "# py3k: ignore-file\nx = (\n", "# py3k: ignore-file\n'''\n"})
    EXPECT_EQ(run(broken).outcome, Outcome::kUnchanged) << broken;
  EXPECT_EQ(run("# py3k: ignore-file[dict]\nx = = 1; unicode\n").outcome, Outcome::kFailed);
}

TEST(Suppressions, LeaveNoHalfOfAChange) {
  EXPECT_EQ(after("def f((a, b)):  # py3k: ignore[tuple_params]\n    return unicode(a)\n"),
            "def f((a, b)):  # py3k: ignore[tuple_params]\n    return str(a)\n");
  // An import and its uses.
  const std::string import = "import Queue\nx = Queue.Queue()\ny = Queue.Empty  # py3k: ignore\n";
  EXPECT_EQ(after(import), import);
  // What an import is wanted for.
  const std::string wanted = "x = reduce(f, y)  # py3k: ignore\n";
  EXPECT_EQ(after(wanted), wanted);
  EXPECT_EQ(after("reduce(f, y)  # py3k: ignore\nreduce(f, y)\n"),
            "from functools import reduce\n\nreduce(f, y)  # py3k: ignore\nreduce(f, y)\n");
}

TEST(Suppressions, CoverFindings) {
  const auto found = left("from urllib import *\nprint 1\n");
  ASSERT_FALSE(found.empty()) << "a finding that changes nothing";
  EXPECT_THAT(left("from urllib import *  # py3k: ignore\nprint 1\n"), IsEmpty());
}

TEST(Suppressions, MayKeepPython2AndSaySo) {
  const std::string text = "print a\nprint b  # py3k: ignore\n";
  EXPECT_EQ(after(text), "print(a)\nprint b  # py3k: ignore\n");
  EXPECT_THAT(left(text), ElementsAre(HasSubstr("2 suppression Python 3 can't parse this file")));
  EXPECT_EQ(after("print(a)\nprint b  # py3k: ignore\n"), "print(a)\nprint b  # py3k: ignore\n");
  EXPECT_THAT(left("print(a)\nprint b  # py3k: ignore\n"), ElementsAre(HasSubstr("can't parse this file")));
  EXPECT_THAT(left("print a.has_key(k)  # py3k: ignore[has_key]\n"), IsEmpty()) << "all of it is Python 3";
}

// What is ignored is still there in the second run, and must not make it one over Python 2.
TEST(Suppressions, AreNoEvidence) {
  for (const std::string text :
       {"x = raw_input(p)\ny = unicode(x)  # py3k: ignore\n", "x = raw_input(p)\nprint y  # py3k: ignore\n",
        "x = d.iteritems()\n# py3k: ignore\nif x:\n    print `y`, 0777\n"}) {
    const std::string once = after(text);
    EXPECT_NE(once, text);
    EXPECT_EQ(after(once), once);
  }
  // What this run takes away is evidence, whatever else is ignored on its line.
  const std::string named = "x = input(p)\nprint y.has_key(k)  # py3k: ignore[print]\n";
  const std::string once = "x = eval(input(p))\nprint k in y  # py3k: ignore[print]\n";
  EXPECT_EQ(after(named), once);
  EXPECT_EQ(after(once), once);
  EXPECT_EQ(after("x = input(p)\nprint y  # py3k: ignore\n"), "x = input(p)\nprint y  # py3k: ignore\n");
  EXPECT_EQ(after("x = input(p)\nprint y  # py3k: ignore\n", {"--from", "2"}),
            "x = eval(input(p))\nprint y  # py3k: ignore\n");
}

TEST(SuppressionRemarks, TellOfWhatIsOfNoUse) {
  EXPECT_THAT(left("x = 1  # py3k: ignore\n"), ElementsAre(HasSubstr("1 suppression there is nothing to ignore here")));
  EXPECT_THAT(left("x = unicode(y)  # py3k: ignore[has_key, unicode]\n"),
              ElementsAre(HasSubstr("1 suppression has_key has nothing to ignore here")));
  EXPECT_THAT(left("# py3k: ignore\n'''Doc.'''\nx = unicode(y)\n"), ElementsAre(HasSubstr("ignore-file")));
  EXPECT_THAT(left("# py3k: ignore-file\nx = 1\n"), ElementsAre(HasSubstr("nothing to ignore")));
  EXPECT_THAT(left("x = unicode(y)\n# py3k: ignore\n"), ElementsAre(HasSubstr("2 suppression there is nothing")));
}

TEST(SuppressionRemarks, MindWhichFixersRun) {
  const std::string text = "x = unicode(y)  # py3k: ignore[unicode]\nx = unicode(y)  # py3k: ignore\n";
  EXPECT_THAT(left(text, {"-f", "has_key"}), IsEmpty());
  EXPECT_THAT(left(text, {"-x", "unicode"}), IsEmpty());
  EXPECT_THAT(left("x = 1  # py3k: ignore[unicode]\n", {"-f", "unicode"}),
              ElementsAre(HasSubstr("unicode has nothing")));
}

TEST(SuppressionRemarks, TellOfMistakes) {
  EXPECT_THAT(left("x = unicode(y)  # py3k: ignore[unicod]\n"),
              ElementsAre(HasSubstr("1 suppression there is no fixer unicod; did you mean unicode?")));
  EXPECT_THAT(left("x = 1  # py3k: ingore\n"), ElementsAre(HasSubstr("means nothing; did you mean ignore?")));
  EXPECT_THAT(left("x = 1  # py3k: ignore[dict\n"), ElementsAre(HasSubstr("lacks its closing bracket")));
  EXPECT_THAT(left("x = 1  # py3k: ignore[ , ]\n"), ElementsAre(HasSubstr("names no fixer")));
  EXPECT_THAT(left("x = 1\n# py3k: ignore-file\n"), ElementsAre(HasSubstr("before all code")));
}

TEST(SuppressionRemarks, KnowWhatIsNoneOfTheirs) {
  for (const auto* text : {"x = 1  # py3k: str is unicode there\n", "x = '# py3k: ignore'\n",
                           "x = 1  # XXX py3k: ignore\n", "x = 1  # py3k\n", "x = 1  # py3k:\n"})
    EXPECT_THAT(left(text), IsEmpty()) << text;
}

TEST(SuppressionRemarks, AreSortedAmongTheOthers) {
  EXPECT_THAT(left("x = 1  # py3k: ignore\nfrom urllib import *\nprint 1\ny = 2  # py3k: ignore\n"),
              ElementsAre(HasSubstr("1 suppression"), HasSubstr("2 urllib"), HasSubstr("4 suppression")));
}

}  // namespace
}  // namespace py3k::engine
