#include "engine/run/project.h"

#include <algorithm>
#include <cctype>
#include <unordered_set>

#include "engine/run/class_index.h"
#include "engine/run/taken_names.h"

namespace py3k::engine {

namespace {

std::string_view parent_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return path.substr(0, std::max<std::size_t>(slash, 1));
}

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string joined(const std::string& directory, std::string_view name) {
  return directory + (directory.ends_with('/') ? "" : "/") + std::string(name);
}

bool is_identifier(std::string_view name) {
  const auto is_letter = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; };
  return !name.empty() && std::isdigit(static_cast<unsigned char>(name.front())) == 0 &&
         std::all_of(name.begin(), name.end(), is_letter);
}

// Programs by convention: distutils' and Django's.
bool is_program(std::string_view name) { return name == "setup" || name == "manage"; }

// The name that a file can be imported by; empty for other files. `fast.so`, `fastmodule.so`,
// `fast.x86_64-linux-gnu.so` and `fast.cpython-36m.so` are all `fast` (imp.get_suffixes(); PEP 3149).
std::string_view module_in(std::string_view file) {
  const std::string_view name = file.substr(0, file.find('.'));
  const std::string_view extension = file.substr(name.size());
  if (extension == ".py" || extension == ".pyx") return name;
  if (!extension.ends_with(".so") && !extension.ends_with(".pyd")) return {};
  constexpr std::string_view kModule = "module";
  const bool says_so = extension == ".so" && name.size() > kModule.size() && name.ends_with(kModule);
  return says_so ? name.substr(0, name.size() - kModule.size()) : name;
}

}  // namespace

struct Project::Listing {
  std::unordered_set<std::string> modules;
  std::unordered_set<std::string> directories;
};

Project::Project(const FileStore& store, const std::vector<std::string>& roots, const std::vector<std::string>& places)
    : store_(store),
      classes_(std::make_unique<const ClassIndex>(store, *this)),
      taken_names_(std::make_unique<const TakenNames>(store, *this, places)) {
  for (const std::string& root : roots)
    if (auto path = store.canonical(root)) roots_.push_back(std::move(*path));
}

Project::~Project() = default;

// A directory that can't be listed is as good as empty.
const Project::Listing& Project::list(const std::string& directory) const {
  const std::lock_guard lock(mutex_);
  auto& listing = listings_[directory];
  if (listing) return *listing;
  auto made = std::make_unique<Listing>();
  if (const auto entries = store_.list(directory)) {
    for (const DirectoryEntry& entry : *entries) {
      if (entry.kind == FileKind::kDirectory) made->directories.insert(entry.name);
      const std::string_view module = entry.kind == FileKind::kFile ? module_in(entry.name) : std::string_view();
      if (!module.empty()) made->modules.emplace(module);
    }
  }
  listing = std::move(made);
  return *listing;
}

bool Project::is_package(const std::string& directory) const { return list(directory).modules.contains("__init__"); }

bool Project::is_root(const std::string& directory) const {
  return std::find(roots_.begin(), roots_.end(), directory) != roots_.end();
}

Home Project::home_of(const std::string& path) const {
  Home home;
  const std::string named(parent_of(path));
  {
    const std::lock_guard lock(mutex_);
    auto [known, is_new] = canonical_.try_emplace(named);
    if (is_new) known->second = store_.canonical(named).value_or("");
    home.directory = known->second;
  }
  if (home.directory.empty()) return home;
  const std::string_view file = name_of(path);
  const std::string_view name = file.substr(0, file.find('.'));
  const bool is_source = file.substr(name.size()) == ".py" || file.substr(name.size()) == ".pyw";
  if (is_source && is_identifier(name) && !is_program(name)) home.module = name;
  home.root = home.directory;
  while (home.root.size() > 1 && !is_root(home.root) && is_package(home.root)) {
    home.package.insert(0, std::string(name_of(home.root)) + (home.package.empty() ? "" : "."));
    home.root = parent_of(home.root);
  }
  return home;
}

ModuleKind Project::find(const std::string& directory, std::string_view dotted) const {
  const std::string name(dotted.substr(0, dotted.find('.')));
  const bool is_last = name.size() == dotted.size();
  const Listing& here = list(directory);
  const std::string below = joined(directory, name);
  // In Python, too, a package comes before a module of that name.
  if (here.directories.contains(name) && is_package(below))
    return is_last ? ModuleKind::kPackage : find(below, dotted.substr(name.size() + 1));
  return is_last && here.modules.contains(name) ? ModuleKind::kModule : ModuleKind::kNone;
}

std::string Project::file_of(const std::string& directory, std::string_view dotted) const {
  const ModuleKind kind = find(directory, dotted);
  if (kind == ModuleKind::kNone) return {};
  std::string path = directory;
  for (std::size_t at = 0; at < dotted.size(); at = dotted.find('.', at) + 1) {
    path = joined(path, dotted.substr(at, dotted.find('.', at) - at));
    if (dotted.find('.', at) == std::string_view::npos) break;
  }
  return path + (kind == ModuleKind::kPackage ? "/__init__.py" : ".py");
}

}  // namespace py3k::engine
