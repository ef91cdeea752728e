// Methods that Python 3 never calls: https://docs.python.org/3/whatsnew/3.0.html#operators-and-special-methods
#include <algorithm>
#include <set>

#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

struct Gone {
  std::string_view name;
  std::string_view instead;  // a class that has this one as well is ready
  std::string_view word;     // that the method in its place has to mention; empty: none
  std::string_view advice;
};
constexpr Gone kGone[] = {
    {"__cmp__", "__lt__", "", "define __eq__ and __lt__, and use functools.total_ordering"},
    {"__rcmp__", "__lt__", "", "define __eq__ and __lt__, and use functools.total_ordering"},
    {"__getslice__", "__getitem__", "slice", "__getitem__ is given a slice object"},
    {"__setslice__", "__setitem__", "slice", "__setitem__ is given a slice object"},
    {"__delslice__", "__delitem__", "slice", "__delitem__ is given a slice object"},
    {"__coerce__", "", "", "convert in the methods of the operators, such as __add__ and __radd__"},
    {"__hex__", "__index__", "", "hex() calls __index__"},
    {"__oct__", "__index__", "", "oct() calls __index__"},
    {"__long__", "__int__", "", "int() calls __int__"},
};

const Gone* find(std::string_view name) {
  const auto found = std::find_if(std::begin(kGone), std::end(kGone), [&](const Gone& it) { return it.name == name; });
  return found == std::end(kGone) ? nullptr : found;
}

// `isinstance(i, slice)` in __getitem__, say.
bool mentions(const Binding& method, std::string_view word) {
  for (const BindingSite& site : method.sites)
    for (Node node : site.statement.subtree())
      if (node.is(Kind::kIdentifier) && node.text() == word) return true;
  return false;
}

bool is_ready(Context& cx, Node type, const Gone& gone) {
  if (type.parent().is(Kind::kDecoratedDefinition) &&
      type.parent().first_child().text().find("total_ordering") != std::string_view::npos)
    return true;
  const Binding* instead = gone.instead.empty() ? nullptr : member(cx, type, gone.instead);
  return instead != nullptr && (gone.word.empty() || mentions(*instead, gone.word));
}

// Python 2 hashes instances by their identity, whatever __eq__ says.
bool loses_hash(Context& cx, Node type) {
  return member(cx, type, "__eq__") != nullptr && member(cx, type, "__hash__") == nullptr;
}

std::string message(const Gone& gone) {
  return "Python 3 never calls " + std::string(gone.name) + ": " + std::string(gone.advice);
}

void run(Context& cx) {
  std::set<std::string_view> defined;
  for (Node type : cx.tree().root().descendants()) {
    if (!type.is(Kind::kClassDefinition)) continue;
    if (loses_hash(cx, type))
      cx.report(
          member(cx, type, "__eq__")->sites.front().node,
          "Python 3 can't hash instances of a class with __eq__ and no __hash__: where they are in sets or keys of "
          "dicts, define __hash__");
    for (const Gone& gone : kGone) {
      const Binding* method = member(cx, type, gone.name);
      if (method == nullptr) continue;
      defined.insert(gone.name);
      if (!is_ready(cx, type, gone)) cx.report(method->sites.front().node, message(gone));
    }
  }
  // list.__getslice__(self, i, j): no builtin type has them.
  for (Node node : cx.tree().root().descendants()) {
    const Gone* gone = node.is(Kind::kAttribute) ? find(node.child(Field::kAttribute).text()) : nullptr;
    if (gone != nullptr && !defined.contains(gone->name))
      cx.report(node, "no type of Python 3 has " + std::string(gone->name) +
                          " unless you define it: " + std::string(gone->advice));
  }
}

}  // namespace

Fixer fix_special_methods() {
  Fixer fixer{
      .name = "special_methods",
      .doc =
          "Finds methods that Python 3 never calls: __cmp__, __getslice__, __coerce__, __hex__ …, and classes with "
          "__eq__ "
          "and no __hash__.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#operators-and-special-methods",
      .group = Group::kPython2,
      .safety = Safety::kManual,
      .runs_on = RunsOn::kBoth,
      .examples = {{"class A:\n    def __cmp__(self, other):\n        return 0",
                    "class A:\n    def __cmp__(self, other):\n        return 0"}},
      .finish = run,
  };
  fixer.words = {"__eq__"};
  for (const Gone& gone : kGone) fixer.words.emplace_back(gone.name);
  return fixer;
}

}  // namespace py3k::fixers
