// Python 3 compares by __eq__, __lt__ and their like, and never calls __cmp__:
// https://docs.python.org/3/whatsnew/3.0.html#ordering-comparisons
#include "engine/analysis/values.h"
#include "engine/rewrite/layout.h"
#include "fixers/first_statement.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kOld = "__cmp__";

// What a base defines itself stays, but for object's and int's: Python 2 went on to __cmp__ there.
std::string definition(const std::string& name) {
  return "def " + name + R"((cls):
    """Gives a class with __cmp__ the methods that Python 3 compares by."""
    def method(signs):
        def compare(self, other):
            result = self.__cmp__(other)
            return result if result is NotImplemented else (result > 0) - (result < 0) in signs
        return compare
    names = {'__eq__': (0,), '__ne__': (-1, 1), '__lt__': (-1,), '__le__': (-1, 0), '__gt__': (1,), '__ge__': (0, 1)}
    for name in names:
        if getattr(cls, name, None) in (None, getattr(object, name, None), getattr(int, name, None)):
            setattr(cls, name, method(names[name]))
    return cls
)";
}

bool is_decorated_with(Node type, std::string_view name) {
  if (!type.parent().is(Kind::kDecoratedDefinition)) return false;
  for (Node decorator : type.parent().named_children())
    if (decorator.is(Kind::kDecorator) && decorator.text().find(name) != std::string_view::npos) return true;
  return false;
}

bool is_ready(Context& cx, Node type) {
  return member(cx, type, "__lt__") != nullptr || is_decorated_with(type, "total_ordering");
}

// Has a base of this file the methods already, which call what the class has now?
bool inherits(Context& cx, Node type) {
  constexpr int kDeepest = 20;
  Node at = type;
  for (int depth = 0; depth < kDeepest; ++depth) {
    const Node base = at.child(Field::kSuperclasses).named_child(0);
    at = base.is(Kind::kIdentifier) ? engine::class_named(base, cx.names()) : Node();
    if (!at || at == type) return false;
    if (member(cx, at, kOld) != nullptr && !is_ready(cx, at)) return true;
  }
  return false;
}

void run(Context& cx) {
  std::vector<Node> types;
  for (Node type : cx.tree().root().descendants()) {
    const bool compares = type.is(Kind::kClassDefinition) && member(cx, type, kOld) != nullptr;
    if (compares && !is_ready(cx, type) && !inherits(cx, type)) types.push_back(type);
  }
  if (types.empty()) return;
  const std::string name = cx.fresh_name("_compare_by_cmp");
  const Node place = place_for_definition(cx.tree().root(), name, types);
  if (!place) return;
  ChangeBuilder change = cx.change(member(cx, types.front(), kOld)->sites.front().node,
                                   "Python 3 never calls __cmp__: six methods that do so are added");
  insert_definition(cx, change, place, definition(name));
  for (Node type : types) {
    const Node statement = type.parent().is(Kind::kDecoratedDefinition) ? type.parent() : type;
    // In place of the first token, so that what is defined before the class comes before the decorator.
    const std::string line = "@" + name + std::string(newline_of(cx.text())) + std::string(indentation_of(statement));
    const Node first =
        statement.is(Kind::kDecoratedDefinition) ? statement.first_child().first_child() : statement.first_child();
    change.set_text(first, line + std::string(first.text()));
  }
  change.if_python2().apply();
}

}  // namespace

Fixer fix_cmp_methods() {
  return {
      .name = "cmp_methods",
      .doc =
          "Gives classes with __cmp__ the six methods that Python 3 compares by, by a decorator that is defined in the "
          "file.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#ordering-comparisons",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"__cmp__"},
      .examples = {{"class A:\n    __lt__ = f\n    __cmp__ = g", "class A:\n    __lt__ = f\n    __cmp__ = g"}},
      .finish = run,
  };
}

}  // namespace py3k::fixers
