// Parameters that take a tuple apart went with PEP 3113, https://peps.python.org/pep-3113/, which also names the two
// ways out: an assignment at the start of a function, and indices in a lambda.
#include <algorithm>

#include "engine/fixer.h"
#include "fixers/first_statement.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// `((a, b))` is `(a, b)`, and `(a)` is `a`.
Node without_parentheses(Node pattern) {
  while (pattern.is(Kind::kTuplePattern) && pattern.named_child_count() == 1 && !pattern.child(Kind::kTokenComma))
    pattern = pattern.named_child(0);
  return pattern;
}

bool is_reserved(Context& cx, Node name) {
  const auto& reserved = cx.source().reserved;
  return std::binary_search(reserved.begin(), reserved.end(), name.start());
}

// The pattern as an assignment's target, on one line. Names that get a new one are left to who renames them.
std::string target_text(Context& cx, Node pattern, Holes& holes) {
  // What is still to be written: patterns, and what stands behind them.
  std::vector<std::pair<Node, std::string_view>> pending = {{pattern, ""}};
  std::string text;
  while (!pending.empty()) {
    const auto [next, behind] = pending.back();
    pending.pop_back();
    if (!next) {
      text += behind;
      continue;
    }
    pending.emplace_back(Node(), behind);
    const Node item = without_parentheses(next);
    if (!item.is(Kind::kTuplePattern)) {
      if (!is_reserved(cx, item)) {
        text += item.text();
        continue;
      }
      holes.emplace_back("name" + std::to_string(holes.size()), item);
      text += "$" + holes.back().first;
      continue;
    }
    text += "(";
    const std::vector<Node> items = item.named_children();
    pending.emplace_back(Node(), items.size() == 1 ? ",)" : ")");
    for (std::size_t i = items.size(); i-- > 0;) pending.emplace_back(items[i], i + 1 < items.size() ? ", " : "");
  }
  return text;
}

// A name made of those in the pattern: a_b for (a, b). As async and True are in a later run, so they are here.
std::string joined_names(Node pattern) {
  constexpr std::size_t kLongest = 40;
  std::string joined;
  for (Node node : pattern.subtree()) {
    if (!node.is(Kind::kIdentifier) || node.text().find_first_not_of('_') == std::string_view::npos) continue;
    const std::string_view name = node.text().substr(0, node.text().find_last_not_of('_') + 1);
    joined += (joined.empty() ? "" : "_") + std::string(name);
  }
  return joined.empty() || joined.size() > kLongest ? "values" : joined;
}

bool is_tuple_parameter(Node node) {
  const Node parameter = node.parent().is(Kind::kDefaultParameter) ? node.parent() : node;
  return node.is(Kind::kTuplePattern) && parameter.parent().is_any(Kind::kParameters, Kind::kLambdaParameters);
}

// Functions that are neighbours can have the same name for it, those inside each other can't.
std::string name_for(Context& cx, Node pattern) {
  const std::string base = joined_names(pattern);
  for (Node at = pattern.parent(); at; at = at.parent()) {
    if (!at.is_any(Kind::kLambda, Kind::kFunctionDefinition)) continue;
    for (Node other : at.child(Field::kParameters).descendants()) {
      if (other == pattern || (at.is_within(other) && at != other)) break;
      if (is_tuple_parameter(other) && joined_names(other) == base) return cx.fresh_name(base);
    }
  }
  return cx.scratch_name(base);
}

// In Python 2 the variable of a list comprehension is the lambda's, in Python 3 it is one of its own.
bool is_comprehension_variable(Node use, const Binding& binding) {
  for (Node at = use.parent(); at && at != binding.scope->node; at = at.parent()) {
    if (!at.is(Kind::kListComprehension)) continue;
    if (use.is_within(at.child(Kind::kForInClause).child(Field::kRight))) continue;
    for (const BindingSite& site : binding.sites)
      if (site.kind != BindingKind::kParameter && site.node.is_within(at)) return true;
  }
  return false;
}

// Every use of a name in the pattern becomes the parameter with indices: b of (a, (b, c)) is p[1][0].
void index_uses(Context& cx, ChangeBuilder& change, Node pattern, const std::string& path) {
  pattern = without_parentheses(pattern);
  if (!pattern.is(Kind::kTuplePattern)) {
    const Binding* binding = cx.names().binding(pattern);
    if (binding == nullptr) return;
    for (Node use : binding->uses)
      if (!is_comprehension_variable(use, *binding)) change.replace(use, path);
    return;
  }
  for (std::size_t i = 0; i < pattern.named_child_count(); ++i)
    index_uses(cx, change, pattern.named_child(i), path + "[" + std::to_string(i) + "]");
}

