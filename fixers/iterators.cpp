#include "fixers/iterators.h"

#include <algorithm>

#include "engine/analysis/consumer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// The call in `x.sort(key=f)` where that is the statement behind `x = call`.
Node sort_behind(Context& cx, Node call) {
  const Node assignment = call.parent();
  const Node variable = assignment.child(Field::kLeft);
  const Node statement = assignment.parent();
  if (!assignment.is(Kind::kAssignment) || !variable.is(Kind::kIdentifier) || !statement.is(Kind::kExpressionStatement))
    return {};
  Node next = statement.next();
  while (next && !next.is_named()) next = next.next();
  const Node sort = next.is(Kind::kExpressionStatement) ? next.first_child() : Node();
  const Node method = sort.child(Field::kFunction);
  const Node arguments = sort.child(Field::kArguments);
  if (!sort.is(Kind::kCall) || sort.next() || method.child(Field::kAttribute).text() != "sort" ||
      method.child(Field::kObject).text() != variable.text() || !arguments.is(Kind::kArgumentList))
    return {};
  // Arguments may be another fixer's, in this run or the next.
  if (arguments.named_child_count() > 0) return {};
  return cx.tree().comments_in({call.end(), sort.end()}).empty() ? sort : Node();
}

}  // namespace

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

void make_list(Context& cx, Node call, std::optional<Safety> safety) {
  ChangeBuilder change = cx.change(call);
  change.if_python2();
  if (safety) change.safety(*safety);
  const Node sort = sort_behind(cx, call);
  if (!sort || cx.names().lookup("sorted", cx.names().scope_of(call)) != nullptr) {
    change.replace(call, listed(cx, call), {{"call", call}}).apply();
    return;
  }
  change.replace({call.start(), sort.end()}, "sorted($call)", {{"call", call}}).apply();
}

std::string listed(Context& cx, Node at) {
  if (cx.names().lookup("list", cx.names().scope_of(at)) == nullptr) return "list($call)";
  const std::string& item = cx.scratch_name("item");
  return "[" + item + " for " + item + " in $call]";
}

namespace {

// `key=key`, from when functions did not see the variables around them.
bool repeats_variable(Node parameter) {
  return parameter.is(Kind::kDefaultParameter) &&
         parameter.child(Field::kName).text() == parameter.child(Field::kValue).text();
}

}  // namespace

SimpleLambda simple_lambda(Context& cx, Node node) {
  if (cx.keeps_python2() || !node.is(Kind::kLambda)) return {};
  const std::vector<Node> parameters = node.child(Field::kParameters).named_children();
  const bool is_simple =
      !parameters.empty() && std::all_of(parameters.begin() + 1, parameters.end(), repeats_variable) &&
      (parameters.size() == 1 || cx.names().scope_of(node).kind != ScopeKind::kClass);  // a class hides its variables
  if (!is_simple) return {};
  Node parameter = parameters.front();
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
