#include "cli/shown_text.h"

#include <algorithm>

#include "engine/source/source_text.h"

namespace py3k::cli {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

void append_hex(std::string& text, std::uint32_t value, unsigned digits) {
  while (digits-- > 0) text += kHexDigits[(value >> (4U * digits)) & 15U];
}

// Characters of Unicode that control, by their number: C1, and what turns or breaks lines.
bool is_control(std::uint32_t character) {
  const auto is_in = [character](std::uint32_t first, std::uint32_t last) {
    return first <= character && character <= last;
  };
  return is_in(0x80, 0x9F) || character == 0x61C || is_in(0x200E, 0x200F) || is_in(0x2028, 0x202E) ||
         is_in(0x2060, 0x206F) || character == 0xFEFF;
}

bool is_plain(unsigned char c) { return c >= ' ' && c < 0x7F; }

// Appends what starts at an offset; gives its length.
std::size_t append_character(std::string_view text, std::size_t at, std::string& shown) {
  const auto byte = static_cast<unsigned char>(text[at]);
  std::size_t length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
  const std::string_view character = text.substr(at, length);
  const bool is_whole = character.size() == length && engine::find_invalid_utf8(character) == std::string_view::npos;
  // In no encoding of single bytes do these control anything.
  constexpr unsigned char kFirstPrintable = 0xA0;
  if (!is_whole && byte >= kFirstPrintable) {
    shown += text[at];
    return 1;
  }
  if (byte < 0x80 || !is_whole) {
    shown += "\\x";
    append_hex(shown, byte, 2);
    return 1;
  }
  constexpr unsigned kFirstBits = 0x7F;
  std::uint32_t number = byte & (kFirstBits >> length);
  for (const unsigned char next : character.substr(1)) number = number << 6U | (next & 0x3FU);
  if (!is_control(number)) {
    shown += character;
    return length;
  }
  shown += "\\u";
  append_hex(shown, number, 4);
  return length;
}

std::string shown(std::string_view text, bool keeps_lines) {
  if (std::all_of(text.begin(), text.end(), [&](char c) { return is_plain(c) || (keeps_lines && c == '\n'); })) {
    return std::string(text);
  }
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const bool ends_line = c == '\n' || (c == '\r' && text.substr(at + 1).starts_with('\n'));
    if (is_plain(c) || (keeps_lines && (ends_line || c == '\t'))) {
      result += c;
      ++at;
    } else if (c == '\n' || c == '\r' || c == '\t') {
      result += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
      ++at;
    } else {
      at += append_character(text, at, result);
    }
  }
  return result;
}

}  // namespace

std::string shown_text(std::string_view text) { return shown(text, true); }
std::string shown_name(std::string_view name) { return shown(name, false); }

}  // namespace py3k::cli
