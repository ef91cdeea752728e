#include "engine/flow/min_cut.h"

#include <algorithm>

namespace py3k::engine {

// Dinic's algorithm, with a stack of its own.

MinCut::MinCut(std::size_t vertices)
    : source_(static_cast<std::uint32_t>(vertices)), sink_(source_ + 1), out_(vertices + 2) {}

void MinCut::between(std::uint32_t one, std::uint32_t other, std::uint32_t cost) { add(one, other, cost, cost); }

void MinCut::add(std::uint32_t from, std::uint32_t to, std::uint32_t there, std::uint32_t back) {
  out_[from].push_back(static_cast<std::uint32_t>(arcs_.size()));
  arcs_.push_back({to, there});
  out_[to].push_back(static_cast<std::uint32_t>(arcs_.size()));
  arcs_.push_back({from, back});
}

void MinCut::solve() {
  while (find_levels()) {
    next_.assign(out_.size(), 0);
    while (push() > 0) {
    }
  }
}

bool MinCut::find_levels() {
  level_.assign(out_.size(), -1);
  std::vector<std::uint32_t> queue = {source_};
  level_[source_] = 0;
  for (std::size_t i = 0; i < queue.size(); ++i) {
    for (std::uint32_t arc : out_[queue[i]]) {
      if (arcs_[arc].room == 0 || level_[arcs_[arc].to] >= 0) continue;
      level_[arcs_[arc].to] = level_[queue[i]] + 1;
      queue.push_back(arcs_[arc].to);
    }
  }
  return level_[sink_] >= 0;
}

// One path from source to sink.
std::int64_t MinCut::push() {
  std::vector<std::uint32_t> path;
  std::uint32_t at = source_;
  while (at != sink_) {
    if (next_[at] == out_[at].size()) {
      if (path.empty()) return 0;
      at = arcs_[path.back() ^ 1U].to;
      path.pop_back();
      ++next_[at];
      continue;
    }
    const std::uint32_t arc = out_[at][next_[at]];
    if (arcs_[arc].room > 0 && level_[arcs_[arc].to] == level_[at] + 1) {
      path.push_back(arc);
      at = arcs_[arc].to;
    } else {
      ++next_[at];
    }
  }
  std::int64_t amount = kNever;
  for (std::uint32_t arc : path) amount = std::min(amount, arcs_[arc].room);
  for (std::uint32_t arc : path) {
    arcs_[arc].room -= amount;
    arcs_[arc ^ 1U].room += amount;
  }
  return amount;
}

}  // namespace py3k::engine
