// A StopIteration that leaves a generator is a RuntimeError since Python 3.7: PEP 479. return ends it in all versions.
#include <string_view>

#include "engine/analysis/generator.h"
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// Is it in the body of a try statement of the function, which may be there to catch it?
bool is_tried(Node node, Node function) {
  for (Node at = node; at != function; at = at.parent())
    if (at.parent().is(Kind::kTryStatement) && at.field() == Field::kBody) return true;
  return false;
}

// The generator that the node is the code of; none within a lambda or a generator expression, which are others.
Node generator_around(Node node) {
  for (Node at = node.parent(); at; at = at.parent()) {
    if (at.is_any(Kind::kLambda, Kind::kGeneratorExpression, Kind::kClassDefinition)) return {};
    // An asynchronous one never ended this way.
    if (at.is(Kind::kFunctionDefinition)) return is_generator(at) && !at.child(Kind::kTokenAsync) ? at : Node();
  }
  return {};
}

void visit_raise(Context& cx, Node raise) {
  if (raise.named_child_count() != 1) return;
  const Node raised = raise.named_child(0);
  const bool is_call = raised.is(Kind::kCall);
  if (!cx.names().resolves_to(is_call ? raised.child(Field::kFunction) : raised, "__builtin__.StopIteration")) return;
  const Node generator = generator_around(raise);
  if (!generator || is_tried(raise, generator)) return;
  if (is_call && raised.child(Field::kArguments).named_child_count() > 0)
    return cx.report(raise,
                     "this ended the generator, and is a RuntimeError since Python 3.7: write return, and the value");
  cx.replace(raise, "return");
}

// it.next(), and next(it) without a value for the end.
void visit_call(Context& cx, Node call) {
  if (!cx.may_be_python2(call)) return;
  const Node function = call.child(Field::kFunction);
  const Node arguments = call.child(Field::kArguments);
  if (!arguments.is(Kind::kArgumentList)) return;
  const bool is_method = function.child(Field::kAttribute).text() == "next" && arguments.named_child_count() == 0;
  const bool is_builtin = arguments.named_child_count() == 1 && cx.names().resolves_to(function, "__builtin__.next");
  if (!is_method && !is_builtin) return;
  const Node generator = generator_around(call);
  if (!generator || is_tried(call, generator)) return;
  cx.report(call,
            "where there is no next item, this ended the generator, and is a RuntimeError since Python 3.7: catch "
            "StopIteration, and return");
}

}  // namespace

Fixer fix_stop_iteration() {
  return {
      .name = "stop_iteration",
      .doc = "Has generators end with return in place of `raise StopIteration`, and reports those that next() may end.",
      .reference = "https://peps.python.org/pep-0479/",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kAny,
      .words = {"StopIteration", "next"},
      .examples = {{"def f(xs):\n    for x in xs:\n        if not x: raise StopIteration\n        yield x",
                    "def f(xs):\n    for x in xs:\n        if not x: return\n        yield x"}},
      .visits = {{{Kind::kRaiseStatement}, visit_raise}, {{Kind::kCall}, visit_call}},
  };
}

}  // namespace py3k::fixers
