// Tree::error_after: would a text still parse after some edits? Looks at as little of it as will tell.
#include <algorithm>
#include <unordered_set>

#include "engine/dialect/lexer.h"
#include "engine/one_of.h"
#include "engine/syntax/condensed.h"
#include "engine/syntax/grammar.h"
#include "engine/syntax/parse_arena.h"
#include "engine/syntax/tree.h"

namespace py3k::engine {

namespace {

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view first_word(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size() && is_word_char(line[end])) ++end;
  return line.substr(0, std::max<std::size_t>(end, line.empty() ? 0 : 1));
}

// Parts of a text, gathered to be parsed apart from the rest of it.
class Excerpt {
 public:
  const std::string& text() const { return text_; }
  void add(std::string_view part, std::size_t offset) {
    places_.emplace_back(static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(offset));
    text_ += part;
  }
  void add_filler(std::string_view filler) { text_ += filler; }
  // Where a place in text() is in the text that the parts come from.
  std::uint32_t offset_in_whole(std::uint32_t offset) const {
    std::uint32_t found = 0;
    for (const auto& [mine, theirs] : places_)
      if (mine <= offset) found = theirs + (offset - mine);
    return found;
  }

 private:
  std::string text_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;
};

// The changed lines of a condensed text, each made a statement of its own. There a logical line is one line, so as long
// as the lines that open, continue and close blocks stay what they are, the file is sound if these lines are.
class ChangedLines {
 public:
  // False: blocks may have changed, and more has to be looked at.
  bool gather(std::string_view before, std::string_view after) {
    std::size_t old_at = 0;
    std::size_t new_at = 0;
    while (old_at < before.size() && new_at < after.size()) {
      const std::size_t old_end = std::min(before.find('\n', old_at), before.size());
      const std::size_t new_end = std::min(after.find('\n', new_at), after.size());
      const std::string_view old_line = before.substr(old_at, old_end - old_at);
      const std::string_view new_line = after.substr(new_at, new_end - new_at);
      if (old_line != new_line && !add(old_line, new_line, new_at)) return false;
      old_at = old_end + 1;
      new_at = new_end + 1;
    }
    return old_at >= before.size() && new_at >= after.size();
  }
  const Excerpt& excerpt() const { return excerpt_; }

 private:
  static constexpr std::string_view kBlank = " \t\f\r";

  static bool opens_or_continues(std::string_view word) {
    constexpr std::string_view kWords[] = {"async", "class", "def",  "elif",  "else", "except", "finally",
                                           "for",   "if",    "case", "match", "try",  "while",  "with"};
    return is_one_of(kWords, word);
  }

  bool add(std::string_view old_line, std::string_view new_line, std::size_t new_at) {
    const std::size_t old_indent = std::min(old_line.find_first_not_of(kBlank), old_line.size());
    const std::size_t new_indent = std::min(new_line.find_first_not_of(kBlank), new_line.size());
    if (old_line.substr(0, old_indent) != new_line.substr(0, new_indent)) return false;
    old_line.remove_prefix(old_indent);
    new_line.remove_prefix(new_indent);
    while (!old_line.empty() && kBlank.find(old_line.back()) != std::string_view::npos) old_line.remove_suffix(1);
    while (!new_line.empty() && kBlank.find(new_line.back()) != std::string_view::npos) new_line.remove_suffix(1);
    if (old_line.empty() || new_line.empty()) return false;
    const std::string_view old_word = first_word(old_line);
    const std::string_view word = first_word(new_line);
    const bool block = opens_or_continues(word) || opens_or_continues(old_word);
    if (block && old_word != word) return false;
    if ((old_line.back() == ':') != (new_line.back() == ':') || word == "@" || old_word == "@" || word == "case")
      return false;
    if (word == "elif" || word == "else") excerpt_.add_filler("if x: pass\n");
    if (word == "except" || word == "finally") excerpt_.add_filler("try: pass\n");
    excerpt_.add(new_line, new_at + new_indent);
    if (new_line.back() == ':') excerpt_.add_filler(" pass");
    if (word == "try") excerpt_.add_filler("\nfinally: pass");
    excerpt_.add_filler("\n");
    return true;
  }

  Excerpt excerpt_;
};

// Calls `act` with each statement of the module, from the line that it starts on to the line where the next one does.
template <typename Act>
void for_each_statement(std::string_view text, Act act) {
  std::size_t start = 0;
  bool is_decorated = false;
  for (std::size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size() - 1) + 1) {
    const std::string_view word = first_word(text.substr(at));
    const bool is_inside = word == " " || word == "\t" || word == "\f" || word == "\n";
    const bool continues = word == "elif" || word == "else" || word == "except" || word == "finally";
    if (is_inside) continue;
    if (!continues && !is_decorated && at > start) {
      act(text.substr(start, at - start), start);
      start = at;
    }
    is_decorated = word == "@";
  }
  if (start < text.size()) act(text.substr(start), start);
}

// The statements of a module that it did not have before. What it had, parsed.
Excerpt new_statements(std::string_view before, std::string_view after) {
  std::unordered_set<std::string_view> known;
  for_each_statement(before, [&](std::string_view statement, std::size_t) { known.insert(statement); });
  Excerpt excerpt;
  for_each_statement(after, [&](std::string_view statement, std::size_t offset) {
    if (!known.contains(statement)) excerpt.add(statement, offset);
  });
  return excerpt;
}

std::optional<std::uint32_t> error_in(const Excerpt& excerpt) {
  const Parse parse(excerpt.text());
  if (!ts_node_has_error(parse.root())) return {};
  return excerpt.offset_in_whole(first_error(parse.root(), excerpt.text()));
}

}  // namespace

std::optional<std::uint32_t> Tree::error_after(const LexedSource& edited) const {
  const std::string_view before = parsed_->text();
  const Condensed condensed(edited);
  ChangedLines lines;
  const bool same_blocks = !has_error() && lines.gather(before, condensed.text());
  const auto error =
      error_in(same_blocks ? lines.excerpt() : new_statements(has_error() ? "" : before, condensed.text()));
  if (!error) return {};
  return condensed.start(*error);
}

}  // namespace py3k::engine
