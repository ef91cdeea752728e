// sys.exitfunc is gone; atexit is there since 2.0: https://docs.python.org/3/library/atexit.html
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node attribute) {
  if (attribute.child(Field::kAttribute).text() != "exitfunc") return;
  const Names& names = cx.names();
  if (!names.resolves_to(attribute, "sys.exitfunc") && !names.resolves_to(attribute, "__builtin__.sys.exitfunc"))
    return;
  const Node assignment = attribute.field() == Field::kLeft ? attribute.parent() : Node();
  const Node function = assignment.child(Field::kRight);
  if (!assignment.is(Kind::kAssignment) || !assignment.parent().is(Kind::kExpressionStatement) ||
      function.is(Kind::kAssignment)) {
    cx.report(attribute, "sys.exitfunc is gone: atexit.register() adds a function, atexit.unregister() takes it back");
    return;
  }
  if (cx.settings().like_two_to_three && !names.resolves_to(attribute, "sys.exitfunc"))
    cx.report(assignment, "Can't find sys import; the import of atexit was added at the top of the file");
  ChangeBuilder change = cx.change(assignment);
  change.replace(assignment, change.import_for(assignment, "atexit") + ".register($function)",
                 {{"function", function}});
  change.apply();
}

}  // namespace

Fixer fix_exitfunc() {
  return {
      .name = "exitfunc",
      .doc = "Replaces `sys.exitfunc = f` by atexit.register(f), and imports atexit.",
      .reference = "https://docs.python.org/3/library/atexit.html",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when = "It is assigned to more than once: the last function took the place of those before it.",
      .runs_on = RunsOn::kBoth,
      .words = {"exitfunc"},
      .examples = {{"import sys\nsys.exitfunc = f", "import sys\nimport atexit\natexit.register(f)"}},
      .visits = {{{Kind::kAttribute}, visit}},
  };
}

}  // namespace py3k::fixers
