// Methods of the standard library's classes that Python 3 has not any more: "Removed" in
// https://docs.python.org/3/whatsnew/.
#include <algorithm>

#include "fixers/library_renames.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// "xml.etree.ElementTree" for a method of its class Element.
std::string_view module_of(const Fact& fact) {
  const std::string_view owner = fact.name.substr(0, fact.name.rfind('.'));
  return owner.substr(0, owner.rfind('.'));
}

// Does the file import what has the class? Of a package one part is enough: from xml import etree
bool imports(Context& cx, std::string_view module) {
  const std::string_view part = module.starts_with("xml.") ? "etree"
                                : module == "configparser" ? "ConfigParser"
                                                           : module;
  const std::string_view last = module.substr(module.rfind('.') + 1);
  for (Node node : cx.tree().root().descendants()) {
    if (!node.is_any(Kind::kImportStatement, Kind::kImportFromStatement)) continue;
    const std::string_view text = node.text();
    if (text.find(part) != text.npos || text.find(last) != text.npos) return true;
  }
  return false;
}

// array.array(…), or a variable that holds such.
bool is_array(Context& cx, Node object) {
  if (object.is(Kind::kCall)) return cx.names().resolves_to(object.child(Field::kFunction), "array.array");
  const Binding* binding = object.is(Kind::kIdentifier) ? cx.names().binding(object) : nullptr;
  return binding != nullptr && !binding->sites.empty() &&
         std::all_of(binding->sites.begin(), binding->sites.end(), [&](const BindingSite& site) {
           const Node value = site.node.parent().child(Field::kRight);
           return value.is(Kind::kCall) && cx.names().resolves_to(value.child(Field::kFunction), "array.array");
         });
}

void visit(Context& cx, Node attribute) {
  const std::string_view name = attribute.child(Field::kAttribute).text();
  if (attribute.field() != Field::kFunction || !attribute.parent().is(Kind::kCall)) return;
  for (const Fact& fact : library().section("removed_methods")) {
    if (fact.own_name() != name) continue;
    const bool counts = fact.has(Mark::kShown)    ? is_array(cx, attribute.child(Field::kObject))
                        : fact.has(Mark::kUnique) ? true
                                                  : imports(cx, module_of(fact));
    if (!counts) continue;
    return cx.report(attribute, std::string(name) + " " + going(fact.gone) + ": " + std::string(fact.advice));
  }
}

}  // namespace

Fixer fix_removed_methods() {
  Fixer fixer{
      .name = "removed_methods",
      .doc = "Finds methods of the standard library that Python 3 has not, and says what to use.",
      .reference = "https://docs.python.org/3/whatsnew/3.9.html#removed",
      .group = Group::kStdlib,
      .safety = Safety::kManual,
      .runs_on = RunsOn::kBoth,
      .examples = {{"import xml.etree.ElementTree as et\nfor e in root.getchildren(): pass",
                    "import xml.etree.ElementTree as et\nfor e in root.getchildren(): pass"}},
      .visits = {{{Kind::kAttribute}, visit}},
  };
  for (const Fact& fact : library().section("removed_methods")) fixer.words.emplace_back(fact.own_name());
  return fixer;
}

}  // namespace py3k::fixers
