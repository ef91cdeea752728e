#include "engine/analysis/star_imports.h"

#include <algorithm>
#include <vector>

namespace py3k::engine {

namespace {

struct Module {
  std::string_view name;
  std::vector<std::string_view> builtins;  // the builtins that it redefines
};

const std::vector<Module>& modules() {
  static const std::vector<std::string_view> future = {
      "ascii", "bytes", "chr",    "dict", "filter", "hex", "input", "int",   "isinstance", "list",  "map", "max",
      "min",   "next",  "object", "oct",  "open",   "pow", "range", "round", "str",        "super", "zip"};
  static const std::vector<std::string_view> past = {"apply",  "basestring", "chr",    "cmp",    "dict",   "execfile",
                                                     "filter", "int",        "intern", "long",   "map",    "object",
                                                     "oct",    "raw_input",  "range",  "reduce", "reload", "str",
                                                     "unichr", "unicode",    "xrange", "zip"};
  static const std::vector<Module> table = {
      {"six.moves", {"filter", "input", "intern", "map", "range", "reduce", "xrange", "zip"}},
      {"future.builtins", future},
      {"builtins", future},  // the package of that name that `future` installs for Python 2
      {"past.builtins", past},
      {"future_builtins", {"ascii", "filter", "hex", "map", "oct", "zip"}},
      {"codecs", {"open"}},
      {"io", {"open"}},
      {"os", {"open"}},
  };
  return table;
}

// Copies of six live in many packages: django.utils.six.moves, requests.packages.urllib3.packages.six.moves.
bool is_module(std::string_view written, std::string_view name) {
  if (written == name) return true;
  return name == "six.moves" && written.size() > name.size() && written.ends_with(name) &&
         written[written.size() - name.size() - 1] == '.';
}

}  // namespace

bool star_import_hides(std::string_view module, std::string_view name, Language language) {
  if (module == "builtins" && language == Language::kPython3) return false;
  return std::any_of(modules().begin(), modules().end(), [&](const Module& it) {
    return is_module(module, it.name) && std::find(it.builtins.begin(), it.builtins.end(), name) != it.builtins.end();
  });
}

}  // namespace py3k::engine
