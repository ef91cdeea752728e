#include "engine/report/change_groups.h"

#include <algorithm>
#include <numeric>

namespace py3k::engine {
namespace {

// Sets that grow together; each is known by its smallest member.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }

  std::uint32_t first_of(std::uint32_t member) {
    while (parent_[member] != member) {
      parent_[member] = parent_[parent_[member]];
      member = parent_[member];
    }
    return member;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    const auto [low, high] = std::minmax({first_of(a), first_of(b)});
    parent_[high] = low;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace

std::vector<std::uint32_t> change_groups(const FileResult& result) {
  DisjointSets sets(result.findings.size());
  for (const Edit& edit : result.edits)
    for (const std::uint32_t other : edit.also) sets.join(edit.change, other);
  std::vector<std::uint32_t> groups(result.findings.size());
  for (std::uint32_t i = 0; i < groups.size(); ++i) groups[i] = sets.first_of(i);
  return groups;
}

}  // namespace py3k::engine
