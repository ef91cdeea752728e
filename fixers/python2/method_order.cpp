// Classic classes were searched depth first, left to right; new ones, and so all of Python 3's, after what is made from
// them: https://www.python.org/download/releases/2.3/mro/
#include <algorithm>

#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// The classes of the file that a class is made from, itself included.
void add_bases(Context& cx, Node type, std::vector<Node>& found) {
  for (std::size_t at = found.size(), end = (found.push_back(type), found.size()); at < end; ++at, end = found.size()) {
    for (Node base : found[at].child(Field::kSuperclasses).named_children()) {
      const Node next = class_named(cx, base);
      if (next && std::find(found.begin(), found.end(), next) == found.end()) found.push_back(next);
    }
  }
}

bool is_classic(Context& cx, Node type) {
  const std::vector<Node> bases = type.child(Field::kSuperclasses).named_children();
  return member(cx, type, "__metaclass__") == nullptr &&
         std::all_of(bases.begin(), bases.end(), [&](Node base) { return static_cast<bool>(class_named(cx, base)); });
}

// class D(B, C), both from a classic A: Python 2 asked A before C.
void visit(Context& cx, Node type) {
  const std::vector<Node> bases = type.child(Field::kSuperclasses).named_children();
  if (bases.size() < 2) return;
  std::vector<Node> before;
  for (Node base : bases) {
    const Node own = class_named(cx, base);
    if (!own) return;
    std::vector<Node> all;
    add_bases(cx, own, all);
    if (!std::all_of(all.begin(), all.end(), [&](Node it) { return is_classic(cx, it); })) return;
    for (Node common : all) {
      if (common == own || std::find(before.begin(), before.end(), common) == before.end()) continue;
      for (const Binding* binding : cx.names().bindings_in(cx.names().scope_opened_by(common)))
        if (!binding->name.starts_with("__") && member(cx, own, binding->name) != nullptr)
          return cx.report(type.child(Field::kName), std::string(base.text()) + " comes before " +
                                                         std::string(common.child(Field::kName).text()) +
                                                         " in Python 3, and so does its " + std::string(binding->name) +
                                                         ": classic classes were searched depth first");
    }
    before.insert(before.end(), all.begin(), all.end());
  }
}

}  // namespace

Fixer fix_method_order() {
  return {
      .name = "method_order",
      .doc =
          "Finds classes that inherit a member from two sides, of which Python 3 takes another one than Python 2 did "
          "with classic classes.",
      .reference = "https://docs.python.org/3/library/stdtypes.html#class.__mro__",
      .group = Group::kPython2,
      .safety = Safety::kManual,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kEvidence,
      .words = {"class"},
      .examples = {{"class A: x = 1\nclass B(A): pass\nclass C(A): x = 2\nclass D(B, C): pass",
                    "class A: x = 1\nclass B(A): pass\nclass C(A): x = 2\nclass D(B, C): pass"}},
      .visits = {{{Kind::kClassDefinition}, visit}},
  };
}

}  // namespace py3k::fixers
