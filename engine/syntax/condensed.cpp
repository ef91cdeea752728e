#include "engine/syntax/condensed.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "engine/dialect/lexer.h"
#include "engine/one_of.h"
#include "engine/syntax/byte_class.h"
#include "engine/syntax/expression_fold.h"
#include "engine/syntax/keywords.h"

namespace py3k::engine {

class Condenser {
 public:
  Condenser(const LexedSource& source, Condensed::Fold fold, Condensed& out)
      : overlay_(source.overlay),
        strings_(source.strings),
        // The parentheses of the others would lie in what is folded.
        folds_all_(fold == Condensed::Fold::kAll && source.grouped.empty() && source.bracketed_names.empty() &&
                   source.ellipses.empty()),
        reader_(source, folds_all_, out.nodes_),
        keywords_(keywords()),
        out_(out) {
    for (const ByteRange& range : source.grouped) {
      parentheses_.push_back({range.start, '('});
      parentheses_.push_back({range.end, ')'});
    }
    // Where one ends and another begins there is a comma or a keyword in between.
    std::stable_sort(parentheses_.begin(), parentheses_.end(),
                     [](const auto& a, const auto& b) { return a.offset < b.offset; });
  }

  // False: the blocks are not in order, and what a parser makes of them is up to how much each line is indented.
  bool run() {
    out_.reserve(overlay_.size() / 2 + 16);
    while (at_ < overlay_.size()) {
      if (!line()) return false;
    }
    return true;
  }

 private:
  bool line() {
    is_first_ = true;
    has_keyword_ = keeps_attributes_ = is_loop_ = false;
    start_ = Start::kNothing;
    targets_at_ = kNowhere;
    depth_ = 0;
    std::uint32_t column = 0;
    for (; at_ < overlay_.size() && class_of(overlay_[at_]) == ByteClass::kBlank && !is_at_literal(); ++at_) {
      // As the grammar's scanner counts.
      const char c = overlay_[at_];
      column = c == ' ' ? column + 1 : c == '\t' ? column + 8 : 0;
    }
    if (at_ == overlay_.size()) return true;
    if (overlay_[at_] == '\n') {
      ++at_;
      return true;
    }
    if (!indent(column)) return false;
    while (at_ < overlay_.size() && overlay_[at_] != '\n') token();
    blank_ = false;
    if (at_ < overlay_.size()) copy(1);
    return true;
  }

  bool indent(std::uint32_t column) {
    const std::size_t open_before = columns_.size();
    while (column < columns_.back()) columns_.pop_back();
    if (column > columns_.back()) {
      if (columns_.size() < open_before) return false;
      columns_.push_back(column);
    }
    for (std::size_t level = 1; level < columns_.size(); ++level) put(' ', at_, at_);
    return true;
  }

  // What stands for a literal may start with a blank.
  bool is_at_literal() {
    while (next_string_ < strings_.size() && strings_[next_string_].range.start < at_) ++next_string_;
    return next_string_ < strings_.size() && strings_[next_string_].range.start == at_;
  }

  void token() {
    if (next_parenthesis_ < parentheses_.size()) parentheses();
    const bool is_literal = is_at_literal();
    if (!is_literal && class_of(overlay_[at_]) == ByteClass::kBlank) return blanks();
    const Start start = std::exchange(start_, Start::kNothing);
    if (start != Start::kNothing && folds_all_ && !keeps_attributes_ && targets_at_ == kNowhere &&
        fold_expression(start))
      return;
    if (is_literal) return literals();
    switch (class_of(overlay_[at_])) {
      case ByteClass::kWord:
      case ByteClass::kHigh:
        return word();
      case ByteClass::kDigit:
        return number();
      default:
        return sign();
    }
  }

  // Those that Python 2 does without.
  void parentheses() {
    for (; next_parenthesis_ < parentheses_.size() && parentheses_[next_parenthesis_].offset <= at_;
         ++next_parenthesis_) {
      const Parenthesis& it = parentheses_[next_parenthesis_];
      depth_ += it.sign == '(' ? 1 : -1;
      put(it.sign, it.offset, it.offset);
    }
  }

