// walk: which files a run is about.
//
//   for (const WalkedPath& found : walk(store, {"app", "setup.py"}, {}))
//     if (found.error.what.empty()) convert(found.path);
//
// A file that is named is always taken. In a directory that is named, and all below it, those are taken that are called
// *.py or *.pyw, and those without extension whose first line runs python. Left out are version control's own folders,
// virtual environments, installed packages, caches, what git ignores, and what --exclude names. Links to directories
// are not followed; links to files are where what they lead to is below what was named, and not left out itself.
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
  std::vector<std::string> exclude;  // globs, for paths relative to the directory named, or to this one:
  std::string exclude_base = {};     // absolute, without links; empty: there is none
  // Opens the rules of a work tree by its absolute path. Unset: what version control ignores is taken as well.
  std::function<std::unique_ptr<IgnoreRules>(const std::string& work_tree)> open_rules = open_git_rules;
};

// A file to convert, or a path about which only this can be said: why it can't be.
struct WalkedPath {
  std::string path;          // as the user would name it: what was named, and what was found below it
  Error error;               // what: empty for a file to convert
  std::string left_alone{};  // why a file that could be converted is not to be; see git_filter.h
};

// Sorted by path, each file once, whichever names lead to it.
std::vector<WalkedPath> walk(const FileStore& store, const std::vector<std::string>& paths, const WalkOptions& options);

}  // namespace py3k::engine
