// Finders of imports: find_module() is gone, find_spec() has taken its place.
// https://docs.python.org/3/whatsnew/3.12.html#removed, PEP 451: https://peps.python.org/pep-0451/
#include <string>
#include <string_view>

#include "engine/fixer.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// Is no more asked of it than whether there is something?
bool is_asked_whether(Node call) {
  Node at = call;
  while (at.parent().is_any(Kind::kParenthesizedExpression, Kind::kNotOperator, Kind::kBooleanOperator))
    at = at.parent();
  const Node around = at.parent();
  if (around.is_any(Kind::kIfStatement, Kind::kElifClause, Kind::kWhileStatement))
    return at.field() == Field::kCondition;
  if (around.is(Kind::kComparisonOperator)) return around.text().ends_with("None");
  return around.is(Kind::kExpressionStatement) ||
         (around.is(Kind::kConditionalExpression) && around.named_child(1) == at);
}

// What a finder comes from.
bool mentions_finders(Context& cx) {
  static constexpr std::string_view kNames[] = {"meta_path", "path_importer_cache", "path_hooks", "get_importer",
                                                "iter_importers"};
  return cx.once("mentions_finders", [&] {
    for (Node node : cx.tree().root().descendants())
      if (node.is(Kind::kIdentifier) && is_one_of(kNames, node.text())) return true;
    return false;
  });
}

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  if (!function.is(Kind::kAttribute) || function.child(Field::kAttribute).text() != "find_module") return;
  if (!cx.names().qualified(function).empty() || has_class_with(cx, "find_module") || !mentions_finders(cx)) return;
  const Node name = function.child(Field::kAttribute);
  if (is_asked_whether(call)) return cx.set_text(name, "find_spec");
  cx.report(name,
            "find_module() of a finder is gone since Python 3.12: find_spec() gives a spec, or None, and that has a "
            "loader");
}

}  // namespace

Fixer fix_finder_methods() {
  return {
      .name = "finder_methods",
      .doc =
          "Asks finders of imports for find_spec() instead of find_module(), where no more is asked than whether there "
          "is such a module.",
      .reference = "https://docs.python.org/3/whatsnew/3.12.html#removed",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when = "A finder of another package has no find_spec().",
      .runs_on = RunsOn::kPy3,
      .needs = Needs::kAny,
      .words = {"find_module"},
      .examples = {{"import sys\nfor finder in sys.meta_path:\n    if finder.find_module(name, path): found()",
                    "import sys\nfor finder in sys.meta_path:\n    if finder.find_spec(name, path): found()"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
