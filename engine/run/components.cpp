#include "engine/run/components.h"

#include <algorithm>

namespace py3k::engine {
namespace {

// Tarjan's algorithm (SIAM Journal on Computing 1972) with a stack of its own, since import chains can be long.
class Tarjan {
 public:
  explicit Tarjan(const Graph& graph)
      : graph_(graph), order_(graph.size(), 0), low_(graph.size(), 0), is_open_(graph.size()) {}

  std::vector<std::vector<std::size_t>> run() {
    for (std::size_t node = 0; node < graph_.size(); ++node) {
      if (order_[node] == 0) search(node);
    }
    return std::move(found_);
  }

 private:
  struct Visit {
    std::size_t node;
    std::size_t next = 0;  // into its edges
  };

  void search(std::size_t root) {
    enter(root);
    while (!visits_.empty()) {
      Visit& visit = visits_.back();
      const std::size_t node = visit.node;
      if (visit.next == graph_[node].size()) {
        leave(node);
        continue;
      }
      const std::size_t other = graph_[node][visit.next++];
      if (order_[other] == 0) {
        enter(other);
      } else if (is_open_[other]) {
        low_[node] = std::min(low_[node], order_[other]);
      }
    }
  }

  void enter(std::size_t node) {
    order_[node] = low_[node] = ++count_;
    is_open_[node] = true;
    open_.push_back(node);
    visits_.push_back({node});
  }

  void leave(std::size_t node) {
    visits_.pop_back();
    if (!visits_.empty()) low_[visits_.back().node] = std::min(low_[visits_.back().node], low_[node]);
    if (low_[node] != order_[node]) return;
    const auto first = std::find(open_.rbegin(), open_.rend(), node).base() - 1;
    std::vector<std::size_t> component(first, open_.end());
    open_.erase(first, open_.end());
    for (const std::size_t member : component) is_open_[member] = false;
    std::sort(component.begin(), component.end());
    found_.push_back(std::move(component));
  }

  const Graph& graph_;
  std::vector<std::size_t> order_;  // when a node was entered; 0: not yet
  std::vector<std::size_t> low_;    // the earliest open node that can be reached from it
  std::vector<bool> is_open_;       // entered, and in no component yet
  std::vector<std::size_t> open_;
  std::vector<Visit> visits_;
  std::size_t count_ = 0;
  std::vector<std::vector<std::size_t>> found_;
};

}  // namespace

std::vector<std::vector<std::size_t>> components(const Graph& graph) { return Tarjan(graph).run(); }

}  // namespace py3k::engine
