#include "engine/analysis/comprehension.h"

namespace py3k::engine {

bool is_comprehension(Node node) {
  return node.is_any(Kind::kListComprehension, Kind::kSetComprehension, Kind::kDictionaryComprehension,
                     Kind::kGeneratorExpression);
}

bool is_in_comprehension(Node node, Node whole) {
  for (Node at = node; at.parent() && at != whole; at = at.parent()) {
    const Node parent = at.parent();
    if (!is_comprehension(parent)) continue;
    const bool is_first_clause = at == parent.child(Kind::kForInClause);
    if (!is_first_clause || !node.is_within(at.child(Field::kRight))) return true;
  }
  return false;
}

}  // namespace py3k::engine
