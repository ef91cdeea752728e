// Where the meaning of indentation depends on how wide a tab is, Python 3 raises TabError; Python 2 moves to the next
// multiple of 8. https://docs.python.org/3/reference/lexical_analysis.html#indentation
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void expand_tabs(Context& cx, Node module) {
  if (!cx.source().inconsistent_tabs) return;
  ChangeBuilder change = cx.change(module.first_child(), "tabs in the indentation -> spaces, 8 columns each");
  for (const TabbedIndent& indent : cx.source().tabs) change.set_text(indent.range, std::string(indent.column, ' '));
  change.apply();
}

}  // namespace

Fixer fix_tabs() {
  return {
      .name = "tabs",
      .doc =
          "Replaces tabs in the indentation by spaces, in files that mix both so that Python 3 would raise TabError.",
      .reference = "https://docs.python.org/3/reference/lexical_analysis.html#indentation",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"\t"},
      .examples = {{"if a:\n        b\n\tc", "if a:\n        b\n        c"}},
      .visits = {{{Kind::kModule}, expand_tabs}},
  };
}

}  // namespace py3k::fixers
