#include "fixers/looped_texts.h"

#include <algorithm>

#include "engine/analysis/values.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// What a name goes through in `for name in 'a', 'b'` or in a comprehension around it.
Node looped_over(const Binding& binding, Node name) {
  for (const BindingSite& site : binding.sites) {
    const Node loop = site.node.parent().is(Kind::kForInClause) ? site.node.parent().parent() : site.node.parent();
    if (!loop.is_any(Kind::kForStatement, Kind::kListComprehension, Kind::kSetComprehension,
                     Kind::kGeneratorExpression) ||
        !name.is_within(loop))
      continue;
    const bool is_bound_again = std::any_of(binding.sites.begin(), binding.sites.end(), [&](const BindingSite& other) {
      return other.node != site.node && other.node.is_within(loop);
    });
    return is_bound_again ? Node() : site.node.parent().child(Field::kRight);
  }
  return {};
}

}  // namespace

std::vector<Node> texts_looped_over(Context& cx, Node name) {
  const Binding* binding = cx.names().lookup(name.text(), cx.names().scope_of(name));
  Node items = binding != nullptr ? looped_over(*binding, name) : Node();
  if (const Node list = only_value(items, cx.names())) items = list;
  if (!items.is_any(Kind::kTuple, Kind::kList, Kind::kSet, Kind::kExpressionList)) return {};
  std::vector<Node> texts;
  for (Node item : items.children())
    if (item.is(Kind::kString)) texts.push_back(item);
  return texts;
}

}  // namespace py3k::fixers
