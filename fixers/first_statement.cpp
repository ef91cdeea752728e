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

std::string in_steps_of(const Tree& tree, std::string_view code) {
  constexpr std::string_view kLevel = "    ";
  const std::string step = indentation_step(tree);
  std::string text;
  while (!code.empty()) {
    std::string_view line = code.substr(0, line_end(code, 0));
    code.remove_prefix(line.size());
    for (; line.starts_with(kLevel); line.remove_prefix(kLevel.size())) text += step;
    text += line;
  }
  return text;
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
