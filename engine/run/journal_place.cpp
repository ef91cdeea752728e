#include "engine/run/journal_place.h"

#include <filesystem>
#include <string_view>

namespace py3k::engine {
namespace {

namespace fs = std::filesystem;

bool is_below(const std::string& one, const std::string& other) {
  if (other == "/") return true;
  return one.starts_with(other) && (one.size() == other.size() || one[other.size()] == '/');
}

// `.git` is a directory or, in further work trees and submodules, a file that says where it is.
std::string git_directory_at(const FileStore& store, const fs::path& top) {
  const std::string dot_git = (top / ".git").string();
  const auto info = store.inspect(dot_git);
  if (!info) return "";
  std::string directory = dot_git;
  if (info->kind == FileKind::kFile) {
    constexpr std::string_view kKey = "gitdir: ";
    const std::string line = store.read(dot_git).value_or("");
    if (!line.starts_with(kKey)) return "";
    directory = (top / line.substr(kKey.size(), line.find_first_of("\r\n") - kKey.size())).lexically_normal().string();
  }
  return store.inspect(directory + "/HEAD") ? directory : "";
}

}  // namespace

bool is_same_or_within(const std::string& one, const std::string& other) {
  return is_below(one, other) || is_below(other, one);
}

std::string git_directory_of(const FileStore& store, const std::string& directory) {
  for (fs::path top = directory;; top = top.parent_path()) {
    if (std::string found = git_directory_at(store, top); !found.empty()) return found;
    if (top == top.parent_path()) return "";
  }
}

Expected<JournalPlace> journal_place(const FileStore& store, const std::string& about, const std::string& state_home) {
  const auto canonical = store.canonical(about.empty() ? "." : about);
  if (!canonical) return failure(about + " " + canonical.error().what, canonical.error().advice);
  if (const std::string git = git_directory_of(store, *canonical); !git.empty()) {
    return JournalPlace{git + "/py3k", *canonical, false};
  }
  if (state_home.empty()) {
    return failure("there is no place for a journal: " + *canonical + " is in no git work tree and HOME is not set",
                   "set XDG_STATE_HOME, or add --no-journal");
  }
  return JournalPlace{state_home + "/py3k", *canonical, true};
}

}  // namespace py3k::engine
