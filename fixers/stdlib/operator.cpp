// Functions of `operator` that Python 3 has not: https://docs.python.org/2/library/operator.html
#include <algorithm>

#include "engine/rewrite/taken_binding.h"
#include "fixers/library_renames.h"
#include "fixers/stand_ins.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// What became of operator.NAME; null for what stays as it is.
const Fact* fate_of(std::string_view name) { return fact_of("operator", "operator." + std::string(name)); }

// operator.isX(x) asks for an abstract class: the replacement.
bool is_type(std::string_view name) {
  const Fact* fact = fate_of(name);
  return fact != nullptr && fact->has(Mark::kTest);
}
std::string_view class_of(std::string_view name) { return fate_of(name)->to; }

// One that is called otherwise now: "contains" for "sequenceIncludes".
bool is_renamed(std::string_view name) {
  const Fact* fact = fate_of(name);
  return fact != nullptr && fact->to.starts_with("operator.");
}
std::string new_name(std::string_view name) {
  const std::string_view to = fate_of(name)->to;
  return std::string(to.substr(to.rfind('.') + 1));
}

// The x of `isX(x)`; empty where the name is not called so.
Node only_argument(Node function) {
  const Node arguments = function.parent().child(Field::kArguments);
  const bool called =
      function.field() == Field::kFunction && arguments.is(Kind::kArgumentList) && arguments.named_child_count() == 1;
  const Node argument = called ? arguments.named_child(0) : Node();
  return argument.is_any(Kind::kListSplat, Kind::kDictionarySplat, Kind::kKeywordArgument) ? Node() : argument;
}

bool can_change(Node use, std::string_view name) { return name == "isCallable" || only_argument(use); }

void change_use(ChangeBuilder& change, Node use, std::string_view name) {
  if (name == "isCallable") {
    change.replace(use, "callable");
    return;
  }
  const std::string type(class_of(name));
  const std::size_t dot = type.rfind('.');
  const Node call = use.parent();
  change.replace(call, "isinstance($x, " + change.import_for(call, type.substr(0, dot)) + type.substr(dot) + ")",
                 {{"x", only_argument(use)}});
}

bool is_test(std::string_view name) { return name == "isCallable" || is_type(name); }

// Python 2.7 has no collections.abc, and asks otherwise what a number is.
bool stays(Context& cx, std::string_view name) { return cx.keeps_python2() && is_type(name); }

std::string advice(std::string_view name) {
  if (name == "isCallable") return "use callable(x)";
  return "use isinstance(x, " + std::string(class_of(name)) + ")";
}

// What the file imports and nothing replaces, fixer stand_ins sees to.
void attribute(Context& cx, Node node) {
  const std::string_view name = node.child(Field::kAttribute).text();
  const std::string object = cx.names().qualified(node.child(Field::kObject));
  const bool unknown = object == "__builtin__.operator";  // nothing in the file tells what it is
  if (!unknown && (object != "operator" || !is_of_library(cx, object))) return;
  if (unknown && is_renamed(name)) {
    cx.set_text(node.child(Field::kAttribute), new_name(name));
  } else if (stays(cx, name)) {
    cx.leave(node);
  } else if (is_test(name) && can_change(node, name)) {
    ChangeBuilder change = cx.change(node);
    change_use(change, node, name);
    change.apply();
  } else if (is_test(name) && unknown) {
    cx.report(node, "operator." + std::string(name) + " is gone: " + advice(name));
  } else if (const Fact* gone = fate_of(name); unknown && gone != nullptr && gone->to.empty()) {
    cx.report(node, obituary(*gone));
  }
}

// from operator import isCallable
void imported(Context& cx, Node statement) {
  if (statement.child(Field::kModuleName).text() != "operator" || !is_of_library(cx, "operator")) return;
  for (Node item : statement.children()) {
    if (item.field() != Field::kName) continue;
    const bool aliased = item.is(Kind::kAliasedImport);
    const Node name = aliased ? item.child(Field::kName) : item;
    const Node local = aliased ? item.child(Field::kAlias) : item;
    if (!is_test(name.text())) continue;
    if (stays(cx, name.text())) {
      cx.leave(item);
      continue;
    }
    const Binding* binding = cx.names().lookup(local.text(), cx.names().scope_of(item));
    const bool all =
        binding != nullptr && binding->sites.size() == 1 && !is_taken(cx, *binding) &&
        std::all_of(binding->uses.begin(), binding->uses.end(), [&](Node use) { return can_change(use, name.text()); });
    if (!all && stand_in_for("operator." + std::string(name.text())) != nullptr) continue;
    if (!all) {
      cx.report(item, "operator." + std::string(name.text()) + " is gone: " + advice(name.text()));
      continue;
    }
    ChangeBuilder change = cx.change(item, "operator." + std::string(name.text()) + ": " + advice(name.text()));
    for (Node use : binding->uses) change_use(change, use, name.text());
    change.remove(item).apply();
  }
}

// isCallable(x), where nothing tells what that is.
void unknown(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const std::string_view name = function.text();
  const bool moved = is_renamed(name);
  if (!function.is(Kind::kIdentifier) || (!moved && !is_test(name))) return;
  if (!cx.names().resolves_to(function, "__builtin__." + std::string(name))) return;
  std::string better = "operator." + (moved ? new_name(name) : std::string(name));
  const Node argument = only_argument(function);
  if (is_type(name)) {
    better = "isinstance(" + std::string(argument.text()) + ", " + std::string(class_of(name)) + ")";
  } else {
    if (name == "isCallable") better = "callable";
    better += call.child(Field::kArguments).text();
  }
  cx.report(function, "You should use '" + better + "' here. (If this is operator's " + std::string(name) + ")");
}

// What a visit changes is no rename; of what is gone, only its import is reported as one.
std::vector<Rename> renames() {
  std::vector<Rename> table = renames_of("operator", {Mark::kTest});
  std::erase_if(table, [](const Rename& rename) {
    return rename.from == "operator.isCallable" || (rename.to.empty() && stand_in_for(rename.from) != nullptr);
  });
  for (Rename& rename : table)
    if (rename.to.empty()) rename.where = Rename::Where::kImported;
  return table;
}

std::vector<std::string> words() {
  std::vector<std::string> words;
  for (const Fact& fact : library().section("operator")) words.emplace_back(fact.own_name());
  return words;
}

}  // namespace

Fixer fix_operator() {
  return {
      .name = "operator",
      .doc = "Replaces the functions of `operator` that Python 3 calls otherwise, or has not.",
      .reference = "https://docs.python.org/2.7/library/operator.html",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "A class is a sequence or mapping by its methods alone: isinstance() asks for one that says so, or is "
          "registered.",
      .runs_on = RunsOn::kVariant,
      .for_both = "isMappingType, isNumberType and isSequenceType stay.",
      .words = words(),
      .examples = {{"import operator\noperator.isCallable(x)", "import operator\ncallable(x)"},
                   {"from operator import isNumberType\nisNumberType(x)",
                    "import numbers\nisinstance(x, numbers.Number)"},
                   {"import operator\noperator.isCallable(x) or operator.isNumberType(x)",
                    "import operator\ncallable(x) or operator.isNumberType(x)", "--target 2+3"},
                   {"from operator import repeat\nrepeat(xs, 3)", "from operator import mul\nmul(xs, 3)"}},
      .renames = renames(),
      .visits = {{{Kind::kAttribute}, attribute}, {{Kind::kImportFromStatement}, imported}, {{Kind::kCall}, unknown}},
  };
}

}  // namespace py3k::fixers
