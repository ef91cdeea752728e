// truncate(0) of a StringIO went to its start as well, in Python 2; io's stay where they are, and fill up with NULs.
// https://docs.python.org/3/library/io.html#io.IOBase.truncate
#include "engine/analysis/values.h"
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// `buffer.seek(0)`, `buffer.reset()`
bool goes_to_start(Node statement, std::string_view object) {
  const std::string_view text = statement.text();
  return statement.is(Kind::kExpressionStatement) && text.starts_with(object) &&
         (text.substr(object.size()).starts_with(".seek(0") || text.substr(object.size()) == ".reset()");
}

Node statement_before(Node statement) {
  Node before = statement.previous();
  while (before && !before.is_named()) before = before.previous();
  return before;
}

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  if (function.child(Field::kAttribute).text() != "truncate") return;
  const Node arguments = call.child(Field::kArguments);
  if (arguments.named_child_count() != 1 || arguments.named_child(0).text() != "0") return;
  const Node object = function.child(Field::kObject);
  const Value shown = value_of(object, cx.names());
  if (shown.type != ValueType::kUnknown || object.is(Kind::kCall)) return;
  const Node statement = call.parent();
  if (!statement.is(Kind::kExpressionStatement)) return;
  Node after = statement.next();
  while (after && !after.is_named()) after = after.next();
  if (goes_to_start(statement_before(statement), object.text()) || goes_to_start(after, object.text())) return;
  if (cx.keeps_python2()) return cx.leave(call);
  if (cx.text().find("StringIO") == std::string_view::npos)
    return cx.report(call, "if this is a StringIO, truncate() does not go back in Python 3: write truncate(seek(0))");
  cx.change(call, "truncate() of an io.StringIO does not go back")
      .replace(arguments.named_child(0), "$object.seek(0)", {{"object", object}})
      .apply();
}

}  // namespace

Fixer fix_truncate() {
  return {
      .name = "truncate",
      .doc =
          "Goes to the start of a StringIO that is emptied: in Python 3 truncate(0) leaves the position where it was, "
          "and "
          "what is written next has NULs before it.",
      .reference = "https://docs.python.org/3/library/io.html#io.IOBase.truncate",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "It is a file that is to be written on at the same place.",
      .runs_on = RunsOn::kPy3,
      .needs = Needs::kEvidence,
      .is_never_made = true,
      .words = {"truncate"},
      .examples = {{"def empty(buffer):  # a StringIO\n    buffer.truncate(0)",
                    "def empty(buffer):  # a StringIO\n    buffer.truncate(buffer.seek(0))"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
