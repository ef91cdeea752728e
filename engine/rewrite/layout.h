// Layout: lines, indentation and suites, for edits that add or remove whole statements.
#pragma once

#include <string>
#include <string_view>

#include "engine/rewrite/plan.h"

namespace py3k::engine {

bool is_statement(Node node);
// Is it a string by itself? The first statement of a module, class or function is its docstring then.
bool is_docstring(Node statement);
// The simple statement or compound statement a node belongs to (itself, if it is one). Decorators belong to what they
// decorate.
Node statement_of(Node node);
// The statement that begins the line of a statement: the first of several on it, or what a one-line suite belongs to.
Node first_on_line(Node statement);

// Offsets in bytes. The line's start is after the newline before it; its end is after its own newline.
std::uint32_t line_start(std::string_view text, std::uint32_t offset);
std::uint32_t line_end(std::string_view text, std::uint32_t offset);
// Of a line that begins there: is it a blank one, with a newline; and where does the line before it begin?
bool is_blank_line(std::string_view text, std::uint32_t begin);
std::uint32_t previous_line(std::string_view text, std::uint32_t begin);
// The line ending that the file uses first: "\n", "\r\n" or "\r".
std::string_view newline_of(std::string_view text);

// The white space before the first token of the logical line a node is on.
std::string_view indentation_of(Node node);
// Is there nothing but white space between the line's start and the statement?
bool begins_line(Node statement);
// Does a suite stand on its header's line: `if x: pass`?
bool is_one_line_suite(Node block);
// What one more level of indentation looks like in this file.
std::string indentation_step(const Tree& tree);

// Claims for statement-level edits. `lines` are statements without indentation, one a line.
// Before a statement, on lines of its own; where the statement does not begin its line, `lines` joined by "; " go
// before it.
Claim insert_before(Node statement, std::string_view lines);
Claim insert_after(Node statement, std::string_view lines);
// At the start of a suite, after a docstring. A one-line suite is broken into lines.
Claim insert_at_start(Node block, std::string_view lines);

// Claims that remove statements (any number, all of one file), each with its line; `pass` stays where a suite would be
// empty.
std::vector<Claim> remove_statements(const std::vector<Node>& statements);

}  // namespace py3k::engine
