// Set displays: https://docs.python.org/3/whatsnew/3.0.html#new-syntax
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node call) {
  const Node arguments = call.child(Field::kArguments);
  if (call.child(Field::kFunction).text() != "set" || arguments.named_child_count() != 1) return;
  if (!cx.names().resolves_to(call.child(Field::kFunction), "__builtin__.set")) return;
  const Node items = arguments.named_child(0);
  if (!items.is_any(Kind::kList, Kind::kTuple, Kind::kListComprehension) || items.named_child_count() == 0) return;
  const ByteRange before{call.start(), items.first_child().end()};
  ByteRange after{items.last_child().start(), call.end()};
  // The comma of `(x,)` goes.
  const Node comma = items.last_child().previous();
  if (items.is(Kind::kTuple) && items.named_child_count() == 1 && comma.is(Kind::kTokenComma))
    after.start = comma.start();
  if (!cx.tree().comments_in(before).empty() || !cx.tree().comments_in(after).empty()) {
    if (items.is(Kind::kListComprehension)) return;
    cx.replace(call, "{$*items}",
               {{"items", HoleValue(items.named_children().front(), items.named_children().back())}});
    return;
  }
  cx.change(call).set_text(before, "{").set_text(after, "}").apply();
}

}  // namespace

Fixer fix_set_literal() {
  return {
      .name = "set_literal",
      .doc = "Replaces set([a, b]) by {a, b}, and set([x for x in y]) by {x for x in y}.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#new-syntax",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kAny,
      .on_by_default = false,
      .words = {"set"},
      .examples = {{"s = set([1, 2])", "s = {1, 2}"},
                   {"s = set((x,))", "s = {x}"},
                   {"s = set([f(x) for x in xs])", "s = {f(x) for x in xs}"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
