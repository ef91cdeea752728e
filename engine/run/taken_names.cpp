#include "engine/run/taken_names.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/analysis/implicit_imports.h"
#include "engine/analysis/import_scan.h"
#include "engine/analysis/names.h"
#include "engine/dialect/lexer.h"
#include "engine/run/walk.h"
#include "engine/source/source_text.h"
#include "engine/syntax/string_literal.h"

namespace py3k::engine {

namespace {

constexpr auto kNone = std::string_view::npos;

std::string_view parent_of(std::string_view path) { return path.substr(0, path.rfind('/')); }
std::string_view last_part(std::string_view path, char separator) { return path.substr(path.rfind(separator) + 1); }

bool is_below(std::string_view path, std::string_view directory) {
  return path == directory || (path.starts_with(directory) && (directory == "/" || path[directory.size()] == '/'));
}

// "/app/util" for app/util.py, "/app" for its __init__.py: what an import of it leads to.
std::string place_of(const Home& home) {
  if (home.module.empty()) return {};
  return home.module == "__init__" ? home.directory : home.directory + "/" + home.module;
}

std::string with_slashes(std::string_view dotted) {
  std::string path(dotted);
  std::replace(path.begin(), path.end(), '.', '/');
  return path;
}

// --- How a text uses a name

std::size_t skip_back(std::string_view text, std::size_t at) {
  while (at > 0 && std::string_view(" \t\f\r\n\\").find(text[at - 1]) != kNone) --at;
  return at;
}
std::size_t skip(std::string_view text, std::size_t at) {
  while (at < text.size() && std::string_view(" \t\f\r\n\\").find(text[at]) != kNone) ++at;
  return at;
}

// Does an expression, "util" or "app.util", end there, as a whole? ".util" is an attribute of anything.
bool ends_with(std::string_view text, std::size_t end, std::string_view spelled) {
  while (!spelled.empty()) {
    const std::string_view part = last_part(spelled, '.');
    end = skip_back(text, end);
    if (!text.substr(0, end).ends_with(part)) return false;
    end -= part.size();
    if (end > 0 && is_word_byte(text[end - 1])) return false;
    const bool is_first = part.size() == spelled.size();
    end = skip_back(text, end);
    const bool has_object = end > 0 && text[end - 1] == '.';
    if (is_first) return !has_object;
    if (!has_object) return false;
    --end;
    spelled.remove_suffix(part.size() + 1);
  }
  return true;
}

bool is_quoted(std::string_view text, std::size_t at, std::string_view word) {
  const std::size_t end = at + word.size();
  const bool quoted = at > 0 && end < text.size() && (text[at - 1] == '\'' || text[at - 1] == '"');
  return quoted && text[end] == text[at - 1];
}

bool is_attribute(std::string_view text, std::size_t at) {
  const std::size_t before = skip_back(text, at);
  return before > 0 && text[before - 1] == '.';
}

// Is it read from there: `util.name`, `getattr(util, 'name')`?
bool is_read_from(std::string_view text, std::size_t at, std::string_view name, std::string_view object) {
  if (is_attribute(text, at)) return ends_with(text, skip_back(text, at) - 1, object);
  if (!is_quoted(text, at, name)) return false;
  std::size_t before = at - 1;
  while (before > 0 && is_word_byte(text[before - 1])) --before;  // u''
  before = skip_back(text, before);
  return before > 0 && text[before - 1] == ',' && ends_with(text, before - 1, object);
}

// Is a line an import?
bool is_in_import(std::string_view text, std::size_t at) {
  const std::size_t begin = text.substr(0, at).find_last_of("\r\n") + 1;
  const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
  return text.substr(begin, end - begin).find("import") != kNone;
}

// Is the thing itself given to something, so that it may be read under another name?
bool is_handed_on(std::string_view text, std::string_view object) {
  const std::string_view last = last_part(object, '.');
  for (const std::size_t at : places_of_word(text, last)) {
    const std::size_t after = skip(text, at + last.size());
    if (after < text.size() && text[after] == '.') continue;
    if (ends_with(text, at + last.size(), object) && !is_in_import(text, at)) return true;
  }
  return false;
}

bool takes(std::string_view text, std::string_view name, std::string_view object) {
  const std::vector<std::size_t> places = places_of_word(text, name);
  if (places.empty()) return false;
  const auto reads = [&](std::size_t at) { return is_read_from(text, at, name, object); };
  if (!object.empty() && std::any_of(places.begin(), places.end(), reads)) return true;
  if (!object.empty() && !is_handed_on(text, object)) return false;
  return std::any_of(places.begin(), places.end(),
                     [&](std::size_t at) { return is_attribute(text, at) || is_quoted(text, at, name); });
}

// --- What one module binds

std::string_view word_before(std::string_view text, std::size_t at) {
  const std::size_t end = skip_back(text, at);
  std::size_t begin = end;
  while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

// May the name be bound at a place: as in `def f`, `f =`, `f, g =`, `import f`? Most uses are told apart from that
// without parsing.
bool may_bind(std::string_view text, std::size_t at, std::string_view name) {
  if (is_attribute(text, at)) return false;
  const std::string_view before = word_before(text, at);
  for (const char* word : {"def", "class", "as", "import", "for", "global"})
    if (before == word) return true;
  std::string_view rest = text.substr(at + name.size());
  rest = rest.substr(0, rest.find_first_of("\r\n"));
  const std::size_t next = std::min(rest.find_first_not_of(" \t"), rest.size());
  if (rest.substr(next).starts_with('=')) return !rest.substr(next).starts_with("==");
  if (is_in_import(text, at)) return true;
  const bool is_in_list = next == rest.size() || std::string_view(",)]\\").find(rest[next]) != kNone;
  return is_in_list && (rest.find('=') != kNone || rest.find(" in ") != kNone || next == rest.size());
}

bool has_star(std::string_view text) {
  const std::vector<std::size_t> imports = places_of_word(text, "import");
  return std::any_of(imports.begin(), imports.end(), [&](std::size_t at) {
    const std::size_t after = skip(text, at + 6);
    return after < text.size() && text[after] == '*';
  });
}

// A module's own names, parsed.
struct ParsedModule {
  explicit ParsedModule(std::string bytes) {
    auto read = read_source(std::move(bytes));
    if (!read) return;
    source = std::move(*read);
    lexed = lex(source.text, {.language = Language::kPython2});
    tree = Tree::parse(lexed);
    names = std::make_unique<Names>(tree);
  }

  const Scope& scope() const { return names->scope_of(tree.root()); }
  bool binds(std::string_view name) const {
    const Binding* binding = names == nullptr ? nullptr : names->lookup(name, scope());
    return binding != nullptr && std::any_of(binding->sites.begin(), binding->sites.end(),
                                             [](const BindingSite& site) { return site.kind != BindingKind::kDelete; });
  }
  // Is the name in `__all__`, or, without one, public?
  bool gives_to_star(std::string_view name) const {
    const Binding* all = names->lookup("__all__", scope());
    if (all == nullptr) return !name.starts_with('_');
    for (const BindingSite& site : all->sites)
      for (Node node : site.statement.subtree())
        if (node.is(Kind::kString) && StringLiteral(node).body() == name) return true;
    return false;
  }

  SourceText source;
  LexedSource lexed;
  Tree tree;
  std::unique_ptr<Names> names;
};

// --- The imports of a project

struct ProjectFile {
  std::string path;
  Home home;
};

struct ProjectImport {
  std::size_t file;
  ScannedImport what;
};

struct ProjectImports {
  std::vector<ProjectFile> files;
  std::vector<ProjectImport> imports;
  // By each part of a module's name, and what is imported from one, which may be a module: imports, sorted.
  std::unordered_map<std::string, std::vector<std::size_t>> by_part;
};

// How the modules of a package are imported, all over the project.
struct LoadedModules {
  bool is_bare = false;                           // from below, by their bare names
  std::map<std::string, std::string> by_package;  // module: a file that imports it by the package's name
};

}  // namespace

struct TakenNames::Impl {
  Impl(const FileStore& file_store, const Project& its_project) : store(file_store), project(its_project) {}

