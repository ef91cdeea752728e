#include "engine/run/doctests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/conversion.h"

namespace py3k::tests {
namespace {

using engine::FileResult;
using engine::Outcome;

FileResult doctests(const std::string& text) {
  const engine::Converter& converter = **converter_for({"--from", "2"});
  return engine::convert_doctests(converter, "a.txt", text);
}

std::string converted_doctests(const std::string& text) {
  const FileResult result = doctests(text);
  return result.outcome == Outcome::kChanged ? result.output_bytes : text;
}

TEST(Doctests, AreConvertedAndNothingElseIs) {
  EXPECT_EQ(converted_doctests("print x\n>>> print x\nprint x\n"), "print x\n>>> print(x)\nprint x\n");
  EXPECT_EQ(converted_doctests("print x\n>>>print x\n"), "print x\n>>>print x\n");
  EXPECT_EQ(converted_doctests(">>> print x"), ">>> print(x)");
  EXPECT_EQ(doctests("no example\n").outcome, Outcome::kUnchanged);
}

TEST(Doctests, MayHaveSeveralLines) {
  EXPECT_EQ(converted_doctests("\t>>> for x in y:\n\t...     print x\n\t...\n\t...     print y\n\tprint z\n"),
            "\t>>> for x in y:\n\t...     print(x)\n\t...\n\t...     print(y)\n\tprint z\n");
  // Less indented: no part of it.
  EXPECT_EQ(converted_doctests("  >>> print x\n... print y\n"), "  >>> print(x)\n... print y\n");
}

TEST(Doctests, KeepTheirNewlines) {
  EXPECT_EQ(converted_doctests("a\r\n>>> if x:\r\n...   print x\r\n...\r\n1\r\n"),
            "a\r\n>>> if x:\r\n...   print(x)\r\n...\r\n1\r\n");
}

TEST(Doctests, GetPromptsForNewLines) {
  EXPECT_EQ(converted_doctests("  >>> def f((a, b)):\n  ...     return a\n  4\n"),
            "  >>> def f(a_b):\n  ...     (a, b) = a_b\n  ...     return a\n  4\n");
}

// An interpreter that is asked line by line takes one statement at a time.
TEST(Doctests, GetNewImportsAsExamplesOfTheirOwn) {
  EXPECT_EQ(converted_doctests(">>> reduce(f, x)\n6\n"), ">>> from functools import reduce\n>>> reduce(f, x)\n6\n");
}

TEST(Doctests, StayWhereTheyCannotBeConverted) {
  const FileResult result = doctests("a\n>>> if x:\n...   print (\nb\n>>> print 1\n");
  EXPECT_EQ(result.output_bytes, "a\n>>> if x:\n...   print (\nb\n>>> print(1)\n");
  ASSERT_EQ(result.findings.size(), 2U);
  EXPECT_EQ(result.findings[0].fixer, engine::kDoctestFixer);
  EXPECT_FALSE(result.findings[0].applied);
  EXPECT_EQ(result.findings[0].line, 3U);
  EXPECT_EQ(result.findings[1].line, 5U);
  EXPECT_EQ(result.findings[1].column, 4U);
}

}  // namespace
}  // namespace py3k::tests
