#include "fixers/call_order.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "engine/analysis/consumer.h"
#include "engine/analysis/values.h"
#include "engine/library/signatures.h"
#include "engine/syntax/precedence.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// The function, method of `self`, or lambda that a name or lambda stands for, where that is one of this file.
Node function_named(Context& cx, Node function) {
  function = inside_parentheses(function);
  if (function.is(Kind::kLambda)) return function;
  const Binding* binding = function.is(Kind::kIdentifier) ? cx.names().binding(function) : nullptr;
  if (const Node type = class_named(cx, function)) binding = member(cx, type, "__init__");
  if (function.is(Kind::kAttribute))
    if (const Node type = class_of_self(function.child(Field::kObject), cx.names()))
      binding = member(cx, type, function.child(Field::kAttribute).text());
  if (binding == nullptr || binding->sites.size() != 1) return {};
  const BindingSite& site = binding->sites.front();
  if (site.kind == BindingKind::kFunction) return site.statement;
  const Node value = site.node.parent().is(Kind::kAssignment) ? site.node.parent().child(Field::kRight) : Node();
  return value.is(Kind::kLambda) ? value : Node();
}

Node root_of(Node target) {
  while (target.is_any(Kind::kAttribute, Kind::kSubscript))
    target = target.child(target.is(Kind::kAttribute) ? Field::kObject : Field::kValue);
  return target;
}

// Is it made in `around`, and nobody else's: a list, or the `self` of a constructor?
bool is_made_in(Context& cx, Node root, Node around) {
  const Binding* binding = root.is(Kind::kIdentifier) ? cx.names().binding(root) : nullptr;
  if (binding == nullptr || binding->scope->node != around) return false;
  const bool is_self = around.child(Field::kName).text() == "__init__" &&
                       around.child(Field::kParameters).named_child(0).text() == root.text();
  const ValueType type = value_of(root, cx.names()).type;
  return is_self || type == ValueType::kList || type == ValueType::kMapping || type == ValueType::kSet;
}

// What a statement or expression changes: the root of `x.a[b] = …`, of `x.append(…)`; empty for other nodes.
Node changed_by(Node node) {
  if (node.is_any(Kind::kAssignment, Kind::kAugmentedAssignment)) {
    const Node target = node.child(Field::kLeft);
    return target.is_any(Kind::kAttribute, Kind::kSubscript) || node.is(Kind::kAugmentedAssignment) ? root_of(target)
                                                                                                    : Node();
  }
  const Node function = node.is(Kind::kCall) ? node.child(Field::kFunction) : Node();
  return is_marked(known_method(function.child(Field::kAttribute).text()), Mark::kChanges)
             ? root_of(function.child(Field::kObject))
             : Node();
}

// Does the code print, raise, or change what others see? `around` is the function that it is the body of.
bool acts(Context& cx, Node code, Node around, int depth) {
  for (Node node : code.subtree()) {
    if (node.is_any(Kind::kPrintStatement, Kind::kExecStatement, Kind::kRaiseStatement, Kind::kGlobalStatement,
                    Kind::kDeleteStatement))
      return true;
    const Node changed = changed_by(node);
    const bool is_local = node.is(Kind::kAugmentedAssignment) && changed == node.child(Field::kLeft);
    if (changed && !is_local && !is_made_in(cx, changed, around)) return true;
    if (!node.is(Kind::kCall)) continue;
    const Node function = node.child(Field::kFunction);
    if (function.text() == "print" || is_marked(known_function(cx.names().qualified(function)), Mark::kChanges))
      return true;
    const Node called = depth > 0 ? function_named(cx, function) : Node();
    if (called && called != around && acts(cx, called.child(Field::kBody), called, depth - 1)) return true;
  }
  return false;
}

constexpr int kDepth = 3;  // functions may call each other

// Does code that runs between two calls show when they are made? Unknown calls may; so does leaving early.
bool may_show_order(Context& cx, Node loop, Node call) {
  const Node body = loop.is(Kind::kForStatement) ? loop.child(Field::kBody) : loop;
  for (Node node : body.descendants()) {
    if (node.is_within(call)) continue;
    if (node.is_any(Kind::kPrintStatement, Kind::kExecStatement, Kind::kRaiseStatement, Kind::kBreakStatement,
                    Kind::kReturnStatement, Kind::kYield, Kind::kDeleteStatement) ||
        changed_by(node))
      return true;
    if (node.is(Kind::kCall) && !call.is_within(node)) {
      const Node function = node.child(Field::kFunction);
      if (!is_marked(known_function(cx.names().qualified(function)), Mark::kPure)) return true;
    }
  }
  return loop.is(Kind::kGeneratorExpression);
}

