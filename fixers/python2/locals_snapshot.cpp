// What is stored in locals() was seen by eval() in the same function; since Python 3.13 each locals() of a function is
// a dict of its own (PEP 667). https://docs.python.org/3/whatsnew/3.13.html#defined-mutation-semantics-for-locals
#include <algorithm>

#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// `names[x] = …`, `names.update(…)`
bool is_stored_in(Node names) {
  const Node around = names.parent();
  if (around.is(Kind::kSubscript) && names.field() == Field::kValue)
    return around.parent().is_any(Kind::kAssignment, Kind::kAugmentedAssignment) && around.field() == Field::kLeft;
  return around.is(Kind::kAttribute) && around.parent().is(Kind::kCall) &&
         around.child(Field::kAttribute).text() == "update";
}

bool is_of(Node function, Node node) {
  Node around = node.parent();
  while (around && !around.is_any(Kind::kFunctionDefinition, Kind::kLambda, Kind::kClassDefinition))
    around = around.parent();
  return around == function;
}

// eval(x), behind the place; with one argument it is looked up in what the function's names are by then.
std::vector<Node> evaluations(Context& cx, Node function, std::uint32_t from) {
  std::vector<Node> calls;
  for (Node use : cx.names().free_uses("eval")) {
    const Node call = use.parent();
    if (call.is(Kind::kCall) && use.field() == Field::kFunction && use.start() >= from &&
        call.child(Field::kArguments).named_child_count() == 1 && call.is_within(function) && is_of(function, call))
      calls.push_back(call);
  }
  return calls;
}

void visit(Context& cx, Node call) {
  if (call.child(Field::kFunction).text() != "locals") return;
  if (call.child(Field::kArguments).named_child_count() != 0) return;
  const Node function = call.ancestor(Kind::kFunctionDefinition);
  if (!function || !is_of(function, call) ||
      !cx.names().resolves_to(call.child(Field::kFunction), "__builtin__.locals"))
    return;
  if (is_stored_in(call))
    return cx.report(call,
                     "nothing sees what is stored here: since Python 3.13 each locals() of a function is a dict of its "
                     "own: keep the dict, and give it to eval() or exec() as the third argument");
  const Node target = call.parent().is(Kind::kAssignment) ? call.parent().child(Field::kLeft) : Node();
  const Binding* names = target.is(Kind::kIdentifier) ? cx.names().binding(target) : nullptr;
  if (names == nullptr || names->sites.size() != 1) return;
  if (std::none_of(names->uses.begin(), names->uses.end(), is_stored_in)) return;
  for (Node evaluation : evaluations(cx, function, call.end()))
    cx.change(evaluation, "since Python 3.13 eval() does not see what was stored in an earlier locals()")
        .replace(evaluation, "eval($*code, globals(), dict($names, **locals()))",
                 {{"code", evaluation.child(Field::kArguments).named_child(0)}, {"names", target}})
        .apply();
}

}  // namespace

Fixer fix_locals_snapshot() {
  return {
      .name = "locals_snapshot",
      .doc = "Gives eval() what a function has stored in locals(), which it no longer sees by itself.",
      .reference = "https://peps.python.org/pep-0667/",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kAny,
      .words = {"locals"},
      .examples =
          {{"def f(m, code):\n    names = locals()\n    names[m] = __import__(m)\n    return eval(code)",
            "def f(m, code):\n    names = locals()\n    names[m] = __import__(m)\n    return eval(code, globals(), "
            "dict(names, **locals()))"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
