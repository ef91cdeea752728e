#include "fixers/arguments_given.h"

#include <algorithm>

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// In that place of a call, or by that name; nothing where it is left out.
Node argument_at(Node call, std::size_t position, std::string_view name) {
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  for (Node argument : arguments)
    if (argument.is(Kind::kKeywordArgument) && argument.child(Field::kName).text() == name)
      return argument.child(Field::kValue);
  return position < arguments.size() && !arguments[position].is(Kind::kKeywordArgument) ? arguments[position] : Node();
}

bool has_splat(Node call) {
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  return std::any_of(arguments.begin(), arguments.end(),
                     [](Node it) { return it.is_any(Kind::kListSplat, Kind::kDictionarySplat); });
}

}  // namespace

std::vector<Node> arguments_given(Context& cx, Node name) {
  const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
  if (binding == nullptr || binding->sites.size() != 1 || binding->sites.front().kind != BindingKind::kParameter)
    return {};
  Node parameter = binding->sites.front().node;
  Node otherwise;
  if (parameter.parent().is(Kind::kDefaultParameter)) {
    parameter = parameter.parent();
    otherwise = parameter.child(Field::kValue);
  }
  const Node function = parameter.parent().parent();
  if (!parameter.parent().is(Kind::kParameters) || !function.is(Kind::kFunctionDefinition)) return {};
  if (function.parent().parent().is(Kind::kClassDefinition)) return {};
  const Binding* own = cx.names().binding(function.child(Field::kName));
  if (own == nullptr || own->sites.size() != 1) return {};
  const std::vector<Node> parameters = parameter.parent().named_children();
  const auto position =
      static_cast<std::size_t>(std::find(parameters.begin(), parameters.end(), parameter) - parameters.begin());
  std::vector<Node> given;
  if (otherwise) given.push_back(otherwise);
  for (Node use : own->uses) {
    if (use.field() != Field::kFunction || !use.parent().is(Kind::kCall)) continue;
    if (has_splat(use.parent())) return {};
    if (const Node argument = argument_at(use.parent(), position, name.text())) given.push_back(argument);
  }
  return given;
}

}  // namespace py3k::fixers
