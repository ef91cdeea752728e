// translate() of text takes one argument in Python 3, and a table of another kind; what is to go, None in it:
// https://docs.python.org/3/library/stdtypes.html#str.translate
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// str.translate(s, table): the first argument is the object.
bool is_method_of_type(const std::string& name) {
  return name == "__builtin__.str.translate" || name == "__builtin__.unicode.translate";
}

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const Node arguments = call.child(Field::kArguments);
  if (function.child(Field::kAttribute).text() != "translate" || !arguments.is(Kind::kArgumentList)) return;
  if (arguments.named_child_count() != 2) return;
  const std::string known = cx.names().qualified(function);  // a function of a module
  if (!known.empty() && (!known.starts_with("__builtin__.") || is_method_of_type(known))) return;
  for (Node argument : arguments.named_children())
    if (argument.is_any(Kind::kKeywordArgument, Kind::kListSplat, Kind::kDictionarySplat)) return;
  cx.report(call,
            "translate() of text takes one argument in Python 3: write translate(str.maketrans('', '', deleted))");
}

}  // namespace

Fixer fix_translate() {
  return {
      .name = "translate",
      .doc = "Finds s.translate(table, deleted), which Python 3 has for bytes alone.",
      .reference = "https://docs.python.org/3/library/stdtypes.html#str.translate",
      .group = Group::kPython2,
      .safety = Safety::kManual,
      .runs_on = RunsOn::kBoth,
      .words = {"translate"},
      .examples = {{"t = s.translate(None, '-')", "t = s.translate(None, '-')"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
