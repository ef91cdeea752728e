// walk: which files a run is about.
//
//   for (const WalkedPath& found : walk(store, {"app", "setup.py"}, {}))
//     if (found.error.what.empty()) convert(found.path);
//
// A file that is named is always taken. In a directory that is named, and all below it, those are taken that are called
// *.py or *.pyw, those without extension whose first line runs python, and what --include names. Left out are version
// control's own folders, virtual environments, installed packages, caches, what git ignores, and what --exclude names.
// Links to directories are not followed; links to files are where what they lead to is below what was named, and not
// left out itself.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/error.h"
#include "engine/run/file_store.h"
#include "engine/run/ignore_rules.h"

namespace py3k::engine {

struct WalkOptions {
  std::vector<std::string> exclude;       // globs, for paths relative to the directory named, or to this one:
  std::string exclude_base = {};          // absolute, without links; empty: there is none
  std::vector<std::string> include = {};  // globs, likewise: files that are taken whatever they are called
  std::string include_base = {};
  // Opens the rules of a work tree by its absolute path. Unset: what version control ignores is taken as well.
  std::function<std::unique_ptr<IgnoreRules>(const std::string& work_tree)> open_rules = open_git_rules;
};

// A file to convert, or a path about which only this can be said: why it can't be.
struct WalkedPath {
  std::string path;          // as the user would name it: what was named, and what was found below it
  Error error;               // what: empty for a file to convert
  std::string real{};        // where it lies, without links; empty for errors
  std::string left_alone{};  // why a file that could be converted is not to be; see git_filter.h
};

// What was not looked at: files that would have been taken, and directories, whatever is in them.
struct PassedOver {
  struct Count {
    std::size_t files = 0;
    std::size_t directories = 0;
  };
  Count excluded;
  Count ignored;       // by version control
  Count environments;  // virtual environments and the like
  Count not_included;  // well-known files of Python, such as SConstruct, that --include does not name
  std::string not_included_example;
  Count not_chosen;  // --since, --staged; filled in by who chooses
};

// Sorted by path, each file once, whichever names lead to it.
std::vector<WalkedPath> walk(const FileStore& store, const std::vector<std::string>& paths, const WalkOptions& options,
                             PassedOver* passed_over = nullptr);

}  // namespace py3k::engine
