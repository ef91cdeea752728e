// ImplicitImports: which modules a file imports from its own package though nothing in it says so. In Python 2 `import
// helper` in a package finds the helper.py beside the file before it looks anywhere else, the standard library
// included, unless the file says `from __future__ import absolute_import` (PEP 328).
//
//   ImplicitImports imports(tree, &project, "app/views.py", Dialect::kPython2);
//   imports.origin("helper")   // ImportOrigin::kBeside where app/helper.py is
//
// In a file that may be Python 3, nothing is taken from the package where there are explicit relative imports: who
// wrote it knows them. Else a module that is neither in the standard library nor at the top of the project is, and
// shows that the file is Python 2; without one, it is not taken for that.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "engine/report/finding.h"
#include "engine/run/project.h"
#include "engine/syntax/tree.h"

namespace py3k::engine {

enum class ImportOrigin : std::uint8_t {
  kElsewhere,
  kBeside,   // in the file's own package
  kItself,   // Python 2 finds the file itself
  kHalfway,  // `import xml.dom` where there is a package xml beside the file, without dom
};

class ImplicitImports {
 public:
  ImplicitImports() = default;  // of a file that is in no package
  ImplicitImports(const Tree& tree, const Project* project, const std::string& path, Dialect dialect);
  // Of a file of which no more is known: nothing is relative that does not say so.
  ImplicitImports(const Project* project, std::string path) : around_(project), path_(std::move(path)) {}

  // Of `helper`, `sub.mod`: of what stands behind `import`, or between `from` and `import`.
  ImportOrigin origin(std::string_view module) const;
  bool is_relative(std::string_view module) const { return origin(module) == ImportOrigin::kBeside; }

  // A module of a package further up that is imported by its bare name, which takes that package's directory on the
  // path, and elsewhere by the package's: who does that, and the name there; empty where it isn't so.
  struct SecondName {
    std::string name;
    std::string importer;
  };
  SecondName second_name(std::string_view module) const;

  // Has the project a module of that name at its top, where Python finds it before the standard library's?
  bool is_own(std::string_view module) const;

  // Would a Python 2 without `from __future__ import absolute_import` take that module from the package?
  bool needs_absolute_import(std::string_view module) const;

  // Does `from module import *` bind the name, one of a builtin, from a module of the project? Relative ones begin with
  // dots.
  bool star_binds(const std::string& module, std::string_view name) const;

  bool is_in_package() const { return project_ != nullptr; }
  const Home& home() const { return home_; }

 private:
  const Project* around_ = nullptr;  // null: nothing is known of other files
  std::string path_;
  const Project* project_ = nullptr;  // null: nothing is relative
  Home home_;
  bool is_absolute_ = false;  // `from __future__ import absolute_import`
  bool is_python2_ = false;
  bool has_relative_ = false;  // `from . import x`
};

// The identifiers of a dotted_name, joined by dots; there may be blanks between them.
std::string dotted_text(Node path);

// Is it what stands behind `import`, alias aside, or between `from` and `import`?
bool is_imported_module(Node node);

// Has the standard library, of Python 2.7 or of any 3, a module of that name?
bool is_standard_module(std::string_view name);

}  // namespace py3k::engine
