#include "fixers/number.h"

#include <string>
#include <string_view>

#include "engine/library/signatures.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr int kDeepest = 12;  // of expressions in expressions, and variables made of variables

// One float makes all of it one.
Number both(Number left, Number right) {
  if (left == Number::kFloat || right == Number::kFloat) return Number::kFloat;
  return left == Number::kInteger && right == Number::kInteger ? Number::kInteger : Number::kUnknown;
}

Number either(Number one, Number other) { return one == other ? one : Number::kUnknown; }

Number of_call(Context& cx, Node call) {
  const Fact* known = known_function(cx.names().qualified(call.child(Field::kFunction)));
  if (gives(known, "float")) return Number::kFloat;
  return gives(known, "int") ? Number::kInteger : Number::kUnknown;
}

// `for i in range(n)`
bool counts(Context& cx, Node target) {
  const Node loop = target.parent();
  if (target.field() != Field::kLeft || !loop.is_any(Kind::kForStatement, Kind::kForInClause)) return false;
  const Node call = loop.child(Field::kRight);
  const std::string name = call.is(Kind::kCall) ? cx.names().qualified(call.child(Field::kFunction)) : "";
  return name == "__builtin__.range" || name == "__builtin__.xrange";
}

}  // namespace

Number Numbers::of_operation(Node node, int depth) {
  const Number left = at(node.child(Field::kLeft), depth);
  const Number right = at(node.child(Field::kRight), depth);
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

Number Numbers::of_variable(Node name, int depth) {
  const Binding* binding = cx_.names().binding(name);
  if (binding == nullptr) return Number::kUnknown;
  const auto found = known_.find({binding, depth});
  return found != known_.end() ? found->second : known_[{binding, depth}] = of_all(*binding, depth);
}

Number Numbers::of_all(const Binding& binding, int depth) {
  Number all = Number::kUnknown;
  for (const BindingSite& site : binding.sites) {
    const Number one = given_at(site, depth);
    if (one == Number::kUnknown) return one;
    all = all == Number::kUnknown ? one : either(all, one);
    if (all == Number::kUnknown) return all;
  }
  return all;
}

Number Numbers::given_at(const BindingSite& site, int depth) {
  if (site.kind != BindingKind::kAssignment) return Number::kUnknown;
  if (counts(cx_, site.node)) return Number::kInteger;
  const Node assignment = site.node.parent();
  if (assignment.is(Kind::kAugmentedAssignment)) {
    // With what it was before: an integer plus a float would be neither all along.
    const std::string_view sign = assignment.child(Field::kOperator).text();
    if (sign != "+=" && sign != "-=" && sign != "*=" && sign != "//=" && sign != "%=") return Number::kUnknown;
  } else if (!assignment.is(Kind::kAssignment) || site.node.field() != Field::kLeft) {
    return Number::kUnknown;
  }
  return at(assignment.child(Field::kRight), depth);
}

Number Numbers::at(Node node, int depth) {
  if (depth == kDeepest) return Number::kUnknown;
  switch (node.kind()) {
    case Kind::kInteger:
      // 1j is a number, but neither.
      return node.text().find_first_of("jJ") == std::string_view::npos ? Number::kInteger : Number::kUnknown;
    case Kind::kFloat:
      return node.text().find_first_of("jJ") == std::string_view::npos ? Number::kFloat : Number::kUnknown;
    case Kind::kParenthesizedExpression:
      return at(node.named_child(0), depth + 1);
    case Kind::kUnaryOperator:
      return at(node.child(Field::kArgument), depth + 1);
    case Kind::kBinaryOperator:
      return of_operation(node, depth + 1);
    case Kind::kConditionalExpression:
      return either(at(node.named_child(0), depth + 1), at(node.named_child(2), depth + 1));
    case Kind::kCall:
      return of_call(cx_, node);
    case Kind::kIdentifier:
      return of_variable(node, depth + 1);
    default:
      return Number::kUnknown;
  }
}

}  // namespace py3k::fixers
