#include "engine/syntax/misplaced.h"

namespace py3k::engine {

namespace {

std::string_view flaw_of_raise(Node raise) {
  const Node what = raise.named_child(0);
  if (!what.is(Kind::kExpressionList)) return {};
  if (raise.child(Field::kCause)) return "no Python takes a raise with several parts and `from`";
  return what.named_child_count() > 3 ? "no Python takes a raise with more than three parts" : "";
}

// A generator expression may wait wherever it stands, but what it goes through first is worked out in the code around
// it.
bool is_in_generator(Node node) {
  const Node clause = node.parent();
  if (clause.is(Kind::kGeneratorExpression)) return node != clause.child(Kind::kForInClause);
  return node.field() == Field::kLeft && clause.is(Kind::kForInClause) &&
         clause.parent().is(Kind::kGeneratorExpression);
}

// A function's defaults and decorators belong to the code around it.
bool is_in_async_function(Node node) {
  for (Node at = node; at; at = at.parent()) {
    if (is_in_generator(at)) return true;
    if (at.field() == Field::kBody && at.parent().is(Kind::kFunctionDefinition))
      return at.parent().first_child().is(Kind::kTokenAsync);
  }
  return false;
}

std::string_view flaw_of(Node node) {
  switch (node.kind()) {
    case Kind::kRaiseStatement:
      return flaw_of_raise(node);
    case Kind::kAwait:
      return is_in_async_function(node) ? "" : "await stands outside of an async function";
    case Kind::kForStatement:
    case Kind::kWithStatement:
      return !node.first_child().is(Kind::kTokenAsync) || is_in_async_function(node)
                 ? ""
                 : "async stands outside of an async function";
    default:
      return {};
  }
}

}  // namespace

std::optional<Misplaced> find_misplaced(const Tree& tree) {
  for (Node node : tree.root().subtree())
    if (const std::string_view flaw = flaw_of(node); !flaw.empty()) return Misplaced{node.start(), flaw};
  return {};
}

}  // namespace py3k::engine
