// PEP 3115: a class's metaclass stands in its header. https://peps.python.org/pep-3115/
#include <algorithm>

#include "engine/fixer.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kName = "__metaclass__";

// The M of a statement `__metaclass__ = M` of that suite; empty for any other way to bind the name.
Node value_at(const BindingSite& site, Node suite) {
  const Node assignment = site.node.parent();
  const bool plain = assignment.is(Kind::kAssignment) && site.node.field() == Field::kLeft &&
                     assignment.parent() == site.statement && site.statement.parent() == suite;
  const Node value = plain ? assignment.child(Field::kRight) : Node();
  return value.is(Kind::kAssignment) ? Node() : value;
}

std::vector<Node> bases_of(Node type) { return type.child(Field::kSuperclasses).named_children(); }

bool has_metaclass(Node type) {
  const std::vector<Node> bases = bases_of(type);
  return std::any_of(bases.begin(), bases.end(), [](Node base) {
    return base.is(Kind::kKeywordArgument) && base.child(Field::kName).text() == "metaclass";
  });
}

void add_to_header(ChangeBuilder& change, Node type, const HoleValue& metaclass) {
  const Node name = type.child(Field::kName);
  const Node list = type.child(Field::kSuperclasses);
  const std::vector<Node> bases = bases_of(type);
  const ByteRange header{name.start(), list ? list.end() : name.end()};
  if (bases.empty()) {
    change.replace(header, "$name(metaclass=$metaclass)", {{"name", name}, {"metaclass", metaclass}});
  } else {
    change.replace(bases.back().range(), "$base, metaclass=$metaclass",
                   {{"base", bases.back()}, {"metaclass", metaclass}});
  }
}

// Does the value need something that the class's body defines?
bool uses_members(Context& cx, Node value, Node type) {
  const Scope& scope = cx.names().scope_opened_by(type);
  for (Node node : value.subtree()) {
    if (!node.is(Kind::kIdentifier) || !cx.names().is_name(node)) continue;
    const Binding* binding = cx.names().binding(node);
    if (binding != nullptr && binding->scope == &scope) return true;
  }
  return false;
}

void in_class(Context& cx, Node type) {
  const Binding* binding = member(cx, type, kName);
  if (binding == nullptr || has_metaclass(type)) return;
  Node value;
  for (const BindingSite& site : binding->sites) {
    value = value_at(site, type.child(Field::kBody));
    if (value && !uses_members(cx, value, type)) continue;
    cx.report(site.node,
              "Python 3 takes no notice of __metaclass__: define it outside the class, and write "
              "metaclass=… in the class's header");
    return;
  }
  ChangeBuilder change =
      cx.change(binding->sites.back().node, "__metaclass__ -> metaclass=" + std::string(value.text()));
  if (!cx.names().resolves_to(value, "__builtin__.type")) add_to_header(change, type, value);  // the default
  if (binding->uses.empty())
    for (const BindingSite& site : binding->sites) change.remove(site.statement);
  change.apply();
}

// Classes without bases whose metaclass is the module's.
std::vector<Node> classes_after(Context& cx, const BindingSite& site) {
  std::vector<Node> found;
  for (Node node : cx.tree().root().descendants()) {
    if (!node.is(Kind::kClassDefinition) || !bases_of(node).empty() || member(cx, node, kName) != nullptr) continue;
    if (node.start() > site.node.start() || node.ancestor(Kind::kFunctionDefinition)) found.push_back(node);
  }
  return found;
}

void in_module(Context& cx) {
  const Node root = cx.tree().root();
  const Binding* binding = cx.names().lookup(kName, cx.names().scope_of(root));
  if (binding == nullptr || binding->sites.empty()) return;
  const BindingSite& site = binding->sites.front();
  const Node value = value_at(site, root);
  const bool goes =
      value && binding->sites.size() == 1 && binding->uses.empty() && value.is_any(Kind::kIdentifier, Kind::kAttribute);
  const bool is_type = goes && cx.names().resolves_to(value, "__builtin__.type");
  const std::vector<Node> classes = is_type ? std::vector<Node>() : classes_after(cx, site);
  if (!goes && classes.empty()) return;
  ChangeBuilder change = cx.change(site.node, "Python 3 takes no notice of a module's __metaclass__");
  for (Node type : classes) add_to_header(change, type, std::string(goes ? value.text() : kName));
  if (goes) change.remove(site.statement);
  change.apply();
}

void attribute(Context& cx, Node node) {
  if (node.child(Field::kAttribute).text() == kName)
    cx.report(node, "classes have no __metaclass__ in Python 3: type(C) gives it, a class statement sets it");
}

}  // namespace

Fixer fix_metaclass() {
  return {
      .name = "metaclass",
      .doc = "Moves __metaclass__, a class's or a module's, into the headers of classes.",
      .reference = "https://peps.python.org/pep-3115/",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .words = {"__metaclass__"},
      .examples = {{"class A(B):\n    __metaclass__ = M\n    x = 1", "class A(B, metaclass=M):\n    x = 1"},
                   {"__metaclass__ = type\n\nclass A:\n    pass", "class A:\n    pass"},
                   {"__metaclass__ = M\n\nclass A:\n    pass", "class A(metaclass=M):\n    pass"}},
      .visits = {{{Kind::kClassDefinition}, in_class}, {{Kind::kAttribute}, attribute}},
      .finish = in_module,
  };
}

}  // namespace py3k::fixers
