#include "fixers/method_rename.h"

#include <algorithm>
#include <string>

#include "engine/analysis/attribute_stores.h"
#include "engine/analysis/values.h"
#include "engine/syntax/string_literal.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

const Binding* member(Context& cx, Node class_definition, std::string_view name) {
  const Scope& scope = cx.names().scope_opened_by(class_definition);
  const Binding* binding = cx.names().lookup(name, scope);
  return binding != nullptr && binding->scope == &scope ? binding : nullptr;
}

Node class_named(Context& cx, Node name) { return engine::class_named(name, cx.names()); }

bool sets_attribute(Context& cx, std::string_view name) { return is_attribute_set(name, cx.tree(), cx.names()); }

bool is_own_member(Context& cx, Node object, std::string_view name) {
  if (!object.is(Kind::kIdentifier)) return false;
  const Node function = object.ancestor(Kind::kFunctionDefinition);
  const Node type = function.ancestor(Kind::kClassDefinition);
  return type && function.child(Field::kParameters).named_child(0).text() == object.text() &&
         member(cx, type, name) != nullptr;
}

bool any_class_with(Context& cx, std::string_view name, const std::function<bool(Node, const Binding&)>& is_it) {
  const std::vector<Node>& classes = cx.names().classes_with(name);
  return std::any_of(classes.begin(), classes.end(), [&](Node type) {
    const Binding* binding = member(cx, type, name);
    return binding != nullptr && is_it(type, *binding);
  });
}

bool has_class_with(Context& cx, std::string_view name, std::string_view without) {
  if (without.empty()) return !cx.names().classes_with(name).empty();
  return cx.once("has_class_with " + std::string(name) + " " + std::string(without), [&] {
    return any_class_with(cx, name,
                          [&](Node type, const Binding& /*own*/) { return member(cx, type, without) == nullptr; });
  });
}

Node method_around(Context& cx, Node node, std::string_view name) {
  const Node around =
      node.parent().nearest([](Node at) { return at.is_any(Kind::kFunctionDefinition, Kind::kLambda); });
  if (around.is(Kind::kFunctionDefinition)) return around.child(Field::kName).text() == name ? around : Node();
  const Node place = around.parent();
  if (place.is(Kind::kAssignment)) {
    const Node target = place.child(Field::kLeft);
    return (target.is(Kind::kAttribute) ? target.child(Field::kAttribute) : target).text() == name ? around : Node();
  }
  const bool is_set = place.is(Kind::kArgumentList) && place.named_child(2) == around &&
                      cx.names().resolves_to(place.parent().child(Field::kFunction), "__builtin__.setattr");
  const Node text = is_set ? place.named_child(1) : Node();
  return text.is(Kind::kString) && StringLiteral(text).body() == name ? around : Node();
}

bool is_first_parameter(Node object, Node function) {
  return object.is(Kind::kIdentifier) && object.text() == function.child(Field::kParameters).named_child(0).text();
}

std::string_view last_name(Node name) {
  return name.is(Kind::kAttribute) ? name.child(Field::kAttribute).text() : name.text();
}

Node only_argument(Node call) {
  const Node arguments = call.child(Field::kArguments);
  const bool single = call.is(Kind::kCall) && arguments.is(Kind::kArgumentList) && arguments.named_child_count() == 1;
  const Node argument = single ? arguments.named_child(0) : Node();
  return argument.is_any(Kind::kKeywordArgument, Kind::kListSplat, Kind::kDictionarySplat) ? Node() : argument;
}

bool calls_own(Node function, std::string_view name) {
  for (Node node : function.descendants()) {
    if (!node.is(Kind::kAttribute) || node.child(Field::kAttribute).text() != name) continue;
    Node object = node.child(Field::kObject);
    if (object.is(Kind::kCall) && object.child(Field::kFunction).text() == "type") object = only_argument(object);
    if (object.is(Kind::kAttribute) && object.child(Field::kAttribute).text() == "__class__")
      object = object.child(Field::kObject);
    if (is_first_parameter(object, function)) return true;
  }
  return false;
}

std::size_t parameter_count(Node function) { return function.child(Field::kParameters).named_child_count(); }

namespace {

// Do statements `name = value` bind it, and nothing else?
bool is_alias(const Binding& binding, std::string_view value) {
  return std::all_of(binding.sites.begin(), binding.sites.end(), [&](const BindingSite& site) {
    const Node assignment = site.node.parent();
    return assignment.is(Kind::kAssignment) && assignment.parent() == site.statement &&
           site.node.field() == Field::kLeft && assignment.child(Field::kRight).text() == value;
  });
}

bool is_in(const Binding& binding, Node node) {
  return std::any_of(binding.sites.begin(), binding.sites.end(),
                     [&](const BindingSite& site) { return node.is_within(site.statement); });
}

// The last statement of the class's body that binds the name; empty where one lies deeper.
Node last_statement(Node class_definition, const Binding& binding) {
  Node last;
  for (const BindingSite& site : binding.sites) {
    last = site.statement.parent().is(Kind::kDecoratedDefinition) ? site.statement.parent() : site.statement;
    if (last.parent() != class_definition.child(Field::kBody)) return {};
  }
  return last;
}

}  // namespace

bool is_pair(Context& cx, Node class_definition, std::string_view one, std::string_view other) {
  const Binding* first = member(cx, class_definition, one);
  const Binding* second = member(cx, class_definition, other);
  return first != nullptr && second != nullptr && (is_alias(*first, other) || is_alias(*second, one));
}

bool rename_member(Context& cx, Node class_definition, std::string_view from, std::string_view to) {
  const Binding* binding = member(cx, class_definition, from);
  const Binding* other = member(cx, class_definition, to);
  if (binding == nullptr) return false;
  const bool made_from_other = other != nullptr && is_alias(*binding, to) && !is_alias(*other, from);
  if (other != nullptr && !made_from_other && !is_alias(*other, from)) return false;
  if (other != nullptr && cx.keeps_python2()) return true;
  const Node last = last_statement(class_definition, *binding);
  if (cx.keeps_python2() && !last) return cx.leave(binding->sites.front().node), false;

  ChangeBuilder change = cx.change(binding->sites.front().node, std::string(from) + " -> " + std::string(to));
  const Binding* goes = made_from_other ? binding : other;
  if (!made_from_other)
    for (const BindingSite& site : binding->sites) change.set_text(site.node, std::string(to));
  for (Node use : binding->uses)
    if (goes == nullptr || !is_in(*goes, use)) change.set_text(use, std::string(to));
  if (goes != nullptr)
    for (const BindingSite& site : goes->sites) change.remove(site.statement);
  if (cx.keeps_python2()) change.insert_after(last, std::string(from) + " = " + std::string(to));
  change.apply();
  return true;
}

}  // namespace py3k::fixers
