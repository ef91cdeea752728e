// All classes of Python 3 derive from object, so that it can't stand before another base: "Cannot create a consistent
// method resolution order". In Python 2 it could, before a classic class.
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// `with self.assertRaises(TypeError):` around it: somebody wants to see it fail.
bool is_to_fail(Node header) {
  const Node block = header.parent();
  const Node statement = block.is(Kind::kBlock) ? block.parent() : Node();
  if (!statement.is(Kind::kWithStatement)) return false;
  return statement.child(Kind::kWithClause).text().find("aises(TypeError") != std::string_view::npos;
}

void visit(Context& cx, Node header) {
  if (is_to_fail(header)) return;
  const std::vector<Node> bases = header.child(Field::kSuperclasses).named_children();
  for (std::size_t i = 0; i + 1 < bases.size(); ++i) {
    if (bases[i + 1].is_any(Kind::kKeywordArgument, Kind::kDictionarySplat)) return;
    if (!bases[i].is(Kind::kIdentifier) || !cx.names().resolves_to(bases[i], "__builtin__.object")) continue;
    cx.change(bases[i], "object may not stand before other bases").remove(bases[i]).apply();
  }
}

}  // namespace

Fixer fix_object_base() {
  return {
      .name = "object_base",
      .doc = "Removes object from the bases of a class where others follow, which Python 3 does not accept.",
      .reference = "https://docs.python.org/3/howto/mro.html",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "A class behind object has methods that object has as well, such as __init__: Python 2 took object's.",
      .runs_on = RunsOn::kPy3,
      .words = {"object"},
      .examples = {{"class A(object, Mixin): pass", "class A(Mixin): pass"}},
      .visits = {{{Kind::kClassDefinition}, visit}},
  };
}

}  // namespace py3k::fixers
