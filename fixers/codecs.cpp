#include "fixers/codecs.h"

#include <cctype>

#include "engine/syntax/string_literal.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kTransforms[] = {
    "base64",           "base_64", "base64_codec", "bz2", "bz2_codec", "hex", "hex_codec", "quopri",    "quopri_codec",
    "quoted_printable", "rot13",   "rot_13",       "uu",  "uu_codec",  "zip", "zlib",      "zlib_codec"};

}  // namespace

std::string codec_name(Node literal) {
  std::string name(StringLiteral(literal).body());
  for (char& letter : name)
    letter = letter == '-' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return name;
}

bool is_transform(std::string_view codec) { return is_one_of(kTransforms, codec); }

bool can_be_bytes(Node literal) {
  if (!literal.is(Kind::kString)) return false;
  const StringLiteral parts(literal);
  if (parts.bytes() || (parts.unicode() && parts.raw())) return false;
  const std::string_view body = parts.body();
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (static_cast<unsigned char>(body[i]) > 127) return false;
    if (body[i] == '\\' && body.substr(i + 1).find_first_of("uUN") == 0) return false;
  }
  return true;
}

std::string as_bytes(Node literal) {
  const std::size_t prefix = StringLiteral(literal).unicode() ? 1 : 0;
  return "b" + std::string(literal.text().substr(prefix));
}

bool catches_encode_error(engine::Node clause) {
  const std::string_view header = clause.text().substr(0, clause.text().find(':'));
  return clause.is(engine::Kind::kExceptClause) && (header.find("UnicodeEncodeError") != std::string_view::npos ||
                                                    header.find("UnicodeError") != std::string_view::npos);
}

}  // namespace py3k::fixers
