#include "engine/run/expected_output.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace py3k::engine {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Where a quoted part that begins at `at` ends, behind its last quote; the line's end where it does not.
std::size_t end_of_quoted(std::string_view line, std::size_t at) {
  const char quote = line[at];
  for (std::size_t i = at + 1; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == quote) {
      return i + 1;
    }
  }
  return line.size();
}

std::string_view new_type(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {"unicode", "str"}, {"long", "int"}, {"xrange", "range"}, {"instancemethod", "method"}};
  for (const auto& [old, now] : kTypes)
    if (old == name) return now;
  return name;
}

class Line {
 public:
  explicit Line(std::string_view line) : line_(line) {}

  std::string run() {
    while (at_ < line_.size()) step();
    return std::move(done_);
  }

 private:
  bool begins_word() const { return at_ == 0 || !is_word(line_[at_ - 1]); }
  bool follows(std::string_view text) const { return line_.substr(at_).starts_with(text); }

  void take(std::size_t length) {
    done_ += line_.substr(at_, length);
    at_ += length;
  }

  // What has escapes is shown otherwise in Python 3, as text: it stays, u and all, for somebody to look at.
  bool take_unicode() {
    if (line_[at_] != 'u' || !begins_word() || at_ + 1 >= line_.size()) return false;
    if (line_[at_ + 1] != '\'' && line_[at_ + 1] != '"') return false;
    const std::size_t end = end_of_quoted(line_, at_ + 1);
    const std::string_view body = line_.substr(at_, end - at_);
    if (end == at_ + 2 || body.back() != line_[at_ + 1] || body.find("\\x") != body.npos ||
        body.find("\\u") != body.npos || body.find("\\U") != body.npos)
      return false;
    ++at_;
    take(end - at_);
    return true;
  }

  bool take_type() {
    constexpr std::string_view kType = "<type '";
    const std::size_t end = line_.find("'>", at_);
    if (!follows(kType) || end == line_.npos) return false;
    done_ += "<class '";
    done_ += new_type(line_.substr(at_ + kType.size(), end - at_ - kType.size()));
    at_ = end;
    return true;
  }

  bool take_number() {
    if (!is_digit(line_[at_]) || !begins_word()) return false;
    std::size_t end = at_;
    while (end < line_.size() && is_digit(line_[end])) ++end;
    const bool is_long =
        end < line_.size() && line_[end] == 'L' && (end + 1 == line_.size() || !is_word(line_[end + 1]));
    take(end - at_);
    if (is_long) ++at_;
    return true;
  }

  bool take_set() {
    constexpr std::string_view kSet = "set([";
    const std::size_t end = line_.find("])", at_);
    if (!follows(kSet) || end == line_.npos) return false;
    const bool is_frozen = at_ >= 6 && line_.substr(at_ - 6, 6) == "frozen";
    if (!begins_word() && !is_frozen) return false;
    const std::string_view items = line_.substr(at_ + kSet.size(), end - at_ - kSet.size());
    // Another bracket in it: where it ends is not seen from here.
    if (items.find_first_of("[]") != items.npos) return false;
    const std::string inner = Line(items).run();
    done_ += items.empty() ? "set()" : is_frozen ? "set({" + inner + "})" : "{" + inner + "}";
    at_ = end + 2;
    return true;
  }

  void step() {
    if (take_unicode() || take_type() || take_set() || take_number()) return;
    const bool is_quoted = (line_[at_] == '\'' || line_[at_] == '"') && begins_word();
    take(is_quoted ? end_of_quoted(line_, at_) - at_ : 1);
  }

  std::string_view line_;
  std::size_t at_ = 0;
  std::string done_;
};

}  // namespace

std::string python3_output(std::string_view line) { return Line(line).run(); }

bool names_own_exception(std::string_view line) {
  const std::string_view name = line.substr(0, line.find(':'));
  if (name.empty() || !std::all_of(name.begin(), name.end(), [](char c) { return is_word(c); })) return false;
  constexpr std::string_view kBuiltins =
      " ArithmeticError AssertionError AttributeError BaseException BufferError EOFError EnvironmentError Exception "
      "FloatingPointError IOError ImportError IndentationError IndexError KeyError KeyboardInterrupt LookupError "
      "MemoryError NameError NotImplementedError OSError OverflowError ReferenceError RuntimeError StandardError "
      "StopIteration SyntaxError SystemError SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError "
      "UnicodeEncodeError UnicodeError UnicodeTranslateError ValueError ZeroDivisionError ";
  return kBuiltins.find(" " + std::string(name) + " ") == std::string_view::npos;
}

}  // namespace py3k::engine
