// Recognizer: reads tokens by Python 3's grammar and keeps no tree, only what later tokens depend on.
// https://docs.python.org/3/reference/grammar.html
//
// expressions.cpp, arguments.cpp, statements.cpp and patterns.cpp hold its parts. Blocks are on a stack, operators need
// none; so it calls itself once a bracket, of which the scanner lets 200 through, and once a lambda, which are counted.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/python3/check.h"
#include "engine/python3/declared_names.h"
#include "engine/python3/token.h"

namespace py3k::engine::python3 {

class Recognizer {
 public:
  Recognizer(std::string_view text, const CheckOptions& options);
  std::optional<SyntaxFlaw> run();

 private:
  // What an expression is, as far as that decides what it may stand for.
  enum class Form : std::uint8_t { kOther, kName, kAttribute, kSubscript, kSequence, kStarred, kText };
  struct Expression {
    std::uint32_t token = 0;  // its first
    Form form = Form::kOther;
    bool parenthesized = false;
    bool target = false;  // can be assigned to
    bool deletable = false;
    bool is_single() const { return form == Form::kName || form == Form::kAttribute || form == Form::kSubscript; }
  };

  enum class ScopeKind : std::uint8_t { kModule, kClass, kFunction, kLambda, kComprehension, kType };
  struct Scope {
    ScopeKind kind = ScopeKind::kModule;
    bool is_async = false;
    bool yields = false;
    bool returns_value = false;
    std::uint32_t names = 0;  // its place in names_
    // One past the token where that was last seen, not yet known to be part of a comprehension.
    std::uint32_t yield = 0;
    std::uint32_t await = 0;
    std::uint32_t stray_await = 0;  // the first one that is wrong unless it is part of a comprehension
  };

  // Where break, continue and return may stand.
  struct Flow {
    bool in_loop = false;
    bool in_group_handler = false;         // except*: no return
    bool loop_is_outside_handler = false;  // nor break
    std::size_t blocks = 0;                // that the machine keeps a stack of
  };
  enum class Block : std::uint8_t { kPlain, kIf, kLoop, kTry, kExcept, kTryElse, kFunction, kClass, kMatch, kCase };
  struct Suite {
    Block block = Block::kPlain;
    bool is_group = false;        // kExcept: except*
    bool is_default = false;      // kExcept: without a type
    bool has_type_scope = false;  // kFunction, kClass
    bool matches_all = false;     // kMatch: a case did
    std::size_t blocks = 0;       // how many it adds to Flow::blocks
    Flow flow = {};               // outside of it
  };

  // --- tokens
  Tok kind() const { return at_->kind; }
  Tok kind_of_next() const { return at_[at_ == end_ ? 0 : 1].kind; }
  bool is_at(Tok kind) const { return at_->kind == kind; }
  bool is_word(std::string_view word) const { return is_at(Tok::kName) && text_of(*at_) == word; }
  void next() {
    if (at_ != end_) ++at_;
  }
  bool take(Tok kind) {
    if (!is_at(kind)) return false;
    next();
    return true;
  }
  void expect(Tok kind) {
    if (!take(kind)) fail_here();
  }
  std::uint32_t position() const { return static_cast<std::uint32_t>(at_ - tokens_.list.data()); }
  const Token& token(std::uint32_t position) const { return tokens_.list[position]; }
  std::string_view text_of(const Token& token) const { return text_.substr(token.start, token.end - token.start); }
  std::string_view name_here() const { return text_of(*at_); }
  // The first flaw counts; reading ends there.
  void fail(std::uint32_t position, std::string_view what);
  void fail_here();
  void fail_at_keyword(std::uint32_t position);

