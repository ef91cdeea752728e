#include "cli/report/escape.h"

#include <optional>
#include <utility>

#include "engine/source/source_text.h"

namespace py3k::cli {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kHexDigits = "0123456789ABCDEF";

void append_percent(std::string& text, char c) {
  const auto value = static_cast<unsigned char>(c);
  text += {'%', kHexDigits[value >> 4], kHexDigits[value & 15]};
}

std::string_view xml_entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\r':
      return "&#13;";
    default:
      return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t' ? kReplacement : std::string_view();
  }
}

// U+FFFE and U+FFFF, for which XML has no place either.
bool is_noncharacter(std::string_view character) { return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF"; }

bool is_plain_in_uri(char c) {
  const bool is_alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return is_alphanumeric || std::string_view("-._~/").find(c) != std::string_view::npos;
}

std::string with_percent(std::string_view text, std::string_view special) {
  std::string escaped;
  for (const char c : text) {
    if (special.find(c) == std::string_view::npos) {
      escaped += c;
    } else {
      append_percent(escaped, c);
    }
  }
  return escaped;
}

}  // namespace

const engine::Encoding& declared_encoding(std::string_view text) {
  const std::optional<engine::CodingCookie> cookie = engine::find_cookie(text);
  if (!cookie) return engine::utf8_encoding();
  const auto [start, end] = cookie->name;
  const engine::Encoding* encoding = engine::find_encoding(text.substr(start, end - start));
  return encoding == nullptr ? engine::utf8_encoding() : *encoding;
}

std::string as_utf8(std::string_view text, const engine::Encoding& encoding) {
  std::size_t invalid = engine::find_invalid_utf8(text);
  if (invalid == std::string_view::npos) return std::string(text);
  if (!encoding.is_utf8()) {
    if (auto decoded = engine::decode(encoding, text)) return std::move(*decoded);
  }
  std::string valid;
  while (invalid != std::string_view::npos) {
    valid.append(text.substr(0, invalid)).append(kReplacement);
    text.remove_prefix(invalid + 1);
    invalid = engine::find_invalid_utf8(text);
  }
  return valid.append(text);
}

std::string xml_text(std::string_view text) {
  std::string escaped;
  const std::string valid = as_utf8(text);
  for (std::size_t i = 0; i < valid.size(); ++i) {
    const std::string_view entity = xml_entity(valid[i]);
    if (is_noncharacter(std::string_view(valid).substr(i, 3))) {
      escaped += kReplacement;
      i += 2;
    } else if (entity.empty()) {
      escaped += valid[i];
    } else {
      escaped += entity;
    }
  }
  return escaped;
}

std::string uri_of(std::string_view path) {
  while (path.starts_with("./")) path.remove_prefix(2);
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (is_plain_in_uri(c)) {
      uri += c;
    } else {
      append_percent(uri, c);
    }
  }
  return uri;
}

std::string github_property(std::string_view text) { return with_percent(as_utf8(text), "%\r\n:,"); }

std::string github_data(std::string_view text) { return with_percent(as_utf8(text), "%\r\n"); }

}  // namespace py3k::cli
