// With globals(), __import__() of Python 2 looks in the package of the caller first; Python 3's looks there only, or,
// with the default of its level, not at all. https://docs.python.org/3/library/functions.html#import__
#include <algorithm>
#include <array>

#include "engine/analysis/implicit_imports.h"
#include "engine/fixer.h"
#include "engine/syntax/string_literal.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// The arguments of a call, by position or name.
struct Arguments {
  Node list;
  Node name;
  Node globals;
  Node level;  // the value
  bool is_known = true;
};

Arguments arguments_of(Node call) {
  constexpr std::array<std::string_view, 5> kNames = {"name", "globals", "locals", "fromlist", "level"};
  Arguments found{.list = call.child(Field::kArguments), .name = {}, .globals = {}, .level = {}};
  std::array<Node, kNames.size()> values;
  std::size_t position = 0;
  for (Node argument : found.list.named_children()) {
    const bool is_named = argument.is(Kind::kKeywordArgument);
    const auto* const name = is_named ? std::find(kNames.begin(), kNames.end(), argument.child(Field::kName).text())
                                      : kNames.begin() + position;
    ++position;
    if (argument.is_any(Kind::kListSplat, Kind::kDictionarySplat) || name >= kNames.end()) {
      found.is_known = false;
      return found;
    }
    values[static_cast<std::size_t>(name - kNames.begin())] = is_named ? argument.child(Field::kValue) : argument;
  }
  found.name = values[0];
  found.globals = values[1];
  found.level = values[4];
  found.is_known = bool(found.name);
  return found;
}

// Has it no effect to evaluate it once more?
bool is_plain(Node expression) {
  for (Node node : expression.subtree()) {
    const bool is_token = !node.is_named();
    if (!is_token && !node.is_any(Kind::kIdentifier, Kind::kAttribute, Kind::kString, Kind::kBinaryOperator,
                                  Kind::kParenthesizedExpression))
      return false;
  }
  return true;
}

void append(ChangeBuilder& change, const Arguments& arguments, const std::string& level) {
  if (arguments.level) {
    change.replace(arguments.level, level);
    return;
  }
  const Node end = arguments.list.last_child();
  const Node last = end.previous();
  change.set_text(end, (last.text() == "," ? " level=" : ", level=") + level + ")");
}

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  if (!cx.names().resolves_to(function, "__builtin__.__import__") || !cx.may_be_python2(call)) return;
  const Arguments arguments = arguments_of(call);
  if (!arguments.is_known) return;
  const bool is_default = !arguments.level || arguments.level.text() == "-1";
  if (!is_default) return;
  const bool is_in_package = cx.implicit_imports().is_in_package();
  // Without the caller's globals, it does not know the package.
  const Node globals = arguments.globals;
  const bool has_globals =
      globals.is(Kind::kCall) && cx.names().resolves_to(globals.child(Field::kFunction), "__builtin__.globals");
  const bool is_literal = arguments.name.is(Kind::kString);
  const std::string name(is_literal ? StringLiteral(arguments.name).body() : "");
  ChangeBuilder change = cx.change(call, "__import__() looks in this package first, as it did");
  if (!is_in_package || !has_globals || (is_literal && !cx.implicit_imports().is_relative(name))) {
    if (!arguments.level) return;
    change.replace(arguments.level, "0");
    return change.if_python2().apply();
  }
  if (is_literal) {
    append(change, arguments, "1");
    return change.if_python2().apply();
  }
  if (cx.keeps_python2()) return cx.leave(call);
  if (!is_plain(arguments.name))
    return cx.report(call,
                     "in Python 2 this looks in this file's package first: where a module of it is meant, add level=1");
  std::string text(arguments.name.text());
  if (!arguments.name.is_any(Kind::kIdentifier, Kind::kAttribute)) text = "(" + text + ")";
  const std::string util = change.import_for(call, "importlib.util");
  append(change, arguments,
         "1 if __package__ and " + util + ".find_spec('.' + " + text + ".partition('.')[0], __package__) else 0");
  change.if_python2().apply();
}

}  // namespace

Fixer fix_import_call() {
  return {
      .name = "import_call",
      .doc = "Lets __import__(name, globals()) look in the package of the file, as in Python 2.",
      .reference = "https://docs.python.org/3/library/functions.html#import__",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kVariant,
      .for_both = "Does it where a literal names the module, and leaves other calls as they are.",
      .needs = Needs::kEvidence,
      .words = {"__import__"},
      .examples = {{.before = "m = __import__('helper', globals(), locals())",
                    .after = "m = __import__('helper', globals(), locals(), level=1)",
                    .beside = {"helper.py"}},
                   {.before = "m = __import__(name, globals())",
                    .after = "import importlib.util\n\nm = __import__(name, globals(), level=1 if __package__ and "
                             "importlib.util.find_spec('.' + name.partition('.')[0], __package__) else 0)",
                    .beside = {"helper.py"}}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