  void blanks() {
    blank_ = true;
    const std::size_t limit = next_string_ < strings_.size() ? strings_[next_string_].range.start : overlay_.size();
    do {
      ++at_;
    } while (at_ < limit && class_of(overlay_[at_]) == ByteClass::kBlank);
  }

  void sign() {
    const char c = overlay_[at_];
    if (c == '(' || c == '[' || c == '{') ++depth_;
    if (c == ')' || c == ']' || c == '}') --depth_;
    // What follows is an annotation, where the grammar has types.
    if (c == ':' && depth_ == 0 && !has_keyword_) keeps_attributes_ = true;
    separate();
    note_start(c);
    copy(1);
    is_first_ = false;
    follows_dot_ = c == '.';
  }

  void note_start(char sign) {
    if (sign == '(' || sign == '[' || sign == '{' || sign == ',' || (sign == ':' && depth_ > 0)) {
      start_ = Start::kNoTarget;
    } else if (sign == '=' && at_ > 0 && overlay_.substr(at_ + 1, 1) != "=" &&
               std::string_view("=<>!:").find(overlay_[at_ - 1]) == std::string_view::npos) {
      start_ = Start::kExpression;
    }
  }

  // Literals side by side are one operand. A number is one as well, and unlike a name can be nothing else: in `x =
  // ["a", "b"]` the parser need not wait for what comes behind to know that this is no list of targets.
  void literals() {
    const StringToken& first = strings_[next_string_];
    bool is_formatted = first.formatted;
    while (next_string_ + 1 < strings_.size() && strings_[next_string_ + 1].joined) {
      is_formatted |= strings_[++next_string_].formatted;
    }
    const std::uint32_t end = strings_[next_string_++].range.end;
    // What stands for it must not become part of a word that touches it, as in `print"a"` and `"a"if x`.
    blank_ = true;
    separate();
    // An f-string has fields, which are code; an empty literal that touches a word has kept its quotes.
    if (is_formatted || (end - at_ <= 2 && class_of(overlay_[at_]) == ByteClass::kQuote)) return copy_literals(end);
    const bool is_operand = !keeps_attributes_ && !follows_dot_;
    is_first_ = follows_dot_ = false;
    blank_ = true;
    if (folds_all_ && is_operand && end < overlay_.size() && overlay_[end] == '.' &&
        fold(Kind::kString, {end, next_string_}))
      return;
    put('1', at_, end);
    put('j', at_, end);  // or else a dot behind it were a decimal point
    at_ = end;
  }

  // In a condensed text only the end of a logical line is a newline. (Behind a `#` it might end a comment in a field.)
  void copy_literals(std::uint32_t end) {
    const bool may_have_comment = overlay_.substr(at_, end - at_).find('#') != std::string_view::npos;
    for (; at_ < end; ++at_) put(overlay_[at_] == '\n' && !may_have_comment ? ' ' : overlay_[at_], at_, at_ + 1);
  }

  void word() {
    std::uint32_t end = at_ + 1;
    unsigned char bits = static_cast<unsigned char>(overlay_[at_]);
    for (; end < overlay_.size() && is_word_char(overlay_[end]); ++end)
      bits |= static_cast<unsigned char>(overlay_[end]);
    const bool is_plain = bits < 128;
    separate();
    const bool is_keyword = is_plain && keywords_.contains(overlay_.substr(at_, end - at_));
    if (is_keyword) note_keyword(overlay_.substr(at_, end - at_));
    const bool is_operand = is_plain && !is_keyword && !keeps_attributes_ && !follows_dot_;
    is_first_ = follows_dot_ = false;
    if (is_operand && fold(Kind::kIdentifier, {end, next_string_})) return;
    // Whether the bytes above 127 make a name is for the grammar to say.
    if (!is_plain || is_keyword || end - at_ == 1) return copy(end - at_);
    put('x', at_, end);
    at_ = end;
  }

