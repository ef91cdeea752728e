// Types that stand twice in the tuple of an isinstance(), such as other fixes leave behind.
#include <set>

#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const Node tuple = call.child(Field::kArguments).named_child(1);
  if (function.text() != "isinstance" || !tuple.is(Kind::kTuple)) return;
  if (!cx.names().resolves_to(function, "__builtin__.isinstance")) return;
  std::set<std::string_view> seen;
  std::vector<Node> kept;
  std::vector<Node> extra;
  for (Node item : tuple.named_children()) {
    // Names that Python 3 has not are merged where they are renamed.
    for (std::string_view gone : {"unicode", "basestring", "long"})
      if (item.text() == gone) return;
    const bool again = item.is(Kind::kIdentifier) && !seen.insert(item.text()).second;
    (again ? extra : kept).push_back(item);
  }
  if (extra.empty()) return;
  ChangeBuilder change = cx.change(tuple);
  if (kept.size() == 1) {
    change.replace(tuple, "$type", {{"type", kept.front()}});
  } else {
    for (Node item : extra) change.remove(item);
  }
  change.apply();
}

}  // namespace

Fixer fix_isinstance() {
  return {
      .name = "isinstance",
      .doc = "Removes types that stand twice in the tuple of an isinstance().",
      .reference = "https://docs.python.org/3/library/functions.html#isinstance",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kEvidence,  // what renamed types leave is merged in the same run; a later one finds none
      .words = {"isinstance"},
      .examples = {{"isinstance(x, (int, int))", "isinstance(x, int)"},
                   {"isinstance(x, (A, B, A))", "isinstance(x, (A, B))"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
