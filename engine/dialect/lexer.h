// The lexer: one pass over the bytes of a file that finds strings, comments, brackets, statement starts and words, and
// writes the overlay: text of exactly the same length that tree-sitter's Python 3 grammar reads as Python 2 means it.
//
// Everything above the syntax layer sees the original bytes only; the overlay exists so that all offsets stay true.
// What is replaced, and why, stands beside each replacement in lexer.cpp (and in docs/engine.md as a table).
//
//   auto lexed = lex(text, {.language = Language::kPython2});
//   Tree tree = Tree::parse(lexed);
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/tree.h"

namespace py3k::engine {

enum class Language : std::uint8_t {
  kPython2,  // `print` and `exec` start statements, backticks are repr, True and async are names
  kPython3,
};

// The words that somebody wants to know of: which of them a file holds decides which fixers have work there. A word is
// an identifier or keyword, or one of kSpecialWords, which stand for things that are not words.
//
//   WordTable words({"has_key", "`"});
//   lex(text, {.words = &words}).words.test(words.index("has_key"))
inline constexpr std::size_t kMaxWords = 1024;
using WordSet = std::bitset<kMaxWords>;

class WordTable {
 public:
  // At most kMaxWords words, of which duplicates count once.
  explicit WordTable(const std::vector<std::string>& words);
  static constexpr int kAbsent = -1;
  int index(std::string_view word) const;  // kAbsent where it is none of the words
  std::size_t size() const { return words_.size(); }
  const std::string& word(std::size_t index) const { return words_[index]; }

 private:
  static std::uint32_t hash(std::string_view word);
  std::vector<std::string> words_;
  std::vector<std::int16_t> slots_;  // open addressing; a power of two, at most a quarter full
};

// What the lexer reports besides identifiers and keywords: a backtick, the operator <>, an octal number without `o`, a
// number with L, a string prefixed u or ur, a plain string with \N, \u or \U in it, an encoding cookie, tuple
// parameters or another `(` or `[` where a name is usual (after `def f(`, `lambda` or a comma there), a comma or lambda
// after the `in` of a comprehension: `[x for x in 1, 2]`, and all else in `grouped`, `bracketed_names` and `ellipses`,
// a tab in indentation, a raise statement with a comma, or of a string or tuple, a string that begins with (?u) or the
// like, a bytes literal with a byte above 127, True, False or None where a value is given to it, and the operators /
// and /=.
inline constexpr std::string_view kSpecialWords[] = {"`",    "<>",      "0777",  "10L",  "u''", "ur''",
                                                     "\\u",  "#coding", "def((", "for,", "\t",  "raise,",
                                                     "(?u)", "b''",     "True=", "/",    "\\"};

struct LexOptions {
  Language language = Language::kPython2;
  // Ranges of the text in which `print` and `exec` are names although the rest is Python 2: what templates have put in.
  // Sorted. Used to verify a result in which some Python 2 is left on purpose.
  const std::vector<ByteRange>* python3_ranges = nullptr;
  // `print` is a name although the text imports no print_function: the user said so, or what is verified has lost that
  // line.
  bool print_function = false;
  bool exec_function = false;  // `exec` is a name: the user said so
  const WordTable* words = nullptr;
  bool ends_at_python2 = false;  // nothing but the evidence is wanted: what only Python 2 parses decides
};

// The indentation of a logical line, where a tab is part of it.
struct TabbedIndent {
  ByteRange range;
  std::uint32_t column = 0;  // as Python 2 counts: a tab moves to the next multiple of 8
};

// A string literal, prefix and quotes included.
struct StringToken {
  ByteRange range;
  std::uint8_t prefix_length = 0;  // bytes before the first quote
  bool triple = false;
  bool formatted = false;  // f'' or t''
  bool joined = false;     // continues the literal before it: "a" "b"
};

// What speaks for a language, gathered while lexing. Offsets are where it was first seen, for messages.
struct Evidence {
  bool python2_syntax =
      false;                  // what Python 3 can't parse: print x, exec x, backtick, <>, 0777, 10L, ur'', except A, e
  bool python2_hint = false;  // what Python 3 parses but nobody would write there: print >>f, a lone print
  bool print_statement = false;  // a print that hardly is a call: `print x`, `print (x), y`; not `print (x, y)`
  bool python3_syntax = false;   // what Python 2 can't parse: f'', nonlocal, async def, raise … from, annotations
  std::uint32_t python2_offset = 0;
  std::uint32_t python3_offset = 0;
  bool print_function = false;    // `from __future__ import print_function` is in force, or LexOptions says as much
  bool exec_function = false;     // LexOptions says that `exec` is a name
  bool unicode_literals = false;  // `from __future__ import unicode_literals` is in force
};

struct LexError {
  std::uint32_t offset = 0;
  std::string_view what;  // empty: no error
};

struct LexedSource {
  std::string_view text;  // the original bytes; owned by the caller
  std::string overlay;    // as long as text
  Language language = Language::kPython2;
  std::vector<ByteRange> comments;
  std::vector<StringToken> strings;
  std::vector<std::uint32_t> prints;     // offsets of `print` keywords that start a statement
  std::vector<ByteRange> chevrons;       // `>>` after such a print
  std::vector<std::uint32_t> execs;      // offsets of `exec` keywords that start a statement
  std::vector<std::uint32_t> exec_ins;   // offsets of the `in` of such an exec
  std::vector<std::uint32_t> backticks;  // offsets of opening backticks
  WordSet words;                         // which of LexOptions::words were seen
  std::vector<std::uint32_t> reserved;   // names that are keywords in Python 3: async, await, nonlocal, True, False
  std::vector<ByteRange>
      stray_backslashes;  // with what goes with them: lines that go on, in ways that only Python 2 takes
  // What only Python 2 takes without parentheses: a generator among other arguments, a lambda in a comprehension's
  // clause. Sorted.
  std::vector<ByteRange> grouped;
  std::vector<ByteRange> bracketed_names;  // f((a)=1): the parentheses and what is between
  std::vector<ByteRange> ellipses;         // x[. . .]: those that are not written as one
  std::vector<TabbedIndent> tabs;
  std::optional<std::uint32_t> inconsistent_tabs;  // the first line that makes Python 3 raise TabError
  Evidence evidence;
  LexError error;  // an unterminated string or bracket, and the like
};

// A keyword of Python 3, soft ones not counted; https://docs.python.org/3/reference/lexical_analysis.html#keywords
bool is_keyword(std::string_view word);

LexedSource lex(std::string_view text, const LexOptions& options);

}  // namespace py3k::engine
