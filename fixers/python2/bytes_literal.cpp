// A bytes literal has only ASCII characters in Python 3, and escapes for all other bytes; and no text beside it.
#include <algorithm>
#include <cctype>

#include "engine/fixer.h"
#include "engine/rewrite/file_facts.h"
#include "engine/source/source_text.h"
#include "engine/syntax/string_literal.h"
#include "fixers/escapes.h"
#include "fixers/text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_high(char c) { return static_cast<unsigned char>(c) > 127; }

// The bytes that the file has there. (The text of a file in Shift-JIS and its like is kept as UTF-8.)
std::string bytes_in_file(Context& cx, std::string_view characters) {
  const Encoding* encoding = find_encoding(cx.facts().encoding);
  if (encoding->kind != EncodingKind::kTranscoded) return std::string(characters);
  return encode(*encoding, characters).value_or(std::string(characters));
}

// Half of a character may look like a backslash or a quote.
std::string as_escapes(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string escapes;
  for (char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    escapes += {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return escapes;
}

// What stands for a backslash and the character behind it. One that stands for itself is doubled: see invalid_escapes.
std::string backslash_and(char next, const StringLiteral& literal) {
  constexpr std::string_view kOfText = "NuU";
  if (!literal.raw()) {
    if (is_high(next)) return {'\\', '\\'};
    const bool is_unknown = is_unknown_escape(next) || kOfText.find(next) != std::string_view::npos;
    return is_unknown ? std::string{'\\', '\\', next} : std::string{'\\', next};
  }
  return next == literal.quote().front() ? std::string{'\\', '\\', '\\', next} : std::string{'\\', '\\'};
}

// `b'a' 'b'` is bytes, if some of them are meant to be; fixer unicode sees to those of which one is unicode.
bool becomes_bytes(Context& cx, Node node) { return !cx.source().evidence.unicode_literals && is_beside_bytes(node); }

// `x in'a' b'b'`
std::string prefix_of(Context& cx, Node node) {
  const char before = node.start() > 0 ? cx.text()[node.start() - 1] : ' ';
  return !StringLiteral(node).bytes() && std::isalnum(static_cast<unsigned char>(before)) != 0 ? " b" : "b";
}

void escape_bytes(Context& cx, Node node) {
  const StringLiteral literal(node);
  const std::string_view body = literal.body();
  if (!literal.bytes() && !becomes_bytes(cx, node)) return;
  const bool is_ascii = find_non_ascii(body) == std::string_view::npos;
  if (is_ascii && literal.bytes()) return;
  if (is_ascii && literal.raw()) {
    cx.set_text(node, prefix_of(cx, node) + std::string(node.text()));
    return;
  }
  std::string escaped;
  for (std::size_t i = 0; i < body.size();) {
    if (is_high(body[i])) {
      const std::size_t end = static_cast<std::size_t>(
          std::find_if_not(body.begin() + static_cast<std::ptrdiff_t>(i), body.end(), is_high) - body.begin());
      escaped += as_escapes(bytes_in_file(cx, body.substr(i, end - i)));
      i = end;
    } else if (body[i] == '\\') {
      const char next = body[i + 1];  // no literal ends with a lone backslash
      escaped += backslash_and(next, literal);
      const bool both = literal.raw() ? next == literal.quote().front() : !is_high(next);
      i += both ? 2 : 1;
    } else {
      escaped += body[i++];
    }
  }
  cx.set_text(node, prefix_of(cx, node) + std::string(literal.quote()) + escaped + std::string(literal.quote()));
}

}  // namespace

Fixer fix_bytes_literal() {
  return {
      .name = "bytes_literal",
      .doc =
          "Writes bytes above 127 in b'' literals as escapes: they are the bytes that the file has there, in its own "
          "encoding. Puts a b before literals beside one that has it.",
      .reference = "https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kPython2,
      .words = {"b''"},
      .examples = {{"x = b'\u00e9'", "x = b'\\xc3\\xa9'"}, {"x = b'a' 'b'", "x = b'a' b'b'"}},
      .visits = {{{Kind::kString}, escape_bytes}},
  };
}

}  // namespace py3k::fixers
