// Python 2 lets the last line of a file end with a backslash; and a backslash alone on its line keeps what follows from
// being indented, which Python 3 takes for indented, where nothing stands before the backslash.
// https://docs.python.org/3/reference/lexical_analysis.html#explicit-line-joining
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void drop(Context& cx, Node /*module*/) {
  for (const ByteRange range : cx.source().stray_backslashes) {
    cx.change(cx.tree().node_at(range), "a backslash that joins no lines in Python 3").set_text(range, "").apply();
  }
}

}  // namespace

Fixer fix_backslash() {
  return {
      .name = "backslash",
      .doc =
          "Removes a backslash at the end of the file, and one alone on its line above code that is indented for no "
          "reason.",
      .reference = "https://docs.python.org/3/reference/lexical_analysis.html#explicit-line-joining",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"\\"},
      .examples = {{"x = 1\\", "x = 1"}, {"\\\n  x = 1", "x = 1"}},
      .visits = {{{Kind::kModule}, drop}},
  };
}

}  // namespace py3k::fixers
