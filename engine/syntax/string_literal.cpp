#include "engine/syntax/string_literal.h"

#include <algorithm>
#include <charconv>

namespace py3k::engine {

StringLiteral::StringLiteral(std::string_view text) {
  const std::size_t quote = text.find_first_of("'\"");
  if (quote == std::string_view::npos) return;
  const bool triple = text.size() >= quote + 6 && text[quote + 1] == text[quote] && text[quote + 2] == text[quote];
  const std::size_t width = triple ? 3 : 1;
  prefix_ = text.substr(0, quote);
  quote_ = text.substr(quote, width);
  body_ = text.substr(quote + width, text.size() - quote - 2 * width);
}

ByteRange body_range(Node string) {
  const StringLiteral literal(string);
  const auto start = static_cast<std::uint32_t>(string.start() + literal.prefix().size() + literal.quote().size());
  return {start, static_cast<std::uint32_t>(start + literal.body().size())};
}

bool StringLiteral::has(char letter) const {
  for (char c : prefix_)
    if ((c | 0x20) == letter) return true;
  return false;
}

namespace {

std::optional<char> number_of(std::string_view digits, int base) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error != std::errc() || end != digits.data() + digits.size() || value > 127) return {};
  return static_cast<char>(value);
}

// The character that an escape sequence, without its backslash, stands for.
std::optional<char> escaped(std::string_view sequence) {
  constexpr std::string_view kLetters = "tnvfr";
  constexpr std::string_view kMeant = "\t\n\v\f\r";
  if (sequence.size() == 1 && kLetters.find(sequence[0]) != std::string_view::npos)
    return kMeant[kLetters.find(sequence[0])];
  if (sequence[0] == 'x' || sequence[0] == 'u' || sequence[0] == 'U') return number_of(sequence.substr(1), 16);
  return number_of(sequence, 8);
}

std::size_t escape_length(std::string_view after_backslash, bool unicode) {
  std::size_t length = 1;
  if (after_backslash[0] == 'x') return std::min<std::size_t>(3, after_backslash.size());
  if (unicode && after_backslash[0] == 'u') return std::min<std::size_t>(5, after_backslash.size());
  if (unicode && after_backslash[0] == 'U') return std::min<std::size_t>(9, after_backslash.size());
  if (unicode && after_backslash[0] == 'N') return std::min(after_backslash.find('}'), after_backslash.size() - 1) + 1;
  while (length < 3 && length < after_backslash.size() && after_backslash[0] >= '0' && after_backslash[0] <= '7' &&
         after_backslash[length] >= '0' && after_backslash[length] <= '7')
    ++length;
  return length;
}

}  // namespace

std::optional<char> StringLiteral::last_character() const {
  std::optional<char> last;
  for (std::size_t at = 0; at < body_.size();) {
    if (body_[at] != '\\' || raw() || at + 1 == body_.size()) {
      const bool ascii = static_cast<unsigned char>(body_[at]) < 128;
      last = ascii ? std::optional(body_[at]) : std::nullopt;
      ++at;
      continue;
    }
    const std::string_view rest = body_.substr(at + 1);
    if (rest[0] == '\n' || rest[0] == '\r') {  // a joined line: stands for nothing
      at += rest.starts_with("\r\n") ? 3 : 2;
      continue;
    }
    const std::size_t length = escape_length(rest, unicode());
    last = escaped(rest.substr(0, length));
    at += 1 + length;
  }
  return last;
}

}  // namespace py3k::engine
