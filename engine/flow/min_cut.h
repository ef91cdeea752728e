// MinCut: parts a graph into the side of a source and the side of a sink at the least cost.
//
//   MinCut cut(3);
//   cut.to_source(0, 30); cut.between(0, 1, 5); cut.to_sink(1, 30);
//   cut.solve();
//   cut.is_with_source(0)
#pragma once

#include <cstdint>
#include <vector>

namespace py3k::engine {

class MinCut {
 public:
  static constexpr std::uint32_t kNever = 1'000'000'000;

  explicit MinCut(std::size_t vertices);
  void between(std::uint32_t one, std::uint32_t other, std::uint32_t cost);  // in either direction
  void to_source(std::uint32_t vertex, std::uint32_t cost) { add(source_, vertex, cost, 0); }
  void to_sink(std::uint32_t vertex, std::uint32_t cost) { add(vertex, sink_, cost, 0); }
  void solve();
  // Of several cheapest cuts, the one with the fewest vertices on the source's side.
  bool is_with_source(std::uint32_t vertex) const { return level_[vertex] >= 0; }

 private:
  struct Arc {
    std::uint32_t to;
    std::int64_t room;
  };
  void add(std::uint32_t from, std::uint32_t to, std::uint32_t there, std::uint32_t back);
  bool find_levels();
  std::int64_t push();

  std::uint32_t source_;
  std::uint32_t sink_;
  std::vector<Arc> arcs_;                        // an arc and its reverse side by side
  std::vector<std::vector<std::uint32_t>> out_;  // by vertex
  std::vector<std::int32_t> level_;
  std::vector<std::uint32_t> next_;
};

}  // namespace py3k::engine
