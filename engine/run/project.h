// Project: what modules lie where, as far as Python 2 finds modules by files.
//
//   Project project(store);
//   Home home = project.home_of("app/models/user.py");           // .package == "app.models", .module == "user"
//   project.find(home.directory, "fields.text")                   // ModuleKind::kModule: app/models/fields/text.py
//
// A directory with an __init__.py is a package, and its name begins at the outermost of such directories, or below a
// root that the user has named. A directory without __init__.py is none: namespace packages came with Python 3.3 (PEP
// 420). Directories are listed when first asked for, once. All functions may be called from several threads at once.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/run/file_store.h"

namespace py3k::engine {

enum class ModuleKind : std::uint8_t { kNone, kModule, kPackage };

// Where a file is among the modules.
struct Home {
  std::string directory;  // absolute, without links
  std::string root;       // the directory that its outermost package lies in
  std::string package;    // the dotted name of the package it belongs to; empty: none
  std::string module;     // its own name; "__init__" for the package itself; empty: it can't be imported

  bool is_in_package() const { return !package.empty() && !module.empty(); }
};

// A file that takes a name of a module.
struct NameTaker {
  std::string path;
  std::string spelled;  // what it is called there: "imap", "util.imap"; ".imap": of a thing that is not known
};

class ClassIndex;
class TakenNames;

class Project {
 public:
  // `roots`: directories in which modules and packages of the top level lie, whether or not they hold an __init__.py.
  // `places`: what a run is about, files and directories.
  explicit Project(const FileStore& store, const std::vector<std::string>& roots = {},
                   const std::vector<std::string>& places = {});
  ~Project();
  Project(const Project&) = delete;
  Project& operator=(const Project&) = delete;

  // What can't be imported under its name (it has another extension, or a name such as build-docs.py), or is only ever
  // run (setup.py, manage.py), is in no package, wherever it lies.
  Home home_of(const std::string& path) const;

  // What a dotted name stands for in a directory: a .py file, a directory with __init__.py, or an extension module,
  // built (.so, .pyd) or about to be (.pyx).
  ModuleKind find(const std::string& directory, std::string_view dotted) const;
  bool is_package(const std::string& directory) const;  // does it hold an __init__.py?
  // The source file of such a module; of a package, its __init__.py. Empty where there is none.
  std::string file_of(const std::string& directory, std::string_view dotted) const;

  const ClassIndex& classes() const { return *classes_; }
  const TakenNames& taken_names() const { return *taken_names_; }

 private:
  struct Listing;
  const Listing& list(const std::string& directory) const;
  bool is_root(const std::string& directory) const;

  const FileStore& store_;
  std::vector<std::string> roots_;
  std::unique_ptr<const ClassIndex> classes_;
  std::unique_ptr<const TakenNames> taken_names_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, std::unique_ptr<const Listing>> listings_;  // by directory
  mutable std::unordered_map<std::string, std::string> canonical_;                    // by directory, as named
};

}  // namespace py3k::engine
