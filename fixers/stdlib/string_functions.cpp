// The functions of `string` that are methods of text since 2.0: https://docs.python.org/2.7/library/string.html, under
// "Deprecated string functions". None of them is in Python 3.
#include <algorithm>

#include "engine/rewrite/taken_binding.h"
#include "fixers/library_renames.h"
#include "fixers/text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// string.f(s, …) is s.f(…)
const Fact* method_of(std::string_view name) {
  const Fact* fact = fact_of("string_functions", "string." + std::string(name));
  return fact != nullptr && fact->has(Mark::kMethod) ? fact : nullptr;
}
bool is_method(std::string_view name) { return method_of(name) != nullptr; }

std::string_view now(std::string_view name) {
  const std::string_view to = method_of(name)->to;
  return to.substr(to.rfind('.') + 1);
}

// The plain arguments of the call of a function; nothing where there are others, or where it is not called.
std::vector<Node> arguments_of(Node function) {
  const Node call = function.field() == Field::kFunction ? function.parent() : Node();
  const Node list = call.child(Field::kArguments);
  if (!call.is(Kind::kCall) || !list.is(Kind::kArgumentList)) return {};
  std::vector<Node> arguments = list.named_children();
  for (Node argument : arguments)
    if (argument.is_any(Kind::kListSplat, Kind::kDictionarySplat, Kind::kKeywordArgument)) return {};
  return arguments;
}

// Is it passed on, or called with what only a function can take?
bool is_value(Node function) {
  if (function.field() != Field::kFunction || !function.parent().is(Kind::kCall)) return true;
  const std::vector<Node> given = function.parent().child(Field::kArguments).named_children();
  const auto is_splat = [](Node argument) { return argument.is(Kind::kListSplat); };
  const auto is_named = [](Node argument) { return argument.is_any(Kind::kKeywordArgument, Kind::kDictionarySplat); };
  return std::any_of(given.begin(), given.end(), is_splat) && std::none_of(given.begin(), given.end(), is_named);
}

// What a use becomes: a template for its call, or for the name alone; empty where there is nothing that does the same.
struct Turned {
  std::string call;
  std::string name;
  Holes holes;
  explicit operator bool() const { return !call.empty() || !name.empty(); }
};

Turned turned_join(const std::vector<Node>& arguments) {
  if (arguments.size() > 2) return {};
  Turned turned{.call = arguments.size() == 1 ? "' '.join($words)" : "$by.join($words)", .name = {}, .holes = {}};
  turned.holes.emplace_back("words", arguments[0]);
  if (arguments.size() == 2) turned.holes.emplace_back("by", arguments[1]);
  return turned;
}

// A function as a value, as in map(string.strip, xs). What takes more than the method does is a function still.
std::string value_of(std::string_view name) {
  if (name == "join") return "lambda words, sep=' ': sep.join(words)";
  if (name == "zfill") return "lambda x, width: (x if isinstance(x, str) else repr(x)).zfill(width)";
  if (name == "translate")
    return "lambda s, table, deletions='': s.translate(dict.fromkeys(map(ord, deletions))).translate(table or {})";
  return "str." + std::string(name);
}

// Text takes no characters to delete.
Turned turned_translate(const std::vector<Node>& arguments) {
  if (arguments.size() != 3) return {};
  return {.call = "$text.translate(dict.fromkeys(map(ord, $deletions))).translate($table)",
          .name = {},
          .holes = {{"text", arguments[0]}, {"deletions", arguments[2]}, {"table", arguments[1]}}};
}

Turned turned(Context& cx, Node function, std::string_view old) {
  const std::string name(now(old));
  const std::vector<Node> arguments = arguments_of(function);
  if (arguments.empty() && !is_value(function)) return {};
  if (arguments.empty()) return {.call = {}, .name = value_of(name), .holes = {}};
  if (name == "join") return turned_join(arguments);
  if (name == "translate" && arguments.size() != 2) return turned_translate(arguments);
  const bool any_value = name == "zfill" && !is_text(cx, arguments[0]);
  Turned result{.call = any_value ? "str($text)." : "$text.", .name = {}, .holes = {{"text", arguments[0]}}};
  result.call += name + (arguments.size() == 1 ? "()" : "($*rest)");
  if (arguments.size() > 1) result.holes.emplace_back("rest", HoleValue(arguments[1], arguments.back()));
  return result;
}

