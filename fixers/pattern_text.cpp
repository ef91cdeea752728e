#include "fixers/pattern_text.h"

#include <algorithm>
#include <cctype>

#include "engine/analysis/values.h"
#include "engine/syntax/string_literal.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr char kOther = static_cast<char>(0x80);
constexpr int kOctalBase = 8;
constexpr int kFirstLarge = 4;
constexpr int kLargestByte = 0xFF;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_octal(char c) { return c >= '0' && c <= '7'; }

// How many bytes an escape of a plain literal takes, and what it stands for.
struct Escape {
  std::size_t length;
  char character;
};

Escape escape_at(std::string_view body, std::size_t at, bool is_unicode) {
  const char next = body[at + 1];
  constexpr std::string_view kLetters = "abfnrtv\\'\"";
  constexpr std::string_view kValues = "\a\b\f\n\r\t\v\\'\"";
  const std::size_t simple = kLetters.find(next);
  if (simple != std::string_view::npos) return {2, kValues[simple]};
  if (next == 'x') return {std::min<std::size_t>(4, body.size() - at), kOther};
  if (is_unicode && (next == 'u' || next == 'U'))
    return {std::min<std::size_t>(next == 'u' ? 6 : 10, body.size() - at), kOther};
  if (is_unicode && next == 'N') return {std::min(body.find('}', at), body.size() - 1) - at + 1, kOther};
  if (!is_octal(next)) return {0, 0};
  std::size_t length = 2;
  while (length < 4 && at + length < body.size() && is_octal(body[at + length])) ++length;
  return {length, kOther};
}

std::vector<Node> literals_of(Node literal) {
  if (!literal.is(Kind::kConcatenatedString)) return {literal};
  return literal.named_children();
}

bool is_unicode_text(Context& cx, const StringLiteral& literal) {
  return literal.unicode() || (cx.source().evidence.unicode_literals && !literal.bytes());
}

std::vector<PatternUnit> units_of(Context& cx, Node string) {
  const StringLiteral literal(string);
  const std::string_view body = literal.body();
  const std::uint32_t start = body_range(string).start;
  std::vector<PatternUnit> units;
  const auto add = [&](char character, std::size_t at, std::size_t length) {
    const auto first = start + static_cast<std::uint32_t>(at);
    units.push_back({character, {first, first + static_cast<std::uint32_t>(length)}, literal.raw()});
  };
  for (std::size_t at = 0; at < body.size();) {
    const char c = body[at];
    const bool escapes = c == '\\' && !literal.raw() && at + 1 < body.size();
    if (escapes && (body[at + 1] == '\n' || body[at + 1] == '\r')) {
      at += 2;
      continue;
    }
    const Escape escape = escapes ? escape_at(body, at, is_unicode_text(cx, literal)) : Escape{0, 0};
    const std::size_t length = escape.length == 0 ? 1 : escape.length;
    add(escape.length != 0 ? escape.character : static_cast<unsigned char>(c) < 0x80 ? c : kOther, at, length);
    at += length;
  }
  return units;
}

// The next expression outwards that has the literal as a part of its text; empty where there is none.
Node text_around(Node node) {
  const Node parent = node.parent();
  if (parent.is(Kind::kParenthesizedExpression)) return parent;
  if (parent.is(Kind::kConditionalExpression) && node != parent.named_child(1)) return parent;
  if (parent.is(Kind::kBinaryOperator)) {
    const Kind operation = parent.child(Field::kOperator).kind();
    const bool joins =
        operation == Kind::kTokenPlus || (operation == Kind::kTokenPercent && node.field() == Field::kLeft);
    return joins ? parent : Node();
  }
  const bool is_formatted = parent.is(Kind::kAttribute) && node.field() == Field::kObject &&
                            parent.child(Field::kAttribute).text() == "format" && parent.field() == Field::kFunction &&
                            parent.parent().is(Kind::kCall);
  return is_formatted ? parent.parent() : Node();
}

// A class [...] of characters, while a pattern is read from left to right.
class ClassState {
 public:
  bool is_inside() const { return inside_; }
  void take(char c) {
    if (!inside_) {
      inside_ = c == '[';
      is_first_ = inside_;
      return;
    }
    if (c == '^' && is_first_ && !had_caret_) {
      had_caret_ = true;
      return;
    }
    if (c == ']' && !is_first_) inside_ = had_caret_ = false;
    is_first_ = false;
  }
  void take_escape() { is_first_ = false; }

