#include "fixers/iterators.h"

#include <algorithm>

#include "engine/analysis/consumer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

bool calls_builtin(Context& cx, Node call, std::string_view builtin) {
  const Node function = call.child(Field::kFunction);
  return function.text() == builtin && cx.names().resolves_to(function, "__builtin__." + std::string(builtin));
}

bool needs_list(Context& cx, Node call) {
  const Consumption use = consumption_of(call, cx.names());
  if (use.keeps || use.counts || use.tests || use.indexes || use.reverses) return true;
  return std::any_of(use.loops.begin(), use.loops.end(), [&](Node loop) {
    const std::vector<Node> sources = call.child(Field::kArguments).named_children();
    return std::any_of(sources.begin(), sources.end(), [&](Node source) {
      return source.is_any(Kind::kIdentifier, Kind::kAttribute) && may_change(loop, source, cx.names());
    });
  });
}

std::string listed(Context& cx, Node at) {
  if (cx.names().lookup("list", cx.names().scope_of(at)) == nullptr) return "list($call)";
  const std::string& item = cx.scratch_name("item");
  return "[" + item + " for " + item + " in $call]";
}

SimpleLambda simple_lambda(Context& cx, Node node) {
  if (cx.keeps_python2() || !node.is(Kind::kLambda)) return {};
  const Node parameters = node.child(Field::kParameters);
  if (parameters.named_child_count() != 1) return {};
  Node parameter = parameters.named_child(0);
  // `lambda (x): x`, which is no tuple
  while (parameter.is_any(Kind::kTuplePattern, Kind::kParenthesizedExpression) && parameter.named_child_count() == 1 &&
         !parameter.child(Kind::kTokenComma))
    parameter = parameter.named_child(0);
  const Node body = node.child(Field::kBody);
  for (Node part : body.subtree())
    if (part.is_any(Kind::kLambda, Kind::kGeneratorExpression, Kind::kYield)) return {};
  return parameter.is(Kind::kIdentifier) ? SimpleLambda{parameter, body} : SimpleLambda{};
}

void report_value(Context& cx, Node name, std::string_view builtin) {
  const std::string text(builtin);
  if (name.text() != builtin || !cx.names().is_name(name) || !cx.names().resolves_to(name, "__builtin__." + text))
    return;
  if (name.field() == Field::kFunction && name.parent().is(Kind::kCall)) return;
  cx.report(name, text + "() gives an iterator in Python 3; where its caller needs a list, pass `lambda *args: list(" +
                      text + "(*args))`");
}

}  // namespace py3k::fixers
