// What the place of a number takes. Python 2.7 raises TypeError for a float that is an index, a slice, a factor of a
// string, an argument of range() or an operand of &: what stands there is an integer.
#include <algorithm>
#include <string>

#include "engine/analysis/values.h"
#include "engine/one_of.h"
#include "engine/syntax/string_literal.h"
#include "fixers/number.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_sequence(Context& cx, Node node) {
  const ValueType type = value_of(node, cx.names()).type;
  return type == ValueType::kText || type == ValueType::kBytes || type == ValueType::kList || type == ValueType::kTuple;
}

// "%02d:%s" % (n / 60, …): the letter of the n-th one; 0 where nobody can tell.
char conversion(Node format, std::size_t number) {
  if (!format.is(Kind::kString)) return 0;
  const std::string_view text = StringLiteral(format).body();
  for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at)) {
    at = text.find_first_not_of("#0- +.123456789hlL", at + 1);
    if (at == std::string_view::npos || text[at] == '(' || text[at] == '*') return 0;
    if (text[at] != '%' && number-- == 0) return text[at];
    ++at;
  }
  return 0;
}

Number wanted_by_format(char letter) {
  if (letter == 'x' || letter == 'X' || letter == 'o' || letter == 'c') return Number::kInteger;
  return letter == 'd' || letter == 'i' || letter == 'u' ? Number::kLikelyInteger
                                                         : Number::kUnknown;  // these cut floats off
}

}  // namespace

Number Numbers::wanted_in_call(Node call, Node argument) {
  const Node function = call.child(Field::kFunction);
  static constexpr std::string_view kFunctions[] = {"__builtin__.range", "__builtin__.chr", "__builtin__.unichr",
                                                    "__builtin__.hex",   "__builtin__.oct", "__builtin__.bin"};
  const std::string name = cx_.names().qualified(function);
  if (is_one_of(kFunctions, name)) return Number::kInteger;
  if (name == "__builtin__.xrange" || name == "itertools.islice" || name == "random.randint" ||
      name == "random.randrange")
    return Number::kLikelyInteger;
  const bool is_first = call.child(Field::kArguments).named_child(0) == argument;
  static constexpr std::string_view kOfText[] = {"ljust", "rjust", "center", "zfill"};
  const std::string_view method = function.child(Field::kAttribute).text();
  return name.empty() && is_first && is_one_of(kOfText, method) ? Number::kInteger : Number::kUnknown;
}

Number Numbers::wanted_by_operator(Node operation, Node operand) {
  const bool is_left = operation.child(Field::kLeft) == operand;
  const Node other = operation.child(is_left ? Field::kRight : Field::kLeft);
  switch (operation.child(Field::kOperator).kind()) {
    case Kind::kTokenAmpersand:
    case Kind::kTokenPipe:
    case Kind::kTokenCaret:
    case Kind::kTokenLeftShift:
    case Kind::kTokenRightShift:
      return Number::kInteger;
    case Kind::kTokenStar:
      return is_sequence(cx_, other) ? Number::kInteger : wanted_at(operation);
    case Kind::kTokenPlus:
    case Kind::kTokenMinus:
    case Kind::kTokenSlash:
    case Kind::kTokenDoubleSlash:
      return wanted_at(operation);
    case Kind::kTokenPercent:
      if (is_left) return wanted_at(operation);
      return wanted_by_format(conversion(other, 0));
    default:
      return Number::kUnknown;
  }
}

Number Numbers::wanted(Node expression) {
  steps_ = 0;
  return wanted_at(expression);
}

// A chain of parentheses and operators is followed upwards, and through the variable that its result goes to.
Number Numbers::wanted_at(Node expression) {
  if (++steps_ > kMostSteps || depth_ == kDeepest) return Number::kUnknown;
  ++depth_;
  const Number number = wanted_by_place(expression);
  --depth_;
  return number;
}

Number Numbers::wanted_by_place(Node expression) {
  const Node around = expression.parent();
  switch (around.kind()) {
    case Kind::kParenthesizedExpression:
    case Kind::kUnaryOperator:
      return around.child(Field::kOperator).is(Kind::kTokenTilde) ? Number::kInteger : wanted_at(around);
    case Kind::kConditionalExpression:
      return around.named_child(1) == expression ? Number::kUnknown : wanted_at(around);
    case Kind::kBinaryOperator:
      return wanted_by_operator(around, expression);
    case Kind::kSlice:
      return Number::kInteger;
    case Kind::kSubscript: {
      if (expression.field() != Field::kSubscript) return Number::kUnknown;
      const Node value = around.child(Field::kValue);
      if (value_of(value, cx_.names()).type == ValueType::kMapping) return Number::kUnknown;
      return is_sequence(cx_, value) ? Number::kInteger : Number::kLikelyInteger;
    }
    case Kind::kArgumentList:
      return around.parent().is(Kind::kCall) ? wanted_in_call(around.parent(), expression) : Number::kUnknown;
    case Kind::kTuple: {
      const Node operation = around.parent();
      if (!operation.is(Kind::kBinaryOperator) || around.field() != Field::kRight) return Number::kUnknown;
      if (!operation.child(Field::kOperator).is(Kind::kTokenPercent)) return Number::kUnknown;
      const std::vector<Node> items = around.named_children();
      const auto number = std::find(items.begin(), items.end(), expression) - items.begin();
      return wanted_by_format(conversion(operation.child(Field::kLeft), static_cast<std::size_t>(number)));
    }
    case Kind::kAssignment: {
      const Node target = around.child(Field::kLeft);
      const Binding* binding =
          target.is(Kind::kIdentifier) && expression.field() == Field::kRight ? cx_.names().binding(target) : nullptr;
      if (binding == nullptr) return Number::kUnknown;
      const Number number = wanted_by_uses(*binding);
      return number == Number::kInteger && binding->sites.size() > 1 ? Number::kLikelyInteger : number;
    }
    default:
      return Number::kUnknown;
  }
}

Number Numbers::wanted_by_uses(const Binding& binding) {
  const auto [known, is_new] = wanted_.emplace(&binding, Number::kUnknown);
  if (!is_new) return known->second;
  Number best = Number::kUnknown;
  for (Node use : binding.uses) {
    if (best == Number::kInteger || steps_ > kMostSteps) break;
    best = std::min(best, wanted_at(use));
  }
  return wanted_[&binding] = best;
}

}  // namespace py3k::fixers
