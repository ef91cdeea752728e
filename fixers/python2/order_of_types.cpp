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

// Does the code around a use ask whether it is None?
bool is_asked(Node use) {
  const Node around = use.parent();
  return around.is_any(Kind::kNotOperator, Kind::kBooleanOperator, Kind::kIfStatement, Kind::kWhileStatement,
                       Kind::kElifClause, Kind::kConditionalExpression) ||
         (around.is(Kind::kComparisonOperator) && around.text().find("None") != std::string_view::npos) ||
         around.is(Kind::kArgumentList);
}

Node around_of(Node node, Kind kind) {
  while (node && !node.is(kind)) node = node.parent();
  return node;
}

// The class of which a function is a method.
Node class_of_method(Node function) {
  Node block = function.parent();
  if (block.is(Kind::kDecoratedDefinition)) block = block.parent();
  return block.is(Kind::kBlock) && block.parent().is(Kind::kClassDefinition) ? block.parent() : Node();
}

// Is an attribute None in the class's body, or where its __init__ sets it, and nowhere else in these two?
bool starts_as_none(Node type, std::string_view attribute, std::string_view self) {
  bool is_none = false;
  for (Node node : type.child(Field::kBody).descendants()) {
    if (!node.is(Kind::kAssignment) || !node.child(Field::kRight)) continue;
    const Node target = node.child(Field::kLeft);
    const Node function = around_of(node.parent(), Kind::kFunctionDefinition);
    const bool is_in_body = target.is(Kind::kIdentifier) && target.text() == attribute &&
                            node.parent().parent() == type.child(Field::kBody);
    const bool is_in_init = target.is(Kind::kAttribute) && target.child(Field::kAttribute).text() == attribute &&
                            target.child(Field::kObject).text() == self && function &&
                            function.child(Field::kName).text() == "__init__";
    if (!is_in_body && !is_in_init) continue;
    if (!node.child(Field::kRight).is(Kind::kNoneLiteral)) return false;
    is_none = true;
  }
  return is_none;
}

// self.best, which is None at first, where the method that compares it asks nothing before, and sets nothing.
bool is_unasked_attribute(Context& cx, Node node) {
  if (!node.is(Kind::kAttribute) || !node.child(Field::kObject).is(Kind::kIdentifier)) return false;
  const Node function = around_of(node, Kind::kFunctionDefinition);
  const Node type = function ? class_of_method(function) : Node();
  if (!type) return false;
  const Node self = function.child(Field::kParameters).named_child(0);
  if (!self || self.text() != node.child(Field::kObject).text()) return false;
  if (!cx.names().is_name(node.child(Field::kObject))) return false;
  if (!starts_as_none(type, node.child(Field::kAttribute).text(), self.text())) return false;
  for (Node use : function.child(Field::kBody).descendants()) {
    if (use == node) return true;
    if (!use.is(Kind::kAttribute) || use.text() != node.text()) continue;
    if (is_asked(use) || use.field() == Field::kLeft) return false;
  }
  return false;
}

// A parameter that is None where nothing is given, and that nothing asks about before.
bool is_unasked_default(Context& cx, Node name) {
  const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
  if (binding == nullptr || binding->sites.size() != 1) return false;
  const Node parameter = binding->sites.front().node.parent();
  if (!parameter.is(Kind::kDefaultParameter) || !parameter.child(Field::kValue).is(Kind::kNoneLiteral)) return false;
  for (Node use : binding->uses) {
    if (use == name) return true;
    if (is_asked(use)) return false;
  }
  return false;
}