 private:
  bool inside_ = false;
  bool is_first_ = false;
  bool had_caret_ = false;
};

// Does Python 3's re refuse, or read otherwise, what Python 2's takes for the letter itself?
bool is_unknown_letter(char letter, bool in_class, PatternRole role) {
  if (!is_letter(letter)) return false;
  constexpr std::string_view kInReplacement = "abfnrtvg";
  constexpr std::string_view kInClass = "abfnrtvxdDsSwW";
  constexpr std::string_view kOutside = "abfnrtvxdDsSwWABZ";
  const std::string_view known = role == PatternRole::kReplacement ? kInReplacement : in_class ? kInClass : kOutside;
  return known.find(letter) == std::string_view::npos;
}

Node argument_of(Node call, std::size_t position, std::string_view keyword) {
  const Node arguments = call.child(Field::kArguments);
  if (!arguments.is(Kind::kArgumentList)) return {};
  std::size_t at = 0;
  for (Node argument : arguments.named_children()) {
    if (argument.is_any(Kind::kListSplat, Kind::kDictionarySplat)) return {};
    if (argument.is(Kind::kKeywordArgument)) {
      if (argument.child(Field::kName).text() == keyword) return argument.child(Field::kValue);
      continue;
    }
    if (at++ == position) return argument;
  }
  return {};
}

// A backslash in a plain literal that escapes nothing of Python's.
bool is_single(const PatternUnit& unit) { return !unit.is_raw && unit.range.end - unit.range.start == 1; }

bool is_literal(Node node) { return node.is_any(Kind::kString, Kind::kConcatenatedString); }

}  // namespace

PatternRole role_of_argument(Context& cx, Node argument) {
  std::string_view keyword;
  Node at = argument;
  if (at.parent().is(Kind::kKeywordArgument) && at.field() == Field::kValue) {
    at = at.parent();
    keyword = at.child(Field::kName).text();
  }
  const Node call = at.parent().parent();
  if (!at.parent().is(Kind::kArgumentList) || !call.is(Kind::kCall)) return PatternRole::kNone;
  std::size_t position = 0;
  for (Node before = at.previous(); before; before = before.previous())
    if (before.is_named()) ++position;
  const Node function = call.child(Field::kFunction);
  const std::string name = cx.names().qualified(function);
  static constexpr std::string_view kFunctions[] = {"re.compile",  "re.match", "re.search", "re.findall", "re.finditer",
                                                    "re.template", "re.split", "re.sub",    "re.subn"};
  const bool replaces = name == "re.sub" || name == "re.subn";
  if (is_one_of(kFunctions, name)) {
    if (keyword == "pattern" || (keyword.empty() && position == 0)) return PatternRole::kPattern;
    if (replaces && (keyword == "repl" || (keyword.empty() && position == 1))) return PatternRole::kReplacement;
    return PatternRole::kNone;
  }
  const std::string_view method = function.is(Kind::kAttribute) ? function.child(Field::kAttribute).text() : "";
  const bool is_first = keyword == "repl" || (keyword.empty() && position == 0);
  const bool is_method =
      (method == "sub" || method == "subn") && is_first && at.next() && at.parent().named_child_count() > 1;
  return is_method ? PatternRole::kReplacement : PatternRole::kNone;
}

PatternText::PatternText(Context& cx, Node literal) : whole_(literal) {
  find_role(cx, literal);
  for (Node string : literals_of(literal)) {
    if (string.is(Kind::kString)) read_literal(cx, string);
  }
  if (role_ != PatternRole::kNone) find_escapes();
  if (role_ != PatternRole::kReplacement) find_flags();
}

void PatternText::find_role(Context& cx, Node literal) {
  Node at = literal;
  for (Node around = text_around(at); around; around = text_around(at)) at = around;
  role_ = role_of_argument(cx, at);
  if (role_ != PatternRole::kNone) whole_ = at;
  const Node left = at.parent().is(Kind::kAssignment) ? at.parent().child(Field::kLeft) : Node();
  if (!left.is(Kind::kIdentifier) || at.field() != Field::kRight) return;
  const Binding* binding = cx.names().binding(left);
  if (binding == nullptr) return;
  for (Node use : binding->uses) {
    Node outer = use;
    for (Node around = text_around(outer); around; around = text_around(outer)) outer = around;
    const PatternRole role = role_of_argument(cx, outer);
    if (role == PatternRole::kNone) continue;
    role_ = role;
    // Where it stands within a longer pattern nobody knows.
    if (outer == use) whole_ = at;
    return;
  }
}

