// Old ways to write what has a better one since 2.4: isinstance(), True, sorted().
#include "engine/fixer.h"
#include "engine/rewrite/layout.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// The x of type(x).
Node typed(Context& cx, Node call) {
  const Node arguments = call.child(Field::kArguments);
  const bool one = call.is(Kind::kCall) && arguments.is(Kind::kArgumentList) && arguments.named_child_count() == 1;
  if (!one || !cx.names().resolves_to(call.child(Field::kFunction), "__builtin__.type")) return {};
  const Node argument = arguments.named_child(0);
  return argument.is_any(Kind::kListSplat, Kind::kDictionarySplat, Kind::kKeywordArgument) ? Node() : argument;
}

void comparison(Context& cx, Node node) {
  if (node.named_child_count() != 2) return;
  const Node left = node.named_child(0);
  const Node right = node.named_child(1);
  const bool equal = left.next().is_any(Kind::kTokenDoubleEqual, Kind::kTokenIs);
  if (!equal && !left.next().is_any(Kind::kTokenNotEqual, Kind::kTokenIsNot, Kind::kTokenLessGreater)) return;
  const Node on_left = typed(cx, left);
  const Node on_right = typed(cx, right);
  if (static_cast<bool>(on_left) == static_cast<bool>(on_right)) return;  // type(x) == type(y) asks for the same type
  cx.replace(node, equal ? "isinstance($x, $type)" : "not isinstance($x, $type)",
             {{"x", on_left ? on_left : on_right}, {"type", on_left ? right : left}});
}

void loop(Context& cx, Node statement) {
  const Node condition = statement.child(Field::kCondition);
  if (condition.text() == "1") cx.set_text(condition, "True");
}

// v = x; v.sort()
void sort(Context& cx, Node call) {
  const Node method = call.child(Field::kFunction);
  const Node statement = call.parent();
  if (method.child(Field::kAttribute).text() != "sort" || !statement.is(Kind::kExpressionStatement)) return;
  if (call.child(Field::kArguments).named_child_count() != 0 || statement.child_count() != 1) return;
  Node earlier = statement.previous();
  while (earlier && !earlier.is_named()) earlier = earlier.previous();
  const Node assignment = earlier.is(Kind::kExpressionStatement) ? earlier.first_child() : Node();
  const Node value = assignment.child(Field::kRight);
  const Node name = method.child(Field::kObject);
  if (!assignment.is(Kind::kAssignment) || value.is_any(Kind::kAssignment, Kind::kExpressionList, Kind::kYield)) return;
  if (!name.is(Kind::kIdentifier) || assignment.child(Field::kLeft).text() != name.text()) return;
  ChangeBuilder change = cx.change(value);
  const Node function = value.child(Field::kFunction);
  if (value.is(Kind::kCall) && value.child(Field::kArguments).named_child_count() == 1 &&
      cx.names().resolves_to(function, "__builtin__.list")) {
    change.set_text(function, "sorted");
  } else {
    change.replace(value, "sorted($value)", {{"value", value}});
  }
  change.remove(statement).apply();
}

}  // namespace

Fixer fix_idioms() {
  return {
      .name = "idioms",
      .doc =
          "Replaces type(x) == T by isinstance(x, T), `while 1` by `while True`, and a sort() after an assignment by "
          "sorted().",
      .reference = "https://peps.python.org/pep-0008/#programming-recommendations",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "A subclass must not pass the test, or the list that is sorted has another name besides.",
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kPython2,
      .on_by_default = false,
      .words = {"type", "while", "sort"},
      .examples = {{"if type(x) is not T: pass", "if not isinstance(x, T): pass"},
                   {"while 1: pass", "while True: pass"},
                   {"v = list(t)\nv.sort()\nf(v)", "v = sorted(t)\nf(v)"}},
      .visits = {{{Kind::kComparisonOperator}, comparison}, {{Kind::kWhileStatement}, loop}, {{Kind::kCall}, sort}},
  };
}

}  // namespace py3k::fixers
