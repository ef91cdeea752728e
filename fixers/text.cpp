#include "fixers/text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

bool is_text(Node node) {
  switch (node.kind()) {
    case Kind::kString:
    case Kind::kConcatenatedString:
    case Kind::kReprExpression:
      return true;
    case Kind::kParenthesizedExpression:
      return is_text(node.named_child(0));
    case Kind::kConditionalExpression:
      return is_text(node.named_child(0)) && is_text(node.named_child(2));
    case Kind::kBinaryOperator: {
      const Kind operation = node.child(Field::kOperator).kind();
      if (operation == Kind::kTokenPercent) return is_text(node.child(Field::kLeft));
      return operation == Kind::kTokenPlus && (is_text(node.child(Field::kLeft)) || is_text(node.child(Field::kRight)));
    }
    case Kind::kCall: {
      // A method of a literal ("…".join(x)), a conversion, or a translated message.
      const Node function = node.child(Field::kFunction);
      if (function.is(Kind::kAttribute)) return is_text(function.child(Field::kObject));
      const std::string_view name = function.text();
      return name == "str" || name == "repr" || name == "unicode" || name == "_" || name == "gettext" ||
             name == "ugettext";
    }
    default:
      return false;
  }
}

}  // namespace py3k::fixers
