#include "engine/run/work_trees.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace py3k::engine {
namespace {

std::string directory_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return path.substr(0, std::max<std::size_t>(slash, 1));
}

std::string joined(const std::string& directory, std::string_view name) {
  return (directory == "/" ? "" : directory) + "/" + std::string(name);
}

}  // namespace

const std::string& WorkTrees::top_of(const std::string& directory) {
  std::vector<std::string> passed;
  std::string top = directory;
  std::string found;
  while (true) {
    const auto known = tops_.find(top);
    if (known != tops_.end()) {
      found = known->second;
      break;
    }
    passed.push_back(top);
    if (store_.inspect(joined(top, ".git"))) found = top;
    if (!found.empty() || top == "/") break;
    top = directory_of(top);
  }
  for (const std::string& below : passed) tops_[below] = found;
  return tops_[directory];
}

WorkTrees::Place WorkTrees::place_of(const std::string& path) {
  std::string named = path;
  const auto info = store_.inspect(path);
  if (info && info->is_link) named = store_.canonical(path).value_or(path);
  const std::string name = named.substr(named.rfind('/') + 1);
  const std::lock_guard lock(mutex_);
  auto [known, is_new] = canonical_.try_emplace(directory_of(named));
  if (is_new) known->second = store_.canonical(known->first).value_or("");
  if (known->second.empty()) return {};
  const std::string& top = top_of(known->second);
  if (top.empty()) return {};
  const std::string absolute = joined(known->second, name);
  return {top, absolute.substr(top == "/" ? 1 : top.size() + 1)};
}

}  // namespace py3k::engine
