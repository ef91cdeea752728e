// sys.exc_type and its like are gone: https://docs.python.org/3/whatsnew/3.0.html#changes-to-exceptions
#include <map>

#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

const std::map<std::string_view, std::string>& parts() {
  static const std::map<std::string_view, std::string> table{
      {"exc_type", "exc_info()[0]"}, {"exc_value", "exc_info()[1]"}, {"exc_traceback", "exc_info()[2]"}};
  return table;
}

bool is_of_sys(Context& cx, Node attribute) {
  const std::string object = cx.names().qualified(attribute.child(Field::kObject));
  return object == "sys" || object == "__builtin__.sys";
}

// Python 3 forgets the exception at the end of its except clause. Could something look at it before?
bool is_looked_at(Node call) {
  for (Node node = call; node && !node.is(Kind::kFunctionDefinition); node = node.parent()) {
    if (node.is_any(Kind::kForStatement, Kind::kWhileStatement)) return true;
    if (!node.is_any(Kind::kExceptClause, Kind::kFinallyClause)) continue;
    for (Node later : node.descendants())
      if (later.start() >= call.end() && later.is_any(Kind::kCall, Kind::kRaiseStatement)) return true;
    return false;
  }
  return false;
}

void forget(Context& cx, Node clear) {
  const Node call = clear.field() == Field::kFunction ? clear.parent() : Node();
  if (cx.keeps_python2()) return cx.leave(clear);
  if (!call.is(Kind::kCall)) {
    ChangeBuilder change = cx.change(clear, "there is nothing for sys.exc_clear() to do in Python 3");
    return change.replace(clear, "lambda: None").safety(Safety::kUnsafe).apply();
  }
  if (!call.parent().is(Kind::kExpressionStatement) || is_looked_at(call))
    return cx.report(clear, "sys.exc_clear() is gone: Python 3 forgets the exception at the end of its except clause");
  cx.change(call, "Python 3 forgets the exception at the end of its except clause")
      .remove(call.parent())
      .safety(Safety::kUnsafe)
      .apply();
}

void visit(Context& cx, Node attribute) {
  const Node name = attribute.child(Field::kAttribute);
  const auto found = parts().find(name.text());
  if ((found == parts().end() && name.text() != "exc_clear") || !is_of_sys(cx, attribute)) return;
  const bool stored = attribute.field() == Field::kLeft && attribute.parent().is(Kind::kAssignment);
  if (found == parts().end()) {
    if (!stored) forget(cx, attribute);
  } else if (stored || attribute.parent().is(Kind::kDeleteStatement)) {
    cx.report(attribute, "sys." + std::string(name.text()) + " is gone, and sys.exc_info() can't be set");
  } else {
    cx.set_text(name, found->second);
  }
}

}  // namespace

Fixer fix_sys_exc() {
  return {
      .name = "sys_exc",
      .doc =
          "Replaces sys.exc_type, exc_value and exc_traceback by the parts of sys.exc_info(), and takes out "
          "sys.exc_clear().",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#changes-to-exceptions",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .unsafe_when =
          "sys.exc_clear() is called by an except clause of another function that looks at the exception later.",
      .runs_on = RunsOn::kVariant,
      .for_both = "sys.exc_clear() stays.",
      .words = {"exc_type", "exc_value", "exc_traceback", "exc_clear"},
      .examples = {{"kind = sys.exc_type", "kind = sys.exc_info()[0]"},
                   {"sys.exc_clear()\nf()", "f()"},
                   {"sys.exc_clear()\nf()", "sys.exc_clear()\nf()", "--target 2+3"}},
      .visits = {{{Kind::kAttribute}, visit}},
  };
}

}  // namespace py3k::fixers
