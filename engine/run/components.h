// Graph and its strongly connected components: what depends on itself in a circle, and what comes before what.
//
//   Graph graph = {{1}, {2}, {1}, {0}};    // 0 → 1 ⇄ 2, 3 → 0
//   components(graph)                      // {{1, 2}, {0}, {3}}
#pragma once

#include <cstddef>
#include <vector>

namespace py3k::engine {

using Graph = std::vector<std::vector<std::size_t>>;  // by node: those that it depends on

// Those that a component depends on come before it; nodes of one component are sorted.
std::vector<std::vector<std::size_t>> components(const Graph& graph);

}  // namespace py3k::engine
