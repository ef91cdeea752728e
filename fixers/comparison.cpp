#include "fixers/comparison.h"

#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// Is the text of `two` that of `one`, with the name b for every name a?
bool mirrors(Node one, Node two, std::string_view a, std::string_view b) {
  std::vector<Node> ours;
  std::vector<Node> theirs;
  for (Node node : one.subtree())
    if (!node.first_child()) ours.push_back(node);
  for (Node node : two.subtree())
    if (!node.first_child()) theirs.push_back(node);
  if (ours.size() != theirs.size()) return false;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const bool variable = ours[i].text() == a && ours[i].field() != Field::kAttribute;
    if (ours[i].text() == b || theirs[i].text() != (variable ? b : ours[i].text())) return false;
  }
  return true;
}

}  // namespace

bool is_cmp(Context& cx, Node function) {
  if (cx.names().resolves_to(function, "__builtin__.cmp")) return true;
  const Binding* binding = function.is(Kind::kIdentifier) ? cx.names().binding(function) : nullptr;
  if (binding == nullptr || binding->sites.size() != 1 || binding->sites[0].kind != BindingKind::kFunction)
    return false;
  return binding->sites[0].statement.child(Field::kBody).text() == kCmpBody;
}

Comparison comparison_of(Context& cx, Node function) {
  const Node parameters = function.child(Field::kParameters);
  const Node call = function.child(Field::kBody);
  if (!function.is(Kind::kLambda) || parameters.named_child_count() != 2 || !call.is(Kind::kCall)) return {};
  const Node a = parameters.named_child(0);
  const Node b = parameters.named_child(1);
  const std::vector<Node> compared = call.child(Field::kArguments).named_children();
  if (!a.is(Kind::kIdentifier) || !b.is(Kind::kIdentifier) || compared.size() != 2) return {};
  if (!is_cmp(cx, call.child(Field::kFunction))) return {};
  if (mirrors(compared[0], compared[1], a.text(), b.text())) return {a, compared[0], false};
  if (mirrors(compared[0], compared[1], b.text(), a.text())) return {b, compared[0], true};
  return {};
}

bool is_given_to_sort(Node argument) {
  if (argument.parent().is(Kind::kKeywordArgument)) argument = argument.parent();
  const Node call = argument.parent().parent();
  if (!argument.parent().is(Kind::kArgumentList) || !call.is(Kind::kCall)) return false;
  const Node function = call.child(Field::kFunction);
  const std::string_view name = last_name(function);
  return name == "sort" || name == "sorted";
}

}  // namespace py3k::fixers