// Does the loop change something that the function has from around it?
bool changes_what_is_read(Context& cx, Node function, Node loop) {
  std::set<const Binding*> read;
  for (Node node : function.child(Field::kBody).subtree()) {
    const Binding* binding =
        node.is(Kind::kIdentifier) && cx.names().is_name(node) ? cx.names().binding(node) : nullptr;
    if (binding != nullptr && !binding->scope->node.is_within(function)) read.insert(binding);
  }
  if (read.empty() || !loop.is(Kind::kForStatement)) return false;
  for (Node node : loop.child(Field::kBody).descendants()) {
    Node changed = changed_by(node);
    if (node.is(Kind::kAssignment) && node.child(Field::kLeft).is(Kind::kIdentifier))
      changed = node.child(Field::kLeft);
    if (changed.is(Kind::kIdentifier) && read.contains(cx.names().binding(changed))) return true;
  }
  return false;
}

// any(map(f, xs)) and `x in map(f, xs)` stop at what they look for.
bool stops_early(Context& cx, Node call, const Consumption& use) {
  if (use.searches) return true;
  const Node taker = call.parent().is(Kind::kArgumentList) ? call.parent().parent().child(Field::kFunction) : Node();
  return taker &&
         (cx.names().resolves_to(taker, "__builtin__.any") || cx.names().resolves_to(taker, "__builtin__.all"));
}

// Is the use worked out whenever the code is: behind no `and`, in no branch, no function in it?
bool is_sure(Node use, Node code) {
  for (Node at = use; at != code; at = at.parent()) {
    const Node parent = at.parent();
    if (parent.is(Kind::kBooleanOperator) && at.field() != Field::kLeft) return false;
    if (parent.is(Kind::kConditionalExpression) && !at.previous().is(Kind::kTokenIf)) return false;
    if (parent.is_any(Kind::kLambda, Kind::kListComprehension, Kind::kGeneratorExpression, Kind::kSetComprehension,
                      Kind::kDictionaryComprehension, Kind::kBlock))
      return false;
  }
  return true;
}

// `a + b`, `a.b`, `a[b]`, `a(b)`: a TypeError or AttributeError where a is None.
bool takes_no_none(Node use) {
  const Node parent = use.parent();
  if (parent.is(Kind::kBinaryOperator))
    return !parent.child(Field::kOperator).is(Kind::kTokenPercent) || use.field() == Field::kLeft;
  return parent.is(Kind::kUnaryOperator) || (parent.is(Kind::kAttribute) && use.field() == Field::kObject) ||
         (parent.is(Kind::kSubscript) && use.field() == Field::kValue) ||
         (parent.is(Kind::kCall) && use.field() == Field::kFunction);
}

bool refuses(Context& cx, Node parameter, const std::vector<Node>& code) {
  const Binding* binding = parameter.is(Kind::kIdentifier) ? cx.names().binding(parameter) : nullptr;
  if (binding == nullptr || binding->sites.size() != 1) return false;
  return std::any_of(binding->uses.begin(), binding->uses.end(), [&](Node use) {
    return takes_no_none(use) &&
           std::any_of(code.begin(), code.end(), [&](Node part) { return use.is_within(part) && is_sure(use, part); });
  });
}

}  // namespace

bool shows_call_order(Context& cx, Node call) {
  const Node function = function_named(cx, call.child(Field::kArguments).named_child(0));
  if (!function) return false;
  const Consumption use = consumption_of(call, cx.names());
  const bool early = stops_early(cx, call, use);
  if (use.loops.empty() && !early) return false;
  for (Node loop : use.loops)
    if (changes_what_is_read(cx, function, loop)) return true;
  if (!acts(cx, function.child(Field::kBody), function, kDepth)) return false;
  return early ||
         std::any_of(use.loops.begin(), use.loops.end(), [&](Node loop) { return may_show_order(cx, loop, call); });
}

bool is_own_function(Context& cx, Node function) { return static_cast<bool>(function_named(cx, function)); }

bool refuses_none(Context& cx, Node function, std::size_t arguments) {
  static constexpr std::string_view kRefusing[] = {
      "operator.add",       "operator.sub",  "operator.mul",     "operator.div",     "operator.truediv",
      "operator.floordiv",  "operator.pow",  "operator.__add__", "operator.__sub__", "operator.__mul__",
      "operator.concat",    "operator.and_", "operator.or_",     "operator.xor",     "__builtin__.pow",
      "__builtin__.divmod", "os.path.join"};
  const std::string name = cx.names().qualified(function);
  if (is_one_of(kRefusing, name) || name.starts_with("string.")) return true;
  const Node own = function_named(cx, function);
  if (!own) return false;
  std::vector<Node> code{own.child(Field::kBody)};
  if (own.is(Kind::kFunctionDefinition)) {
    code.clear();
    for (Node statement : own.child(Field::kBody).named_children()) {
      if (!statement.is_any(Kind::kExpressionStatement, Kind::kReturnStatement, Kind::kPrintStatement)) break;
      code.push_back(statement);
    }
  }
  const std::vector<Node> parameters = own.child(Field::kParameters).named_children();
  return parameters.size() == arguments && std::all_of(parameters.begin(), parameters.end(),
                                                       [&](Node parameter) { return refuses(cx, parameter, code); });
}

}  // namespace py3k::fixers
