#include <algorithm>

#include "engine/python3/recognizer.h"

namespace py3k::engine::python3 {

// `match x:` with a case below, and not a thing called match.
bool Recognizer::is_at_match() const {
  if (!is_word("match")) return false;
  const Token* newline = at_;
  while (newline != end_ && newline->kind != Tok::kNewline) ++newline;
  if (end_ - newline < 3) return false;
  return newline[-1].kind == Tok::kColon && newline[1].kind == Tok::kIndent && text_of(newline[2]) == "case";
}

void Recognizer::match_statement() {
  next();
  const std::uint32_t first = position();
  const Expression subject = list_item();
  if (subject.form == Form::kStarred && !is_at(Tok::kComma)) fail(first, "a starred expression stands alone");
  while (take(Tok::kComma) && (is_at(Tok::kStar) || starts_expression())) list_item();
  end_of_header();
  expect(Tok::kNewline);
  expect(Tok::kIndent);
  future_allowed_ = is_first_statement_ = false;
  suites_.push_back({.block = Block::kMatch, .flow = flow_});
  case_clause();
}

void Recognizer::case_clause() {
  if (!is_word("case")) return fail_here();
  target_names_.clear();
  walruses_.clear();
  next();
  captures_.clear();
  bool matches_all = pattern_list().matches_all;
  if (take(Tok::kIf)) {
    named_expression();
    matches_all = false;
  }
  end_of_header();
  if (suites_.back().matches_all) fail(position(), "a case behind one that matches anything");
  suites_.back().matches_all = matches_all;
  suite({.block = Block::kCase});
}

Recognizer::Pattern Recognizer::pattern_list() {
  const PatternItems items = pattern_items();
  if (items.is_empty || (items.first.is_starred && !items.has_comma)) fail_here();
  return items.has_comma ? Pattern{} : items.first;
}

// Up to what closes them.
Recognizer::PatternItems Recognizer::pattern_items() {
  PatternItems items;
  bool has_star = false;
  while (!is_at(Tok::kRightParen) && !is_at(Tok::kRightBracket) && !is_at(Tok::kColon) && !is_at(Tok::kIf)) {
    Pattern item;
    if (take(Tok::kStar)) {
      if (has_star) fail(position(), "two starred patterns in one sequence");
      has_star = true;
      capture();
      item.is_starred = true;
    } else {
      item = pattern();
    }
    if (items.is_empty) items.first = item;
    items.is_empty = false;
    if (!take(Tok::kComma)) break;
    items.has_comma = true;
  }
  return items;
}

Recognizer::Pattern Recognizer::pattern() {
  if (++depth_ > 1000) fail(position(), "patterns are nested too deeply");
  const Pattern result = or_pattern();
  if (take(Tok::kAs)) {
    if (is_word("_")) fail_here();
    capture();
  }
  --depth_;
  return result;
}

Recognizer::Pattern Recognizer::or_pattern() {
  const std::size_t first = captures_.size();
  Pattern last = closed_pattern();
  if (!is_at(Tok::kPipe)) return last;
  const std::vector<std::string_view> bound(captures_.begin() + static_cast<std::ptrdiff_t>(first), captures_.end());
  std::vector<std::string_view> wanted = bound;
  std::sort(wanted.begin(), wanted.end());
  while (take(Tok::kPipe)) {
    if (last.matches_all) fail(position(), "an alternative behind one that matches anything");
    captures_.resize(first);
    last = closed_pattern();
    std::vector<std::string_view> found(captures_.begin() + static_cast<std::ptrdiff_t>(first), captures_.end());
    std::sort(found.begin(), found.end());
    if (found != wanted) fail(position(), "alternatives of a pattern bind different names");
  }
  captures_.resize(first);
  captures_.insert(captures_.end(), bound.begin(), bound.end());
  return last;
}

void Recognizer::capture() {
  const std::string_view name = name_here();
  const std::uint32_t at = position();
  expect(Tok::kName);
  if (name == "_" || flaw_) return;
  if (is_at(Tok::kDot) || is_at(Tok::kLeftParen) || is_at(Tok::kAssign)) return fail_here();
  if (std::find(captures_.begin(), captures_.end(), name) != captures_.end()) fail(at, "a pattern binds a name twice");
  captures_.push_back(name);
  bind_name(at);
}

Recognizer::Pattern Recognizer::closed_pattern() {
  switch (kind()) {
    case Tok::kNumber:
    case Tok::kImaginary:
    case Tok::kMinus:
      number_pattern();
      return {};
    case Tok::kString:
    case Tok::kBytes:
    case Tok::kFormattedStart: {
      const std::uint32_t first = position();
      strings();
      for (std::uint32_t i = first; i < position(); ++i)
        if (token(i).kind == Tok::kFormattedStart) fail(i, "an f-string is no pattern");
      return {};
    }
    case Tok::kNone:
    case Tok::kTrue:
    case Tok::kFalse:
      next();
      return {};
    case Tok::kLeftBracket:
      next();
      pattern_items();
      expect(Tok::kRightBracket);
      return {};
    case Tok::kLeftBrace:
      mapping_pattern();
      return {};
    case Tok::kLeftParen:
      return group_pattern();
    case Tok::kName:
      return name_pattern();
    default:
      fail_here();
      return {};
  }
}

Recognizer::Pattern Recognizer::group_pattern() {
  next();
  const PatternItems items = pattern_items();
  const bool is_sequence = items.is_empty || items.has_comma;
  if (!is_sequence && items.first.is_starred) fail_here();
  expect(Tok::kRightParen);
  return is_sequence ? Pattern{} : items.first;
}

Recognizer::Pattern Recognizer::name_pattern() {
  if (is_word("_")) {
    next();
    return {.matches_all = true};
  }
  if (kind_of_next() != Tok::kDot && kind_of_next() != Tok::kLeftParen) {
    capture();
    return {.matches_all = true};
  }
  use(position());
  dotted_name();
  if (is_at(Tok::kLeftParen)) class_pattern();
  return {};
}

void Recognizer::mapping_pattern() {
  next();
  std::vector<std::string_view> keys;
  while (!is_at(Tok::kRightBrace) && !is_at(Tok::kEnd)) {
    if (take(Tok::kDoubleStar)) {
      if (is_word("_")) fail_here();
      capture();
      take(Tok::kComma);
      break;
    }
    const std::uint32_t first = position();
    if (is_at(Tok::kName)) {
      if (kind_of_next() != Tok::kDot) fail_here();
      use(first);
      dotted_name();
    } else {
      if (is_at(Tok::kLeftBracket) || is_at(Tok::kLeftBrace) || is_at(Tok::kLeftParen)) fail_here();
      closed_pattern();
      std::string_view key = text_.substr(token(first).start, (at_ - 1)->end - token(first).start);
      // Whichever its quotes.
      if (key.size() > 1 && (key.front() == '"' || key.front() == '\'')) key = key.substr(1, key.size() - 2);
      keys.push_back(key);
    }
    expect(Tok::kColon);
    pattern();
    if (!take(Tok::kComma)) break;
  }
  std::sort(keys.begin(), keys.end());
  if (std::adjacent_find(keys.begin(), keys.end()) != keys.end()) fail(position(), "a pattern has a key twice");
  expect(Tok::kRightBrace);
}

void Recognizer::class_pattern() {
  next();
  const std::size_t first = keywords_.size();
  while (!is_at(Tok::kRightParen) && !is_at(Tok::kEnd)) {
    if (is_at(Tok::kName) && kind_of_next() == Tok::kAssign) {
      keywords_.push_back(position());
      next();
      next();
    } else if (keywords_.size() > first) {
      fail(position(), "a pattern without a name behind one with a name");
    }
    pattern();
    if (!take(Tok::kComma)) break;
  }
  refuse_twice(keywords_, first, "a pattern names an attribute twice");
  keywords_.resize(first);
  expect(Tok::kRightParen);
}

// A number, or the sum of a real and an imaginary one.
void Recognizer::number_pattern() {
  take(Tok::kMinus);
  const bool is_real = is_at(Tok::kNumber);
  if (!is_real && !is_at(Tok::kImaginary)) return fail_here();
  next();
  if (!is_at(Tok::kPlus) && !is_at(Tok::kMinus)) return;
  if (!is_real) return fail_here();
  next();
  expect(Tok::kImaginary);
}

std::string_view Recognizer::dotted_name() {
  const std::uint32_t first = at_->start;
  expect(Tok::kName);
  while (take(Tok::kDot)) expect(Tok::kName);
  return flaw_ ? std::string_view() : text_.substr(first, (at_ - 1)->end - first);
}

}  // namespace py3k::engine::python3
