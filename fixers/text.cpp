#include "fixers/text.h"

#include "engine/analysis/values.h"
#include "engine/syntax/string_literal.h"

namespace py3k::fixers {

bool is_text(engine::Context& cx, engine::Node node) {
  return engine::value_of(node, cx.names()).is(engine::ValueType::kText);
}

bool is_beside_bytes(engine::Node literal) {
  const engine::Node group = literal.parent();
  if (!group.is(engine::Kind::kConcatenatedString)) return false;
  bool bytes = false;
  for (engine::Node part : group.children()) {
    const engine::StringLiteral other(part);
    if (other.prefix().find_first_of("uUfFtT") != std::string_view::npos) return false;
    bytes = bytes || other.bytes();
  }
  return bytes;
}

}  // namespace py3k::fixers
