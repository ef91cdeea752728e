// Python 2 had an order for everything: None before numbers before text. Python 3 raises TypeError.
// https://docs.python.org/3/whatsnew/3.0.html#ordering-comparisons
#include <algorithm>
#include <set>
#include <string>

#include "engine/analysis/values.h"
#include "engine/syntax/string_literal.h"
#include "fixers/comparison.h"
#include "fixers/method_rename.h"
#include "fixers/notes.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr const char* kNoOrder =
    "Python 3 has no order for these, and raises TypeError: give a key that makes them one type";
constexpr const char* kOrderOfKinds = "None came before numbers, and these before text: Python 3 has no order for them";

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

std::string unasked(Node use) { return "order_of_types: unasked " + std::to_string(use.index()); }

// Of an attribute, by the class's body, or by __init__, whose own name for the instance is `self`.
std::string first_value(Node type, std::string_view self, std::string_view attribute, bool is_none) {
  return "order_of_types: " + std::to_string(type.index()) + (is_none ? " None " : " else ") + std::string(self) + "." +
         std::string(attribute);
}

// What a = b = x gives.
Node given_in(Node assignment) {
  Node value = assignment.child(Field::kRight);
  while (value.is(Kind::kAssignment)) value = value.child(Field::kRight);
  return value;
}

void note_first_values(Context& cx, Node type) {
  for (Node node : type.child(Field::kBody).descendants()) {
    if (!node.is(Kind::kAssignment) || !node.child(Field::kRight)) continue;
    const bool is_none = given_in(node).is(Kind::kNoneLiteral);
    const Node target = node.child(Field::kLeft);
    Node first = node;  // of a = b = None
    while (first.parent().is(Kind::kAssignment)) first = first.parent();
    if (target.is(Kind::kIdentifier) && first.parent().parent() == type.child(Field::kBody))
      note(cx, first_value(type, "", target.text(), is_none));
    if (target.is(Kind::kAttribute) &&
        node.ancestor(Kind::kFunctionDefinition).child(Field::kName).text() == "__init__")
      note(cx, first_value(type, target.child(Field::kObject).text(), target.child(Field::kAttribute).text(), is_none));
  }
}

// Is an attribute None in the class's body, or where its __init__ sets it, and nowhere else in these two?
bool starts_as_none(Context& cx, Node type, std::string_view attribute, std::string_view self) {
  cx.once("order_of_types: first values of " + std::to_string(type.index()), [&] {
    note_first_values(cx, type);
    return true;
  });
  const auto starts_as = [&](bool none) {
    return is_noted(cx, first_value(type, "", attribute, none)) ||
           is_noted(cx, first_value(type, self, attribute, none));
  };
  return starts_as(true) && !starts_as(false);
}

// The attributes in comparisons before which a function neither asks for them nor sets them.
void note_unasked_attributes(Context& cx, Node function) {
  std::set<std::string_view> known;
  for (Node use : function.child(Field::kBody).descendants()) {
    if (!use.is(Kind::kAttribute)) continue;
    if (use.parent().is(Kind::kComparisonOperator) && !known.contains(use.text())) note(cx, unasked(use));
    if (is_asked(use) || use.field() == Field::kLeft) known.insert(use.text());
  }
}

// self.best, which is None at first, where the method that compares it asks nothing before, and sets nothing.
bool is_unasked_attribute(Context& cx, Node node) {
  const Node self = node.is(Kind::kAttribute) ? node.child(Field::kObject) : Node();
  const Node type = self ? class_of_self(self, cx.names()) : Node();
  const Node function = node.ancestor(Kind::kFunctionDefinition);
  if (!type || cx.names().binding(self)->scope->node != function) return false;
  if (!starts_as_none(cx, type, node.child(Field::kAttribute).text(), self.text())) return false;
  cx.once("order_of_types: comparisons in " + std::to_string(function.index()), [&] {
    note_unasked_attributes(cx, function);
    return true;
  });
  return is_noted(cx, unasked(node));
}

// A parameter that is None where nothing is given, and that nothing asks about before.
bool is_unasked_default(Context& cx, Node name) {
  const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
  if (binding == nullptr || binding->sites.size() != 1) return false;
  const Node parameter = binding->sites.front().node.parent();
  if (!parameter.is(Kind::kDefaultParameter) || !parameter.child(Field::kValue).is(Kind::kNoneLiteral)) return false;
  cx.once("order_of_types: uses of " + std::to_string(parameter.index()), [&] {
    for (Node use : binding->uses) {
      note(cx, unasked(use));
      if (is_asked(use)) break;
    }
    return true;
  });
  return is_noted(cx, unasked(name));
}

