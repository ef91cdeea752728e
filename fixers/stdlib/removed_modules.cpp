// Modules that Python 3 has not, or not any more, with nothing that could take their place unseen: PEP 3108,
// https://peps.python.org/pep-3108/, and PEP 594, https://peps.python.org/pep-0594/.
#include <algorithm>

#include "engine/analysis/implicit_imports.h"
#include "engine/rewrite/file_facts.h"
#include "engine/rewrite/rename_table.h"
#include "fixers/library_renames.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// Python 3.0 had no such module: all Python 2 code that imports one has to change.
bool went_at_once(const Fact& fact) { return fact.gone <= PythonVersion{3, 0}; }

// These are written in C, or need what is.
constexpr std::string_view kBuiltIn[] = {
    "audioop",     "bsddb",  "compiler", "crypt",         "dl",     "hotshot",
    "ihooks",      "imp",    "imputil",  "linuxaudiodev", "msilib", "nis",
    "ossaudiodev", "parser", "pre",      "regex",         "spwd",   "multiprocessing.forking"};

// What became of a module, and both ways to have it all the same.
std::string ways_on(const Fact& removed) {
  std::string text = obituary(removed);
  if (!removed.package.empty()) text += " (--requirements writes it down)";
  const bool is_python = std::find(std::begin(kBuiltIn), std::end(kBuiltIn), removed.name) == std::end(kBuiltIn);
  return is_python ? text + ", or bring it along with `py3k vendor`" : text;
}

std::vector<ModuleMove> modules() {
  std::vector<ModuleMove> moves = modules_of("removed_modules");
  std::erase_if(moves, [](const ModuleMove& move) { return !went_at_once(*fact_of("removed_modules", move.from)); });
  for (ModuleMove& move : moves) move.note = ways_on(*fact_of("removed_modules", move.from));
  return moves;
}

// Have other fixers another place for that name of the module?
bool moves(const Fact& removed, std::string_view name) {
  const Fact* fact = library().find(std::string(removed.name) + "." + std::string(name));
  return fact != nullptr && !fact->to.empty();
}

// Does the file use nothing of the module that is gone: cgi.escape alone, say?
bool moves(Context& cx, Node statement, const Fact& removed) {
  if (statement.is(Kind::kImportFromStatement)) {
    bool all = statement.child(Field::kName).kind() != Kind::kNone;
    for (Node item : statement.children()) {
      const Node name = item.is(Kind::kAliasedImport) ? item.child(Field::kName) : item;
      if (item.field() == Field::kName) all = all && moves(removed, name.text());
    }
    return all;
  }
  bool any = false;
  for (Node node : cx.tree().root().descendants()) {
    if (!node.is(Kind::kAttribute) || cx.names().qualified(node.child(Field::kObject)) != removed.name) continue;
    if (!moves(removed, node.child(Field::kAttribute).text())) return false;
    any = true;
  }
  return any;
}

// Is `import path` one of the module, or of a part of it?
bool is_of(std::string_view path, std::string_view module) {
  return path.starts_with(module) && (path.size() == module.size() || path[module.size()] == '.');
}

// Does --vendor bring it? Then vendored_modules sees to the import.
bool comes_along(Context& cx, std::string_view module) {
  const auto& vendored = cx.settings().vendored;
  if (cx.facts().path.ends_with("setup.py")) return false;
  if (!vendored || !vendored->modules.contains(std::string(module))) return false;
  return vendored->chosen.empty() || vendored->chosen.contains(std::string(module.substr(0, module.find('.'))));
}

void imported(Context& cx, Node statement, Node module) {
  const std::string_view path = module.text();
  for (const Fact& removed : library().section("removed_modules")) {
    if (went_at_once(removed) || !is_of(path, removed.name)) continue;
    const std::string top(path.substr(0, path.find('.')));
    if (cx.implicit_imports().is_relative(top) || has_fallback(statement) || moves(cx, statement, removed)) return;
    if (comes_along(cx, path)) return;
    return cx.report(module, ways_on(removed));
  }
}

void visit(Context& cx, Node statement) {
  if (const Node module = statement.child(Field::kModuleName))
    return module.is(Kind::kDottedName) ? imported(cx, statement, module) : void();
  for (Node item : statement.named_children())
    imported(cx, statement, item.is(Kind::kAliasedImport) ? item.child(Field::kName) : item);
}

std::vector<std::string> words() {
  std::vector<std::string> words;
  for (const Fact& removed : library().section("removed_modules"))
    if (!went_at_once(removed)) words.emplace_back(removed.own_name());
  return words;
}

}  // namespace

Fixer fix_removed_modules() {
  return {
      .name = "removed_modules",
      .doc = "Finds imports of modules that Python 3 has not, or not any more, and says what to use.",
      .reference = "https://peps.python.org/pep-3108/",
      .group = Group::kStdlib,
      .safety = Safety::kManual,
      .words = words(),
      .examples = {{"import popen2", "import popen2"}},
      .modules = modules(),
      .visits = {{{Kind::kImportStatement, Kind::kImportFromStatement}, visit}},
  };
}

}  // namespace py3k::fixers
