// A first line that runs python2 has to run python3. https://peps.python.org/pep-0394/
#include <algorithm>
#include <optional>

#include "engine/fixer.h"
#include "engine/source/source_text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kBlanks = " \t";
constexpr auto kNone = std::string_view::npos;

// A word of the line, and where it begins.
struct Word {
  std::string_view text;
  std::uint32_t at = 0;
  std::uint32_t end() const { return at + static_cast<std::uint32_t>(text.size()); }
};

std::vector<Word> words_of(std::string_view line, std::size_t begin) {
  std::vector<Word> words;
  for (std::size_t at = begin; (at = line.find_first_not_of(kBlanks, at)) != kNone;) {
    const std::size_t end = std::min(line.find_first_of(kBlanks, at), line.size());
    words.push_back({line.substr(at, end - at), static_cast<std::uint32_t>(at)});
    at = end;
  }
  return words;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Where in a word the name of a program stands that is Python 2 by its name: python2, python2.7, python2.7-dbg.
std::optional<ByteRange> python2_name(const Word& word) {
  const std::size_t slash = word.text.find_last_of("/\\");
  const std::size_t begin = slash == kNone ? 0 : slash + 1;
  std::string_view rest = word.text.substr(begin);
  constexpr std::string_view kName = "python2";
  if (!rest.starts_with(kName)) return std::nullopt;
  std::size_t end = kName.size();
  if (end + 1 < rest.size() && rest[end] == '.' && is_digit(rest[end + 1])) {
    for (++end; end < rest.size() && is_digit(rest[end]);) ++end;
  }
  if (end < rest.size() && rest[end] != '-' && rest.substr(end) != ".exe") return std::nullopt;
  const auto start = static_cast<std::uint32_t>(word.at + begin);
  return ByteRange{start, start + static_cast<std::uint32_t>(end)};
}

// env, its options, and the variables that it sets.
bool is_before_program(std::string_view word) {
  return word.substr(word.find_last_of('/') + 1) == "env" || word.starts_with('-') || word.find('=') != kNone;
}

// What is left of a word of options without those that Python 3 ends with an error at: -3, -U, -Q and what follows it.
struct Options {
  std::string left;
  bool takes_next = false;  // the last one's value is the next word
  bool divides = false;     // -Q
};

Options options_of(std::string_view word) {
  Options options;
  options.left = "-";
  for (std::size_t at = 1; at < word.size(); ++at) {
    const char letter = word[at];
    if (letter == '3' || letter == 'U') continue;
    if (letter == 'Q') {
      options.divides = true;
      options.takes_next = at + 1 == word.size();
      break;
    }
    options.left += letter;
    if (letter != 'W' && letter != 'X' && letter != 'c' && letter != 'm') continue;
    options.left += word.substr(at + 1);
    break;
  }
  if (options.left == "-") options.left.clear();
  return options;
}

void visit_options(Context& cx, const std::vector<Word>& words, std::size_t next, ChangeBuilder& change) {
  for (; next < words.size() && words[next].text.starts_with('-') && !words[next].text.starts_with("--"); ++next) {
    const Options options = options_of(words[next].text);
    if (options.divides) cx.report({}, "-Q said what / does; in Python 3 it is a true division, and // rounds down");
    std::uint32_t end = words[next].end();
    const bool is_last = next + 1 == words.size();
    if (options.takes_next && !is_last) end = words[++next].end();
    if (options.left.empty()) {
      const Word& before = words[next - (options.takes_next && !is_last ? 2 : 1)];
      change.set_text(ByteRange{before.end(), end}, "");
    } else if (options.left != words[next].text) {
      change.set_text(ByteRange{words[next].at, end}, options.left);
    }
  }
}

void visit_module(Context& cx, Node /*module*/) {
  const std::string_view text = cx.text();
  const std::size_t begin = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  if (!text.substr(begin).starts_with("#!") || cx.keeps_python2()) return;
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  const std::vector<Word> words = words_of(line, begin + 2);
  std::size_t program = 0;
  while (program < words.size() && is_before_program(words[program].text)) ++program;
  if (program == words.size()) return;
  const auto name = python2_name(words[program]);
  if (!name) return;
  ChangeBuilder change = cx.change({}, std::string(text.substr(name->start, name->end - name->start)) + " -> python3");
  change.set_text(*name, "python3");
  // Nothing else in such a file says that it is Python 2, and what means something else in Python 3 is left as it is.
  if (cx.dialect() == Dialect::kBoth) change.safety(Safety::kUnsafe);
  visit_options(cx, words, program + 1, change);
  change.apply();
}

}  // namespace

Fixer fix_shebang() {
  return {
      .name = "shebang",
      .doc =
          "Makes a first line that runs python2, python2.7 and the like run python3, with the same path and options "
          "but "
          "for those that Python 3 does not take (-3, -U, -Q). `python` stays: it may be either, and in a virtual "
          "environment it is the one that is meant.",
      .reference = "https://peps.python.org/pep-0394/",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .unsafe_when =
          "Nothing but this line says that the file is Python 2, so that what only looks alike in both, such as "
          "input() "
          "or map(), was left as it is: add --from 2.",
      .runs_on = RunsOn::kVariant,
      .for_both = "Leaves the line as it is: Python 2.7 still runs the file.",
      .needs = Needs::kAny,
      .words = {"#!python2"},
      .examples = {{"#!/usr/bin/env python2.7\nprint 1", "#!/usr/bin/env python3\nprint 1"},
                   {"#!/usr/bin/python2 -3 -u\nx = 1", "#!/usr/bin/python3 -u\nx = 1"},
                   {"#!/usr/bin/python2\nx = 1", "#!/usr/bin/python2\nx = 1", "--target 2+3"}},
      .visits = {{{Kind::kModule}, visit_module}},
  };
}

}  // namespace py3k::fixers
