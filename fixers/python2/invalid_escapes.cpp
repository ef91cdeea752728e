// A backslash before a character that makes no escape with it stands for itself. Python 3.12 and later warn of it, and
// one day it is an error. https://docs.python.org/3/whatsnew/3.12.html#other-language-changes
#include <algorithm>
#include <cctype>
#include <optional>

#include "engine/fixer.h"
#include "engine/source/source_text.h"
#include "engine/syntax/string_literal.h"
#include "fixers/escapes.h"
#include "fixers/pattern_text.h"
#include "fixers/text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

struct Escapes {
  std::vector<std::uint32_t> unknown;       // backslashes, as offsets in the body
  std::vector<std::uint32_t> large_octals;  // likewise
  bool any_known = false;                   // or one that depends on the language
};

Escapes escapes_in(const StringLiteral& literal) {
  Escapes found;
  const std::string_view body = literal.body();
  for (std::uint32_t at = 0; at + 1 < body.size(); ++at) {
    if (body[at] != '\\') continue;
    const char next = body[at + 1];
    const bool is_of_text = next == 'N' || next == 'u' || next == 'U';
    if (is_unknown_escape(next) || (is_of_text && literal.bytes())) {
      found.unknown.push_back(at);
    } else {
      found.any_known = true;
      if (is_large_octal(body, at)) found.large_octals.push_back(at);
    }
    ++at;
  }
  return found;
}

bool is_formatted(const StringLiteral& literal) {
  return literal.prefix().find_first_of("fFtT") != std::string_view::npos;
}

// Would an r before the quotes change nothing but the look? `ur` is no prefix in Python 3, and whether somebody takes
// the u away has to be sure.
bool can_be_raw(Context& cx, const StringLiteral& literal, const Escapes& escapes) {
  if (escapes.any_known) return false;
  if (!literal.unicode()) return true;
  return !cx.keeps_python2() && !cx.settings().restricted && cx.dialect() != Dialect::kPython3;
}

// Is the literal one of characters, or of bytes, whatever Python 2 calls it? Nothing where that depends on the
// language.
std::optional<bool> is_text(Context& cx, Node string, const StringLiteral& literal) {
  if (literal.bytes()) return false;
  if (literal.unicode() || cx.source().evidence.unicode_literals || cx.dialect() == Dialect::kPython3) return true;
  const Origin origin = cx.origin(string.start());
  if (origin == Origin::kHalf || (origin == Origin::kPython3 && cx.dialect() == Dialect::kBoth)) return std::nullopt;
  return origin == Origin::kPython3;
}

// '\400' is one byte in Python 2, and one character beyond them in Python 3.
void fix_large_octals(Context& cx, Node string, const StringLiteral& literal,
                      const std::vector<std::uint32_t>& octals) {
  const std::uint32_t body = body_range(string).start;
  const auto as_text = is_text(cx, string, literal);
  if (!as_text) {
    cx.report(string,
              "an octal escape above \\377 is a byte in Python 2 and a character in Python 3: write \\x or \\u");
    return;
  }
  ChangeBuilder change = cx.change(string, "an octal escape above \\377");
  const bool is_of_python2 = !*as_text && !literal.bytes();
  if (is_of_python2) change.if_python2();
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const std::uint32_t at : octals) {
    const std::uint32_t start = body + at;
    const std::string_view digits = literal.body().substr(at + 1, 3);
    const int value = (digits[0] - '0') * 64 + (digits[1] - '0') * 8 + (digits[2] - '0');
    const auto low = static_cast<std::size_t>(value & 0xFF);
    const std::string hex{kDigits[low >> 4], kDigits[low & 15]};
    change.set_text(ByteRange{start, start + 4}, (*as_text ? "\\u01" : "\\x") + hex);
  }
  change.apply();
}

// `b'a' u'b'` is text in Python 2: fixer unicode takes the b away, and doubles the backslashes of what would be an
// escape then.
bool becomes_text(Context& cx, Node string) {
  if (!string.parent().is(Kind::kConcatenatedString)) return false;
  const std::vector<Node> parts = string.parent().named_children();
  return std::any_of(parts.begin(), parts.end(), [&](Node part) {
    const StringLiteral other(part);
    return other.unicode() || (cx.source().evidence.unicode_literals && !other.bytes());
  });
}

// bytes_literal writes such a one anew, with these escapes too.
bool is_written_anew(Context& cx, Node string, const StringLiteral& literal) {
  if (literal.bytes()) return find_non_ascii(literal.body()) != std::string_view::npos;
  return is_beside_bytes(string) && !cx.source().evidence.unicode_literals;
}

// What is an escape to neither Python nor its re is taken away, or doubled, by re_patterns: then it is one to Python.
void leave_to_patterns(Context& cx, Node string, Escapes& escapes) {
  if (escapes.unknown.empty() || cx.dialect() == Dialect::kPython3) return;
  const auto is_letter = [&](std::uint32_t at) {
    return std::isalpha(static_cast<unsigned char>(StringLiteral(string).body()[at + 1])) != 0;
  };
  if (std::none_of(escapes.unknown.begin(), escapes.unknown.end(), is_letter)) return;
  const std::uint32_t body = body_range(string).start;
  const PatternText text(cx, string.parent().is(Kind::kConcatenatedString) ? string.parent() : string);
  for (const PatternEscape& escape : text.escapes())
    if (std::erase_if(escapes.unknown, [&](std::uint32_t at) { return body + at == escape.backslash.start; }) > 0)
      escapes.any_known = escapes.any_known || text.role() == PatternRole::kReplacement;
}

void visit_string(Context& cx, Node string) {
  const StringLiteral literal(string);
  if (literal.raw() || is_formatted(literal) || is_written_anew(cx, string, literal)) return;
  Escapes escapes = escapes_in(literal);
  if (literal.bytes() && becomes_text(cx, string)) {
    const auto is_of_text = [&](std::uint32_t at) { return !is_unknown_escape(literal.body()[at + 1]); };
    if (std::erase_if(escapes.unknown, is_of_text) > 0) escapes.any_known = true;
  }
  leave_to_patterns(cx, string, escapes);
  if (!escapes.large_octals.empty()) fix_large_octals(cx, string, literal, escapes.large_octals);
  if (escapes.unknown.empty()) return;
  const std::uint32_t body = body_range(string).start;
  ChangeBuilder change = cx.change(string, "a backslash that stands for itself");
  if (can_be_raw(cx, literal, escapes)) {
    const auto quote = static_cast<std::uint32_t>(string.start() + literal.prefix().size());
    change.set_text(ByteRange{quote, quote + 1}, "r" + std::string(literal.quote().substr(0, 1)));
  } else {
    for (const std::uint32_t at : escapes.unknown) change.set_text(ByteRange{body + at, body + at + 1}, "\\\\");
  }
  change.apply();
}

}  // namespace

Fixer fix_invalid_escapes() {
  return {
      .name = "invalid_escapes",
      .doc =
          "Makes a literal with a backslash that stands for itself, such as '\\d', a raw one where that is the same, "
          "and doubles the backslash elsewhere. Python 3.12 and later warn of it. An octal escape above \\377, which "
          "Python 2 cuts down to a byte, is written as what it is.",
      .reference = "https://docs.python.org/3/whatsnew/3.12.html#other-language-changes",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kAny,
      .words = {"\\d"},
      .examples = {{"x = '\\d+'", "x = r'\\d+'"}, {"x = '\\d+\\n'", "x = '\\\\d+\\n'"}, {"x = '\\400'", "x = '\\x00'"}},
      .visits = {{{Kind::kString}, visit_string}},
  };
}

}  // namespace py3k::fixers
