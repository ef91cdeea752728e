// A file is its own iterator: https://docs.python.org/2/library/stdtypes.html#file.xreadlines
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node attribute) {
  const Node name = attribute.child(Field::kAttribute);
  const bool stored = attribute.field() == Field::kLeft && attribute.parent().is(Kind::kAssignment);
  if (name.text() != "xreadlines" || stored) return;
  const Node call = attribute.field() == Field::kFunction ? attribute.parent() : Node();
  if (!call.is(Kind::kCall)) {
    cx.set_text(name, "__iter__");
  } else if (call.child(Field::kArguments).named_child_count() == 0) {
    cx.replace(call, "$file", {{"file", attribute.child(Field::kObject)}});
  }
}

}  // namespace

Fixer fix_xreadlines() {
  return {
      .name = "xreadlines",
      .doc = "Replaces f.xreadlines() by f.",
      .reference = "https://docs.python.org/2.7/library/stdtypes.html#file.xreadlines",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"xreadlines"},
      .examples = {{"for line in f.xreadlines(): pass", "for line in f: pass"},
                   {"read = f.xreadlines", "read = f.__iter__"}},
      .visits = {{{Kind::kAttribute}, visit}},
  };
}

}  // namespace py3k::fixers
