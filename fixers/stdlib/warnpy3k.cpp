// warnings.warnpy3k() said, under `python2.7 -3`, what Python 3 would not have; Python 3 has no such function.
// https://docs.python.org/2.7/library/warnings.html#warnings.warnpy3k
#include <algorithm>

#include "engine/fixer.h"
#include "engine/rewrite/taken_binding.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr const char* kGone = "warnings.warnpy3k is gone: Python 3 has nothing to warn of";

// The statement that only calls it; empty where something is made of the result, None.
Node call_statement(Node function) {
  const Node call = function.parent();
  const bool is_call = call.is(Kind::kCall) && function.field() == Field::kFunction;
  return is_call && call.parent().is(Kind::kExpressionStatement) ? call.parent() : Node();
}

// All statements that go with the import; nothing where it has another use.
std::vector<Node> statements_of(const Binding& binding) {
  std::vector<Node> statements;
  for (const BindingSite& site : binding.sites) {
    if (site.kind == BindingKind::kImport) continue;
    const Node statement = site.node.parent();
    if (site.kind != BindingKind::kDelete || !statement.is(Kind::kDeleteStatement)) return {};
    statements.push_back(statement);
  }
  for (Node use : binding.uses) {
    const Node deleted = use.parent().is(Kind::kDeleteStatement) ? use.parent() : Node();
    const Node statement = deleted ? deleted : call_statement(use);
    if (!statement) return {};
    if (std::find(statements.begin(), statements.end(), statement) == statements.end()) statements.push_back(statement);
  }
  return statements;
}

void imported(Context& cx, Node statement) {
  if (statement.child(Field::kModuleName).text() != "warnings") return;
  for (Node item : statement.children()) {
    const bool is_aliased = item.is(Kind::kAliasedImport);
    const Node name = is_aliased ? item.child(Field::kName) : item;
    if (item.field() != Field::kName || name.text() != "warnpy3k") continue;
    const Binding* binding = cx.names().binding(is_aliased ? item.child(Field::kAlias) : name.first_child());
    if (binding == nullptr) continue;
    const std::vector<Node> statements = statements_of(*binding);
    const bool has_other_use = statements.empty() && !binding->uses.empty();
    if (has_other_use || is_taken(cx, *binding)) return cx.report(item, kGone);
    ChangeBuilder change = cx.change(item, kGone);
    change.remove(item);
    for (Node it : statements) change.remove(it);
    return change.apply();
  }
}

void visit(Context& cx, Node node) {
  if (node.is(Kind::kImportFromStatement)) return imported(cx, node);
  if (node.child(Field::kAttribute).text() != "warnpy3k" || !cx.names().resolves_to(node, "warnings.warnpy3k")) return;
  const Node statement = call_statement(node);
  if (!statement) return cx.report(node, kGone);
  cx.change(statement, kGone).remove(statement).apply();
}

}  // namespace

Fixer fix_warnpy3k() {
  return {
      .name = "warnpy3k",
      .doc = "Removes calls of warnings.warnpy3k.",
      .reference = "https://docs.python.org/2.7/library/warnings.html#warnings.warnpy3k",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .words = {"warnpy3k"},
      .examples = {{"import warnings\nwarnings.warnpy3k('old')\nx = 1", "import warnings\nx = 1"},
                   {"from warnings import warnpy3k, warn\nwarnpy3k('old')\ndel warnpy3k\nwarn('x')",
                    "from warnings import warn\nwarn('x')"}},
      .visits = {{{Kind::kImportFromStatement, Kind::kAttribute}, visit}},
  };
}

}  // namespace py3k::fixers
