#include "engine/dialect/line_set.h"

#include <xxhash.h>

#include <algorithm>
#include <array>

namespace py3k::engine {
namespace {

enum class Byte : std::uint8_t { kSign, kBlank, kSaying };

constexpr std::array<Byte, 256> make_bytes() {
  std::array<Byte, 256> table{};
  for (int c = 0; c < 256; ++c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_letter || c == '_' || c >= 0x80) table[c] = Byte::kSaying;
  }
  for (const char c : {' ', '\t', '\f', '\v', '\n', '\r'}) table[static_cast<unsigned char>(c)] = Byte::kBlank;
  return table;
}
constexpr auto kBytes = make_bytes();

}  // namespace

LineHash hash_of_line(std::string_view line) {
  std::string kept(line.size(), '\0');
  std::size_t length = 0;
  bool says = false;
  for (const char c : line) {
    const Byte byte = kBytes[static_cast<unsigned char>(c)];
    kept[length] = c;
    length += byte == Byte::kBlank ? 0 : 1;
    says = says || byte == Byte::kSaying;
  }
  if (!says) return kNoLine;
  const LineHash hash = XXH3_64bits(kept.data(), length);
  return hash == kNoLine ? 1 : hash;
}

LineHashes::LineHashes(std::string_view text) : text_(text) {
  const bool has_returns = text.find('\r') != std::string_view::npos;
  starts_.reserve(text.size() / 32 + 1);
  for (std::size_t start = 0;;) {
    starts_.push_back(static_cast<std::uint32_t>(start));
    const std::size_t end = has_returns ? text.find_first_of("\r\n", start) : text.find('\n', start);
    if (end == std::string_view::npos) return;
    start = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
}

LineHash LineHashes::of_line(std::size_t line) const {
  constexpr LineHash kUnknown = ~LineHash{0};
  if (hashes_.empty()) hashes_.assign(size(), kUnknown);
  LineHash& hash = hashes_[line];
  if (hash != kUnknown) return hash;
  const std::size_t end = line + 1 < starts_.size() ? starts_[line + 1] : text_.size();
  return hash = hash_of_line(text_.substr(starts_[line], end - starts_[line]));
}

std::vector<LineHash> LineHashes::all() const {
  std::vector<LineHash> hashes(size());
  for (std::size_t line = 0; line < size(); ++line) hashes[line] = of_line(line);
  return hashes;
}

std::size_t LineHashes::line_of(std::uint32_t offset) const {
  return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin()) - 1;
}

LineSet::LineSet(std::vector<LineHash> hashes) : hashes_(std::move(hashes)) {
  std::erase(hashes_, kNoLine);
  std::sort(hashes_.begin(), hashes_.end());
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
}

bool LineSet::contains(LineHash line) const { return std::binary_search(hashes_.begin(), hashes_.end(), line); }

std::string LineSet::packed() const {
  std::string bytes;
  bytes.reserve(hashes_.size() * sizeof(LineHash));
  for (LineHash hash : hashes_)
    for (std::size_t i = 0; i < sizeof(LineHash); ++i, hash >>= 8U) bytes += static_cast<char>(hash & 0xFFU);
  return bytes;
}

LineSet LineSet::unpacked(std::string_view bytes) {
  std::vector<LineHash> hashes;
  for (std::size_t at = 0; at + sizeof(LineHash) <= bytes.size(); at += sizeof(LineHash)) {
    LineHash hash = 0;
    for (std::size_t i = sizeof(LineHash); i > 0; --i)
      hash = (hash << 8U) | static_cast<unsigned char>(bytes[at + i - 1]);
    hashes.push_back(hash);
  }
  return LineSet(std::move(hashes));
}

}  // namespace py3k::engine