void change_use(ChangeBuilder& change, Node use, const Turned& turned) {
  turned.call.empty() ? change.replace(use, turned.name) : change.replace(use.parent(), turned.call, turned.holes);
}

void report(Context& cx, Node at, std::string_view name) {
  cx.report(at, "string." + std::string(name) + " " + going(method_of(name)->gone) + ": it is a method of text, '…'." +
                    std::string(now(name)) + "()");
}

// string.join(xs, ', ')
void attribute(Context& cx, Node node) {
  const std::string_view name = node.child(Field::kAttribute).text();
  if (!is_method(name) || cx.names().qualified(node.child(Field::kObject)) != "string" || !is_of_library(cx, "string"))
    return;
  const Turned result = turned(cx, node, name);
  if (!result) return report(cx, node, name);
  ChangeBuilder change = cx.change(node, "string." + std::string(name) + " is a method of text");
  change_use(change, node, result);
  change.apply();
}

// from string import join
void imported(Context& cx, Node statement) {
  if (statement.child(Field::kModuleName).text() != "string" || !is_of_library(cx, "string")) return;
  for (Node item : statement.children()) {
    if (item.field() != Field::kName) continue;
    const bool aliased = item.is(Kind::kAliasedImport);
    const std::string_view name = (aliased ? item.child(Field::kName) : item).text();
    const Node local = aliased ? item.child(Field::kAlias) : item;
    if (!is_method(name)) continue;
    const Binding* binding = cx.names().lookup(local.text(), cx.names().scope_of(item));
    const bool all = binding != nullptr && binding->sites.size() == 1 && !is_taken(cx, *binding) &&
                     std::all_of(binding->uses.begin(), binding->uses.end(),
                                 [&](Node use) { return static_cast<bool>(turned(cx, use, name)); });
    if (!all) {
      report(cx, item, name);
      continue;
    }
    ChangeBuilder change = cx.change(item, "string." + std::string(name) + " is a method of text");
    for (Node use : binding->uses) change_use(change, use, turned(cx, use, name));
    change.remove(item).apply();
  }
}

void use_from_star(Context& cx, Node use, std::string_view name, bool is_certain) {
  const Turned result = is_certain ? turned(cx, use, name) : Turned();
  if (!result) return report(cx, use, name);
  ChangeBuilder change = cx.change(use, "string." + std::string(name) + " is a method of text");
  change_use(change, use, result);
  change.apply();
}

// from string import *
void finish(Context& cx) {
  const auto& stars = cx.names().star_imports();
  const auto is_string = [](const auto& star) { return star.module == "string"; };
  if (std::none_of(stars.begin(), stars.end(), is_string) || !is_of_library(cx, "string")) return;
  for (const Fact& fact : library().section("string_functions")) {
    if (!fact.has(Mark::kMethod)) continue;
    // Another may have such a name, as os.path has join and split.
    const bool is_certain = stars.size() == 1 && !is_taken(cx, std::string(fact.own_name()));
    for (Node use : cx.names().free_uses(fact.own_name())) use_from_star(cx, use, fact.own_name(), is_certain);
  }
}

}  // namespace

Fixer fix_string_functions() {
  return {
      .name = "string_functions",
      .doc = "Replaces the functions of the module `string` by methods: string.join(xs, s) is s.join(xs).",
      .reference = "https://docs.python.org/2.7/library/string.html#deprecated-string-functions",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when = "string.letters and its kin are to hold the locale's letters, or string.maketrans() is for bytes.",
      .words = {"string"},
      .examples = {{"import string\ns = string.join(xs, ', ')", "import string\ns = ', '.join(xs)"},
                   {"from string import upper, digits\ns = upper(s + t)",
                    "from string import digits\ns = (s + t).upper()"},
                   {"import string\nxs = [string.atoi(x) for x in ys]", "import string\nxs = [int(x) for x in ys]"}},
      .renames = renames_of("string_functions", {Mark::kMethod}),
      .visits = {{{Kind::kAttribute}, attribute}, {{Kind::kImportFromStatement}, imported}},
      .finish = finish,
  };
}

}  // namespace py3k::fixers
