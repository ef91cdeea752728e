#include "fixers/opened.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool opens(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  return call.is(Kind::kCall) && call.child(Field::kArguments).is(Kind::kArgumentList) &&
         (cx.names().resolves_to(function, "__builtin__.open") || cx.names().resolves_to(function, "__builtin__.file"));
}

}  // namespace

Node opening(Context& cx, Node file) {
  if (opens(cx, file)) return file;
  const Binding* binding = file.is(Kind::kIdentifier) ? cx.names().binding(file) : nullptr;
  if (binding == nullptr || binding->sites.size() != 1) return {};
  const BindingSite& site = binding->sites.front();
  const Node parent = site.node.parent();
  const bool assigned = parent.is(Kind::kAssignment) && site.node.field() == Field::kLeft;
  const Node value = assigned                                  ? parent.child(Field::kRight)
                     : site.statement.is(Kind::kWithStatement) ? site.node.ancestor(Kind::kAsPattern).first_child()
                                                               : Node();
  return opens(cx, value) ? value : Node();
}

Node mode_of(Node opening) {
  const std::vector<Node> arguments = opening.child(Field::kArguments).named_children();
  Node mode = arguments.size() > 1 && !arguments[0].is(Kind::kKeywordArgument) ? arguments[1] : Node();
  for (Node argument : arguments)
    if (argument.is(Kind::kKeywordArgument) && argument.child(Field::kName).text() == "mode")
      mode = argument.child(Field::kValue);
  return mode.is(Kind::kString) ? mode : Node();
}

}  // namespace py3k::fixers
