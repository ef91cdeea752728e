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

TEST(Doctests, OutputIsWhatPython3Prints) {
  EXPECT_EQ(converted_doctests(">>> f()\nu'a'\n\nu'b'\n"), ">>> f()\n'a'\n\nu'b'\n");
  EXPECT_EQ(converted_doctests(">>> f()\n[u'a', \"u'b'\", 5L, x5L, u'\\xe9']\n"),
            ">>> f()\n['a', \"u'b'\", 5, x5L, u'\\xe9']\n");
  EXPECT_EQ(converted_doctests("  >>> f()\n  set([1L, u'b'])\n  (set([]), frozenset([1]))\n"),
            "  >>> f()\n  {1, 'b'}\n  (set(), frozenset({1}))\n");
  EXPECT_EQ(converted_doctests(">>> f()\n<type 'unicode'>\n<type 'int'> 10L\n"),
            ">>> f()\n<class 'str'>\n<class 'int'> 10\n");
}

TEST(Doctests, ExceptionsHaveTheirModulesNames) {
  const FileResult result = doctests(">>> f()\nTraceback (most recent call last):\n  ...\nMyError: u'a'\n");
  EXPECT_EQ(result.outcome, Outcome::kUnchanged);
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.findings[0].line, 4U);
  EXPECT_FALSE(result.findings[0].applied);
  EXPECT_TRUE(doctests(">>> f()\nTraceback (most recent call last):\nValueError: u'a'\n").findings.empty());
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

// The examples of a docstring or text file are one program, whatever stands between them.
TEST(Doctests, AreOneProgram) {
  const std::string once = converted_doctests(
      "  >>> x = [1]\n\n  Text.\n  >>> reduce(f, x)\n  6\n  >>> if x:\n  ...     reduce(f, x)\n  6\n");
  EXPECT_EQ(once,
            "  >>> x = [1]\n\n  Text.\n  >>> from functools import reduce\n  >>> reduce(f, x)\n  6\n"
            "  >>> if x:\n  ...     reduce(f, x)\n  6\n");
  EXPECT_EQ(converted_doctests(once), once);
  EXPECT_EQ(converted_doctests(">>> def reduce(f, x): pass\n>>> reduce(f, x)\n"),
            ">>> def reduce(f, x): pass\n>>> reduce(f, x)\n");
  EXPECT_EQ(converted_doctests(">>> from itertools import imap\n>>> list(imap(f, x))\n"), ">>> list(map(f, x))\n");
  EXPECT_EQ(converted_doctests(">>> import Queue\n>>> Queue.Queue()\n>>> Queue.Full"),
            ">>> import queue\n>>> queue.Queue()\n>>> queue.Full");
}

TEST(Doctests, OfOneDocstringKnowNothingOfAnothers) {
  const std::string text = "def f():\n  '''\n  >>> reduce(f, x)\n  '''\ndef g():\n  '''\n  >>> reduce(f, x)\n  '''\n";
  const engine::Converter& converter = **converter_for({"--from", "2"});
  const FileResult result = engine::convert_doctests(converter, "a.py", text);
  const std::string doc = "  >>> from functools import reduce\n  >>> reduce(f, x)\n  '''\n";
  EXPECT_EQ(result.output_bytes, "def f():\n  '''\n" + doc + "def g():\n  '''\n" + doc);
}

// What is Python 2 in one example tells what the others are.
TEST(Doctests, AreEvidenceForEachOther) {
  const engine::Converter& converter = **converter_for({});
  const FileResult result = engine::convert_doctests(converter, "a.txt", ">>> map(f, x)\n[1]\n>>> print 1\n1\n");
  EXPECT_EQ(result.output_bytes, ">>> list(map(f, x))\n[1]\n>>> print(1)\n1\n");
  ASSERT_EQ(result.findings.size(), 2U);
  EXPECT_EQ(result.findings[0].line, 1U);
  EXPECT_EQ(result.findings[1].line, 3U);
  EXPECT_EQ(result.findings[1].column, 4U);
}

TEST(Doctests, ThatCanNotBeConvertedKeepNoOthersApart) {
  EXPECT_EQ(converted_doctests(">>> print (\n>>> reduce(f, x)\n>>> reduce(g, x)\n"),
            ">>> print (\n>>> from functools import reduce\n>>> reduce(f, x)\n>>> reduce(g, x)\n");
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