  using Text = std::shared_ptr<const std::string>;
  using Visited = std::set<std::pair<std::string, std::string>>;  // places and names

  // --- Which files are of the project

  bool has(const std::string& directory, const char* name) const { return bool(store.inspect(directory + "/" + name)); }

  template <std::size_t kSize>
  std::string above_with(std::string directory, const char* const (&names)[kSize], int most) const {
    for (; directory.size() > 1 && most > 0; --most, directory = parent_of(directory))
      if (std::any_of(std::begin(names), std::end(names), [&](const char* name) { return has(directory, name); }))
        return directory;
    return {};
  }

  // The directory that the project of a module fills; empty where nothing marks it.
  std::string top_of(const std::string& root) const {
    static constexpr const char* kWorkTree[] = {".git", ".hg", ".bzr", ".svn"};
    static constexpr const char* kPackaging[] = {"setup.py", "setup.cfg", "pyproject.toml"};
    std::string top = above_with(root, kWorkTree, 64);
    if (top.empty()) top = above_with(root, kPackaging, 4);
    for (const std::string& place : places)
      if (is_below(root, place) && (top.empty() || place.size() < top.size())) top = place;
    return top;
  }

  // Of a root that nothing marks, its modules and packages.
  std::vector<std::string> modules_at(const std::string& root) const {
    std::vector<std::string> paths;
    const auto entries = store.list(root);
    if (!entries) return paths;
    for (const DirectoryEntry& entry : *entries) {
      const std::string path = root + "/" + entry.name;
      const bool is_source = entry.kind == FileKind::kFile && entry.name.ends_with(".py");
      if (is_source || (entry.kind == FileKind::kDirectory && has(path, "__init__.py"))) paths.push_back(path);
    }
    return paths;
  }

