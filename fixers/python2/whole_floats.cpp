// math.floor() and math.ceil() give integers in Python 3, and gave floats: 2.0, where that is shown.
// https://docs.python.org/3/library/math.html#math.floor
#include <algorithm>

#include "engine/analysis/values.h"
#include "fixers/method_rename.h"
#include "fixers/text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// '%d' % x and '%.2f' % x show both alike.
bool is_put_into_text(Context& cx, Node value) {
  Node operation = value.parent();
  if (operation.is(Kind::kTuple)) operation = operation.parent();
  const Node format = operation.child(Field::kLeft);
  return operation.is(Kind::kBinaryOperator) && operation.child(Field::kOperator).is(Kind::kTokenPercent) &&
         value.start() >= format.end() && is_text(cx, format) &&
         (format.text().find("%s") != std::string_view::npos || format.text().find("%r") != std::string_view::npos);
}

bool is_shown(Context& cx, Node value) {
  const Node around = value.parent();
  if (around.is_any(Kind::kParenthesizedExpression, Kind::kUnaryOperator)) return is_shown(cx, around);
  if (around.is(Kind::kBinaryOperator) && !around.child(Field::kOperator).is(Kind::kTokenPercent))
    return is_shown(cx, around);
  if (around.is_any(Kind::kPrintStatement, Kind::kReprExpression) || is_put_into_text(cx, value)) return true;
  if (!around.is(Kind::kArgumentList)) return false;
  static constexpr std::string_view kShow[] = {"__builtin__.str", "__builtin__.repr", "__builtin__.unicode",
                                               "json.dumps"};
  return is_one_of(kShow, cx.names().qualified(around.parent().child(Field::kFunction)));
}

// Itself, or the variable that it alone is given to.
bool is_shown_somewhere(Context& cx, Node call) {
  const Node assignment = call.parent();
  const Node target = assignment.is(Kind::kAssignment) ? assignment.child(Field::kLeft) : Node();
  const Binding* binding = target.is(Kind::kIdentifier) ? cx.names().binding(target) : nullptr;
  if (binding == nullptr) return is_shown(cx, call);
  return std::any_of(binding->uses.begin(), binding->uses.end(), [&](Node use) { return is_shown(cx, use); });
}

void visit(Context& cx, Node call) {
  const std::string_view name = last_name(call.child(Field::kFunction));
  if (name != "floor" && name != "ceil") return;
  const std::string known = cx.names().qualified(call.child(Field::kFunction));
  if ((known != "math.floor" && known != "math.ceil") || !is_shown_somewhere(cx, call)) return;
  cx.change(call, known + "() gives an integer in Python 3").replace(call, "float($call)", {{"call", call}}).apply();
}

}  // namespace

Fixer fix_whole_floats() {
  return {
      .name = "whole_floats",
      .doc = "Has math.floor() and math.ceil() be floats where they are shown.",
      .reference = "https://docs.python.org/3/library/math.html#math.floor",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "An object's own __floor__() or __ceil__() gives something else.",
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kEvidence,
      .is_never_made = true,
      .words = {"floor", "ceil"},
      .examples = {{"import math\ntext = str(math.floor(x))", "import math\ntext = str(float(math.floor(x)))"},
                   {"import math\nn = int(math.floor(x))", "import math\nn = int(math.floor(x))"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
