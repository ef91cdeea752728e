#include "engine/rewrite/suppression_range.h"

#include <algorithm>

#include "engine/rewrite/layout.h"

namespace py3k::engine {
namespace {

bool is_newline(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

// The comment that a place lies in, or at the end of; null where there is none.
const ByteRange* comment_at(const LexedSource& lexed, std::uint32_t offset) {
  auto next = std::upper_bound(lexed.comments.begin(), lexed.comments.end(), offset,
                               [](std::uint32_t at, ByteRange comment) { return at < comment.start; });
  if (next == lexed.comments.begin()) return nullptr;
  --next;
  return offset <= next->end ? &*next : nullptr;
}

bool is_in_string(const LexedSource& lexed, std::uint32_t offset) {
  auto next = std::upper_bound(lexed.strings.begin(), lexed.strings.end(), offset,
                               [](std::uint32_t at, const StringToken& token) { return at < token.range.start; });
  return next != lexed.strings.begin() && offset < (--next)->range.end;
}

// Can no comment stand before the newline there? After a backslash, and in a string.
bool is_joined(const LexedSource& lexed, std::uint32_t newline) {
  if (is_in_string(lexed, newline)) return true;
  return newline > 0 && lexed.text[newline - 1] == '\\' && comment_at(lexed, newline - 1) == nullptr;
}

std::uint32_t end_of_text_line(std::string_view text, std::uint32_t offset) {
  return static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n", offset), text.size()));
}

std::uint32_t after_newline(std::string_view text, std::uint32_t newline) {
  return newline + (text.substr(newline, 2) == "\r\n" ? 2 : 1);
}

std::uint32_t start_of_line(const LexedSource& lexed, std::uint32_t offset) {
  std::uint32_t start = line_start(lexed.text, offset);
  while (start > 0) {
    const bool is_pair = start > 1 && lexed.text.substr(start - 2, 2) == "\r\n";
    const std::uint32_t newline = start - (is_pair ? 2 : 1);
    if (!is_joined(lexed, newline)) break;
    start = line_start(lexed.text, newline);
  }
  return start;
}

std::uint32_t end_of_line(const LexedSource& lexed, std::uint32_t offset) {
  std::uint32_t end = end_of_text_line(lexed.text, offset);
  while (end < lexed.text.size() && is_joined(lexed, end)) {
    end = end_of_text_line(lexed.text, after_newline(lexed.text, end));
  }
  return end;
}

ByteRange lines_of(const LexedSource& lexed, ByteRange range) {
  return {start_of_line(lexed, range.start), end_of_line(lexed, range.end)};
}

// The next byte of code; the text's size where there is none.
std::uint32_t next_code(const LexedSource& lexed, std::uint32_t at) {
  while (at < lexed.text.size()) {
    const char c = lexed.text[at];
    if (c == '#') {
      const ByteRange* comment = comment_at(lexed, at);
      at = comment != nullptr ? comment->end : at + 1;
    } else if (is_blank(c) || is_newline(c)) {
      ++at;
    } else {
      return at;
    }
  }
  return at;
}

// A part of a compound statement that begins a line: `else:`.
bool is_clause(Node node) {
  return node.is_any(Kind::kElifClause, Kind::kElseClause, Kind::kExceptClause, Kind::kFinallyClause, Kind::kCaseClause,
                     Kind::kFunctionDefinition, Kind::kClassDefinition);
}

// The outermost statement or clause that begins there; empty where none does.
Node statement_at(const Tree& tree, std::uint32_t offset) {
  Node found;
  for (Node node = tree.node_at({offset, offset + 1}); node && node.start() == offset; node = node.parent())
    if (is_statement(node) || is_clause(node)) found = node;
  return found;
}

}  // namespace

bool is_before_code(const LexedSource& lexed, std::uint32_t offset) { return next_code(lexed, 0) >= offset; }

ByteRange suppressed_range(const Tree& tree, ByteRange comment) {
  const LexedSource& lexed = tree.source();
  const std::uint32_t line = line_start(lexed.text, comment.start);
  const bool is_alone = std::all_of(lexed.text.begin() + line, lexed.text.begin() + comment.start, is_blank);
  if (!is_alone) return lines_of(lexed, {comment.start, comment.start});
  const std::uint32_t code = next_code(lexed, comment.end);
  if (code == lexed.text.size()) return {comment.start, comment.start};
  const Node statement = statement_at(tree, code);
  return lines_of(lexed, statement ? statement.range() : ByteRange{code, code});
}

}  // namespace py3k::engine