  const ProjectImports& imports_around(const std::string& root) {
    const auto known = top_by_root.find(root);
    if (known != top_by_root.end()) return projects.at(known->second);
    const std::string top = top_of(root);
    const std::string& key = top.empty() ? root : top;
    top_by_root[root] = key;
    const auto [found, is_new] = projects.try_emplace(key);
    if (is_new) survey(found->second, top.empty() ? modules_at(root) : std::vector<std::string>{top});
    return found->second;
  }

  void survey(ProjectImports& all, const std::vector<std::string>& paths) {
    for (WalkedPath& found : walk(store, paths, {.exclude = {}})) {
      if (!found.error.what.empty()) continue;
      std::vector<ScannedImport> imports = scan_imports(text_of(found.path));
      if (imports.empty()) continue;
      ProjectFile file{.path = std::move(found.path), .home = {}};
      file.home = project.home_of(file.path);
      for (ScannedImport& import : imports) add(all, file, std::move(import));
      all.files.push_back(std::move(file));
    }
  }

  static void add(ProjectImports& all, const ProjectFile& file, ScannedImport import) {
    const std::size_t place = all.imports.size();
    std::set<std::string> parts;
    for (std::string_view rest = import.module; !rest.empty();) {
      const std::string_view part = rest.substr(0, rest.find('.'));
      parts.emplace(part);
      rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    }
    if (import.module.empty()) parts.emplace(last_part(above(file.home, import.level), '/'));
    for (const auto& name : import.names) parts.insert(name.name);
    for (const std::string& part : parts) all.by_part[part].push_back(place);
    all.imports.push_back({all.files.size(), std::move(import)});
  }

  // --- How a package's modules are loaded

  const LoadedModules& loaded(const Home& home) {
    const auto [found, is_new] = loaded_at.try_emplace(home.directory);
    if (!is_new || home.package.empty()) return found->second;
    const ProjectImports& all = imports_around(home.root);
    for (const ProjectImport& import : all.imports)
      look_at_load(home, all.files[import.file], import.what, found->second);
    return found->second;
  }

  // The module of the package that a dotted name below it begins with; "" for the package itself.
  static void add_loaded(std::string_view below, const ProjectFile& file, LoadedModules& loaded) {
    if (below.starts_with('.')) below.remove_prefix(1);
    loaded.by_package.emplace(below.substr(0, below.find('.')), file.path);
  }