// `n < 2` -> `(n is None or n < 2)`: None came before all else. Whatever is not None is asked as before.
void ask_for_none(Context& cx, Node comparison, Node name, bool is_left) {
  const std::string_view sign = comparison.named_child(0).next().text();
  const bool is_true = is_left == sign.starts_with('<');
  cx.change(
        comparison,
        name.is(Kind::kIdentifier)
            ? "None, where the argument is left out, comes before all else in Python 2 and is a TypeError in Python 3"
            : "None, which it is at first, comes before all else in Python 2 and is a TypeError in Python 3")
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
  } else if (is_unasked_default(cx, operands[0]) || is_unasked_attribute(cx, operands[0])) {
    ask_for_none(cx, comparison, operands[0], true);
  } else if (is_unasked_default(cx, operands[1]) || is_unasked_attribute(cx, operands[1])) {
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

// The list that stands there, or that a name stands for.
std::vector<Node> items_of(Context& cx, Node node) {
  const Binding* binding = node.is(Kind::kIdentifier) ? cx.names().binding(node) : nullptr;
  if (binding != nullptr && binding->sites.size() == 1)
    if (const std::vector<Node> values = values_given(*binding); values.size() == 1) node = values.front();
  if (!node.is_any(Kind::kList, Kind::kTuple, Kind::kSet)) return {};
  return node.named_children();
}

std::set<Order> kinds_of(Context& cx, const std::vector<Node>& items) {
  std::set<Order> kinds;
  for (Node item : items) kinds.insert(order_of(cx, item));
  return kinds;
}

// l = [3, 'a']; l.sort()
void visit_sort(Context& cx, Node call) {
  const Node list = call.child(Field::kFunction).child(Field::kObject);
  if (!list.is(Kind::kIdentifier) || call.child(Field::kArguments).named_child_count() != 0) return;
  std::set<Order> kinds = kinds_of(cx, items_of(cx, list));
  kinds.erase(Order::kUnknown);
  if (kinds.size() < 2) return;
  const std::string key = key_for(kinds);
  if (key.empty())
    return cx.report(call,
                     "Python 3 has no order for these, and raises TypeError: give a key that makes them one type");
  cx.change(call, "None came before numbers, and these before text: Python 3 has no order for them")
      .replace(call, "$list.sort(key=" + key + ")", {{"list", list}})
      .apply();
}

// Things of several kinds in what is sorted, or of which the smallest is wanted.
void visit_call(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  if (function.child(Field::kAttribute).text() == "sort") return visit_sort(cx, call);
  static constexpr std::string_view kNames[] = {"__builtin__.sorted", "__builtin__.min", "__builtin__.max",
                                                "__builtin__.cmp"};
  const std::string_view last = function.text();
  if (last != "sorted" && last != "min" && last != "max" && last != "cmp") return;
  if (!is_one_of(kNames, cx.names().qualified(function))) return;
  std::vector<Node> items = call.child(Field::kArguments).named_children();
  if (!items.empty() && (last == "sorted" || items.size() == 1)) items = items_of(cx, items.front());
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
  if (last == "cmp" || !is_all_known || has_keyword || key.empty() ||
      (items != arguments.named_children() && arguments.named_child_count() > 1))
    return cx.report(call,
                     "Python 3 has no order for these, and raises TypeError: give a key that makes them one type");
  cx.change(call, "None came before numbers, and these before text: Python 3 has no order for them")
      .replace(call, std::string(last) + "($*arguments, key=" + key + ")",
               {{"arguments",
                 HoleValue(arguments.named_child(0), arguments.named_child(arguments.named_child_count() - 1))}})
      .apply();
}

}  // namespace

Fixer fix_order_of_types() {
  return {
      .name = "order_of_types",
      .doc =
          "Has None, and things of several types, keep the order that they had where they are compared or sorted, or "
          "finds them: Python 3 has none.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#ordering-comparisons",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "Somebody waits for an error, or what stands on the other side is None as well.",
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kEvidence,
      .words = {"sorted", "sort", "min", "max", "cmp", "if", "print", "return", "while"},
      .examples = {{"x = max(None, 1)", "x = max(None, 1, key=lambda x: (x is not None, x))"},
                   {"def few(n=None): return n < 2", "def few(n=None): return n is None or n < 2"}},
      .visits = {{{Kind::kComparisonOperator}, visit_comparison}, {{Kind::kCall}, visit_call}},
  };
}

}  // namespace py3k::fixers
