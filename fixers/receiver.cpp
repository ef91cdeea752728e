#include "fixers/receiver.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/analysis/class_outline.h"
#include "engine/analysis/values.h"
#include "engine/library/facts.h"
#include "engine/rewrite/file_facts.h"
#include "engine/run/class_index.h"
#include "engine/run/project.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

const ClassIndex& classes(Context& cx) {
  static const ClassIndex kNone;
  return cx.project() != nullptr ? cx.project()->classes() : kNone;
}

Home home(Context& cx) { return cx.project() != nullptr ? cx.project()->home_of(cx.facts().path) : Home(); }

// `import a.b`, and then a.b; `from . import helper`, where that is a module.
bool is_module(Context& cx, Node object) {
  Node root = object;
  while (root.is(Kind::kAttribute)) root = root.child(Field::kObject);
  const Binding* binding = root.is(Kind::kIdentifier) ? cx.names().binding(root) : nullptr;
  if (binding == nullptr) return false;
  const std::string name = cx.names().qualified(object);
  return std::any_of(binding->sites.begin(), binding->sites.end(), [&](const BindingSite& site) {
    if (site.kind != BindingKind::kImport) return false;
    if (site.statement.is(Kind::kImportStatement)) return root == object || site.imported == name;
    return root == object && cx.project() != nullptr && classes(cx).is_module(home(cx), site.imported);
  });
}

Receiver answer(HasMember found) {
  if (found == HasMember::kUnknown) return Receiver::kUnknown;
  return found == HasMember::kYes ? Receiver::kOwn : Receiver::kBuiltin;
}

HasMember own_class(Context& cx, Node type, std::string_view method) {
  const ModuleOutline& module = remembered_outline(cx.tree(), cx.names());
  return classes(cx).find(home(cx), module, cx.dialect(), outline_of(type, cx.names()), method);
}

// A module that only Python 2 has: a file of that name beside this one is not what is meant.
bool is_moved(std::string_view imported) {
  const Fact* fact = library().find(imported.substr(0, imported.find('.')));
  return fact != nullptr && fact->has(Mark::kPython2);
}

}  // namespace

bool keeps_method(Context& cx, Node class_definition, std::string_view method) {
  return own_class(cx, class_definition, method) == HasMember::kYes;
}

Receiver receiver_of(Context& cx, Node object, std::string_view method) {
  if (is_module(cx, object)) return Receiver::kOwn;
  if (const Node type = class_of_self(object, cx.names()))
    return keeps_method(cx, type, method) ? Receiver::kOwn : Receiver::kUnknown;
  const Value shown = value_of(object, cx.names());
  if (shown.class_definition) return answer(own_class(cx, shown.class_definition, method));
  if (!shown.made_by.empty()) return answer(classes(cx).find(home(cx), shown.made_by, method));
  return shown.type == ValueType::kUnknown || shown.type == ValueType::kNone ? Receiver::kUnknown : Receiver::kBuiltin;
}

bool imports_class_with(Context& cx, std::string_view method, std::string_view without) {
  return cx.once("imports_class_with " + std::string(method) + " " + std::string(without), [&] {
    const Home own = home(cx);
    for (const Binding* binding : cx.names().bindings_in(cx.names().scope_of(cx.tree().root())))
      for (const BindingSite& site : binding->sites)
        if (site.kind == BindingKind::kImport && !is_moved(site.imported) &&
            classes(cx).module_defines(own, site.imported, method, without))
          return true;
    const auto& stars = cx.names().star_imports();
    return std::any_of(stars.begin(), stars.end(),
                       [&](const auto& star) { return classes(cx).module_defines(own, star.module, method, without); });
  });
}

bool is_defined_beside(Context& cx, std::string_view method) { return classes(cx).is_defined_beside(home(cx), method); }

}  // namespace py3k::fixers
