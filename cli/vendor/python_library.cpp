#include "cli/vendor/python_library.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace py3k::cli {
namespace {

using engine::Expected;
using engine::FileKind;
using engine::FileStore;

constexpr std::string_view kSource = ".py";
constexpr std::string_view kPackage = "__init__.py";

// What nobody imports a module for.
bool is_for_tests(std::string_view name) { return name == "test" || name == "tests" || name == "site-packages"; }

std::string dotted(std::string path) {
  path.resize(path.size() - kSource.size());
  if (path.ends_with("/__init__")) path.resize(path.size() - std::string_view("/__init__").size());
  std::replace(path.begin(), path.end(), '/', '.');
  return path;
}

}  // namespace

Expected<PythonLibrary> PythonLibrary::open(const FileStore& store, const std::string& directory) {
  PythonLibrary library;
  library.directory_ = directory;
  while (library.directory_.size() > 1 && library.directory_.ends_with('/')) library.directory_.pop_back();
  const auto has = [&](const char* name) { return store.inspect(library.directory_ + "/" + name).has_value(); };
  if (!has("os.py"))
    return engine::failure("--from-library " + directory + " is no Python's library: it has no os.py",
                           "give a directory such as /usr/lib/python2.7");
  library.is_python2_ = has("UserDict.py");
  library.read(store);
  return library;
}

void PythonLibrary::read(const FileStore& store) {
  std::vector<std::string> directories = {""};
  while (!directories.empty()) {
    const std::string below = std::move(directories.back());
    directories.pop_back();
    const auto entries = store.list(directory_ + "/" + below);
    if (!entries) continue;
    const auto is_init = [](const auto& entry) { return entry.name == kPackage; };
    if (!below.empty() && std::none_of(entries->begin(), entries->end(), is_init)) continue;
    for (const engine::DirectoryEntry& entry : *entries) {
      if (entry.kind == FileKind::kDirectory && !is_for_tests(entry.name))
        directories.push_back(below + entry.name + "/");
      if (entry.kind == FileKind::kFile && entry.name.ends_with(kSource))
        files_.emplace(dotted(below + entry.name), below + entry.name);
    }
  }
  for (const auto& [module, file] : files_) modules_.insert(module);
}

std::string PythonLibrary::version() const {
  constexpr std::string_view kName = "python";
  const std::string name = directory_.substr(directory_.rfind('/') + 1);
  if (name.starts_with(kName) && name.size() > kName.size()) return name.substr(kName.size());
  return is_python2_ ? "2.7" : "3";
}

std::string PythonLibrary::file_of(const std::string& module) const {
  const auto found = files_.find(module);
  return found == files_.end() ? "" : found->second;
}

}  // namespace py3k::cli
