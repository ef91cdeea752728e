// ImportList: what a file imports when it is itself imported, as written. What functions import when they are called is
// left out: it neither decides in which order modules are loaded nor makes a cycle of them.
//
//   ImportList list = imports_of("from .fields import text\nimport os.path\n");
//   // {level 1, module "fields", name "text"}, {level 0, module "os.path", name ""}
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace py3k::engine {

struct ImportedName {
  unsigned level = 0;  // the dots before it
  std::string module;  // empty in `from . import x`
  std::string name;    // of `from m import name`; empty in `import m`, "*" for all
};

struct ImportList {
  std::vector<ImportedName> names;
  bool is_absolute = false;  // Python 3, or `from __future__ import absolute_import`
};

// Of a file's bytes; empty for what is no Python.
ImportList imports_of(std::string bytes);

}  // namespace py3k::engine
