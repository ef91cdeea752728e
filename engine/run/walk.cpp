#include "engine/run/walk.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "engine/run/glob.h"

namespace py3k::engine {
namespace {

// Directories that never hold anybody's own source.
constexpr auto kSkippedNames = std::to_array<std::string_view>({
    ".git",
    ".hg",
    ".svn",
    ".bzr",
    "_darcs",
    ".tox",
    ".nox",
    ".eggs",
    "__pycache__",
    "node_modules",
});

constexpr auto kNone = std::string_view::npos;

std::string join(const std::string& directory, const std::string& name) {
  if (directory.empty() || directory == ".") return name;
  return directory.back() == '/' ? directory + name : directory + "/" + name;
}

// A first line such as `#!/usr/bin/env python2.7 -u`.
bool runs_python(std::string_view start) {
  if (!start.starts_with("#!")) return false;
  std::string_view line = start.substr(2, start.find_first_of("\r\n") - 2);
  while (!line.empty()) {
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == kNone) return false;
    line.remove_prefix(begin);
    const std::string_view word = line.substr(0, line.find_first_of(" \t"));
    line.remove_prefix(word.size());
    const std::string_view program = word.substr(word.rfind('/') + 1);  // npos + 1 is 0
    if (program.starts_with("python") || program.starts_with("pypy")) return true;
    const bool is_of_env = program == "env" || program.starts_with('-') || program.find('=') != kNone;
    if (!is_of_env) return false;
  }
  return false;
}

bool has_python_extension(std::string_view name) { return name.ends_with(".py") || name.ends_with(".pyw"); }

bool contains(const std::vector<DirectoryEntry>& entries, std::string_view name) {
  return std::any_of(entries.begin(), entries.end(), [name](const auto& entry) { return entry.name == name; });
}

// A file on its way to the result.
struct Candidate {
  std::string path;
  std::string canonical;  // empty for errors
  bool is_link = false;
  Error error;
};

// The work tree that a directory is part of.
struct WorkTree {
  const IgnoreRules* rules = nullptr;  // null: there is none
  std::string top;                     // its absolute path

  bool ignores(const std::string& absolute, bool is_directory) const {
    if (rules == nullptr || absolute.size() <= top.size() + 1) return false;
    return rules->ignores(absolute.substr(top == "/" ? 1 : top.size() + 1), is_directory);
  }
};

class Walker {
 public:
  Walker(const FileStore& store, const WalkOptions& options) : store_(store), options_(options) {}

  void add(const std::string& path) {
    const auto info = store_.inspect(path);
    if (!info) return add_error(path, info.error());
    switch (info->kind) {
      case FileKind::kDirectory:
        return add_directory(path);
      case FileKind::kDanglingLink:
        return add_error(path, {"is a symbolic link to something that does not exist", ""});
      case FileKind::kOther:
        return add_error(path, {"is neither a file nor a directory", ""});
      case FileKind::kFile:
        return add_named_file(path, info->is_link);
    }
  }

  std::vector<WalkedPath> take_result() {
    drop_repetitions();
    std::vector<WalkedPath> result;
    result.reserve(candidates_.size());
    for (Candidate& candidate : candidates_) result.push_back({std::move(candidate.path), std::move(candidate.error)});
    return result;
  }

 private:
  // A directory whose content is being looked at. All names for the same place: as the user would write it, relative to
  // what the user named, and absolute.
  struct Place {
    std::string path;
    std::string relative;
    std::string absolute;
    WorkTree tree;

    Place below(const std::string& name) const {
      return {join(path, name), join(relative, name), join(absolute, name), tree};
    }
  };

  void add_error(const std::string& path, Error error) { candidates_.push_back({path, "", false, std::move(error)}); }

  void add_file(const std::string& path, const std::string& absolute, bool is_link) {
    candidates_.push_back({path, absolute, is_link, {}});
  }

