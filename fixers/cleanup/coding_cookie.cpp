// Without a word on it, Python 3 takes source for UTF-8: PEP 3120, https://peps.python.org/pep-3120/. The word is a
// comment in one of the first two lines that matches `coding[:=]`: PEP 263, https://peps.python.org/pep-0263/.
#include <algorithm>

#include "engine/fixer.h"
#include "engine/rewrite/file_facts.h"
#include "engine/rewrite/layout.h"
#include "engine/source/source_text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kMark = "-*-";
constexpr std::string_view kBlanks = " \t\f";
constexpr auto kNone = std::string_view::npos;

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  return first == kNone ? "" : std::string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

// Emacs's `-*- a: 1; coding: x; b: 2 -*-`, without its marks.
std::string without_variable(std::string_view variables) {
  std::string kept;
  while (!variables.empty()) {
    const std::string_view one = variables.substr(0, variables.find(';'));
    variables.remove_prefix(std::min(variables.size(), one.size() + 1));
    if (trimmed(one).empty() || find_cookie("#" + std::string(one))) continue;
    kept += (kept.empty() ? "" : "; ") + trimmed(one);
  }
  return kept;
}

// Vim's `set a fileencoding=x b :` and `a:fileencoding=x:b`, or whatever is around `encoding: x`.
std::string without_word(std::string comment, ByteRange name) {
  constexpr std::string_view kSeparators = " \t:;,";
  std::size_t begin = name.start;
  while (kSeparators.find(comment[begin - 1]) != kNone || comment[begin - 1] == '=') --begin;
  while (begin > 0 && is_word(comment[begin - 1])) --begin;
  const std::size_t more = comment.find_first_not_of(kSeparators, name.end);
  if (more != kNone) return comment.erase(begin, more - begin);
  const std::size_t before = comment.find_last_not_of(kSeparators, begin - 1);
  return comment.erase(before + 1, name.end - before - 1);
}

std::string without_encoding(std::string comment) {
  while (const auto cookie = find_cookie(comment)) {
    const std::size_t close = comment.find(kMark, cookie->name.end);
    const std::size_t open = comment.rfind(kMark, cookie->name.start);
    if (open == kNone || close == kNone) {
      comment = without_word(std::move(comment), cookie->name);
      continue;
    }
    const std::size_t inside = open + kMark.size();
    const std::string kept = without_variable(std::string_view(comment).substr(inside, close - inside));
    comment.replace(open, close + kMark.size() - open, kept.empty() ? "" : "-*- " + kept + " -*-");
  }
  // `# coding: x  # more` is a comment with a comment in it.
  const std::size_t second = comment.find_first_not_of(kBlanks, 1);
  if (second != kNone && comment[second] == '#') comment.erase(0, second);
  return trimmed(comment);
}

// Does the comment say anything but that it is about to name an encoding?
bool says_something(std::string_view comment) {
  constexpr std::string_view kFiller[] = {"vim",    "vi",   "ex",   "set", "se",        "this",
                                          "python", "file", "uses", "the", "following", "source"};
  if (comment.starts_with("#!") && comment.size() > 2) return true;
  for (std::size_t at = 0; at < comment.size();) {
    std::size_t end = at;
    std::string word;
    while (end < comment.size() && is_word(comment[end])) word += static_cast<char>(comment[end++] | 0x20);
    const bool filler = word.find_first_not_of("-\x7f") == kNone || is_one_of(kFiller, word);
    const bool high = end == at && static_cast<unsigned char>(comment[at]) > 127;
    if (!filler || high) return true;
    at = std::max(end, at + 1);
  }
  return false;
}

// Bytes that are the file's own are no others in UTF-8 only where fixer bytes_literal writes them as escapes.
bool has_bytes_of_encoding(Context& cx) {
  const auto& strings = cx.source().strings;
  return std::any_of(strings.begin(), strings.end(), [&](const StringToken& token) {
    const std::string_view text = cx.text().substr(token.range.start, token.range.end - token.range.start);
    return text.substr(0, token.prefix_length).find_first_of("bB") != kNone && find_non_ascii(text) != kNone;
  });
}

// The lines at the top that name an encoding, and those that would once the lines above them are gone.
void drop_declarations(Context& cx, Node /*module*/) {
  const FileFacts& facts = cx.facts();
  if (!facts.encoding_cookie) return;
  if (!facts.can_become_utf8) {
    cx.report({}, "the file has bytes that are no characters of its encoding, " + facts.encoding +
                      ", and can't become UTF-8: correct them, then drop the declaration");
    return;
  }
  const bool is_utf8 = find_encoding(facts.encoding)->is_utf8();
  if (!is_utf8 && cx.settings().restricted && has_bytes_of_encoding(cx)) {
    cx.report({},
              "b'' literals hold bytes of " + facts.encoding + ": let fixer bytes_literal and this one run together");
    return;
  }
  ChangeBuilder change = cx.change({}, "UTF-8 needs no declaration");
  if (!is_utf8) change.write_as_utf8();
  const std::string_view text = cx.text();
  std::uint32_t begin = text.starts_with(kByteOrderMark) ? static_cast<std::uint32_t>(kByteOrderMark.size()) : 0;
  bool dropped = false;
  for (int kept = 0; kept < 2 && begin < text.size();) {
    const std::uint32_t end = line_end(text, begin);
    const std::string line =
        trimmed(text.substr(begin, std::min(text.find_first_of("\r\n", begin), text.size()) - begin));
    if (!line.empty() && line.front() != '#') break;
    const std::string rest = without_encoding(line);
    if (rest != line && !says_something(rest)) {
      change.set_text(ByteRange{begin, end}, "");
      dropped = true;
    } else if (line.empty() && kept == 0 && dropped) {
      change.set_text(ByteRange{begin, end}, "");  // it kept the declaration apart from what follows
    } else {
      const auto start = static_cast<std::uint32_t>(text.find_first_not_of(kBlanks, begin));
      if (rest != line) change.set_text(ByteRange{start, start + static_cast<std::uint32_t>(line.size())}, rest);
      ++kept;
    }
    begin = end;
  }
  change.apply();
}

}  // namespace

Fixer fix_coding_cookie() {
  return {
      .name = "coding_cookie",
      .doc =
          "Removes the declaration of the file's encoding, after the file has been rewritten as UTF-8 if it was in "
          "another "
          "one. Characters stay the same ones; what else an editor's line says stays as well. (Bytes above 127 in a "
          "plain "
          "string are text in Python 3, whatever the encoding: the characters that the file shows.)",
      .reference = "https://peps.python.org/pep-3120/",
      .group = Group::kCleanup,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kPy3,
      .needs = Needs::kAny,
      .words = {"#coding"},
      .examples = {{"# -*- coding: utf-8 -*-\nx = 1", "x = 1"},
                   {"# -*- mode: python; coding: utf-8 -*-\nx = 1", "# -*- mode: python -*-\nx = 1"}},
      .visits = {{{Kind::kModule}, drop_declarations}},
  };
}

}  // namespace py3k::fixers
