// Python 3 has no unbound methods, but the functions themselves, and types.MethodType takes no class for one:
// https://docs.python.org/3/library/types.html#types.MethodType
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node call) {
  const Node arguments = call.child(Field::kArguments);
  if (!arguments.is(Kind::kArgumentList) || arguments.named_child_count() != 3) return;
  const Node function = call.child(Field::kFunction);
  const bool is_unbound = arguments.named_child(1).text() == "None";
  // moved_modules does the rest of it.
  if (is_unbound && cx.names().resolves_to(function, "new.instancemethod"))
    return cx.report(call, "there are no unbound methods in Python 3: use the function itself");
  if (!cx.names().resolves_to(function, "types.MethodType")) return;
  for (Node argument : arguments.named_children())
    if (argument.is_any(Kind::kListSplat, Kind::kDictionarySplat, Kind::kKeywordArgument)) return;
  if (is_unbound) {
    cx.replace(call, "$function", {{"function", arguments.named_child(0)}});
    return;
  }
  cx.change(call, "types.MethodType takes no class").remove(arguments.named_child(2)).apply();
}

}  // namespace

Fixer fix_method_type() {
  return {
      .name = "method_type",
      .doc = "Drops the third argument of types.MethodType(f, obj, cls). An unbound method is the function itself.",
      .reference = "https://docs.python.org/3/library/types.html#types.MethodType",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"MethodType", "instancemethod"},
      .examples = {{"import types\nC.f = types.MethodType(f, None, C)", "import types\nC.f = f"},
                   {"import types\nx = types.MethodType(f, obj, C)", "import types\nx = types.MethodType(f, obj)"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
