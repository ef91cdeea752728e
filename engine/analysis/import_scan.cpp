#include "engine/analysis/import_scan.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <iterator>

namespace py3k::engine {

namespace {

constexpr std::string_view kImport = "import";
constexpr auto kNone = std::string_view::npos;

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\f'; }

bool is_newline(char byte) { return byte == '\n' || byte == '\r'; }

// As string_view::find(), which goes from one first letter to the next, and is ten times slower.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  if (from >= text.size()) return kNone;
  const void* found = memmem(text.data() + from, text.size() - from, word.data(), word.size());
  return found == nullptr ? kNone : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

// Where the statement begins that a place is in: behind a newline, a semicolon or a colon.
std::size_t begin_of_statement(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestHead = 1000;
  const std::size_t least = at - std::min(at, kLongestHead);
  while (at > least) {
    const char before = text[at - 1];
    if (before == ';' || before == ':') break;
    if (is_newline(before)) {
      std::size_t line = at - 1;
      if (before == '\n' && line > 0 && text[line - 1] == '\r') --line;
      if (line == 0 || text[line - 1] != '\\') break;
      at = line - 1;
      continue;
    }
    --at;
  }
  return at;
}

// Without blanks, backslashes and newlines.
std::string squeezed(std::string_view text) {
  std::string result;
  std::copy_if(text.begin(), text.end(), std::back_inserter(result),
               [](char byte) { return !is_blank(byte) && !is_newline(byte) && byte != '\\'; });
  return result;
}

// Reads what follows `import`.
class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  // The next word, `*`, `,` or `.`; empty at the end of the statement, and before another.
  std::string_view next() {
    skip();
    if (at_ >= text_.size()) return {};
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_word_byte(text_[at_])) ++at_;
    if (at_ > begin) {
      const std::string_view word = text_.substr(begin, at_ - begin);
      return word == kImport ? std::string_view() : word;
    }
    const char sign = text_[at_];
    if (sign != '*' && sign != ',' && sign != '.') return {};
    return text_.substr(at_++, 1);
  }

 private:
  void skip() {
    for (; at_ < text_.size(); ++at_) {
      const char byte = text_[at_];
      if (byte == '(') {
        in_brackets_ = true;
      } else if (byte == '#' && in_brackets_) {
        at_ = std::min(text_.find_first_of("\r\n", at_), text_.size() - 1);
      } else if (byte == '\\') {
        if (text_.substr(at_ + 1, 2) == "\r\n") ++at_;
        ++at_;
      } else if (!is_blank(byte) && !(in_brackets_ && is_newline(byte))) {
        return;
      }
    }
  }

  std::string_view text_;
  std::size_t at_;
  bool in_brackets_ = false;
};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<ScannedImport> scan() {
    for (std::size_t at = find_word(text_, kImport, 0); at != kNone;
         at = find_word(text_, kImport, at + kImport.size())) {
      const std::size_t end = at + kImport.size();
      const bool starts = at == 0 || !is_word_byte(text_[at - 1]);
      const bool ends = end == text_.size() || !is_word_byte(text_[end]);
      if (starts && ends) {
        statement(at);
      } else if (text_.substr(end).starts_with("_module") || text_.substr(end).starts_with("__")) {
        call(end);
      }
    }
    return std::move(found_);
  }

 private:
  void statement(std::size_t at) {
    const std::size_t start = begin_of_statement(text_, at);
    std::string_view head = text_.substr(start, at - start);
    const std::size_t begin = head.find_first_not_of(" \t\f>.");  // or a prompt
    if (begin == kNone) return modules(at + kImport.size());
    head.remove_prefix(begin);
    constexpr std::string_view kFrom = "from";
    if (!head.starts_with(kFrom) || (head.size() > kFrom.size() && is_word_byte(head[kFrom.size()]))) return;
    names(squeezed(head.substr(kFrom.size())), at + kImport.size());
  }

  static bool is_dotted(std::string_view module) {
    return std::all_of(module.begin(), module.end(), [](char byte) { return is_word_byte(byte) || byte == '.'; });
  }

  void add(ScannedImport import, std::string_view module) {
    const std::size_t dots = std::min(module.find_first_not_of('.'), module.size());
    import.level = static_cast<unsigned>(dots);
    import.module = module.substr(dots);
    if (is_dotted(import.module)) found_.push_back(std::move(import));
  }

  void modules(std::size_t at) {
    Reader reader(text_, at);
    std::string path;
    std::string alias;
    std::string_view word = reader.next();
    for (;; word = reader.next()) {
      if (word == "as") {
        alias = reader.next();
      } else if (word.empty() || word == ",") {
        if (!path.empty()) add({.form = ImportForm::kModule, .module = {}, .alias = alias, .names = {}}, path);
        path.clear();
        alias.clear();
        if (word.empty()) return;
      } else {
        path += word;
      }
    }
  }

  void names(const std::string& module, std::size_t at) {
    if (module.empty()) return;
    Reader reader(text_, at);
    ScannedImport import{.form = ImportForm::kNames, .module = {}, .alias = {}, .names = {}};
    for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) {
      if (word == "*") import.form = ImportForm::kStar;
      if (word == "*" || word == "," || word == ".") continue;
      if (word == "as" && !import.names.empty()) {
        import.names.back().local = reader.next();
      } else {
        import.names.push_back({std::string(word), std::string(word)});
      }
    }
    add(std::move(import), module);
  }

  void call(std::size_t at) {
    while (at < text_.size() && is_word_byte(text_[at])) ++at;
    while (at < text_.size() && (is_blank(text_[at]) || text_[at] == '(' || text_[at] == 'u')) ++at;
    if (at >= text_.size() || (text_[at] != '\'' && text_[at] != '"')) return;
    const std::size_t end = text_.find(text_[at], at + 1);
    if (end == kNone || end == at + 1) return;
    add({.form = ImportForm::kCall, .module = {}, .alias = {}, .names = {}}, text_.substr(at + 1, end - at - 1));
  }

  std::string_view text_;
  std::vector<ScannedImport> found_;
};

}  // namespace

bool is_word_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return std::isalnum(value) != 0 || byte == '_' || value >= 0x80;
}

std::vector<ScannedImport> scan_imports(std::string_view text) { return Scanner(text).scan(); }

std::vector<std::size_t> places_of_word(std::string_view text, std::string_view word) {
  std::vector<std::size_t> places;
  if (word.empty()) return places;
  for (std::size_t at = find_word(text, word, 0); at != kNone; at = find_word(text, word, at + word.size())) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_word_byte(text[at - 1])) && (end == text.size() || !is_word_byte(text[end])))
      places.push_back(at);
  }
  return places;
}

}  // namespace py3k::engine