  // Where names are no expressions, or the grammar has another kind of node for `a.b` than for `a` alone, all parts
  // stay.
  void note_keyword(std::string_view word) {
    constexpr std::string_view kAnywhere[] = {"import", "from",   "global", "nonlocal", "def",
                                              "class",  "lambda", "except", "as"};
    constexpr std::string_view kBeforeValues[] = {"return", "yield", "assert", "raise"};
    constexpr std::string_view kBeforeConditions[] = {"if", "elif", "while"};
    const bool starts_statement = is_first_ && (word == "case" || word == "type");
    if (is_first_) {
      has_keyword_ = true;
      is_loop_ = word == "for";
      if (is_one_of(kBeforeValues, word)) start_ = Start::kExpression;
      if (is_one_of(kBeforeConditions, word)) start_ = Start::kCondition;
    }
    // The commas and brackets of targets are no starts.
    if (word == "for" && targets_at_ == kNowhere) targets_at_ = depth_;
    if (word == "in" && targets_at_ == depth_) {
      targets_at_ = kNowhere;
      if (is_loop_ && depth_ == 0) start_ = Start::kCondition;
    }
    if (starts_statement || is_one_of(kAnywhere, word)) {
      keeps_attributes_ = true;
    }
  }

  // --- What is folded

  // What may start at the next token: an expression, one that a colon follows, one that is no target of an assignment.
  enum class Start : std::uint8_t { kNothing, kExpression, kCondition, kNoTarget };

  // `a.b.c` and `a.b(c, "d")[0]` are operands like `a`: writes as much of one as can be read here, given its head and
  // what follows that. False: there is nothing but the head.
  bool fold(Kind head, ExpressionReader::Cursor cursor) {
    const std::size_t before = out_.nodes_.size();
    const Kind last = reader_.operand(head, at_, cursor);
    if (last == Kind::kNone || (last != Kind::kCall && names_something(cursor.at))) {
      out_.nodes_.resize(before);
      return false;
    }
    if (last == Kind::kCall) {
      put_value(cursor.at);
    } else {
      put(Condensed::kFolded, at_, cursor.at);
    }
    finish(cursor);
    return true;
  }

  // The whole of what stands between `return`, `=`, a bracket or the like and the end of it.
  bool fold_expression(Start start) {
    ExpressionReader::Cursor cursor{at_, next_string_};
    const std::size_t before = out_.nodes_.size();
    if (!reader_.expression(cursor) || !is_end(cursor.at, start) || !is_worth_folding(out_.nodes_.back().kind, start)) {
      out_.nodes_.resize(before);
      return false;
    }
    blank_ = true;
    separate_from(Condensed::kValue.front());
    is_first_ = follows_dot_ = false;
    put_value(cursor.at);
    finish(cursor);
    return true;
  }

  // Where a newline can't end a statement, the parser reads over it.
  bool is_end(std::uint32_t at, Start start) const {
    while (at < overlay_.size() && class_of(overlay_[at]) == ByteClass::kBlank) ++at;
    if (at == overlay_.size()) return depth_ == 0 && start != Start::kCondition;
    if (overlay_.substr(at, 2) == ":=") return false;
    const std::string_view ends = depth_ > 0 ? ",:)]}" : start == Start::kCondition ? ",:" : ",;\n";
    return ends.find(overlay_[at]) != std::string_view::npos;
  }

  static bool is_worth_folding(Kind kind, Start start) {
    switch (kind) {
      case Kind::kIdentifier:
      case Kind::kString:
      case Kind::kConcatenatedString:
      case Kind::kInteger:
      case Kind::kNoneLiteral:
        return false;
      case Kind::kAttribute:
      case Kind::kSubscript:
      case Kind::kList:
      case Kind::kTuple:
      case Kind::kParenthesizedExpression:
        return start != Start::kNoTarget;
      default:
        return true;
    }
  }

