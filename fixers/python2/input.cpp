// PEP 3111: input() used to evaluate what was typed; now it gives the line, as raw_input() did.
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_evaluated(Context& cx, Node call) {
  const Node outer = call.parent().parent();
  return call.parent().is(Kind::kArgumentList) &&
         cx.names().resolves_to(outer.child(Field::kFunction), "__builtin__.eval");
}

void visit(Context& cx, Node name) {
  if (name.text() != "input" || !cx.names().is_name(name) || !cx.names().resolves_to(name, "__builtin__.input")) return;
  const Node call = name.parent();
  if (!call.is(Kind::kCall) || name.field() != Field::kFunction) {
    cx.report(name,
              "input() evaluated what was typed, and no longer does: pass `lambda *prompt: eval(input(*prompt))` if "
              "that is meant");
  } else if (!is_evaluated(cx, call)) {
    ChangeBuilder change = cx.change(call);
    change.replace(call, "eval($call)", {{"call", call}}).if_python2(Repeats::kYes);
    if (cx.keeps_python2()) change.set_text(name, "raw_input");
    change.apply();
  }
}

}  // namespace

Fixer fix_input() {
  return {
      .name = "input",
      .doc = "Replaces input() with eval(input()).",
      .reference = "https://peps.python.org/pep-3111/",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kVariant,
      .for_both =
          "input() becomes eval(raw_input()), which is the same under Python 2.7 and does not run under Python 3: "
          "input() "
          "would, and do something else. A run with --target 3.N makes it eval(input()).",
      .needs = Needs::kEvidence,
      .words = {"input"},
      .examples = {{"n = input('How many? ')", "n = eval(input('How many? '))"},
                   {"eval(input())", "eval(input())"},
                   {"n = input('How many? ')", "n = eval(raw_input('How many? '))", "--target 2+3"}},
      .visits = {{{Kind::kIdentifier}, visit}},
  };
}

}  // namespace py3k::fixers