  void look_at_load(const Home& home, const ProjectFile& file, const ScannedImport& import,
                    LoadedModules& loaded) const {
    std::vector<std::string> modules = {import.module};
    for (const auto& name : import.names)
      modules.push_back(import.module.empty() ? name.name : import.module + "." + name.name);
    if (import.level > 0) {
      const std::string base = above(file.home, import.level);
      if (!is_below(home.directory, base)) return;
      for (const std::string& module : modules) {
        const std::string place = base + (module.empty() ? "" : "/" + with_slashes(module));
        if (!is_below(place, home.directory)) continue;
        std::string below = place.substr(home.directory.size());
        std::replace(below.begin(), below.end(), '/', '.');
        add_loaded(below, file, loaded);
      }
      return;
    }
    for (const std::string& module : modules)
      if ((module + ".").starts_with(home.package + "."))
        add_loaded(std::string_view(module).substr(home.package.size()), file, loaded);
    const bool comes_from_below =
        file.home.directory != home.directory && is_below(file.home.directory, home.directory);
    const std::string first = import.module.substr(0, import.module.find('.'));
    if (!comes_from_below || first.empty() || is_standard_module(first)) return;
    const auto is_at = [&](const std::string& directory) {
      return project.find(directory, first) != ModuleKind::kNone;
    };
    if (is_at(home.directory) && !is_at(file.home.directory) && !is_at(home.root)) loaded.is_bare = true;
  }

  // --- Where an import leads

  static std::string above(const Home& home, unsigned level) {
    std::string directory = home.directory;
    for (; level > 1; --level) directory = parent_of(directory);
    return directory;
  }

  // Places that the module may be at, of the package for Python 2, of the top level for Python 3; none where it is not
  // known where to look.
  std::vector<std::string> places_of(const Home& home, unsigned level, const std::string& module) const {
    const std::string path = with_slashes(module);
    if (level > 0) return {above(home, level) + (path.empty() ? "" : "/" + path)};
    std::vector<std::string> places;
    const std::string first = module.substr(0, module.find('.'));
    for (const std::string& directory : {home.directory, home.root})
      if (project.find(directory, first) != ModuleKind::kNone) places.push_back(directory + "/" + path);
    return places;
  }

  bool leads_to(const ProjectFile& file, unsigned level, const std::string& module, const std::string& place) const {
    if (module.empty() && level == 0) return false;
    const std::vector<std::string> places = places_of(file.home, level, module);
    if (!places.empty()) return std::find(places.begin(), places.end(), place) != places.end();
    return !is_standard_module(module.substr(0, module.find('.'))) && place.ends_with("/" + with_slashes(module));
  }

  // --- Who takes a name

  std::vector<NameTaker> takers_of(const Home& module, const std::string& name, bool by_star, Visited& visited) {
    std::vector<NameTaker> takers;
    const std::string place = place_of(module);
    if (place.empty() || !visited.emplace(place, name).second) return takers;
    const ProjectImports& all = imports_around(module.root);
    const std::string part(last_part(place, '/'));
    const auto found = all.by_part.find(part);
    if (found == all.by_part.end()) return takers;
    for (const std::size_t i : found->second) {
      const ProjectImport& import = all.imports[i];
      const ProjectFile& file = all.files[import.file];
      if (import.what.form == ImportForm::kNames) {
        if (leads_to(file, import.what.level, import.what.module, place)) take_names(file, import.what, name, takers);
        take_from_submodule(file, import.what, place, name, takers);
      } else if (import.what.form == ImportForm::kStar) {
        if (by_star && leads_to(file, import.what.level, import.what.module, place))
          take_by_star(all, import, name, visited, takers);
      } else {
        take_from_module(file, import.what, place, name, takers);
      }
    }
    return takers;
  }

  static void take_names(const ProjectFile& file, const ScannedImport& import, const std::string& name,
                         std::vector<NameTaker>& takers) {
    for (const auto& it : import.names)
      if (it.name == name) takers.push_back({file.path, it.local});
  }

  // `from app import util`
  void take_from_submodule(const ProjectFile& file, const ScannedImport& import, const std::string& place,
                           const std::string& name, std::vector<NameTaker>& takers) {
    const std::string_view part = last_part(place, '/');
    for (const auto& it : import.names) {
      const std::string module = import.module.empty() ? it.name : import.module + "." + it.name;
      if (it.name == part && leads_to(file, import.level, module, place) && takes(text_of(file.path), name, it.local))
        takers.push_back({file.path, it.local + "." + name});
    }
  }

