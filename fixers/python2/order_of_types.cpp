// Python 2 had an order for everything: None before numbers before text. Python 3 raises TypeError.
// https://docs.python.org/3/whatsnew/3.0.html#ordering-comparisons
#include <algorithm>

#include "engine/analysis/values.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// What kinds of things have no order among each other. 0: not known.
enum class Order : std::uint8_t { kUnknown, kNone, kText, kNumber, kList, kMapping };

Order order_of(Context& cx, Node node) {
  if (node.is(Kind::kParenthesizedExpression)) node = node.named_child(0);
  if (node.is_any(Kind::kInteger, Kind::kFloat)) return Order::kNumber;
  if (node.is(Kind::kNoneLiteral)) return Order::kNone;
  const Value value = value_of(node, cx.names());
  if (value.may_be_none) return Order::kUnknown;
  switch (value.type) {
    case ValueType::kNone:
      return Order::kNone;
    case ValueType::kText:
      return Order::kText;
    case ValueType::kNumber:
      return Order::kNumber;
    case ValueType::kList:
      return Order::kList;
    case ValueType::kMapping:
      return Order::kMapping;
    default:
      return Order::kUnknown;
  }
}

// A parameter that is None where nothing is given, and that nothing asks about before.
bool is_unasked_default(Context& cx, Node name) {
  const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
  if (binding == nullptr || binding->sites.size() != 1) return false;
  const Node parameter = binding->sites.front().node.parent();
  if (!parameter.is(Kind::kDefaultParameter) || !parameter.child(Field::kValue).is(Kind::kNoneLiteral)) return false;
  for (Node use : binding->uses) {
    if (use == name) return true;
    const Node around = use.parent();
    const bool is_asked =
        around.is_any(Kind::kNotOperator, Kind::kBooleanOperator, Kind::kIfStatement, Kind::kWhileStatement,
                      Kind::kElifClause, Kind::kConditionalExpression) ||
        (around.is(Kind::kComparisonOperator) && around.text().find("None") != std::string_view::npos) ||
        around.is(Kind::kArgumentList);
    if (is_asked) return false;
  }
  return false;
}

void visit_comparison(Context& cx, Node comparison) {
  const std::vector<Node> operands = comparison.named_children();
  if (operands.size() != 2) return;
  const std::string_view sign = operands[0].next().text();
  if (sign != "<" && sign != ">" && sign != "<=" && sign != ">=") return;
  const Order left = order_of(cx, operands[0]);
  const Order right = order_of(cx, operands[1]);
  const bool differ = left != Order::kUnknown && right != Order::kUnknown && left != right;
  const bool none = left == Order::kNone || right == Order::kNone;
  const bool dicts = left == Order::kMapping && right == Order::kMapping;
  if (differ || none || dicts) {
    cx.report(comparison, "Python 3 has no order for these two, and raises TypeError: compare what is of one type");
  } else if (is_unasked_default(cx, operands[0]) || is_unasked_default(cx, operands[1])) {
    cx.report(comparison,
              "where the argument is left out, this compares None, which comes before all else in Python 2 and "
              "is a TypeError in Python 3: ask for None first");
  }
}

// Things of several kinds in what is sorted, or of which the smallest is wanted.
void visit_call(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  static constexpr std::string_view kNames[] = {"__builtin__.sorted", "__builtin__.min", "__builtin__.max",
                                                "__builtin__.cmp"};
  const std::string_view last = function.text();
  if (last != "sorted" && last != "min" && last != "max" && last != "cmp") return;
  if (!is_one_of(kNames, cx.names().qualified(function))) return;
  std::vector<Node> items = call.child(Field::kArguments).named_children();
  if (!items.empty() && (last == "sorted" || items.size() == 1))
    items = items.front().is_any(Kind::kList, Kind::kTuple, Kind::kSet) ? items.front().named_children()
                                                                        : std::vector<Node>();
  Order first = Order::kUnknown;
  for (Node item : items) {
    if (item.is(Kind::kKeywordArgument)) continue;
    const Order order = order_of(cx, item);
    if (order == Order::kUnknown) continue;
    const bool is_none = order == Order::kNone && items.size() > 1;
    if (is_none || (first != Order::kUnknown && order != first))
      return cx.report(call,
                       "Python 3 has no order for these, and raises TypeError: give a key that makes them one type");
    first = order;
  }
}

}  // namespace

Fixer fix_order_of_types() {
  return {
      .name = "order_of_types",
      .doc = "Finds comparisons, and sorts, of things of several types, or of None, which have no order in Python 3.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#ordering-comparisons",
      .group = Group::kPython2,
      .safety = Safety::kManual,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kEvidence,
      .words = {"sorted", "min", "max", "cmp", "if", "print", "return", "while"},
      .examples = {{"x = max(None, 1)", "x = max(None, 1)"}},
      .visits = {{{Kind::kComparisonOperator}, visit_comparison}, {{Kind::kCall}, visit_call}},
  };
}

}  // namespace py3k::fixers
