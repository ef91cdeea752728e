#include "fixers/number.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr int kDeepest = 12;  // of expressions in expressions, and variables made of variables

Number at(Context& cx, Node node, int depth);

// One float makes all of it one.
Number both(Number left, Number right) {
  if (left == Number::kFloat || right == Number::kFloat) return Number::kFloat;
  return left == Number::kInteger && right == Number::kInteger ? Number::kInteger : Number::kUnknown;
}

Number either(Number one, Number other) { return one == other ? one : Number::kUnknown; }

Number of_operation(Context& cx, Node node, int depth) {
  const Number left = at(cx, node.child(Field::kLeft), depth);
  const Number right = at(cx, node.child(Field::kRight), depth);
  switch (node.child(Field::kOperator).kind()) {
    case Kind::kTokenPlus:
    case Kind::kTokenMinus:
    case Kind::kTokenStar:
    case Kind::kTokenSlash:
    case Kind::kTokenDoubleSlash:
      return both(left, right);
    case Kind::kTokenPercent:  // of a text it is one
      return left == Number::kUnknown ? Number::kUnknown : both(left, right);
    case Kind::kTokenDoubleStar:  // 2 ** -1 is a float
      return left == Number::kInteger && right == Number::kInteger && node.child(Field::kRight).is(Kind::kInteger)
                 ? Number::kInteger
                 : (left == Number::kFloat || right == Number::kFloat ? Number::kFloat : Number::kUnknown);
    case Kind::kTokenLeftShift:
    case Kind::kTokenRightShift:
      return left == Number::kInteger ? Number::kInteger : Number::kUnknown;
    default:
      return left == Number::kInteger && right == Number::kInteger ? Number::kInteger : Number::kUnknown;
  }
}

Number of_call(Context& cx, Node call) {
  static constexpr std::string_view kIntegers[] = {"len", "ord", "int", "long", "id", "hash"};
  const std::string name = cx.names().qualified(call.child(Field::kFunction));
  constexpr std::string_view kBuiltins = "__builtin__.";
  if (name == "__builtin__.float" || name == "__builtin__.round") return Number::kFloat;
  if (name == "time.time" || name == "time.clock" || name == "random.random" || name == "random.uniform") {
    return Number::kFloat;
  }
  const bool is_math = name.starts_with("math.") && name != "math.factorial" && name != "math.trunc";
  if (is_math) return Number::kFloat;
  if (!name.starts_with(kBuiltins)) return Number::kUnknown;
  const std::string_view builtin = std::string_view(name).substr(kBuiltins.size());
  const bool is_integer = std::find(std::begin(kIntegers), std::end(kIntegers), builtin) != std::end(kIntegers);
  return is_integer ? Number::kInteger : Number::kUnknown;
}

// `for i in range(n)`
bool counts(Context& cx, Node target) {
  const Node loop = target.parent();
  if (target.field() != Field::kLeft || !loop.is_any(Kind::kForStatement, Kind::kForInClause)) return false;
  const Node call = loop.child(Field::kRight);
  const std::string name = call.is(Kind::kCall) ? cx.names().qualified(call.child(Field::kFunction)) : "";
  return name == "__builtin__.range" || name == "__builtin__.xrange";
}

Number of_variable(Context& cx, Node name, int depth) {
  const Binding* binding = cx.names().binding(name);
  if (binding == nullptr || binding->sites.empty()) return Number::kUnknown;
  Number all = Number::kUnknown;
  for (const BindingSite& site : binding->sites) {
    if (site.kind != BindingKind::kAssignment) return Number::kUnknown;
    const Node assignment = site.node.parent();
    Number one = Number::kUnknown;
    if (counts(cx, site.node)) {
      one = Number::kInteger;
    } else if (site.node.field() == Field::kLeft && assignment.is(Kind::kAssignment)) {
      one = at(cx, assignment.child(Field::kRight), depth);
    } else if (assignment.is(Kind::kAugmentedAssignment)) {
      // With what it was before: an integer plus a float would be neither all along.
      one = at(cx, assignment.child(Field::kRight), depth);
      const std::string_view sign = assignment.child(Field::kOperator).text();
      if (sign != "+=" && sign != "-=" && sign != "*=" && sign != "//=" && sign != "%=") one = Number::kUnknown;
    }
    if (one == Number::kUnknown) return one;
    all = all == Number::kUnknown ? one : either(all, one);
    if (all == Number::kUnknown) return all;
  }
  return all;
}

Number at(Context& cx, Node node, int depth) {
  if (depth == kDeepest) return Number::kUnknown;
  switch (node.kind()) {
    case Kind::kInteger:
      // 1j is a number, but neither.
      return node.text().find_first_of("jJ") == std::string_view::npos ? Number::kInteger : Number::kUnknown;
    case Kind::kFloat:
      return node.text().find_first_of("jJ") == std::string_view::npos ? Number::kFloat : Number::kUnknown;
    case Kind::kParenthesizedExpression:
      return at(cx, node.named_child(0), depth + 1);
    case Kind::kUnaryOperator:
      return at(cx, node.child(Field::kArgument), depth + 1);
    case Kind::kBinaryOperator:
      return of_operation(cx, node, depth + 1);
    case Kind::kConditionalExpression:
      return either(at(cx, node.named_child(0), depth + 1), at(cx, node.named_child(2), depth + 1));
    case Kind::kCall:
      return of_call(cx, node);
    case Kind::kIdentifier:
      return of_variable(cx, node, depth + 1);
    default:
      return Number::kUnknown;
  }
}

}  // namespace

Number number_of(Context& cx, Node expression) { return at(cx, expression, 0); }

}  // namespace py3k::fixers
