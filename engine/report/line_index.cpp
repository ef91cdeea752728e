#include "engine/report/line_index.h"

#include <algorithm>
#include <cstring>

#include "engine/source/source_text.h"

namespace py3k::engine {
namespace {

constexpr std::uint32_t kBlock = 512;

std::uint32_t count_characters(std::string_view text) {
  const auto starts_character = [](char c) { return (c & 0xC0) != 0x80; };
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), starts_character));
}

// The newlines of a text without \r, which nearly all texts are, are found fastest one memchr() at a time.
void add_lf_lines(std::string_view text, std::vector<std::uint32_t>& starts) {
  const char* const end = text.data() + text.size();
  const char* at = text.data();
  while (at < end) {
    const void* found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
    if (found == nullptr) return;
    at = static_cast<const char*>(found) + 1;
    starts.push_back(static_cast<std::uint32_t>(at - text.data()));
  }
}

void add_lines(std::string_view text, std::vector<std::uint32_t>& starts) {
  for (std::size_t at = 0; (at = text.find_first_of("\r\n", at)) != std::string_view::npos;) {
    at += text.substr(at).starts_with("\r\n") ? 2 : 1;
    starts.push_back(static_cast<std::uint32_t>(at));
  }
}

}  // namespace

LineIndex::LineIndex(std::string_view text, Columns columns) : text_(text), columns_(columns), starts_{0} {
  if (text.find('\r') == std::string_view::npos) {
    add_lf_lines(text, starts_);
  } else {
    add_lines(text, starts_);
  }
  if (columns == Columns::kCharacters) count_long_lines();
}

void LineIndex::count_long_lines() {
  constexpr std::uint32_t kLong = 4 * kBlock;
  bool has_long = text_.size() - starts_.back() > kLong;
  for (std::size_t i = 1; i < starts_.size() && !has_long; ++i) has_long = starts_[i] - starts_[i - 1] > kLong;
  if (!has_long) return;
  std::uint32_t count = 0;
  for (std::size_t at = 0; at <= text_.size(); at += kBlock) {
    characters_.push_back(count);
    count += count_characters(text_.substr(at, kBlock));
  }
}

std::uint32_t LineIndex::characters_before(std::uint32_t offset) const {
  const std::uint32_t block = offset / kBlock;
  return characters_[block] + count_characters(text_.substr(block * kBlock, offset % kBlock));
}

std::uint32_t LineIndex::line(std::uint32_t offset) const {
  return static_cast<std::uint32_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin());
}

std::uint32_t LineIndex::line_start(std::uint32_t line) const {
  return line >= 1 && line <= starts_.size() ? starts_[line - 1] : static_cast<std::uint32_t>(text_.size());
}

TextPosition LineIndex::position(std::uint32_t offset) const {
  const std::uint32_t number = line(offset);
  const std::uint32_t start = line_start(number);
  std::string_view before = text_.substr(start, offset - start);
  if (start == 0 && before.starts_with(kByteOrderMark)) before.remove_prefix(kByteOrderMark.size());
  if (columns_ == Columns::kBytes) return {number, static_cast<std::uint32_t>(before.size())};
  if (characters_.empty()) return {number, count_characters(before)};
  return {number, characters_before(offset) - characters_before(offset - static_cast<std::uint32_t>(before.size()))};
}

}  // namespace py3k::engine
