// Python 2 had an order for everything: None before numbers before text. Python 3 raises TypeError.
// https://docs.python.org/3/whatsnew/3.0.html#ordering-comparisons
#include <algorithm>
#include <set>
#include <string>

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

// `n < 2` -> `(n is None or n < 2)`: None came before all else. Whatever is not None is asked as before.
void ask_for_none(Context& cx, Node comparison, Node name, bool is_left) {
  const std::string_view sign = comparison.named_child(0).next().text();
  const bool is_true = is_left == sign.starts_with('<');
  cx.change(comparison, "None, where the argument is left out, comes before all else in Python 2 and is a TypeError in Python 3")
      .replace(comparison, std::string("$name is ") + (is_true ? "None or" : "not None and") + " $comparison",
               {{"name", name}, {"comparison", comparison}})
      .apply();
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
  } else if (is_unasked_default(cx, operands[0])) {
    ask_for_none(cx, comparison, operands[0], true);
  } else if (is_unasked_default(cx, operands[1])) {
    ask_for_none(cx, comparison, operands[1], false);
  }
}

// The key that gives things of several kinds the order that they had; empty where nobody can tell.
std::string key_for(const std::set<Order>& kinds) {
  std::string key;
  if (kinds.contains(Order::kNone)) key += "x is not None, ";
  if (kinds.contains(Order::kNumber) && kinds.contains(Order::kText)) key += "isinstance(x, str), ";
  for (const Order kind : kinds)
    if (kind != Order::kNone && kind != Order::kNumber && kind != Order::kText) return {};
  return key.empty() || kinds.size() < 2 ? "" : "lambda x: (" + key + "x)";
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
  std::set<Order> kinds;
  bool is_all_known = true;
  bool has_keyword = false;
  for (Node item : items) {
    has_keyword = has_keyword || item.is(Kind::kKeywordArgument);
    const Order order = item.is(Kind::kKeywordArgument) ? Order::kUnknown : order_of(cx, item);
    is_all_known = is_all_known && order != Order::kUnknown;
    if (order != Order::kUnknown) kinds.insert(order);
  }
  // Dicts, and None, have no order among themselves either.
  const bool is_unordered = kinds.contains(Order::kMapping) || kinds.contains(Order::kNone);
  if (kinds.size() < 2 && !(is_unordered && items.size() > 1)) return;
  const Node arguments = call.child(Field::kArguments);
  const std::string key = key_for(kinds);
  if (last == "cmp" || !is_all_known || has_keyword || key.empty() || (items != arguments.named_children() && arguments.named_child_count() > 1))
    return cx.report(call, "Python 3 has no order for these, and raises TypeError: give a key that makes them one type");
  cx.change(call, "None came before numbers, and these before text: Python 3 has no order for them")
      .replace(call, std::string(last) + "($*arguments, key=" + key + ")",
               {{"arguments", HoleValue(arguments.named_child(0), arguments.named_child(arguments.named_child_count() - 1))}})
      .apply();
}

}  // namespace

Fixer fix_order_of_types() {
  return {
      .name = "order_of_types",
      .doc = "Has None, and things of several types, keep the order that they had where they are compared or sorted, or "
             "finds them: Python 3 has none.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#ordering-comparisons",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "Somebody waits for an error, or what stands on the other side is None as well.",
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kEvidence,
      .words = {"sorted", "min", "max", "cmp", "if", "print", "return", "while"},
      .examples = {{"x = max(None, 1)", "x = max(None, 1, key=lambda x: (x is not None, x))"},
                   {"def few(n=None): return n < 2", "def few(n=None): return n is None or n < 2"}},
      .visits = {{{Kind::kComparisonOperator}, visit_comparison}, {{Kind::kCall}, visit_call}},
  };
}

}  // namespace py3k::fixers
