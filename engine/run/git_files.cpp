#include "engine/run/git_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/run/real_path.h"

namespace py3k::engine {
namespace {

namespace fs = std::filesystem;

constexpr auto kRules = std::to_array<const char*>({".gitignore", ".gitattributes"});
constexpr std::string_view kLink = "gitdir: ";

// Whatever a path leads to, it can be read without waiting for anybody.
bool is_plain(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode);
}

tl::unexpected<Error> not_plain(const std::string& path) {
  return failure(path + " is no regular file, and git would wait for it", "remove it");
}

// The start of a file; nothing of what is none.
std::string start_of(const std::string& path) {
  constexpr std::streamsize kMost = 1 << 20;
  if (!is_plain(path)) return "";
  std::ifstream file(path, std::ios::binary);
  std::string text(kMost, '\0');
  file.read(text.data(), kMost);
  text.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
  return text;
}

std::string first_line(const std::string& path) {
  const std::string text = start_of(path);
  return text.substr(0, text.find_first_of("\r\n"));
}

std::string joined(const std::string& directory, const std::string& path) {
  return (fs::path(directory) / path).lexically_normal().string();
}

// Where a `.git` leads; the directory itself, if it is one.
std::string git_directory_at(const std::string& top) {
  const std::string dot_git = top + "/.git";
  std::error_code error;
  if (fs::is_directory(dot_git, error)) return dot_git;
  const std::string line = first_line(dot_git);
  return line.starts_with(kLink) ? joined(top, line.substr(kLink.size())) : "";
}

// Files that a configuration names, such as those it includes.
std::vector<std::string> files_named_in(const std::string& config) {
  std::vector<std::string> paths;
  const std::string text = start_of(config);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    std::string value(line.substr(equals + 1));
    std::erase_if(value, [](char c) { return c == '"' || c == '\r'; });
    value.erase(0, std::min(value.find_first_not_of(" \t"), value.size()));
    value.resize(value.find_last_not_of(" \t") + 1);
    const bool is_path =
        value.find('/') != std::string::npos || line.find("path") < equals || line.find("file") < equals;
    if (value.empty() || !is_path) continue;
    const char* home = std::getenv("HOME");  // NOLINT(concurrency-mt-unsafe): nothing changes the environment
    if (value.starts_with("~/") && home != nullptr) value.replace(0, 1, home);
    paths.push_back(joined(parent_of(config), value));
  }
  return paths;
}

Expected<void> check_config(const std::string& config) {
  constexpr std::size_t kMost = 100;
  std::vector<std::string> pending = {config};
  for (std::size_t i = 0; i < pending.size() && i < kMost; ++i) {
    if (!is_plain(pending[i])) return not_plain(pending[i]);
    std::error_code error;
    if (!fs::is_regular_file(pending[i], error)) continue;
    for (std::string& path : files_named_in(pending[i])) pending.push_back(std::move(path));
  }
  return {};
}

struct CloseDirectory {
  void operator()(DIR* directory) const { ::closedir(directory); }
};

}  // namespace

Expected<void> check_git_directory(const std::string& top) {
  if (!is_plain(top + "/.git")) return not_plain(top + "/.git");
  const std::string own = git_directory_at(top);
  if (own.empty()) return {};
  std::string common = own;
  if (const std::string line = first_line(own + "/commondir"); !line.empty()) common = joined(own, line);
  for (const std::string& directory : {own, common}) {
    for (const char* name :
         {"HEAD", "config", "config.worktree", "index", "packed-refs", "commondir", "gitdir", "shallow", "MERGE_HEAD",
          "info/exclude", "info/attributes", "info/grafts", "objects/info/alternates"}) {
      const std::string path = directory + "/" + name;
      if (!is_plain(path)) return not_plain(path);
    }
    if (auto plain = check_config(directory + "/config"); !plain) return plain;
  }
  constexpr std::string_view kReference = "ref: ";
  const std::string head = first_line(own + "/HEAD");
  if (head.starts_with(kReference) && !is_plain(joined(common, head.substr(kReference.size())))) {
    return not_plain(joined(common, head.substr(kReference.size())));
  }
  return {};
}

Expected<void> check_rules_below(const std::string& top) {
  std::vector<std::string> pending = {top};
  while (!pending.empty()) {
    const std::string directory = std::move(pending.back());
    pending.pop_back();
    const std::unique_ptr<DIR, CloseDirectory> entries(::opendir(directory.c_str()));
    if (!entries) continue;
    while (const dirent* entry = ::readdir(entries.get())) {
      const std::string_view name = entry->d_name;
      const bool is_rules = name == kRules[0] || name == kRules[1];
      const bool may_be_directory = entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN;
      if (name == "." || name == ".." || name == ".git" || (!is_rules && !may_be_directory)) continue;
      std::string path = directory + "/" + std::string(name);
      if (is_rules && !is_plain(path)) return not_plain(path);
      struct stat status {};
      if (!may_be_directory || ::lstat(path.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) continue;
      pending.push_back(std::move(path));
    }
  }
  return {};
}

bool is_own_git_directory(const std::string& top) {
  std::error_code error;
  if (fs::is_directory(fs::symlink_status(top + "/.git", error))) return true;
  const std::string directory = git_directory_at(top);
  if (directory.empty()) return false;
  const auto leads_to = [&](const std::string& path, const std::string& wanted) {
    std::error_code problem;
    return !path.empty() && fs::equivalent(joined(directory, path), wanted, problem) && !problem;
  };
  // A further work tree is known by its `.git`, a submodule by the work tree itself.
  if (leads_to(first_line(directory + "/gitdir"), top + "/.git")) return true;
  const std::vector<std::string> named = files_named_in(directory + "/config");
  return std::any_of(named.begin(), named.end(), [&](const std::string& path) { return leads_to(path, top); });
}

bool RuleFiles::is_plain_above(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string directory = slash == std::string::npos ? "" : path.substr(0, slash);
  const auto known = known_.find(directory);
  if (known != known_.end()) return known->second;
  bool is_all = directory.empty() || is_plain_above(directory);
  for (const char* name : kRules)
    is_all = is_all && is_plain(top_ + "/" + (directory.empty() ? "" : directory + "/") + name);
  known_[directory] = is_all;
  return is_all;
}

}  // namespace py3k::engine
