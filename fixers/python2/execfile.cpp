// execfile() is gone: https://docs.python.org/3/whatsnew/3.0.html#builtins. compile() knows the file's name, for
// tracebacks, and reads its encoding from the bytes.
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// A name or text may be written twice; what is called, gives the same again in nearly all code.
Safety safety_of(Node file) {
  for (Node node : file.subtree())
    if (node.is_any(Kind::kCall, Kind::kYield)) return Safety::kUnsafe;
  return Safety::kSafe;
}

void visit(Context& cx, Node name) {
  if (name.text() != "execfile" || !cx.names().is_name(name) || !cx.names().resolves_to(name, "__builtin__.execfile"))
    return;
  const Node call = name.field() == Field::kFunction ? name.parent() : Node();
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  if (arguments.empty() || !call.child(Field::kArguments).is(Kind::kArgumentList) ||
      arguments.front().is_any(Kind::kKeywordArgument, Kind::kListSplat, Kind::kDictionarySplat)) {
    cx.report(name, "execfile() is gone: write exec(compile(open(file, 'rb').read(), file, 'exec'), globals)");
    return;
  }
  // Python 2 takes no exec without names in a function that has functions inside.
  if (cx.keeps_python2() && arguments.size() == 1 && cx.names().scope_of(call).kind != ScopeKind::kModule)
    return cx.leave(call);
  Holes holes{{"file", arguments.front()}};
  std::string rest;
  if (arguments.size() > 1) {
    rest = ", $*rest";
    holes.emplace_back("rest", HoleValue(arguments[1], arguments.back()));
  }
  cx.change(call)
      .replace(call, R"(exec(compile(open($file, "rb").read(), $file, 'exec'))" + rest + ")", holes)
      .safety(safety_of(arguments.front()))
      .apply();
}

}  // namespace

Fixer fix_execfile() {
  return {
      .name = "execfile",
      .doc = "Replaces execfile() by exec() of the compiled file.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#builtins",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .unsafe_when = "The file's name is worked out by a call that must not be made twice.",
      .runs_on = RunsOn::kVariant,
      .for_both = "In a function, execfile() without a dictionary stays: Python 2 has no exec for all of these.",
      .words = {"execfile"},
      .examples = {{"execfile(path, names)", "exec(compile(open(path, \"rb\").read(), path, 'exec'), names)"},
                   {"def f(): execfile(path)", "def f(): execfile(path)", "--target 2+3"}},
      .visits = {{{Kind::kIdentifier}, visit}},
  };
}

}  // namespace py3k::fixers
