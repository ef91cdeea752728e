// Literals that are patterns of re, or what it puts in for matches, and what Python 3's re does not take in them.
//
//   PatternText text(cx, literal);          // a string, or several side by side
//   if (text.role() == PatternRole::kPattern) for (const PatternEscape& it : text.escapes()) …
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/fixer.h"

namespace py3k::fixers {

enum class PatternRole : std::uint8_t { kNone, kPattern, kReplacement };

// One character of a literal's value and where it is written. What is no ASCII character is 0x80.
struct PatternUnit {
  char character = 0;
  engine::ByteRange range;
  bool is_raw = false;
};

// A backslash, and what follows it, that Python 2's re took and Python 3's takes otherwise.
struct PatternEscape {
  engine::ByteRange backslash;
  bool is_raw = false;       // in a raw literal
  engine::ByteRange digits;  // of an octal number above 0377; empty for a letter
  int octal = 0;
};

// (?imx), which holds for all of a pattern, wherever it stands.
struct PatternFlags {
  engine::ByteRange range;
  std::string letters;
  bool is_first = false;
};

class PatternText {
 public:
  PatternText(engine::Context& cx, engine::Node literal);

  PatternRole role() const { return role_; }
  // The expression that is given to re as a whole: `a + '(?i)'`; the literal itself where that is not known.
  engine::Node whole() const { return whole_; }
  bool is_bytes() const { return is_bytes_; }
  const std::vector<PatternEscape>& escapes() const { return escapes_; }
  const std::vector<PatternFlags>& flags() const { return flags_; }

 private:
  void find_role(engine::Context& cx, engine::Node literal);
  void read_literal(engine::Context& cx, engine::Node string);
  void find_escapes();
  void find_flags();

  PatternRole role_ = PatternRole::kNone;
  engine::Node whole_;
  bool is_bytes_ = false;
  bool has_unicode_escapes_ = false;  // \u is one of Python's, not of re
  std::vector<PatternUnit> units_;
  std::vector<PatternEscape> escapes_;
  std::vector<PatternFlags> flags_;
};

// What an argument of a call is to re: of re's own functions, and of what has a method sub() or subn().
PatternRole role_of_argument(engine::Context& cx, engine::Node argument);

// The literal that a call of re's functions, or of a method of what re.compile() gave, has as its pattern; empty where
// there is none, or it is not all of it.
engine::Node pattern_literal(engine::Context& cx, engine::Node call);

enum class EmptyMatch : std::uint8_t {
  kNever,
  kAtStart,   // where the text, or a line, begins
  kAnywhere,  // as x* does, in place of a longer one
  kAlways,    // no match is longer
};
EmptyMatch matches_empty(engine::Context& cx, engine::Node literal);

}  // namespace py3k::fixers
