// zip() gives an iterator: https://docs.python.org/3/whatsnew/3.0.html#views-and-iterators-instead-of-lists
#include "fixers/iterators.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_zip() {
  return {
      .name = "zip",
      .doc = "Puts list() around a zip() that is used as a list.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#views-and-iterators-instead-of-lists",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kEvidence,
      .words = {"zip"},
      .examples = {{"pairs = zip(a, b)", "pairs = list(zip(a, b))"},
                   {"for x, y in zip(a, b): pass", "for x, y in zip(a, b): pass"}},
      .visits = {{{Kind::kCall},
                  [](Context& cx, Node call) {
                    if (calls_builtin(cx, call, "zip") && needs_list(cx, call)) make_list(cx, call);
                  }},
                 {{Kind::kIdentifier}, [](Context& cx, Node name) { report_value(cx, name, "zip"); }}},
  };
}

}  // namespace py3k::fixers
