// `raise E, V, T` was removed in Python 3.0: what is raised is one expression (PEP 3109).
// https://docs.python.org/2.7/reference/simple_stmts.html#the-raise-statement
#include "fixers/raised.h"
#include "fixers/text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node raise) {
  const Node what = raise.named_child(0);
  if (!what) return;
  std::vector<Node> parts{what};
  if (what.is(Kind::kExpressionList)) parts = what.named_children();
  const bool of_tuple = parts.size() == 1 && what.is(Kind::kTuple) && cx.may_be_python2(what);
  if (parts.size() == 1 && !of_tuple && !is_text(cx, what)) return;
  parts.resize(3);
  if (cx.keeps_python2() && parts[2] && !parts[2].is(Kind::kNoneLiteral)) return cx.leave(raise);
  const std::optional<Raised> raised = raised_instance(cx, parts[0], parts[1], parts[2]);
  if (!raised) {
    cx.report(raise,
              "exceptions can't be strings: define a class for this one, and name it in the except clauses as well");
    // A TypeError in Python 2 as well, which Python 3 can at least read.
    if (what.is(Kind::kExpressionList) && !cx.settings().like_two_to_three)
      cx.replace(what, "($what)", {{"what", what}});
    return;
  }
  ChangeBuilder change = cx.change(what);
  if (of_tuple) change.if_python2();
  change.replace(what, raised->replacement, raised->holes).safety(raised->safety).apply();
}

}  // namespace

Fixer fix_raise() {
  return {
      .name = "raise",
      .doc = "Replaces `raise E, V` with `raise E(V)`, and a third part with a call of with_traceback().",
      .reference = "https://peps.python.org/pep-3109/",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "Where V is a variable of which nothing shows: Python 2 calls E(*V) if it is a tuple, E() if it is None, and "
          "raises V itself if it "
          "is an E. Where a traceback follows names such as type and value that are not known to be from "
          "sys.exc_info(), V "
          "is raised itself.",
      .runs_on = RunsOn::kVariant,
      .for_both = "With a traceback, it stays: Python 2.7 has no with_traceback().",
      .words = {"raise,"},
      .examples = {{"raise E, 'text'", "raise E('text')"},
                   {"raise E, (1, 2)", "raise E(1, 2)"},
                   {"raise E, None, tb", "raise E().with_traceback(tb)"},
                   {"raise ei[0], ei[1], ei[2]", "raise ei[1].with_traceback(ei[2])"},
                   {"if x: raise E, 'text'\nelse: raise E, None, tb", "if x: raise E('text')\nelse: raise E, None, tb",
                    "--target 2+3"}},
      .visits = {{{Kind::kRaiseStatement}, visit}},
  };
}

}  // namespace py3k::fixers
