// Modules that Python 3 has not, or not any more, with nothing that could take their place unseen: PEP 3108,
// https://peps.python.org/pep-3108/, and PEP 594, https://peps.python.org/pep-0594/.
#include <algorithm>
#include <cctype>

#include "engine/rewrite/file_facts.h"
#include "engine/rewrite/rename_table.h"
#include "engine/rewrite/taken_binding.h"
#include "fixers/library_renames.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

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

// Python's own library may have it still, beside those that import it; and so may a project above its packages' data.
bool lies_beside(Context& cx, std::string_view module) {
  const Project* project = cx.project();
  if (project == nullptr) return false;
  std::string root = project->home_of(cx.facts().path).root;
  if (project->find(root, module) != ModuleKind::kNone) return true;
  constexpr int kLevels = 3;
  for (int level = 0; level < kLevels; ++level) {
    root.resize(std::min(root.rfind('/'), root.size()));
    if (root.empty()) return false;
    if (!project->is_package(root)) continue;
    return project->find(project->home_of(root + "/__init__.py").root, module) != ModuleKind::kNone;
  }
  return false;
}

const Fact* removed(Context& cx, std::string_view path) {
  const std::string_view first = path.substr(0, path.find('.'));
  const auto facts = library().section("removed_modules");
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) {
    return path == fact.name || (path.starts_with(fact.name) && path[fact.name.size()] == '.');
  });
  return found != facts.end() && is_of_library(cx, first) && !lies_beside(cx, first) ? &*found : nullptr;
}

// The worst of the changes that have to do with a place.
Safety safety_at(const Plan& plan, Node node) {
  Safety worst = Safety::kSafe;
  for (const Change& change : plan.changes()) {
    const bool is_there = std::any_of(change.claims.begin(), change.claims.end(), [&](const Claim& claim) {
      return claim.range.start <= node.start() && node.end() <= claim.range.end;
    });
    if (is_there && change.state != ChangeState::kDropped) worst = std::max(worst, change.safety);
  }
  return worst;
}

// What it does when it is imported is all that it is for.
bool works_when_imported(std::string_view module) { return module == "user"; }

// "popen2.Popen3('ls')"
bool has_attribute_of(std::string_view text, std::string_view name) {
  const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool begins = at > 0 && !is_word(text[at - 1]) && text[at - 1] != '.';
    if (begins && end + 1 < text.size() && text[end] == '.' && is_word(text[end + 1])) return true;
  }
  return false;
}

// Code may stand in text, as in doctests, or come from somewhere else.
bool may_be_in_text(Context& cx, std::string_view name) {
  constexpr std::string_view kReaders[] = {"eval", "execfile", "globals", "locals", "vars"};
  for (const std::string_view reader : kReaders)
    if (!cx.names().free_uses(reader).empty()) return true;
  for (Node node : cx.tree().root().descendants())
    if (node.is(Kind::kExecStatement) || (node.is(Kind::kString) && has_attribute_of(node.text(), name))) return true;
  return false;
}

// # noqa: here for somebody
bool is_meant_to_be_unused(Context& cx, const Binding& binding) {
  const std::uint32_t end = binding.sites.front().statement.end();
  const std::string_view rest = cx.text().substr(end, cx.text().find_first_of("\r\n", end) - end);
  return rest.find("noqa") != std::string_view::npos;
}

// Does nobody use what an import binds, or something else stand wherever it was used?
bool is_used_no_more(Context& cx, const Binding* binding) {
  if (binding == nullptr || binding->sites.size() != 1 || binding->scope->kind == ScopeKind::kClass) return false;
  if (is_taken(cx, *binding)) return false;
  if (binding->uses.empty()) return !may_be_in_text(cx, binding->name) && !is_meant_to_be_unused(cx, *binding);
  return std::all_of(binding->uses.begin(), binding->uses.end(), [&](Node use) { return cx.plan().replaces(use); });
}

void remove(Context& cx, Node item, const Binding& binding) {
  const std::string& what = binding.sites.front().imported;
  if (binding.uses.empty()) return cx.change(item, "nothing uses " + what).remove(item).safety(Safety::kUnsafe).apply();
  Safety safety = Safety::kSafe;
  for (Node use : binding.uses) safety = std::max(safety, safety_at(cx.plan(), use));
  cx.change(item, "nothing of " + what + " is used any more").remove(item).safety(safety).apply();
}

void import(Context& cx, Node item) {
  const Node path = item.is(Kind::kAliasedImport) ? item.child(Field::kName) : item;
  const Fact* fact = removed(cx, path.text());
  if (fact == nullptr || cx.plan().replaces(item) || comes_along(cx, path.text())) return;
  const Binding* binding = binding_of_import(cx, item);
  if (works_when_imported(fact->name) || !is_used_no_more(cx, binding)) return cx.report(path, ways_on(*fact));
  remove(cx, item, *binding);
}

void import_from(Context& cx, Node statement) {
  const Node module = statement.child(Field::kModuleName);
  const Fact* fact = module.is(Kind::kDottedName) ? removed(cx, module.text()) : nullptr;
  if (fact == nullptr || cx.plan().replaces(module) || comes_along(cx, module.text())) return;
  std::vector<Node> left;
  bool all_unused = true;
  bool any = false;
  for (Node item : statement.children()) {
    if (item.field() != Field::kName) continue;
    any = true;
    if (cx.plan().replaces(item)) continue;
    left.push_back(item);
    const Binding* binding = binding_of_import(cx, item);
    all_unused = all_unused && binding != nullptr && binding->uses.empty() && is_used_no_more(cx, binding);
  }
  if (any && left.empty()) return;
  if (!any || !all_unused) return cx.report(module, ways_on(*fact));
  for (Node item : left) remove(cx, item, *binding_of_import(cx, item));
}

// When all that could take the place of something of a module is in the plan.
void last(Context& cx) {
  for (Node statement : cx.tree().root().descendants()) {
    if (!statement.is_any(Kind::kImportStatement, Kind::kImportFromStatement) || has_fallback(statement)) continue;
    if (statement.is(Kind::kImportFromStatement)) {
      import_from(cx, statement);
      continue;
    }
    for (Node item : statement.named_children()) import(cx, item);
  }
}

std::vector<std::string> words() {
  std::vector<std::string> words;
  for (const Fact& fact : library().section("removed_modules"))
    if (fact.is_module()) words.emplace_back(fact.own_name());
  return words;
}

}  // namespace

Fixer fix_removed_modules() {
  return {
      .name = "removed_modules",
      .doc =
          "Finds imports of modules that Python 3 has not, or not any more, and says what to use. Takes those away of "
          "which nothing is used, or nothing any more.",
      .reference = "https://peps.python.org/pep-3108/",
      .group = Group::kStdlib,
      .safety = Safety::kManual,
      .unsafe_when = "A module that nothing here uses was imported for somebody who finds it in this one.",
      .words = words(),
      .examples = {{"import popen2\nx = popen2.Popen3('ls')", "import popen2\nx = popen2.Popen3('ls')"},
                   {"import popen2\nx = 1", "x = 1"}},
      .last = last,
  };
}

}  // namespace py3k::fixers
