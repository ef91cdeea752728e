#include "engine/dialect/lexer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/dialect/dialect.h"
#include "engine/source/source_text.h"
#include "tests/paths.h"
#include "tests/support/files.h"
#include "tests/support/parsed.h"

namespace py3k::engine {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::Parsed;

std::string overlay(std::string_view text, Language language = Language::kPython2) {
  return lex(text, {.language = language}).overlay;
}
std::string overlay3(std::string_view text) { return overlay(text, Language::kPython3); }

Evidence evidence(std::string_view text, Language language = Language::kPython2) {
  return lex(text, {.language = language}).evidence;
}

std::string error(std::string_view text, Language language = Language::kPython2) {
  return std::string(lex(text, {.language = language}).error.what);
}

// --- the overlay, a test for each row of the table in docs/engine.md

TEST(LexerOverlay, PrintIsYieldAtTheStartOfAStatement) {
  EXPECT_EQ(overlay("print x, y,\n"), "yield x, y,\n");
  EXPECT_EQ(overlay("print\n"), "yield\n");
  EXPECT_EQ(overlay("print -1\n"), "yield -1\n");
  EXPECT_EQ(overlay("print (a), b"), "yield (a), b");
  EXPECT_EQ(overlay("a; print b; print"), "a; yield b; yield");
  EXPECT_EQ(overlay("if x: print y\n"), "if x: yield y\n");
  EXPECT_EQ(overlay("else: print\n"), "else: yield\n");
  EXPECT_EQ(overlay("if x[a:b]: print y\n"), "if x[a:b]: yield y\n");
  EXPECT_EQ(overlay("if (lambda: 0): print y\n"), "if (lambda: 0): yield y\n");
  EXPECT_EQ(overlay("if lambda: 0: print y\n"), "if lambda: 0: yield y\n");
  EXPECT_EQ(overlay("  print x\n\tprint y\n"), "  yield x\n\tyield y\n");
  EXPECT_EQ(overlay("\\\nprint x\n").substr(2), "yield x\n");
}

TEST(LexerOverlay, PrintIsANameElsewhere) {
  EXPECT_THAT(lex("x.print\nf(print)\nd[print]\n", {}).prints, IsEmpty());
  EXPECT_THAT(lex("printer = prints\n", {}).prints, IsEmpty());
  EXPECT_THAT(lex("x = print\n", {}).prints, IsEmpty());
  EXPECT_THAT(lex("print(x)\n", {.language = Language::kPython3}).prints, IsEmpty());
  // Any name will do: the grammar has print statements of its own.
  EXPECT_NE(overlay3("print(x)\n").substr(0, 5), "print");
}

TEST(LexerOverlay, PrintFunctionHasToBeImportedByAStatement) {
  const auto prints = [](std::string_view text) { return lex(text, {}).prints.size(); };
  EXPECT_EQ(prints("from __future__ import print_function\nprint (x)\n"), 0U);
  EXPECT_EQ(prints("from __future__ import (division,\n  print_function)\nprint (x)\n"), 0U);
  EXPECT_EQ(prints("from __future__ import print_function as p\nprint (x)\n"), 0U);
  EXPECT_EQ(prints("# from __future__ import print_function\nprint (x)\n"), 1U);
  EXPECT_EQ(prints("'from __future__ import print_function'\nprint (x)\n"), 1U);
  EXPECT_EQ(prints("from future import print_function\nprint (x)\n"), 1U);
  EXPECT_EQ(prints("x.__future__.print_function\nprint (x)\n"), 1U);
  EXPECT_EQ(prints("from __future__ import division\nprint_function\nprint (x)\n"), 1U);
}

TEST(LexerOverlay, PrintIsANameInWhatTemplatesHavePutIn) {
  const std::vector<ByteRange> python3 = {{0, 8}, {17, 24}};
  const LexedSource lexed = lex("print(x)\nprint x\nexec(x)\nexec x\n", {.python3_ranges = &python3});
  EXPECT_THAT(lexed.prints, ElementsAre(9));
  EXPECT_THAT(lexed.execs, ElementsAre(25));
}

TEST(LexerOverlay, TheChevronIsBlank) {
  EXPECT_EQ(overlay("print >>f, x\n"), "yield   f, x\n");
  EXPECT_EQ(overlay("print>>f\n"), "yield  f\n");
  EXPECT_EQ(overlay("print  >>  f, x >> y\n"), "yield      f, x >> y\n");
  EXPECT_EQ(overlay("print x >> y\n"), "yield x >> y\n");
}

TEST(LexerOverlay, ExecIsDel) {
  EXPECT_EQ(overlay("exec code\n"), "del  code\n");
  EXPECT_EQ(overlay("exec code in d\n"), "del  code ,  d\n");
  EXPECT_EQ(overlay("exec code in d, e\n"), "del  code ,  d, e\n");
  EXPECT_EQ(overlay("exec (a in b) in c\n"), "del  (a in b) ,  c\n");
  EXPECT_EQ(overlay("exec a in b in c\n"), "del  a ,  b in c\n");
  EXPECT_EQ(overlay("if x: exec y\n"), "if x: del  y\n");
  EXPECT_THAT(lex("x.exec\nf(exec_)\nexecute in y\n", {}).execs, IsEmpty());
  EXPECT_THAT(lex("exec(x)\n", {.language = Language::kPython3}).execs, IsEmpty());
}

TEST(LexerOverlay, BackticksAreParentheses) {
  EXPECT_EQ(overlay("`x, y`\n"), "(x, y)\n");
  EXPECT_EQ(overlay("`x` + `y`\n"), "(x) + (y)\n");
  EXPECT_EQ(overlay("``x``\n"), "((x))\n");
  EXPECT_EQ(overlay("`x + `y``\n"), "(x + (y))\n");
  EXPECT_EQ(overlay("f(`x`)[`y`]\n"), "f((x))[(y)]\n");
  EXPECT_EQ(overlay("`f(`x`)`\n"), "(f((x)))\n");
  EXPECT_EQ(overlay("return`x`\n"), "return(x)\n");
  EXPECT_EQ(overlay("`x`if`y`else`z`\n"), "(x)if(y)else(z)\n");
  EXPECT_EQ(overlay("a and`x`\n"), "a and(x)\n");
}

TEST(LexerOverlay, NamesThatPython3ReservesAreOtherNames) {
  for (const std::string& name : std::vector<std::string>{"nonlocal", "async", "await", "True", "False"}) {
    for (const std::string& text : {name + " = 1\n", "f(" + name + "=1)\n", "x." + name + "\n",
                                    "def f(" + name + "): pass\n", "import " + name + "\n"}) {
      const std::string laid = overlay(text);
      EXPECT_EQ(laid.size(), text.size());
      EXPECT_EQ(laid.find(name), std::string::npos) << laid;
      EXPECT_EQ(lex(text, {}).reserved.size(), 1U) << text;
    }
  }
  EXPECT_EQ(overlay3("async def f(): await x\n"), "async def f(): await x\n");
  EXPECT_EQ(overlay3("nonlocal x\n"), "nonlocal x\n");
  EXPECT_EQ(overlay3("x = True\n"), "x = True\n");
}

TEST(LexerOverlay, LinesInsideBracketsAreJoined) {
  EXPECT_EQ(overlay("f(a,\nb)\n"), "f(a, b)\n");
  EXPECT_EQ(overlay("[a, # c\r\n b]\n"), "[a,       b]\n");
  EXPECT_EQ(overlay("{\r1}\n"), "{ 1}\n");
  EXPECT_EQ(overlay("x = a + \\\n  b\n"), "x = a +     b\n");
  EXPECT_EQ(overlay("x = a + \\\r\n  b\n"), "x = a +      b\n");
  EXPECT_THAT(lex("[a, # c\n b]\n# d", {}).comments, ElementsAre(ByteRange{4, 7}, ByteRange{12, 15}));
}

TEST(LexerOverlay, NewlinesAreLineFeeds) {
  EXPECT_EQ(overlay("a\rb\r"), "a\nb\n");
  EXPECT_EQ(overlay("a\r\nb\r\n"), "a \nb \n");
  EXPECT_EQ(overlay("a\n\r\nb"), "a\n \nb");
}

TEST(LexerOverlay, IndentationCountsAsInPython2) {
  const auto column = [](std::string_view text) {
    // As tree-sitter's scanner counts.
    int count = 0;
    const std::string laid = overlay(text);
    for (const char c : laid) {
      if (c == ' ')
        ++count;
      else if (c == '\t')
        count += 8;
      else if (c == '\f')
        count = 0;
      else
        break;
    }
    return count;
  };
  EXPECT_EQ(column("    x"), 4);
  EXPECT_EQ(column("\tx"), 8);
  EXPECT_EQ(column(" \tx"), 8);
  EXPECT_EQ(column("       \tx"), 8);
  EXPECT_EQ(column("        \tx"), 16);
  EXPECT_EQ(column("  \t  x"), 10);
  EXPECT_EQ(column(" \t \tx"), 16);
  EXPECT_EQ(column("    \fx"), 0);
  EXPECT_EQ(column("\f    x"), 4);
}

TEST(LexerOverlay, AByteOrderMarkIndentsNothing) { EXPECT_EQ(overlay("\xEF\xBB\xBFprint x"), "\f\f\fyield x"); }

TEST(LexerOverlay, LiteralsAreOneWord) {
  EXPECT_EQ(overlay("f('a b')\n"), "f(xxxxx)\n");
  EXPECT_EQ(overlay("x = 'a' \"b\"\n"), "x = xxxxxxx\n");
  EXPECT_EQ(overlay("x = ('a'\n  'b')\n"), "x = (xxxxxxxxx)\n");
  EXPECT_EQ(overlay("print'a'\n"), "yield xx\n");
  EXPECT_EQ(overlay("'a'if x else'b'\n").size(), 16U);
}

TEST(LexerOverlay, KeepsItsLengthWhateverTheText) {
  std::mt19937 random(1);  // NOLINT: the same text each time
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = tests::random_source(random, i % 40);
    for (const Language language : {Language::kPython2, Language::kPython3}) {
      const LexedSource lexed = lex(text, {.language = language});
      ASSERT_EQ(lexed.overlay.size(), text.size()) << testing::PrintToString(text);
      for (const StringToken& token : lexed.strings)
        ASSERT_LE(token.range.end, text.size()) << testing::PrintToString(text);
      for (const ByteRange& comment : lexed.comments)
        ASSERT_LE(comment.end, text.size()) << testing::PrintToString(text);
    }
  }
}

