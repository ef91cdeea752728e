// Functions of `operator` that Python 3 has not: https://docs.python.org/2/library/operator.html
#include <algorithm>
#include <map>

#include "engine/fixer.h"
#include "engine/rewrite/taken_binding.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// What operator.isX(x) asks for: an abstract class.
struct Type {
  std::string module;
  std::string name;
};
const std::map<std::string, Type, std::less<>>& types() {
  static const std::map<std::string, Type, std::less<>> table{{"isMappingType", {"collections.abc", "Mapping"}},
                                                              {"isNumberType", {"numbers", "Number"}},
                                                              {"isSequenceType", {"collections.abc", "Sequence"}}};
  return table;
}
const std::map<std::string, std::string, std::less<>>& functions() {
  static const std::map<std::string, std::string, std::less<>> table{
      {"sequenceIncludes", "contains"}, {"repeat", "mul"}, {"irepeat", "imul"}};
  return table;
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
  const Type& type = types().find(name)->second;
  const Node call = use.parent();
  change.replace(call, "isinstance($x, " + change.import_for(call, type.module) + "." + type.name + ")",
                 {{"x", only_argument(use)}});
}

bool is_test(std::string_view name) { return name == "isCallable" || types().contains(name); }

// Python 2.7 has no collections.abc, and asks otherwise what a number is.
bool stays(Context& cx, std::string_view name) { return cx.keeps_python2() && types().contains(name); }

std::string advice(std::string_view name) {
  if (name == "isCallable") return "use callable(x)";
  const Type& type = types().find(name)->second;
  return "use isinstance(x, " + type.module + "." + type.name + ")";
}

void attribute(Context& cx, Node node) {
  const std::string_view name = node.child(Field::kAttribute).text();
  const std::string object = cx.names().qualified(node.child(Field::kObject));
  const bool unknown = object == "__builtin__.operator";  // nothing in the file tells what it is
  if (!unknown && object != "operator") return;
  if (const auto found = functions().find(name); found != functions().end() && unknown) {
    cx.set_text(node.child(Field::kAttribute), found->second);
  } else if (stays(cx, name)) {
    cx.leave(node);
  } else if (is_test(name) && can_change(node, name)) {
    ChangeBuilder change = cx.change(node);
    change_use(change, node, name);
    change.apply();
  } else if (is_test(name)) {
    cx.report(node, "operator." + std::string(name) + " is gone: " + advice(name));
  } else if (name == "div" || name == "idiv") {
    cx.report(node, "operator." + std::string(name) + " is gone: use floordiv for whole numbers, truediv for others");
  } else if (name == "getslice" || name == "setslice" || name == "delslice") {
    cx.report(node, "operator." + std::string(name) + " is gone: use getitem, setitem or delitem with slice(a, b)");
  }
}

// from operator import isCallable
void imported(Context& cx, Node statement) {
  if (statement.child(Field::kModuleName).text() != "operator") return;
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
  const bool moved = functions().contains(name);
  if (!function.is(Kind::kIdentifier) || (!moved && !is_test(name))) return;
  if (!cx.names().resolves_to(function, "__builtin__." + std::string(name))) return;
  std::string better = "operator." + (moved ? functions().find(name)->second : std::string(name));
  const Node argument = only_argument(function);
  if (const auto type = types().find(name); type != types().end()) {
    better = "isinstance(" + std::string(argument.text()) + ", " + type->second.module + "." + type->second.name + ")";
  } else {
    if (name == "isCallable") better = "callable";
    better += call.child(Field::kArguments).text();
  }
  cx.report(function, "You should use '" + better + "' here. (If this is operator's " + std::string(name) + ")");
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
      .words = {"isCallable", "isMappingType", "isNumberType", "isSequenceType", "repeat", "irepeat",
                "sequenceIncludes", "div", "idiv", "getslice", "setslice", "delslice"},
      .examples = {{"import operator\noperator.isCallable(x)", "import operator\ncallable(x)"},
                   {"from operator import isNumberType\nisNumberType(x)",
                    "import numbers\nisinstance(x, numbers.Number)"},
                   {"import operator\noperator.isCallable(x) or operator.isNumberType(x)",
                    "import operator\ncallable(x) or operator.isNumberType(x)", "--target 2+3"},
                   {"from operator import repeat\nrepeat(xs, 3)", "from operator import mul\nmul(xs, 3)"}},
      .renames = {{"operator.sequenceIncludes", "operator.contains"},
                  {"operator.repeat", "operator.mul"},
                  {"operator.irepeat", "operator.imul"}},
      .visits = {{{Kind::kAttribute}, attribute}, {{Kind::kImportFromStatement}, imported}, {{Kind::kCall}, unknown}},
  };
}

}  // namespace py3k::fixers
