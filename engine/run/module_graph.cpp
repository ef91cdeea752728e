#include "engine/run/module_graph.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace py3k::engine {
namespace {

std::string dotted(std::string_view package, std::string_view name) {
  std::string result(package);
  if (!package.empty() && !name.empty()) result += '.';
  return result.append(name);
}

// "a.b.c" without its last `count` names; nothing where it has fewer.
std::optional<std::string> without_last(std::string package, unsigned count) {
  for (; count > 0; --count) {
    if (package.empty()) return std::nullopt;
    const std::size_t dot = package.rfind('.');
    package.erase(dot == std::string::npos ? 0 : dot);
  }
  return package;
}

class Modules {
 public:
  explicit Modules(const std::vector<SurveyedModule>& modules) : modules_(modules) {
    for (std::size_t i = 0; i < modules.size(); ++i) {
      const Home& home = modules[i].home;
      if (home.module.empty()) continue;
      const std::string name = home.module == "__init__" ? home.package : dotted(home.package, home.module);
      by_name_.try_emplace({home.root, name}, i);
      roots_.insert(home.root);
    }
  }

  std::vector<std::size_t> imported_by(std::size_t file) const {
    std::set<std::size_t> found;
    for (const ImportedName& import : modules_[file].imports.names) add(file, import, found);
    found.erase(file);
    return {found.begin(), found.end()};
  }

 private:
  bool has(const std::string& root, const std::string& name) const { return by_name_.contains({root, name}); }

  void add(std::size_t file, const ImportedName& import, std::set<std::size_t>& found) const {
    const Home& home = modules_[file].home;
    if (import.level > 0) {
      const auto package = without_last(home.package, import.level - 1);
      if (package && !package->empty())
        add_module(home, home.root, dotted(*package, import.module), import.name, found);
      return;
    }
    const std::string first = import.module.substr(0, import.module.find('.'));
    const bool is_implicit = !modules_[file].imports.is_absolute && !home.package.empty();
    if (is_implicit && import.module == home.module) return;  // the file itself
    if (is_implicit && first != home.module && has(home.root, dotted(home.package, first))) {
      return add_module(home, home.root, dotted(home.package, import.module), import.name, found);
    }
    if (has(home.root, first)) return add_module(home, home.root, import.module, import.name, found);
    for (const std::string& root : roots_) {
      if (has(root, first)) return add_module(home, root, import.module, import.name, found);
    }
  }

  void add_module(const Home& home, const std::string& root, const std::string& module, const std::string& name,
                  std::set<std::size_t>& found) const {
    for (std::size_t end = module.find('.'); end != std::string::npos; end = module.find('.', end + 1)) {
      add_package(home, root, module.substr(0, end), found);
    }
    const auto submodule = by_name_.find({root, dotted(module, name)});
    const bool names_module = !name.empty() && submodule != by_name_.end();
    if (names_module) {
      found.insert(submodule->second);
      return add_package(home, root, module, found);
    }
    if (const auto at = by_name_.find({root, module}); at != by_name_.end()) found.insert(at->second);
  }

  // A package that is loaded on the way to what is imported.
  void add_package(const Home& home, const std::string& root, const std::string& package,
                   std::set<std::size_t>& found) const {
    const bool is_own = root == home.root && (home.package + ".").starts_with(package + ".");
    const auto at = by_name_.find({root, package});
    if (!is_own && at != by_name_.end()) found.insert(at->second);
  }

  const std::vector<SurveyedModule>& modules_;
  std::map<std::pair<std::string, std::string>, std::size_t> by_name_;  // by root and dotted name
  std::set<std::string> roots_;
};

}  // namespace

Graph module_graph(const std::vector<SurveyedModule>& files) {
  const Modules modules(files);
  Graph graph;
  graph.reserve(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) graph.push_back(modules.imported_by(i));
  return graph;
}

}  // namespace py3k::engine
