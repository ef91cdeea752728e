#include "engine/syntax/expression_fold.h"

#include "engine/dialect/lexer.h"
#include "engine/syntax/byte_class.h"

namespace py3k::engine {

ExpressionReader::ExpressionReader(const LexedSource& source, bool reads_all, std::vector<FoldedNode>& nodes)
    : text_(source.text),
      overlay_(source.overlay),
      strings_(source.strings),
      reads_all_(reads_all),
      keywords_(keywords()),
      nodes_(nodes) {}

Kind ExpressionReader::operand(Kind head, std::uint32_t start, Cursor& cursor) {
  const std::uint32_t first = size();
  if (head == Kind::kString) {
    Cursor literal{start, cursor.string};
    while (literal.string > 0 && strings_[literal.string - 1].range.start >= start) --literal.string;
    literals(literal);
  } else {
    leaf(head, Field::kNone, start, cursor.at);
  }
  Kind last = Kind::kNone;
  Cursor next = cursor;
  std::uint32_t read = size();
  while (trailer(next, first, start, 0) == Read::kSomething) {
    cursor = next;
    read = size();
    last = nodes_.back().kind;
  }
  nodes_.resize(read);
  return last;
}

// --- operators

bool ExpressionReader::binary(Cursor& cursor, Level least, int depth) {
  skip_blanks(cursor);
  const std::uint32_t first = size();
  const std::uint32_t start = cursor.at;
  if (!unary(cursor, least, depth)) return false;
  while (true) {
    Cursor next = cursor;
    skip_blanks(next);
    const Operator sign = operator_at(next);
    if (sign.level == kNone || sign.level < least) return true;
    cursor = next;
    if (sign.level == kCompare) {
      if (!compare(cursor, sign, depth)) return false;
      wrap(Kind::kComparisonOperator, first, start, nodes_.back().end);
      continue;
    }
    play(Field::kLeft);
    leaf(sign.kind, Field::kOperator, sign.start, sign.end);
    if (!binary(cursor, static_cast<Level>(sign.level + 1), depth)) return false;
    play(Field::kRight);
    wrap(sign.level <= kAnd ? Kind::kBooleanOperator : Kind::kBinaryOperator, first, start, nodes_.back().end);
  }
}

// `a < b < c` is one node.
bool ExpressionReader::compare(Cursor& cursor, Operator sign, int depth) {
  while (true) {
    add_comparing(sign);
    if (!binary(cursor, kBitOr, depth)) return false;
    Cursor next = cursor;
    skip_blanks(next);
    sign = operator_at(next);
    if (sign.level != kCompare) return true;
    cursor = next;
  }
}

void ExpressionReader::add_comparing(const Operator& sign) {
  const std::uint32_t first = size();
  if (sign.kind == Kind::kTokenNotIn || sign.kind == Kind::kTokenIsNot) {
    const bool is_not_in = sign.kind == Kind::kTokenNotIn;
    const std::uint32_t length = is_not_in ? 3 : 2;
    const std::uint32_t rest = is_not_in ? 2 : 3;
    leaf(is_not_in ? Kind::kTokenNot : Kind::kTokenIs, Field::kNone, sign.start, sign.start + length);
    leaf(is_not_in ? Kind::kTokenIn : Kind::kTokenNot, Field::kNone, sign.end - rest, sign.end);
    wrap(sign.kind, first, sign.start, sign.end);
  } else {
    leaf(sign.kind, Field::kNone, sign.start, sign.end);
  }
  play(Field::kOperators);
}

ExpressionReader::Operator ExpressionReader::operator_at(Cursor& cursor) const {
  if (is_string(cursor)) return {};
  const std::uint32_t at = cursor.at;
  const char c = sign(at);
  if (class_of(c) == ByteClass::kWord) return word_operator(cursor);
  const char next = sign(at + 1);
  const auto give = [&](Level level, Kind kind, std::uint32_t length) -> Operator {
    if (level != kCompare && sign(at + length) == '=') return {};  // an assignment
    cursor.at += length;
    return {level, kind, at, cursor.at};
  };
  switch (c) {
    case '|':
      return give(kBitOr, Kind::kTokenPipe, 1);
    case '&':
    case '^':
      // The overlay has them exchanged.
      return text_[at] == '&' ? give(kBitAnd, Kind::kTokenAmpersand, 1) : give(kBitXor, Kind::kTokenCaret, 1);
    case '+':
      return give(kSum, Kind::kTokenPlus, 1);
    case '-':
      return next == '>' ? Operator() : give(kSum, Kind::kTokenMinus, 1);
    case '*':
      return next == '*' ? Operator() : give(kProduct, Kind::kTokenStar, 1);
    case '/':
      return next == '/' ? give(kProduct, Kind::kTokenDoubleSlash, 2) : give(kProduct, Kind::kTokenSlash, 1);
    case '%':
      return give(kProduct, Kind::kTokenPercent, 1);
    case '<':
      if (next == '<') return give(kShift, Kind::kTokenLeftShift, 2);
      if (next == '=') return give(kCompare, Kind::kTokenLessEqual, 2);
      return next == '>' ? give(kCompare, Kind::kTokenLessGreater, 2) : give(kCompare, Kind::kTokenLess, 1);
    case '>':
      if (next == '>') return give(kShift, Kind::kTokenRightShift, 2);
      return next == '=' ? give(kCompare, Kind::kTokenGreaterEqual, 2) : give(kCompare, Kind::kTokenGreater, 1);
    case '=':
      return next == '=' ? give(kCompare, Kind::kTokenDoubleEqual, 2) : Operator();
    case '!':
      return next == '=' ? give(kCompare, Kind::kTokenNotEqual, 2) : Operator();
    default:
      return {};
  }
}

std::string_view ExpressionReader::word(std::uint32_t at) const {
  std::uint32_t end = at;
  while (is_word_char(sign(end))) ++end;
  return overlay_.substr(at, end - at);
}

ExpressionReader::Operator ExpressionReader::word_operator(Cursor& cursor) const {
  const std::uint32_t start = cursor.at;
  const std::string_view first = word(start);
  const auto give = [&](Level level, Kind kind, std::uint32_t end) -> Operator {
    cursor.at = end;
    return {level, kind, start, end};
  };
  const auto end = start + static_cast<std::uint32_t>(first.size());
  if (first == "and") return give(kAnd, Kind::kTokenAnd, end);
  if (first == "or") return give(kOr, Kind::kTokenOr, end);
  if (first == "in") return give(kCompare, Kind::kTokenIn, end);
  if (first != "not" && first != "is") return {};
  Cursor after{end, cursor.string};
  skip_blanks(after);
  const std::string_view second = is_string(after) ? std::string_view() : word(after.at);
  const auto end_of_second = after.at + static_cast<std::uint32_t>(second.size());
  if (first == "not") return second == "in" ? give(kCompare, Kind::kTokenNotIn, end_of_second) : Operator();
  return second == "not" ? give(kCompare, Kind::kTokenIsNot, end_of_second) : give(kCompare, Kind::kTokenIs, end);
}

bool ExpressionReader::unary(Cursor& cursor, Level least, int depth) {
  if (depth > kDeepest) return false;
  skip_blanks(cursor);
  const std::uint32_t first = size();
  const std::uint32_t start = cursor.at;
  if (!is_string(cursor)) {
    const char c = sign(start);
    if (c == '-') return prefixed(cursor, Kind::kUnaryOperator, Kind::kTokenMinus, 1, kProduct, depth);
    if (c == '+') return prefixed(cursor, Kind::kUnaryOperator, Kind::kTokenPlus, 1, kProduct, depth);
    if (c == '~') return prefixed(cursor, Kind::kUnaryOperator, Kind::kTokenTilde, 1, kProduct, depth);
    if (c == 'n' && least <= kNot && word(start) == "not")
      return prefixed(cursor, Kind::kNotOperator, Kind::kTokenNot, 3, kNot, depth);
  }
  if (!primary(cursor, depth)) return false;
  Cursor next = cursor;
  skip_blanks(next);
  if (!is_at(next, '*') || sign(next.at + 1) != '*' || sign(next.at + 2) == '=') return true;
  play(Field::kLeft);
  leaf(Kind::kTokenDoubleStar, Field::kOperator, next.at, next.at + 2);
  cursor = {next.at + 2, next.string};
  if (!unary(cursor, kProduct, depth + 1)) return false;
  play(Field::kRight);
  wrap(Kind::kBinaryOperator, first, start, nodes_.back().end);
  return true;
}

bool ExpressionReader::prefixed(Cursor& cursor, Kind node, Kind token, std::uint32_t length, Level least, int depth) {
  const std::uint32_t first = size();
  const std::uint32_t start = cursor.at;
  const bool is_not = node == Kind::kNotOperator;
  leaf(token, is_not ? Field::kNone : Field::kOperator, start, start + length);
  cursor.at += length;
  if (!(is_not ? binary(cursor, least, depth + 1) : unary(cursor, least, depth + 1))) return false;
  play(Field::kArgument);
  wrap(node, first, start, nodes_.back().end);
  return true;
}

// --- operands

bool ExpressionReader::primary(Cursor& cursor, int depth) {
  const std::uint32_t first = size();
  const std::uint32_t start = cursor.at;
  const Kind kind = head(cursor, depth);
  if (kind == Kind::kNone) return false;
  while (true) {
    const Read read = trailer(cursor, first, start, depth);
    if (read != Read::kSomething) return read == Read::kNothing;
    if (kind == Kind::kInteger || kind == Kind::kNoneLiteral) return false;
  }
}

// kNone: none that can be read here.
Kind ExpressionReader::head(Cursor& cursor, int depth) {
  const std::uint32_t start = cursor.at;
  if (is_string(cursor)) {
    bool is_formatted = false;
    std::size_t last = cursor.string;
    for (;; ++last) {
      is_formatted |= strings_[last].formatted;
      if (last + 1 == strings_.size() || !strings_[last + 1].joined) break;
    }
    if (is_formatted) return Kind::kNone;
    literals(cursor);
    return Kind::kString;
  }
  const char c = sign(start);
  // What stands for a backtick is none of these.
  if ((c == '(' || c == '[' || c == '{') && (text_[start] != c || depth >= kDeepest)) return Kind::kNone;
  if (c == '(') return parentheses(cursor, depth + 1);
  if (c == '[') return list(cursor, depth + 1);
  if (c == '{') return braces(cursor, depth + 1);
  if (class_of(c) == ByteClass::kDigit) {
    while (class_of(sign(cursor.at)) == ByteClass::kDigit) ++cursor.at;
    if (is_word_char(sign(cursor.at)) || sign(cursor.at) == '.') return Kind::kNone;
    leaf(Kind::kInteger, Field::kNone, start, cursor.at);
    return Kind::kInteger;
  }
  if (name(cursor)) {
    leaf(Kind::kIdentifier, Field::kNone, start, cursor.at);
    return Kind::kIdentifier;
  }
  if (c != 'N' || word(start) != "None") return Kind::kNone;
  cursor.at += 4;
  leaf(Kind::kNoneLiteral, Field::kNone, start, cursor.at);
  return Kind::kNoneLiteral;
}

// Those side by side are one operand.
void ExpressionReader::literals(Cursor& cursor) {
  const std::uint32_t first = size();
  const std::uint32_t start = strings_[cursor.string].range.start;
  do {
    leaf(Kind::kString, Field::kNone, strings_[cursor.string].range.start, strings_[cursor.string].range.end);
    cursor.at = strings_[cursor.string++].range.end;
  } while (cursor.string < strings_.size() && strings_[cursor.string].joined);
  if (size() - first > 1) wrap(Kind::kConcatenatedString, first, start, cursor.at);
}

Kind ExpressionReader::parentheses(Cursor& cursor, int depth) {
  const std::uint32_t first = size();
  const std::uint32_t start = cursor.at;
  token(cursor, Kind::kTokenLeftParen);
  skip_blanks(cursor);
  Kind kind = Kind::kTuple;
  if (!is_at(cursor, ')')) {
    if (!binary(cursor, kOr, depth)) return Kind::kNone;
    skip_blanks(cursor);
    if (is_at(cursor, ')')) kind = Kind::kParenthesizedExpression;
  }
  while (is_at(cursor, ',')) {
    token(cursor, Kind::kTokenComma);
    skip_blanks(cursor);
    if (is_at(cursor, ')')) break;
    if (!binary(cursor, kOr, depth)) return Kind::kNone;
    skip_blanks(cursor);
  }
  if (!is_at(cursor, ')')) return Kind::kNone;
  token(cursor, Kind::kTokenRightParen);
  wrap(kind, first, start, cursor.at);
  return kind;
}

Kind ExpressionReader::list(Cursor& cursor, int depth) {
  const std::uint32_t first = size();
  const std::uint32_t start = cursor.at;
  token(cursor, Kind::kTokenLeftBracket);
  skip_blanks(cursor);
  while (!is_at(cursor, ']')) {
    if (!binary(cursor, kOr, depth)) return Kind::kNone;
    skip_blanks(cursor);
    if (!is_at(cursor, ',')) break;
    token(cursor, Kind::kTokenComma);
    skip_blanks(cursor);
  }
  if (!is_at(cursor, ']')) return Kind::kNone;
  token(cursor, Kind::kTokenRightBracket);
  wrap(Kind::kList, first, start, cursor.at);
  return Kind::kList;
}

Kind ExpressionReader::braces(Cursor& cursor, int depth) {
  const std::uint32_t first = size();
  const std::uint32_t start = cursor.at;
  token(cursor, Kind::kTokenLeftBrace);
  skip_blanks(cursor);
  bool is_set = false;
  for (bool is_first = true; !is_at(cursor, '}'); is_first = false) {
    const std::uint32_t item = size();
    const std::uint32_t item_start = cursor.at;
    if (!binary(cursor, kOr, depth)) return Kind::kNone;
    skip_blanks(cursor);
    const bool is_pair = is_at(cursor, ':');
    if (is_first) is_set = !is_pair;
    if (is_set == is_pair || (is_pair && !pair(cursor, item, item_start, depth))) return Kind::kNone;
    if (!is_at(cursor, ',')) break;
    token(cursor, Kind::kTokenComma);
    skip_blanks(cursor);
  }
  if (!is_at(cursor, '}')) return Kind::kNone;
  token(cursor, Kind::kTokenRightBrace);
  const Kind kind = is_set ? Kind::kSet : Kind::kDictionary;
  wrap(kind, first, start, cursor.at);
  return kind;
}

bool ExpressionReader::pair(Cursor& cursor, std::uint32_t first, std::uint32_t start, int depth) {
  play(Field::kKey);
  token(cursor, Kind::kTokenColon);
  if (!binary(cursor, kOr, depth)) return false;
  play(Field::kValue);
  wrap(Kind::kPair, first, start, nodes_.back().end);
  skip_blanks(cursor);
  return true;
}

// What follows an operand directly: an attribute, arguments, a subscript.
ExpressionReader::Read ExpressionReader::trailer(Cursor& cursor, std::uint32_t first, std::uint32_t start, int depth) {
  const std::uint32_t at = cursor.at;
  const char c = sign(at);
  if ((c != '.' && c != '(' && c != '[') || is_string(cursor)) return Read::kNothing;
  if (c == '.') {
    play(Field::kObject);
    token(cursor, Kind::kTokenDot);
    if (!name(cursor)) return Read::kOther;
    leaf(Kind::kIdentifier, Field::kAttribute, at + 1, cursor.at);
    wrap(Kind::kAttribute, first, start, cursor.at);
    return Read::kSomething;
  }
  if (!reads_all_ || depth >= kDeepest || text_[at] != c) return Read::kOther;
  const bool is_call = c == '(';
  play(is_call ? Field::kFunction : Field::kValue);
  const std::uint32_t list = size();
  token(cursor, is_call ? Kind::kTokenLeftParen : Kind::kTokenLeftBracket);
  skip_blanks(cursor);
  if (!(is_call ? arguments(cursor, depth + 1) : subscripts(cursor, depth + 1))) return Read::kOther;
  if (!is_at(cursor, is_call ? ')' : ']')) return Read::kOther;
  token(cursor, is_call ? Kind::kTokenRightParen : Kind::kTokenRightBracket);
  if (is_call) {
    wrap(Kind::kArgumentList, list, at, cursor.at);
    play(Field::kArguments);
  }
  wrap(is_call ? Kind::kCall : Kind::kSubscript, first, start, cursor.at);
  return Read::kSomething;
}

bool ExpressionReader::arguments(Cursor& cursor, int depth) {
  while (!is_at(cursor, ')')) {
    if (!argument(cursor, depth)) return false;
    skip_blanks(cursor);
    if (!is_at(cursor, ',')) return true;
    token(cursor, Kind::kTokenComma);
    skip_blanks(cursor);
  }
  return true;
}

bool ExpressionReader::argument(Cursor& cursor, int depth) {
  const std::uint32_t first = size();
  const std::uint32_t start = cursor.at;
  if (is_at(cursor, '*')) {
    const bool is_double = sign(start + 1) == '*';
    const std::uint32_t end = start + (is_double ? 2 : 1);
    leaf(is_double ? Kind::kTokenDoubleStar : Kind::kTokenStar, Field::kNone, start, end);
    cursor.at = end;
    if (!binary(cursor, kOr, depth)) return false;
    wrap(is_double ? Kind::kDictionarySplat : Kind::kListSplat, first, start, nodes_.back().end);
    return true;
  }
  Cursor after = cursor;
  if (!name(after)) return binary(cursor, kOr, depth);
  const std::uint32_t end = after.at;
  skip_blanks(after);
  if (!is_at(after, '=') || sign(after.at + 1) == '=') return binary(cursor, kOr, depth);
  leaf(Kind::kIdentifier, Field::kName, start, end);
  cursor = after;
  token(cursor, Kind::kTokenEqual);
  if (!binary(cursor, kOr, depth)) return false;
  play(Field::kValue);
  wrap(Kind::kKeywordArgument, first, start, nodes_.back().end);
  return true;
}

bool ExpressionReader::subscripts(Cursor& cursor, int depth) {
  do {
    if (!subscript(cursor, depth)) return false;
    play(Field::kSubscript);
    skip_blanks(cursor);
    if (!is_at(cursor, ',')) return true;
    token(cursor, Kind::kTokenComma);
    skip_blanks(cursor);
  } while (!is_at(cursor, ']'));
  return true;
}

// `x`, `x:y`, `::z`
bool ExpressionReader::subscript(Cursor& cursor, int depth) {
  const std::uint32_t first = size();
  const std::uint32_t start = cursor.at;
  const auto is_after_bound = [&] { return is_at(cursor, ':') || is_at(cursor, ']') || is_at(cursor, ','); };
  if (!is_at(cursor, ':') && !binary(cursor, kOr, depth)) return false;
  skip_blanks(cursor);
  if (!is_at(cursor, ':')) return true;
  for (int colons = 0; colons < 2 && is_at(cursor, ':'); ++colons) {
    token(cursor, Kind::kTokenColon);
    skip_blanks(cursor);
    if (!is_after_bound() && !binary(cursor, kOr, depth)) return false;
    Cursor behind = cursor;
    skip_blanks(behind);
    if (!is_at(behind, ':')) break;
    cursor = behind;
  }
  wrap(Kind::kSlice, first, start, nodes_.back().end);
  return true;
}

// --- bytes

bool ExpressionReader::is_string(Cursor& cursor) const {
  while (cursor.string < strings_.size() && strings_[cursor.string].range.start < cursor.at) ++cursor.string;
  return cursor.string < strings_.size() && strings_[cursor.string].range.start == cursor.at;
}

// What stands for a literal may start with a blank.
void ExpressionReader::skip_blanks(Cursor& cursor) const {
  while (class_of(sign(cursor.at)) == ByteClass::kBlank && !is_string(cursor)) ++cursor.at;
}

// A name, and no keyword.
bool ExpressionReader::name(Cursor& cursor) const {
  if (class_of(sign(cursor.at)) != ByteClass::kWord || is_string(cursor)) return false;
  const std::string_view it = word(cursor.at);
  for (const char c : it)
    if (class_of(c) == ByteClass::kHigh) return false;
  if (keywords_.contains(it)) return false;
  cursor.at += static_cast<std::uint32_t>(it.size());
  return true;
}

}  // namespace py3k::engine
