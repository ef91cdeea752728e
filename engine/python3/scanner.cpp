#include "engine/python3/scanner.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "engine/python3/identifiers.h"
#include "engine/python3/literals.h"

namespace py3k::engine::python3 {

namespace {

enum Class : std::uint8_t { kOther, kBlank, kNewline, kLetter, kDigit, kQuote, kHigh };

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> table{};
  for (int c = 0; c < 256; ++c) {
    if (c == ' ' || c == '\t' || c == '\f') table[c] = kBlank;
    if (c == '\n' || c == '\r') table[c] = kNewline;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') table[c] = kLetter;
    if (c >= '0' && c <= '9') table[c] = kDigit;
    if (c == '\'' || c == '"') table[c] = kQuote;
    if (c >= 128) table[c] = kHigh;
  }
  return table;
}
constexpr auto kClasses = make_classes();

Class class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }
bool is_word_char(char c) {
  const Class it = class_of(c);
  return it == kLetter || it == kDigit || it == kHigh;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Keyword {
  std::string_view text;
  Tok kind;
};
constexpr Keyword kKeywords[] = {{"and", Tok::kAnd},
                                 {"as", Tok::kAs},
                                 {"assert", Tok::kAssert},
                                 {"async", Tok::kAsync},
                                 {"await", Tok::kAwait},
                                 {"break", Tok::kBreak},
                                 {"class", Tok::kClass},
                                 {"continue", Tok::kContinue},
                                 {"def", Tok::kDef},
                                 {"del", Tok::kDel},
                                 {"elif", Tok::kElif},
                                 {"else", Tok::kElse},
                                 {"except", Tok::kExcept},
                                 {"False", Tok::kFalse},
                                 {"finally", Tok::kFinally},
                                 {"for", Tok::kFor},
                                 {"from", Tok::kFrom},
                                 {"global", Tok::kGlobal},
                                 {"if", Tok::kIf},
                                 {"import", Tok::kImport},
                                 {"in", Tok::kIn},
                                 {"is", Tok::kIs},
                                 {"lambda", Tok::kLambda},
                                 {"None", Tok::kNone},
                                 {"nonlocal", Tok::kNonlocal},
                                 {"not", Tok::kNot},
                                 {"or", Tok::kOr},
                                 {"pass", Tok::kPass},
                                 {"raise", Tok::kRaise},
                                 {"return", Tok::kReturn},
                                 {"True", Tok::kTrue},
                                 {"try", Tok::kTry},
                                 {"while", Tok::kWhile},
                                 {"with", Tok::kWith},
                                 {"yield", Tok::kYield}};

class KeywordTable {
 public:
  KeywordTable() {
    for (const Keyword& keyword : kKeywords) {
      std::size_t slot = slot_of(keyword.text);
      while (!slots_[slot].text.empty()) slot = (slot + 1) & (kSize - 1);
      slots_[slot] = keyword;
    }
  }
  Tok find(std::string_view word) const {
    if (word.size() < 2 || word.size() > 8) return Tok::kName;
    for (std::size_t slot = slot_of(word); !slots_[slot].text.empty(); slot = (slot + 1) & (kSize - 1))
      if (slots_[slot].text == word) return slots_[slot].kind;
    return Tok::kName;
  }

 private:
  static constexpr std::size_t kSize = 256;
  static std::size_t slot_of(std::string_view word) {
    const auto first = static_cast<unsigned char>(word[0]);
    const auto second = static_cast<unsigned char>(word[1]);
    return (first * 7U + second * 31U + word.size() * 57U) & (kSize - 1);
  }
  std::array<Keyword, kSize> slots_{};
};
const KeywordTable kKeywordTable;

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { out_.list.reserve(text.size() / 4 + 16); }

  Tokens run() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (!failed_ && at_ < text_.size()) {
      if (is_in_literal_part()) {
        formatted_text();
      } else if (starts_line_) {
        indentation();
      } else {
        token();
      }
    }
    finish();
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kMostBrackets = 200;
  static constexpr std::size_t kMostIndents = 100;
  static constexpr std::size_t kMostFields = 3;       // one inside the format of another
  static constexpr std::size_t kMostFormatted = 150;  // one inside a field of another

  struct Indent {
    std::uint32_t column;
    std::uint32_t narrow;  // where a tab counts as one
  };
  struct Bracket {
    char open;
    std::uint32_t offset;
  };
  // An f-string that is open.
  struct Formatted {
    char quote;
    bool triple;
    bool raw;
    std::uint32_t start;
    std::vector<std::size_t> fields = {};  // how many brackets are open in each, itself included
    bool in_text = true;                   // or else in a field's code
  };

  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool is_at(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
  void fail(std::size_t offset, std::string_view what) {
    if (failed_) return;
    failed_ = true;
    out_.flaw = {static_cast<std::uint32_t>(offset), std::string(what)};
  }
  void add(Tok kind, std::size_t start, std::size_t end) {
    out_.list.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), kind});
  }
  void take(Tok kind, std::size_t length) {
    add(kind, at_, at_ + length);
    at_ += length;
  }

  void finish() {
    const std::size_t end = text_.size();
    if (!failed_ && !formatted_.empty()) fail(formatted_.back().start, "a string that is never closed");
    if (!failed_ && !brackets_.empty()) fail(brackets_.back().offset, "a bracket that is never closed");
    if (failed_) return add(Tok::kError, std::min<std::size_t>(out_.flaw.offset, end), end);
    if (!out_.list.empty() && !starts_line_) add(Tok::kNewline, end, end);
    for (; indents_.size() > 1; indents_.pop_back()) add(Tok::kDedent, end, end);
    add(Tok::kEnd, end, end);
  }

  // --- lines

  std::size_t newline_length() const { return peek() == '\r' && peek(1) == '\n' ? 2 : 1; }

  // Steps over a backslash and the newline behind it.
  bool continuation() {
    const std::size_t begin = at_++;
    if (at_ < text_.size() && class_of(peek()) != kNewline)
      return fail(begin, "a backslash that does not end its line"), false;
    if (at_ < text_.size()) at_ += newline_length();
    if (at_ >= text_.size()) return fail(begin, "a backslash at the end of the file"), false;
    return true;
  }

  void indentation() {
    std::uint32_t column = 0;
    std::uint32_t narrow = 0;
    std::uint32_t continued = 0;  // the column of the first backslash, if it is not in the first one
    for (; at_ < text_.size(); ++at_) {
      const char c = peek();
      if (c == ' ') {
        ++column, ++narrow;
      } else if (c == '\t') {
        column = (column / 8 + 1) * 8;
        ++narrow;
      } else if (c == '\f') {
        column = narrow = 0;
      } else if (c == '\\') {
        if (continued == 0) continued = column;
        if (!continuation()) return;
        --at_;
      } else {
        break;
      }
    }
    if (at_ == text_.size()) return;
    if (peek() == '#') skip_comment();
    if (at_ == text_.size()) return;
    if (class_of(peek()) == kNewline) {
      at_ += newline_length();
      return;
    }
    if (continued != 0) column = narrow = continued;
    set_indentation(column, narrow);
    starts_line_ = false;
  }

  void set_indentation(std::uint32_t column, std::uint32_t narrow) {
    constexpr std::string_view kMixed = "tabs and spaces are mixed in the indentation";
    if (column == indents_.back().column) {
      if (narrow != indents_.back().narrow) fail(at_, kMixed);
      return;
    }
    if (column > indents_.back().column) {
      if (narrow <= indents_.back().narrow) fail(at_, kMixed);
      if (indents_.size() >= kMostIndents) fail(at_, "blocks are nested too deeply");
      indents_.push_back({column, narrow});
      add(Tok::kIndent, at_, at_);
      return;
    }
    while (indents_.size() > 1 && column < indents_.back().column) {
      indents_.pop_back();
      add(Tok::kDedent, at_, at_);
    }
    if (column != indents_.back().column) fail(at_, "a line whose indentation is that of no block");
    if (narrow != indents_.back().narrow) fail(at_, kMixed);
  }

  void skip_comment() {
    while (at_ < text_.size() && class_of(peek()) != kNewline) {
      if (peek() == '\0') return fail(at_, "a NUL byte");
      ++at_;
    }
  }

  void newline() {
    if (brackets_.empty()) {
      add(Tok::kNewline, at_, at_);
      starts_line_ = true;
    }
    at_ += newline_length();
  }

  // --- tokens

  void token() {
    const char c = peek();
    switch (class_of(c)) {
      case kBlank:
        ++at_;
        return;
      case kNewline:
        return newline();
      case kLetter:
      case kHigh:
        return word();
      case kDigit:
        return number();
      case kQuote:
        return string(at_);
      case kOther:
        break;
    }
    switch (c) {
      case '#':
        return skip_comment();
      case '\\':
        continuation();
        return;
      case '(':
        return open(Tok::kLeftParen);
      case '[':
        return open(Tok::kLeftBracket);
      case '{':
        return open(Tok::kLeftBrace);
      case ')':
        return close('(', Tok::kRightParen);
      case ']':
        return close('[', Tok::kRightBracket);
      case '}':
        return close('{', Tok::kRightBrace);
      default:
        return symbol(c);
    }
  }

  void word() {
    const std::size_t begin = at_;
    bool high = false;
    while (at_ < text_.size() && is_word_char(peek())) high |= class_of(text_[at_++]) == kHigh;
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (word.size() <= 2 && class_of(peek()) == kQuote && is_string_prefix(word)) return string(begin);
    if ((word.size() == 2) && class_of(peek()) == kQuote && (word[0] | 0x20) == 'u' && (word[1] | 0x20) == 'r') {
      return fail(begin, "a literal with the prefix ur is Python 2 only");
    }
    if (high && !is_identifier(word)) return fail(begin, "a character that no name may have");
    const Tok kind = high ? Tok::kName : kKeywordTable.find(word);
    out_.has_declarations |= kind == Tok::kGlobal || kind == Tok::kNonlocal;
    out_.has_debug |= word == "__debug__";
    add(kind, begin, at_);
  }

  static bool is_string_prefix(std::string_view word) {
    char letters[2] = {};
    for (std::size_t i = 0; i < word.size(); ++i) letters[i] = static_cast<char>(word[i] | 0x20);
    if (word.size() == 1) return std::string_view("rubft").find(letters[0]) != std::string_view::npos;
    const char other = letters[0] == 'r' ? letters[1] : letters[0];
    return (letters[0] == 'r' || letters[1] == 'r') && (other == 'b' || other == 'f' || other == 't');
  }

  void string(std::size_t begin) {
    bool raw = false, formatted = false;
    LiteralKind kind = LiteralKind::kText;
    for (std::size_t i = begin; class_of(text_[i]) != kQuote; ++i) {
      const char letter = static_cast<char>(text_[i] | 0x20);
      raw |= letter == 'r';
      formatted |= letter == 'f' || letter == 't';
      if (letter == 'b') kind = LiteralKind::kBytes;
    }
    const char quote = peek();
    const bool triple = peek(1) == quote && peek(2) == quote;
    at_ += triple ? 3 : 1;
    if (formatted) {
      if (formatted_.size() >= kMostFormatted) return fail(begin, "f-strings are nested too deeply");
      formatted_.push_back({quote, triple, raw, static_cast<std::uint32_t>(begin)});
      return add(Tok::kFormattedStart, begin, at_);
    }
    const std::size_t body = at_;
    if (!string_body(begin, quote, triple)) return;
    const std::string_view inside = text_.substr(body, at_ - body);
    at_ += triple ? 3 : 1;
    check_literal(inside, body, raw, kind);
    add(kind == LiteralKind::kBytes ? Tok::kBytes : Tok::kString, begin, at_);
  }

  void check_literal(std::string_view inside, std::size_t offset, bool raw, LiteralKind kind) {
    if (kind == LiteralKind::kBytes) {
      const auto high = std::find_if(inside.begin(), inside.end(), [](char c) { return class_of(c) == kHigh; });
      if (high != inside.end()) {
        return fail(offset + static_cast<std::size_t>(high - inside.begin()),
                    "a bytes literal with a character beyond ASCII");
      }
    }
    if (raw || inside.find('\\') == std::string_view::npos) return;
    const SyntaxFlaw flaw = flaw_in_escapes(inside, static_cast<std::uint32_t>(offset), kind);
    if (!flaw.what.empty()) fail(flaw.offset, flaw.what);
  }

  // Stops at the quotes that close a string.
  bool string_body(std::size_t begin, char quote, bool triple) {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == quote && (!triple || (peek(1) == quote && peek(2) == quote))) return true;
      if (c == '\0') return fail(at_, "a NUL byte"), false;
      if (class_of(c) == kNewline && !triple) break;
      if (c != '\\') continue;
      at_ += peek(1) == '\r' && peek(2) == '\n' ? 2 : 1;
    }
    at_ = std::min(at_, text_.size());
    fail(begin, "a string that is never closed");
    return false;
  }

  // --- f-strings, PEP 701

  bool is_in_literal_part() const { return !formatted_.empty() && formatted_.back().in_text; }

  // The text of an f-string, or of a field's format, up to the next field or the end of either.
  void formatted_text() {
    Formatted& it = formatted_.back();
    const bool in_format = !it.fields.empty();
    const std::size_t begin = at_;
    for (; at_ < text_.size(); ++at_) {
      const char c = peek();
      if (c == '\0') return fail(at_, "a NUL byte");
      if (class_of(c) == kNewline && !it.triple) {
        if (!in_format) return fail(it.start, "a string that is never closed");
        it.in_text = false;
        return check_formatted(it, begin);
      }
      if (c == it.quote && (!it.triple || (peek(1) == c && peek(2) == c))) return end_formatted(begin);
      if (c == '{' && (in_format || peek(1) != '{')) {
        check_formatted(it, begin);
        return start_field(it);
      }
      if (c == '}' && (in_format || peek(1) != '}')) {
        check_formatted(it, begin);
        it.in_text = false;
        if (!in_format) fail(at_, "a } in an f-string that belongs to no field");
        return;
      }
      if (c == '{' || c == '}') {
        ++at_;
      } else if (c == '\\') {
        skip_escape(it);
      }
    }
    fail(it.start, "a string that is never closed");
  }

  void skip_escape(const Formatted& it) {
    const char next = peek(1);
    if (next == '{' || next == '}') return;  // a brace all the same
    if (!it.raw && next == 'N' && peek(2) == '{') {
      const std::size_t close = text_.find('}', at_);
      at_ = std::min(close, text_.size() - 1);
      return;
    }
    at_ += next == '\r' && peek(2) == '\n' ? 2 : 1;
  }

  void check_formatted(const Formatted& it, std::size_t begin) {
    check_literal(text_.substr(begin, at_ - begin), begin, it.raw, LiteralKind::kText);
  }

  void end_formatted(std::size_t begin) {
    Formatted& it = formatted_.back();
    if (!it.fields.empty()) return fail(brackets_.back().offset, "a field of an f-string that is never closed");
    check_formatted(it, begin);
    const std::size_t length = it.triple ? 3 : 1;
    formatted_.pop_back();
    take(Tok::kFormattedEnd, length);
  }

  void start_field(Formatted& it) {
    if (it.fields.size() >= kMostFields) return fail(at_, "fields of f-strings are nested too deeply");
    brackets_.push_back({'f', static_cast<std::uint32_t>(at_)});
    it.fields.push_back(brackets_.size());
    it.in_text = false;
    take(Tok::kFieldStart, 1);
  }

  // In a field, outside of all brackets in it?
  bool is_at_field() const {
    return !formatted_.empty() && !formatted_.back().fields.empty() &&
           formatted_.back().fields.back() == brackets_.size();
  }

  void end_field() {
    brackets_.pop_back();
    Formatted& it = formatted_.back();
    it.fields.pop_back();
    it.in_text = true;
    take(Tok::kFieldEnd, 1);
  }

  // --- brackets and operators

  void open(Tok kind) {
    if (brackets_.size() >= kMostBrackets) return fail(at_, "brackets are nested too deeply");
    brackets_.push_back({peek(), static_cast<std::uint32_t>(at_)});
    take(kind, 1);
  }

  void close(char open, Tok kind) {
    if (open == '{' && is_at_field()) return end_field();
    if (brackets_.empty() || brackets_.back().open != open)
      return fail(at_, "a closing bracket without its opening one");
    brackets_.pop_back();
    take(kind, 1);
  }

  void symbol(char c) {
    if (is_at_field() && c == ':') {
      formatted_.back().in_text = true;
      return take(Tok::kFormat, 1);
    }
    if (is_at_field() && c == '!' && peek(1) != '=') return take(Tok::kConversion, 1);
    const char next = peek(1);
    if (next == '=') {
      switch (c) {
        case '=':
        case '!':
        case '<':
        case '>':
          return take(Tok::kComparison, 2);
        case '+':
        case '-':
        case '*':
        case '/':
        case '%':
        case '&':
        case '|':
        case '^':
        case '@':
          return take(Tok::kAugmented, 2);
        case ':':
          return take(Tok::kWalrus, 2), void(out_.has_walrus = true);
        default:
          break;
      }
    }
    if (next == c && (c == '*' || c == '/' || c == '<' || c == '>')) {
      if (peek(2) == '=') return take(Tok::kAugmented, 3);
      return take(c == '*' ? Tok::kDoubleStar : Tok::kOperator, 2);
    }
    switch (c) {
      case '+':
        return take(Tok::kPlus, 1);
      case '-':
        return next == '>' ? take(Tok::kArrow, 2) : take(Tok::kMinus, 1);
      case '*':
        return take(Tok::kStar, 1);
      case '/':
        return take(Tok::kSlash, 1);
      case '|':
        return take(Tok::kPipe, 1);
      case '%':
      case '&':
      case '^':
        return take(Tok::kOperator, 1);
      case '<':
        return next == '>' ? fail(at_, "the operator <> is Python 2 only") : take(Tok::kComparison, 1);
      case '>':
        return take(Tok::kComparison, 1);
      case '=':
        return take(Tok::kAssign, 1);
      case '~':
        return take(Tok::kTilde, 1);
      case '@':
        return take(Tok::kAt, 1);
      case ',':
        return take(Tok::kComma, 1);
      case ';':
        return take(Tok::kSemicolon, 1);
      case ':':
        return take(Tok::kColon, 1);
      case '.':
        if (is_digit(next)) return number();
        return is_at("...") ? take(Tok::kEllipsis, 3) : take(Tok::kDot, 1);
      case '`':
        return fail(at_, "backticks are Python 2 only");
      default:
        return fail(at_, "a character that no Python has outside of strings");
    }
  }

  // --- numbers

  void number() {
    const std::size_t begin = at_;
    const char letter = static_cast<char>(peek(1) | 0x20);
    Tok kind = Tok::kNumber;
    const bool is_based = peek() == '0' && (letter == 'x' || letter == 'o' || letter == 'b') && peek(1) != '\0';
    const bool is_sound = is_based ? based(letter) : decimal(kind);
    if (failed_) return;
    if (!is_sound || !ends_here()) {
      const bool is_long = is_sound && (peek() | 0x20) == 'l' && !is_word_char(peek(1));
      return fail(begin, is_long ? "a number with L is Python 2 only" : "this is no number");
    }
    if (has_too_many_digits(text_.substr(begin, at_ - begin))) {
      return fail(begin, "a number of more than 4300 digits, which Python 3 does not read: write it in hexadecimal");
    }
    add(kind, begin, at_);
  }

  static bool is_digit_of(char c, char base) {
    if (base == 'x') return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    return c >= '0' && c <= (base == 'o' ? '7' : '1');
  }
  bool based(char base) {
    at_ += 2;
    do {
      if (peek() == '_') ++at_;
      if (!is_digit_of(peek(), base)) return false;
      while (is_digit_of(peek(), base)) ++at_;
    } while (peek() == '_');
    return !is_digit(peek());
  }

  // Digits, with single underscores between them.
  bool digits() {
    while (true) {
      while (is_digit(peek())) ++at_;
      if (peek() != '_') return true;
      ++at_;
      if (!is_digit(peek())) return false;
    }
  }

  bool decimal(Tok& kind) {
    const std::size_t begin = at_;
    if (!digits()) return false;
    const std::string_view whole = text_.substr(begin, at_ - begin);
    bool is_integer = true;
    if (peek() == '.') {
      is_integer = false;
      ++at_;
      if (is_digit(peek()) && !digits()) return false;
    }
    if (peek() == 'e' || peek() == 'E') {
      const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
      if (is_digit(peek(1 + sign))) {
        is_integer = false;
        at_ += 1 + sign;
        if (!digits()) return false;
      } else if (sign != 0) {
        return false;
      }
    }
    if (peek() == 'j' || peek() == 'J') {
      ++at_;
      kind = Tok::kImaginary;
      return true;
    }
    if (is_integer && whole.front() == '0' && whole.find_first_not_of("0_") != std::string_view::npos) {
      fail(begin, "an octal number without 0o is Python 2 only");
    }
    return true;
  }

  // Only some keywords may touch a number that they follow.
  bool ends_here() const {
    if (class_of(peek()) != kLetter) return true;
    for (const std::string_view word : {"and", "else", "for", "if", "in", "is", "or", "not"})
      if (is_at(word)) return true;
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Tokens out_;
  bool failed_ = false;
  bool starts_line_ = true;
  std::vector<Indent> indents_{{0, 0}};
  std::vector<Bracket> brackets_;
  std::vector<Formatted> formatted_;
};

}  // namespace

Tokens scan(std::string_view text) { return Scanner(text).run(); }

}  // namespace py3k::engine::python3
