// Modules that Python 3 has not, or not any more, with nothing that could take their place unseen: PEP 3108,
// https://peps.python.org/pep-3108/, and PEP 594, https://peps.python.org/pep-0594/.
#include <algorithm>

#include "engine/rewrite/rename_table.h"
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

const Fact* removed(Context& cx, std::string_view path) {
  const auto facts = library().section("removed_modules");
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) {
    return path == fact.name || (path.starts_with(fact.name) && path[fact.name.size()] == '.');
  });
  return found != facts.end() && is_of_library(cx, path.substr(0, path.find('.'))) ? &*found : nullptr;
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

// Does something else stand wherever the module was used?
bool is_used_no_more(Context& cx, const Binding* binding) {
  if (binding == nullptr || binding->sites.size() != 1 || binding->uses.empty()) return false;
  return std::all_of(binding->uses.begin(), binding->uses.end(), [&](Node use) { return cx.plan().replaces(use); });
}

void import(Context& cx, Node item) {
  const bool is_aliased = item.is(Kind::kAliasedImport);
  const Node path = is_aliased ? item.child(Field::kName) : item;
  const Fact* fact = removed(cx, path.text());
  if (fact == nullptr || cx.plan().replaces(item) || comes_along(cx, path.text())) return;
  const Node local = is_aliased ? item.child(Field::kAlias) : path.first_child();
  const Binding* binding = cx.names().lookup(local.text(), cx.names().scope_of(item));
  if (!is_used_no_more(cx, binding)) return cx.report(path, ways_on(*fact));
  Safety safety = Safety::kSafe;
  for (Node use : binding->uses) safety = std::max(safety, safety_at(cx.plan(), use));
  cx.change(item, "nothing of " + std::string(path.text()) + " is used any more").remove(item).safety(safety).apply();
}

void import_from(Context& cx, Node statement) {
  const Node module = statement.child(Field::kModuleName);
  const Fact* fact = module.is(Kind::kDottedName) ? removed(cx, module.text()) : nullptr;
  if (fact == nullptr || cx.plan().replaces(module) || comes_along(cx, module.text())) return;
  bool any = false;
  bool all = true;
  for (Node item : statement.children()) {
    if (item.field() != Field::kName) continue;
    any = true;
    all = all && cx.plan().replaces(item);
  }
  if (!any || !all) cx.report(module, ways_on(*fact));
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
          "which "
          "nothing is used any more.",
      .reference = "https://peps.python.org/pep-3108/",
      .group = Group::kStdlib,
      .safety = Safety::kManual,
      .words = words(),
      .examples = {{"import popen2", "import popen2"}},
      .last = last,
  };
}

}  // namespace py3k::fixers
