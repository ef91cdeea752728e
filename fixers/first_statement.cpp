#include "fixers/first_statement.h"

#include "engine/rewrite/layout.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

void insert_first(ChangeBuilder& change, Node body, std::string_view lines) {
  const Node first = body.named_child(0);
  const bool one_line = first && is_one_line_suite(body);
  const bool docstring =
      first.is(Kind::kExpressionStatement) && first.first_child().is_any(Kind::kString, Kind::kConcatenatedString);
  if (!one_line) {
    change.insert_at_start(body, lines);
  } else {
    docstring ? change.insert_after(first, lines) : change.insert_before(first, lines);
  }
}

}  // namespace py3k::fixers