void PatternText::read_literal(Context& cx, Node string) {
  const StringLiteral literal(string);
  is_bytes_ = is_bytes_ || literal.bytes();
  has_unicode_escapes_ = has_unicode_escapes_ || is_unicode_text(cx, literal);
  const std::vector<PatternUnit> units = units_of(cx, string);
  units_.insert(units_.end(), units.begin(), units.end());
}

void PatternText::find_escapes() {
  ClassState state;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (units_[i].character != '\\') {
      if (role_ == PatternRole::kPattern) state.take(units_[i].character);
      continue;
    }
    if (i + 1 >= units_.size()) return;
    const char next = units_[i + 1].character;
    const auto digit = [&](std::size_t ahead) {
      return i + ahead < units_.size() && is_octal(units_[i + ahead].character) ? units_[i + ahead].character - '0'
                                                                                : -1;
    };
    // In text it is one of Python's own; in '\\u' the backslash is doubled by another fixer.
    const bool is_of_text = next == 'u' || next == 'U' || next == 'N';
    const bool is_left = is_of_text && (has_unicode_escapes_ || is_single(units_[i]));
    if (is_unknown_letter(next, state.is_inside(), role_) && !is_left) {
      escapes_.push_back({units_[i].range, units_[i].is_raw, {}, 0});
    } else if (digit(1) >= kFirstLarge && digit(2) >= 0 && digit(3) >= 0) {
      const int value = (digit(1) * kOctalBase + digit(2)) * kOctalBase + digit(3);
      escapes_.push_back({units_[i].range,
                          units_[i].is_raw,
                          {units_[i + 1].range.start, units_[i + 3].range.end},
                          value & kLargestByte});
    }
    state.take_escape();
    ++i;
  }
}

void PatternText::find_flags() {
  ClassState state;
  bool is_first = true;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const char c = units_[i].character;
    if (c == '\\') {
      is_first = false;
      state.take_escape();
      ++i;
      continue;
    }
    const auto at = [&](std::size_t ahead) { return i + ahead < units_.size() ? units_[i + ahead].character : '\0'; };
    const bool is_extension = !state.is_inside() && c == '(' && at(1) == '?';
    state.take(c);
    if (is_extension && at(2) == '#') {
      while (i < units_.size() && units_[i].character != ')') ++i;
      continue;
    }
    PatternFlags found{.range = units_[i].range, .letters = {}, .is_first = is_first};
    std::size_t length = 2;
    if (is_extension)
      for (; std::string_view("iLmsux").find(at(length)) != std::string_view::npos && at(length) != '\0'; ++length)
        found.letters += at(length);
    if (found.letters.empty() || at(length) != ')') {
      is_first = false;
      continue;
    }
    found.range.end = units_[i + length].range.end;
    i += length;
    flags_.push_back(std::move(found));
  }
}

Node pattern_literal(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const bool is_of_re = cx.names().qualified(function).starts_with("re.");
  if (!is_of_re) {
    const Node compiled =
        function.is(Kind::kAttribute) ? only_value(function.child(Field::kObject), cx.names()) : Node();
    const bool is_compiled =
        compiled.is(Kind::kCall) && cx.names().resolves_to(compiled.child(Field::kFunction), "re.compile");
    return is_compiled && compiled != call ? pattern_literal(cx, compiled) : Node();
  }
  Node pattern = argument_of(call, 0, "pattern");
  if (pattern.is(Kind::kIdentifier)) pattern = only_value(pattern, cx.names());
  return is_literal(pattern) ? pattern : Node();
}

namespace {

// The least that the parts of a pattern take, group by group.
class Widths {
 public:
  explicit Widths(const std::vector<PatternUnit>& units) : units_(units) {}

  EmptyMatch run() {
    groups_.emplace_back();
    for (at_ = 0; at_ < units_.size(); ++at_) step();
    while (groups_.size() > 1) close();
    Group& whole = groups_.back();
    end_branch(whole);
    if (!whole.may_be_empty) return EmptyMatch::kNever;
    if (whole.is_anchored) return EmptyMatch::kAtStart;
    return takes_any_ ? EmptyMatch::kAnywhere : EmptyMatch::kAlways;
  }

 private:
  struct Group {
    bool branch_takes = false;  // this branch can't be empty, by what comes before `last_takes`
    bool last_takes = false;    // its last part can't be
    bool branch_is_anchored = false;
    bool branch_is_new = true;
    bool may_be_empty = false;  // one of the branches before can
    bool is_anchored = true;    // and all of those that can begin at a start
    bool is_zero = false;       // a look ahead or behind
  };

