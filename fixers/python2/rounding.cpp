// round() gives a whole number where it is given one argument, and takes halves to the even neighbour:
// https://docs.python.org/3/whatsnew/3.0.html#builtins
#include "fixers/first_statement.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

std::string definition(const std::string& name) {
  return "def " + name + R"((number, digits=0):
    """Gives what round() gave in Python 2: a float, and halves go away from zero."""
    import decimal
    number = float(number)
    if not abs(number) < 2 ** 52:
        return number
    last = decimal.Decimal('1e%d' % -digits)
    return float(decimal.Decimal(number).quantize(last, decimal.ROUND_HALF_UP))
)";
}

bool is_call(Context& cx, Node name) {
  const Node call = name.parent();
  return call.is(Kind::kCall) && name.field() == Field::kFunction &&
         call.child(Field::kArguments).is(Kind::kArgumentList) && cx.names().resolves_to(name, "__builtin__.round");
}

void run(Context& cx) {
  std::vector<Node> calls;
  for (Node name : cx.names().free_uses("round"))
    if (is_call(cx, name)) calls.push_back(name);
  if (calls.empty()) return;
  const std::string name = cx.fresh_name("_round");
  const Node place = place_for_definition(cx.tree().root(), name, calls);
  if (!place) return;
  ChangeBuilder change = cx.change(calls.front(), "round() gives whole numbers, and the even one of two as near");
  insert_definition(cx, change, place, definition(name));
  for (Node call : calls) change.set_text(call, name);
  change.apply();
}

}  // namespace

Fixer fix_rounding() {
  return {
      .name = "rounding",
      .doc = "Has round() give what it gave in Python 2: a float, with halves away from zero.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#builtins",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "Some object's __float__() gives less than there is to round.",
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kEvidence,
      .is_never_made = true,
      .words = {"round"},
      .examples = {{"round = f\nx = round(1.5)", "round = f\nx = round(1.5)"}},
      .finish = run,
  };
}

}  // namespace py3k::fixers
