// Methods of the standard library's classes that Python 3 has not any more: "Removed" in
// https://docs.python.org/3/whatsnew/.
#include <algorithm>

#include "engine/analysis/consumer.h"
#include "engine/analysis/values.h"
#include "fixers/library_renames.h"
#include "fixers/new_names.h"

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
  return cx.once("removed_methods imports " + std::string(module), [&] {
    const std::string_view part = module.starts_with("xml.") ? "etree"
                                  : module == "configparser" ? "ConfigParser"
                                  : module == "html.parser"  ? "HTMLParser"
                                                             : module;
    const std::string_view last = module.substr(module.rfind('.') + 1);
    for (Node node : cx.tree().root().descendants()) {
      if (!node.is_any(Kind::kImportStatement, Kind::kImportFromStatement)) continue;
      const std::string_view text = node.text();
      if (text.find(part) != text.npos || text.find(last) != text.npos) return true;
    }
    return false;
  });
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

// response.info(), response.headers, or a variable that holds such.
bool is_headers(Context& cx, Node object) {
  const Binding* binding = object.is(Kind::kIdentifier) ? cx.names().binding(object) : nullptr;
  const std::vector<Node> values = binding != nullptr ? values_given(*binding) : std::vector<Node>{object};
  return !values.empty() && std::all_of(values.begin(), values.end(), [](Node value) {
    if (value.is(Kind::kCall)) return value.child(Field::kFunction).child(Field::kAttribute).text() == "info";
    return value.is(Kind::kAttribute) && value.child(Field::kAttribute).text() == "headers";
  });
}

// How well is it known that this is the library's method?
enum class Known : std::uint8_t { kNot, kPerhaps, kSurely };

Known is_meant(Context& cx, Node object, const Fact& fact) {
  if (fact.has(Mark::kShown)) return is_array(cx, object) ? Known::kSurely : Known::kNot;
  if (fact.has(Mark::kUnique)) return Known::kSurely;
  if (module_of(fact) == "httplib") return is_headers(cx, object) ? Known::kSurely : Known::kNot;
  const std::string maker = value_of(object, cx.names()).made_by;
  const std::string module(maker.substr(0, maker.rfind('.')));
  if (!maker.empty() && (module == module_of(fact) || new_name_of_module(module).name == module_of(fact)))
    return Known::kSurely;
  if (module == "mimetypes") return Known::kNot;  // its readfp() is there
  return imports(cx, module_of(fact)) ? Known::kPerhaps : Known::kNot;
}

bool defines(Context& cx, std::string_view method) {
  return cx.once("removed_methods defines " + std::string(method), [&] {
    for (Node node : cx.tree().root().descendants())
      if (node.is(Kind::kFunctionDefinition) && node.child(Field::kName).text() == method) return true;
    return false;
  });
}

bool is_simple(Node node) {
  while (node.is(Kind::kAttribute)) node = node.child(Field::kObject);
  if (!node.is(Kind::kDictionary)) return node.is(Kind::kIdentifier);
  for (Node part : node.descendants())
    if (part.is_any(Kind::kCall, Kind::kLambda, Kind::kListComprehension, Kind::kGeneratorExpression)) return false;
  return true;
}

// What stands for assertDictContainsSubset(subset, d, "message"); empty where d can't be written twice.
std::string subset_test(Node arguments) {
  const std::vector<Node> given = arguments.named_children();
  const bool is_plain = std::none_of(given.begin(), given.end(), [](Node argument) {
    return argument.is_any(Kind::kKeywordArgument, Kind::kListSplat, Kind::kDictionarySplat);
  });
  if (!is_plain || given.size() < 2 || given.size() > 3 || !is_simple(given[1])) return {};
  return given.size() == 2 ? "$case.assertEqual($d, {**$d, **$subset})"
                           : "$case.assertEqual($d, {**$d, **$subset}, $message)";
}

// An old one gave a list.
std::string as_list(Context& cx, Node call, std::string text) {
  const Consumption use = consumption_of(call, cx.names());
  const bool is_read_once = use.iterates && !use.keeps && !use.counts && !use.tests && !use.indexes && !use.reverses;
  return is_read_once ? text : "list(" + text + ")";
}

// What other fixers do to an expression that goes; the rest of their changes stays.
void drop_claims(Context& cx, Node node) {
  for (Change& change : cx.plan().changes())
    std::erase_if(change.claims, [&](const Claim& claim) {
      return claim.range.start >= node.start() && claim.range.end <= node.end();
    });
}

