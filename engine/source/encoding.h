// Encoding: what py3k knows about one of the encodings that Python source may be written in.
//
//   const Encoding* encoding = find_encoding("Latin_1");   // any spelling that Python takes
//   encoding->name                                         // "iso-8859-1"
//   find_encoding("rot13")                                 // nullptr: a codec, but no encoding of text
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/error.h"

namespace py3k::engine {

enum class EncodingKind : std::uint8_t {
  kAscii,
  kUtf8,
  kAsciiCompatible,  // a byte below 128 is always that ASCII character, so the text can be lexed as it is
  kTranscoded,       // a byte below 128 may be part of another character: lexed only after a conversion to UTF-8
};

struct Encoding {
  std::string_view name;        // as Python spells it, and as a cookie should
  std::string_view iconv_name;  // what iconv calls it; empty: iconv does not know it
  EncodingKind kind;
  bool stateful = false;       // ASCII bytes alone can mean something else: ISO-2022's escapes, UTF-7's `+`
  std::string_view aliases{};  // other names, each between blanks, in lower case and without separators

  // Is a file in it valid UTF-8 as it stands?
  bool is_utf8() const { return kind == EncodingKind::kUtf8 || kind == EncodingKind::kAscii; }
};

// The encoding that Python calls by this name, whatever its case and separators. Null for names that Python does not
// know and for codecs that are not encodings of source text (hex, rot13, utf-16, …). Lives as long as the program.
const Encoding* find_encoding(std::string_view name);

const Encoding& utf8_encoding();

// Converts text to and from UTF-8. Fails where bytes are invalid or a character can't be expressed, and where iconv
// does not know the encoding.
Expected<std::string> decode(const Encoding& encoding, std::string_view bytes);
Expected<std::string> encode(const Encoding& encoding, std::string_view utf8);

// The offset of the first byte that is not valid UTF-8 (overlong forms and surrogates included), or npos.
std::size_t find_invalid_utf8(std::string_view text);

// The offset of the first byte above 127, or npos.
std::size_t find_non_ascii(std::string_view text, std::size_t from = 0);

}  // namespace py3k::engine
