#include "cli/two_to_three_files.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace py3k::cli {
namespace {

using engine::DirectoryEntry;
using engine::FileKind;

class Finder {
 public:
  explicit Finder(const engine::FileStore& store) : store_(store) {}

  void add(const std::string& path) {
    const auto info = store_.inspect(path);
    if (!info) return add_error(path, info.error());
    switch (info->kind) {
      case FileKind::kDirectory:
        return add_directory(path);
      case FileKind::kFile:
        return add_file(path);
      case FileKind::kDanglingLink:
        return add_error(path, {"is a symbolic link to something that does not exist", ""});
      case FileKind::kOther:
        return add_error(path, {"is neither a file nor a directory", ""});
    }
  }

  std::vector<engine::WalkedPath> take() { return std::move(found_); }

 private:
  void add_error(const std::string& path, engine::Error error) {
    found_.push_back({.path = path, .error = std::move(error)});
  }

  // The same file under two names would be converted twice, at the same time.
  void add_file(const std::string& path) {
    auto canonical = store_.canonical(path);
    if (!canonical) return add_error(path, canonical.error());
    if (seen_.insert(*canonical).second) found_.push_back({.path = path, .error = {}, .real = std::move(*canonical)});
  }

  void add_directory(const std::string& path) {
    auto entries = store_.list(path);
    if (!entries) return add_error(path, entries.error());
    std::erase_if(*entries, [](const DirectoryEntry& entry) { return entry.name.starts_with('.'); });
    std::sort(entries->begin(), entries->end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    const std::string prefix = path.ends_with('/') ? path : path + "/";
    for (const DirectoryEntry& entry : *entries) {
      if (entry.kind != FileKind::kDirectory && entry.name.ends_with(".py")) add(prefix + entry.name);
    }
    for (const DirectoryEntry& entry : *entries) {
      if (entry.kind == FileKind::kDirectory && !entry.is_link) add_directory(prefix + entry.name);
    }
  }

  const engine::FileStore& store_;
  std::vector<engine::WalkedPath> found_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

std::vector<engine::WalkedPath> find_files(const engine::FileStore& store, const std::vector<std::string>& paths) {
  Finder finder(store);
  for (const std::string& path : paths) finder.add(path);
  return finder.take();
}

}  // namespace py3k::cli
