#include "engine/dialect/lexer.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace py3k::engine {

WordTable::WordTable(const std::vector<std::string>& words) {
  std::size_t capacity = 64;
  while (capacity < words.size() * 4) capacity *= 2;
  slots_.assign(capacity, kAbsent);
  for (const std::string& word : words) {
    if (index(word) != kAbsent || words_.size() == kMaxWords) continue;
    std::size_t slot = hash(word) & (capacity - 1);
    while (slots_[slot] != kAbsent) slot = (slot + 1) & (capacity - 1);
    slots_[slot] = static_cast<std::int16_t>(words_.size());
    words_.push_back(word);
  }
}

std::uint32_t WordTable::hash(std::string_view word) {
  const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(word[at])); };
  if (word.empty()) return 0;
  const std::size_t size = word.size();
  return byte(0) * 0x9E3779B1U + byte(size - 1) * 0x85EBCA6BU + byte(size / 2) * 0xC2B2AE35U +
         static_cast<std::uint32_t>(size) * 0x27D4EB2FU;
}

int WordTable::index(std::string_view word) const {
  const std::size_t mask = slots_.size() - 1;
  const std::uint32_t hashed = hash(word);
  for (std::size_t slot = hashed & mask;; slot = (slot + 1) & mask) {
    if (slots_[slot] == kAbsent) return kAbsent;
    if (words_[static_cast<std::size_t>(slots_[slot])] == word) return slots_[slot];
  }
}

namespace {

enum CharClass : std::uint8_t { kOther, kBlank, kNewline, kWord, kDigit, kQuote, kOpen, kClose, kHigh };

constexpr std::array<CharClass, 256> make_classes() {
  std::array<CharClass, 256> table{};
  for (int c = 0; c < 256; ++c) {
    if (c == ' ' || c == '\t' || c == '\f') table[c] = kBlank;
    if (c == '\n' || c == '\r') table[c] = kNewline;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') table[c] = kWord;
    if (c >= '0' && c <= '9') table[c] = kDigit;
    if (c == '\'' || c == '"') table[c] = kQuote;
    if (c == '(' || c == '[' || c == '{') table[c] = kOpen;
    if (c == ')' || c == ']' || c == '}') table[c] = kClose;
    if (c >= 128) table[c] = kHigh;
  }
  return table;
}
constexpr auto kClasses = make_classes();

CharClass class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }
bool is_word_char(char c) {
  const CharClass cls = class_of(c);
  return cls == kWord || cls == kDigit || cls == kHigh;
}
bool is_digit(char c) { return class_of(c) == kDigit; }

// Characters with which a backslash makes no escape, in text or bytes; and those of octal numbers that may be too
// large.
constexpr std::array<bool, 256> make_unknown_escapes() {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 128; ++c) table[c] = true;
  for (const char c : std::string_view("\\'\"\r\nabfnrtvx01234567NuU")) table[static_cast<unsigned char>(c)] = false;
  return table;
}
constexpr auto kUnknownEscapes = make_unknown_escapes();

// What the lexer has to know of a keyword, or of a name that needs care.
enum class Word : std::uint8_t {
  kName,
  kOperator,  // a keyword after which an operand comes: and, not, return, …
  kBlock,     // a keyword that starts a compound statement
  kFor,       // another one
  kGlobal,
  kDelete,
  kAs,
  kPrint,
  kExec,
  kIn,
  kExcept,
  kRaise,
  kFrom,
  kImport,
  kDef,
  kClass,
  kLambda,
  kYield,
  kAsync,
  kAwait,
  kNonlocal,
  kTrueFalse,
  kNoneName,
  kMatchOrType,
  kFuture,
  kPrintFunction,
  kUnicodeLiterals,
  kMetaclass,
};

struct KnownWord {
  std::string_view text;
  Word word;
};

constexpr KnownWord kKnownWords[] = {
    {"and", Word::kOperator},
    {"or", Word::kOperator},
    {"not", Word::kOperator},
    {"is", Word::kOperator},
    {"return", Word::kOperator},
    {"assert", Word::kOperator},
    {"del", Word::kDelete},
    {"global", Word::kGlobal},
    {"as", Word::kAs},
    {"if", Word::kBlock},
    {"elif", Word::kBlock},
    {"else", Word::kBlock},
    {"while", Word::kBlock},
    {"for", Word::kFor},
    {"try", Word::kBlock},
    {"finally", Word::kBlock},
    {"with", Word::kBlock},
    {"print", Word::kPrint},
    {"exec", Word::kExec},
    {"in", Word::kIn},
    {"except", Word::kExcept},
    {"raise", Word::kRaise},
    {"from", Word::kFrom},
    {"import", Word::kImport},
    {"def", Word::kDef},
    {"class", Word::kClass},
    {"lambda", Word::kLambda},
    {"yield", Word::kYield},
    {"async", Word::kAsync},
    {"await", Word::kAwait},
    {"nonlocal", Word::kNonlocal},
    {"True", Word::kTrueFalse},
    {"False", Word::kTrueFalse},
    {"None", Word::kNoneName},
    {"match", Word::kMatchOrType},
    {"type", Word::kMatchOrType},
    {"__future__", Word::kFuture},
    {"print_function", Word::kPrintFunction},
    {"unicode_literals", Word::kUnicodeLiterals},
    {"metaclass", Word::kMetaclass},
};

// A perfect-enough hash: words are short, and a look-up must cost next to nothing for the millions that aren't here.
class KnownWords {
 public:
  KnownWords() {
    for (const KnownWord& known : kKnownWords) {
      std::size_t slot = slot_of(known.text);
      while (!slots_[slot].text.empty()) slot = (slot + 1) & (kSize - 1);
      slots_[slot] = known;
    }
  }
  Word find(std::string_view text) const {
    for (std::size_t slot = slot_of(text);; slot = (slot + 1) & (kSize - 1)) {
      if (slots_[slot].text.empty()) return Word::kName;
      if (slots_[slot].text == text) return slots_[slot].word;
    }
  }

 private:
  static constexpr std::size_t kSize = 256;
  static std::size_t slot_of(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const auto last = static_cast<unsigned char>(text.back());
    return (first * 7U + last * 31U + text.size() * 57U) & (kSize - 1);
  }
  std::array<KnownWord, kSize> slots_{};
};
const KnownWords kWords;

// Special words for what new Pythons warn of, or can't run: a literal with a backslash that stands for itself or an
// octal escape above \377, `is` beside a literal, a first line that runs python2.
constexpr std::string_view kWarnedWords[] = {"\\d", "is''", "#!python2"};

class Lexer {
 public:
  Lexer(std::string_view text, const LexOptions& options) : text_(text), options_(options) {
    out_.text = text;
    out_.language = options.language;
    out_.overlay.assign(text);
    overlay_ = out_.overlay.data();
    print_is_name_ = options.language == Language::kPython3 || options.print_function;
    out_.evidence.print_function = options.print_function;
    out_.evidence.exec_function = options.exec_function;
    find_special_words();
  }

  LexedSource run() {
    skip_byte_order_mark();
    start_line();
    while (at_ < text_.size()) {
      step();
      if (options_.ends_at_python2 && out_.evidence.python2_syntax) return std::move(out_);
    }
    note_backslash_at_end();
    if (suite_due_ || (after_header_ && !statement_.any_token)) fail(text_.size(), "an indented block is missing");
    end_statement();
    if (!brackets_.empty()) fail(brackets_.back().offset, "a bracket that is never closed");
    if (types_listed_at_ && !out_.evidence.python3_syntax) python2(*types_listed_at_);
    sort_groups();
    hide_strings();
    return std::move(out_);
  }

 private:
  enum class Clause : std::uint8_t {
    kNone,
    kFor,
    kIn
  };  // how far a comprehension has come: after `for`, after its `in`
  struct Bracket {
    char open;
    std::uint32_t offset;
    Clause clause = Clause::kNone;
    bool is_call = false;
    bool has_comma = false;
    std::uint32_t item = 0;        // where what follows the last comma, or the bracket, begins
    std::uint32_t condition = 0;   // where the `if` of a comprehension, the last one, ends
    std::uint32_t old_lambda = 0;  // one past the start of a lambda in a comprehension's clause
  };

