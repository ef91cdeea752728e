// translate() of text takes one argument in Python 3, and a table of another kind; what is to go, None in it:
// https://docs.python.org/3/library/stdtypes.html#str.translate
#include <algorithm>

#include "engine/analysis/values.h"
#include "fixers/arguments_given.h"
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

// string.maketrans('', ''), which changes nothing.
bool is_identity(Context& cx, Node table) {
  if (const Node value = only_value(table, cx.names())) table = value;
  const std::vector<Node> given = table.child(Field::kArguments).named_children();
  return table.is(Kind::kCall) && given.size() == 2 &&
         cx.names().resolves_to(table.child(Field::kFunction), "string.maketrans") &&
         std::all_of(given.begin(), given.end(), [](Node it) { return it.text() == "''" || it.text() == "\"\""; });
}

// string.punctuation is text in Python 3, and so is what it is taken from.
bool is_name_of_text(Context& cx, Node deleted) {
  const std::string name = cx.names().qualified(deleted);
  return name.starts_with("string.") && name.find("maketrans") == std::string::npos;
}

// By the callers in this file.
bool is_given_text(Context& cx, Node object) {
  const std::vector<Node> given = arguments_given(cx, object);
  return !given.empty() && std::all_of(given.begin(), given.end(),
                                       [&](Node it) { return value_of(it, cx.names()).is(ValueType::kText); });
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
  const Node deleted = arguments.named_child(1);
  const bool is_text =
      (table.is(Kind::kNoneLiteral) || is_identity(cx, table)) &&
      (value_of(object, cx.names()).is(ValueType::kText) || is_name_of_text(cx, deleted) || is_given_text(cx, object));
  if (is_text && !holds_bytes(cx, object)) {
    if (cx.keeps_python2()) return cx.leave(call);
    // What others do to a table that goes.
    for (Change& change : cx.plan().changes())
      change.is_unspoken |= std::any_of(change.claims.begin(), change.claims.end(), [&](const Claim& claim) {
        return claim.range.start >= table.start() && claim.range.end <= table.end();
      });
    return cx.change(arguments)
        .replace(arguments, "(str.maketrans('', '', $deleted))", {{"deleted", arguments.named_child(1)}})
        .safety(Safety::kUnsafe)
        .apply();
  }
  cx.report(call,
            "translate() of text takes one argument in Python 3: write translate(str.maketrans('', '', deleted))");
}

void run(Context& cx) {
  for (Node node : cx.tree().root().descendants())
    if (node.is(Kind::kCall)) visit(cx, node);
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
      .last = run,
  };
}

}  // namespace py3k::fixers