  // --- expressions.cpp
  bool starts_expression() const;
  Expression expression();
  Expression disjunction();
  Expression sum();  // of operands, without comparisons
  Expression primary();
  Expression atom();
  Expression group();
  Expression list();
  Expression braces();
  void strings();
  void formatted();
  void field();
  void lambda();
  Expression named_expression();
  Expression starred();  // `*` and what it unpacks
  Expression list_item();
  Expression expression_list();  // what may be a tuple without parentheses
  Expression value();            // the same, or a yield
  void yield();
  void await();
  bool is_at_comprehension() const { return is_at(Tok::kFor) || is_at(Tok::kAsync); }
  void comprehension(std::uint32_t element, std::size_t names, std::size_t walruses, bool is_generator);
  void comprehension_clause(bool is_first, std::vector<std::string_view>& bound);
  void walrus();
  Expression target_list();
  Expression single_target();
  void bind_targets(std::size_t first_name);

  // --- arguments.cpp
  void call_arguments(bool may_be_generator);
  void refuse_twice(const std::vector<std::uint32_t>& names, std::size_t first, std::string_view what);
  void subscripts();
  void parameters(Tok close, bool are_annotated);  // adds to parameters_
  void parameter(bool are_annotated, bool is_star);
  void type_parameters();

  // --- statements.cpp
  void statement();
  void simple_statements();
  void simple_statement();
  void expression_statement();
  void annotated(const Expression& target, std::size_t first_name);
  void import_statement();
  void from_statement();
  void imported_names(bool is_future);
  void check_feature();
  void delete_statement();
  void declaration(DeclaredNames::Role role);
  void return_statement();
  void leave_loop();
  void raise_statement();
  void type_statement();
  bool is_at_type_statement() const;
  void if_statement();
  void for_statement(bool is_async);
  void with_statement(bool is_async);
  bool has_parenthesized_items() const;
  std::size_t with_items(Tok close);
  void function(bool is_async);
  void class_statement();
  void decorators();
  void async_statement();
  void except_clause(const Suite& before);
  void suite(Suite suite);
  void end_suite();
  void end_of_header();

  // --- patterns.cpp
  struct Pattern {
    bool matches_all = false;
    bool is_starred = false;
  };
  struct PatternItems {
    Pattern first;
    bool has_comma = false;
    bool is_empty = true;
  };
  bool is_at_match() const;
  void match_statement();
  void case_clause();
  Pattern pattern_list();
  Pattern pattern();
  Pattern or_pattern();
  Pattern closed_pattern();
  PatternItems pattern_items();
  Pattern group_pattern();
  Pattern name_pattern();
  void mapping_pattern();
  void class_pattern();
  void number_pattern();
  void capture();
  std::string_view dotted_name();

  // --- scopes
  Scope& scope() { return scopes_.back(); }
  void enter(ScopeKind kind, bool is_async = false);
  void leave();
  void settle_awaits();
  bool is_in_async() const { return scopes_.back().kind == ScopeKind::kFunction && scopes_.back().is_async; }
  void use(std::uint32_t position) {
    if (has_names_) names_.note(scope().names, text_of(token(position)), DeclaredNames::kUse);
  }
  void bind_name(std::uint32_t position, DeclaredNames::Role role = DeclaredNames::kBound);

  std::string_view text_;
  CheckOptions options_;
  Tokens tokens_;
  const Token* at_ = nullptr;
  const Token* end_ = nullptr;  // the last token
  std::optional<SyntaxFlaw> flaw_;

  std::vector<Scope> scopes_;
  std::vector<Suite> suites_;
  bool suite_ended_ = false;
  Flow flow_;
  bool future_allowed_ = true;
  bool is_first_statement_ = true;
  std::uint32_t depth_ = 0;

  DeclaredNames names_;
  bool has_names_ = false;      // names_ is kept
  bool keeps_targets_ = false;  // somebody asks what names an assignment binds
  std::vector<std::uint32_t>
      target_names_;  // tokens that are names an assignment would bind, of the expressions being read
  std::vector<std::uint32_t> parameters_;  // names of parameters, of the lists being read
  std::vector<std::uint32_t> keywords_;    // names of arguments, of the calls being read
  std::vector<std::string_view> sorted_;
  std::uint32_t iterables_ = 0;             // comprehensions' iterables that are being read
  std::vector<std::uint32_t> walruses_;     // tokens that := binds, in the expressions being read
  std::vector<std::string_view> captures_;  // of the pattern being read
};

}  // namespace py3k::engine::python3
