#include "fixers/moved_builtin.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool may_take(Node name, const MovedBuiltin& builtin) {
  const Node call = name.parent();
  if (name.field() != Field::kFunction || !call.is(Kind::kCall)) return true;
  if (!call.child(Field::kArguments).is(Kind::kArgumentList)) return builtin.fewest == 1;  // f(x for x in y)
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  for (Node argument : arguments) {
    if (argument.is(Kind::kListSplat)) return builtin.most > 1;
    if (argument.is_any(Kind::kKeywordArgument, Kind::kDictionarySplat)) return false;  // none of them takes any
  }
  return builtin.fewest <= arguments.size() && arguments.size() <= builtin.most;
}

}  // namespace

void use_from_module(Context& cx, Node name, const MovedBuiltin& builtin, Spelling spelling) {
  if (name.text() != builtin.name || !cx.names().is_name(name)) return;
  if (!cx.names().resolves_to(name, "__builtin__." + builtin.name) || !may_take(name, builtin)) return;
  ChangeBuilder change = cx.change(name, builtin.name + " -> " + builtin.module + "." + builtin.name);
  if (spelling == Spelling::kPlain) {
    change.replace(name, change.import_for(name, builtin.module, builtin.name)).apply();
  } else {
    change.replace(name, change.import_for(name, builtin.module) + "." + builtin.name).apply();
  }
}

}  // namespace py3k::fixers
