#include "engine/python3/recognizer.h"

#include "engine/python3/scanner.h"

namespace py3k::engine::python3 {

Recognizer::Recognizer(std::string_view text, const CheckOptions& options)
    : text_(text), options_(options), tokens_(scan(text)), at_(tokens_.list.data()), end_(&tokens_.list.back()) {
  has_names_ = tokens_.has_declarations;
  keeps_targets_ = has_names_ || tokens_.has_walrus || tokens_.has_debug;
  enter(ScopeKind::kModule);
}

std::optional<SyntaxFlaw> Recognizer::run() {
  while (!flaw_) {
    if (suite_ended_) {
      suite_ended_ = false;
      end_suite();
    } else if (take(Tok::kDedent)) {
      suite_ended_ = true;
    } else if (is_at(Tok::kEnd)) {
      break;
    } else {
      statement();
    }
  }
  if (!flaw_ && has_names_) flaw_ = names_.unbound_nonlocal();
  return flaw_;
}

void Recognizer::fail(std::uint32_t position, std::string_view what) {
  if (!flaw_ && token(position).kind == Tok::kError) flaw_ = tokens_.flaw;
  if (!flaw_) flaw_ = SyntaxFlaw{token(position).start, std::string(what)};
  at_ = end_;
}

void Recognizer::fail_here() {
  switch (kind()) {
    case Tok::kAsync:
    case Tok::kAwait:
    case Tok::kNonlocal:
    case Tok::kTrue:
    case Tok::kFalse:
    case Tok::kNone:
      return fail_at_keyword(position());
    default:
      return fail(position(), "this is no valid syntax");
  }
}

void Recognizer::fail_at_keyword(std::uint32_t position) {
  fail(position, "a keyword of Python 3 stands here for something else");
}

void Recognizer::enter(ScopeKind kind, bool is_async) {
  Scope scope{.kind = kind, .is_async = is_async};
  if (has_names_) {
    const auto space = kind == ScopeKind::kModule  ? DeclaredNames::Space::kModule
                       : kind == ScopeKind::kClass ? DeclaredNames::Space::kClass
                       : kind == ScopeKind::kType  ? DeclaredNames::Space::kTypes
                                                   : DeclaredNames::Space::kFunction;
    scope.names = names_.open(scopes_.empty() ? 0 : scopes_.back().names, space);
  }
  scopes_.push_back(scope);
}

void Recognizer::leave() {
  settle_awaits();
  scopes_.pop_back();
}

// No comprehension can take them any more.
void Recognizer::settle_awaits() {
  if (scope().stray_await != 0)
    fail(scope().stray_await - 1, "await, or an async comprehension, stands outside of an async function");
}

void Recognizer::bind_name(std::uint32_t position, DeclaredNames::Role role) {
  const std::string_view name = text_of(token(position));
  if (tokens_.has_debug && name == "__debug__") fail(position, "nothing may be called __debug__");
  if (has_names_) names_.note(scope().names, name, role);
}

void Recognizer::bind_targets(std::size_t first_name) {
  for (std::size_t i = first_name; i < target_names_.size(); ++i) bind_name(target_names_[i]);
}

std::optional<SyntaxFlaw> check(std::string_view text, const CheckOptions& options) {
  return Recognizer(text, options).run();
}

}  // namespace py3k::engine::python3
