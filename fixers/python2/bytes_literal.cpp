// A bytes literal has only ASCII characters in Python 3, and escapes for all other bytes:
// https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals
#include "engine/fixer.h"
#include "engine/rewrite/file_facts.h"
#include "engine/source/source_text.h"
#include "engine/syntax/string_literal.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// The bytes that the file has there. (The text of a file in Shift-JIS and its like is kept as UTF-8.)
std::string bytes_in_file(Context& cx, std::string_view body) {
  const Encoding* encoding = find_encoding(cx.facts().encoding);
  if (encoding->kind != EncodingKind::kTranscoded) return std::string(body);
  return encode(*encoding, body).value_or(std::string(body));
}

void escape_bytes(Context& cx, Node node) {
  const StringLiteral literal(node);
  if (!literal.bytes() || find_non_ascii(literal.body()) == std::string_view::npos) return;
  constexpr std::string_view kDigits = "0123456789abcdef";
  const std::string bytes = bytes_in_file(cx, literal.body());
  const auto is_high = [&](std::size_t at) { return at < bytes.size() && static_cast<unsigned char>(bytes[at]) > 127; };
  std::string escaped;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (is_high(i)) {
      const auto byte = static_cast<unsigned char>(c);
      escaped += {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
    } else if (c != '\\') {
      escaped += c;
    } else if (literal.raw()) {
      escaped += "\\\\";
      if (bytes.substr(i + 1, 1) == literal.quote().substr(0, 1)) escaped += {'\\', bytes[++i]};
    } else {
      escaped += is_high(i + 1) ? std::string("\\\\") : std::string{c, bytes[++i]};
    }
  }
  cx.set_text(node, "b" + std::string(literal.quote()) + escaped + std::string(literal.quote()));
}

}  // namespace

Fixer fix_bytes_literal() {
  return {
      .name = "bytes_literal",
      .doc =
          "Writes bytes above 127 in b'' literals as escapes. They are the bytes that the file has there, in its own "
          "encoding.",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kPython2,
      .words = {"b''"},
      .examples = {{"x = b'\u00e9'", "x = b'\\xc3\\xa9'"}},
      .visits = {{{Kind::kString}, escape_bytes}},
  };
}

}  // namespace py3k::fixers
