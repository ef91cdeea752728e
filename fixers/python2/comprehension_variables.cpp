// A list comprehension's variable is its own in Python 3; in Python 2 it was one of the code around it:
// https://docs.python.org/3/whatsnew/3.0.html#changed-syntax
#include <algorithm>

#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// The comprehension that binds the name there.
Node comprehension_of(const BindingSite& site) {
  for (Node at = site.node.parent(); at && !at.is(Kind::kExpressionStatement); at = at.parent()) {
    if (at.is(Kind::kForInClause)) return at.parent().is(Kind::kListComprehension) ? at.parent() : Node();
    if (!at.is_any(Kind::kPatternList, Kind::kTuplePattern, Kind::kListPattern)) return {};
  }
  return {};
}

// Are they in branches of one `if` of which one alone runs?
bool are_alternatives(Node one, Node other) {
  Node branch = one;
  while (branch.parent() && !other.is_within(branch.parent())) branch = branch.parent();
  return branch.parent().is(Kind::kIfStatement) && branch.field() != Field::kCondition;
}

// Where the value that the comprehension leaves in its variable is read; empty where it is not.
Node first_read(const Binding& binding, Node comprehension) {
  const auto begins_later = [&](const auto& it) { return it > comprehension.end(); };
  const auto site = std::find_if(binding.sites.begin(), binding.sites.end(),
                                 [&](const BindingSite& it) { return begins_later(it.node.start()); });
  const auto use =
      std::find_if(binding.uses.begin(), binding.uses.end(), [&](Node it) { return begins_later(it.start()); });
  if (use == binding.uses.end()) return {};
  if (site != binding.sites.end() && (site->node.start() < use->start() || use->is_within(comprehension_of(*site))))
    return {};
  return are_alternatives(comprehension, *use) ? Node() : *use;
}

// In a class, the names of its body that the comprehension reads: to Python 3 they are those of the module. What its
// first loop goes through is worked out in the class.
void visit_in_class(Context& cx, Node comprehension) {
  const Scope& scope = cx.names().scope_of(comprehension);
  if (scope.kind != ScopeKind::kClass) return;
  const Node first = comprehension.child(Kind::kForInClause).child(Field::kRight);
  for (Node name : comprehension.descendants()) {
    if (!name.is(Kind::kIdentifier) || name.is_within(first) || !cx.names().is_name(name)) continue;
    const Binding* binding = cx.names().binding(name);
    if (binding == nullptr || binding->scope != &scope) continue;
    const bool is_own = std::any_of(binding->sites.begin(), binding->sites.end(),
                                    [&](const BindingSite& site) { return site.node.is_within(comprehension); });
    if (!is_own) cx.report(name, "in Python 3 comprehensions don't see the names of the class that they are in");
  }
}

void visit(Context& cx, Node comprehension) {
  visit_in_class(cx, comprehension);
  if (comprehension.ancestor(Kind::kReturnStatement)) return;
  for (Node part : comprehension.named_children()) {
    if (!part.is(Kind::kForInClause)) continue;
    for (Node name : part.child(Field::kLeft).subtree()) {
      const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
      const Node use = binding != nullptr ? first_read(*binding, comprehension) : Node();
      if (!use) continue;
      cx.report(use, "this is the last value of the list comprehension's variable in Python 2, and is not in Python 3");
    }
  }
}

}  // namespace

Fixer fix_comprehension_variables() {
  return {
      .name = "comprehension_variables",
      .doc =
          "Finds variables of list comprehensions that are read after these, and names of a class that a list "
          "comprehension in its body reads.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#changed-syntax",
      .group = Group::kPython2,
      .safety = Safety::kManual,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kEvidence,
      .words = {"for"},
      .examples = {{"ys = [x for x in xs]\nf(x)", "ys = [x for x in xs]\nf(x)"},
                   {"class C:\n    n = 2\n    ns = [n * x for x in range(3)]",
                    "class C:\n    n = 2\n    ns = [n * x for x in range(3)]"}},
      .visits = {{{Kind::kListComprehension}, visit}},
  };
}

}  // namespace py3k::fixers
