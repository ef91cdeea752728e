// SourceText: a file's bytes, and what has to be known to read them as Python and to write them back just as they were.
//
//   auto source = read_source(std::move(bytes));
//   if (!source) return report(source.error());        // "has a NUL byte on line 3"
//   std::string converted = convert(source->text);
//   auto output = write_source(*source, converted);    // in the file's own encoding
//
// Bytes are decoded only where they must be: in encodings such as Shift-JIS, where a byte that looks like a backslash
// may be half a character. In all others `text` is the file as it is, a byte order mark included, and bytes above 127
// mean whatever they mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/error.h"
#include "engine/source/encoding.h"
#include "engine/syntax/tree.h"

namespace py3k::engine {

enum class Newline : std::uint8_t { kLf, kCrLf, kCr, kMixed };

// A comment that declares the file's encoding, as PEP 263 has it: `# -*- coding: latin-1 -*-`.
struct CodingCookie {
  ByteRange comment;       // from `#` to before the newline
  ByteRange name;          // the encoding's name in it
  std::uint32_t line = 1;  // 1 or 2
};

struct SourceText {
  std::string bytes;  // the file
  std::string text;   // what is lexed and parsed: the same, or UTF-8 where it was transcoded

  const Encoding* encoding = nullptr;  // never null in what read_source() gives
  bool transcoded = false;             // text is not bytes
  bool has_bom = false;                // both begin with UTF-8's byte order mark
  std::optional<CodingCookie> cookie;  // in terms of `text`

  Newline newline = Newline::kLf;
  std::string_view newline_text = "\n";  // the newline that most lines have; for lines that are added
};

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Takes a file apart. Fails where Python would not read it: invalid UTF-8, an unknown encoding, one that contradicts
// the byte order mark, NUL bytes; and where we can't: 4 GiB and more, an encoding whose conversion is not exact.
Expected<SourceText> read_source(std::string bytes);

// The file with `new_text` as its text, in the file's encoding; write_source(s, s.text) is s.bytes. Fails where the
// encoding lacks a character of the new text.
Expected<std::string> write_source(const SourceText& source, std::string_view new_text);

// The same as UTF-8, for a file whose cookie goes; the cookie and a byte order mark are the caller's business. Fails
// where the text has bytes that its encoding does not allow.
Expected<std::string> encode_as_utf8(const SourceText& source, std::string_view new_text);

// The cookie of a text, by Python 2.7's rules: in the first line, or in the second after one without code.
std::optional<CodingCookie> find_cookie(std::string_view text);

}  // namespace py3k::engine
