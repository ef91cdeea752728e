// translate() of text takes one argument in Python 3, and a table of another kind; what is to go, None in it:
// https://docs.python.org/3/library/stdtypes.html#str.translate
#include "engine/analysis/values.h"
#include "engine/fixer.h"
#include "fixers/text_cut_of.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// str.translate(s, table): the first argument is the object.
bool is_method_of_type(const std::string& name) {
  return name == "__builtin__.str.translate" || name == "__builtin__.unicode.translate";
}

bool holds_bytes(Context& cx, Node object) {
  const TextCut* cut = text_cut_of(cx);
  const VertexId vertex = cut != nullptr ? cut->flow().at(object) : kNoVertex;
  return vertex != kNoVertex && cut->holds_bytes(vertex) != Certainty::kNone;
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
  const Node table = arguments.named_child(0);
  const Node object = function.child(Field::kObject);
  const bool is_text = table.is(Kind::kNoneLiteral) && value_of(object, cx.names()).is(ValueType::kText);
  if (is_text && !holds_bytes(cx, object)) {
    if (cx.keeps_python2()) return cx.leave(call);
    return cx.change(arguments)
        .replace(arguments, "(str.maketrans('', '', $deleted))", {{"deleted", arguments.named_child(1)}})
        .safety(Safety::kUnsafe)
        .apply();
  }
  cx.report(call,
            "translate() of text takes one argument in Python 3: write translate(str.maketrans('', '', deleted))");
}

}  // namespace

Fixer fix_translate() {
  return {
      .name = "translate",
      .doc =
          "Has a translate() that deletes characters of text take one argument, and finds those of which nobody can "
          "tell: "
          "Python 3 has two arguments for bytes alone.",
      .reference = "https://docs.python.org/3/library/stdtypes.html#str.translate",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "What is to be deleted is bytes.",
      .runs_on = RunsOn::kPy3,
      .words = {"translate"},
      .examples = {{"t = str(n).translate(None, '-')", "t = str(n).translate(str.maketrans('', '', '-'))"},
                   {"t = s.translate(None, '-')", "t = s.translate(None, '-')"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