TEST(LexerOverlay, KeepsItsLengthForAnyBytes) {
  std::mt19937 random(2);  // NOLINT: the same text each time
  std::uniform_int_distribution<int> byte(0, 255);
  for (int i = 0; i < 5'000; ++i) {
    std::string text(static_cast<std::size_t>(i % 200), ' ');
    for (char& c : text) c = static_cast<char>(byte(random));
    ASSERT_EQ(overlay(text).size(), text.size());
    ASSERT_EQ(overlay3(text).size(), text.size());
  }
}

// --- strings

std::vector<std::string> literals(std::string_view text, Language language = Language::kPython2) {
  std::vector<std::string> found;
  for (const StringToken& token : lex(text, {.language = language}).strings)
    found.emplace_back(text.substr(token.range.start, token.range.end - token.range.start));
  return found;
}

TEST(LexerStrings, AllPrefixesAndQuotes) {
  for (const std::string& prefix :
       std::vector<std::string>{"", "r", "R", "u", "U", "b", "B", "ur", "uR", "Ur", "UR", "br", "bR", "Br", "BR"}) {
    for (const std::string& quote : std::vector<std::string>{"'", "\"", "'''", "\"\"\""}) {
      const std::string literal = prefix + quote + "a\\" + quote[0] + "#b`(" + quote;
      const LexedSource lexed = lex(literal, {});
      ASSERT_EQ(lexed.strings.size(), 1U) << literal;
      EXPECT_EQ(lexed.strings[0].range, (ByteRange{0, static_cast<std::uint32_t>(literal.size())})) << literal;
      EXPECT_EQ(lexed.strings[0].prefix_length, prefix.size());
      EXPECT_EQ(lexed.strings[0].triple, quote.size() == 3);
      EXPECT_EQ(lexed.error.what, "") << literal;
      EXPECT_EQ(lexed.evidence.python2_syntax, prefix.size() == 2 && (prefix[0] | 0x20) == 'u') << literal;
    }
  }
}

