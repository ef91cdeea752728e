#include "engine/syntax/condensed.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "engine/dialect/lexer.h"
#include "engine/one_of.h"
#include "engine/syntax/grammar.h"

namespace py3k::engine {

namespace {

enum class Class : std::uint8_t { kOperator, kWord, kHigh, kDigit, kDot, kQuote, kBracket, kBlank, kNewline };

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> table{};
  for (int c = 0; c < 256; ++c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') table[c] = Class::kWord;
    if (c >= 128) table[c] = Class::kHigh;
    if (c >= '0' && c <= '9') table[c] = Class::kDigit;
    if (c == '.') table[c] = Class::kDot;
    if (c == '\'' || c == '"') table[c] = Class::kQuote;
    if (c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}' || c == ',' || c == ';')
      table[c] = Class::kBracket;
    if (c == ' ' || c == '\t' || c == '\f' || c == '\r') table[c] = Class::kBlank;
    if (c == '\n') table[c] = Class::kNewline;
  }
  return table;
}
constexpr auto kClasses = make_classes();

Class class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }
bool is_word_char(char c) {
  const Class it = class_of(c);
  return it == Class::kWord || it == Class::kHigh || it == Class::kDigit;
}

// The grammar's keywords, as the grammar itself lists them.
class Keywords {
 public:
  Keywords() {
    for (std::uint32_t symbol = 1; symbol < ts_language_symbol_count(grammar().language); ++symbol) {
      if (ts_language_symbol_type(grammar().language, static_cast<TSSymbol>(symbol)) != TSSymbolTypeAnonymous) continue;
      const std::string_view name = ts_language_symbol_name(grammar().language, static_cast<TSSymbol>(symbol));
      if (name.empty() || class_of(name.front()) != Class::kWord ||
          !std::all_of(name.begin(), name.end(), is_word_char))
        continue;
      add(name);
    }
    // These have nodes with names of their own.
    for (const std::string_view name : {"None", "True", "False"}) add(name);
  }
  bool contains(std::string_view word) const {
    const auto& words = by_first_[static_cast<unsigned char>(word.front())];
    if (words.empty()) return false;
    if (word.size() > sizeof(std::uint64_t)) return std::find(long_.begin(), long_.end(), word) != long_.end();
    return std::find(words.begin(), words.end(), packed(word)) != words.end();
  }

 private:
  // Of up to eight characters, none of them NUL.
  static std::uint64_t packed(std::string_view word) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, word.data(), word.size());
    return bits;
  }
  void add(std::string_view name) {
    const bool is_long = name.size() > sizeof(std::uint64_t);
    if (is_long) long_.push_back(name);
    by_first_[static_cast<unsigned char>(name.front())].push_back(is_long ? 0 : packed(name));
  }

  std::array<std::vector<std::uint64_t>, 256> by_first_;
  std::vector<std::string_view> long_;
};

const Keywords& keywords() {
  static const Keywords instance;
  return instance;
}

}  // namespace

class Condenser {
 public:
  Condenser(const LexedSource& source, Condensed::Fold fold, Condensed& out)
      : overlay_(source.overlay),
        strings_(source.strings),
        // The parentheses of the others would lie in what is folded.
        folds_all_(fold == Condensed::Fold::kAll && source.grouped.empty() && source.bracketed_names.empty() &&
                   source.ellipses.empty()),
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
    has_keyword_ = keeps_attributes_ = follows_dot_ = false;
    depth_ = 0;
    std::uint32_t column = 0;
    for (; at_ < overlay_.size() && class_of(overlay_[at_]) == Class::kBlank && !is_at_literal(); ++at_) {
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
    if (is_at_literal()) return literals();
    switch (class_of(overlay_[at_])) {
      case Class::kBlank:
        return blanks();
      case Class::kWord:
      case Class::kHigh:
        return word();
      case Class::kDigit:
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
    } while (at_ < limit && class_of(overlay_[at_]) == Class::kBlank);
  }

