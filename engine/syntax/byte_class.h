// ByteClass: what a byte of an overlay may be a part of.
#pragma once

#include <array>
#include <cstdint>

namespace py3k::engine {

enum class ByteClass : std::uint8_t { kOperator, kWord, kHigh, kDigit, kDot, kQuote, kBracket, kBlank, kNewline };

constexpr std::array<ByteClass, 256> make_byte_classes() {
  std::array<ByteClass, 256> table{};
  for (int c = 0; c < 256; ++c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') table[c] = ByteClass::kWord;
    if (c >= 128) table[c] = ByteClass::kHigh;
    if (c >= '0' && c <= '9') table[c] = ByteClass::kDigit;
    if (c == '.') table[c] = ByteClass::kDot;
    if (c == '\'' || c == '"') table[c] = ByteClass::kQuote;
    if (c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}' || c == ',' || c == ';')
      table[c] = ByteClass::kBracket;
    if (c == ' ' || c == '\t' || c == '\f' || c == '\r') table[c] = ByteClass::kBlank;
    if (c == '\n') table[c] = ByteClass::kNewline;
  }
  return table;
}
inline constexpr auto kByteClasses = make_byte_classes();

inline ByteClass class_of(char c) { return kByteClasses[static_cast<unsigned char>(c)]; }
inline bool is_word_char(char c) {
  const ByteClass it = class_of(c);
  return it == ByteClass::kWord || it == ByteClass::kHigh || it == ByteClass::kDigit;
}

}  // namespace py3k::engine