TEST(LexerStrings, EndWhereTheyEnd) {
  EXPECT_THAT(literals("'' \"\""), ElementsAre("''", "\"\""));
  EXPECT_THAT(literals("''''''"), ElementsAre("''''''"));
  EXPECT_THAT(literals("'''a''b'''"), ElementsAre("'''a''b'''"));
  EXPECT_THAT(literals("'''a\\''''"), ElementsAre("'''a\\''''"));
  EXPECT_THAT(literals("'a\\\\' 'b'"), ElementsAre("'a\\\\'", "'b'"));
  EXPECT_THAT(literals("r'a\\' b'"), ElementsAre("r'a\\' b'"));
  EXPECT_THAT(literals("'a\\\nb'"), ElementsAre("'a\\\nb'"));
  EXPECT_THAT(literals("'a\\\r\nb'"), ElementsAre("'a\\\r\nb'"));
  EXPECT_THAT(literals("'a\\\rb'"), ElementsAre("'a\\\rb'"));
  EXPECT_THAT(literals("'''a\nb\r\nc'''"), ElementsAre("'''a\nb\r\nc'''"));
  EXPECT_THAT(literals("x'a'"), ElementsAre("'a'"));
  EXPECT_THAT(literals("bur'a'"), ElementsAre("'a'"));
  for (const char* text : {"uu'a'", "ru'a'", "bu'a'", "rr'a'", "bb'a'", "fb'a'"})
    EXPECT_THAT(literals(text), ElementsAre("'a'"));
}

