#include "fixers/method_rename.h"

#include <algorithm>
#include <string>

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

const Binding* member(Context& cx, Node class_definition, std::string_view name) {
  const Scope& scope = cx.names().scope_opened_by(class_definition);
  const Binding* binding = cx.names().lookup(name, scope);
  return binding != nullptr && binding->scope == &scope ? binding : nullptr;
}

std::size_t parameter_count(Node function) { return function.child(Field::kParameters).named_child_count(); }

bool rename_member(Context& cx, Node class_definition, std::string_view from, std::string_view to) {
  const Binding* binding = member(cx, class_definition, from);
  const Binding* other = member(cx, class_definition, to);
  if (binding == nullptr) return false;
  const auto is_alias = [&](const BindingSite& site) {
    const Node assignment = site.node.parent();
    return assignment.is(Kind::kAssignment) && assignment.parent() == site.statement &&
           site.node.field() == Field::kLeft && assignment.child(Field::kRight).text() == from;
  };
  if (other != nullptr && !std::all_of(other->sites.begin(), other->sites.end(), is_alias)) return false;
  ChangeBuilder change = cx.change(binding->sites.front().node, std::string(from) + " -> " + std::string(to));
  const auto goes = [&](Node node) {
    return other != nullptr && std::any_of(other->sites.begin(), other->sites.end(),
                                           [&](const BindingSite& site) { return node.is_within(site.statement); });
  };
  for (const BindingSite& site : binding->sites) change.set_text(site.node, std::string(to));
  for (Node use : binding->uses)
    if (!goes(use)) change.set_text(use, std::string(to));
  if (other != nullptr)
    for (const BindingSite& site : other->sites) change.remove(site.statement);
  change.apply();
  return true;
}

}  // namespace py3k::fixers
