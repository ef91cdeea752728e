#include "engine/dialect/line_set.h"

#include <xxhash.h>

#include <algorithm>
#include <cctype>

namespace py3k::engine {
namespace {

bool says_something(unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c >= 0x80; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == '\n' || c == '\r'; }

}  // namespace

LineHash hash_of_line(std::string_view line) {
  std::string kept;
  bool says = false;
  for (const char c : line) {
    if (is_blank(c)) continue;
    kept += c;
    says = says || says_something(static_cast<unsigned char>(c));
  }
  if (!says) return kNoLine;
  const LineHash hash = XXH3_64bits(kept.data(), kept.size());
  return hash == kNoLine ? 1 : hash;
}

LineHashes::LineHashes(std::string_view text) {
  for (std::size_t start = 0;;) {
    const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
    starts_.push_back(static_cast<std::uint32_t>(start));
    hashes_.push_back(hash_of_line(text.substr(start, end - start)));
    if (end == text.size()) return;
    start = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
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
