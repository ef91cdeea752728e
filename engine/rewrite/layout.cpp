#include "engine/rewrite/layout.h"

#include <algorithm>
#include <map>

#include "engine/dialect/lexer.h"
#include "engine/source/source_text.h"

namespace py3k::engine {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }
bool is_newline(char c) { return c == '\n' || c == '\r'; }

// Where what a line says begins: in the first one, behind the byte order mark.
std::uint32_t content_start(std::string_view text, std::uint32_t line) {
  return line == 0 && text.starts_with(kByteOrderMark) ? static_cast<std::uint32_t>(kByteOrderMark.size()) : line;
}

std::string_view text_of(Node node) { return node.tree().text(); }

Claim insertion(std::uint32_t offset, std::string text) {
  return {.range = {offset, offset}, .node = {}, .pieces = {{.text = std::move(text)}}, .keeps_comments = true};
}

// Splits at \n; the file's own newline is put in by whoever joins.
std::vector<std::string_view> split_lines(std::string_view lines) {
  std::vector<std::string_view> split;
  while (true) {
    const std::size_t end = lines.find('\n');
    split.push_back(lines.substr(0, end));
    if (end == std::string_view::npos) return split;
    lines.remove_prefix(end + 1);
  }
}

std::string join_lines(std::string_view lines, std::string_view before, std::string_view after) {
  std::string joined;
  // An empty line stays empty.
  const std::string_view before_nothing = before.substr(0, before.find_last_not_of(" \t") + 1);
  for (std::string_view line : split_lines(lines)) {
    joined.append(line.empty() ? before_nothing : before).append(line).append(after);
  }
  return joined;
}

std::vector<Node> statements_in(Node block) {
  std::vector<Node> statements;
  for (Node child : block.children())
    if (child.is_named()) statements.push_back(child);
  return statements;
}

}  // namespace

bool is_docstring(Node statement) {
  return statement.is(Kind::kExpressionStatement) && statement.child_count() == 1 &&
         statement.first_child().is_any(Kind::kString, Kind::kConcatenatedString);
}

bool is_statement(Node node) { return node.parent().is_any(Kind::kBlock, Kind::kModule) && node.is_named(); }

Node statement_of(Node node) { return node.nearest(is_statement); }

Node first_on_line(Node statement) {
  while (statement && !begins_line(statement)) {
    const Node before = statement.previous();
    statement = before.is(Kind::kTokenSemicolon) ? before.previous() : statement_of(statement.parent());
  }
  return statement;
}

std::uint32_t line_start(std::string_view text, std::uint32_t offset) {
  while (offset > 0 && !is_newline(text[offset - 1])) --offset;
  return offset;
}

// Where the line of a statement starts, with the lines above that hold a backslash alone.
std::uint32_t joined_line_start(std::string_view text, std::uint32_t offset) {
  std::uint32_t begin = line_start(text, offset);
  while (begin > 0) {
    const std::uint32_t above = line_start(text, begin - (text.substr(0, begin).ends_with("\r\n") ? 2 : 1));
    std::string_view line = text.substr(above, begin - above);
    while (!line.empty() && (is_blank(line.back()) || is_newline(line.back()))) line.remove_suffix(1);
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
    if (line != "\\") break;
    begin = above;
  }
  return begin;
}

std::uint32_t line_end(std::string_view text, std::uint32_t offset) {
  const auto size = static_cast<std::uint32_t>(text.size());
  while (offset < size && !is_newline(text[offset])) ++offset;
  if (text.substr(offset, 2) == "\r\n") return offset + 2;
  return offset < size ? offset + 1 : offset;
}

std::string_view newline_of(std::string_view text) {
  const std::size_t first = text.find_first_of("\r\n");
  if (first == std::string_view::npos || text[first] == '\n') return "\n";
  return text.substr(first, 2) == "\r\n" ? "\r\n" : "\r";
}

std::string_view indentation_of(Node node) {
  const Node statement = first_on_line(statement_of(node));
  if (!statement) return {};
  const std::string_view text = text_of(node);
  const std::uint32_t begin = content_start(text, joined_line_start(text, statement.start()));
  std::uint32_t end = begin;
  while (end < statement.start() && is_blank(text[end])) ++end;
  return text.substr(begin, end - begin);
}

bool is_blank_line(std::string_view text, std::uint32_t begin) {
  while (begin < text.size() && is_blank(text[begin])) ++begin;
  return begin < text.size() && is_newline(text[begin]);
}

std::uint32_t previous_line(std::string_view text, std::uint32_t begin) {
  const bool crlf = begin >= 2 && text.substr(begin - 2, 2) == "\r\n";
  return line_start(text, begin - (crlf ? 2 : 1));
}