TEST(LexerStrings, JoinWithTheLiteralBefore) {
  const auto joined = [](std::string_view text) {
    std::string marks;
    for (const StringToken& token : lex(text, {}).strings) marks += token.joined ? 'j' : '-';
    return marks;
  };
  EXPECT_EQ(joined("'a' 'b'"), "-j");
  EXPECT_EQ(joined("'a''b'u'c'"), "-jj");
  EXPECT_EQ(joined("('a'\n'b' # c\n'd')"), "-jj");
  EXPECT_EQ(joined("'a' \\\n 'b'"), "-j");
  EXPECT_EQ(joined("'a', 'b'"), "--");
  EXPECT_EQ(joined("'a'; 'b'"), "--");
  EXPECT_EQ(joined("'a'\n'b'"), "--");
  EXPECT_EQ(joined("'a' + 'b'"), "--");
  EXPECT_EQ(joined("'a' in 'b'"), "--");
  EXPECT_EQ(joined("'a' if 'b'else 'c'"), "---");
  EXPECT_EQ(joined("['a'] ['b']"), "--");
  EXPECT_EQ(joined("`'a'` `'b'`"), "--");
  EXPECT_EQ(joined("print 'a'\n'b'"), "--");
  EXPECT_EQ(joined("lambda: 'a'\n'b'"), "--");
  EXPECT_EQ(joined("{'a': 'b'}"), "--");
}

TEST(LexerStrings, FormattedOnesNest) {
  const auto one = [](const std::string& literal) {
    EXPECT_THAT(literals(literal, Language::kPython3), ElementsAre(literal));
    EXPECT_EQ(error(literal, Language::kPython3), "") << literal;
    EXPECT_TRUE(evidence(literal).python3_syntax) << literal;
  };
  one("f''");
  one("f'{x}'");
  one("f'{{x'");
  one("f'{x!r:>{width}}'");
  one("f'{d[\"a\"]}'");
  one("rf'{x}\\d'");
  one("fr\"{x}\"");
  one("f'''{\nx\n}'''");
  one("f'{x:%H:%M}'");
  one("f'{(lambda: 1)()}'");
  // PEP 701: Python 3.12 and later
  one("f'{d['a']}'");
  one("f'{f'{f'{1}'}'}'");
  one("f'{\"\\n\".join(a)}'");
}

// --- words

