#include "engine/run/class_index.h"

#include <algorithm>
#include <cctype>
#include <mutex>
#include <utility>

#include "engine/analysis/implicit_imports.h"
#include "engine/dialect/dialect.h"
#include "engine/dialect/lexer.h"
#include "engine/one_of.h"
#include "engine/run/taken_names.h"
#include "engine/source/source_text.h"

namespace py3k::engine {

namespace {

// Methods of library classes whose names were, in Python 2, those of dicts and iterators, and which Python 3 has too.
// Of all others they are gone. https://docs.python.org/3/library/mailbox.html, tarfile.html, nntplib.html
constexpr std::string_view kOfMailboxes[] = {"iterkeys", "itervalues", "iteritems", "next", "keys", "values", "items"};

bool is_of_library(std::string_view module, std::string_view member) {
  if (module == "mailbox") return is_one_of(kOfMailboxes, member);
  return member == "next" && (module == "tarfile" || module == "nntplib");
}

constexpr int kMostHops = 8;  // from class to base, and from module to module

// What is gone through by an __iter__() of its own.
constexpr std::string_view kContainers[] = {
    "dict",     "list",        "Mapping",         "MutableMapping",   "Sequence", "DictMixin",
    "UserDict", "OrderedDict", "MutableSequence", "IterableUserDict", "UserList"};

std::string_view last_part(std::string_view dotted) { return dotted.substr(dotted.rfind('.') + 1); }

bool is_identifier_byte(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Tells the name behind each `def ` of a text. By looks: it may be in a string.
template <typename Tell>
void each_function(std::string_view text, Tell&& tell) {
  constexpr std::string_view kDef = "def ";
  for (std::size_t at = text.find(kDef); at != std::string_view::npos; at = text.find(kDef, at)) {
    at += kDef.size();
    const std::size_t begin = at;
    while (at < text.size() && is_identifier_byte(text[at])) ++at;
    tell(text.substr(begin, at - begin));
  }
}

bool mentions_function(std::string_view text, std::string_view name) {
  bool is_there = false;
  each_function(text, [&](std::string_view function) { is_there = is_there || function == name; });
  return is_there;
}

}  // namespace

// The dots at the front say in which package to begin.
std::string ClassIndex::path_of(const Home& importer, std::string_view dotted) const {
  if (store_ == nullptr || importer.directory.empty()) return {};
  const std::size_t level = std::min(dotted.find_first_not_of('.'), dotted.size());
  const std::string_view name = dotted.substr(level);
  std::string directory = level > 0 ? importer.directory : importer.root;
  for (std::size_t i = 1; i < level; ++i) directory.resize(std::max<std::size_t>(directory.rfind('/'), 1));
  return name.empty() ? directory + "/__init__.py" : project_->file_of(directory, name);
}

ClassIndex::Module* ClassIndex::module_at(const Home& importer, std::string_view dotted) const {
  std::string path = path_of(importer, dotted);
  if (path.empty()) return nullptr;
  auto& module = modules_[path];
  if (module == nullptr) {
    module = std::make_unique<Module>();
    module->home = project_->home_of(path);
    module->text = *project_->taken_names().text_of(path);
    module->path = std::move(path);
  }
  return module.get();
}

const ModuleOutline& ClassIndex::outline_of_module(Module& module) const {
  if (module.outline != nullptr) return *module.outline;
  auto outline = std::make_unique<ModuleOutline>();
  if (const auto source = read_source(module.text)) {
    LexedSource lexed = lex(source->text, {.language = Language::kPython2});
    const Dialect dialect = dialect_by_syntax(lexed.evidence);
    if (dialect == Dialect::kPython3) lexed = lex(source->text, {.language = Language::kPython3});
    const Tree tree = Tree::parse(lexed);
    const ImplicitImports implicit(tree, project_, module.path, dialect);
    *outline = outline_of(tree, Names(tree, &implicit));
  }
  module.text = {};
  module.outline = std::move(outline);
  return *module.outline;
}

ClassIndex::Place ClassIndex::place_of(const Home& importer, std::string_view imported, int hops) const {
  const std::size_t dot = imported.rfind('.');
  if (hops == 0 || dot == std::string_view::npos) return {};
  // ".Box" is Box in the package itself.
  const bool is_in_package = imported.find_first_not_of('.') > dot;
  const std::string_view module_name = imported.substr(0, is_in_package ? dot + 1 : dot);
  // Its classes are collections.UserDict and MutableMapping in Python 3, wherever it lies.
  if (module_name == "UserDict") return {.is_library = true};
  Module* module = module_at(importer, module_name);
  if (module == nullptr) {
    const std::string_view first = module_name.substr(0, module_name.find('.'));
    return {.is_library = first == "__builtin__" || is_standard_module(first)};
  }
  const ModuleOutline& outline = outline_of_module(*module);
  const std::string name(imported.substr(dot + 1));
  if (const auto type = outline.classes.find(name); type != outline.classes.end()) return {module, &type->second};
  const auto import = outline.imports.find(name);
  return import == outline.imports.end() ? Place() : place_of(module->home, import->second, hops - 1);
}

HasMember ClassIndex::find_base(const Home& importer, std::string_view imported, std::string_view member,
                                int hops) const {
  if (imported.empty() || hops == 0) return HasMember::kUnknown;
  const Place place = place_of(importer, imported, hops);
  if (place.type != nullptr) return find_in(where_of(*place.module), *place.type, member, hops - 1);
  if (is_of_library(imported.substr(0, imported.find('.')), member) && place.is_library) return HasMember::kYes;
  return place.is_library ? HasMember::kNo : HasMember::kUnknown;
}

HasMember ClassIndex::find_in(const Where& where, const ClassOutline& type, std::string_view member, int hops) const {
  if (type.members.contains(std::string(member))) {
    const bool counts = member != "next" || type.keeps_next || stays_in_python3(where, type, hops);
    return counts ? HasMember::kYes : HasMember::kNo;
  }
  if (hops == 0) return HasMember::kUnknown;
  HasMember all = HasMember::kNo;
  for (const std::string& base : type.bases) {
    const auto own = where.module.classes.find(base);
    const HasMember found = own != where.module.classes.end() ? find_in(where, own->second, member, hops - 1)
                                                              : find_base(where.home, base, member, hops);
    if (found == HasMember::kYes) return found;
    if (found == HasMember::kUnknown) all = found;
  }
  return all;
}

// Where nothing shows Python 2, a method next() may be what Python 3 has there.
bool ClassIndex::stays_in_python3(const Where& where, const ClassOutline& type, int hops) const {
  if (where.dialect == Dialect::kPython2 || type.members.contains("__next__")) return false;
  return where.dialect == Dialect::kPython3 || !type.shows_iteration || iterates_otherwise(where, type, hops);
}

bool ClassIndex::iterates_otherwise(const Where& where, const ClassOutline& type, int hops) const {
  if (type.members.contains("__iter__")) return type.iterates_otherwise;
  if (hops == 0) return false;
  return std::any_of(type.bases.begin(), type.bases.end(), [&](const std::string& base) {
    if (const auto own = where.module.classes.find(base); own != where.module.classes.end())
      return iterates_otherwise(where, own->second, hops - 1);
    const Place place = place_of(where.home, base, hops);
    if (place.type != nullptr) return iterates_otherwise(where_of(*place.module), *place.type, hops - 1);
    return place.is_library && is_one_of(kContainers, last_part(base));
  });
}

HasMember ClassIndex::find(const Home& importer, std::string_view imported, std::string_view member) const {
  const std::lock_guard lock(mutex_);
  return find_base(importer, imported, member, kMostHops);
}

HasMember ClassIndex::find(const Home& own, const ModuleOutline& module, Dialect dialect, const ClassOutline& type,
                           std::string_view member) const {
  const std::lock_guard lock(mutex_);
  return find_in({own, module, dialect}, type, member, kMostHops);
}

bool ClassIndex::module_defines(const Home& importer, std::string_view imported, std::string_view member,
                                std::string_view without) const {
  const std::lock_guard lock(mutex_);
  Module* module = module_at(importer, imported);
  if (module == nullptr) module = module_at(importer, imported.substr(0, imported.rfind('.')));
  if (module == nullptr) return is_of_library(imported.substr(0, imported.find('.')), member);
  if (module->outline == nullptr && !mentions_function(module->text, member)) return false;
  const auto& classes = outline_of_module(*module).classes;
  return std::any_of(classes.begin(), classes.end(), [&](const auto& entry) {
    const auto& members = entry.second.members;
    return members.contains(std::string(member)) && !members.contains(std::string(without));
  });
}

bool ClassIndex::is_module(const Home& importer, std::string_view imported) const {
  return !path_of(importer, imported).empty();
}

const ClassIndex::Definitions& ClassIndex::defined_in(const std::string& directory) const {
  const auto [found, is_new] = defined_.try_emplace(directory);
  Definitions& defined = found->second;
  const auto entries = is_new ? store_->list(directory) : Expected<std::vector<DirectoryEntry>>();
  for (const DirectoryEntry& entry : entries.value_or(std::vector<DirectoryEntry>())) {
    if (entry.kind != FileKind::kFile || !entry.name.ends_with(".py")) continue;
    const std::string module = entry.name.substr(0, entry.name.size() - 3);
    const auto kept = project_->taken_names().text_of(directory + "/" + entry.name);
    const std::string& text = *kept;
    each_function(text, [&](std::string_view function) {
      std::vector<std::string>& modules = defined[std::string(function)];
      if (modules.empty() || modules.back() != module) modules.push_back(module);
    });
  }
  return defined;
}

bool ClassIndex::is_defined_beside(const Home& home, std::string_view function) const {
  if (store_ == nullptr || home.directory.empty()) return false;
  const std::lock_guard lock(mutex_);
  const Definitions& defined = defined_in(home.directory);
  const auto modules = defined.find(std::string(function));
  return modules != defined.end() && std::any_of(modules->second.begin(), modules->second.end(),
                                                 [&](const std::string& it) { return it != home.module; });
}

}  // namespace py3k::engine