bool replace(Context& cx, Node attribute, const Fact& fact, Safety safety) {
  const Node call = attribute.parent();
  const Node arguments = call.child(Field::kArguments);
  if (cx.keeps_python2() && (fact.to.empty() || fact.to_since > PythonVersion{2, 7})) return false;
  const Holes object = {{"object", attribute.child(Field::kObject)}};
  const std::string_view name = fact.own_name();
  if (name == "assertDictContainsSubset") {
    const std::string text = subset_test(arguments);
    if (text.empty()) return false;
    Holes holes = {{"case", attribute.child(Field::kObject)},
                   {"subset", arguments.named_child(0)},
                   {"d", arguments.named_child(1)}};
    if (arguments.named_child_count() == 3) holes.push_back({"message", arguments.named_child(2)});
    cx.change(call).replace(call, text, holes).safety(Safety::kSafe).apply();
    return true;
  }
  if (fact.to.empty() || !arguments.is(Kind::kArgumentList)) return false;
  const std::string now(fact.to.substr(fact.to.rfind('.') + 1));
  ChangeBuilder change = cx.change(attribute, std::string(name) + " -> " + now);
  if (name == "unescape") {
    if (arguments.named_child_count() != 1) return false;
    drop_claims(cx, attribute.child(Field::kObject));
    change.replace(call, change.import_for(call, "html") + ".unescape($x)", {{"x", arguments.named_child(0)}});
  } else if (fact.to == "builtins.list") {
    if (arguments.named_child_count() != 0 || cx.names().lookup("list", cx.names().scope_of(call)) != nullptr)
      return false;
    change.replace(call, "list($object)", object);
  } else {
    change.set_text(attribute.child(Field::kAttribute), now);
    if (name == "getheaders") {
      if (arguments.named_child_count() != 1) return false;
      change.set_text(ByteRange{arguments.named_child(0).end(), arguments.named_child(0).end()}, ", []");
    }
    const std::string text = name == "getiterator" ? as_list(cx, call, "$call") : "$call";
    if (text != "$call") change.replace(call, text, {{"call", call}});
  }
  change.safety(safety).apply();
  return true;
}

// Is it about that method? Then all is done, or said.
bool look_at(Context& cx, Node attribute, const Fact& fact) {
  const std::string_view name = fact.own_name();
  const Node object = attribute.child(Field::kObject);
  const std::string known_object = cx.names().qualified(object);
  const bool is_module = !known_object.empty() && !known_object.starts_with("__builtin__.");
  if (name == "unescape" && is_module) return false;  // xml.sax.saxutils.unescape(x)
  const Known known = is_meant(cx, object, fact);
  if (known == Known::kNot) return false;
  const bool is_own = known == Known::kPerhaps && defines(cx, name);
  if (!is_own && replace(cx, attribute, fact, known == Known::kSurely ? Safety::kSafe : Safety::kUnsafe)) return true;
  cx.report(attribute, std::string(name) + " " + going(fact.gone) + ": " + std::string(fact.advice));
  return true;
}

// Once all renames are planned: the object may go, and what they do to it with it.
void replace_unescape(Context& cx) {
  if (cx.text().find("unescape") == std::string_view::npos) return;
  const Fact& fact = *fact_of("removed_methods", "html.parser.HTMLParser.unescape");
  for (Node attribute : cx.tree().root().descendants()) {
    if (!attribute.is(Kind::kAttribute) || attribute.child(Field::kAttribute).text() != "unescape") continue;
    if (attribute.field() == Field::kFunction) look_at(cx, attribute, fact);
  }
}

void visit(Context& cx, Node attribute) {
  const std::string_view name = attribute.child(Field::kAttribute).text();
  if (attribute.field() != Field::kFunction || !attribute.parent().is(Kind::kCall)) return;
  for (const Fact& fact : library().section("removed_methods"))
    if (fact.own_name() == name && name != "unescape" && look_at(cx, attribute, fact)) return;
}

}  // namespace

Fixer fix_removed_methods() {
  Fixer fixer{
      .name = "removed_methods",
      .doc =
          "Replaces methods of the standard library's classes that Python 3 has not any more: getchildren() and "
          "getiterator() of elements, readfp() of a ConfigParser, tostring() of an array, assertDictContainsSubset(); "
          "or "
          "says what to use.",
      .reference = "https://docs.python.org/3/whatsnew/3.9.html#removed",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when = "The object is of another class, which has such a method.",
      .runs_on = RunsOn::kVariant,
      .for_both = "Those stay in whose place Python 2.7 has nothing: readfp(), tostring(), assertDictContainsSubset().",
      .examples = {{"import xml.etree.ElementTree as et\nfor e in root.getchildren(): pass",
                    "import xml.etree.ElementTree as et\nfor e in list(root): pass"},
                   {"import ConfigParser\nc = ConfigParser.ConfigParser()\nc.readfp(f)",
                    "import ConfigParser\nc = ConfigParser.ConfigParser()\nc.read_file(f)"}},
      .visits = {{{Kind::kAttribute}, visit}},
      .last = replace_unescape,
  };
  for (const Fact& fact : library().section("removed_methods")) fixer.words.emplace_back(fact.own_name());
  return fixer;
}

}  // namespace py3k::fixers
