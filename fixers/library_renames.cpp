#include "fixers/library_renames.h"

#include <algorithm>

#include "engine/analysis/implicit_imports.h"
#include "engine/rewrite/file_facts.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// Fixers call the module of builtins as Python 2 does: "builtins.int" is "__builtin__.int", and "builtins.(a,b)" an
// expression.
std::string target_of(std::string_view to) {
  constexpr std::string_view kModule = "builtins.";
  if (!to.starts_with(kModule)) return std::string(to);
  std::string text = "__builtin__.";
  for (char c : to.substr(kModule.size())) {
    text += c;
    if (c == ',' && !to.ends_with(",)")) text += ' ';
  }
  return text;
}

std::string note_of(const Fact& fact) {
  return fact.to.empty() && fact.parts.empty() && fact.gone ? obituary(fact) : std::string(fact.advice);
}

Rename rename_of(const Fact& fact) {
  Rename rename{.from = std::string(fact.name), .to = target_of(fact.to), .note = note_of(fact)};
  if (fact.has(Mark::kImported)) rename.where = Rename::Where::kImported;
  rename.python3_only = fact.to_since > PythonVersion{2, 7};
  rename.since = fact.to_since.major == 3 ? fact.to_since.minor : 0;
  return rename;
}

// What a name is called once its module is renamed: xmlrpclib.SlowParser is xmlrpc.client.SlowParser then, and is gone
// as well.
std::string name_in_new_module(const Fact& fact) {
  const std::size_t dot = fact.name.find('.');
  const Fact* module = dot == std::string_view::npos ? nullptr : library().find(fact.name.substr(0, dot));
  // What came into a module that was there before has other names beside it: md5.new, and hashlib.new.
  if (module == nullptr || !module->is_module() || module->to.empty() || module->section == "moved_modules") return {};
  const std::string name = std::string(module->to).append(fact.name.substr(dot));
  return library().find(name) == nullptr ? name : "";
}

}  // namespace

bool is_of_library(Context& cx, std::string_view module) {
  const ImplicitImports& imports = cx.implicit_imports();
  return !imports.is_relative(module) && !imports.is_own(module);
}

const Binding* binding_of_import(Context& cx, Node item) {
  const Node local = item.is(Kind::kAliasedImport) ? item.child(Field::kAlias) : item.first_child();
  return cx.names().lookup(local.text(), cx.names().scope_of(item));
}

bool imports_module(Context& cx, std::string_view module) { return cx.names().imports(module); }

const Fact* fact_of_method(std::string_view section, std::string_view method) {
  for (const Fact& fact : library().section(section))
    if (fact.own_name() == method) return &fact;
  return nullptr;
}

const Fact* fact_of(std::string_view section, std::string_view name) {
  const Fact* first = library().find(name);
  if (first == nullptr || first->section == section) return first;
  for (const Fact& fact : library().section(section))
    if (fact.name == name) return &fact;
  return nullptr;
}

std::vector<Rename> renames_of(std::string_view section, std::vector<Mark> without) {
  std::vector<Rename> renames;
  for (const Fact& fact : library().section(section)) {
    const bool is_part = fact.name.find('.') != std::string_view::npos && !fact.to.empty();
    if (fact.is_module() && !is_part) continue;
    if (std::any_of(without.begin(), without.end(), [&](Mark mark) { return fact.has(mark); })) continue;
    renames.push_back(rename_of(fact));
    if (fact.is_module()) renames.back().where = Rename::Where::kImported;
    const std::string renamed = fact.is_module() ? "" : name_in_new_module(fact);
    if (renamed.empty() || renamed == fact.to) continue;
    renames.push_back(rename_of(fact));
    renames.back().from = renamed;
  }
  return renames;
}

std::vector<ModuleMove> modules_of(std::string_view section) {
  std::vector<ModuleMove> modules;
  for (const Fact& fact : library().section(section)) {
    if (!fact.is_module()) continue;
    ModuleMove move{.from = std::string(fact.name), .to = std::string(fact.to), .note = note_of(fact)};
    move.needs_evidence = fact.has(Mark::kEvidence);
    for (std::string_view rest = fact.parts; !rest.empty();) {
      const std::string_view part = rest.substr(0, rest.find(','));
      move.parts.emplace_back(part);
      rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    }
    modules.push_back(std::move(move));
  }
  return modules;
}

Rename& at(std::vector<Rename>& renames, std::string_view from) {
  const auto found =
      std::find_if(renames.begin(), renames.end(), [&](const Rename& rename) { return rename.from == from; });
  return found == renames.end() ? renames.emplace_back(Rename{.from = std::string(from), .to = {}}) : *found;
}

std::map<std::string_view, std::string_view> methods_of(std::string_view section) {
  std::map<std::string_view, std::string_view> names;
  for (const Fact& fact : library().section(section))
    if (!fact.to.empty()) names.emplace(fact.own_name(), fact.to.substr(fact.to.rfind('.') + 1));
  return names;
}

bool comes_along(Context& cx, std::string_view module) {
  const auto& vendored = cx.settings().vendored;
  return vendored && !cx.facts().path.ends_with("setup.py") && comes_along(*vendored, module);
}

bool comes_along(const Vendored& vendored, std::string_view module) {
  if (!vendored.modules.contains(std::string(module))) return false;
  const std::string_view top = module.substr(0, module.find('.'));
  return vendored.chosen.empty() ? fact_of("removed_modules", top) != nullptr
                                 : vendored.chosen.contains(std::string(top));
}

}  // namespace py3k::fixers
