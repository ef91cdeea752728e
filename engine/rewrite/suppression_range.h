// What the comment `# py3k: ignore` at a place covers.
#pragma once

#include "engine/dialect/lexer.h"
#include "engine/syntax/tree.h"

namespace py3k::engine {

// Is there nothing but comments and blank lines before a place?
bool is_before_code(const LexedSource& lexed, std::uint32_t offset);

// Behind code: that line. On a line of its own: the statement or clause that follows, with all its lines, or the next
// line where the comment stands inside a statement. Always whole lines, without the last newline; empty where no code
// follows.
ByteRange suppressed_range(const Tree& tree, ByteRange comment);

}  // namespace py3k::engine
