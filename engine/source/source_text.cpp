#include "engine/source/source_text.h"

#include <algorithm>

namespace py3k::engine {
namespace {

constexpr std::size_t kMaxSize = 0xFFFFFFFF;  // offsets have 32 bits
constexpr auto kNone = std::string_view::npos;

// Lines end with \n, \r\n or a lone \r.
std::size_t line_number(std::string_view text, std::size_t offset) {
  std::size_t line = 1;
  for (std::size_t i = 0; i < offset; ++i) {
    const bool is_lone_cr = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (text[i] == '\n' || is_lone_cr) ++line;
  }
  return line;
}

std::string on_line(std::string_view text, std::size_t offset) {
  return " on line " + std::to_string(line_number(text, offset));
}

std::string hex(char byte) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto value = static_cast<unsigned char>(byte);
  return {'0', 'x', kDigits[value >> 4], kDigits[value & 15]};
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

bool is_name_char(char c) {
  const bool is_alnum = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_alnum || c == '-' || c == '_' || c == '.';
}

// The encoding's name in a comment, by the pattern `coding[:=][ \t]*([-_.a-zA-Z0-9]+)`.
std::optional<ByteRange> find_name(std::string_view text, ByteRange comment) {
  constexpr std::string_view kWord = "coding";
  const std::string_view until_end = text.substr(0, comment.end);
  for (std::size_t at = comment.start; (at = until_end.find(kWord, at)) != kNone;) {
    at += kWord.size();
    if (at == comment.end || (text[at] != ':' && text[at] != '=')) continue;
    std::size_t start = at + 1;
    while (start < comment.end && (text[start] == ' ' || text[start] == '\t')) ++start;
    std::size_t end = start;
    while (end < comment.end && is_name_char(text[end])) ++end;
    if (end > start) return ByteRange{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
  }
  return std::nullopt;
}

Error unknown_encoding(std::string_view name) {
  return {"declares the encoding " + std::string(name) + ", which is not one that source can be in",
          "correct the name, or convert the file to UTF-8 and drop the declaration"};
}

// What the file says of its encoding; without a word on it, UTF-8.
Expected<const Encoding*> declared_encoding(const SourceText& source) {
  if (!source.cookie) return &utf8_encoding();
  const ByteRange range = source.cookie->name;
  const auto name = std::string_view(source.bytes).substr(range.start, range.end - range.start);
  const Encoding* encoding = find_encoding(name);
  if (encoding == nullptr) return tl::unexpected(unknown_encoding(name));
  if (source.has_bom && encoding->kind != EncodingKind::kUtf8) {
    return failure("begins with UTF-8's byte order mark but declares the encoding " + std::string(name),
                   "remove whichever of the two is wrong");
  }
  return encoding;
}

std::optional<Error> check_size_and_nul(std::string_view bytes) {
  if (bytes.size() >= kMaxSize) return Error{"is 4 GiB or larger", "split it"};
  const std::size_t nul = bytes.find('\0');
  if (nul == kNone) return std::nullopt;
  const bool is_utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (is_utf16) return Error{"is UTF-16, which Python does not read", "convert it to UTF-8"};
  return Error{"has a NUL byte" + on_line(bytes, nul), "it is probably not Python source"};
}

std::optional<Error> check_bytes(const SourceText& source) {
  const std::string_view bytes = source.bytes;
  if (source.encoding->kind == EncodingKind::kAscii) {
    const std::size_t at = find_non_ascii(bytes);
    if (at == kNone) return std::nullopt;
    return Error{"is declared as ASCII but has the byte " + hex(bytes[at]) + on_line(bytes, at),
                 "declare the encoding that it really is in"};
  }
  if (source.encoding->kind != EncodingKind::kUtf8) return std::nullopt;
  const std::size_t at = find_invalid_utf8(bytes);
  if (at == kNone) return std::nullopt;
  const bool is_declared = source.cookie.has_value() || source.has_bom;
  return Error{"is not valid UTF-8: byte " + hex(bytes[at]) + on_line(bytes, at),
               is_declared ? "correct the byte, or the encoding that the file declares"
                           : "declare its encoding in the first line, as in # -*- coding: latin-1 -*-"};
}

// Whether the bytes of a file in an encoding that isn't ASCII-compatible are plain ASCII all the same.
bool reads_as_ascii(const SourceText& source) {
  return !source.encoding->stateful && find_non_ascii(source.bytes) == kNone;
}

std::optional<Error> transcode(SourceText& source) {
  auto text = decode(*source.encoding, source.bytes);
  if (!text) return text.error();
  // The parse must see what Python sees, and the way back must lead to the same bytes.
  const auto back = encode(*source.encoding, *text);
  if (!back || *back != source.bytes) {
    return Error{"can't be read as " + std::string(source.encoding->name) + " and written back exactly",
                 "convert it to UTF-8 first"};
  }
  if (text->size() >= kMaxSize) return Error{"is 4 GiB or larger as UTF-8", "split it"};
  source.text = std::move(*text);
  source.transcoded = true;
  source.cookie = find_cookie(source.text);
  return std::nullopt;
}

void find_newline_style(SourceText& source) {
  const std::string_view text = source.text;
  if (text.find('\r') == kNone) return;
  std::size_t lf = 0, crlf = 0, cr = 0;
  for (std::size_t at = 0; (at = text.find_first_of("\r\n", at)) != kNone; ++at) {
    if (text[at] == '\n') {
      ++lf;
    } else if (at + 1 < text.size() && text[at + 1] == '\n') {
      ++crlf;
      ++at;
    } else {
      ++cr;
    }
  }
  const bool is_mixed = (lf > 0) + (crlf > 0) + (cr > 0) > 1;
  const std::size_t most = std::max({lf, crlf, cr});
  source.newline_text = most == lf ? "\n" : most == crlf ? "\r\n" : "\r";
  source.newline = is_mixed ? Newline::kMixed : lf > 0 ? Newline::kLf : crlf > 0 ? Newline::kCrLf : Newline::kCr;
}

}  // namespace

std::optional<CodingCookie> find_cookie(std::string_view text) {
  std::size_t at = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  for (std::uint32_t line = 1; line <= 2; ++line) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    std::size_t start = at;
    while (start < end && is_blank(text[start])) ++start;
    const bool is_code = start < end && text[start] != '#';
    if (is_code) return std::nullopt;
    const ByteRange comment{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    if (const auto name = find_name(text, comment)) return CodingCookie{comment, *name, line};
    at = text.substr(end).starts_with("\r\n") ? end + 2 : std::min(end + 1, text.size());
  }
  return std::nullopt;
}

Expected<SourceText> read_source(std::string bytes) {
  if (const auto error = check_size_and_nul(bytes)) return tl::unexpected(*error);
  SourceText source;
  source.bytes = std::move(bytes);
  source.has_bom = source.bytes.starts_with(kByteOrderMark);
  source.cookie = find_cookie(source.bytes);

  const auto encoding = declared_encoding(source);
  if (!encoding) return tl::unexpected(encoding.error());
  source.encoding = *encoding;
  if (const auto error = check_bytes(source)) return tl::unexpected(*error);

  if (source.encoding->kind != EncodingKind::kTranscoded || reads_as_ascii(source)) {
    source.text = source.bytes;
  } else if (const auto error = transcode(source)) {
    return tl::unexpected(*error);
  }
  find_newline_style(source);
  return source;
}

Expected<std::string> write_source(const SourceText& source, std::string_view new_text) {
  const bool is_as_it_stands =
      source.encoding->kind != EncodingKind::kTranscoded || (!source.transcoded && find_non_ascii(new_text) == kNone);
  if (is_as_it_stands) return std::string(new_text);
  auto bytes = encode(*source.encoding, new_text);
  if (!bytes) return bytes;
  const auto back = decode(*source.encoding, *bytes);
  if (!back || *back != new_text) {
    return failure("can't be written exactly in its encoding, " + std::string(source.encoding->name),
                   "convert it to UTF-8 first");
  }
  return bytes;
}

Expected<std::string> encode_as_utf8(const SourceText& source, std::string_view new_text) {
  // Text that was transcoded is UTF-8 already.
  const bool is_utf8 = source.transcoded || source.encoding->kind != EncodingKind::kAsciiCompatible;
  if (is_utf8 || find_non_ascii(new_text) == kNone) return std::string(new_text);
  return decode(*source.encoding, new_text);
}

}  // namespace py3k::engine
