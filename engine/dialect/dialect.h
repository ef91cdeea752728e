// Which language a file is written in. Syntax that only one of them has settles it; failing that, names that only
// Python 2 has, used where nothing in the file provides them. A file with neither is both, and what means something
// else in the two languages is left alone in it.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/analysis/names.h"
#include "engine/dialect/lexer.h"
#include "engine/report/finding.h"

namespace py3k::engine {

// Names whose presence may be evidence of Python 2: builtins, modules, attributes. For word tables.
std::span<const std::string_view> python2_words();

// What a file shows at a glance, without a parse: its syntax, and words that hardly stand in Python 3. `words` must
// have been looked for by a table that has all of telling_words().
Dialect dialect_at_a_glance(const LexedSource& lexed, const WordTable& table);
std::span<const std::string_view> telling_words();

// What the syntax says alone; kBoth when it says nothing.
Dialect dialect_by_syntax(const Evidence& evidence);

// Where the syntax first speaks for Python 2; nothing where it doesn't.
std::optional<ByteRange> python2_syntax_at(const LexedSource& lexed);

// The places where the file uses, unguarded, a name that only Python 2 has. `names` must be those of `tree`.
std::vector<Node> python2_names(const Tree& tree, const Names& names);

// Calls of map(), filter(), zip(), range() and keys() whose results are used as nothing but a list can be, which Python
// 3 does not give: `map(f, xs)[0]`, `range(3) + [4]`, `keys = d.keys()` and then `keys.sort()`.
std::vector<Node> python2_lists(const Tree& tree, const Names& names);
// Words, one of which a file has in which python2_lists() finds something.
std::span<const std::string_view> list_words();

}  // namespace py3k::engine