// What --safe asks for, which takes apart whatever could be taken apart before: (lambda a, b_c: (lambda b, c:
// $body)(*b_c))(*name)
std::string called_with(Context& cx, Node pattern, const std::string& name, const std::string& body) {
  std::string parameters;
  std::string inner = body;
  for (Node item : without_parentheses(pattern).named_children()) {
    item = without_parentheses(item);
    const bool leaf = !item.is(Kind::kTuplePattern);
    const std::string parameter = leaf ? std::string(item.text()) : cx.scratch_name(joined_names(item));
    if (!leaf) inner = called_with(cx, item, parameter, inner);
    parameters += (parameters.empty() ? "" : ", ") + parameter;
  }
  return "(lambda " + parameters + ": " + inner + ")(*" + name + ")";
}

std::vector<Node> tuple_parameters(Node function) {
  std::vector<Node> found;
  for (Node parameter : function.child(Field::kParameters).named_children()) {
    const Node name = parameter.is(Kind::kDefaultParameter) ? parameter.child(Field::kName) : parameter;
    if (is_tuple_parameter(name)) found.push_back(name);
  }
  return found;
}

void convert_lambda(Context& cx, Node lambda) {
  const std::vector<Node> patterns = tuple_parameters(lambda);
  if (patterns.empty()) return;
  const bool exact = cx.settings().safe_only;
  ChangeBuilder change = cx.change(lambda);
  std::string body = "$body";
  for (Node pattern : patterns) {
    if (const Node single = without_parentheses(pattern); !single.is(Kind::kTuplePattern)) {
      change.replace(pattern, "$name", {{"name", single}});
      continue;
    }
    const std::string name = name_for(cx, pattern);
    change.replace(pattern, name);
    if (exact) {
      body = called_with(cx, pattern, name, body);
    } else {
      change.safety(Safety::kUnsafe);
      index_uses(cx, change, pattern, name);
    }
  }
  const Node old_body = lambda.child(Field::kBody);
  if (exact && body != "$body") change.replace(old_body, body, {{"body", old_body}});
  change.apply();
}

// The name that 2to3's users look for, to change it by hand.
std::string name_in_function(Context& cx, Node pattern) {
  return cx.settings().like_two_to_three ? cx.fresh_name("xxx_todo_changeme") : name_for(cx, pattern);
}

void convert_function(Context& cx, Node function) {
  const std::vector<Node> patterns = tuple_parameters(function);
  if (patterns.empty()) return;
  ChangeBuilder change = cx.change(function.child(Field::kParameters));
  std::string lines;
  Holes holes;
  for (Node pattern : patterns) {
    if (const Node single = without_parentheses(pattern); !single.is(Kind::kTuplePattern)) {
      change.replace(pattern, "$name", {{"name", single}});
      continue;
    }
    const std::string name = name_in_function(cx, pattern);
    change.replace(pattern, name);
    lines += (lines.empty() ? "" : "\n") + target_text(cx, pattern, holes) + " = " + name;
  }
  if (!lines.empty()) insert_first(change, function.child(Field::kBody), lines, holes);
  change.apply();
}

}  // namespace

Fixer fix_tuple_params() {
  return {
      .name = "tuple_params",
      .doc =
          "Replaces parameters that take a tuple apart. A function takes it apart in its first line, a lambda uses "
          "indices.",
      .reference = "https://peps.python.org/pep-3113/",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .unsafe_when =
          "A lambda is given something that can be taken apart but has no indices, such as a generator or a set, or "
          "depends "
          "on the ValueError for one of another length. With --safe, it takes it apart by a call of another lambda.",
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kPython2,
      .words = {"def(("},
      .examples = {{"def f((a, b), c):\n    return a + c", "def f(a_b, c):\n    (a, b) = a_b\n    return a + c"},
                   {"pairs.sort(key=lambda (k, (v, w)): -w)", "pairs.sort(key=lambda k_v_w: -k_v_w[1][1])"}},
      .visits = {{{Kind::kFunctionDefinition}, convert_function}, {{Kind::kLambda}, convert_lambda}},
  };
}

}  // namespace py3k::fixers