// Was the variable None at first, and does no code ask for that?
bool is_none_at_first(Context& cx, Node name) {
  const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
  if (binding == nullptr || binding->sites.size() < 2) return false;
  const std::vector<Node> values = values_given(*binding);
  const auto is_none = [](Node value) { return value.is(Kind::kNoneLiteral); };
  if (values.empty() || !is_none(values.front()) || std::all_of(values.begin(), values.end(), is_none)) return false;
  return std::none_of(binding->uses.begin(), binding->uses.end(),
                      [](Node use) { return !use.parent().is(Kind::kArgumentList) && is_asked(use); });
}

// `n < 2` -> `(n is None or n < 2)`: None came before all else. Whatever is not None is asked as before.
void ask_for_none(Context& cx, Node comparison, Node name, bool is_left) {
  const std::string_view sign = comparison.named_child(0).next().text();
  const bool is_true = is_left == sign.starts_with('<');
  cx.change(
        comparison,
        name.is(Kind::kIdentifier) && !is_none_at_first(cx, name)
            ? "None, where the argument is left out, comes before all else in Python 2 and is a TypeError in Python 3"
            : "None, which it is at first, comes before all else in Python 2 and is a TypeError in Python 3")
      .replace(comparison, std::string("$name is ") + (is_true ? "None or" : "not None and") + " $comparison",
               {{"name", name}, {"comparison", comparison}})
      .apply();
}

bool may_be_none_there(Context& cx, Node operand) {
  return is_unasked_default(cx, operand) || is_unasked_attribute(cx, operand) || is_none_at_first(cx, operand);
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
  } else if (may_be_none_there(cx, operands[0])) {
    ask_for_none(cx, comparison, operands[0], true);
  } else if (may_be_none_there(cx, operands[1])) {
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
  if (const Node value = only_value(node, cx.names())) node = value;
  if (!node.is_any(Kind::kList, Kind::kTuple, Kind::kSet)) return {};
  return node.named_children();
}

// Things in tuples that are compared where all before is the same: is None among what stands there, and something else?
bool has_none_in_rows(const std::vector<Node>& rows) {
  constexpr std::size_t kMostRows = 50;
  if (rows.size() < 2 || rows.size() > kMostRows) return false;
  for (Node row : rows)
    if (!row.is(Kind::kTuple)) return false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::vector<Node> one = rows[i].named_children();
    for (std::size_t j = 0; j < i; ++j) {
      const std::vector<Node> other = rows[j].named_children();
      for (std::size_t k = 0; k < one.size() && k < other.size(); ++k) {
        if (one[k].is(Kind::kNoneLiteral) != other[k].is(Kind::kNoneLiteral)) return true;
        if (one[k].text() != other[k].text()) break;
      }
    }
  }
  return false;
}

constexpr const char* kKeyOfRows = "lambda row: [(x is not None, x) for x in row]";

std::string starting_as_none(std::string_view attribute) {
  return "order_of_types: starts as None " + std::string(attribute);
}

// `None`, or in an __init__ a parameter that is None where nothing is given.
bool is_first_none(Context& cx, Node assignment, Node value) {
  if (value.is(Kind::kNoneLiteral)) return true;
  if (assignment.ancestor(Kind::kFunctionDefinition).child(Field::kName).text() != "__init__") return false;
  const Binding* binding = value.is(Kind::kIdentifier) ? cx.names().binding(value) : nullptr;
  if (binding == nullptr || binding->sites.size() != 1) return false;
  const Node parameter = binding->sites.front().node.parent();
  return parameter.is(Kind::kDefaultParameter) && parameter.child(Field::kValue).is(Kind::kNoneLiteral);
}

void note_start(Context& cx, Node assignment, Node target, Node value) {
  Node first = assignment;
  while (first.parent().is(Kind::kAssignment)) first = first.parent();
  const bool is_in_class = target.is(Kind::kIdentifier) && first.parent().parent().parent().is(Kind::kClassDefinition);
  const Node attribute = is_in_class ? target : target.child(Field::kAttribute);
  if (attribute && is_first_none(cx, assignment, value)) note(cx, starting_as_none(attribute.text()));
}