bool begins_line(Node statement) {
  const std::string_view text = text_of(statement);
  std::uint32_t at = statement.start();
  while (at > 0 && is_blank(text[at - 1])) --at;
  if (at > 0 && is_newline(text[at - 1])) at = joined_line_start(text, at);
  if (at == content_start(text, 0)) return true;
  if (!is_newline(text[at - 1])) return false;
  // A newline that is part of a continued line begins no statement: `if x: \` and the suite below.
  const std::uint32_t before = at - 1 - (at >= 2 && text[at - 1] == '\n' && text[at - 2] == '\r' ? 1 : 0);
  return before == 0 || text[before - 1] != '\\' ||
         !statement.tree().comments_in({line_start(text, before - 1), before}).empty();
}

bool is_one_line_suite(Node block) {
  const Node first = block.named_child(0);
  return block.is(Kind::kBlock) && first && !begins_line(first);
}

std::string indentation_step(const Tree& tree) {
  for (Node node : tree.root().descendants()) {
    if (!node.is(Kind::kBlock)) continue;
    const Node first = node.named_child(0);
    if (!first || !begins_line(first)) continue;
    const std::string_view inner = indentation_of(first);
    const std::string_view outer = indentation_of(node.parent());
    if (inner.size() > outer.size() && inner.starts_with(outer)) return std::string(inner.substr(outer.size()));
  }
  return "    ";
}

Claim insert_before(Node statement, std::string_view lines) {
  const std::string_view text = text_of(statement);
  if (!begins_line(statement)) return insertion(statement.start(), join_lines(lines, "", "; "));
  const std::uint32_t begin = content_start(text, joined_line_start(text, statement.start()));
  return insertion(begin, join_lines(lines, indentation_of(statement), newline_of(text)));
}

Claim insert_after(Node statement, std::string_view lines) {
  const std::string_view text = text_of(statement);
  const Node next = statement.next();
  const bool shares_line = !begins_line(statement) || next.is(Kind::kTokenSemicolon);
  if (shares_line) return insertion(statement.end(), join_lines(lines, "; ", ""));
  const std::uint32_t end = line_end(text, statement.end());
  const std::string_view newline = newline_of(text);
  if (end == text.size() && (end == 0 || !is_newline(text[end - 1]))) {
    return insertion(end, join_lines(lines, std::string(newline) + std::string(indentation_of(statement)), ""));
  }
  return insertion(end, join_lines(lines, indentation_of(statement), newline));
}

Claim insert_at_start(Node block, std::string_view lines) {
  const std::vector<Node> statements = statements_in(block);
  const std::string_view text = text_of(block);
  if (statements.empty()) return insertion(block.start(), join_lines(lines, "", "; "));
  const bool after_docstring = is_docstring(statements.front());
  if (!is_one_line_suite(block)) {
    if (after_docstring && statements.front().next().is(Kind::kTokenSemicolon))
      return insertion(statements.front().end(), join_lines(lines, "; ", ""));
    if (after_docstring) return insert_after(statements.front(), lines);
    return insert_before(statements.front(), lines);
  }
  // Break the suite into lines: its first statement, and with it the rest of the line, moves below.
  const std::string indent = std::string(indentation_of(block.parent())) + indentation_step(block.tree());
  const std::string newline(newline_of(text));
  const Node target = after_docstring ? Node() : statements.front();
  std::uint32_t begin = statements.front().start();
  std::uint32_t gap = begin;
  while (gap > 0 && is_blank(text[gap - 1])) --gap;
  std::string broken = newline + (after_docstring ? indent : join_lines(lines, indent, newline) + indent);
  Claim claim = insertion(begin, broken);
  claim.range.start = gap;
  if (target) return claim;
  // The docstring keeps the first line of the broken suite.
  const Node docstring = statements.front();
  claim.range.end = docstring.end();
  claim.pieces.push_back({.is_hole = true, .range = docstring.range(), .node = docstring});
  Node rest = docstring.next();
  const bool more = rest.is(Kind::kTokenSemicolon) && rest.next();
  if (more) claim.range.end = rest.next().start();
  std::string tail = newline + join_lines(lines, indent, newline);
  if (more) {
    tail += indent;
  } else {
    tail.erase(tail.size() - newline.size());
  }
  claim.pieces.push_back({.text = tail});
  return claim;
}

