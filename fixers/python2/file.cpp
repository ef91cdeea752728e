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

// The type of io that does for it there: what all files are, or what open() gives, which has all of a file's methods
// and is what type() says of it. Empty for a base, its methods, and where an instance's own type is compared.
std::string_view type_instead(Node name) {
  const Node parent = name.parent();
  if (is_asked_for(name)) return "IOBase";
  if (parent.is(Kind::kPair)) return name.field() == Field::kKey ? "TextIOWrapper" : "IOBase";
  if (parent.is(Kind::kArgumentList) && parent.parent().is(Kind::kCall))
    return parent.parent().child(Field::kFunction).text().ends_with("attr") ? "TextIOWrapper" : "IOBase";
  if (parent.is(Kind::kAttribute)) return parent.field() == Field::kFunction ? "" : "TextIOWrapper";
  if (parent.is(Kind::kAssignment)) return name.field() == Field::kRight ? "IOBase" : "";
  return parent.is_any(Kind::kTuple, Kind::kList, Kind::kSet, Kind::kExpressionList, Kind::kReturnStatement) ? "IOBase"
                                                                                                             : "";
}

void visit(Context& cx, Node name) {
  if (name.text() != "file" || !cx.names().is_name(name) || !cx.names().resolves_to(name, "__builtin__.file")) return;
  if (name.field() == Field::kFunction && name.parent().is(Kind::kCall)) return;  // the rule's
  if (is_handed_on(cx, name)) return cx.set_text(name, "open");
  const std::string_view type = cx.keeps_python2() ? "" : type_instead(name);
  if (!type.empty()) {
    ChangeBuilder change = cx.change(name);
    const std::string spelled = change.import_for(name, "io", std::string(type));
    return change.replace(name, spelled).safety(Safety::kUnsafe).apply();
  }
  cx.report(name, "Python 3 has no type `file`: ask for io.IOBase, or for a method such as read");
}

}  // namespace

Fixer fix_file() {
  return {
      .name = "file",
      .doc =
          "Replaces file(path) by open(path), and the type `file` by one of io, io.IOBase in isinstance(). Finds it "
          "where "
          "it is a base, or what type() is compared with.",
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
