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

// Reads a text line by line. A copy looks ahead.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(text) { find_end(); }
  bool is_done() const { return at_ >= text_.size(); }
  std::string_view line() const { return text_.substr(at_, end_ - at_); }
  std::size_t offset() const { return at_; }
  void next() {
    at_ = std::min(end_ + 1, text_.size());
    find_end();
  }

 private:
  void find_end() { end_ = std::min(text_.find('\n', at_), text_.size()); }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

// One line without what surrounds it.
struct Statement {
  static constexpr std::string_view kBlank = " \t\f\r";

  explicit Statement(std::string_view line) : text(line) {
    indent = line.substr(0, std::min(line.find_first_not_of(kBlank), line.size()));
    text.remove_prefix(indent.size());
    while (!text.empty() && kBlank.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    word = first_word(text);
  }
  bool opens_block() const { return !text.empty() && text.back() == ':'; }
  bool is_decorator() const { return word == "@"; }
  bool is_clause() const {
    constexpr std::string_view kWords[] = {"elif", "else", "except", "finally", "case"};
    return is_one_of(kWords, word);
  }
  bool is_compound() const {
    constexpr std::string_view kWords[] = {"async", "class", "def", "for", "if", "match", "try", "while", "with"};
    return is_clause() || is_one_of(kWords, word);
  }

  std::string_view indent;
  std::string_view text;
  std::string_view word;  // its first, or its first character
};

// The changed lines of a condensed text, each made a statement of its own. There a logical line is one line, so as long
// as the lines that open, continue and close blocks stay what they are, the file is sound if these lines are. Whole
// statements may come and go, too, where another of their block follows.
class ChangedLines {
 public:
  // False: blocks may have changed, and more has to be looked at.
  bool gather(std::string_view before, std::string_view after) {
    LineReader old_lines(before);
    LineReader new_lines(after);
    while (!old_lines.is_done() || !new_lines.is_done()) {
      if (old_lines.line() == new_lines.line() && !old_lines.is_done() && !new_lines.is_done()) {
        take(old_lines, new_lines);
      } else if (!step(old_lines, new_lines)) {
        return false;
      }
    }
    return true;
  }
  const Excerpt& excerpt() const { return excerpt_; }

 private:
  static constexpr std::size_t kFarthest = 8;  // how many lines may come or go at one place

  void take(LineReader& old_lines, LineReader& new_lines) {
    is_decorated_ = Statement(new_lines.line()).is_decorator();
    old_lines.next();
    new_lines.next();
  }

  bool step(LineReader& old_lines, LineReader& new_lines) {
    const std::vector<LineReader> old_near = lines_from(old_lines);
    const std::vector<LineReader> new_near = lines_from(new_lines);
    const bool is_one_line = old_near.size() > 1 && new_near.size() > 1 && old_near[1].line() == new_near[1].line();
    if (is_one_line && replace(old_lines, new_lines)) return true;
    for (std::size_t count = 1; count <= kFarthest; ++count) {
      for (std::size_t inserted = 0; inserted <= count; ++inserted) {
        const std::size_t removed = count - inserted;
        if (removed >= old_near.size() || inserted >= new_near.size()) continue;
        if (old_near[removed].line() != new_near[inserted].line()) continue;
        const Statement next(new_near[inserted].line());
        if (!may_stand_before(old_near, removed, next) || !may_stand_before(new_near, inserted, next)) continue;
        for (std::size_t i = 0; i < inserted; ++i) add_as_is(new_near[i], next.indent.size());
        old_lines = old_near[removed];
        new_lines = new_near[inserted];
        return true;
      }
    }
    return !old_lines.is_done() && !new_lines.is_done() && replace(old_lines, new_lines);
  }

  // The next lines, and the end of the text where it is near.
  static std::vector<LineReader> lines_from(LineReader lines) {
    std::vector<LineReader> found;
    for (; found.size() < kFarthest && !lines.is_done(); lines.next()) found.push_back(lines);
    found.push_back(lines);
    return found;
  }

  // Are the first lines whole statements of the block of what follows them, so that with or without them it is a block?
  bool may_stand_before(const std::vector<LineReader>& lines, std::size_t count, const Statement& next) const {
    if (count == 0) return true;
    if (is_decorated_ || next.is_clause()) return false;
    for (std::size_t i = 0; i < count; ++i) {
      const Statement statement(lines[i].line());
      const bool is_in_block = statement.indent.size() >= next.indent.size() && !statement.text.empty();
      const bool starts = i > 0 || (statement.indent == next.indent && !statement.is_clause());
      const bool ends = i + 1 < count || !statement.is_decorator();
      if (!is_in_block || !starts || !ends) return false;
    }
    return true;
  }

  bool replace(LineReader& old_lines, LineReader& new_lines) {
    const Statement before(old_lines.line());
    const Statement after(new_lines.line());
    if (before.indent != after.indent || before.text.empty() || after.text.empty()) return false;
    if ((before.is_compound() || after.is_compound()) && before.word != after.word) return false;
    if (before.opens_block() != after.opens_block() || before.is_decorator() || after.is_decorator()) return false;
    if (after.word == "case") return false;
    add_apart(after, new_lines.offset());
    take(old_lines, new_lines);
    return true;
  }

  void add_as_is(const LineReader& line, std::size_t indent) {
    excerpt_.add(line.line().substr(indent), line.offset() + indent);
    end(Statement(line.line()));
  }

  void add_apart(const Statement& statement, std::size_t offset) {
    if (statement.word == "elif" || statement.word == "else") excerpt_.add_filler("if x: pass\n");
    if (statement.word == "except" || statement.word == "finally") excerpt_.add_filler("try: pass\n");
    excerpt_.add(statement.text, offset + statement.indent.size());
    if (statement.opens_block()) excerpt_.add_filler(" pass");
    if (statement.word == "try") excerpt_.add_filler("\nfinally: pass");
    end(statement);
  }

  // The grammar would take what is unfinished, `x.`, to go on in the next line.
  void end(const Statement& statement) {
    const bool is_whole = statement.opens_block() || statement.is_decorator() || statement.text.empty();
    excerpt_.add_filler(is_whole || statement.text.back() == ';' ? "\n" : ";\n");
  }

  Excerpt excerpt_;
  bool is_decorated_ = false;  // by the line before
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

std::optional<std::uint32_t> error_between(std::string_view before, const Condensed& after) {
  ChangedLines lines;
  const bool same_blocks = !before.empty() && lines.gather(before, after.text());
  const auto error = error_in(same_blocks ? lines.excerpt() : new_statements(before, after.text()));
  if (!error) return {};
  return after.start(*error);
}

}  // namespace

std::optional<std::uint32_t> Tree::error_after(const LexedSource& edited) const {
  if (!has_error() && !error_between(parsed_->text(), Condensed(edited))) return {};
  // Where the error is shows where less is folded.
  const Condensed before(*source_, Condensed::Fold::kAttributes);
  return error_between(has_error() ? "" : before.text(), Condensed(edited, Condensed::Fold::kAttributes));
}

}  // namespace py3k::engine