  void add_named_file(const std::string& path, bool is_link) {
    const auto canonical = store_.canonical(path);
    if (!canonical) return add_error(path, canonical.error());
    add_file(path.starts_with("./") ? path.substr(2) : path, *canonical, is_link);
  }

  void add_directory(std::string path) {
    const auto canonical = store_.canonical(path);
    if (!canonical) return add_error(path, canonical.error());
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    if (path.starts_with("./")) path.erase(0, 2);
    WorkTree tree = enclosing_tree(*canonical);
    // Who names a directory that git ignores wants what is in it.
    if (tree.ignores(*canonical, true)) tree = {};
    std::vector<Place> pending = {{path, "", *canonical, tree}};
    bool is_named = true;
    while (!pending.empty()) {
      const Place place = std::move(pending.back());
      pending.pop_back();
      visit(place, is_named, pending);
      is_named = false;
    }
  }

  void visit(Place place, bool is_named, std::vector<Place>& pending) {
    const auto entries = store_.list(place.path);
    if (!entries) return add_error(place.path, entries.error());
    if (!is_named && is_by_tools(place, *entries)) return;
    if (contains(*entries, ".git") && place.absolute != place.tree.top) open_tree(place);
    if (is_named) named_ = place;
    for (const DirectoryEntry& entry : *entries) {
      if (entry.kind == FileKind::kDirectory) {
        if (!entry.is_link && is_wanted_directory(place, entry.name)) pending.push_back(place.below(entry.name));
      } else {
        visit_file(place, entry);
      }
    }
  }

  void visit_file(const Place& place, const DirectoryEntry& entry) {
    const bool has_extension = has_python_extension(entry.name);
    const bool may_be_script = entry.kind == FileKind::kFile && entry.name.find('.') == kNone;
    if (!has_extension && !may_be_script) return;
    if (entry.kind == FileKind::kOther) return;
    const Place file = place.below(entry.name);
    if (is_excluded(file, false) || place.tree.ignores(file.absolute, false)) return;
    if (entry.kind == FileKind::kDanglingLink) {
      return add_error(file.path, {"is a symbolic link to something that does not exist", ""});
    }
    if (!has_extension && !is_script(file)) return;
    if (!entry.is_link) return add_file(file.path, file.absolute, false);
    const auto canonical = store_.canonical(file.path);
    if (!canonical) return add_error(file.path, canonical.error());
    if (is_wanted_target(*canonical)) add_file(file.path, *canonical, true);
  }

  // A link brings in nothing that is left out by its own name. Goes down to it as visit() would.
  bool is_wanted_target(const std::string& target) {
    std::string_view rest = path_below(target, named_.absolute);
    if (rest.empty()) return false;
    Place place = named_;
    for (std::size_t slash = rest.find('/'); slash != kNone; slash = rest.find('/')) {
      const std::string name(rest.substr(0, slash));
      if (!is_wanted_directory(place, name)) return false;
      place = place.below(name);
      const auto entries = store_.list(place.path);
      if (!entries || is_by_tools(place, *entries)) return false;
      if (contains(*entries, ".git") && place.absolute != place.tree.top) open_tree(place);
      rest.remove_prefix(slash + 1);
    }
    const Place file = place.below(std::string(rest));
    return !is_excluded(file, false) && !place.tree.ignores(file.absolute, false);
  }

  // A file that can't be read and has no extension is most likely none of ours.
  bool is_script(const Place& file) const {
    constexpr std::size_t kLongestFirstLine = 128;
    const auto start = store_.read_start(file.path, kLongestFirstLine);
    return start && runs_python(*start);
  }

  bool is_wanted_directory(const Place& place, const std::string& name) const {
    if (std::find(kSkippedNames.begin(), kSkippedNames.end(), name) != kSkippedNames.end()) return false;
    const Place directory = place.below(name);
    return !is_excluded(directory, true) && !place.tree.ignores(directory.absolute, true);
  }

