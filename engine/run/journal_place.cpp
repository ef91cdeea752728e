#include "engine/run/journal_place.h"

#include <filesystem>
#include <string_view>

#include "engine/run/journal.h"

namespace py3k::engine {
namespace {

namespace fs = std::filesystem;

bool is_below(const std::string& one, const std::string& other) {
  if (other == "/") return true;
  return one.starts_with(other) && (one.size() == other.size() || one[other.size()] == '/');
}

// `.git` is a directory or, in further work trees and submodules, a file that says where it is.
bool is_work_tree(const FileStore& store, const fs::path& top) {
  const std::string dot_git = (top / ".git").string();
  const auto info = store.inspect(dot_git);
  if (!info) return false;
  std::string directory = dot_git;
  if (info->kind == FileKind::kFile) {
    constexpr std::string_view kKey = "gitdir: ";
    constexpr std::uint64_t kLongestLink = 8192;
    const std::string line = store.read_up_to(dot_git, kLongestLink).value_or("");
    if (!line.starts_with(kKey)) return false;
    directory = (top / line.substr(kKey.size(), line.find_first_of("\r\n") - kKey.size())).lexically_normal().string();
  }
  return store.inspect(directory + "/HEAD").has_value();
}

std::string work_tree_of(const FileStore& store, const std::string& directory) {
  for (fs::path top = directory;; top = top.parent_path()) {
    if (is_work_tree(store, top)) return top.string();
    if (top == top.parent_path()) return "";
  }
}

}  // namespace

bool is_same_or_within(const std::string& one, const std::string& other) {
  return is_below(one, other) || is_below(other, one);
}

Expected<JournalPlace> journal_place(const FileStore& store, const std::string& about, const std::string& state_home) {
  const auto canonical = store.canonical(about.empty() ? "." : about);
  if (!canonical) return failure(about + " " + canonical.error().what, canonical.error().advice);
  if (state_home.empty()) {
    return failure("there is no place for a journal: HOME is not set", "set XDG_STATE_HOME, or add --no-journal");
  }
  const std::string all = state_home + "/py3k";
  const std::string top = work_tree_of(store, *canonical);
  if (top.empty()) return JournalPlace{all, *canonical, "", true};
  return JournalPlace{all + "/trees/" + digest_of(top), *canonical, top, false};
}

}  // namespace py3k::engine