  struct Indent {
    std::uint32_t column;
    std::uint32_t narrow;
  };

  // What has been seen of `print ( … )`: its end, and whether what comes next tells that it is a print statement.
  enum class AfterPrint : std::uint8_t { kNothing, kParenthesis, kCallGoesOn, kStatementGoesOn };

  // What is known of the statement that the lexer is in.
  struct Statement {
    Word first = Word::kName;
    bool any_token = false;
    bool exec_in_seen = false;
    bool lists_types = false;  // except A, B, C:
    bool in_targets = false;   // what follows are names that the statement binds, or takes away
    bool from_future = false;
    bool print_parenthesis = false;  // `print (`
    AfterPrint after_print = AfterPrint::kNothing;
    bool only_targets = true;   // so far it is names, commas and brackets: it may turn out to assign to them
    std::size_t subscript = 0;  // how many brackets are open in what stands in those behind one of them: x[1:], f(y).z
    bool constant = false;      // there is True, False or None among them
  };

  // Python itself takes 200 and 100; Python 2, of patterns in parameters, 742.
  static constexpr std::size_t kMostBrackets = 1000;
  static constexpr std::size_t kMostIndents = 100;

  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  std::uint32_t here() const { return static_cast<std::uint32_t>(at_); }

  void fail(std::size_t offset, std::string_view what) {
    if (out_.error.what.empty()) out_.error = {static_cast<std::uint32_t>(offset), what};
  }

  void find_special_words() {
    std::size_t next = 0;
    const auto add = [&](std::string_view word) {
      special_[next++] = options_.words ? options_.words->index(word) : WordTable::kAbsent;
    };
    for (const std::string_view word : kSpecialWords) add(word);
    for (const std::string_view word : kWarnedWords) add(word);
  }
  enum Special {
    kBacktickWord,
    kNotEqualWord,
    kOctalWord,
    kLongWord,
    kUnicodeWord,
    kRawUnicodeWord,
    kEscapeWord,
    kCodingWord,
    kTupleParameterWord,
    kBareIterableWord,
    kTabWord,
    kRaisePartsWord,
    kUnicodeFlagWord,
    kHighBytesWord,
    kReservedWord,
    kDivisionWord,
    kBackslashWord,
    kUnknownEscapeWord,
    kIsLiteralWord,
    kRunsPython2Word
  };
  void saw(Special special) {
    if (special_[special] != WordTable::kAbsent) out_.words.set(static_cast<std::size_t>(special_[special]));
  }
  void python2(std::size_t offset) {
    if (!out_.evidence.python2_syntax) out_.evidence.python2_offset = static_cast<std::uint32_t>(offset);
    out_.evidence.python2_syntax = true;
  }
  void python3(std::size_t offset) {
    if (!out_.evidence.python3_syntax) out_.evidence.python3_offset = static_cast<std::uint32_t>(offset);
    out_.evidence.python3_syntax = true;
  }

  void blank(std::size_t from, std::size_t to) { std::memset(overlay_ + from, ' ', to - from); }

  void skip_byte_order_mark() {
    if (text_.substr(0, 3) != "\xEF\xBB\xBF") return;
    // A form feed, unlike a space, does not indent.
    std::memset(overlay_, '\f', 3);
    at_ = 3;
  }

  void step() {
    const char c = text_[at_];
    const CharClass cls = class_of(c);
    if (cls != kBlank && cls != kNewline && c != '#' && c != '\\') dangling_operator_ = false;
    if (cls != kBlank && c != '\\') backslash_.reset();
    if (cls == kDigit || cls == kQuote || cls == kClose) last_symbol_ = '\0';
    if (cls == kDigit || cls == kQuote) no_targets();
    switch (cls) {
      case kBlank:
        ++at_;
        return;
      case kNewline:
        newline();
        return;
      case kWord:
      case kHigh:
        word();
        return;
      case kDigit:
        number();
        return;
      case kQuote:
        string(at_);
        return;
      case kOpen:
        open();
        return;
      case kClose:
        close();
        return;
      case kOther:
        symbol(c);
        return;
    }
  }

  // --- lines and indentation

  std::size_t newline_length(std::size_t at) const {
    return text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n' ? 2 : 1;
  }

  // tree-sitter's scanner knows \n only, and closes blocks at lines inside brackets that are indented less.
  void newline() {
    const std::size_t length = newline_length(at_);
    if (!brackets_.empty()) {
      if (is_backtick_open()) fail(at_, "a backtick that is not closed on its line");
      blank(at_, at_ + length);
      at_ += length;
      return;
    }
    // The grammar takes such a newline for white space.
    if (dangling_operator_) fail(at_, "an operator without its operand");
    if (length == 2) overlay_[at_] = ' ';
    overlay_[at_ + length - 1] = '\n';
    at_ += length;
    if (after_header_ && !statement_.any_token) suite_due_ = true;
    end_statement();
    start_line();
  }

  // A backtick is no bracket that lines go on in; one around it may be.
  bool is_backtick_open() const {
    return std::all_of(brackets_.begin(), brackets_.end(), [](const Bracket& bracket) { return bracket.open == '`'; });
  }

