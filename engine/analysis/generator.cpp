#include "engine/analysis/generator.h"

namespace py3k::engine {

bool is_generator(Node function) {
  for (Node node : function.child(Field::kBody).descendants()) {
    if (!node.is(Kind::kYield)) continue;
    Node owner = node.parent();
    while (!owner.is_any(Kind::kFunctionDefinition, Kind::kLambda)) owner = owner.parent();
    if (owner == function) return true;
  }
  return false;
}

}  // namespace py3k::engine
