#include "engine/analysis/generator.h"

namespace py3k::engine {

bool is_generator(Node function) {
  for (Node node : function.child(Field::kBody).descendants())
    if (node.is(Kind::kYield) && generator_of(node) == function) return true;
  return false;
}

Node generator_of(Node yield) {
  Node at = yield.parent();
  while (at && !at.is_any(Kind::kFunctionDefinition, Kind::kLambda)) at = at.parent();
  return at;
}

}  // namespace py3k::engine
