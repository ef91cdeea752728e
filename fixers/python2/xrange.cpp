// xrange() is called range(), and range() no longer makes a list.
#include <algorithm>

#include "engine/analysis/consumer.h"
#include "engine/fixer.h"
#include "fixers/iterators.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// A range can be gone through, searched, counted and indexed like a list, as often as one likes.
bool is_used_as_list(Context& cx, Node call) {
  const Consumption use = consumption_of(call, cx.names());
  if (!use.keeps || use.fills) return false;
  const auto stored = consumption_by_variable(call, cx.names());
  return !stored || stored->keeps;
}

void visit(Context& cx, Node call) {
  if (call.child(Field::kFunction).text() != "range" || !cx.may_be_python2(call)) return;
  if (!cx.names().resolves_to(call.child(Field::kFunction), "__builtin__.range")) return;
  if (is_used_as_list(cx, call)) make_list(cx, call);
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
      .for_both =
          "xrange() stays: range() is a list under Python 2.7. A range() that is used as a list gets its list().",
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
