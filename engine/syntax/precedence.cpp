#include "engine/syntax/precedence.h"

namespace py3k::engine {

namespace {

Precedence operator_precedence(Node node) {
  switch (node.child(Field::kOperator).kind()) {
    case Kind::kTokenPipe:
      return Precedence::kBitOr;
    case Kind::kTokenCaret:
      return Precedence::kBitXor;
    case Kind::kTokenAmpersand:
      return Precedence::kBitAnd;
    case Kind::kTokenLeftShift:
    case Kind::kTokenRightShift:
      return Precedence::kShift;
    case Kind::kTokenPlus:
    case Kind::kTokenMinus:
      return Precedence::kSum;
    case Kind::kTokenDoubleStar:
      return Precedence::kPower;
    default:
      return Precedence::kTerm;
  }
}

Precedence tighter(Precedence precedence) { return static_cast<Precedence>(static_cast<int>(precedence) + 1); }

Precedence binary_operand(Node parent, Node node) {
  const Precedence own = operator_precedence(parent);
  const bool left = node.field() == Field::kLeft;
  if (own == Precedence::kPower) return left ? Precedence::kAwait : Precedence::kUnary;
  return left ? own : tighter(own);
}

Precedence conditional_operand(Node node) {
  // `a if b else c`: only the last may be another conditional, or a lambda.
  return node.next() ? Precedence::kOr : Precedence::kLambda;
}

}  // namespace

Precedence precedence_of(Node node) {
  switch (node.kind()) {
    case Kind::kYield:
      return Precedence::kYield;
    case Kind::kExpressionList:
    case Kind::kPatternList:
      return Precedence::kTuple;
    case Kind::kNamedExpression:
      return Precedence::kNamed;
    case Kind::kLambda:
      return Precedence::kLambda;
    case Kind::kConditionalExpression:
      return Precedence::kTernary;
    case Kind::kBooleanOperator:
      return node.child(Field::kOperator).is(Kind::kTokenOr) ? Precedence::kOr : Precedence::kAnd;
    case Kind::kNotOperator:
      return Precedence::kNot;
    case Kind::kComparisonOperator:
      return Precedence::kCompare;
    case Kind::kBinaryOperator:
      return operator_precedence(node);
    case Kind::kUnaryOperator:
      return Precedence::kUnary;
    case Kind::kAwait:
      return Precedence::kAwait;
    case Kind::kCall:
    case Kind::kAttribute:
    case Kind::kSubscript:
      return Precedence::kPrimary;
    case Kind::kIdentifier:
    case Kind::kString:
    case Kind::kConcatenatedString:
    case Kind::kInteger:
    case Kind::kFloat:
    case Kind::kTrue:
    case Kind::kFalse:
    case Kind::kNoneLiteral:
    case Kind::kEllipsis:
    case Kind::kTuple:
    case Kind::kList:
    case Kind::kDictionary:
    case Kind::kSet:
    case Kind::kListComprehension:
    case Kind::kSetComprehension:
    case Kind::kDictionaryComprehension:
    case Kind::kGeneratorExpression:
    case Kind::kParenthesizedExpression:
    case Kind::kReprExpression:
      return Precedence::kAtom;
    default:
      return Precedence::kAny;
  }
}

Precedence demanded_at(Node node) {
  const Node parent = node.parent();
  switch (parent.kind()) {
    case Kind::kCall:
      return node.field() == Field::kFunction ? Precedence::kPrimary : Precedence::kAny;
    case Kind::kAttribute:
      return node.field() == Field::kObject ? Precedence::kPrimary : Precedence::kAny;
    case Kind::kSubscript:
      return node.field() == Field::kValue ? Precedence::kPrimary : Precedence::kLambda;
    case Kind::kAwait:
      return Precedence::kPrimary;
    case Kind::kBinaryOperator:
      return binary_operand(parent, node);
    case Kind::kUnaryOperator:
      return Precedence::kUnary;
    case Kind::kNotOperator:
      return Precedence::kNot;
    case Kind::kComparisonOperator:
      return Precedence::kBitOr;
    case Kind::kBooleanOperator: {
      const Precedence own = precedence_of(parent);
      return node.field() == Field::kLeft ? own : tighter(own);
    }
    case Kind::kConditionalExpression:
      return conditional_operand(node);
    case Kind::kForInClause:
      return node.field() == Field::kRight ? Precedence::kOr : Precedence::kAny;
    case Kind::kIfClause:
    // `with a if b else c as d` is fine for Python; people, and the grammar, take `c as d` for one thing.
    case Kind::kAsPattern:
      return Precedence::kOr;
    case Kind::kListSplat:
    case Kind::kDictionarySplat:
      // A call takes any expression after its stars; a display only what `|` takes.
      return parent.parent().is(Kind::kArgumentList) ? Precedence::kLambda : Precedence::kBitOr;
    case Kind::kExecStatement:
      return node.field() == Field::kCode ? Precedence::kBitOr : Precedence::kLambda;
    case Kind::kParenthesizedExpression:
      return Precedence::kYield;
    case Kind::kReprExpression:
    case Kind::kReturnStatement:
      return Precedence::kTuple;
    case Kind::kForStatement:
      return node.field() == Field::kRight ? Precedence::kTuple : Precedence::kAny;
    case Kind::kExpressionStatement:
    case Kind::kAssignment:
    case Kind::kAugmentedAssignment:
      return Precedence::kYield;
    case Kind::kYield:
      return node.is(Kind::kExpressionList) ? Precedence::kTuple : Precedence::kLambda;
    case Kind::kIfStatement:
    case Kind::kElifClause:
    case Kind::kWhileStatement:
    case Kind::kArgumentList:
    case Kind::kList:
    case Kind::kTuple:
    case Kind::kSet:
      return Precedence::kNamed;
    case Kind::kKeywordArgument:
    case Kind::kDefaultParameter:
    case Kind::kTypedDefaultParameter:
      return node.field() == Field::kValue ? Precedence::kLambda : Precedence::kAny;
    case Kind::kDecorator:
      return Precedence::kPrimary;
    case Kind::kLambda:
    case Kind::kNamedExpression:
    case Kind::kPair:
    case Kind::kSlice:
    case Kind::kListComprehension:
    case Kind::kSetComprehension:
    case Kind::kGeneratorExpression:
    case Kind::kDictionaryComprehension:
    case Kind::kExpressionList:
    case Kind::kPrintStatement:
    case Kind::kAssertStatement:
    case Kind::kRaiseStatement:
    case Kind::kWithItem:
    case Kind::kExceptClause:
    case Kind::kInterpolation:
      return Precedence::kLambda;
    default:
      return Precedence::kAny;
  }
}

namespace {

// Is it known, from what is right around the node, that brackets are around it, or none?
enum class Around : std::uint8_t { kUnknown, kBrackets, kStatements };

Around around(Node node) {
  switch (node.parent().kind()) {
    case Kind::kParenthesizedExpression:
    case Kind::kArgumentList:
    case Kind::kTuple:
    case Kind::kTuplePattern:
    case Kind::kList:
    case Kind::kListPattern:
    case Kind::kSet:
    case Kind::kDictionary:
    case Kind::kListComprehension:
    case Kind::kSetComprehension:
    case Kind::kDictionaryComprehension:
    case Kind::kGeneratorExpression:
    case Kind::kParameters:
    case Kind::kInterpolation:
      return Around::kBrackets;
    case Kind::kSubscript:
      return node.field() == Field::kSubscript ? Around::kBrackets : Around::kUnknown;
    case Kind::kBlock:
    case Kind::kModule:
      return Around::kStatements;
    default:
      return Around::kUnknown;
  }
}

}  // namespace

bool is_in_brackets(Node node) {
  const Node known = node.nearest([](Node at) { return around(at) != Around::kUnknown; });
  return known && around(known) == Around::kBrackets;
}

Node inside_parentheses(Node node) {
  while (node.is(Kind::kParenthesizedExpression)) node = node.named_child(0);
  return node;
}

Node unparenthesized(Node node) {
  while (node.is(Kind::kParenthesizedExpression)) {
    const Node inner = node.named_child(0);
    const Tree& tree = node.tree();
    const bool loses_comment = tree.comments_in(node.range()).size() != tree.comments_in(inner.range()).size();
    if (loses_comment || inner.is_any(Kind::kYield, Kind::kNamedExpression)) break;
    node = inner;
  }
  return node;
}

bool is_attribute_object(Node node) { return node.field() == Field::kObject && node.parent().is(Kind::kAttribute); }

}  // namespace py3k::engine