  // `import app.util`, of which each part may be the module.
  void take_from_module(const ProjectFile& file, const ScannedImport& import, const std::string& place,
                        const std::string& name, std::vector<NameTaker>& takers) {
    const std::string& path = import.module;
    for (std::size_t end = path.find('.');; end = path.find('.', end + 1)) {
      const std::string prefix = path.substr(0, end);
      const bool is_whole = end == std::string::npos;
      const bool is_named = is_whole || (import.alias.empty() && import.form == ImportForm::kModule);
      if (is_named && leads_to(file, import.level, prefix, place)) {
        std::string object = import.alias.empty() ? prefix : import.alias;
        if (import.form == ImportForm::kCall) object.clear();
        if (takes(text_of(file.path), name, object)) takers.push_back({file.path, object + "." + name});
      }
      if (is_whole) return;
    }
  }

  // What a file has from a star it uses, or others take from it.
  void take_by_star(const ProjectImports& all, const ProjectImport& import, const std::string& name, Visited& visited,
                    std::vector<NameTaker>& takers) {
    const ProjectFile& file = all.files[import.file];
    if (imports_itself(all, import.file, name)) return;
    const std::string& text = text_of(file.path);
    const std::vector<std::size_t> places = places_of_word(text, name);
    if (std::any_of(places.begin(), places.end(), [&](std::size_t at) { return !is_attribute(text, at); }))
      takers.push_back({file.path, name});
    for (NameTaker& further : takers_of(file.home, name, true, visited)) takers.push_back(std::move(further));
  }

  static bool imports_itself(const ProjectImports& all, std::size_t file, const std::string& name) {
    const auto of_file = [](const ProjectImport& import, std::size_t wanted) { return import.file < wanted; };
    auto at = std::lower_bound(all.imports.begin(), all.imports.end(), file, of_file);
    for (; at != all.imports.end() && at->file == file; ++at) {
      const ScannedImport& it = at->what;
      const bool binds =
          std::any_of(it.names.begin(), it.names.end(), [&](const auto& one) { return one.local == name; });
      const std::string local = it.alias.empty() ? it.module.substr(0, it.module.find('.')) : it.alias;
      if (binds || (it.form == ImportForm::kModule && local == name)) return true;
    }
    return false;
  }

  // --- What a star import binds

  std::string file_at(const std::string& place) const {
    for (const char* ending : {"/__init__.py", ".py"})
      if (store.inspect(place + ending)) return place + ending;
    return {};
  }

  const ParsedModule& parsed(const std::string& path) {
    auto& module = modules[path];
    if (!module) module = std::make_unique<ParsedModule>(text_of(path));
    return *module;
  }

  // Of a module as it is written, with dots before it where it is relative.
  std::vector<std::string> places_of(const Home& home, const std::string& written) const {
    const std::size_t level = std::min(written.find_first_not_of('.'), written.size());
    return places_of(home, static_cast<unsigned>(level), written.substr(level));
  }

  bool is_module_in(const Home& home, const std::string& module, const std::string& name) {
    for (const std::string& place : places_of(home, module)) {
      const std::string path = file_at(place);
      if (path.empty() || places_of_word(text_of(path), name).empty()) continue;
      const ParsedModule& it = parsed(path);
      const Binding* binding = it.names == nullptr ? nullptr : it.names->lookup(name, it.scope());
      return binding != nullptr && std::all_of(binding->sites.begin(), binding->sites.end(), [&](const auto& site) {
               return site.kind == BindingKind::kImport && site.imported == name;
             });
    }
    return false;
  }

