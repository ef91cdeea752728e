#include "cli/batch_paths.h"

#include <algorithm>
#include <set>

namespace py3k::cli {

std::vector<std::string> directories_above(const std::string& path) {
  std::vector<std::string> directories;
  if (!path.starts_with('/') && !path.starts_with("../")) directories.emplace_back(".");
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    directories.push_back(slash == 0 ? "/" : path.substr(0, slash));
  }
  return directories;
}

BatchPaths::BatchPaths(const std::vector<std::string>& operands, const std::vector<std::string>& changing) {
  for (std::string operand : operands) {
    while (operand.size() > 1 && operand.back() == '/') operand.pop_back();
    if (operand.starts_with("./")) operand.erase(0, 2);
    operands_.push_back(operand.empty() ? "." : operand);
  }
  for (const std::string& path : changing) {
    for (const std::string& directory : directories_above(path)) ++changing_[directory];
  }
}

bool BatchPaths::is_within_operands(const std::string& directory) const {
  return std::any_of(operands_.begin(), operands_.end(), [&](const std::string& operand) {
    if (operand == ".") return !directory.starts_with('/') && directory != ".." && !directory.starts_with("../");
    return directory == operand || directory.starts_with(operand == "/" ? operand : operand + "/");
  });
}

std::vector<std::string> BatchPaths::of(const std::vector<std::string>& files) const {
  std::map<std::string, std::size_t> own;
  for (const std::string& path : files) {
    for (const std::string& directory : directories_above(path)) ++own[directory];
  }
  std::set<std::string> names;
  for (const std::string& path : files) {
    const std::vector<std::string> above = directories_above(path);
    const auto whole = std::find_if(above.begin(), above.end(), [&](const std::string& directory) {
      return is_within_operands(directory) && own[directory] == changing_.at(directory);
    });
    names.insert(whole == above.end() ? path : *whole);
  }
  return {names.begin(), names.end()};
}

}  // namespace py3k::cli
