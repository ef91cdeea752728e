#include "engine/python3/literals.h"

#include <algorithm>
#include <cstddef>

namespace py3k::engine::python3 {

namespace {

constexpr std::ptrdiff_t kMostDigits = 4300;

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool has_hex_digits(std::string_view text, std::size_t count) {
  return text.size() >= count && std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count), is_hex);
}

// `\N{NAME}`, as far as its spelling tells: which names there are is the Unicode database's to say.
bool is_character_name(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::string_view name = text.substr(1, text.find('}') - 1);
  if (name.empty() || name.size() + 1 == text.size()) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ' || c == '-' ||
           c == '(' || c == ')';
  });
}

std::string_view flaw_of_escape(char letter, std::string_view rest, LiteralKind kind) {
  if (letter == 'x') return has_hex_digits(rest, 2) ? "" : "\\x wants two hexadecimal digits";
  if (kind == LiteralKind::kBytes) return {};
  if (letter == 'u') return has_hex_digits(rest, 4) ? "" : "\\u wants four hexadecimal digits";
  if (letter == 'N') return is_character_name(rest) ? "" : "\\N wants the name of a character in braces";
  if (letter != 'U') return {};
  const bool is_character =
      has_hex_digits(rest, 8) && rest.starts_with("00") && (rest[2] == '0' || rest.substr(2, 2) == "10");
  return is_character ? "" : "\\U wants eight hexadecimal digits, the number of a character";
}

}  // namespace

SyntaxFlaw flaw_in_escapes(std::string_view body, std::uint32_t offset, LiteralKind kind) {
  for (std::size_t at = body.find('\\'); at != std::string_view::npos && at + 1 < body.size();
       at = body.find('\\', at + 2)) {
    const std::string_view what = flaw_of_escape(body[at + 1], body.substr(at + 2), kind);
    if (!what.empty()) return {offset + static_cast<std::uint32_t>(at), std::string(what)};
  }
  return {};
}

bool has_too_many_digits(std::string_view number) {
  if (number.size() <= kMostDigits) return false;
  const auto digits = std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits > kMostDigits && number.find_first_not_of("0123456789_") == std::string_view::npos;
}

}  // namespace py3k::engine::python3
