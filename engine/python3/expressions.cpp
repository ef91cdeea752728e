#include <algorithm>

#include "engine/python3/recognizer.h"

namespace py3k::engine::python3 {

namespace {

constexpr std::uint32_t kDeepest = 2000;

bool is_binary(Tok kind) {
  switch (kind) {
    case Tok::kStar:
    case Tok::kDoubleStar:
    case Tok::kAt:
    case Tok::kPlus:
    case Tok::kMinus:
    case Tok::kSlash:
    case Tok::kPipe:
    case Tok::kOperator:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool Recognizer::starts_expression() const {
  switch (kind()) {
    case Tok::kName:
    case Tok::kNumber:
    case Tok::kImaginary:
    case Tok::kString:
    case Tok::kBytes:
    case Tok::kFormattedStart:
    case Tok::kLeftParen:
    case Tok::kLeftBracket:
    case Tok::kLeftBrace:
    case Tok::kEllipsis:
    case Tok::kPlus:
    case Tok::kMinus:
    case Tok::kTilde:
    case Tok::kNot:
    case Tok::kLambda:
    case Tok::kAwait:
    case Tok::kNone:
    case Tok::kTrue:
    case Tok::kFalse:
      return true;
    default:
      return false;
  }
}

Recognizer::Expression Recognizer::expression() {
  const std::uint32_t first = position();
  if (is_at(Tok::kLambda)) return lambda(), Expression{.token = first};
  if (++depth_ > kDeepest) fail(first, "expressions are nested too deeply");
  Expression result = disjunction();
  while (take(Tok::kIf)) {
    result = {.token = first};
    disjunction();
    expect(Tok::kElse);
    if (is_at(Tok::kLambda)) {
      lambda();
      break;
    }
    disjunction();
  }
  --depth_;
  return result;
}

// `not`, `and`, `or` and comparisons: which binds more strongly makes no difference here.
Recognizer::Expression Recognizer::disjunction() {
  Expression result{.token = position()};
  bool is_plain = true;
  while (true) {
    while (take(Tok::kNot)) is_plain = false;
    const Expression operand = sum();
    if (is_plain) result = operand;
    while (true) {
      if (is_at(Tok::kNot) && kind_of_next() == Tok::kIn) {
        next();
        next();
      } else if (is_at(Tok::kIs)) {
        next();
        take(Tok::kNot);
      } else if (!take(Tok::kComparison) && !take(Tok::kIn)) {
        break;
      }
      is_plain = false;
      sum();
    }
    if (!take(Tok::kAnd) && !take(Tok::kOr)) break;
    is_plain = false;
  }
  if (!is_plain) result = {.token = result.token};
  return result;
}

Recognizer::Expression Recognizer::sum() {
  const std::uint32_t first = position();
  bool is_plain = true;
  while (true) {
    while (is_at(Tok::kMinus) || is_at(Tok::kPlus) || is_at(Tok::kTilde)) {
      next();
      is_plain = false;
    }
    const Expression operand = primary();
    if (!is_binary(kind())) return is_plain ? operand : Expression{.token = first};
    next();
    is_plain = false;
  }
}

Recognizer::Expression Recognizer::primary() {
  const std::uint32_t first = position();
  const bool is_awaited = is_at(Tok::kAwait);
  if (is_awaited) await();
  const std::size_t names = target_names_.size();
  Expression result = atom();
  while (true) {
    if (is_at(Tok::kDot)) {
      next();
      const bool is_fixed = tokens_.has_debug && is_word("__debug__");
      expect(Tok::kName);
      result = {first, Form::kAttribute, false, !is_fixed, !is_fixed};
    } else if (is_at(Tok::kLeftParen)) {
      call_arguments(true);
      result = {.token = first};
    } else if (is_at(Tok::kLeftBracket)) {
      subscripts();
      result = {first, Form::kSubscript, false, true, true};
    } else {
      return is_awaited ? Expression{.token = first} : result;
    }
    target_names_.resize(names);
  }
}

Recognizer::Expression Recognizer::atom() {
  const std::uint32_t first = position();
  switch (kind()) {
    case Tok::kName:
      use(first);
      if (keeps_targets_) target_names_.push_back(first);
      next();
      return {first, Form::kName, false, true, true};
    case Tok::kNumber:
    case Tok::kImaginary:
    case Tok::kNone:
    case Tok::kTrue:
    case Tok::kFalse:
    case Tok::kEllipsis:
      next();
      return {.token = first};
    case Tok::kString:
    case Tok::kBytes:
    case Tok::kFormattedStart: {
      strings();
      const bool is_text = std::all_of(tokens_.list.begin() + first, tokens_.list.begin() + position(),
                                       [](const Token& part) { return part.kind == Tok::kString; });
      return {first, is_text ? Form::kText : Form::kOther};
    }
    case Tok::kLeftParen:
      return group();
    case Tok::kLeftBracket:
      return list();
    case Tok::kLeftBrace:
      return braces();
    default:
      fail_here();
      return {.token = first};
  }
}

// Literals side by side are one, of one kind.
void Recognizer::strings() {
  const bool are_bytes = is_at(Tok::kBytes);
  while (true) {
    const std::uint32_t first = position();
    const bool is_bytes = is_at(Tok::kBytes);
    if (is_bytes || is_at(Tok::kString)) {
      next();
    } else if (is_at(Tok::kFormattedStart)) {
      formatted();
    } else {
      return;
    }
    if (is_bytes != are_bytes) fail(first, "bytes and text side by side are no literal");
  }
}

void Recognizer::formatted() {
  next();
  while (is_at(Tok::kFieldStart)) field();
  expect(Tok::kFormattedEnd);
}

void Recognizer::field() {
  if (++depth_ > kDeepest) fail(position(), "expressions are nested too deeply");
  next();
  value();
  take(Tok::kAssign);
  if (take(Tok::kConversion)) {
    const bool touches = at_->start == (at_ - 1)->end;
    if (!touches || !(is_word("r") || is_word("s") || is_word("a"))) fail(position(), "a conversion is !r, !s or !a");
    next();
  }
  if (take(Tok::kFormat))
    while (is_at(Tok::kFieldStart)) field();
  expect(Tok::kFieldEnd);
  --depth_;
}

void Recognizer::lambda() {
  if (++depth_ > kDeepest) fail(position(), "expressions are nested too deeply");
  next();
  const std::size_t first = parameters_.size();
  parameters(Tok::kColon, false);
  expect(Tok::kColon);
  enter(ScopeKind::kLambda);
  for (std::size_t i = first; i < parameters_.size(); ++i) bind_name(parameters_[i]);
  parameters_.resize(first);
  const std::size_t walruses = walruses_.size();
  expression();
  walruses_.resize(walruses);
  leave();
  --depth_;
}

void Recognizer::walrus() {
  const std::uint32_t name = position();
  if (iterables_ > 0) fail(name, "an assignment expression in the iterable of a comprehension");
  if (scope().kind == ScopeKind::kType) fail(name, "an assignment expression where types are defined");
  next();
  next();
  expression();
  walruses_.push_back(name);
  if (has_names_) {
    const auto owner = std::find_if(scopes_.rbegin(), scopes_.rend(),
                                    [](const Scope& it) { return it.kind != ScopeKind::kComprehension; });
    names_.note(owner->names, text_of(token(name)), DeclaredNames::kBound);
  }
  if (text_of(token(name)) == "__debug__") fail(name, "nothing may be called __debug__");
}

Recognizer::Expression Recognizer::named_expression() {
  if (!is_at(Tok::kName) || kind_of_next() != Tok::kWalrus) return expression();
  const std::uint32_t first = position();
  walrus();
  return {.token = first};
}

Recognizer::Expression Recognizer::starred() {
  const std::uint32_t first = position();
  next();
  const Expression inner = sum();
  return {first, Form::kStarred, false, inner.target, false};
}

Recognizer::Expression Recognizer::list_item() { return is_at(Tok::kStar) ? starred() : named_expression(); }

// Parentheses around one expression, a tuple, a generator or a yield.
Recognizer::Expression Recognizer::group() {
  const std::uint32_t first = position();
  const std::size_t names = names_.mark();
  const std::size_t walruses = walruses_.size();
  next();
  if (take(Tok::kRightParen)) return {first, Form::kSequence, true, true, true};
  if (is_at(Tok::kYield)) {
    yield();
    expect(Tok::kRightParen);
    return {.token = first};
  }
  Expression item = list_item();
  if (is_at_comprehension()) {
    if (item.form == Form::kStarred) fail_here();
    comprehension(first, names, walruses, true);
    expect(Tok::kRightParen);
    return {.token = first};
  }
  if (take(Tok::kRightParen)) {
    if (item.form == Form::kStarred) fail(first, "a starred expression stands alone");
    return {first, item.form, true, item.target, item.deletable};
  }
  Expression whole{first, Form::kSequence, true, item.target, item.deletable};
  int stars = item.form == Form::kStarred ? 1 : 0;
  while (take(Tok::kComma) && !is_at(Tok::kRightParen)) {
    item = list_item();
    if (item.form == Form::kStarred) ++stars;
    whole.target = whole.target && item.target;
    whole.deletable = whole.deletable && item.deletable;
  }
  whole.target = whole.target && stars <= 1;
  expect(Tok::kRightParen);
  return whole;
}

Recognizer::Expression Recognizer::list() {
  const std::uint32_t first = position();
  const std::size_t names = names_.mark();
  const std::size_t walruses = walruses_.size();
  next();
  Expression whole{first, Form::kSequence, false, true, true};
  int stars = 0;
  for (bool is_first = true; !is_at(Tok::kRightBracket); is_first = false) {
    const Expression item = list_item();
    if (is_first && is_at_comprehension()) {
      if (item.form == Form::kStarred) fail_here();
      comprehension(first, names, walruses, false);
      whole = {.token = first};
      break;
    }
    if (item.form == Form::kStarred) ++stars;
    whole.target = whole.target && item.target && stars <= 1;
    whole.deletable = whole.deletable && item.deletable;
    if (!take(Tok::kComma)) break;
  }
  expect(Tok::kRightBracket);
  return whole;
}

// A set or a dictionary.
Recognizer::Expression Recognizer::braces() {
  const std::uint32_t first = position();
  const std::size_t names = names_.mark();
  const std::size_t walruses = walruses_.size();
  next();
  std::optional<bool> is_dictionary;
  for (bool is_first = true; !is_at(Tok::kRightBrace); is_first = false) {
    bool may_be_element = true;
    if (is_at(Tok::kDoubleStar)) {
      if (!is_dictionary.value_or(true)) fail_here();
      is_dictionary = true;
      may_be_element = false;
      next();
      sum();
    } else if (is_dictionary.value_or(false)) {
      expression();
      expect(Tok::kColon);
      expression();
    } else {
      const bool is_walrus = is_at(Tok::kName) && kind_of_next() == Tok::kWalrus;
      const Expression item = list_item();
      may_be_element = item.form != Form::kStarred;
      if (!is_dictionary && may_be_element && !is_walrus && is_at(Tok::kColon)) {
        is_dictionary = true;
        next();
        expression();
      } else {
        is_dictionary = false;
      }
    }
    if (is_first && is_at_comprehension()) {
      if (!may_be_element) fail_here();
      comprehension(first, names, walruses, false);
      break;
    }
    if (!take(Tok::kComma)) break;
  }
  expect(Tok::kRightBrace);
  return {.token = first};
}

Recognizer::Expression Recognizer::expression_list() {
  const std::uint32_t first = position();
  Expression item = is_at(Tok::kStar) ? starred() : expression();
  if (!is_at(Tok::kComma)) {
    if (item.form == Form::kStarred) fail(first, "a starred expression stands alone");
    return item;
  }
  Expression whole{first, Form::kSequence, false, item.target, item.deletable};
  int stars = item.form == Form::kStarred ? 1 : 0;
  while (take(Tok::kComma) && (is_at(Tok::kStar) || starts_expression())) {
    item = is_at(Tok::kStar) ? starred() : expression();
    if (item.form == Form::kStarred) ++stars;
    whole.target = whole.target && item.target;
    whole.deletable = whole.deletable && item.deletable;
  }
  whole.target = whole.target && stars <= 1;
  return whole;
}

Recognizer::Expression Recognizer::value() {
  if (!is_at(Tok::kYield)) return expression_list();
  const std::uint32_t first = position();
  yield();
  return {.token = first};
}

void Recognizer::yield() {
  const std::uint32_t first = position();
  Scope& in = scope();
  if (in.kind == ScopeKind::kComprehension) fail(first, "yield in a comprehension");
  if (in.kind != ScopeKind::kFunction && in.kind != ScopeKind::kLambda)
    fail(first, "yield stands outside of a function");
  in.yield = first + 1;
  in.yields = true;
  if (in.is_async && in.returns_value) fail(first, "a generator that is async returns no value");
  next();
  if (take(Tok::kFrom)) {
    if (in.is_async) fail(first, "yield from in an async function");
    expression();
  } else if (is_at(Tok::kStar) || starts_expression()) {
    expression_list();
  }
}

void Recognizer::await() {
  const std::uint32_t first = position();
  Scope& in = scope();
  in.await = first + 1;
  const bool is_fine = is_in_async() || in.kind == ScopeKind::kComprehension;
  if (!is_fine && in.stray_await == 0) in.stray_await = first + 1;
  next();
  if (!starts_expression()) fail_at_keyword(first);
}

// At the first `for`, after an element that began at a token.
void Recognizer::comprehension(std::uint32_t element, std::size_t names, std::size_t walruses, bool is_generator) {
  if (scope().yield > element) fail(scope().yield - 1, "yield in a comprehension");
  bool is_async = scope().await > element;
  if (scope().stray_await > element) scope().stray_await = 0;
  const std::uint32_t outer = scope().names;
  enter(ScopeKind::kComprehension);
  if (has_names_) names_.move(names, outer, scope().names);
  std::vector<std::string_view> bound;
  for (bool is_first = true; is_at_comprehension(); is_first = false) {
    if (take(Tok::kAsync)) is_async = true;
    if (!is_at(Tok::kFor)) fail_here();
    next();
    comprehension_clause(is_first, bound);
  }
  is_async = is_async || scope().await != 0;
  leave();
  const auto owner = std::find_if(scopes_.rbegin(), scopes_.rend(),
                                  [](const Scope& it) { return it.kind != ScopeKind::kComprehension; });
  for (std::size_t i = walruses; i < walruses_.size(); ++i) {
    const std::string_view name = text_of(token(walruses_[i]));
    if (owner->kind == ScopeKind::kClass) fail(walruses_[i], "an assignment expression in a comprehension of a class");
    if (std::find(bound.begin(), bound.end(), name) != bound.end())
      fail(walruses_[i], "an assignment expression binds a comprehension's own name");
    if (has_names_) names_.note(owner->names, name, DeclaredNames::kBound);
  }
  if (!is_async || is_generator) return;
  scope().await = element + 1;
  const bool is_fine = is_in_async() || scope().kind == ScopeKind::kComprehension;
  if (!is_fine && scope().stray_await == 0) scope().stray_await = element + 1;
}

// The first iterable belongs to the code around the comprehension.
void Recognizer::comprehension_clause(bool is_first, std::vector<std::string_view>& bound) {
  const std::size_t first_name = target_names_.size();
  target_list();
  if (tokens_.has_walrus)
    for (std::size_t i = first_name; i < target_names_.size(); ++i) bound.push_back(text_of(token(target_names_[i])));
  target_names_.resize(first_name);
  expect(Tok::kIn);
  ++iterables_;
  if (is_first) {
    const Scope own = scope();
    scopes_.pop_back();
    disjunction();
    scopes_.push_back(own);
  } else {
    disjunction();
  }
  --iterables_;
  while (take(Tok::kIf)) disjunction();
}

// Of a `for`; binds it.
Recognizer::Expression Recognizer::target_list() {
  const std::size_t first_name = target_names_.size();
  const std::uint32_t first = position();
  Expression item = is_at(Tok::kStar) ? starred() : sum();
  Expression whole = item;
  int stars = item.form == Form::kStarred ? 1 : 0;
  if (is_at(Tok::kComma)) {
    whole = {first, Form::kSequence, false, item.target, item.deletable};
    while (take(Tok::kComma) && (is_at(Tok::kStar) || starts_expression())) {
      item = is_at(Tok::kStar) ? starred() : sum();
      if (item.form == Form::kStarred) ++stars;
      whole.target = whole.target && item.target;
    }
  }
  if (!whole.target || stars > 1 || whole.form == Form::kStarred) fail(first, "nothing can be assigned to this");
  bind_targets(first_name);
  return whole;
}

// Behind an `as`; binds it.
Recognizer::Expression Recognizer::single_target() {
  const std::size_t first_name = target_names_.size();
  const Expression target = sum();
  if (!target.target) fail(target.token, "nothing can be assigned to this");
  bind_targets(first_name);
  target_names_.resize(first_name);
  return target;
}

}  // namespace py3k::engine::python3
