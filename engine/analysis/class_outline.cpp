#include "engine/analysis/class_outline.h"

#include <algorithm>

#include "engine/analysis/generator.h"
#include "engine/analysis/memory.h"
#include "engine/analysis/values.h"
#include "engine/dialect/dialect.h"

namespace py3k::engine {

namespace {

const Binding* member_of(Node class_definition, std::string_view name, const Names& names) {
  const Scope& scope = names.scope_opened_by(class_definition);
  const Binding* binding = names.lookup(name, scope);
  return binding != nullptr && binding->scope == &scope ? binding : nullptr;
}

// The function that a class has under that name, where it has nothing else.
Node method_of(Node class_definition, std::string_view name, const Names& names) {
  const Binding* binding = member_of(class_definition, name, names);
  const bool is_method =
      binding != nullptr && binding->sites.size() == 1 && binding->sites.front().kind == BindingKind::kFunction;
  return is_method ? binding->sites.front().statement : Node();
}

std::string base_named(Node base, const Names& names) {
  if (class_named(base, names)) return std::string(base.text());
  return names.qualified(base);
}

bool iterates_otherwise(Node class_definition, const Names& names) {
  const Node method = method_of(class_definition, "__iter__", names);
  if (!method) return false;
  if (is_generator(method)) return true;
  const std::string_view self = method.child(Field::kParameters).named_child(0).text();
  bool returns = false;
  for (Node node : method.child(Field::kBody).descendants()) {
    if (!node.is(Kind::kReturnStatement)) continue;
    returns = true;
    if (node.named_child(0).text() == self) return false;
  }
  return returns;
}

// Not so a property, or what takes more than `self`.
bool is_called_without_arguments(Node method) {
  const std::vector<Node> parameters = method.child(Field::kParameters).named_children();
  if (parameters.empty()) return false;
  if (std::any_of(parameters.begin() + 1, parameters.end(), [](Node it) { return it.is(Kind::kIdentifier); }))
    return false;
  if (!method.parent().is(Kind::kDecoratedDefinition)) return true;
  for (Node decorator : method.parent().named_children()) {
    const std::string_view text = decorator.text();
    const auto has = [&](std::string_view what) { return text.find(what) != std::string_view::npos; };
    if (decorator.is(Kind::kDecorator) &&
        (has("property") || has("classmethod") || has("staticmethod") || has(".setter")))
      return false;
  }
  return true;
}

// `raise StopIteration`, `self.lines.next()`, `next(self.lines)`
bool mentions_iteration(Node method) {
  for (Node node : method.child(Field::kBody).descendants())
    if (node.is(Kind::kIdentifier) && (node.text() == "StopIteration" || node.text() == "next")) return true;
  return false;
}

// __metaclass__ = M, metaclass=M, with_metaclass(M, Base), but for what makes classes as `type` does.
bool has_metaclass(Node class_definition, const Names& names) {
  const auto is_other = [&](Node metaclass) {
    return !names.resolves_to(metaclass, "abc.ABCMeta") && !names.resolves_to(metaclass, "__builtin__.type");
  };
  for (Node base : class_definition.child(Field::kSuperclasses).named_children()) {
    if (base.is(Kind::kKeywordArgument) && base.child(Field::kName).text() == "metaclass")
      return is_other(base.child(Field::kValue));
    if (base.is(Kind::kCall) && base.child(Field::kFunction).text().ends_with("with_metaclass")) return true;
  }
  const Binding* binding = member_of(class_definition, kMetaclass, names);
  return binding != nullptr && std::any_of(binding->sites.begin(), binding->sites.end(), [&](const BindingSite& site) {
           const Node assignment = site.node.parent();
           return !assignment.is(Kind::kAssignment) || is_other(assignment.child(Field::kRight));
         });
}

ClassOutline made_outline(Node class_definition, const Names& names) {
  ClassOutline outline;
  for (Node base : class_definition.child(Field::kSuperclasses).named_children())
    if (!base.is(Kind::kKeywordArgument)) outline.bases.push_back(base_named(base, names));
  for (const Binding* member : names.bindings_in(names.scope_opened_by(class_definition)))
    if (member->name != kMetaclass) outline.members.emplace(member->name);
  if (has_metaclass(class_definition, names)) outline.members.emplace(kMetaclass);
  outline.iterates_otherwise = iterates_otherwise(class_definition, names);
  if (!outline.members.contains("next") || outline.members.contains("__next__")) return outline;
  const Node next = method_of(class_definition, "next", names);
  const bool has_iter = outline.members.contains("__iter__");
  outline.keeps_next = next ? !is_called_without_arguments(next) : !has_iter;
  outline.shows_iteration = (has_iter && !outline.iterates_otherwise) || (next && mentions_iteration(next));
  return outline;
}

}  // namespace

const ClassOutline& outline_of(Node class_definition, const Names& names) {
  auto& outlines = names.memory().outlines;
  const auto known = outlines.find(class_definition.index());
  if (known != outlines.end()) return known->second;
  return outlines.emplace(class_definition.index(), made_outline(class_definition, names)).first->second;
}

const ModuleOutline& remembered_outline(const Tree& tree, const Names& names) {
  std::shared_ptr<const ModuleOutline>& outline = names.memory().outline;
  if (outline == nullptr) outline = std::make_shared<const ModuleOutline>(outline_of(tree, names));
  return *outline;
}

ModuleOutline outline_of(const Tree& tree, const Names& names) {
  ModuleOutline outline;
  outline.dialect = dialect_by_syntax(tree.source().evidence);
  for (const Binding* binding : names.bindings_in(names.scope_of(tree.root()))) {
    const BindingSite& last = binding->sites.back();
    if (last.kind == BindingKind::kClass)
      outline.classes.emplace(binding->name, outline_of(last.statement, names));
    else if (last.kind == BindingKind::kImport && !last.imported.empty())
      outline.imports.emplace(binding->name, last.imported);
  }
  return outline;
}

}  // namespace py3k::engine
