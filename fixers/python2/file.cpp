// file() is gone, open() did the same: https://docs.python.org/2.7/library/functions.html#file
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// Is a function handed on there: map(file, paths), opener=file, lambda opener=file?
bool is_handed_on(Context& cx, Node name) {
  const Node parent = name.parent();
  if (parent.is_any(Kind::kKeywordArgument, Kind::kDefaultParameter)) return name.field() == Field::kValue;
  if (!parent.is(Kind::kArgumentList) || parent.named_child(0) != name) return false;
  const std::string taker = cx.names().qualified(parent.parent().child(Field::kFunction));
  return taker == "__builtin__.map" || taker == "__builtin__.apply" || taker == "functools.partial" ||
         taker == "itertools.imap" || taker == "itertools.starmap";
}

// isinstance(x, file), isinstance(x, (str, file))
bool is_asked_for(Node name) {
  const Node types = name.parent().is(Kind::kTuple) ? name.parent() : name;
  const Node call = types.parent().is(Kind::kArgumentList) ? types.parent().parent() : Node();
  return call && call.child(Field::kFunction).text() == "isinstance" &&
         call.child(Field::kArguments).named_child(1) == types;
}

void visit(Context& cx, Node name) {
  if (name.text() != "file" || !cx.names().is_name(name) || !cx.names().resolves_to(name, "__builtin__.file")) return;
  if (name.field() == Field::kFunction && name.parent().is(Kind::kCall)) return;  // the rule's
  if (is_handed_on(cx, name)) return cx.set_text(name, "open");
  if (is_asked_for(name)) {
    ChangeBuilder change = cx.change(name);
    const std::string type = change.import_for(name, "io", "IOBase");
    return change.replace(name, type).safety(Safety::kUnsafe).apply();
  }
  cx.report(name, "Python 3 has no type `file`: ask for io.IOBase, or for a method such as read");
}

}  // namespace

Fixer fix_file() {
  return {
      .name = "file",
      .doc =
          "Replaces file(path) by open(path), asks for io.IOBase in isinstance(), and finds `file` where it is a type "
          "otherwise.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#builtins",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .unsafe_when = "What is asked for its type is no file of io's.",
      .runs_on = RunsOn::kBoth,
      .words = {"file"},
      .examples = {{"for line in file(path): pass", "for line in open(path): pass"}},
      .rules = {{"file($*arguments)", "open($*arguments)"}},
      .visits = {{{Kind::kIdentifier}, visit}},
  };
}

}  // namespace py3k::fixers