namespace {

// Statements beside each other, with nothing between them but white space and semicolons, that go together.
struct Run {
  Node first;
  Node last;
  ByteRange range() const { return {first.start(), last.end()}; }
};

// Removes statements that have their lines to themselves; a comment that ends the last of them stays.
Claim remove_lines(const Run& run) {
  const std::string_view text = text_of(run.first);
  const std::uint32_t begin = content_start(text, joined_line_start(text, run.first.start()));
  const std::string indentation(indentation_of(run.first));
  std::uint32_t after = run.last.end();
  while (after < text.size() && (is_blank(text[after]) || text[after] == ';')) ++after;
  std::string kept;
  // Comments inside the statements, between their brackets, stay too, each on a line of its own.
  for (const ByteRange& comment : run.first.tree().comments_in(run.range())) {
    kept.append(indentation).append(text.substr(comment.start, comment.end - comment.start)).append(newline_of(text));
  }
  if (after < text.size() && text[after] == '#') {
    return {.range = {begin, after}, .node = {}, .pieces = {{.text = kept + indentation}}, .keeps_comments = true};
  }
  return {.range = {begin, line_end(text, after)}, .node = {}, .pieces = {{.text = kept}}, .keeps_comments = true};
}

Claim replace_by_pass(Node statement) {
  return {.range = statement.range(), .node = statement, .pieces = {{.text = "pass"}}};
}

// Removes statements that share their line with others, with one of the semicolons beside them.
Claim remove_from_line(const Run& run) {
  const std::string_view text = text_of(run.first);
  const Node next = run.last.next();
  ByteRange range = run.range();
  if (next.is(Kind::kTokenSemicolon) && next.next() && !begins_line(next.next())) {
    range.end = next.next().start();
  } else {
    const Node before = run.first.previous();
    if (before.is(Kind::kTokenSemicolon)) range.start = before.start();
    if (next.is(Kind::kTokenSemicolon) && !before) range.end = next.end();
    while (range.start > 0 && is_blank(text[range.start - 1]) && before) --range.start;
  }
  return {.range = range, .node = {}, .pieces = {}};
}

bool has_line_to_itself(const Run& run) {
  if (!begins_line(run.first)) return false;
  const Node next = run.last.next();
  if (!next.is(Kind::kTokenSemicolon)) return true;
  const Node after = next.next();
  return !after || begins_line(after);
}

// Neighbours on one line are one run.
std::vector<Run> runs_of(const std::vector<Node>& statements) {
  std::vector<Run> runs;
  for (Node statement : statements) {
    const bool on_line = !runs.empty() && runs.back().last.next().is(Kind::kTokenSemicolon) && !begins_line(statement);
    if (on_line && runs.back().last.next().next() == statement) {
      runs.back().last = statement;
    } else {
      runs.push_back({statement, statement});
    }
  }
  return runs;
}

// A paragraph of a module that goes takes the blank line behind it along where there is one before it, too; at the
// start of the file, all of them.
class ParagraphTidier {
 public:
  explicit ParagraphTidier(std::string_view text) : text_(text) {}

  void add(const Claim& removed, std::vector<Claim>& claims) {
    if (removed.range.start != end_) {
      at_start_ = removed.range.start == content_start(text_, 0);
      after_blank_ = at_start_ || is_blank_line(text_, previous_line(text_, removed.range.start));
    }
    end_ = removed.range.end;
    if (!removed.pieces.front().text.empty()) after_blank_ = at_start_ = false;
    std::uint32_t end = end_;
    while (after_blank_ && is_blank_line(text_, end)) {
      end = line_end(text_, end);
      if (!at_start_) break;
    }
    if (end == end_) return;
    claims.push_back({.range = {end_, end}, .node = {}, .keeps_comments = true, .is_tidying = true});
    end_ = end;
  }

 private:
  std::string_view text_;
  std::uint32_t end_ = 0xFFFFFFFF;
  bool at_start_ = false;
  bool after_blank_ = false;
};

std::vector<Claim> remove_in_block(std::vector<Node> gone) {
  std::sort(gone.begin(), gone.end(), [](Node a, Node b) { return a.index() < b.index(); });
  gone.erase(std::unique(gone.begin(), gone.end()), gone.end());
  std::vector<Claim> claims;
  const Node block = gone.front().parent();
  if (block.is(Kind::kBlock) && statements_in(block).size() == gone.size()) {
    claims.push_back(replace_by_pass(gone.front()));
    gone.erase(gone.begin());
  }
  ParagraphTidier tidier(text_of(block));
  for (const Run& run : runs_of(gone)) {
    const bool whole_lines = has_line_to_itself(run);
    claims.push_back(whole_lines ? remove_lines(run) : remove_from_line(run));
    if (whole_lines && block.is(Kind::kModule)) tidier.add(Claim(claims.back()), claims);
  }
  return claims;
}

}  // namespace

std::vector<Claim> remove_statements(const std::vector<Node>& statements) {
  std::map<std::uint32_t, std::vector<Node>> by_block;
  for (Node statement : statements) by_block[statement.parent().index()].push_back(statement);
  std::vector<Claim> claims;
  for (auto& [index, gone] : by_block) {
    for (Claim& claim : remove_in_block(std::move(gone))) claims.push_back(std::move(claim));
  }
  return claims;
}

}  // namespace py3k::engine