  char ahead(std::size_t n) const { return at_ + n < units_.size() ? units_[at_ + n].character : '\0'; }

  void part(bool takes) {
    Group& group = groups_.back();
    group.branch_takes = group.branch_takes || group.last_takes;
    group.last_takes = takes;
    group.branch_is_new = false;
    takes_any_ = takes_any_ || takes;
  }

  static void end_branch(Group& group) {
    if (!group.branch_takes && !group.last_takes) {
      group.may_be_empty = true;
      group.is_anchored = group.is_anchored && group.branch_is_anchored;
    }
    group.branch_takes = group.last_takes = group.branch_is_anchored = false;
    group.branch_is_new = true;
  }

  void close() {
    if (groups_.size() == 1) return;
    end_branch(groups_.back());
    const bool takes = !groups_.back().is_zero && !groups_.back().may_be_empty;
    const bool anchored = groups_.back().may_be_empty && groups_.back().is_anchored;
    groups_.pop_back();
    const bool is_new = groups_.back().branch_is_new;
    part(takes);
    if (is_new && anchored) groups_.back().branch_is_anchored = true;
  }

  void open() {
    groups_.emplace_back();
    if (ahead(1) != '?') return;
    const char kind = ahead(2);
    const bool behind = kind == '<';
    groups_.back().is_zero = kind == '=' || kind == '!' || behind;
    if (kind == '#' || (kind == 'P' && ahead(3) == '=') || kind == '(') {
      while (at_ + 1 < units_.size() && ahead(1) != ')') ++at_;
      if (kind == '(') ++at_;
      return;
    }
    at_ += behind ? 3 : 2;
    if (kind == 'P')
      while (at_ + 1 < units_.size() && units_[at_].character != '>') ++at_;
    // Flags: (?i)
    while (std::string_view("iLmsux-").find(ahead(1)) != std::string_view::npos && ahead(1) != '\0' && kind != 'P' &&
           kind != ':' && !groups_.back().is_zero)
      ++at_;
  }

  void skip_class() {
    ClassState state;
    state.take('[');
    while (state.is_inside() && at_ + 1 < units_.size()) {
      ++at_;
      if (units_[at_].character == '\\') {
        state.take_escape();
        ++at_;
      } else {
        state.take(units_[at_].character);
      }
    }
  }

  void escape() {
    const char next = ahead(1);
    ++at_;
    const bool is_new = groups_.back().branch_is_new;
    const bool is_zero = std::string_view("AZbB").find(next) != std::string_view::npos;
    part(!is_zero && !(next >= '1' && next <= '9'));
    if (is_new && next == 'A') groups_.back().branch_is_anchored = true;
  }

  // {0,3}: is it none of a thing? Any other {…} leaves what it is.
  void repeat() {
    const bool from_none = ahead(1) == ',' || (ahead(1) == '0' && (ahead(2) == ',' || ahead(2) == '}'));
    const bool is_one = ahead(1) == ',' || (ahead(1) >= '0' && ahead(1) <= '9');
    if (!is_one) return part(true);
    while (at_ + 1 < units_.size() && units_[at_].character != '}') ++at_;
    if (from_none) groups_.back().last_takes = false;
  }

  void step() {
    const char c = units_[at_].character;
    const bool is_new = groups_.back().branch_is_new;
    switch (c) {
      case '\\':
        return escape();
      case '[':
        skip_class();
        return part(true);
      case '(':
        return open();
      case ')':
        return close();
      case '|':
        return end_branch(groups_.back());
      case '*':
      case '?':
        groups_.back().last_takes = false;
        return;
      case '+':
        return;
      case '{':
        return repeat();
      case '$':
        return part(false);
      case '^':
        part(false);
        if (is_new) groups_.back().branch_is_anchored = true;
        return;
      default:
        return part(true);
    }
  }

  const std::vector<PatternUnit>& units_;
  std::vector<Group> groups_;
  std::size_t at_ = 0;
  bool takes_any_ = false;
};

}  // namespace

EmptyMatch matches_empty(Context& cx, Node literal) {
  std::vector<PatternUnit> units;
  for (Node string : literals_of(literal)) {
    if (!string.is(Kind::kString)) return EmptyMatch::kNever;
    const std::vector<PatternUnit> more = units_of(cx, string);
    units.insert(units.end(), more.begin(), more.end());
  }
  return Widths(units).run();
}

}  // namespace py3k::fixers