TEST(LexerWords, AreFoundWhereTheyStand) {
  const WordTable words({"has_key", "print", "`", "<>", "0777", "10L", "u''", "ur''", "\\u", "#coding", "def(("});
  const auto seen = [&](std::string_view text) {
    const LexedSource lexed = lex(text, {.words = &words});
    std::string all;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (lexed.words.test(i)) all += (all.empty() ? "" : " ") + words.word(i);
    return all;
  };
  EXPECT_EQ(seen("x.has_key(y)"), "has_key");
  EXPECT_EQ(seen("has_keys('has_key') # has_key"), "");
  EXPECT_EQ(seen("print x"), "print");
  EXPECT_EQ(seen("`x`"), "`");
  EXPECT_EQ(seen("a <> b"), "<>");
  EXPECT_EQ(seen("0777"), "0777");
  EXPECT_EQ(seen("00"), "");
  EXPECT_EQ(seen("0"), "");
  EXPECT_EQ(seen("0o777 0x1F 0b1 0.5 1e5 09.5 0777j"), "");
  EXPECT_EQ(seen("10L"), "10L");
  EXPECT_EQ(seen("0xFFl"), "10L");
  EXPECT_EQ(seen("0777L"), "0777 10L");
  EXPECT_EQ(seen("u'a'"), "u''");
  EXPECT_EQ(seen("UR'a'"), "ur''");
  EXPECT_EQ(seen("'\\u1234'"), "\\u");
  EXPECT_EQ(seen("'\\N{DASH}'"), "\\u");
  EXPECT_EQ(seen("r'\\u1234' b'\\u1234' '\\\\u'"), "");
  EXPECT_EQ(seen("# coding: utf-8"), "#coding");
  EXPECT_EQ(seen("def f((a, b)): pass"), "def((");
  EXPECT_EQ(seen("def f(a, (b, c)): pass"), "def((");
  EXPECT_EQ(seen("lambda (a, b): 0"), "def((");
  EXPECT_EQ(seen("lambda a, (b, c): 0"), "def((");
}

TEST(LexerWords, TablesTakeDuplicatesAndManyWords) {
  std::vector<std::string> many;
  for (std::size_t i = 0; i < kMaxWords; ++i) many.push_back("word" + std::to_string(i));
  many.insert(many.begin(), many.begin(), many.begin() + 10);
  const WordTable table(many);
  EXPECT_EQ(table.size(), kMaxWords);
  for (const std::string& word : many) EXPECT_EQ(table.word(static_cast<std::size_t>(table.index(word))), word);
  EXPECT_EQ(table.index("word"), WordTable::kAbsent);
  EXPECT_EQ(WordTable(std::vector<std::string>{}).index("x"), WordTable::kAbsent);
}

// --- evidence

TEST(LexerEvidence, OfPython2) {
  for (const char* text :
       {"print x", "print 'a'", "print 1", "print`x`", "exec x", "exec x in y", "`x`", "a <> b", "0777", "10L", "ur'a'",
        "try: pass\nexcept A, e: pass", "raise A, b", "raise A, b, c", "if x: print y"}) {
    EXPECT_TRUE(evidence(text).python2_syntax) << text;
    EXPECT_FALSE(evidence(text).python3_syntax) << text;
    EXPECT_EQ(dialect_by_syntax(evidence(text)), Dialect::kPython2) << text;
  }
  EXPECT_EQ(evidence("x = 1\nprint x").python2_offset, 6U);
}

TEST(LexerEvidence, OfWhatFollowsAPrintInParentheses) {
  EXPECT_FALSE(evidence("print('%s' % rows) if rows else None").python2_hint);
  EXPECT_FALSE(evidence("print(rows) if f(rows) else g(rows)").python2_hint);
  EXPECT_FALSE(evidence("print(x) or y\nverbose and f(x)").python2_hint);
  EXPECT_TRUE(evidence("print (a) % b if c else d").python2_hint);
  EXPECT_TRUE(evidence("print (a), b or c").python2_hint);
  EXPECT_TRUE(evidence("print (a), f(end=1)").python2_hint);
  EXPECT_FALSE(evidence("print (a), f(end=1)").python3_syntax);
  EXPECT_FALSE(evidence("print (lambda x=1: x)(2) == 3, (a == b, a <= c)").python3_syntax);
  EXPECT_TRUE(evidence("print(f(a=1), end = '').b").python3_syntax);
}

