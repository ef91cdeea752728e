#include "engine/analysis/generator.h"

namespace py3k::engine {

bool is_generator(Node function) {
  for (Node node : function.child(Field::kBody).descendants())
    if (node.is(Kind::kYield) && generator_of(node) == function) return true;
  return false;
}

Node generator_of(Node yield) {
  // A default value is worked out around the function.
  for (Node at = yield; at; at = at.parent())
    if (at.field() == Field::kBody && at.parent().is_any(Kind::kFunctionDefinition, Kind::kLambda)) return at.parent();
  return {};
}

}  // namespace py3k::engine
