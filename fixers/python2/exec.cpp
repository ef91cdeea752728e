// exec is a function since Python 3.0; it takes the dictionaries as arguments, and no files.
#include "engine/fixer.h"
#include "engine/syntax/precedence.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kScopeNote =
    "Python 3's exec binds no variables of the function it is in: give it a dictionary and read the names from there";

// Without a dictionary, in a function: what the code binds, the function no longer sees.
bool binds_locals(Context& cx, Node exec) {
  return !exec.child(Field::kGlobals) && cx.names().scope_of(exec).kind == ScopeKind::kFunction;
}

bool is_file(Context& cx, Node code) {
  const Node function = code.child(Field::kFunction);
  return code.is(Kind::kCall) &&
         (cx.names().resolves_to(function, "__builtin__.open") || cx.names().resolves_to(function, "__builtin__.file"));
}

void visit(Context& cx, Node exec) {
  Node code = exec.child(Field::kCode);
  const Node globals = exec.child(Field::kGlobals);
  const Node locals = exec.child(Field::kLocals);
  const bool parenthesized = code.is(Kind::kParenthesizedExpression) && !code.named_child(0).is(Kind::kYield);
  const bool is_call_already = !globals && (parenthesized || code.is(Kind::kTuple));
  code = unparenthesized(is_call_already && code.is(Kind::kTuple) ? code.named_child(0) : code);
  if (is_call_already) {
    if (is_file(cx, code))
      cx.change(code).replace(code, "$code.read()", {{"code", code}}).safety(Safety::kSafe).apply();
    if (!exec.child(Field::kCode).is(Kind::kTuple) && binds_locals(cx, exec)) cx.report(exec, std::string(kScopeNote));
    return;
  }
  std::string replacement = is_file(cx, code) ? "exec($code.read()" : "exec($code";
  Holes holes{{"code", code}};
  if (globals) {
    replacement += ", $globals";
    holes.emplace_back("globals", globals);
  }
  if (locals) {
    replacement += ", $locals";
    holes.emplace_back("locals", locals);
  }
  const bool unsafe = binds_locals(cx, exec);
  ChangeBuilder change = cx.change(exec, unsafe ? "exec is a function; " + std::string(kScopeNote) : "");
  change.replace(exec, replacement + ")", holes);
  change.safety(unsafe ? Safety::kUnsafe : Safety::kSafe);
  change.apply();
}

}  // namespace

Fixer fix_exec() {
  return {
      .name = "exec",
      .doc = "Replaces the exec statement with the exec function.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#removed-syntax",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "Only `exec code` in a function is: in Python 3 what it binds does not become a variable of the function.",
      .runs_on = RunsOn::kBoth,
      .words = {"exec"},
      .examples = {{"exec code", "exec(code)"}, {"exec code in scope, names", "exec(code, scope, names)"}},
      .visits = {{{Kind::kExecStatement}, visit}},
  };
}

}  // namespace py3k::fixers
