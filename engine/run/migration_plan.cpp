#include "engine/run/migration_plan.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

namespace py3k::engine {
namespace {

using Nodes = std::vector<std::size_t>;

std::string_view directory_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

class Planner {
 public:
  Planner(const std::vector<PlannedFile>& files, const Graph& imports, std::size_t most_lines)
      : files_(files), imports_(imports), most_lines_(most_lines) {}

  std::vector<Batch> run() {
    for (const Nodes& group : directory_groups()) {
      if (lines_of(group) <= most_lines_) {
        add(group);
        continue;
      }
      for (const Nodes& cycle : cycles_in(group)) add(cycle);
    }
    close();
    return std::move(batches_);
  }

 private:
  std::size_t lines_of(const Nodes& files) const {
    return std::accumulate(files.begin(), files.end(), std::size_t{0},
                           [&](std::size_t sum, std::size_t file) { return sum + files_[file].lines; });
  }

  // The files of each directory, or of several that import each other, in the order of imports.
  std::vector<Nodes> directory_groups() const {
    std::map<std::string_view, Nodes> by_directory;
    for (std::size_t i = 0; i < files_.size(); ++i) by_directory[directory_of(files_[i].path)].push_back(i);
    std::vector<Nodes> members;
    Nodes directory(files_.size());
    for (auto& [name, files] : by_directory) {
      for (const std::size_t file : files) directory[file] = members.size();
      members.push_back(std::move(files));
    }
    std::vector<std::set<std::size_t>> edges(members.size());
    for (std::size_t i = 0; i < files_.size(); ++i) {
      for (const std::size_t other : imports_[i]) edges[directory[i]].insert(directory[other]);
    }
    Graph graph;
    for (const auto& targets : edges) graph.emplace_back(targets.begin(), targets.end());
    std::vector<Nodes> groups;
    for (const Nodes& component : components(graph)) {
      Nodes& group = groups.emplace_back();
      for (const std::size_t node : component) group.insert(group.end(), members[node].begin(), members[node].end());
      std::sort(group.begin(), group.end());
    }
    return groups;
  }

  std::vector<Nodes> cycles_in(const Nodes& group) const {
    Graph graph(group.size());
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (const std::size_t other : imports_[group[i]]) {
        const auto at = std::lower_bound(group.begin(), group.end(), other);
        if (at != group.end() && *at == other) graph[i].push_back(static_cast<std::size_t>(at - group.begin()));
      }
    }
    std::vector<Nodes> cycles = components(graph);
    for (Nodes& cycle : cycles) {
      for (std::size_t& node : cycle) node = group[node];
    }
    return cycles;
  }

  // Files that stay together.
  void add(const Nodes& unit) {
    const std::size_t lines = lines_of(unit);
    if (lines == 0) return;
    if (batch_.lines > 0 && batch_.lines + lines > most_lines_) close();
    for (const std::size_t file : unit) {
      if (files_[file].lines > 0) batch_.files.push_back(file);
    }
    batch_.lines += lines;
    if (lines > most_lines_) batch_.cycle = unit.size();
  }

  void close() {
    if (batch_.files.empty()) return;
    std::sort(batch_.files.begin(), batch_.files.end());
    batches_.push_back(std::exchange(batch_, {}));
  }

  const std::vector<PlannedFile>& files_;
  const Graph& imports_;
  std::size_t most_lines_;
  Batch batch_;
  std::vector<Batch> batches_;
};

}  // namespace

std::vector<Batch> plan_migration(const std::vector<PlannedFile>& files, const Graph& imports, std::size_t most_lines) {
  return Planner(files, imports, most_lines).run();
}

}  // namespace py3k::engine
