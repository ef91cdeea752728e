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

void visit(Context& cx, Node attribute) {
  const Node name = attribute.child(Field::kAttribute);
  const auto found = parts().find(name.text());
  if ((found == parts().end() && name.text() != "exc_clear") || !is_of_sys(cx, attribute)) return;
  const bool stored = attribute.field() == Field::kLeft && attribute.parent().is(Kind::kAssignment);
  if (found == parts().end()) {
    cx.report(attribute, "sys.exc_clear() is gone: Python 3 forgets the exception at the end of its except clause");
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
      .doc = "Replaces sys.exc_type, exc_value and exc_traceback by the parts of sys.exc_info().",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#changes-to-exceptions",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"exc_type", "exc_value", "exc_traceback", "exc_clear"},
      .examples = {{"kind = sys.exc_type", "kind = sys.exc_info()[0]"}},
      .visits = {{{Kind::kAttribute}, visit}},
  };
}

}  // namespace py3k::fixers
