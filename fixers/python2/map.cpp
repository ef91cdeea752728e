// map() gives an iterator, and map(None, …) is gone.
#include "fixers/iterators.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool has_keywords(const std::vector<Node>& arguments) {
  for (Node argument : arguments)
    if (argument.is_any(Kind::kKeywordArgument, Kind::kDictionarySplat)) return true;
  return false;
}

// map(None, a) is a copy; map(None, a, b) pairs the items, and fills up with None.
void without_function(Context& cx, Node call, const std::vector<Node>& arguments, bool wants_list) {
  if (arguments.size() == 2 && !arguments[1].is(Kind::kListSplat)) {
    cx.replace(call, wants_list ? listed(cx, call) : "$call", {{"call", arguments[1]}});
    return;
  }
  if (cx.keeps_python2()) return cx.leave(call);
  if (cx.settings().like_two_to_three)
    cx.report(call, "map(None, ...) with multiple arguments is itertools.zip_longest(...) now");
  ChangeBuilder change = cx.change(call);
  const std::string longest = change.import_for(call, "itertools") + ".zip_longest($*items)";
  change.replace(call, wants_list ? "list(" + longest + ")" : longest,
                 {{"items", HoleValue(arguments[1], arguments.back())}});
  change.apply();
}

void visit(Context& cx, Node call) {
  const Node list = call.child(Field::kArguments);
  if (!calls_builtin(cx, call, "map") || !list.is(Kind::kArgumentList)) return;
  const std::vector<Node> arguments = list.named_children();
  if (arguments.size() < 2 || has_keywords(arguments)) return;
  const bool wants_list = needs_list(cx, call);
  if (arguments[0].is(Kind::kNoneLiteral)) {
    without_function(cx, call, arguments, wants_list);
  } else if (wants_list && call.parent().is(Kind::kExpressionStatement)) {
    if (cx.settings().like_two_to_three) cx.report(call, "You should use a for loop here");
    cx.replace(call, listed(cx, call), {{"call", call}},
               "You should use a for loop here: map() alone does nothing in Python 3, list() makes it run");
  } else if (const SimpleLambda lambda = simple_lambda(cx, arguments[0]);
             lambda && wants_list && arguments.size() == 2 && !arguments[1].is(Kind::kListSplat)) {
    cx.replace(call, "[$body for $item in $items]",
               {{"body", lambda.body}, {"item", lambda.parameter}, {"items", arguments[1]}});
  } else if (wants_list) {
    make_list(cx, call);
  }
}

}  // namespace

Fixer fix_map() {
  return {
      .name = "map",
      .doc = "Puts list() around a map() that is used as a list, and replaces map(None, …).",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#views-and-iterators-instead-of-lists",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "The function changes something that the code between the calls of it reads, or map() is given several "
          "iterables of different lengths: it stops with the shortest now.",
      .runs_on = RunsOn::kVariant,
      .for_both =
          "A lambda gets list() as well: Python 2 shares the variable of a list comprehension with the code around it. "
          "map(None, a, b) stays.",
      .needs = Needs::kEvidence,
      .words = {"map"},
      .examples = {{"names = map(str, xs)", "names = list(map(str, xs))"},
                   {"names = ', '.join(map(str, xs))", "names = ', '.join(map(str, xs))"},
                   {"squares = map(lambda x: x * x, xs)", "squares = [x * x for x in xs]"},
                   {"squares = map(lambda x: x * x, xs)", "squares = list(map(lambda x: x * x, xs))", "--target 2+3"},
                   {"copy = map(None, xs)", "copy = list(xs)"},
                   {"for x, y in map(None, a, b): pass",
                    "import itertools\n\nfor x, y in itertools.zip_longest(a, b): pass"}},
      .visits = {{{Kind::kCall}, visit},
                 {{Kind::kIdentifier}, [](Context& cx, Node name) { report_value(cx, name, "map"); }}},
  };
}

}  // namespace py3k::fixers
