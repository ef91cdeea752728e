// future_builtins made Python 2 behave like 3; Python 3 has no such module.
// https://docs.python.org/2/library/future_builtins.html
#include "engine/fixer.h"
#include "engine/rewrite/taken_binding.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_taken_from_here(const Context& cx, Node name) {
  const Binding* binding = cx.names().binding(name);
  return binding != nullptr && is_taken(cx, *binding);
}

// An alias keeps its use by an assignment, and so does what other files take from here.
void visit(Context& cx, Node statement) {
  if (statement.child(Field::kModuleName).text() != "future_builtins") return;
  ChangeBuilder change = cx.change(statement, "future_builtins is gone: its functions are the builtins");
  std::string aliases;
  for (Node item : statement.children()) {
    if (item.field() != Field::kName) continue;
    const bool is_aliased = item.is(Kind::kAliasedImport);
    if (!is_aliased && !is_taken_from_here(cx, item.first_child())) continue;
    const std::string alias(item.child(Field::kAlias).text());
    const std::string name((is_aliased ? item.child(Field::kName) : item).text());
    aliases += (aliases.empty() ? "" : "\n") + (is_aliased ? alias : name) + " = " + name;
  }
  if (!aliases.empty()) change.insert_after(statement, aliases);
  change.remove(statement).apply();
}

}  // namespace

Fixer fix_future_builtins() {
  return {
      .name = "future_builtins",
      .doc = "Removes `from future_builtins import …`.",
      .reference = "https://docs.python.org/2.7/library/future_builtins.html",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .words = {"future_builtins"},
      .examples = {{"from future_builtins import map\nx = map(f, xs)", "x = map(f, xs)"},
                   {"from future_builtins import zip as izip\nx = izip(a)", "izip = zip\nx = izip(a)"}},
      .visits = {{{Kind::kImportFromStatement}, visit}},
  };
}

}  // namespace py3k::fixers
