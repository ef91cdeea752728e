#include <bit>
#include <cstring>

#include "engine/analysis/occurrences.h"

namespace py3k::engine {

namespace {

template <typename Word>
std::uint64_t load(const char* from) {
  Word word;
  std::memcpy(&word, from, sizeof(word));
  return word;
}

// Most names are shorter than 16 bytes: two loads, which may overlap, and no loop.
std::uint64_t hash(std::string_view text) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;
  const char* data = text.data();
  std::size_t left = text.size();
  std::uint64_t state = left * kFactor;
  const auto mix = [&state](std::uint64_t word) {
    state = (state ^ word) * kFactor;
    state ^= state >> 32;
  };
  for (; left > 16; left -= 8, data += 8) mix(load<std::uint64_t>(data));
  if (left >= 8) {
    mix(load<std::uint64_t>(data));
    mix(load<std::uint64_t>(data + left - 8));
  } else if (left >= 4) {
    mix(load<std::uint32_t>(data) << 32 | load<std::uint32_t>(data + left - 4));
  } else if (left > 0) {
    mix(load<std::uint8_t>(data) << 16 | load<std::uint8_t>(data + left / 2) << 8 |
        load<std::uint8_t>(data + left - 1));
  }
  return state;
}

constexpr std::uint64_t kHashHalf = 0xFFFFFFFF00000000;

}  // namespace

NameTable::NameTable(std::size_t expected) : slots_(std::bit_ceil(expected * 2 + 16)) { texts_.reserve(expected); }

NameId NameTable::intern(std::string_view name) {
  const std::uint64_t hashed = hash(name);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hashed & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const auto id = static_cast<NameId>(slots_[at] - 1);
    if ((slots_[at] & kHashHalf) == (hashed & kHashHalf) && texts_[id] == name) return id;
  }
  texts_.push_back(name);
  slots_[at] = (hashed & kHashHalf) | texts_.size();
  if (texts_.size() * 2 > slots_.size()) grow();
  return static_cast<NameId>(texts_.size() - 1);
}

NameId NameTable::find(std::string_view name) const {
  const std::uint64_t hashed = hash(name);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hashed & mask; slots_[at] != 0; at = (at + 1) & mask) {
    const auto id = static_cast<NameId>(slots_[at] - 1);
    if ((slots_[at] & kHashHalf) == (hashed & kHashHalf) && texts_[id] == name) return id;
  }
  return kNoId;
}

void NameTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t id = 0; id < texts_.size(); ++id) {
    const std::uint64_t hashed = hash(texts_[id]);
    std::size_t at = hashed & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = (hashed & kHashHalf) | (id + 1);
  }
}

}  // namespace py3k::engine
