#include <algorithm>

#include "engine/python3/recognizer.h"

namespace py3k::engine::python3 {

void Recognizer::refuse_twice(const std::vector<std::uint32_t>& names, std::size_t first, std::string_view what) {
  if (names.size() < first + 2) return;
  sorted_.clear();
  for (std::size_t i = first; i < names.size(); ++i) sorted_.push_back(text_of(token(names[i])));
  if (sorted_.size() == 2 && sorted_[0] != sorted_[1]) return;
  std::sort(sorted_.begin(), sorted_.end());
  if (std::adjacent_find(sorted_.begin(), sorted_.end()) != sorted_.end()) fail(names.back(), what);
}

// From the parenthesis on to behind the other one.
void Recognizer::call_arguments(bool may_be_generator) {
  const std::uint32_t open = position();
  const std::size_t names = names_.mark();
  const std::size_t walruses = walruses_.size();
  const std::size_t first = keywords_.size();
  next();
  bool only_keywords = false;  // seen one of them, or `**`
  bool has_mapping = false;
  for (bool is_first = true; !is_at(Tok::kRightParen) && !is_at(Tok::kEnd); is_first = false) {
    if (is_at(Tok::kStar)) {
      if (has_mapping) fail(position(), "an argument with * behind one with **");
      next();
      expression();
    } else if (take(Tok::kDoubleStar)) {
      expression();
      only_keywords = has_mapping = true;
    } else if (is_at(Tok::kName) && kind_of_next() == Tok::kAssign) {
      if (tokens_.has_debug && is_word("__debug__")) fail(position(), "nothing may be called __debug__");
      keywords_.push_back(position());
      only_keywords = true;
      next();
      next();
      expression();
    } else {
      if (only_keywords) fail(position(), "an argument without a name behind one with a name");
      named_expression();
      if (is_at_comprehension()) {
        comprehension(open, names, walruses, true);
        if (!is_first || !may_be_generator || !is_at(Tok::kRightParen))
          fail(position(), "a generator that is no lone argument wants parentheses");
        break;
      }
    }
    if (!take(Tok::kComma)) break;
  }
  refuse_twice(keywords_, first, "an argument is given twice");
  keywords_.resize(first);
  expect(Tok::kRightParen);
}

void Recognizer::subscripts() {
  next();
  do {
    if (is_at(Tok::kRightBracket)) break;
    if (take(Tok::kStar)) {
      expression();
      continue;
    }
    bool may_be_slice = true;
    if (!is_at(Tok::kColon)) {
      may_be_slice = !(is_at(Tok::kName) && kind_of_next() == Tok::kWalrus);
      named_expression();
    }
    for (int colons = 0; may_be_slice && colons < 2 && take(Tok::kColon); ++colons)
      if (starts_expression()) expression();
  } while (take(Tok::kComma));
  if ((at_ - 1)->kind == Tok::kLeftBracket) fail_here();
  expect(Tok::kRightBracket);
}

// A parameter's name, annotation and, with a star, no default.
void Recognizer::parameter(bool are_annotated, bool is_star) {
  parameters_.push_back(position());
  expect(Tok::kName);
  if (!are_annotated || !take(Tok::kColon)) return;
  if (is_star && take(Tok::kStar)) {
    sum();
  } else {
    expression();
  }
}

void Recognizer::parameters(Tok close, bool are_annotated) {
  const std::size_t first = parameters_.size();
  bool has_default = false, has_slash = false, has_star = false;
  bool wants_name = false;  // after a lone star
  while (!is_at(close) && !is_at(Tok::kEnd)) {
    if (is_at(Tok::kDoubleStar)) {
      if (wants_name) fail_here();
      next();
      parameter(are_annotated, false);
      take(Tok::kComma);
      break;
    }
    if (is_at(Tok::kStar)) {
      if (has_star) fail_here();
      next();
      has_star = true;
      if (is_at(Tok::kName)) {
        parameter(are_annotated, true);
      } else {
        wants_name = true;
      }
    } else if (is_at(Tok::kSlash)) {
      if (has_slash || has_star || parameters_.size() == first) fail_here();
      next();
      has_slash = true;
    } else {
      parameter(are_annotated, false);
      wants_name = false;
      if (take(Tok::kAssign)) {
        expression();
        has_default = true;
      } else if (has_default && !has_star) {
        fail(parameters_.back(), "a parameter without a default behind one with a default");
      }
    }
    if (!take(Tok::kComma)) break;
  }
  if (wants_name) fail_here();
  refuse_twice(parameters_, first, "two parameters of one name");
}

// `[T, U: int, *V, **P]`, in a scope of their own that the caller leaves.
void Recognizer::type_parameters() {
  next();
  enter(ScopeKind::kType);
  const std::size_t first = parameters_.size();
  bool has_default = false;
  while (!is_at(Tok::kRightBracket) && !is_at(Tok::kEnd)) {
    const bool is_star = take(Tok::kStar);
    const bool has_bound = !is_star && !take(Tok::kDoubleStar);
    parameters_.push_back(position());
    bind_name(position());
    expect(Tok::kName);
    if (has_bound && take(Tok::kColon)) expression();
    if (take(Tok::kAssign)) {
      has_default = true;
      if (is_star && is_at(Tok::kStar)) {
        starred();
      } else {
        expression();
      }
    } else if (has_default) {
      fail(parameters_.back(), "a type parameter without a default behind one with a default");
    }
    if (!take(Tok::kComma)) break;
  }
  if (parameters_.size() == first) fail_here();
  refuse_twice(parameters_, first, "two type parameters of one name");
  parameters_.resize(first);
  expect(Tok::kRightBracket);
}

}  // namespace py3k::engine::python3
