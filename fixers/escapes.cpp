#include "fixers/escapes.h"

namespace py3k::fixers {

bool is_unknown_escape(char next) {
  constexpr std::string_view kKnown = "\\'\"\r\nabfnrtvx01234567NuU";
  return static_cast<unsigned char>(next) < 0x80 && kKnown.find(next) == std::string_view::npos;
}

bool is_large_octal(std::string_view body, std::size_t backslash) {
  if (body.size() < backslash + 4) return false;
  const auto is_digit = [&](std::size_t ahead) {
    return body[backslash + ahead] >= '0' && body[backslash + ahead] <= '7';
  };
  return is_digit(1) && body[backslash + 1] >= '4' && is_digit(2) && is_digit(3);
}

}  // namespace py3k::fixers
