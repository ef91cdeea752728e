// RangeIndex: which of many ranges, that may lie in each other, hold an offset?
//
//   index.add(claim.range, number);
//   index.any_at(node.start(), [&](std::uint32_t number) { return …; })
//
// A range is cut into the fewest pieces that are as long as a power of two, and begin at a multiple of that.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "engine/syntax/tree.h"

namespace py3k::engine {

class RangeIndex {
 public:
  void add(ByteRange range, std::uint32_t number) {
    std::uint32_t at = range.start;
    while (at < range.end) {
      int level = 0;
      while (level < kLevels && (at & ((2U << level) - 1)) == 0 && range.end - at >= (2U << level)) ++level;
      pieces_[key(at, level)].push_back(number);
      levels_ |= 1U << level;
      at += 1U << level;
    }
  }

  // Does `holds` take one of the ranges with that byte in it?
  template <typename Holds>
  bool any_at(std::uint32_t offset, Holds&& holds) const {
    for (int level = 0; level <= kLevels; ++level) {
      if ((levels_ >> level & 1U) == 0) continue;
      const auto found = pieces_.find(key(offset, level));
      if (found == pieces_.end()) continue;
      for (const std::uint32_t number : found->second)
        if (holds(number)) return true;
    }
    return false;
  }

 private:
  static constexpr int kLevels = 30;
  static std::uint64_t key(std::uint32_t at, int level) {
    return std::uint64_t{at >> level} << 8 | static_cast<std::uint64_t>(level);
  }

  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> pieces_;
  std::uint32_t levels_ = 0;  // those that there are pieces of
};

}  // namespace py3k::engine