  // Reads the indentation of a logical line. The scanner counts a tab as 8 wherever it stands; Python 2 moves to the
  // next multiple of 8. A form feed sets the count back to 0 in both. Backslash-newlines in it don't count (bpo-46091).
  void start_line() {
    const std::size_t begin = at_;
    std::uint32_t column = 0;
    std::uint32_t narrow = 0;  // the column if a tab were as wide as a space
    bool rewrite = false;
    bool tab_seen = false;
    bool space_seen = false;
    bool continued = false;
    std::size_t first_backslash = 0;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ') {
        column += continued ? 0 : 1;
        narrow += continued ? 0 : 1;
        space_seen = true;
      } else if (c == '\t') {
        if (!continued) column = (column / 8 + 1) * 8;
        narrow += continued ? 0 : 1;
        rewrite |= space_seen;
        tab_seen = true;
      } else if (c == '\f') {
        if (!continued) column = narrow = 0;
        rewrite = true;
      } else if (c == '\\' && at_ + 1 < text_.size() && class_of(text_[at_ + 1]) == kNewline) {
        if (!continued) first_backslash = at_;
        if (!continued) backslash_ = static_cast<std::uint32_t>(begin);
        at_ += newline_length(at_ + 1);
        backslash_end_ = at_ + 1;
        rewrite = continued = true;
      } else {
        break;
      }
      ++at_;
    }
    const bool empty = at_ == text_.size() || class_of(text_[at_]) == kNewline;
    if (at_ < text_.size()) backslash_.reset();
    if (!empty && text_[at_] != '#') {
      // Python 3 goes on counting where it has counted nothing so far.
      const bool is_stray = continued && column == 0 && at_ > backslash_end_;
      if (is_stray) stray({static_cast<std::uint32_t>(first_backslash), here()});
      check_indentation(begin, column, narrow);
      if (tab_seen) out_.tabs.push_back({{static_cast<std::uint32_t>(begin), here()}, column});
    }
    if (!rewrite || empty) {
      if (rewrite) blank(begin, at_);
      return;
    }
    const std::size_t length = at_ - begin;
    const std::size_t tabs = column / 8;
    const std::size_t spaces = column % 8;
    std::memset(overlay_ + begin, '\f', length);
    std::memset(overlay_ + at_ - spaces, ' ', spaces);
    std::memset(overlay_ + at_ - spaces - tabs, '\t', tabs);
  }

  // The grammar takes a header without a suite, and lines that are indented anyhow. And Python 3 wants indentation
  // whose meaning does not depend on how wide a tab is:
  // https://docs.python.org/3/reference/lexical_analysis.html#indentation
  void check_indentation(std::size_t begin, std::uint32_t column, std::uint32_t narrow) {
    bool consistent = true;
    if (suite_due_ != (column > indents_.back().column)) {
      fail(begin, suite_due_ ? "an indented block is missing" : "a line that is indented for no reason");
    }
    suite_due_ = false;
    if (column > indents_.back().column) {
      consistent = narrow > indents_.back().narrow;
      if (indents_.size() >= kMostIndents) fail(begin, "blocks are nested too deeply");
      indents_.push_back({column, narrow});
    } else {
      while (indents_.size() > 1 && indents_.back().column > column) indents_.pop_back();
      if (column != indents_.back().column) fail(begin, "a line whose indentation is that of no block");
      consistent = column != indents_.back().column || narrow == indents_.back().narrow;
    }
    if (consistent || out_.inconsistent_tabs) return;
    out_.inconsistent_tabs = static_cast<std::uint32_t>(begin);
    saw(kTabWord);
  }

  void end_statement() {
    if (statement_.after_print == AfterPrint::kStatementGoesOn) {
      out_.evidence.python2_hint = out_.evidence.print_statement = true;
    }
    statement_ = {};
    after_header_ = false;
    in_default_ = last_string_ = after_dot_ = after_yield_ = false;
    expect_operand_ = true;
    lambdas_.clear();
  }

  void backslash() {
    if (!backslash_) backslash_ = here();
    backslash_end_ = at_ + 1;
    if (class_of(peek(1)) == kNewline && at_ + 1 < text_.size()) {
      const std::size_t length = 1 + newline_length(at_ + 1);
      blank(at_, at_ + length);
      at_ += length;
      backslash_end_ = at_;
      return;
    }
    if (at_ + 1 == text_.size()) blank(at_, at_ + 1);
    ++at_;
  }

  // No evidence: Python 3 was not always that strict.
  void stray(ByteRange range) {
    out_.stray_backslashes.push_back(range);
    saw(kBackslashWord);
  }

  // The file's last line goes on, and there is no other. Its newline stays, unless all of the line is to go.
  void note_backslash_at_end() {
    if (!backslash_ || backslash_end_ < text_.size()) return;
    std::size_t begin = *backslash_;
    while (begin > 0 && class_of(text_[begin - 1]) == kBlank) --begin;
    const bool is_whole_line = begin == 0 || class_of(text_[begin - 1]) == kNewline;
    std::size_t end = text_.size();
    while (!is_whole_line && end > begin && class_of(text_[end - 1]) == kNewline) --end;
    if (is_whole_line || end > begin) stray({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  void comment() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && class_of(text_[at_]) != kNewline) ++at_;
    blank(begin, at_);
    out_.comments.push_back({static_cast<std::uint32_t>(begin), here()});
    if (out_.comments.size() == 1 && text_.substr(begin).starts_with("#!") &&
        text_.substr(begin, at_ - begin).find("python2") != std::string_view::npos) {
      saw(kRunsPython2Word);
    }
    if (special_[kCodingWord] != WordTable::kAbsent && out_.comments.size() <= 2 &&
        text_.substr(begin, at_ - begin).find("coding") != std::string_view::npos) {
      saw(kCodingWord);
    }
  }

  // --- words

  void word() {
    const std::size_t begin = at_;
    bool high = false;
    while (at_ < text_.size() && is_word_char(text_[at_])) {
      high |= class_of(text_[at_]) == kHigh;
      ++at_;
    }
    const std::string_view text = text_.substr(begin, at_ - begin);
    if (class_of(peek()) == kQuote && is_string_prefix(text)) {
      string(begin);
      return;
    }
    if (high) {
      // Python 3 allows letters beyond ASCII; any letter serves the parse.
      for (std::size_t i = begin; i < at_; ++i)
        if (class_of(text_[i]) == kHigh) overlay_[i] = 'x';
    }
    if (options_.words) {
      const int index = options_.words->index(text);
      if (index != WordTable::kAbsent) out_.words.set(static_cast<std::size_t>(index));
    }
    const Word known = kWords.find(text);
    const bool first = !statement_.any_token;
    // `print(x) if verbose else None` is nothing special in Python 3.
    after_print_paren(text == "if" || text == "and" || text == "or" || text == "else");
    statement_.any_token = true;
    const bool after_yield = after_yield_;
    after_yield_ = last_string_ = false;
    if (known == Word::kName) {
      expect_operand_ = false;
    } else {
      if (known == Word::kFrom && after_yield) python3(begin);
      if (known != Word::kTrueFalse && known != Word::kNoneName) no_targets();
      handle_known(known, begin, first);
    }
    after_dot_ = false;
    last_symbol_ = '\0';
  }

  static bool is_string_prefix(std::string_view text) {
    if (text.size() > 2) return false;
    char letters[2] = {};
    for (std::size_t i = 0; i < text.size(); ++i) letters[i] = static_cast<char>(text[i] | 0x20);
    if (text.size() == 1) return std::string_view("rubft").find(letters[0]) != std::string_view::npos;
    const bool raw_first = letters[0] == 'r';
    if (!raw_first && letters[1] != 'r') return false;
    const char other = letters[raw_first ? 1 : 0];
    // ur'' is of Python 2, rb'', fr'' and tr'' of Python 3; ru'' and uu'' of none.
    return other == 'b' || other == 'f' || other == 't' || (other == 'u' && !raw_first);
  }

  // Any identifier of the same length stands for a name that the grammar would take for a keyword.
  void hide_name(std::size_t begin) { overlay_[at_ - 1] = text_[begin] == 'X' ? 'Y' : 'X'; }

  bool in_python3_range(std::size_t offset) const {
    if (options_.python3_ranges == nullptr) return false;
    const auto& ranges = *options_.python3_ranges;
    auto after = std::upper_bound(ranges.begin(), ranges.end(), offset,
                                  [](std::size_t value, const ByteRange& range) { return value < range.start; });
    return after != ranges.begin() && offset < (after - 1)->end;
  }

  void handle_known(Word known, std::size_t begin, bool first) {
    const bool python2 = options_.language == Language::kPython2;
    if (after_dot_ && known != Word::kImport) {
      // An attribute, whatever it is called. (`from . import x` is the one keyword that follows a dot.)
      hide_name(begin);
      expect_operand_ = false;
      const std::string_view name = text_.substr(begin, at_ - begin);
      if (is_keyword(name)) {
        out_.reserved.push_back(static_cast<std::uint32_t>(begin));
        saw(kReservedWord);
      }
      return;
    }
    switch (known) {
      case Word::kName:
        break;
      case Word::kFor:
        if (!brackets_.empty()) {
          end_lambda(begin);
          brackets_.back().clause = Clause::kFor;
        }
        if (first) {
          statement_.first = Word::kBlock;
          statement_.in_targets = true;
        }
        expect_operand_ = true;
        return;
      case Word::kAs:
        if (statement_.first == Word::kExcept && brackets_.empty() && !names_what_is_caught()) this->python2(begin);
        statement_.in_targets = true;
        expect_operand_ = true;
        return;
      case Word::kGlobal:
      case Word::kDelete:
        if (first) statement_.first = known;
        statement_.in_targets = true;
        expect_operand_ = true;
        return;
      case Word::kOperator:
        if (at_ - begin == 2 && text_[begin] == 'i' && is_beside_literal(begin)) saw(kIsLiteralWord);
        [[fallthrough]];
      case Word::kBlock:
        if (!brackets_.empty() && brackets_.back().clause == Clause::kIn && text_.substr(begin, 2) == "if") {
          end_lambda(begin);
          if (!is_in_lambda_parameters()) brackets_.back().condition = here();
        }
        if (first) statement_.first = known;
        expect_operand_ = true;
        return;
      case Word::kPrint:
        print(begin, first);
        return;
      case Word::kExec:
        exec(begin, first);
        return;
      case Word::kIn:
        expect_operand_ = true;
        if (!brackets_.empty() && brackets_.back().clause == Clause::kFor) brackets_.back().clause = Clause::kIn;
        if (brackets_.empty()) statement_.in_targets = false;
        if (statement_.first == Word::kExec && brackets_.empty() && !statement_.exec_in_seen) {
          // As a comma it ends the code, whatever the dictionary after it looks like: `exec c in a or b`.
          statement_.exec_in_seen = true;
          out_.evidence.python2_hint = true;
          out_.exec_ins.push_back(static_cast<std::uint32_t>(begin));
          overlay_[begin] = ',';
          overlay_[begin + 1] = ' ';
        }
        return;
      case Word::kRaise:
        if (next_significant() == '(' || class_of(next_significant()) == kQuote) saw(kRaisePartsWord);
        [[fallthrough]];
      case Word::kExcept:
        if (first) statement_.first = known;
        expect_operand_ = true;
        return;
      case Word::kImport:
      case Word::kDef:
      case Word::kClass:
        if (first) statement_.first = known;
        statement_.in_targets = true;
        expect_operand_ = true;
        return;
      case Word::kFrom:
        statement_.in_targets |= first;
        if (first) statement_.first = known;
        if (statement_.first == Word::kRaise && brackets_.empty() && !first) python3(begin);
        expect_operand_ = true;
        return;
      case Word::kLambda:
        begin_lambda(begin);
        lambdas_.push_back(brackets_.size());
        if (next_significant() == '(') saw(kTupleParameterWord), this->python2(begin);
        if (after_comprehension_in()) saw(kBareIterableWord);
        expect_operand_ = true;
        return;
      case Word::kYield:
        expect_operand_ = true;
        after_yield_ = true;
        return;
      case Word::kAsync:
      case Word::kAwait:
      case Word::kNonlocal:
        reserved_statement_word(known, begin, first);
        return;
      case Word::kTrueFalse:
        constant();
        expect_operand_ = false;
        if (python2) hide_name(begin);
        if (python2) out_.reserved.push_back(static_cast<std::uint32_t>(begin));
        return;
      case Word::kNoneName:
        constant();
        // `global None` and `from None import x`, which 2.7 compiles.
        if (python2 && statement_.first == Word::kDelete) {
          saw(kReservedWord);
          out_.reserved.push_back(static_cast<std::uint32_t>(begin));
        }
        if (python2 && (statement_.first == Word::kGlobal || statement_.first == Word::kFrom ||
                        statement_.first == Word::kImport)) {
          hide_name(begin);
          saw(kReservedWord);
          out_.reserved.push_back(static_cast<std::uint32_t>(begin));
        }
        expect_operand_ = false;
        return;
      case Word::kMatchOrType:
        // `type X = int` and `match x:` are of no Python 2.
        if (python2 && is_soft_keyword(begin, first) && class_of(next_significant()) == kWord) python3(begin);
        // Soft keywords cost the parser a second guess wherever they stand, and it takes `type(m).x = v` for an alias.
        if (python2 || !is_soft_keyword(begin, first)) hide_name(begin);
        expect_operand_ = false;
        return;
      case Word::kFuture:
        if (statement_.first == Word::kFrom) statement_.from_future = true;
        expect_operand_ = false;
        return;
      case Word::kPrintFunction:
        if (statement_.from_future) print_is_name_ = out_.evidence.print_function = true;
        expect_operand_ = false;
        return;
      case Word::kUnicodeLiterals:
        if (statement_.from_future) out_.evidence.unicode_literals = true;
        expect_operand_ = false;
        return;
      case Word::kMetaclass:
        if (statement_.first == Word::kClass && brackets_.size() == 1 && next_significant() == '=' &&
            !next_is_comparison())
          python3(begin);
        expect_operand_ = false;
        return;
    }
  }

  bool is_in_subscript() const { return statement_.subscript != 0 && brackets_.size() >= statement_.subscript; }
  void no_targets() {
    if (!is_in_subscript()) statement_.only_targets = false;
  }

  // `True = 1`, `f(False=0)`, `True, False = 1, 0`, `def True()` and `del True` are about names of Python 2.
  void constant() {
    statement_.constant = statement_.constant || (statement_.only_targets && !is_in_subscript());
    const bool in_parameters = statement_.first == Word::kDef && brackets_.size() == 1;
    const bool parameter = in_parameters && (last_symbol_ == '(' || last_symbol_ == ',' || last_symbol_ == '*');
    const bool is_assigned = (next_significant() == '=' && !next_is_comparison()) || next_may_assign();
    if (parameter || is_assigned || is_named_here()) saw(kReservedWord);
  }
  // Does a name stand here that the statement, a comprehension or a lambda binds?
  bool is_named_here() const {
    const auto is_target = [](const Bracket& bracket) { return bracket.clause == Clause::kFor; };
    if (statement_.in_targets || std::any_of(brackets_.begin(), brackets_.end(), is_target)) return true;
    if (statement_.first == Word::kExcept && brackets_.empty()) return true;
    if (last_symbol_ == '=') return false;
    return !lambdas_.empty() || (statement_.first == Word::kDef && brackets_.size() > 1 && !in_default_);
  }
  // `True += 1`
  bool next_may_assign() const {
    const std::string_view next = text_.substr(std::min(skip_blanks(at_), text_.size()), 3);
    return next.size() > 1 && std::string_view("+-*/%&|^<>").find(next[0]) != std::string_view::npos &&
           next.find('=') != std::string_view::npos;
  }

  // `async def`, `await x` and `nonlocal x` are Python 3; anything else is a name of Python 2.
  void reserved_statement_word(Word known, std::size_t begin, bool first) {
    const char next = next_significant();
    const bool operand_follows = class_of(next) == kWord && !next_word_is_operator();
    bool keyword = operand_follows;
    // `[async for x in y]` goes on with a name.
    if (known == Word::kAsync) {
      keyword = first ? next_word_is("def") || next_word_is("for") || next_word_is("with")
                      : !expect_operand_ && next_word_is("for");
    }
    if (known == Word::kNonlocal) keyword = keyword && first;
    if (known == Word::kAwait && options_.language == Language::kPython3)
      keyword = next != '=' && next != ',' && next != ')';
    if (keyword) python3(begin);
    // In Python 2 no name is followed so: what is Python 3 in a file that is Python 2 elsewhere.
    if (keyword) {
      expect_operand_ = true;
      if (first && known == Word::kAsync) statement_.any_token = false;  // the statement is what follows
      return;
    }
    hide_name(begin);
    saw(kReservedWord);
    out_.reserved.push_back(static_cast<std::uint32_t>(begin));
    expect_operand_ = false;
  }

  // Steps over joined lines as well, and in brackets over newlines and comments.
  std::size_t skip_blanks(std::size_t at) const {
    for (; at < text_.size(); ++at) {
      const CharClass cls = class_of(text_[at]);
      if (cls == kBlank || (cls == kNewline && !brackets_.empty())) continue;
      if (text_[at] == '\\' && at + 1 < text_.size() && class_of(text_[at + 1]) == kNewline) {
        at += newline_length(at + 1);
      } else if (text_[at] == '#' && !brackets_.empty()) {
        while (at + 1 < text_.size() && class_of(text_[at + 1]) != kNewline) ++at;
      } else {
        break;
      }
    }
    return at;
  }
  char next_significant() const {
    const std::size_t at = skip_blanks(at_);
    return at < text_.size() ? text_[at] : '\0';
  }
  bool next_is_comparison() const {
    const std::size_t at = skip_blanks(at_);
    return at + 1 < text_.size() && text_[at + 1] == '=';
  }
  std::string_view next_word() const { return word_at(skip_blanks(at_)); }
  // `not x`, but not the operator `not in`.
  bool is_negation(std::size_t at) const { return word_at(at) == "not" && word_at(skip_blanks(at + 3)) != "in"; }
  std::string_view word_at(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size() && is_word_char(text_[end])) ++end;
    return text_.substr(begin, end - begin);
  }
  // Behind the `as` of an except: nothing but a name, and the colon?
  bool names_what_is_caught() const {
    const std::string_view word = next_word();
    const std::size_t after = skip_blanks(skip_blanks(at_) + word.size());
    if (next_significant() == '\\') return true;
    return !word.empty() && (after == text_.size() || text_[after] == ':' || text_[after] == '\\');
  }
  bool next_word_is(std::string_view wanted) const { return next_word() == wanted; }

  // `type X = …` and `match x:` in Python 3.
  bool is_soft_keyword(std::size_t begin, bool first) const {
    if (!first || !brackets_.empty()) return false;
    const char next = next_significant();
    const CharClass next_class = class_of(next);
    const bool is_word = next_class == kWord || next_class == kHigh;
    const bool operand = is_word && !next_word_is_operator();
    if (text_[begin] == 't') return operand;
    if (operand || (is_word && next_word_is("not"))) return true;
    if (text_.substr(skip_blanks(at_), 3) == "...") return true;
    if (next == '-' || next == '+' || next == '*' || next == '~') return !next_is_comparison();
    return next_class == kOpen || next_class == kQuote || next_class == kDigit;
  }

  bool next_word_is_operator() const {
    const std::string_view word = next_word();
    return word == "and" || word == "or" || word == "in" || word == "is" || word == "if" || word == "else" ||
           word == "for" || word == "not" || word == "as" || word == "import" || word == "from";
  }

  // Does a number, a string or an empty tuple stand before or behind the `is` that begins there?
  bool is_beside_literal(std::size_t begin) const {
    std::size_t next = skip_blanks(at_);
    if (text_.substr(next, 3) == "not" && next + 3 < text_.size() && !is_word_char(text_[next + 3]))
      next = skip_blanks(next + 3);
    while (next < text_.size() && (text_[next] == '(' || text_[next] == '-' || text_[next] == '+'))
      next = skip_blanks(next + 1);
    const std::string_view rest = text_.substr(next, 4);
    const std::size_t quote = rest.find_first_of("'\"");
    if (!rest.empty() && (is_digit(rest[0]) || rest[0] == '.' || rest[0] == ')')) return true;
    if (quote != std::string_view::npos && (quote == 0 || is_string_prefix(rest.substr(0, quote)))) return true;
    return is_literal_before(begin);
  }
  bool is_literal_before(std::size_t begin) const {
    while (begin > 0 && (class_of(text_[begin - 1]) == kBlank || text_[begin - 1] == ')')) --begin;
    if (begin == 0) return false;
    if (class_of(text_[begin - 1]) == kQuote || text_[begin - 1] == '.') return true;
    if (text_[begin - 1] == '(') return begin == 1 || !is_word_char(text_[begin - 2]);
    while (begin > 1 && is_word_char(text_[begin - 2]) && is_word_char(text_[begin - 1])) --begin;
    return is_digit(text_[begin - 1]);
  }

  void print(std::size_t begin, bool first) {
    if (print_is_name_ || !first || !brackets_.empty() || in_python3_range(begin)) {
      // The grammar knows print statements of its own; as another name it cannot be taken for one.
      hide_name(begin);
      // `lambda: print(x)`, `out=print`: no Python 2.
      if (!print_is_name_ && !in_python3_range(begin)) python3(begin);
      expect_operand_ = false;
      return;
    }
    const char next = next_significant();
    const std::size_t next_at = skip_blanks(at_);
    if ((next == '=' && !next_is_comparison()) || next == '.' || next == ',') {
      // `print = x`, `print.x`, `print, x`: only where print is a name.
      if (next == ',' || (next_at + 1 < text_.size() && !is_digit(text_[next_at + 1]))) {
        python3(begin);
        hide_name(begin);
        expect_operand_ = false;
        return;
      }
    }
    statement_.first = Word::kPrint;
    out_.prints.push_back(static_cast<std::uint32_t>(begin));
    std::memcpy(overlay_ + begin, "yield", 5);
    expect_operand_ = true;
    statement_.print_parenthesis = next == '(';
    if (next != '(') out_.evidence.print_statement = true;
    if (next == '>' && text_.substr(next_at, 2) == ">>") {
      out_.chevrons.push_back({static_cast<std::uint32_t>(next_at), static_cast<std::uint32_t>(next_at + 2)});
      blank(at_, next_at + 2);
      at_ = next_at + 2;
      out_.evidence.python2_hint = true;
      return;
    }
    if (next == '\'' || next == '"' || next == '`' || class_of(next) == kDigit || class_of(next) == kWord) {
      if (class_of(next) != kWord || !next_word_is_operator() || is_negation(next_at)) python2(begin);
      return;
    }
    // No call takes a yield for an argument, and no operator is ~ or {.
    if (next == '(' && word_at(skip_blanks(next_at + 1)) == "yield") python2(begin);
    if (next == '~' || next == '{' || (next == '.' && next_at + 1 < text_.size() && is_digit(text_[next_at + 1])))
      python2(begin);
    if (next != '(') out_.evidence.python2_hint = true;
  }

  // Notes what comes first after `print ( … )`, other than a comma that ends the statement. But for a few words, no one
  // writes that in Python 3.
  void after_print_paren(bool fits_a_call = false) {
    if (statement_.after_print != AfterPrint::kParenthesis || !brackets_.empty()) return;
    statement_.after_print = fits_a_call ? AfterPrint::kCallGoesOn : AfterPrint::kStatementGoesOn;
  }

  // At the `=` of `print(x, file=f)`?
  bool is_keyword_argument_of_print() const {
    if (!statement_.print_parenthesis || statement_.after_print != AfterPrint::kNothing || brackets_.size() != 1)
      return false;
    const bool is_comparison = peek(1) == '=' || std::string_view("=!<>").find(last_symbol_) != std::string_view::npos;
    return !is_comparison && lambdas_.empty();
  }

  // At the `*` of `print(*items)`?
  bool is_splat_of_print() const {
    return statement_.print_parenthesis && statement_.after_print == AfterPrint::kNothing && brackets_.size() == 1 &&
           (last_symbol_ == '(' || last_symbol_ == ',') && expect_operand_ && lambdas_.empty();
  }

  // What has been taken for a print statement is a call of Python 3's function, whatever the rest of the file is.
  void print_is_call() {
    const std::uint32_t begin = out_.prints.back();
    out_.prints.pop_back();
    python3(begin);
    std::memcpy(overlay_ + begin, "prinX", 5);
    statement_.first = Word::kName;
    statement_.print_parenthesis = false;
  }

  void exec(std::size_t begin, bool first) {
    const bool is_name = options_.language == Language::kPython3 || options_.exec_function;
    if (is_name || !first || !brackets_.empty() || in_python3_range(begin)) {
      hide_name(begin);
      expect_operand_ = false;
      return;
    }
    statement_.first = Word::kExec;
    out_.execs.push_back(static_cast<std::uint32_t>(begin));
    std::memcpy(overlay_ + begin, "del ", 4);
    expect_operand_ = true;
    if (next_significant() != '(') python2(begin);
  }

  // --- numbers and strings

  void number() {
    const std::size_t begin = at_;
    after_print_paren();
    statement_.any_token = true;
    expect_operand_ = after_dot_ = last_string_ = after_yield_ = false;
    const char second = peek(1);
    if (peek() == '0' &&
        (second == 'x' || second == 'X' || second == 'o' || second == 'O' || second == 'b' || second == 'B')) {
      at_ += 2;
      const bool hex = second == 'x' || second == 'X';
      while (is_digit(peek()) || peek() == '_' || (hex && is_hex(peek()))) ++at_;
    } else {
      decimal(begin);
    }
    if (peek() == 'l' || peek() == 'L') {
      ++at_;
      saw(kLongWord);
      python2(begin);
    } else if (peek() == 'j' || peek() == 'J') {
      ++at_;
    }
    if (peek() == 'a' && peek(1) == 's' && !is_word_char(peek(2))) {  // `with 1as x`
      saw(kLongWord);
      python2(begin);
    }
  }

  bool after_comprehension_in() const { return !brackets_.empty() && brackets_.back().clause == Clause::kIn; }

  static bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

  // https://docs.python.org/3/library/stdtypes.html#int-max-str-digits
  static constexpr std::size_t kMostDigits = 4300;

  void decimal(std::size_t begin) {
    bool whole = true;
    digits();
    if (peek() == '.') {
      whole = false;
      ++at_;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
      if (is_digit(peek(1 + sign))) {
        whole = false;
        at_ += 1 + sign;
        digits();
      }
    }
    const bool imaginary = peek() == 'j' || peek() == 'J';
    if (whole && !imaginary && at_ - begin > kMostDigits) saw(kLongWord);
    if (!whole || imaginary || text_[begin] != '0' || at_ - begin < 2) return;
    const std::string_view text = text_.substr(begin, at_ - begin);
    if (text.find_first_not_of("0_") == std::string_view::npos && peek() != 'l' && peek() != 'L') return;  // 00 is fine
    saw(kOctalWord);
    python2(begin);
  }
  void digits() {
    while (is_digit(peek()) || (peek() == '_' && is_digit(peek(1)))) {
      if (peek() == '_') python3(at_);
      ++at_;
    }
  }

  void string(std::size_t begin) {
    StringToken token;
    token.range.start = static_cast<std::uint32_t>(begin);
    while (class_of(text_[begin + token.prefix_length]) != kQuote) ++token.prefix_length;
    bool raw = false, unicode = false, bytes = false;
    for (std::size_t i = begin; i < begin + token.prefix_length; ++i) {
      const char c = static_cast<char>(text_[i] | 0x20);
      raw |= c == 'r';
      unicode |= c == 'u';
      bytes |= c == 'b';
      token.formatted |= c == 'f' || c == 't';
    }
    at_ = begin + token.prefix_length;
    const char quote = text_[at_];
    token.triple = peek(1) == quote && peek(2) == quote;
    at_ += token.triple ? 3 : 1;
    const bool joined = last_string_ && statement_.any_token;
    // No Python 3 takes b'a' 'b'.
    if (joined && is_bytes(out_.strings.back()) != bytes) {
      saw(kHighBytesWord);
      python2(begin);
    }
    after_print_paren();
    bool escape = false;
    unknown_escape_ = false;
    const std::size_t body = at_;
    if (!token.formatted || !formatted_string_body(quote, token.triple)) {
      at_ = body;
      escape = string_body(begin, quote, token.triple);
    }
    token.range.end = here();
    token.joined = joined;
    out_.strings.push_back(token);
    if (unicode) saw(raw ? kRawUnicodeWord : kUnicodeWord);
    if (unicode && raw) python2(begin);
    if (bytes && raw && (text_[begin] | 0x20) == 'r') python3(begin);
    if (token.formatted) python3(begin);
    if (escape && !raw && !unicode && !bytes) saw(kEscapeWord);
    if ((unknown_escape_ || (escape && bytes)) && !raw && !token.formatted) saw(kUnknownEscapeWord);
    if (begins_with_unicode_flag(text_.substr(body, at_ - body))) saw(kUnicodeFlagWord);
    if (bytes && is_any_high(begin, at_)) {
      saw(kHighBytesWord);
      python2(begin);
    }
    statement_.any_token = true;
    expect_operand_ = false;
    after_dot_ = false;
    last_string_ = true;
    after_yield_ = false;
  }

  bool is_bytes(const StringToken& token) const {
    return text_.substr(token.range.start, token.prefix_length).find_first_of("bB") != std::string_view::npos;
  }

  static bool begins_with_unicode_flag(std::string_view body) {
    return body.starts_with("(?") &&
           body.substr(0, body.find_first_not_of("aiLmsux", 2)).find('u') != std::string_view::npos;
  }
  bool is_any_high(std::size_t begin, std::size_t end) const {
    return std::any_of(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                       text_.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return class_of(c) == kHigh; });
  }

  // Steps over the rest of a literal. Gives whether \N, \u or \U stood in it.
  bool string_body(std::size_t begin, char quote, bool triple) {
    bool escape = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\') {
        const char next = peek(1);
        escape |= next == 'N' || next == 'u' || next == 'U';
        unknown_escape_ |=
            kUnknownEscapes[static_cast<unsigned char>(next)] || (next >= '4' && next <= '7' && is_digit(peek(2)));
        at_ += next == '\r' && peek(2) == '\n' ? 3 : 2;
        continue;
      }
      if (c == quote && (!triple || (peek(1) == quote && peek(2) == quote))) {
        at_ += triple ? 3 : 1;
        return escape;
      }
      if (!triple && class_of(c) == kNewline) break;
      ++at_;
    }
    at_ = std::min(at_, text_.size());
    fail(begin, "a string that is never closed");
    return escape;
  }

  // An f-string's braces may hold strings with the same quotes (PEP 701). False: it isn't one; read it as a plain
  // string.
  bool formatted_string_body(char quote, bool triple) {
    std::vector<char> open;  // '{' for a field, ':' for its format part, other brackets inside the field
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const bool in_text = open.empty() || open.back() == ':';
      if (in_text && c == '\\') {
        at_ += 2;
        continue;
      }
      if (in_text && c == quote && (!triple || (peek(1) == quote && peek(2) == quote))) {
        at_ += triple ? 3 : 1;
        return open.empty();
      }
      if (!triple && in_text && class_of(c) == kNewline) return false;
      if (!in_text && c == '#') {
        while (at_ < text_.size() && class_of(text_[at_]) != kNewline) ++at_;
        continue;
      }
      if (in_text && (c == '{' || c == '}') && open.empty() && peek(1) == c) {
        at_ += 2;
        continue;
      }
      if (c == '{' || (!in_text && (c == '(' || c == '['))) {
        open.push_back(c);
      } else if (c == '}') {
        if (!open.empty() && open.back() == ':') open.pop_back();
        if (open.empty()) return false;
        open.pop_back();
      } else if (!in_text && (c == ')' || c == ']')) {
        open.pop_back();
      } else if (!in_text && c == ':' && open.back() == '{') {
        open.push_back(':');
      } else if (!in_text && class_of(c) == kQuote) {
        const bool inner_triple = peek(1) == c && peek(2) == c;
        if (c == quote && !triple && at_ + 1 < text_.size() && !inner_triple && peek(1) != c && !closes_on_line(c))
          return false;
        const std::size_t begin = at_;
        at_ += inner_triple ? 3 : 1;
        const LexError before = out_.error;
        string_body(begin, c, inner_triple);
        if (out_.error.what.data() != before.what.data()) {
          out_.error = before;
          return false;
        }
        continue;
      }
      ++at_;
    }
    return false;
  }
  bool closes_on_line(char quote) const {
    for (std::size_t i = at_ + 1; i < text_.size() && class_of(text_[i]) != kNewline; ++i)
      if (text_[i] == quote) return true;
    return false;
  }

  // --- brackets and other symbols

  void push(const Bracket& bracket) {
    if (brackets_.size() >= kMostBrackets) fail(at_, "brackets are nested too deeply");
    brackets_.push_back(bracket);
  }

  void open() {
    if (text_[at_] == '(' || text_[at_] == '[') {
      const bool parameters =
          statement_.first == Word::kDef && brackets_.size() == 1 && expect_operand_ && !in_default_;
      // Nothing but a parameter's name can stand there in Python 3.
      if (parameters && text_[at_] == '(' && (last_symbol_ == '(' || last_symbol_ == ',')) python2(at_);
      const bool named = (statement_.first == Word::kDef || statement_.first == Word::kClass) && brackets_.empty();
      if (named && text_[at_] == '[') python3(at_);  // def f[T](x), class C[T]
      if (parameters || (!lambdas_.empty() && lambdas_.back() == brackets_.size() && expect_operand_))
        saw(kTupleParameterWord);
    }
    after_print_paren();
    if (!expect_operand_ && !is_in_subscript()) statement_.subscript = brackets_.size() + 1;
    if (statement_.first == Word::kDef || statement_.first == Word::kClass) statement_.in_targets = false;
    const bool is_call = text_[at_] == '(' && !expect_operand_;
    push({.open = text_[at_], .offset = here(), .is_call = is_call, .item = here() + 1});
    last_symbol_ = text_[at_];
    statement_.any_token = true;
    expect_operand_ = true;
    after_dot_ = last_string_ = false;
    ++at_;
  }

  void close() {
    const char c = text_[at_];
    const char expected = c == ')' ? '(' : c == ']' ? '[' : '{';
    if (brackets_.empty() || brackets_.back().open != expected) {
      fail(at_, "a closing bracket without its opening one");
    } else {
      end_lambda(at_);
      if (brackets_.back().has_comma) end_argument();
      brackets_.pop_back();
    }
    while (!lambdas_.empty() && lambdas_.back() > brackets_.size()) lambdas_.pop_back();
    const bool after_print = statement_.first == Word::kPrint && statement_.after_print == AfterPrint::kNothing;
    if (after_print && brackets_.empty() && c == ')') statement_.after_print = AfterPrint::kParenthesis;
    expect_operand_ = false;
    after_dot_ = last_string_ = false;
    ++at_;
  }

  void symbol(char c) {
    switch (c) {
      case '#':
        comment();
        return;
      case '\\':
        backslash();
        return;
      case '`':
        backtick();
        return;
      case ':':
        colon();
        return;
      case ';':
        ++at_;
        if (brackets_.empty()) end_statement();
        last_string_ = false;
        return;
      case '.': {
        if (is_digit(peek(1))) {
          last_string_ = false;
          number();
          return;
        }
        after_print_paren();
        statement_.any_token = true;
        last_string_ = after_yield_ = false;
        const bool is_ellipsis = text_.substr(at_, 3) == "...";
        if (is_ellipsis || ellipsis_apart()) {
          if (is_ellipsis) at_ += 3;
          expect_operand_ = after_dot_ = false;
          return;
        }
        ++at_;
        after_dot_ = true;
        return;
      }
      default:
        break;
    }
    dangling_operator_ = c != ',' && !(c == '*' && statement_.first == Word::kFrom);
    if (is_conflict_marker(c)) {
      fail(at_, "a merge conflict that nobody has settled: choose between what stands at <<<<<<< and at >>>>>>>");
    }
    if (c == '<' && peek(1) == '>') {
      saw(kNotEqualWord);
      python2(at_);
      ++at_;
    }
    if (c == '/' && peek(1) != '/' && (at_ == 0 || text_[at_ - 1] != '/')) saw(kDivisionWord);
    if (c == '-' && peek(1) == '>') {
      python3(at_);
      ++at_;
    }
    if (c == ',' && brackets_.empty() && (statement_.first == Word::kExcept || statement_.first == Word::kRaise)) {
      if (statement_.first == Word::kRaise) saw(kRaisePartsWord);
      if (statement_.first == Word::kExcept) statement_.in_targets = true;
      if (statement_.first == Word::kRaise || !lists_types()) python2(at_);
    }
    // The grammar has these two the wrong way round: of `a ^ b & c`, it would take `a ^ b` together.
    if (c == '&' || c == '^') overlay_[at_] = c == '&' ? '^' : '&';
    if (c == ',' && !brackets_.empty() && !is_in_lambda_parameters()) end_item();
    if (c == '=' && !brackets_.empty() && peek(1) != '=') bracketed_name();
    if (c == ',' && after_comprehension_in()) {
      saw(kBareIterableWord);
      // `f(x for x in y, )` was let through until Python 3.7.
      if (brackets_.back().open == '[') python2(at_);
    }
    if (c == '*' && statement_.first == Word::kDef && brackets_.size() == 1 && expect_operand_) {
      const char next = text_[std::min(skip_blanks(at_ + 1), text_.size() - 1)];
      if (next == ',' || next == ')') python3(at_);
    }
    if (c == '=' && is_keyword_argument_of_print()) print_is_call();
    if (c == '*' && is_splat_of_print()) print_is_call();
    last_symbol_ = c;
    if (c != ',' && c != '=') no_targets();
    if (c == '=' && statement_.only_targets && statement_.constant && brackets_.empty() && peek(1) != '=') {
      saw(kReservedWord);
    }
    if (c == '=') no_targets();
    in_default_ =
        c == '=' && statement_.first == Word::kDef ? true : (c == ',' && brackets_.size() <= 1 ? false : in_default_);
    if (c != ',') after_print_paren();
    statement_.any_token = true;
    expect_operand_ = true;
    after_dot_ = last_string_ = after_yield_ = false;
    ++at_;
  }

  // What git leaves where two branches changed the same lines.
  bool is_conflict_marker(char c) const {
    if ((c != '<' && c != '>' && c != '=') || peek(1) != c || peek(6) != c) return false;
    const bool at_line_start = at_ == 0 || class_of(text_[at_ - 1]) == kNewline;
    return at_line_start && text_.substr(at_, 7).find_first_not_of(c) == std::string_view::npos && peek(7) != c;
  }

  // `except A, B:` may be Python 3's, from 3.14 on (PEP 758): several commas are, and a class's name is in a file that
  // is Python 3 elsewhere.
  bool lists_types() {
    if (statement_.lists_types) return true;
    const std::size_t begin = skip_blanks(at_ + 1);
    std::size_t end = begin;
    while (end < text_.size() && (is_word_char(text_[end]) || text_[end] == '.')) ++end;
    const std::size_t next = skip_blanks(end);
    const char after = end > begin && next < text_.size() ? text_[next] : '\0';
    if (after == ',') {
      python3(at_);
      return statement_.lists_types = true;
    }
    const std::string_view name = text_.substr(begin, end - begin);
    const bool is_class =
        name.find('.') != std::string_view::npos || (!name.empty() && name[0] >= 'A' && name[0] <= 'Z');
    if (after != ':' || !is_class || name == "True" || name == "False") return false;
    if (!types_listed_at_) types_listed_at_ = here();
    return true;
  }

  void backtick() {
    saw(kBacktickWord);
    python2(at_);
    if (!brackets_.empty() && brackets_.back().open == '`' && !expect_operand_) {
      overlay_[at_] = overlay_[brackets_.back().offset] == '[' ? ']' : ')';
      brackets_.pop_back();
      expect_operand_ = false;
    } else {
      out_.backticks.push_back(here());
      push({.open = '`', .offset = here()});
      // `with (a, b):` is about two things.
      overlay_[at_] = statement_.first == Word::kBlock && brackets_.size() == 1 ? '[' : '(';
      expect_operand_ = true;
    }
    statement_.any_token = true;
    after_dot_ = last_string_ = false;
    ++at_;
  }

  void colon() {
    last_symbol_ = ':';
    last_string_ = after_dot_ = false;
    const bool of_lambda = !lambdas_.empty() && lambdas_.back() == brackets_.size();
    if (of_lambda) lambdas_.pop_back();
    if (peek(1) == '=' && !of_lambda) {
      // A slice may read x[a:=b] in no Python 2.
      python3(at_);
      at_ += 2;
      expect_operand_ = true;
      return;
    }
    ++at_;
    expect_operand_ = true;
    if (of_lambda) return;
    if (brackets_.empty()) {
      const Word first = statement_.first;
      const bool header =
          first == Word::kBlock || first == Word::kDef || first == Word::kClass || first == Word::kExcept;
      if (!header && first == Word::kName && statement_.any_token && options_.language == Language::kPython2 &&
          next_significant() != '\0' && class_of(next_significant()) != kNewline) {
        python3(at_ - 1);  // an annotated variable
      }
      end_statement();
      after_header_ = true;
      return;
    }
    if (brackets_.size() == 1 && statement_.first == Word::kDef && brackets_.back().open == '(' && !in_default_)
      python3(at_ - 1);
  }

  // --- what Python 2 takes without parentheses, and with them

  bool is_in_lambda_parameters() const { return !lambdas_.empty() && lambdas_.back() == brackets_.size(); }

  // At the comma behind an item of the innermost brackets.
  void end_item() {
    end_lambda(at_);
    Bracket& bracket = brackets_.back();
    if (!bracket.is_call || bracket.clause == Clause::kFor) return;
    const std::size_t next = skip_blanks(at_ + 1);
    // `f(x for x in y, )`: the grammar takes it for a comma of the clause.
    const bool is_last = next < text_.size() && text_[next] == ')';
    if (is_last && bracket.clause == Clause::kIn && !bracket.has_comma && bracket.condition == 0) return;
    end_argument();
    bracket.has_comma = true;
    bracket.clause = Clause::kNone;
    bracket.item = here() + 1;
  }

  // A generator may stand among other arguments: f(*a, x for x in y)
  void end_argument() {
    const Bracket& bracket = brackets_.back();
    if (!bracket.is_call || bracket.clause != Clause::kIn || options_.language != Language::kPython2) return;
    group(bracket.item, at_);
  }

  // After `in` and `if` of a list comprehension, the body of a lambda is no `x if y else z`.
  void begin_lambda(std::size_t begin) {
    if (!after_comprehension_in() || brackets_.back().old_lambda != 0 || options_.language != Language::kPython2)
      return;
    const Bracket& bracket = brackets_.back();
    const bool is_condition = bracket.condition != 0 && overlay_start(bracket.condition) == begin;
    if (is_condition) brackets_.back().old_lambda = static_cast<std::uint32_t>(begin + 1);
  }
  void end_lambda(std::size_t end) {
    if (brackets_.empty() || brackets_.back().old_lambda == 0 || is_in_lambda_parameters()) return;
    group(brackets_.back().old_lambda - 1, end);
    brackets_.back().old_lambda = 0;
  }

  // Comments and newlines between brackets are blanks there.
  std::size_t overlay_start(std::size_t at) const {
    while (at < at_ && class_of(overlay_[at]) == kBlank) ++at;
    return at;
  }
  std::size_t overlay_end(std::size_t at) const {
    while (at > 0 && class_of(overlay_[at - 1]) == kBlank) --at;
    return at;
  }

  // There have to be parentheses around this.
  void group(std::uint32_t begin, std::size_t end) {
    const auto start = static_cast<std::uint32_t>(overlay_start(begin));
    out_.grouped.push_back({start, static_cast<std::uint32_t>(overlay_end(end))});
    saw(kBareIterableWord);
    python2(start);
  }
  void sort_groups() {
    std::sort(out_.grouped.begin(), out_.grouped.end(), [](const ByteRange& a, const ByteRange& b) {
      return a.start != b.start ? a.start < b.start : a.end > b.end;
    });
  }

  // `f((a)=1)` is `f(a=1)`.
  void bracketed_name() {
    const std::size_t end = overlay_end(at_);
    if (end == 0 || overlay_[end - 1] != ')' || brackets_.back().open != '(') return;
    std::size_t depth = 0;
    std::size_t at = end;
    for (; at > 0 && overlay_[at - 1] == ')'; at = overlay_end(at - 1)) ++depth;
    const std::size_t name_end = at;
    while (at > 0 && is_word_char(overlay_[at - 1])) --at;
    const std::size_t name = at;
    for (at = overlay_end(at); depth > 0 && at > 0 && overlay_[at - 1] == '('; --depth) {
      --at;
      if (depth > 1) at = overlay_end(at);
    }
    const std::size_t before = overlay_end(at);
    if (depth > 0 || name == name_end || is_digit(text_[name])) return;
    if (before == 0 || (overlay_[before - 1] != '(' && overlay_[before - 1] != ',')) return;
    blank(at, name);
    blank(name_end, end);
    out_.bracketed_names.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    saw(kBareIterableWord);
    saw(kReservedWord);
    python2(at);
  }

  // `x[. . .]` is `x[...]`.
  bool ellipsis_apart() {
    if (brackets_.empty() || brackets_.back().open != '[' || !expect_operand_) return false;
    const std::size_t begin = at_;
    const std::size_t second = skip_blanks(begin + 1);
    if (second >= text_.size() || text_[second] != '.') return false;
    const std::size_t third = skip_blanks(second + 1);
    if (third >= text_.size() || text_[third] != '.') return false;
    while (at_ < third) {
      if (text_[at_] == '#') {
        comment();
      } else {
        ++at_;
      }
    }
    ++at_;
    blank(begin, at_);
    std::memset(overlay_ + begin, '.', 3);
    out_.ellipses.push_back({static_cast<std::uint32_t>(begin), here()});
    saw(kBareIterableWord);
    python2(begin);
    return true;
  }

  // --- strings, hidden

  // A literal is an operand, and so is an identifier: as one word of the same length it costs the parser one token
  // instead of three, and none of its bytes, in whatever encoding, is ever decoded. Literals that stand side by side
  // become one.
  void hide_strings() {
    auto& strings = out_.strings;
    for (std::size_t first = 0; first < strings.size();) {
      std::size_t last = first;
      bool formatted = strings[first].formatted;
      while (last + 1 < strings.size() && strings[last + 1].joined) formatted |= strings[++last].formatted;
      if (formatted) {
        for (std::size_t i = first; i <= last; ++i) hide_contents(strings[i]);
      } else {
        hide_literal(strings[first].range.start, strings[last].range.end, strings[first]);
      }
      first = last + 1;
    }
  }

  // Each character of a word costs the grammar more than one of a string; a string costs three tokens. Measured with
  // callgrind.
  static constexpr std::size_t kLongLiteral = 48;

  void hide_literal(std::size_t begin, std::size_t end, const StringToken& token) {
    if (end - begin >= kLongLiteral) {
      std::memset(overlay_ + begin, 'x', end - begin);
      overlay_[begin] = overlay_[end - 1] = '"';
      return;
    }
    // `print"a"` and `"a"if x`: a word that touches another would become part of it.
    const bool touches_before = begin > 0 && is_word_char(text_[begin - 1]);
    const bool touches_after = end < text_.size() && is_word_char(text_[end]);
    if (end - begin <= 2 && (touches_before || touches_after)) {
      hide_contents(token);
      return;
    }
    std::memset(overlay_ + begin, 'x', end - begin);
    if (touches_before) overlay_[begin] = ' ';
    if (touches_after) overlay_[end - 1] = ' ';
  }

  // Keeps quotes and, in f-strings, the fields.
  void hide_contents(const StringToken& token) {
    const std::size_t quotes = token.triple ? 3 : 1;
    const std::size_t begin = token.range.start + token.prefix_length + quotes;
    const std::size_t end = token.range.end >= begin + quotes ? token.range.end - quotes : begin;
    for (std::size_t i = begin; i < end; ++i)
      if (!token.formatted || class_of(text_[i]) == kHigh) overlay_[i] = 'x';
  }

  std::string_view text_;
  const LexOptions& options_;
  LexedSource out_;
  char* overlay_ = nullptr;
  std::size_t at_ = 0;
  std::vector<Bracket> brackets_;
  std::vector<Indent> indents_{{0, 0}};
  bool after_header_ = false;         // behind the colon of a header, with nothing yet of its suite
  bool suite_due_ = false;            // the next line has to be indented more
  std::vector<std::size_t> lambdas_;  // the bracket depths of lambdas whose colon is still to come
  Statement statement_;
  std::array<int, std::size(kSpecialWords) + std::size(kWarnedWords)> special_{};
  std::optional<std::uint32_t> backslash_;  // where backslashes began that nothing has followed so far
  std::size_t backslash_end_ = 0;           // behind the last one and its newline
  bool print_is_name_ = false;
  bool expect_operand_ = true;
  bool after_dot_ = false;
  bool after_yield_ = false;
  bool last_string_ = false;                      // the last token was a string
  bool unknown_escape_ = false;                   // the literal that is being read has one
  std::optional<std::uint32_t> types_listed_at_;  // `except A, B:`, which may be Python 3's
  bool in_default_ = false;                       // in a parameter's default value
  char last_symbol_ = '\0';         // the last token, where it was an operator, a comma or an opening bracket
  bool dangling_operator_ = false;  // the last token was an operator that wants an operand
};

}  // namespace

bool is_keyword(std::string_view word) {
  constexpr std::string_view kKeywords[] = {"False",  "None",   "True",    "and",      "as",       "assert", "async",
                                            "await",  "break",  "class",   "continue", "def",      "del",    "elif",
                                            "else",   "except", "finally", "for",      "from",     "global", "if",
                                            "import", "in",     "is",      "lambda",   "nonlocal", "not",    "or",
                                            "pass",   "raise",  "return",  "try",      "while",    "with",   "yield"};
  return std::binary_search(std::begin(kKeywords), std::end(kKeywords), word);
}

LexedSource lex(std::string_view text, const LexOptions& options) { return Lexer(text, options).run(); }

}  // namespace py3k::engine
