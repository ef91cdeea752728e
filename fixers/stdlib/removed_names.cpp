// Names of the standard library that Python 3 has not, with nothing that could take their place unseen.
// https://docs.python.org/3/whatsnew/3.0.html, and "Removed" in those after it.
#include "fixers/library_renames.h"
#include "fixers/stand_ins.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// What to do about a builtin that Python 3 has not, or elsewhere.
std::string advice_of(const Fact& fact) {
  return fact.to.empty() ? std::string(fact.advice) : "use " + std::string(fact.to);
}

// Where they are attributes of the module: __builtin__.reduce
void builtin(Context& cx, Node node) {
  const bool dotted = node.is(Kind::kAttribute);
  const std::string_view name = (dotted ? node.child(Field::kAttribute) : node).text();
  if (!dotted && (name != "buffer" || !cx.names().is_name(node))) return;
  const Fact* fact = fact_of("builtins", "__builtin__." + std::string(name));
  if (fact == nullptr || fact->to.starts_with("builtins.")) return;
  if (node.field() == Field::kLeft || !cx.names().resolves_to(node, fact->name)) return;
  cx.report(node, std::string(name) + " is no builtin of Python 3: " + advice_of(*fact));
}

// Those that something can stand in for are not for a person.
std::vector<Rename> renames() {
  std::vector<Rename> all = renames_of("removed_names");
  std::erase_if(all, [](const Rename& rename) { return rename.to.empty() && stand_in_for(rename.from) != nullptr; });
  return all;
}

}  // namespace

Fixer fix_removed_names() {
  return {
      .name = "removed_names",
      .doc = "Finds names of the standard library that Python 3 has not, and says what to use.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#library-changes",
      .group = Group::kStdlib,
      .safety = Safety::kManual,
      .words = {"buffer", "__builtin__", "__builtins__"},
      .examples = {{"import sqlite3\nx = sqlite3.Statement", "import sqlite3\nx = sqlite3.Statement"}},
      .renames = renames(),
      .visits = {{{Kind::kAttribute, Kind::kIdentifier}, builtin}},
  };
}

}  // namespace py3k::fixers
