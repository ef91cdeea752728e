// xrange() is called range(), and range() no longer makes a list.
#include "engine/analysis/consumer.h"
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node call) {
  if (!cx.is_python2() || call.child(Field::kFunction).text() != "range") return;
  if (!cx.names().resolves_to(call.child(Field::kFunction), "__builtin__.range")) return;
  // A range can be gone through, searched, counted and indexed like a list, as often as one likes.
  if (consumption_of(call, cx.names()).keeps) cx.replace(call, "list($range)", {{"range", call}});
}

}  // namespace

Fixer fix_xrange() {
  return {
      .name = "xrange",
      .doc = "Renames the builtin `xrange` to `range`, and puts list() around a range() that is used as a list.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#views-and-iterators-instead-of-lists",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .words = {"range"},
      .examples = {{"for i in xrange(9): pass", "for i in range(9): pass"},
                   {"for i in range(9): pass", "for i in range(9): pass"},
                   {"numbers = range(9) + [20]", "numbers = list(range(9)) + [20]"}},
      .renames = {{"__builtin__.xrange", "__builtin__.range"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