  bool star_binds(const Home& home, const std::string& module, const std::string& name, Visited& visited) {
    for (const std::string& place : places_of(home, module)) {
      const std::string path = visited.emplace(place, name).second ? file_at(place) : "";
      if (path.empty()) continue;
      const std::string& text = text_of(path);
      const std::vector<std::size_t> uses = places_of_word(text, name);
      const auto binds = [&](std::size_t at) { return may_bind(text, at, name); };
      if (std::none_of(uses.begin(), uses.end(), binds) && !has_star(text)) continue;
      const ParsedModule& it = parsed(path);
      if (it.names == nullptr || !it.gives_to_star(name)) continue;
      if (it.binds(name)) return true;
      const Home there = project.home_of(path);
      for (const auto& star : it.names->star_imports())
        if (star_binds(there, star.module, name, visited)) return true;
    }
    return false;
  }

  // --- Texts

  const Text& kept(const std::string& path) {
    constexpr std::size_t kMost = std::size_t{64} << 20;
    const auto found = texts.find(path);
    if (found != texts.end()) return found->second;
    if (texts_size > kMost) {
      texts.clear();
      texts_size = 0;
    }
    Text& text = texts[path];
    text = std::make_shared<const std::string>(store.read(path).value_or(""));
    texts_size += text->size();
    return text;
  }
  const std::string& text_of(const std::string& path) { return *kept(path); }

  const FileStore& store;
  const Project& project;
  std::vector<std::string> places;  // directories that a run is about
  std::mutex mutex;
  std::map<std::string, std::string> top_by_root;
  std::map<std::string, LoadedModules> loaded_at;                               // by directory
  std::map<std::string, ProjectImports> projects;                               // by their top
  std::map<std::pair<std::string, std::string>, std::vector<NameTaker>> known;  // by place and name
  std::map<std::string, std::unique_ptr<ParsedModule>> modules;                 // by path
  std::unordered_map<std::string, Text> texts;                                  // by path
  std::size_t texts_size = 0;
};

TakenNames::TakenNames(const FileStore& store, const Project& project, const std::vector<std::string>& places)
    : impl_(std::make_unique<Impl>(store, project)) {
  for (const std::string& place : places) {
    const auto info = store.inspect(place);
    if (!info || info->kind != FileKind::kDirectory) continue;
    if (auto path = store.canonical(place)) impl_->places.push_back(std::move(*path));
  }
}

TakenNames::~TakenNames() = default;

std::vector<NameTaker> TakenNames::takers_of(const Home& module, const std::string& name, bool by_star) const {
  const std::lock_guard lock(impl_->mutex);
  const auto [found, is_new] = impl_->known.try_emplace({place_of(module) + (by_star ? "*" : ""), name});
  Impl::Visited visited;
  if (is_new) found->second = impl_->takers_of(module, name, by_star, visited);
  return found->second;
}

bool TakenNames::is_import_root(const Home& home) const {
  const std::lock_guard lock(impl_->mutex);
  const LoadedModules& loaded = impl_->loaded(home);
  return loaded.is_bare && loaded.by_package.empty();
}

std::string TakenNames::importer_by_package(const Home& home, const std::string& module) const {
  const std::lock_guard lock(impl_->mutex);
  const auto& importers = impl_->loaded(home).by_package;
  const auto found = importers.find(module);
  return found == importers.end() ? "" : found->second;
}

std::shared_ptr<const std::string> TakenNames::text_of(const std::string& path) const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->kept(path);
}

std::vector<std::string> TakenNames::attributes_of(const NameTaker& taker) const {
  const std::lock_guard lock(impl_->mutex);
  const std::string& text = impl_->text_of(taker.path);
  std::set<std::string> attributes;
  const std::string_view last = last_part(taker.spelled, '.');
  for (const std::size_t at : places_of_word(text, last)) {
    std::size_t after = skip(text, at + last.size());
    if (after >= text.size() || text[after] != '.' || !ends_with(text, at + last.size(), taker.spelled)) continue;
    after = skip(text, after + 1);
    std::size_t end = after;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    attributes.insert(text.substr(after, end - after));
  }
  return {attributes.begin(), attributes.end()};
}

bool TakenNames::is_module_in(const Home& file, const std::string& module, const std::string& name) const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->is_module_in(file, module, name);
}

bool TakenNames::star_binds(const Home& file, const std::string& module, const std::string& name) const {
  const std::lock_guard lock(impl_->mutex);
  Impl::Visited visited;
  return impl_->star_binds(file, module, name, visited);
}

}  // namespace py3k::engine
