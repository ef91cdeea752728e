#include "engine/python3/recognizer.h"

namespace py3k::engine::python3 {

namespace {

constexpr std::size_t kMostBlocks = 21;  // loops, try and with, one in another; 20 before Python 3.13

// https://docs.python.org/3/library/__future__.html
constexpr std::string_view kFeatures[] = {"nested_scopes",  "generators",     "division",         "absolute_import",
                                          "with_statement", "print_function", "unicode_literals", "generator_stop",
                                          "annotations",    "barry_as_FLUFL"};

}  // namespace

void Recognizer::statement() {
  target_names_.clear();
  walruses_.clear();
  switch (kind()) {
    case Tok::kIf:
      return if_statement();
    case Tok::kFor:
      return for_statement(false);
    case Tok::kWhile:
      next();
      named_expression();
      end_of_header();
      return suite({.block = Block::kLoop});
    case Tok::kTry:
      next();
      end_of_header();
      return suite({.block = Block::kTry});
    case Tok::kWith:
      return with_statement(false);
    case Tok::kDef:
      return function(false);
    case Tok::kClass:
      return class_statement();
    case Tok::kAt:
      return decorators();
    case Tok::kAsync:
      return async_statement();
    case Tok::kIndent:
      return fail(position(), "a line that is indented for no reason");
    case Tok::kName:
      if (is_at_match()) return match_statement();
      break;
    default:
      break;
  }
  simple_statements();
}

// --- blocks

void Recognizer::end_of_header() {
  expect(Tok::kColon);
  settle_awaits();
}

// Behind the colon.
void Recognizer::suite(Suite suite) {
  future_allowed_ = is_first_statement_ = false;
  if (suite.block != Block::kFunction && suite.block != Block::kClass) suite.flow = flow_;
  const bool takes_block = suite.block == Block::kLoop || suite.block == Block::kTry || suite.block == Block::kExcept;
  flow_.blocks += takes_block ? 1 : suite.blocks;
  if (flow_.blocks > kMostBlocks) fail(position(), "too many blocks, one in another");
  if (suite.block == Block::kLoop) {
    flow_.in_loop = true;
    flow_.loop_is_outside_handler = false;
  } else if (suite.block == Block::kExcept && suite.is_group) {
    flow_.in_group_handler = flow_.loop_is_outside_handler = true;
  }
  suites_.push_back(suite);
  if (take(Tok::kNewline)) {
    if (!take(Tok::kIndent)) fail(position(), "an indented block is missing");
    return;
  }
  simple_statements();
  suite_ended_ = true;
}

void Recognizer::end_suite() {
  const Suite ended = suites_.back();
  suites_.pop_back();
  flow_ = ended.flow;
  switch (ended.block) {
    case Block::kIf:
      if (is_at(Tok::kElif)) return if_statement();
      [[fallthrough]];
    case Block::kLoop:
      if (!take(Tok::kElse)) return;
      end_of_header();
      return suite({});
    case Block::kTry:
      if (is_at(Tok::kExcept)) return except_clause(ended);
      if (!is_at(Tok::kFinally)) return fail(position(), "a try without except and finally");
      break;
    case Block::kExcept:
      if (is_at(Tok::kExcept)) return except_clause(ended);
      if (take(Tok::kElse)) {
        end_of_header();
        return suite({.block = Block::kTryElse});
      }
      break;
    case Block::kTryElse:
      break;
    case Block::kFunction:
    case Block::kClass:
      leave();
      if (ended.has_type_scope) leave();
      return;
    case Block::kCase:
      if (!take(Tok::kDedent)) return case_clause();
      suites_.pop_back();
      return;
    case Block::kPlain:
    case Block::kMatch:
      return;
  }
  if (!take(Tok::kFinally)) return;
  end_of_header();
  suite({});
}

void Recognizer::if_statement() {
  next();
  named_expression();
  end_of_header();
  suite({.block = Block::kIf});
}

void Recognizer::for_statement(bool is_async) {
  if (is_async && !is_in_async()) fail(position(), "async stands outside of an async function");
  next();
  target_list();
  expect(Tok::kIn);
  expression_list();
  end_of_header();
  suite({.block = Block::kLoop});
}

// `with (a as b, c):`, and not `with (a, b) as c:`.
bool Recognizer::has_parenthesized_items() const {
  if (!is_at(Tok::kLeftParen)) return false;
  bool has_as = false;
  int depth = 0;
  for (const Token* it = at_; it != end_ && it->kind != Tok::kNewline; ++it) {
    const bool opens = it->kind == Tok::kLeftParen || it->kind == Tok::kLeftBracket || it->kind == Tok::kLeftBrace;
    const bool closes = it->kind == Tok::kRightParen || it->kind == Tok::kRightBracket || it->kind == Tok::kRightBrace;
    depth += opens ? 1 : closes ? -1 : 0;
    has_as = has_as || (depth == 1 && it->kind == Tok::kAs);
    if (depth == 0) return has_as && it[1].kind == Tok::kColon;
  }
  return false;
}

std::size_t Recognizer::with_items(Tok close) {
  std::size_t count = 0;
  do {
    if (count > 0 && is_at(close) && close == Tok::kRightParen) break;
    ++count;
    expression();
    if (take(Tok::kAs)) single_target();
  } while (take(Tok::kComma));
  return count;
}

void Recognizer::with_statement(bool is_async) {
  if (is_async && !is_in_async()) fail(position(), "async stands outside of an async function");
  next();
  const bool in_parentheses = has_parenthesized_items();
  if (in_parentheses) next();
  const std::size_t count = with_items(in_parentheses ? Tok::kRightParen : Tok::kColon);
  if (in_parentheses) expect(Tok::kRightParen);
  end_of_header();
  suite({.blocks = count});
}

void Recognizer::function(bool is_async) {
  next();
  bind_name(position());
  expect(Tok::kName);
  const bool has_types = is_at(Tok::kLeftBracket);
  if (has_types) type_parameters();
  expect(Tok::kLeftParen);
  parameters_.clear();
  parameters(Tok::kRightParen, true);
  expect(Tok::kRightParen);
  if (take(Tok::kArrow)) expression();
  end_of_header();
  Suite body{.block = Block::kFunction, .has_type_scope = has_types, .flow = flow_};
  flow_ = {};
  enter(ScopeKind::kFunction, is_async);
  for (std::uint32_t parameter : parameters_) bind_name(parameter);
  suite(body);
}

void Recognizer::class_statement() {
  next();
  bind_name(position());
  expect(Tok::kName);
  const bool has_types = is_at(Tok::kLeftBracket);
  if (has_types) type_parameters();
  if (is_at(Tok::kLeftParen)) call_arguments(false);
  end_of_header();
  Suite body{.block = Block::kClass, .has_type_scope = has_types, .flow = flow_};
  flow_ = {};
  enter(ScopeKind::kClass);
  suite(body);
}

void Recognizer::decorators() {
  while (take(Tok::kAt)) {
    named_expression();
    expect(Tok::kNewline);
  }
  settle_awaits();
  if (is_at(Tok::kDef)) return function(false);
  if (is_at(Tok::kClass)) return class_statement();
  expect(Tok::kAsync);
  if (!is_at(Tok::kDef)) return fail_here();
  function(true);
}

void Recognizer::async_statement() {
  const std::uint32_t first = position();
  next();
  if (is_at(Tok::kDef)) return function(true);
  if (is_at(Tok::kFor)) return for_statement(true);
  if (is_at(Tok::kWith)) return with_statement(true);
  fail_at_keyword(first);
}

void Recognizer::except_clause(const Suite& before) {
  next();
  Suite clause{.block = Block::kExcept, .is_group = take(Tok::kStar)};
  if (before.block == Block::kExcept) {
    if (before.is_group != clause.is_group) fail(position(), "except and except* in one try");
    if (before.is_default) fail(position(), "an except without a type is not the last one");
  }
  clause.is_default = !clause.is_group && is_at(Tok::kColon);
  if (!clause.is_default) {
    expression();
    if (options_.bare_exceptions && is_at(Tok::kComma)) {
      while (take(Tok::kComma)) expression();
    } else if (take(Tok::kAs)) {
      if (!is_at(Tok::kName) || kind_of_next() != Tok::kColon) return fail(position(), "an except binds names only");
      bind_name(position());
      next();
    } else if (is_at(Tok::kComma)) {
      return fail(position(), "except E, e is Python 2 only");
    }
  }
  end_of_header();
  suite(clause);
}

// --- simple statements

void Recognizer::simple_statements() {
  while (!is_at(Tok::kNewline)) {
    simple_statement();
    if (!take(Tok::kSemicolon)) break;
    if (is_at(Tok::kEnd)) break;
  }
  expect(Tok::kNewline);
  settle_awaits();
}

void Recognizer::simple_statement() {
  const bool may_be_docstring = is_first_statement_ && (is_at(Tok::kString) || is_at(Tok::kLeftParen));
  const bool may_be_future = future_allowed_ && is_at(Tok::kFrom);
  is_first_statement_ = false;
  if (!may_be_docstring && !may_be_future) future_allowed_ = false;
  switch (kind()) {
    case Tok::kImport:
      return import_statement();
    case Tok::kFrom:
      return from_statement();
    case Tok::kReturn:
      return return_statement();
    case Tok::kRaise:
      return raise_statement();
    case Tok::kDel:
      return delete_statement();
    case Tok::kGlobal:
      return declaration(DeclaredNames::kGlobal);
    case Tok::kNonlocal:
      return declaration(DeclaredNames::kNonlocal);
    case Tok::kPass:
      return next();
    case Tok::kBreak:
    case Tok::kContinue:
      return leave_loop();
    case Tok::kAssert:
      next();
      expression();
      if (take(Tok::kComma)) expression();
      return;
    case Tok::kName:
      if (is_at_type_statement()) return type_statement();
      break;
    default:
      break;
  }
  expression_statement();
}

void Recognizer::expression_statement() {
  const std::size_t first_name = target_names_.size();
  const std::uint32_t first = position();
  Expression parsed = value();
  if (parsed.form != Form::kText) future_allowed_ = false;
  if (is_at(Tok::kColon)) return annotated(parsed, first_name);
  if (is_at(Tok::kAugmented)) {
    if (!parsed.is_single()) return fail(first, "nothing can be assigned to this");
    bind_targets(first_name);
    next();
    value();
    return;
  }
  while (is_at(Tok::kAssign)) {
    if (!parsed.target) return fail(parsed.token, "nothing can be assigned to this");
    future_allowed_ = false;
    bind_targets(first_name);
    target_names_.resize(first_name);
    next();
    parsed = value();
  }
  if (starts_expression() && position() == first + 1 && token(first).kind == Tok::kName) {
    const std::string_view word = text_of(token(first));
    if (word == "print" || word == "exec") fail(first, "a print or exec statement is Python 2 only");
  }
}

void Recognizer::annotated(const Expression& target, std::size_t first_name) {
  if (!target.is_single()) return fail(target.token, "this can't have an annotation");
  const bool is_simple = target.form == Form::kName && !target.parenthesized;
  if (has_names_ && is_simple) {
    const std::string_view name = text_of(token(target.token));
    if (names_.is_declared(scope().names, name)) fail(target.token, "a global or nonlocal name has an annotation");
    names_.note(scope().names, name, DeclaredNames::kAnnotated);
  }
  bind_targets(first_name);
  next();
  expression();
  if (take(Tok::kAssign)) value();
}

void Recognizer::import_statement() {
  next();
  do {
    const std::uint32_t first = position();
    dotted_name();
    if (take(Tok::kAs)) {
      bind_name(position(), DeclaredNames::kImported);
      expect(Tok::kName);
    } else {
      bind_name(first, DeclaredNames::kImported);
    }
  } while (take(Tok::kComma));
}

void Recognizer::from_statement() {
  next();
  bool is_relative = false;
  while (take(Tok::kDot) || take(Tok::kEllipsis)) is_relative = true;
  const std::uint32_t first = position();
  const std::string_view module = is_relative && is_at(Tok::kImport) ? "" : dotted_name();
  const bool is_future = !is_relative && module == "__future__";
  if (is_future && !future_allowed_) fail(first, "an import from __future__ is not at the top");
  if (!is_future) future_allowed_ = false;
  expect(Tok::kImport);
  if (is_at(Tok::kStar)) {
    if (is_future) fail_here();
    if (scopes_.size() > 1) fail(position(), "import * outside of the module's top level");
    return next();
  }
  imported_names(is_future);
}

void Recognizer::imported_names(bool is_future) {
  const bool in_parentheses = take(Tok::kLeftParen);
  do {
    const std::uint32_t name = position();
    if (is_future) check_feature();
    expect(Tok::kName);
    if (take(Tok::kAs)) {
      bind_name(position(), DeclaredNames::kImported);
      expect(Tok::kName);
    } else {
      bind_name(name, DeclaredNames::kImported);
    }
    if (!take(Tok::kComma)) break;
  } while (!in_parentheses || !is_at(Tok::kRightParen));
  if (in_parentheses) expect(Tok::kRightParen);
}

void Recognizer::check_feature() {
  for (const std::string_view feature : kFeatures)
    if (is_word(feature)) return;
  fail(position(), "__future__ has no such feature");
}

void Recognizer::delete_statement() {
  const std::size_t first_name = target_names_.size();
  next();
  do {
    const Expression target = sum();
    if (!target.deletable) return fail(target.token, "this can't be deleted");
  } while (take(Tok::kComma) && starts_expression());
  bind_targets(first_name);
}

void Recognizer::declaration(DeclaredNames::Role role) {
  next();
  do {
    if (is_at(Tok::kName)) {
      const std::string_view flaw = names_.declare(scope().names, name_here(), role, at_->start);
      if (!flaw.empty()) fail(position(), flaw);
    }
    expect(Tok::kName);
  } while (take(Tok::kComma));
}

void Recognizer::return_statement() {
  const std::uint32_t first = position();
  Scope& in = scope();
  if (in.kind != ScopeKind::kFunction) fail(first, "return stands outside of a function");
  if (flow_.in_group_handler) fail(first, "return stands in an except*");
  next();
  if (!is_at(Tok::kStar) && !starts_expression()) return;
  expression_list();
  scope().returns_value = true;
  if (scope().is_async && scope().yields) fail(first, "a generator that is async returns no value");
}

void Recognizer::leave_loop() {
  if (!flow_.in_loop) fail(position(), "break or continue stands outside of a loop");
  if (flow_.loop_is_outside_handler) fail(position(), "break or continue leaves an except*");
  next();
}

void Recognizer::raise_statement() {
  next();
  if (!starts_expression()) return;
  expression();
  if (take(Tok::kFrom)) expression();
  if (is_at(Tok::kComma)) fail(position(), "a raise with several parts is Python 2 only");
}

bool Recognizer::is_at_type_statement() const { return kind_of_next() == Tok::kName && is_word("type"); }

void Recognizer::type_statement() {
  next();
  bind_name(position());
  next();
  const bool has_parameters = is_at(Tok::kLeftBracket);
  if (has_parameters) type_parameters();
  expect(Tok::kAssign);
  enter(ScopeKind::kType);
  expression();
  leave();
  if (has_parameters) leave();
}

}  // namespace py3k::engine::python3
