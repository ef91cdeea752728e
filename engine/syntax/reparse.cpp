// Tree::error_after: would a text still parse after some edits? Looks at as little of it as will tell.
#include <algorithm>

#include "engine/dialect/lexer.h"
#include "engine/rewrite/edit.h"
#include "engine/syntax/condensed.h"
#include "engine/syntax/grammar.h"
#include "engine/syntax/parse_arena.h"
#include "engine/syntax/tree.h"

namespace py3k::engine {

namespace {

// The unformatted literal that a range lies in; null where there is none.
const StringToken* literal_around(const LexedSource& source, ByteRange range) {
  const auto& strings = source.strings;
  const auto after =
      std::upper_bound(strings.begin(), strings.end(), range.start,
                       [](std::uint32_t offset, const StringToken& token) { return offset < token.range.start; });
  if (after == strings.begin()) return nullptr;
  const StringToken& token = *(after - 1);
  return range.end <= token.range.end && range.start < token.range.end && !token.formatted ? &token : nullptr;
}

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Is the range of an overlay one whole name?
bool is_name(std::string_view overlay, ByteRange range) {
  if (range.start == range.end) return false;
  if (range.start > 0 && is_word_char(overlay[range.start - 1])) return false;
  if (range.end < overlay.size() && (is_word_char(overlay[range.end]) || overlay[range.end] == '"')) return false;
  const std::string_view word = overlay.substr(range.start, range.end - range.start);
  return (word[0] < '0' || word[0] > '9') && std::all_of(word.begin(), word.end(), is_word_char) && !is_keyword(word);
}

// The text to parse for error_after(): the overlay of the original, changed only where that may matter to the grammar.
// Which name stands in a place, or what a literal holds, does not; most edits are of that kind.
class EditedOverlay {
 public:
  EditedOverlay(const LexedSource& before, const LexedSource& after) : before_(before), after_(after) {
    text_.reserve(before.overlay.size() + before.overlay.size() / 16);
  }

  void apply(const std::vector<Edit>& edits) {
    for (const Edit& edit : edits) {
      keep(edit.range.start - old_at_);
      const ByteRange range{new_at_, new_at_ + static_cast<std::uint32_t>(edit.text.size())};
      if (preserves_token(edit.range, range)) {
        text_.append(before_.overlay, edit.range.start, edit.range.end - edit.range.start);
        old_at_ = edit.range.end;
        new_at_ = range.end;
      } else {
        replace(edit.range.end - edit.range.start, range.end - range.start);
      }
    }
    keep(static_cast<std::uint32_t>(before_.overlay.size()) - old_at_);
  }

  bool is_same() const { return is_same_; }
  const std::string& text() const { return text_; }
  // Where a place in text() is in the edited text; right for what was replaced and near it.
  std::uint32_t offset_after(std::uint32_t offset) const {
    std::uint32_t after = offset;
    for (const auto& [mine, theirs] : places_)
      if (mine <= offset) after = theirs + (offset - mine);
    return std::min(after, static_cast<std::uint32_t>(after_.text.size()));
  }

 private:
  // What no edit touched is the same, but for what the lexer makes of it in its new surroundings.
  void keep(std::uint32_t length) {
    const std::string_view old_text = std::string_view(before_.overlay).substr(old_at_, length);
    if (old_text == std::string_view(after_.overlay).substr(new_at_, length)) {
      text_.append(old_text);
      old_at_ += length;
      new_at_ += length;
      return;
    }
    for (const std::uint32_t end = old_at_ + length; old_at_ < end;) {
      const bool same = before_.overlay[old_at_] == after_.overlay[new_at_] ||
                        (literal_around(before_, {old_at_, old_at_ + 1}) != nullptr &&
                         literal_around(after_, {new_at_, new_at_ + 1}) != nullptr);
      if (!same) {
        replace(1, 1);
        continue;
      }
      text_ += before_.overlay[old_at_++];
      ++new_at_;
    }
  }

  void replace(std::uint32_t old_length, std::uint32_t new_length) {
    is_same_ = false;
    places_.emplace_back(static_cast<std::uint32_t>(text_.size()), new_at_);
    text_.append(after_.overlay, new_at_, new_length);
    old_at_ += old_length;
    new_at_ += new_length;
    places_.emplace_back(static_cast<std::uint32_t>(text_.size()), new_at_);
  }

  bool preserves_token(ByteRange old_range, ByteRange new_range) const {
    const StringToken* old_literal = literal_around(before_, old_range);
    const StringToken* new_literal = literal_around(after_, new_range);
    if (old_literal != nullptr || new_literal != nullptr) {
      return old_literal != nullptr && new_literal != nullptr && old_literal->joined == new_literal->joined;
    }
    return is_name(before_.overlay, old_range) && is_name(after_.overlay, new_range);
  }

  const LexedSource& before_;
  const LexedSource& after_;
  std::string text_;
  bool is_same_ = true;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;
  std::uint32_t old_at_ = 0;
  std::uint32_t new_at_ = 0;
};

// The changed lines of an overlay, each made a statement of its own. In an overlay a logical line is one line, so as
// long as the lines that open, continue and close blocks stay what they are, the file is sound if these lines are.
class ChangedLines {
 public:
  // False: blocks may have changed, and the whole file has to be looked at.
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
  const std::string& text() const { return text_; }
  // Where a place in text() is in the overlay.
  std::uint32_t offset_in_overlay(std::uint32_t offset) const {
    std::uint32_t found = 0;
    for (const auto& [mine, theirs] : places_)
      if (mine <= offset) found = theirs + (offset - mine);
    return found;
  }

 private:
  static constexpr std::string_view kBlank = " \t\f\r";

  static bool opens_or_continues(std::string_view word) {
    constexpr std::string_view kWords[] = {"async", "class", "def",  "elif",  "else", "except", "finally",
                                           "for",   "if",    "case", "match", "try",  "while",  "with"};
    return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
  }
  static std::string_view first_word(std::string_view line) {
    std::size_t end = 0;
    while (end < line.size() && is_word_char(line[end])) ++end;
    return line.substr(0, std::max<std::size_t>(end, line.empty() ? 0 : 1));
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
    if (word == "elif" || word == "else") text_ += "if x: pass\n";
    if (word == "except" || word == "finally") text_ += "try: pass\n";
    places_.emplace_back(static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(new_at + new_indent));
    text_ += new_line;
    if (new_line.back() == ':') text_ += " pass";
    if (word == "try") text_ += "\nfinally: pass";
    text_ += '\n';
    return true;
  }

  std::string text_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;
};

std::optional<std::uint32_t> error_in(std::string_view text) {
  const Parse parse(text);
  if (!ts_node_has_error(parse.root())) return {};
  return first_error(parse.root(), text);
}

}  // namespace

std::optional<std::uint32_t> Tree::error_after(const std::vector<Edit>& edits, const LexedSource& edited) const {
  EditedOverlay overlay(*source_, edited);
  overlay.apply(edits);
  if (has_error()) return overlay.offset_after(error_offset_);
  if (overlay.is_same()) return {};
  ChangedLines lines;
  if (lines.gather(source_->overlay, overlay.text())) {
    const auto error = error_in(lines.text());
    if (!error) return {};
    return overlay.offset_after(lines.offset_in_overlay(*error));
  }
  const Condensed condensed(edited);
  const auto error = error_in(condensed.text());
  if (!error) return {};
  return condensed.start(*error);
}

}  // namespace py3k::engine
