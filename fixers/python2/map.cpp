// map() gives an iterator, and map(None, …) is gone.
#include <algorithm>

#include "fixers/arguments_given.h"
#include "fixers/call_order.h"
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

// What says how many items there are, the same for `x`, `range(len(x))`, `sorted(x)`; of a literal their number.
std::string length_of(Context& cx, Node items) {
  for (Node at = items;;) {
    if (at.is_any(Kind::kIdentifier, Kind::kAttribute)) return std::string(at.text());
    if (at.is_any(Kind::kList, Kind::kTuple)) return "#" + std::to_string(at.named_child_count());
    if (at.is(Kind::kListComprehension) && at.named_child_count() == 2) {
      at = at.named_child(1).child(Field::kRight);
      continue;
    }
    if (!at.is(Kind::kCall)) return {};
    const Node function = at.child(Field::kFunction);
    const std::vector<Node> arguments = at.child(Field::kArguments).named_children();
    const std::string_view method = function.child(Field::kAttribute).text();
    if (arguments.empty() && (method == "keys" || method == "values" || method == "items"))
      return std::string(function.child(Field::kObject).text());
    const std::string name = cx.names().qualified(function);
    const bool keeps = name == "__builtin__.range" || name == "__builtin__.xrange" || name == "__builtin__.len" ||
                       name == "__builtin__.sorted" || name == "__builtin__.list" || name == "__builtin__.enumerate";
    if (arguments.size() == 2 && name == "__builtin__.map")
      at = arguments[1];
    else if (arguments.size() == 1 && keeps)
      at = arguments[0];
    else
      return {};
  }
}

// Python 2 went on with None where one of several iterables was at its end. Nobody missed that where the function can't
// take it, or where there are as many items in each.
enum class Filling : std::uint8_t { kNone, kDoubtful, kSure };

Filling filling_of(Context& cx, const std::vector<Node>& arguments) {
  if (arguments.size() < 3 || cx.settings().like_two_to_three) return Filling::kNone;
  for (Node argument : arguments)
    if (argument.is(Kind::kListSplat)) return Filling::kNone;
  const std::string length = length_of(cx, arguments[1]);
  bool equal = !length.empty();
  for (std::size_t i = 2; equal && i < arguments.size(); ++i) equal = length_of(cx, arguments[i]) == length;
  if (equal || refuses_none(cx, arguments[0], arguments.size() - 1)) return Filling::kNone;
  const std::string name = cx.names().qualified(arguments[0]);
  const bool takes_none = name == "__builtin__.max" || name == "__builtin__.min" || name == "__builtin__.cmp";
  const std::string other = length_of(cx, arguments[2]);
  const bool differ = length.starts_with("#") && other.starts_with("#") && length != other;
  return differ || takes_none || is_own_function(cx, arguments[0]) ? Filling::kSure : Filling::kDoubtful;
}

void fill_up(Context& cx, Node call, const std::vector<Node>& arguments, bool wants_list) {
  if (cx.keeps_python2()) return cx.leave(call);
  ChangeBuilder change = cx.change(call, "Python 3's map() stops at the shortest; zip_longest() goes on with None");
  const std::string itertools = change.import_for(call, "itertools");
  const std::string all = itertools + ".starmap($function, " + itertools + ".zip_longest($*items))";
  change
      .replace(call, wants_list ? "list(" + all + ")" : all,
               {{"function", arguments[0]}, {"items", HoleValue(arguments[1], arguments.back())}})
      .safety(Safety::kSafe)
      .apply();
}

// Does a caller in this file give the function that is called here None?
bool may_be_none(Context& cx, Node function) {
  const std::vector<Node> given = arguments_given(cx, function);
  return std::any_of(given.begin(), given.end(), [](Node it) { return it.is(Kind::kNoneLiteral); });
}

// Does the function ask for that?
bool is_asked_for(Context& cx, Node name) {
  const Binding* binding = cx.names().binding(name);
  return std::any_of(binding->uses.begin(), binding->uses.end(), [](Node use) {
    const Node around = use.parent();
    return around.is_any(Kind::kNotOperator, Kind::kBooleanOperator, Kind::kIfStatement, Kind::kElifClause,
                         Kind::kConditionalExpression) ||
           (around.is(Kind::kComparisonOperator) && around.text().find("None") != std::string_view::npos);
  });
}

void visit(Context& cx, Node call) {
  const Node list = call.child(Field::kArguments);
  if (!calls_builtin(cx, call, "map") || !list.is(Kind::kArgumentList)) return;
  const std::vector<Node> arguments = list.named_children();
  if (arguments.size() < 2 || has_keywords(arguments)) return;
  const bool wants_list = needs_list(cx, call) || shows_call_order(cx, call);
  if (arguments[0].is(Kind::kNoneLiteral)) {
    without_function(cx, call, arguments, wants_list);
  } else if (const Filling filling = filling_of(cx, arguments); filling == Filling::kSure) {
    fill_up(cx, call, arguments, wants_list);
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
  if (may_be_none(cx, arguments[0]) && !is_asked_for(cx, arguments[0]))
    cx.report(arguments[0],
              "this may be None, for which map() gave the items as they are in Python 2: Python 3 calls it");
  if (!arguments[0].is(Kind::kNoneLiteral) && filling_of(cx, arguments) == Filling::kDoubtful)
    cx.report(call,
              "map() stops at the shortest of these now, where it went on with None: if they may differ, "
              "itertools.starmap(f, itertools.zip_longest(...)) is the same");
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
          "The function is none of this file's, and does something that shows between its calls, which a loop over "
          "map() now parts.",
      .runs_on = RunsOn::kVariant,
      .for_both =
          "A lambda gets list() as well: Python 2 shares the variable of a list comprehension with the code around it. "
          "map(None, a, b) stays, and where it may have to go on with None behind the shortest, map(f, a, b).",
      .needs = Needs::kEvidence,
      .words = {"map"},
      .examples = {{"names = map(str, xs)", "names = list(map(str, xs))"},
                   {"names = ', '.join(map(str, xs))", "names = ', '.join(map(str, xs))"},
                   {"squares = map(lambda x: x * x, xs)", "squares = [x * x for x in xs]"},
                   {"squares = map(lambda x: x * x, xs)", "squares = list(map(lambda x: x * x, xs))", "--target 2+3"},
                   {"sums = map(lambda a, b: a + b, xs, ys)", "sums = list(map(lambda a, b: a + b, xs, ys))"},
                   {"f = lambda a, b: (a, b)\npairs = map(f, xs, ys)",
                    "import itertools\n\nf = lambda a, b: (a, b)\npairs = list(itertools.starmap(f, "
                    "itertools.zip_longest(xs, ys)))"},
                   {"copy = map(None, xs)", "copy = list(xs)"},
                   {"for x, y in map(None, a, b): pass",
                    "import itertools\n\nfor x, y in itertools.zip_longest(a, b): pass"}},
      .visits = {{{Kind::kCall}, visit},
                 {{Kind::kIdentifier}, [](Context& cx, Node name) { report_value(cx, name, "map"); }}},
  };
}

}  // namespace py3k::fixers
