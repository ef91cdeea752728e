#include "fixers/first_statement.h"

#include "engine/rewrite/layout.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

void insert_first(ChangeBuilder& change, Node body, std::string_view lines, const Holes& holes) {
  const Node first = body.named_child(0);
  if (!first || !is_one_line_suite(body)) {
    change.insert_at_start(body, lines, holes);
  } else if (is_docstring(first)) {
    change.insert_after(first, lines, holes);
  } else {
    change.insert_before(first, lines, holes);
  }
}

Node place_for_definition(Node module) {
  for (Node statement : module.named_children()) {
    if (!is_docstring(statement) &&
        !statement.is_any(Kind::kImportStatement, Kind::kImportFromStatement, Kind::kFutureImportStatement))
      return statement;
  }
  return {};
}

}  // namespace py3k::fixers