TEST(LexerEvidence, ThatHintsAtPython2) {
  for (const char* text : {"print >>f", "print", "print -1", "print (a), b", "print (a) % b", "print (a).b"}) {
    EXPECT_TRUE(evidence(text).python2_hint) << text;
    EXPECT_FALSE(evidence(text).python2_syntax) << text;
    EXPECT_FALSE(evidence(text).python3_syntax) << text;
  }
}

TEST(LexerEvidence, OfPython3) {
  for (const char* text : {"f'a'",
                           "def f():\n  nonlocal x",
                           "async def f(): pass",
                           "raise A from b",
                           "def f(a: int): pass",
                           "def f() -> int: pass",
                           "x: int = 1",
                           "def f(*, a): pass",
                           "print(x, file=f)",
                           "print(x, end='')",
                           "class A(metaclass=M): pass",
                           "yield from x",
                           "1_000",
                           "x = (y := 1)",
                           "rb'a'",
                           "f = lambda: print(1)",
                           "f(out=print)",
                           "print('a'), print('b')",
                           "x = [print(y) for y in z]",
                           "f = print"}) {
    EXPECT_TRUE(evidence(text).python3_syntax) << text;
    EXPECT_FALSE(evidence(text).python2_syntax) << text;
    EXPECT_EQ(dialect_by_syntax(evidence(text)), Dialect::kPython3) << text;
  }
}

TEST(LexerEvidence, OfNeither) {
  for (const char* text : {"x = 1",
                           "print(x)",
                           "print (x)",
                           "print(a, b)",
                           "exec(x)",
                           "exec (x, y)",
                           "raise A",
                           "raise A(b, c)",
                           "except_ = 1",
                           "try: pass\nexcept (A, B): pass",
                           "try: pass\nexcept A as e: pass",
                           "0",
                           "00",
                           "0o17",
                           "b'a'",
                           "u'a'",
                           "r'a'",
                           "br'a'",
                           "def f(a, *b, **c): pass",
                           "d[a:b]",
                           "{a: b}",
                           "lambda a: b",
                           "if x: pass",
                           "else: y",
                           "a >> b",
                           "f(file=1)",
                           "def f(a=lambda x: 1): pass",
                           "x = yield",
                           "from x import y",
                           "await_ = async_",
                           "x.await",
                           "x.print(1)",
                           "from __future__ import print_function\nf = lambda: print(1)"}) {
    EXPECT_FALSE(evidence(text).python2_syntax) << text;
    EXPECT_FALSE(evidence(text).python3_syntax) << text;
    EXPECT_FALSE(evidence(text).python2_hint) << text;
    EXPECT_EQ(dialect_by_syntax(evidence(text)), Dialect::kBoth) << text;
  }
}

TEST(LexerEvidence, OfFutureImports) {
  EXPECT_TRUE(evidence("from __future__ import print_function").print_function);
  EXPECT_TRUE(evidence("from __future__ import division, unicode_literals").unicode_literals);
  EXPECT_FALSE(evidence("from __future__ import division; unicode_literals").unicode_literals);
}

// --- what is not Python

TEST(LexerErrors, SayWhatIsNeverClosed) {
  EXPECT_EQ(error("x = 'a"), "a string that is never closed");
  EXPECT_EQ(error("x = 'a\nb'"), "a string that is never closed");
  EXPECT_EQ(error("x = '''a''"), "a string that is never closed");
  EXPECT_EQ(error("x = 'a\\"), "a string that is never closed");
  EXPECT_EQ(error("f(a"), "a bracket that is never closed");
  EXPECT_EQ(error("f(a]"), "a closing bracket without its opening one");
  EXPECT_EQ(error(")"), "a closing bracket without its opening one");
  EXPECT_EQ(error("`x\n`"), "a backtick that is not closed on its line");
  EXPECT_EQ(lex("a\nf(\n", {}).error.offset, 3U);
}

TEST(LexerErrors, AreNoneInSoundText) {
  for (const auto& path : tests::files_below(tests::kSourceDir / "testdata" / "run", ".py")) {
    EXPECT_EQ(error(read_source(tests::read_file(path)).value().text), "") << path;
  }
}

}  // namespace
}  // namespace py3k::engine