  void sign() {
    const char c = overlay_[at_];
    if (c == '(' || c == '[' || c == '{') ++depth_;
    if (c == ')' || c == ']' || c == '}') --depth_;
    // What follows is an annotation, where the grammar has types.
    if (c == ':' && depth_ == 0 && !has_keyword_) keeps_attributes_ = true;
    separate();
    copy(1);
    is_first_ = false;
    follows_dot_ = c == '.';
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
    if (is_formatted || (end - at_ <= 2 && class_of(overlay_[at_]) == Class::kQuote)) return copy_literals(end);
    is_first_ = follows_dot_ = false;
    blank_ = true;
    if (folds_all_ && !keeps_attributes_ && end < overlay_.size() && overlay_[end] == '.' &&
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
    const bool starts_statement = is_first_ && (word == "case" || word == "type");
    if (is_first_) has_keyword_ = true;
    if (starts_statement || is_one_of(kAnywhere, word)) {
      keeps_attributes_ = true;
    }
  }

  // --- Operands

  struct Cursor {
    std::uint32_t at;
    std::size_t string;  // the next literal
  };
  enum class Read : std::uint8_t { kNothing, kSomething, kOther };

  // `a.b.c` and `a.b(c, "d")[0]` are operands like `a`: writes as much of one as can be read here, given its head and
  // what follows that. False: there is nothing but the head.
  bool fold(Kind head, Cursor cursor) {
    std::vector<FoldedPart>& parts = out_.parts_;
    const std::size_t first = parts.size();
    parts.push_back({head, at_, cursor.at});
    Cursor next = cursor;
    Kind last = Kind::kNone;
    std::size_t size = parts.size();
    while (trailer(next, 0) == Read::kSomething) {
      ++parts[first].count;
      last = overlay_[next.at - 1] == ')' ? Kind::kCall : Kind::kAttribute;
      size = parts.size();
      cursor = next;
    }
    const bool is_name = last != Kind::kCall && names_something(cursor.at);
    parts.resize(last == Kind::kNone || is_name ? first : size);
    if (parts.size() == first) return false;
    if (last == Kind::kCall) {
      for (const char c : Condensed::kCall) put(c, at_, cursor.at);
    } else {
      put(Condensed::kFolded, at_, cursor.at);
    }
    blank_ = !is_word_char(overlay_[cursor.at - 1]);
    at_ = cursor.at;
    next_string_ = cursor.string;
    return true;
  }

  bool is_string(Cursor& cursor) const {
    while (cursor.string < strings_.size() && strings_[cursor.string].range.start < cursor.at) ++cursor.string;
    return cursor.string < strings_.size() && strings_[cursor.string].range.start == cursor.at;
  }
  char sign_at(std::uint32_t at) const { return at < overlay_.size() ? overlay_[at] : '\n'; }
  void skip_blanks(Cursor& cursor) const {
    while (class_of(sign_at(cursor.at)) == Class::kBlank && !is_string(cursor)) ++cursor.at;
  }

  // A name, and no keyword.
  bool name(Cursor& cursor) const {
    if (class_of(sign_at(cursor.at)) != Class::kWord || is_string(cursor)) return false;
    std::uint32_t end = cursor.at + 1;
    while (is_word_char(sign_at(end)) && class_of(overlay_[end]) != Class::kHigh) ++end;
    if (class_of(sign_at(end)) == Class::kHigh) return false;
    if (keywords_.contains(overlay_.substr(cursor.at, end - cursor.at))) return false;
    cursor.at = end;
    return true;
  }

  // What follows an operand directly: an attribute, arguments, a subscript.
  Read trailer(Cursor& cursor, int depth) {
    const std::uint32_t start = cursor.at;
    const char sign = sign_at(start);
    const bool is_bracket = sign == '(' || sign == '[';
    if (sign != '.' && !is_bracket) return Read::kNothing;
    if (is_string(cursor)) return Read::kNothing;
    ++cursor.at;
    if (sign == '.') {
      if (!name(cursor)) return Read::kOther;
      out_.parts_.push_back({Kind::kAttribute, start + 1, cursor.at});
      return Read::kSomething;
    }
    constexpr int kDeepest = 6;
    if (!folds_all_ || depth == kDeepest) return Read::kOther;
    const std::size_t part = out_.parts_.size();
    out_.parts_.push_back({sign == '(' ? Kind::kCall : Kind::kSubscript, start, start});
    skip_blanks(cursor);
    if (!(sign == '(' ? arguments(cursor, depth + 1) : value(cursor, depth + 1))) return Read::kOther;
    skip_blanks(cursor);
    if (is_string(cursor) || sign_at(cursor.at) != (sign == '(' ? ')' : ']')) return Read::kOther;
    out_.parts_[part].end = ++cursor.at;
    return Read::kSomething;
  }

  bool arguments(Cursor& cursor, int depth) {
    while (is_string(cursor) || sign_at(cursor.at) != ')') {
      if (!argument(cursor, depth)) return false;
      skip_blanks(cursor);
      if (is_string(cursor) || sign_at(cursor.at) != ',') return true;
      out_.parts_.push_back({Kind::kTokenComma, cursor.at, cursor.at + 1});
      ++cursor.at;
      skip_blanks(cursor);
    }
    return true;
  }

  bool argument(Cursor& cursor, int depth) {
    if (!is_string(cursor) && sign_at(cursor.at) == '*') {
      const std::uint32_t length = sign_at(cursor.at + 1) == '*' ? 2 : 1;
      out_.parts_.push_back(
          {length == 2 ? Kind::kDictionarySplat : Kind::kListSplat, cursor.at, cursor.at + length});
      cursor.at += length;
      skip_blanks(cursor);
      return operand(cursor, depth);
    }
    Cursor after = cursor;
    if (!name(after)) return value(cursor, depth);
    const std::uint32_t end = after.at;
    skip_blanks(after);
    if (is_string(after) || sign_at(after.at) != '=' || sign_at(after.at + 1) == '=') return value(cursor, depth);
    out_.parts_.push_back({Kind::kKeywordArgument, cursor.at, end, after.at});
    cursor = after;
    ++cursor.at;
    skip_blanks(cursor);
    return value(cursor, depth);
  }

  bool value(Cursor& cursor, int depth) {
    const bool is_negative = sign_at(cursor.at) == '-' && class_of(sign_at(cursor.at + 1)) == Class::kDigit;
    if (is_negative && !is_string(cursor)) {
      out_.parts_.push_back({Kind::kUnaryOperator, cursor.at, cursor.at + 1});
      ++cursor.at;
    }
    return operand(cursor, depth);
  }

  bool operand(Cursor& cursor, int depth) {
    const std::size_t part = out_.parts_.size();
    const std::uint32_t start = cursor.at;
    const Kind kind = head(cursor);
    if (kind == Kind::kNone) return false;
    out_.parts_.push_back({kind, start, cursor.at});
    if (kind == Kind::kInteger || kind == Kind::kNoneLiteral) return true;
    while (true) {
      const Read read = trailer(cursor, depth);
      if (read != Read::kSomething) return read == Read::kNothing;
      ++out_.parts_[part].count;
    }
  }

  // kNone: none that can be read here.
  Kind head(Cursor& cursor) const {
    if (is_string(cursor)) {
      bool is_formatted = strings_[cursor.string].formatted;
      while (cursor.string + 1 < strings_.size() && strings_[cursor.string + 1].joined)
        is_formatted |= strings_[++cursor.string].formatted;
      cursor.at = strings_[cursor.string++].range.end;
      return is_formatted ? Kind::kNone : Kind::kString;
    }
    if (class_of(sign_at(cursor.at)) == Class::kDigit) {
      while (class_of(sign_at(cursor.at)) == Class::kDigit) ++cursor.at;
      return is_word_char(sign_at(cursor.at)) || sign_at(cursor.at) == '.' ? Kind::kNone : Kind::kInteger;
    }
    if (name(cursor)) return Kind::kIdentifier;
    constexpr std::string_view kNoneName = "None";
    if (overlay_.substr(cursor.at, kNoneName.size()) != kNoneName || is_word_char(sign_at(cursor.at + 4)))
      return Kind::kNone;
    cursor.at += static_cast<std::uint32_t>(kNoneName.size());
    return Kind::kNoneLiteral;
  }

  // `name=` in a call, `name :=`: what stands there has to be a name.
  bool names_something(std::uint32_t at) const {
    while (at < overlay_.size() && class_of(overlay_[at]) == Class::kBlank) ++at;
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
  void separate() {
    const bool is_needed = blank_ && out_.length_ > 0 && run_together(out_.text_[out_.length_ - 1], overlay_[at_]);
    blank_ = false;
    if (is_needed) put(' ', at_, at_);
  }
  static bool run_together(char before, char after) {
    const Class one = class_of(before);
    const Class other = class_of(after);
    if (one == Class::kBlank || one == Class::kNewline || one == Class::kBracket || other == Class::kBracket)
      return false;
    return (one == Class::kOperator) == (other == Class::kOperator);
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
  // Of the logical line:
  bool is_first_ = true;           // nothing of it was read so far
  bool has_keyword_ = false;       // it starts with one
  bool keeps_attributes_ = false;  // its attributes are not folded from here on
  bool follows_dot_ = false;
  int depth_ = 0;  // brackets that are open
};

Condensed::Condensed(const LexedSource& source, Fold fold) : size_(static_cast<std::uint32_t>(source.overlay.size())) {
  if (Condenser(source, fold, *this).run()) return;
  length_ = 0;
  parts_.clear();
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