// Is an attribute of that name None at first in a class of the file, by its body, its __init__ or a parameter's
// default?
bool may_start_as_none(Context& cx, std::string_view attribute) {
  cx.once("order_of_types: starts", [&] {
    for (Node node : cx.tree().root().descendants()) {
      if (!node.is(Kind::kAssignment) || !node.child(Field::kRight)) continue;
      const Node value = given_in(node);
      const Node target = node.child(Field::kLeft);
      const std::vector<Node> parts = target.named_children();
      const std::vector<Node> values = value.named_children();
      if (target.is(Kind::kPatternList) && values.size() == parts.size()) {
        for (std::size_t i = 0; i < parts.size(); ++i) note_start(cx, node, parts[i], values[i]);
      } else {
        note_start(cx, node, target, value);
      }
    }
    return true;
  });
  return is_noted(cx, starting_as_none(attribute));
}

// Has a dict of the file None under that key?
bool is_none_under_key(Context& cx, Node key) {
  if (!key.is(Kind::kString)) return false;
  const auto under = [](Node text) { return "order_of_types: None under " + std::string(StringLiteral(text).body()); };
  cx.once("order_of_types: values", [&] {
    for (Node node : cx.tree().root().descendants())
      if (node.is(Kind::kPair) && node.child(Field::kValue).is(Kind::kNoneLiteral) &&
          node.child(Field::kKey).is(Kind::kString))
        note(cx, under(node.child(Field::kKey)));
    return true;
  });
  return is_noted(cx, under(key));
}

// `key=lambda job: job.priority`, where that may be None, and `key=lambda row: row.get('n')`.
bool may_be_none(Context& cx, Node value) {
  if (value.is(Kind::kSubscript)) return is_none_under_key(cx, value.child(Field::kSubscript));
  if (value.is(Kind::kAttribute)) return may_start_as_none(cx, value.child(Field::kAttribute).text());
  if (!value.is(Kind::kCall) || value.child(Field::kArguments).named_child_count() != 1) return false;
  return value.child(Field::kFunction).child(Field::kAttribute).text() == "get" &&
         cx.names().qualified(value.child(Field::kFunction)).empty();
}

// {'a': 1, 'b': None}
bool has_none_value(Context& cx, Node dict) {
  if (const Node value = only_value(dict, cx.names())) dict = value;
  if (!dict.is(Kind::kDictionary) || dict.named_child_count() < 2) return false;
  const std::vector<Node> pairs = dict.named_children();
  return std::any_of(pairs.begin(), pairs.end(),
                     [](Node pair) { return pair.child(Field::kValue).is(Kind::kNoneLiteral); });
}

// sorted(d, key=d.get), sorted(d.items(), key=lambda item: item[1]), sorted(d.values()), of a dict with None in it.
void visit_dict_values(Context& cx, Node call) {
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  for (Node argument : arguments) {
    const Node value = argument.is(Kind::kKeywordArgument) ? argument.child(Field::kValue) : argument;
    const bool is_getter = value.is(Kind::kAttribute) && value.child(Field::kAttribute).text() == "get";
    const Node function = value.is(Kind::kCall) ? value.child(Field::kFunction) : value;
    const std::string_view method = function.child(Field::kAttribute).text();
    const bool is_items = value.is(Kind::kCall) && (method == "items" || method == "iteritems");
    const bool is_values = value.is(Kind::kCall) && (method == "values" || method == "itervalues");
    if (!is_getter && !is_values && !(is_items && arguments.size() > 1)) continue;
    if (is_items && call.text().find("[1]") == std::string_view::npos) continue;
    if (has_none_value(cx, function.child(Field::kObject)))
      return cx.report(value,
                       "None, which is among the values, came before all else in Python 2, and has no order in "
                       "Python 3: give a key such as lambda x: (x is not None, x)");
  }
}

void ask_first(Context& cx, Node at, std::string_view replacement, const Holes& holes) {
  // A key that an earlier run has made of a comparing function: see visit_comparing.
  if (cx.is_of_others(at.start()))
    return cx.report(at, "None, which this may be, came before all else in Python 2, and has no order in Python 3");
  cx.change(at, "None, which this may be, came before all else in Python 2, and has no order in Python 3")
      .replace(at, replacement, holes)
      .apply();
}

// xs.sort(lambda a, b: cmp(a.x, b.x)), which becomes a key: see fixer sorted.
void visit_comparing(Context& cx, Node call) {
  for (Node argument : call.child(Field::kArguments).named_children()) {
    const Node function = argument.is(Kind::kKeywordArgument) ? argument.child(Field::kValue) : argument;
    const Comparison comparison = function.is(Kind::kLambda) ? comparison_of(cx, function) : Comparison{};
    if (comparison.key && may_be_none(cx, comparison.key))
      cx.report(function,
                "None, which this may be, came before all else in Python 2, and has no order in Python 3: make "
                "the key a pair, (x is not None, x)");
  }
}

