// xrange() is called range(), and range() no longer makes a list.
#include <algorithm>

#include "engine/analysis/consumer.h"
#include "engine/fixer.h"
#include "fixers/iterators.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// `x[0] = 1`, `del x[0]`
bool is_stored(Node subscript) {
  const Node parent = subscript.parent();
  return subscript.field() == Field::kLeft ||
         parent.is_any(Kind::kDeleteStatement, Kind::kExpressionList, Kind::kPatternList, Kind::kTuplePattern,
                       Kind::kListPattern, Kind::kUnknown);
}

// A function's own variable, of which nothing wants more than of a range.
bool is_used_as_range(Context& cx, Node call) {
  const Node assignment = call.parent();
  const Node target = assignment.child(Field::kLeft);
  if (!assignment.is(Kind::kAssignment) || !target.is(Kind::kIdentifier) || assignment.parent().is(Kind::kAssignment))
    return false;
  const Binding* binding = cx.names().binding(target);
  if (binding == nullptr || binding->scope->kind != ScopeKind::kFunction) return false;
  for (const BindingSite& site : binding->sites)
    if (site.kind != BindingKind::kAssignment || site.node.parent().is(Kind::kAugmentedAssignment)) return false;
  return std::none_of(binding->uses.begin(), binding->uses.end(), [&](Node use) {
    return consumption_of(use, cx.names()).keeps || (use.parent().is(Kind::kSubscript) && is_stored(use.parent()));
  });
}

void visit(Context& cx, Node call) {
  if (!cx.is_python2() || call.child(Field::kFunction).text() != "range") return;
  if (!cx.names().resolves_to(call.child(Field::kFunction), "__builtin__.range")) return;
  // A range can be gone through, searched, counted and indexed like a list, as often as one likes.
  if (consumption_of(call, cx.names()).keeps && !is_used_as_range(cx, call))
    cx.replace(call, listed(cx, call), {{"call", call}});
}

}  // namespace

Fixer fix_xrange() {
  return {
      .name = "xrange",
      .doc = "Renames the builtin `xrange` to `range`, and puts list() around a range() that is used as a list.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#views-and-iterators-instead-of-lists",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kVariant,
      .for_both = "xrange() stays: range() is a list under Python 2.7. A range() that is used as a list gets its list().",
      .words = {"range"},
      .examples = {{"for i in xrange(9): pass", "for i in range(9): pass"},
                   {"for i in range(9): pass", "for i in range(9): pass"},
                   {"numbers = range(9) + [20]", "numbers = list(range(9)) + [20]"},
                   {"for i in xrange(9): numbers = range(i)", "for i in xrange(9): numbers = list(range(i))",
                    "--target 2+3"}},
      .renames = {{.from = "__builtin__.xrange", .to = "__builtin__.range", .python3_only = true}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
