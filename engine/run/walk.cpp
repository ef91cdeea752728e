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

// Files that other tools run as Python, and that only --include takes: some projects have others of these names.
bool is_python_by_name(std::string_view name) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"SConstruct", "Sconstruct", "sconstruct", "SConscript", "sconscript", "wscript"});
  return name.ends_with(".wsgi") || name.ends_with(".tac") ||
         std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool is_skipped_name(std::string_view name) {
  return std::find(kSkippedNames.begin(), kSkippedNames.end(), name) != kSkippedNames.end();
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
  Walker(const FileStore& store, const WalkOptions& options, PassedOver& passed_over)
      : store_(store), options_(options), passed_over_(passed_over) {}

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
    for (Candidate& candidate : candidates_) {
      result.push_back({std::move(candidate.path), std::move(candidate.error), std::move(candidate.canonical)});
    }
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
    if (!is_named && is_by_tools(place, *entries)) {
      ++passed_over_.environments.directories;
      return;
    }
    if (contains(*entries, ".git") && place.absolute != place.tree.top) open_tree(place);
    if (is_named) named_ = place;
    for (const DirectoryEntry& entry : *entries) {
      const bool is_rules = place.tree.rules != nullptr && entry.name == ".gitignore";
      if (is_rules && entry.kind == FileKind::kOther) {
        add_error(join(place.path, entry.name), {"is no regular file, and so nothing here is ignored", "remove it"});
      }
      if (entry.kind == FileKind::kDirectory) {
        if (entry.is_link) continue;
        is_wanted_directory(place, entry.name) ? pending.push_back(place.below(entry.name))
                                               : count_directory(place, entry.name);
      } else {
        visit_file(place, entry);
      }
    }
  }

  void visit_file(const Place& place, const DirectoryEntry& entry) {
    const bool is_listed = !options_.include.empty() && is_included(place.below(entry.name));
    const bool has_extension = has_python_extension(entry.name) || is_listed;
    const bool is_by_name = !has_extension && is_python_by_name(entry.name);
    const bool may_be_script = entry.kind == FileKind::kFile && entry.name.find('.') == kNone;
    if (!has_extension && !may_be_script && !is_by_name) return;
    if (entry.kind == FileKind::kOther) return;
    const Place file = place.below(entry.name);
    if (is_excluded(file, false)) return count_file(passed_over_.excluded, has_extension);
    if (place.tree.ignores(file.absolute, false)) return count_file(passed_over_.ignored, has_extension);
    if (entry.kind == FileKind::kDanglingLink) {
      return add_error(file.path, {"is a symbolic link to something that does not exist", ""});
    }
    const bool is_taken = has_extension || (may_be_script && is_script(file));
    if (!is_taken) return is_by_name ? count_not_included(file.path) : void();
    if (!entry.is_link) return add_file(file.path, file.absolute, false);
    const auto canonical = store_.canonical(file.path);
    if (!canonical) return add_error(file.path, canonical.error());
    if (is_wanted_target(*canonical)) add_file(file.path, *canonical, true);
  }

  // Of scripts nothing is known before their first line has been read.
  static void count_file(PassedOver::Count& count, bool has_extension) { count.files += has_extension ? 1 : 0; }

  void count_not_included(const std::string& path) {
    const bool is_first = passed_over_.not_included.files++ == 0;
    if (is_first || path < passed_over_.not_included_example) passed_over_.not_included_example = path;
  }

  void count_directory(const Place& place, const std::string& name) {
    if (is_skipped_name(name)) return;
    ++(is_excluded(place.below(name), true) ? passed_over_.excluded : passed_over_.ignored).directories;
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
    if (is_skipped_name(name)) return false;
    const Place directory = place.below(name);
    return !is_excluded(directory, true) && !place.tree.ignores(directory.absolute, true);
  }

  bool is_excluded(const Place& place, bool is_directory) const {
    return matches(options_.exclude, options_.exclude_base, place, is_directory);
  }
  bool is_included(const Place& file) const { return matches(options_.include, options_.include_base, file, false); }

  static bool matches(const std::vector<std::string>& globs, const std::string& base, const Place& place,
                      bool is_directory) {
    const auto any = [&](std::string_view path) {
      return std::any_of(globs.begin(), globs.end(),
                         [&](const std::string& glob) { return glob_matches(glob, path, is_directory); });
    };
    if (globs.empty()) return false;
    if (base.empty()) return any(place.relative) || any(place.path);
    const std::string_view relative = path_below(place.absolute, base);
    return !relative.empty() && any(relative);
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
  PassedOver& passed_over_;
  std::vector<Candidate> candidates_;
  Place named_;                                                          // the directory that is being walked
  std::unordered_map<std::string, std::unique_ptr<IgnoreRules>> rules_;  // by the top of their work tree
};

}  // namespace

std::vector<WalkedPath> walk(const FileStore& store, const std::vector<std::string>& paths, const WalkOptions& options,
                             PassedOver* passed_over) {
  PassedOver nobody_asks;
  Walker walker(store, options, passed_over == nullptr ? nobody_asks : *passed_over);
  for (const std::string& path : paths) walker.add(path);
  return walker.take_result();
}

}  // namespace py3k::engine