  void put_value(std::uint32_t end) {
    for (const char c : Condensed::kValue) put(c, at_, end);
  }
  void finish(const ExpressionReader::Cursor& cursor) {
    out_.folded_.push_back({at_, static_cast<std::uint32_t>(out_.nodes_.size())});
    // A name that ends it can't touch another word; all else may.
    blank_ = out_.text_[out_.length_ - 1] != Condensed::kFolded || !is_word_char(overlay_[cursor.at - 1]);
    at_ = cursor.at;
    next_string_ = cursor.string;
  }

  // `name=` in a call, `name :=`: what stands there has to be a name.
  bool names_something(std::uint32_t at) const {
    while (at < overlay_.size() && class_of(overlay_[at]) == ByteClass::kBlank) ++at;
    const std::string_view next = overlay_.substr(at, 2);
    return next == ":=" || (depth_ > 0 && next.starts_with('=') && next != "==");
  }

  // What follows directly, such as an exponent or a keyword, comes along.
  void number() {
    std::uint32_t length = 1;
    while (at_ + length < overlay_.size() && (is_word_char(overlay_[at_ + length]) || overlay_[at_ + length] == '.'))
      ++length;
    is_first_ = follows_dot_ = false;
    separate();
    copy(length);
  }

  // A blank that was skipped is written after all where two tokens might be read as one.
  void separate() { separate_from(overlay_[at_]); }
  void separate_from(char next) {
    const bool is_needed = blank_ && out_.length_ > 0 && run_together(out_.text_[out_.length_ - 1], next);
    blank_ = false;
    if (is_needed) put(' ', at_, at_);
  }
  static bool run_together(char before, char after) {
    const ByteClass one = class_of(before);
    const ByteClass other = class_of(after);
    if (one == ByteClass::kBlank || one == ByteClass::kNewline || one == ByteClass::kBracket ||
        other == ByteClass::kBracket)
      return false;
    return (one == ByteClass::kOperator) == (other == ByteClass::kOperator);
  }

  void copy(std::uint32_t length) {
    out_.append(overlay_, at_, length);
    at_ += length;
  }

  void put(char c, std::uint32_t start, std::uint32_t end) {
    out_.reserve(out_.length_ + 1);
    out_.text_[out_.length_] = c;
    out_.places_[out_.length_] = {start, end};
    ++out_.length_;
  }

  std::string_view overlay_;
  const std::vector<StringToken>& strings_;
  bool folds_all_;
  ExpressionReader reader_;
  const Keywords& keywords_;
  Condensed& out_;
  struct Parenthesis {
    std::uint32_t offset;
    char sign;
  };
  std::vector<Parenthesis> parentheses_;
  std::size_t next_parenthesis_ = 0;
  std::vector<std::uint32_t> columns_{0};  // of the blocks that are open
  std::uint32_t at_ = 0;
  std::size_t next_string_ = 0;
  bool blank_ = false;  // blanks were skipped
  bool follows_dot_ = false;
  // Of the logical line:
  bool is_first_ = true;           // nothing of it was read so far
  bool has_keyword_ = false;       // it starts with one
  bool keeps_attributes_ = false;  // its attributes are not folded from here on
  int depth_ = 0;                  // brackets that are open
  Start start_ = Start::kNothing;
  static constexpr int kNowhere = -1;
  int targets_at_ = kNowhere;  // how many are open where a `for` is, until its `in`
  bool is_loop_ = false;       // the line starts with `for`
};

Condensed::Condensed(const LexedSource& source, Fold fold) : size_(static_cast<std::uint32_t>(source.overlay.size())) {
  if (Condenser(source, fold, *this).run()) return;
  length_ = 0;
  nodes_.clear();
  folded_.clear();
  append(source.overlay, 0, size_);
}

void Condensed::grow(std::size_t length) {
  capacity_ = std::max(length, 2 * capacity_);
  auto text = std::make_unique_for_overwrite<char[]>(capacity_);
  auto places = std::make_unique_for_overwrite<Place[]>(capacity_);
  std::copy_n(text_.get(), length_, text.get());
  std::copy_n(places_.get(), length_, places.get());
  text_ = std::move(text);
  places_ = std::move(places);
}

}  // namespace py3k::engine
