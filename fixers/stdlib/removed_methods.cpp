// Methods of the standard library's classes that Python 3 has not any more: "Removed" in
// https://docs.python.org/3/whatsnew/.
#include <algorithm>

#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

struct Removed {
  std::string_view method;
  std::string_view module;  // a word of the imports of files that have such objects; empty: none is asked for
  std::string_view advice;
};
constexpr Removed kRemoved[] = {
    {"assertDictContainsSubset", "", "write assertEqual(d, {**d, **subset})"},
    {"getchildren", "etree", "of an Element: use list(element)"},
    {"getiterator", "etree", "of an Element: use element.iter()"},
    {"readfp", "ConfigParser", "of a ConfigParser: use read_file()"},
    {"tostring", "array", "of an array: use tobytes()"},
    {"fromstring", "array", "of an array: use frombytes()"},
};

bool imports(Context& cx, std::string_view word) {
  if (word.empty()) return true;
  const bool is_etree = word == "etree";
  for (Node node : cx.tree().root().descendants()) {
    if (!node.is_any(Kind::kImportStatement, Kind::kImportFromStatement)) continue;
    const std::string_view text = node.text();
    if (text.find(word) != text.npos || (is_etree && text.find("ElementTree") != text.npos)) return true;
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
  const auto* found =
      std::find_if(std::begin(kRemoved), std::end(kRemoved), [&](const Removed& it) { return it.method == name; });
  if (found == std::end(kRemoved) || attribute.field() != Field::kFunction || !attribute.parent().is(Kind::kCall))
    return;
  if (found->module == "array" ? !is_array(cx, attribute.child(Field::kObject)) : !imports(cx, found->module)) return;
  cx.report(attribute, std::string(name) + " is gone: " + std::string(found->advice));
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
  for (const Removed& removed : kRemoved) fixer.words.emplace_back(removed.method);
  return fixer;
}

}  // namespace py3k::fixers
