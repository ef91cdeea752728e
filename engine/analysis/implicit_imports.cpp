#include "engine/analysis/implicit_imports.h"

#include <algorithm>
#include <array>

#include "engine/one_of.h"
#include "engine/run/taken_names.h"

namespace py3k::engine {

namespace {

// Packages that came with Python 3 and hold hardly anything but modules: what else is used of one is of another.
struct HollowPackage {
  std::string_view name;
  std::array<std::string_view, 6> parts;
};
constexpr HollowPackage kHollowPackages[] = {
    {"concurrent", {"futures"}},
    {"html", {"entities", "escape", "parser", "unescape"}},
    {"http", {"HTTPMethod", "HTTPStatus", "client", "cookiejar", "cookies", "server"}},
    {"xmlrpc", {"client", "server"}},
};

// Those of Python 2 that anything is done about.
constexpr std::string_view kBuiltins[] = {
    "StandardError", "abs",       "all",       "any",      "apply",     "basestring", "bin",
    "bool",          "buffer",    "bytearray", "bytes",    "callable",  "chr",        "classmethod",
    "cmp",           "coerce",    "compile",   "complex",  "delattr",   "dict",       "dir",
    "divmod",        "enumerate", "eval",      "execfile", "file",      "filter",     "float",
    "format",        "frozenset", "getattr",   "globals",  "hasattr",   "hash",       "help",
    "hex",           "id",        "input",     "int",      "intern",    "isinstance", "issubclass",
    "iter",          "len",       "list",      "locals",   "long",      "map",        "max",
    "memoryview",    "min",       "next",      "object",   "oct",       "open",       "ord",
    "pow",           "print",     "property",  "range",    "raw_input", "reduce",     "reload",
    "repr",          "reversed",  "round",     "set",      "setattr",   "slice",      "sorted",
    "staticmethod",  "str",       "sum",       "super",    "tuple",     "type",       "unichr",
    "unicode",       "vars",      "xrange",    "zip"};

// Parts of Python 2 itself, which no file hides.
constexpr std::string_view kBuiltInModules[] = {"__builtin__", "errno",  "exceptions", "gc",    "imp",
                                                "marshal",     "signal", "sys",        "thread"};

bool is_part(const HollowPackage& package, Node name) {
  const std::string_view text = name.is(Kind::kAliasedImport) ? name.child(Field::kName).text() : name.text();
  return std::find(package.parts.begin(), package.parts.end(), text) != package.parts.end();
}

// Is something used of what is imported as that package which is not in the standard one?
bool has_more(const Tree& tree, const HollowPackage& package) {
  bool is_imported = false;
  bool more = false;
  for (Node node : tree.root().descendants()) {
    if (node.is(Kind::kAttribute) && node.child(Field::kObject).text() == package.name)
      more = more || !is_part(package, node.child(Field::kAttribute));
    if (!is_imported_module(node) || node.text() != package.name || node.parent().is(Kind::kAliasedImport)) continue;
    if (node.parent().is(Kind::kImportStatement)) is_imported = true;
    for (Node name : node.parent().children())
      if (node.parent().is(Kind::kImportFromStatement) && name.field() == Field::kName && !is_part(package, name))
        return true;
  }
  return is_imported && more;
}

}  // namespace

std::string dotted_text(Node path) {
  std::string result;
  for (Node part : path.children()) {
    if (!part.is(Kind::kIdentifier)) continue;
    if (!result.empty()) result += '.';
    result += part.text();
  }
  return result;
}

ImplicitImports::ImplicitImports(const Tree& tree, const Project* project, const std::string& path, Dialect dialect)
    : around_(project), path_(path), is_python2_(dialect == Dialect::kPython2) {
  if (project == nullptr || dialect == Dialect::kPython3) return;
  home_ = project->home_of(path);
  if (!home_.is_in_package()) return;
  project_ = project;
  for (Node node : tree.root().descendants()) {
    if (node.is(Kind::kRelativeImport)) has_relative_ = true;
    if (!node.is(Kind::kFutureImportStatement)) continue;
    for (Node part : node.descendants())
      if (part.is(Kind::kIdentifier) && part.text() == "absolute_import") is_absolute_ = true;
  }
  if (is_absolute_ || is_python2_ || has_relative_) return;
  for (const HollowPackage& package : kHollowPackages) {
    const bool is_beside = project_->find(home_.directory, package.name) != ModuleKind::kNone;
    is_python2_ = is_python2_ || (is_beside && has_more(tree, package));
  }
  for (Node node : tree.root().descendants())
    is_python2_ = is_python2_ || (is_imported_module(node) && is_relative(dotted_text(node)));
}

bool is_imported_module(Node node) {
  if (!node.is(Kind::kDottedName)) return false;
  const Node around = node.parent().is(Kind::kAliasedImport) ? node.parent().parent() : node.parent();
  return around.is(Kind::kImportStatement) ||
         (around.is(Kind::kImportFromStatement) && node.field() == Field::kModuleName);
}

ImportOrigin ImplicitImports::origin(std::string_view module) const {
  if (project_ == nullptr || is_absolute_) return ImportOrigin::kElsewhere;
  const std::string_view first = module.substr(0, module.find('.'));
  // The main program, not the __main__.py beside the file, is what is meant.
  if (first == "__main__" || project_->find(home_.directory, first) == ModuleKind::kNone)
    return ImportOrigin::kElsewhere;
  const bool is_elsewhere = is_standard_module(first) || project_->find(home_.root, first) != ModuleKind::kNone;
  if (!is_python2_ && (is_elsewhere || has_relative_)) return ImportOrigin::kElsewhere;
  if (first == home_.module)
    return is_python2_ && first.size() == module.size() ? ImportOrigin::kItself : ImportOrigin::kElsewhere;
  // A directory that is on the path itself is no package for what lies in it.
  if (project_->taken_names().is_import_root(home_)) return ImportOrigin::kElsewhere;
  if (!is_elsewhere || project_->find(home_.directory, module) != ModuleKind::kNone) return ImportOrigin::kBeside;
  return ImportOrigin::kHalfway;
}

ImplicitImports::SecondName ImplicitImports::second_name(std::string_view module) const {
  const std::string first(module.substr(0, module.find('.')));
  if (project_ == nullptr || is_standard_module(first)) return {};
  const auto is_at = [&](const std::string& directory) {
    return project_->find(directory, first) != ModuleKind::kNone;
  };
  if (is_at(home_.directory) || is_at(home_.root)) return {};
  for (std::string directory = home_.directory; directory.size() > home_.root.size();
       directory.resize(directory.rfind('/'))) {
    if (!is_at(directory)) continue;
    const Home above = project_->home_of(directory + "/__init__.py");
    std::string importer = project_->taken_names().importer_by_package(above, first);
    if (!importer.empty()) return {above.package + "." + first, std::move(importer)};
  }
  return {};
}

bool ImplicitImports::star_binds(const std::string& module, std::string_view name) const {
  const bool is_builtin = std::find(std::begin(kBuiltins), std::end(kBuiltins), name) != std::end(kBuiltins);
  return is_builtin && around_ != nullptr &&
         around_->taken_names().star_binds(around_->home_of(path_), module, std::string(name));
}

bool ImplicitImports::is_own(std::string_view module) const {
  const std::string_view first = module.substr(0, module.find('.'));
  if (around_ == nullptr || is_one_of(kBuiltInModules, first) || !is_standard_module(first)) return false;
  const std::string root = around_->home_of(path_).root;
  const bool is_library = around_->find(root, "os") != ModuleKind::kNone;  // a Python's own
  return !is_library && around_->find(root, first) != ModuleKind::kNone;
}

bool ImplicitImports::needs_absolute_import(std::string_view module) const {
  if (project_ == nullptr) return false;
  const std::string_view first = module.substr(0, module.find('.'));
  return first != home_.module && !is_standard_module(first) &&
         project_->find(home_.directory, first) != ModuleKind::kNone;
}

}  // namespace py3k::engine
