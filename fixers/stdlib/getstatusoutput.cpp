// commands.getstatusoutput() gave what wait() gives, subprocess.getstatusoutput() gives the exit code, or a signal's
// number below 0: https://docs.python.org/3/library/subprocess.html#subprocess.getstatusoutput
#include <algorithm>

#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// Is nothing asked but whether it is 0?
bool is_tested(Node status) {
  Node parent = status.parent();
  while (parent.is(Kind::kParenthesizedExpression)) {
    status = parent;
    parent = status.parent();
  }
  if (status.field() == Field::kCondition) return true;
  if (parent.is_any(Kind::kNotOperator, Kind::kAssertStatement)) return true;
  if (!parent.is(Kind::kComparisonOperator) || parent.named_child_count() != 2) return false;
  const Node other = parent.named_child(parent.named_child(0) == status ? 1 : 0);
  const Kind operation = parent.named_child(0).next().kind();
  return other.text() == "0" && (operation == Kind::kTokenDoubleEqual || operation == Kind::kTokenNotEqual);
}

// r[1], r[0] == 0
bool is_part_that_stays(Node use) {
  const Node subscript = use.parent();
  if (!subscript.is(Kind::kSubscript) || use.field() != Field::kValue) return false;
  const std::string_view index = subscript.child(Field::kSubscript).text();
  return index == "1" || (index == "0" && is_tested(subscript));
}

bool is_harmless(Context& cx, Node call) {
  if (call.parent().is(Kind::kExpressionStatement) || is_part_that_stays(call)) return true;
  const Node assignment = call.parent();
  if (!assignment.is(Kind::kAssignment) || call.field() != Field::kRight) return false;
  const Node left = assignment.child(Field::kLeft);
  const bool unpacks = left.is_any(Kind::kPatternList, Kind::kTuplePattern);
  const Node name = unpacks ? left.named_child(0) : left;
  const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
  if (binding == nullptr || binding->scope->kind == ScopeKind::kClass) return false;
  return std::all_of(binding->uses.begin(), binding->uses.end(),
                     [&](Node use) { return unpacks ? is_tested(use) : is_part_that_stays(use); });
}

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  if (!cx.names().resolves_to(function, "commands.getstatusoutput") || is_harmless(cx, call)) return;
  cx.report(
      call,
      "the status is the exit code in Python 3, and no longer 256 times as much; a signal is below 0: look at what "
      "becomes of it");
}

}  // namespace

Fixer fix_getstatusoutput() {
  return {
      .name = "getstatusoutput",
      .doc = "Finds commands.getstatusoutput() where more is asked of the status than whether it is 0.",
      .reference = "https://docs.python.org/3/library/subprocess.html#subprocess.getstatusoutput",
      .group = Group::kStdlib,
      .safety = Safety::kManual,
      .runs_on = RunsOn::kBoth,
      .words = {"getstatusoutput"},
      .examples = {{"import commands\ncode = commands.getstatusoutput(c)[0] >> 8",
                    "import commands\ncode = commands.getstatusoutput(c)[0] >> 8"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