  bool is_excluded(const Place& place, bool is_directory) const {
    if (!options_.exclude_base.empty()) return is_excluded_from_base(place, is_directory);
    return std::any_of(options_.exclude.begin(), options_.exclude.end(), [&](const std::string& glob) {
      return glob_matches(glob, place.relative, is_directory) || glob_matches(glob, place.path, is_directory);
    });
  }

  bool is_excluded_from_base(const Place& place, bool is_directory) const {
    const std::string_view relative = path_below(place.absolute, options_.exclude_base);
    return !relative.empty() && std::any_of(options_.exclude.begin(), options_.exclude.end(), [&](const auto& glob) {
      return glob_matches(glob, relative, is_directory);
    });
  }

  // A virtual environment, or what CVS keeps beside its files, by what is in it rather than by what it is called: SCons
  // has sources in a directory CVS. The environments that Python 2's virtualenv made have no pyvenv.cfg.
  bool is_by_tools(const Place& place, const std::vector<DirectoryEntry>& entries) const {
    if (contains(entries, "pyvenv.cfg") || contains(entries, "conda-meta")) return true;
    if (contains(entries, "Entries") && contains(entries, "Repository")) return true;
    const bool is_posix = contains(entries, "bin") && (contains(entries, "lib") || contains(entries, "lib64"));
    if (is_posix && store_.inspect(join(place.path, "bin/activate"))) return true;
    const bool is_windows = contains(entries, "Scripts") && contains(entries, "Lib");
    return is_windows && store_.inspect(join(place.path, "Scripts/activate.bat")).has_value();
  }

  // The work tree that an absolute path is in; its own `.git` is found when it is listed.
  WorkTree enclosing_tree(const std::string& absolute) {
    if (!options_.open_rules) return {};
    for (std::size_t slash = absolute.rfind('/'); slash != kNone && slash > 0; slash = absolute.rfind('/', slash - 1)) {
      const std::string top = absolute.substr(0, slash);
      if (store_.inspect(top + "/.git")) return {rules_of(top), top};
    }
    return {};
  }

  void open_tree(Place& place) {
    if (options_.open_rules) place.tree = {rules_of(place.absolute), place.absolute};
  }

  const IgnoreRules* rules_of(const std::string& top) {
    const auto [found, is_new] = rules_.try_emplace(top);
    if (is_new) found->second = options_.open_rules(top);
    return found->second.get();
  }

  // Of several names for one file the one that is no link stays, then the first.
  void drop_repetitions() {
    std::sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
      return std::tie(a.path, a.is_link, a.canonical) < std::tie(b.path, b.is_link, b.canonical);
    });
    std::unordered_map<std::string, std::size_t> chosen;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const auto [found, is_new] = chosen.try_emplace(key_of(candidates_[i]), i);
      if (!is_new && candidates_[found->second].is_link && !candidates_[i].is_link) found->second = i;
    }
    std::vector<Candidate> kept;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (chosen.at(key_of(candidates_[i])) == i) kept.push_back(candidates_[i]);
    }
    candidates_ = std::move(kept);
  }

  // Errors repeat by the name they are about: absolute paths start with a slash, these don't.
  static std::string key_of(const Candidate& candidate) {
    return candidate.canonical.empty() ? "error " + candidate.path : candidate.canonical;
  }

  const FileStore& store_;
  const WalkOptions& options_;
  std::vector<Candidate> candidates_;
  Place named_;                                                          // the directory that is being walked
  std::unordered_map<std::string, std::unique_ptr<IgnoreRules>> rules_;  // by the top of their work tree
};

}  // namespace

std::vector<WalkedPath> walk(const FileStore& store, const std::vector<std::string>& paths,
                             const WalkOptions& options) {
  Walker walker(store, options);
  for (const std::string& path : paths) walker.add(path);
  return walker.take_result();
}

}  // namespace py3k::engine
