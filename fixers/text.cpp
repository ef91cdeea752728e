#include "fixers/text.h"

#include "engine/analysis/values.h"

namespace py3k::fixers {

bool is_text(engine::Context& cx, engine::Node node) {
  return engine::value_of(node, cx.names()).is(engine::ValueType::kText);
}

}  // namespace py3k::fixers
