// PythonLibrary: the modules of a Python's library that are written in Python, and can come along into a project.
//
//   auto library = PythonLibrary::open(store, "/usr/lib/python2.7");
//   library->modules();              // "sgmllib", "compiler", "compiler.ast", …
//   library->file_of("compiler")     // "compiler/__init__.py", below library->directory()
#pragma once

#include <map>
#include <set>
#include <string>

#include "engine/error.h"
#include "engine/run/file_store.h"

namespace py3k::cli {

class PythonLibrary {
 public:
  static engine::Expected<PythonLibrary> open(const engine::FileStore& store, const std::string& directory);

  const std::string& directory() const { return directory_; }
  bool is_python2() const { return is_python2_; }
  std::string version() const;  // "2.7", or "3" where the directory's name says no more
  const std::set<std::string>& modules() const { return modules_; }
  bool has(const std::string& module) const { return modules_.contains(module); }
  // A module's file, below the directory: "compiler/__init__.py".
  std::string file_of(const std::string& module) const;

 private:
  void read(const engine::FileStore& store);

  std::string directory_;
  bool is_python2_ = false;
  std::set<std::string> modules_;
  std::map<std::string, std::string> files_;  // by module
};

}  // namespace py3k::cli
