// A class that defines __eq__ and not __hash__ can't be hashed in Python 3; in Python 2 it was, by what it is made
// from. https://docs.python.org/3/reference/datamodel.html#object.__hash__
#include <algorithm>

#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

std::vector<Node> bases_of(Node type) {
  std::vector<Node> bases = type.child(Field::kSuperclasses).named_children();
  std::erase_if(bases, [](Node base) { return base.is(Kind::kKeywordArgument); });
  return bases;
}

// A class without bases is a classic one, which Python 2 did not hash either.
bool is_classic(Context& cx, Node type) {
  return bases_of(type).empty() && member(cx, type, "__metaclass__") == nullptr &&
         cx.names().lookup("__metaclass__", cx.names().scope_of(cx.tree().root())) == nullptr;
}

void visit(Context& cx, Node type) {
  const Binding* equal = member(cx, type, "__eq__");
  if (equal == nullptr || member(cx, type, "__hash__") != nullptr || is_classic(cx, type)) return;
  const Node at = equal->sites.front().node;
  std::vector<Node> bases = bases_of(type);
  if (bases.size() > 1)
    std::erase_if(bases, [&](Node base) { return cx.names().resolves_to(base, "__builtin__.object"); });
  const BindingSite& last = equal->sites.back();
  Node statement = last.statement;
  if (statement.parent().is(Kind::kDecoratedDefinition)) statement = statement.parent();
  const bool is_plain = bases.empty() || bases.front().is_any(Kind::kIdentifier, Kind::kAttribute);
  if (bases.size() > 1 || !is_plain || statement.parent() != type.child(Field::kBody)) {
    return cx.report(at,
                     "Python 3 can't hash instances of a class with __eq__ and no __hash__: where they are in sets or "
                     "keys of dicts, define __hash__");
  }
  const std::string base = bases.empty() ? "object" : std::string(bases.front().text());
  cx.change(at, "Python 3 can't hash instances of a class with __eq__ and no __hash__")
      .insert_after(statement, "__hash__ = " + base + ".__hash__")
      .if_python2()
      .apply();
}

}  // namespace

Fixer fix_eq_hash() {
  return {
      .name = "eq_hash",
      .doc =
          "Gives a class with __eq__ and no __hash__ that of its base, which it has in Python 2 and loses in Python 3.",
      .reference = "https://docs.python.org/3/reference/datamodel.html#object.__hash__",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"__eq__"},
      .examples = {{"class A(object):\n    def __eq__(self, other):\n        return True",
                    "class A(object):\n    def __eq__(self, other):\n        return True\n    __hash__ = "
                    "object.__hash__"}},
      .visits = {{{Kind::kClassDefinition}, visit}},
  };
}

}  // namespace py3k::fixers
