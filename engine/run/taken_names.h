// TakenNames: which names of a module other files of its project take, by import or as attributes of the module.
//
//   TakenNames taken(store, project, {"app"});
//   taken.takers_of(project.home_of("app/util.py"), "imap")   // {{"app/main.py", "util.imap"}}
//
// The project is what lies below the directories that a run is about, the top of the work tree, or the directory of a
// setup.py, whichever is outermost; else the modules and packages beside the file. Its imports are read once, when
// they are first asked for, from the bytes as they are: what an import takes, and how it is used, is the same before
// and after a conversion, since names that are taken stay. All functions may be called from several threads at once.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/run/file_store.h"
#include "engine/run/project.h"

namespace py3k::engine {

class TakenNames {
 public:
  TakenNames(const FileStore& store, const Project& project, const std::vector<std::string>& places);
  ~TakenNames();
  TakenNames(const TakenNames&) = delete;
  TakenNames& operator=(const TakenNames&) = delete;

  // `by_star`: does `from module import *` take the name?
  std::vector<NameTaker> takers_of(const Home& module, const std::string& name, bool by_star) const;

  // Is the directory of a package never used as one, while files below import its modules by their bare names? Then it
  // is on the path itself.
  bool is_import_root(const Home& home) const;
  // Who imports that module of the package by the package's name; empty: nobody does.
  std::string importer_by_package(const Home& home, const std::string& module) const;

  // What is read of a taken thing that is itself a module: "urlopen" for `util.urllib2.urlopen`.
  std::vector<std::string> attributes_of(const NameTaker& taker) const;

  // Is a name of a module of the project, as the file calls it, a module of that name: `util.itertools`?
  bool is_module_in(const Home& file, const std::string& module, const std::string& name) const;

  // Does `from module import *` in a file bind the name? `module` begins with dots where it is relative.
  bool star_binds(const Home& file, const std::string& module, const std::string& name) const;

  // A file's bytes, as the first who asked has found them: what looks around in a project reads each file once. Empty
  // where it can't be read.
  std::shared_ptr<const std::string> text_of(const std::string& path) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace py3k::engine