void visit_key(Context& cx, Node call) {
  for (Node argument : call.child(Field::kArguments).named_children()) {
    if (!argument.is(Kind::kKeywordArgument) || argument.child(Field::kName).text() != "key") continue;
    const Node function = argument.child(Field::kValue);
    const Node body = function.is(Kind::kLambda) ? function.child(Field::kBody) : Node();
    const Node name = function.child(Field::kArguments).named_child(0);
    if (function.is(Kind::kCall) && name.is(Kind::kString) &&
        cx.names().resolves_to(function.child(Field::kFunction), "operator.attrgetter") &&
        may_start_as_none(cx, StringLiteral(name).body()))
      return ask_first(cx, function, "lambda x: (x.$name is not None, x.$name)",
                       {{"name", std::string(StringLiteral(name).body())}});
    const std::vector<Node> parts = body.is(Kind::kTuple) ? body.named_children() : std::vector<Node>{body};
    for (Node part : parts)
      if (part && may_be_none(cx, part)) ask_first(cx, part, "($x is not None, $x)", {{"x", part}});
    return;
  }
}

// l = [3, 'a']; l.sort()
void visit_sort(Context& cx, Node call) {
  const Node list = call.child(Field::kFunction).child(Field::kObject);
  visit_key(cx, call);
  visit_comparing(cx, call);
  if (!list.is(Kind::kIdentifier) || call.child(Field::kArguments).named_child_count() != 0) return;
  std::set<Order> kinds;
  if (has_none_in_rows(items_of(cx, list))) {
    cx.change(call, kOrderOfKinds)
        .replace(call, "$list.sort(key=" + std::string(kKeyOfRows) + ")", {{"list", list}})
        .apply();
    return;
  }
  for (Node item : items_of(cx, list)) kinds.insert(order_of(cx, item));
  kinds.erase(Order::kUnknown);
  if (kinds.size() < 2) return;
  const std::string key = key_for(kinds);
  if (key.empty()) return cx.report(call, kNoOrder);
  cx.change(call, kOrderOfKinds).replace(call, "$list.sort(key=" + key + ")", {{"list", list}}).apply();
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
  if (last != "cmp") visit_key(cx, call);
  if (last == "sorted") visit_comparing(cx, call);
  if (last != "cmp") visit_dict_values(cx, call);
  std::vector<Node> items = call.child(Field::kArguments).named_children();
  if (!items.empty() && (last == "sorted" || items.size() == 1)) items = items_of(cx, items.front());
  std::set<Order> kinds;
  bool is_all_known = true;
  bool has_keyword = false;
  bool is_none_first = false;
  for (Node item : items) {
    has_keyword = has_keyword || item.is(Kind::kKeywordArgument);
    is_none_first = is_none_first || (items.size() > 1 && is_none_at_first(cx, item));
    const Order order = item.is(Kind::kKeywordArgument) ? Order::kUnknown : order_of(cx, item);
    is_all_known = is_all_known && order != Order::kUnknown;
    if (order != Order::kUnknown) kinds.insert(order);
  }
  const Node given = call.child(Field::kArguments);
  const bool is_in_place = items == given.named_children();
  const bool has_rows = has_none_in_rows(items) && (is_in_place || given.named_child_count() == 1);
  if (last != "cmp" && !has_keyword && (has_rows || (is_none_first && is_in_place))) {
    cx.change(call, kOrderOfKinds)
        .replace(
            call,
            std::string(last) + "($*arguments, key=" + (has_rows ? kKeyOfRows : "lambda x: (x is not None, x)") + ")",
            {{"arguments", HoleValue(given.named_child(0), given.named_child(given.named_child_count() - 1))}})
        .apply();
    return;
  }
  // Dicts, and None, have no order among themselves either.
  const bool is_unordered = kinds.contains(Order::kMapping) || kinds.contains(Order::kNone);
  if (kinds.size() < 2 && !(is_unordered && items.size() > 1)) return;
  const Node arguments = call.child(Field::kArguments);
  const std::string key = key_for(kinds);
  if (last == "cmp" || !is_all_known || has_keyword || key.empty() ||
      (items != arguments.named_children() && arguments.named_child_count() > 1))
    return cx.report(call, kNoOrder);
  cx.change(call, kOrderOfKinds)
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
