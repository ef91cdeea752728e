#include "fixers/attribute_rename.h"

#include <set>
#include <string>
#include <vector>

#include "engine/syntax/string_literal.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// `self`, in a method.
bool is_own_instance(Node object) {
  const Node function = object.ancestor(Kind::kFunctionDefinition);
  return object.is(Kind::kIdentifier) && function.ancestor(Kind::kClassDefinition) &&
         function.child(Field::kParameters).named_child(0).text() == object.text();
}

bool is_in_class_body(Node statement) {
  if (statement.parent().is(Kind::kDecoratedDefinition)) statement = statement.parent();
  return statement.parent().is(Kind::kBlock) && statement.parent().parent().is(Kind::kClassDefinition);
}

class AttributeRenamer {
 public:
  AttributeRenamer(Context& cx, const AttributeRename& rename) : cx_(cx), rename_(rename) {}

  void run() {
    for (Node node : cx_.tree().root().descendants()) {
      if (node.is(Kind::kAttribute)) attribute(node);
      if (node.is(Kind::kFunctionDefinition) && is_in_class_body(node)) own(node.child(Field::kName).text());
      if (node.is(Kind::kAssignment) && is_in_class_body(node.parent())) own(node.child(Field::kLeft).text());
      if (node.is(Kind::kString) && names_attribute(cx_, node)) texts_.push_back(node);
    }
    for (Node node : attributes_) change(node);
    for (Node text : texts_) {
      const auto found = rename_.names.find(StringLiteral(text).body());
      if (found == rename_.names.end() || owned_.contains(found->first) || stays(text, found->first)) continue;
      cx_.change(text).set_text(body_range(text), std::string(found->second)).apply();
    }
  }

 private:
  void attribute(Node node) {
    const std::string_view name = node.child(Field::kAttribute).text();
    if (!rename_.names.contains(name)) return;
    attributes_.push_back(node);
    const bool stored = node.field() == Field::kLeft && node.parent().is(Kind::kAssignment);
    if (stored && is_own_instance(node.child(Field::kObject))) own(name);
  }

  void own(std::string_view name) {
    if (rename_.names.contains(name)) owned_.insert(name);
  }

  // Must it keep its name for Python 2.7?
  bool stays(Node at, std::string_view name) {
    const bool stays = cx_.keeps_python2() && rename_.python3_only.contains(name);
    if (stays) cx_.leave(at);
    return stays;
  }

  void change(Node node) {
    if (rename_.applies && !rename_.applies(cx_, node)) return;
    const Node name = node.child(Field::kAttribute);
    if (stays(node, name.text())) return;
    if (!owned_.contains(name.text())) {
      cx_.set_text(name, std::string(rename_.names.at(name.text())));
    } else if (!is_own_instance(node.child(Field::kObject)) && !rename_.doubtful.empty()) {
      cx_.report(node, std::string(rename_.doubtful));
    }
  }

  Context& cx_;
  const AttributeRename& rename_;
  std::vector<Node> attributes_;
  std::vector<Node> texts_;
  std::set<std::string_view> owned_;  // attributes of this file's own classes
};

bool is_asked_by(Context& cx, Node name) {
  const Node arguments = name.parent();
  if (!arguments.is(Kind::kArgumentList) || arguments.named_child(1) != name) return false;
  const std::string function = cx.names().qualified(arguments.parent().child(Field::kFunction));
  return function == "__builtin__.getattr" || function == "__builtin__.hasattr" || function == "__builtin__.setattr" ||
         function == "__builtin__.delattr";
}

// def ask(x, name): getattr(x, name), and then ask(x, 'func_code').
bool is_handed_to_asker(Context& cx, Node text) {
  const Node called = text.parent().parent().child(Field::kFunction);
  if (!text.parent().is(Kind::kArgumentList) || !called.is(Kind::kIdentifier)) return false;
  const Binding* binding = cx.names().binding(called);
  if (binding == nullptr || binding->sites.size() != 1 || binding->sites.front().kind != BindingKind::kFunction)
    return false;
  const Node function = binding->sites.front().statement;
  const std::vector<Node> given = text.parent().named_children();
  const auto place = static_cast<std::size_t>(std::find(given.begin(), given.end(), text) - given.begin());
  const std::vector<Node> parameters = function.child(Field::kParameters).named_children();
  if (place >= parameters.size() || !parameters[place].is(Kind::kIdentifier)) return false;
  const Binding* parameter = cx.names().lookup(parameters[place].text(), cx.names().scope_opened_by(function));
  return parameter != nullptr && parameter->sites.size() == 1 &&
         std::any_of(parameter->uses.begin(), parameter->uses.end(), [&](Node use) { return is_asked_by(cx, use); });
}

}  // namespace

bool names_attribute(Context& cx, Node text) { return is_asked_by(cx, text) || is_handed_to_asker(cx, text); }

void rename_attributes(Context& cx, const AttributeRename& rename) { AttributeRenamer(cx, rename).run(); }

}  // namespace py3k::fixers
