// generator.throw(E, V, T) with its parts apart is deprecated since Python 3.12, and follows what became of `raise E,
// V, T`. https://docs.python.org/3/reference/expressions.html#generator.throw
#include "fixers/raised.h"
#include "fixers/text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  if (!function.is(Kind::kAttribute) || function.child(Field::kAttribute).text() != "throw") return;
  std::vector<Node> parts = call.child(Field::kArguments).named_children();
  if (parts.empty() || parts.size() > 3) return;
  // It has been a TypeError since Python 2.6, if that is a generator; 2to3 tells of it.
  if (is_text(cx, parts[0]) && cx.settings().like_two_to_three)
    cx.report(call, "Python 3 does not support string exceptions; define a class for this one");
  if (parts.size() < 2) return;
  for (Node part : parts)
    if (part.is_any(Kind::kKeywordArgument, Kind::kListSplat, Kind::kDictionarySplat)) return;
  if (cx.keeps_python2() && parts.size() == 3) return cx.leave(call);
  const ByteRange all{parts.front().start(), parts.back().end()};
  parts.resize(3);
  // Any class may have a method of that name; it is a generator's where it is given a class. What is left still works.
  if (!names_class(cx, parts[0])) return;
  const std::optional<Raised> raised = raised_instance(cx, parts[0], parts[1], parts[2]);
  if (raised) cx.change(call).replace(all, raised->replacement, raised->holes).safety(raised->safety).apply();
}

}  // namespace

Fixer fix_throw() {
  return {
      .name = "throw",
      .doc = "Replaces g.throw(E, V) with g.throw(E(V)), and a third argument with a call of with_traceback().",
      .reference = "https://peps.python.org/pep-3109/",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "Where V is a variable: Python 2 calls E(*V) if it is a tuple, E() if it is None, and raises V itself if it "
          "is an E.",
      .runs_on = RunsOn::kVariant,
      .for_both = "With a traceback, it stays: Python 2.7 has no with_traceback().",
      .words = {"throw"},
      .examples = {{"g.throw(E, 'text')", "g.throw(E('text'))"},
                   {"g.throw(E, (1, 2), tb)", "g.throw(E(1, 2).with_traceback(tb))"},
                   {"g.throw(E, 'text')\ng.throw(E, (1, 2), tb)", "g.throw(E('text'))\ng.throw(E, (1, 2), tb)",
                    "--target 2+3"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
