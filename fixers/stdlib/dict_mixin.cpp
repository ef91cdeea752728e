// UserDict.DictMixin made a mapping of a class with keys(); collections.abc.MutableMapping, which takes its place,
// wants other methods: https://docs.python.org/3/library/collections.abc.html#collections-abstract-base-classes
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/fixer.h"
#include "engine/rewrite/layout.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

struct Method {
  std::string_view name;
  std::string_view parameters;
  std::string_view body;
};

// What MutableMapping is abstract without, done as DictMixin did it; what it left out nobody can have called.
constexpr Method kWanted[] = {
    {"__iter__", "self", "return iter(self.keys())"},
    {"__len__", "self", "return len(list(self.keys()))"},
    {"__setitem__", "self, key, value", "raise TypeError(\"items can't be set\")"},
    {"__delitem__", "self, key", "raise TypeError(\"items can't be deleted\")"},
};

bool is_mixin(Context& cx, Node base) { return cx.names().resolves_to(base, "UserDict.DictMixin"); }

// A class and its bases, as far as they are this file's.
struct Family {
  std::vector<Node> classes;
  bool is_known = true;  // no class of other files is among them

  bool has(Context& cx, std::string_view method) const {
    return std::any_of(classes.begin(), classes.end(), [&](Node type) { return member(cx, type, method) != nullptr; });
  }
};

Family family_of(Context& cx, Node type) {
  constexpr std::size_t kMost = 50;  // and so no end of classes that are each other's base
  Family family{{type}};
  for (std::size_t i = 0; i < family.classes.size() && i < kMost; ++i) {
    const Node bases = family.classes[i].child(Field::kSuperclasses);
    for (Node base : bases.named_children()) {
      if (is_mixin(cx, base) || cx.names().resolves_to(base, "__builtin__.object")) continue;
      const Node own = class_named(cx, base);
      own ? family.classes.push_back(own) : static_cast<void>(family.is_known = false);
    }
  }
  return family;
}

std::string text_of(const Method& method, const std::string& indentation) {
  return "def " + std::string(method.name) + "(" + std::string(method.parameters) + "):\n" + indentation +
         std::string(method.body) + "\n";
}

bool is_on_own_lines(Context& cx, Node type, Node body) {
  return cx.text().substr(type.start(), body.start() - type.start()).find_first_of("\r\n") != std::string_view::npos;
}

void visit(Context& cx, Node type) {
  const std::vector<Node> bases = type.child(Field::kSuperclasses).named_children();
  const auto mixin = std::find_if(bases.begin(), bases.end(), [&](Node base) { return is_mixin(cx, base); });
  if (mixin == bases.end()) return;
  const Family family = family_of(cx, type);
  std::string lines;
  std::string names;
  for (const Method& method : kWanted) {
    if (family.has(cx, method.name)) continue;
    lines += "\n" + text_of(method, indentation_step(cx.tree()));
    names += (names.empty() ? "" : ", ") + std::string(method.name);
  }
  if (lines.empty()) return;
  const Node body = type.child(Field::kBody);
  if (!family.is_known || !is_on_own_lines(cx, type, body))
    return cx.report(*mixin, "MutableMapping asks for " + names + ": define what no other base has");
  lines.pop_back();
  cx.change(type, "MutableMapping asks for " + names).insert_after(body.named_children().back(), lines).apply();
}

}  // namespace

Fixer fix_dict_mixin() {
  return {
      .name = "dict_mixin",
      .doc = "Gives classes that were made with UserDict.DictMixin the methods that MutableMapping asks for.",
      .reference = "https://docs.python.org/3/library/collections.abc.html#collections-abstract-base-classes",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kPy3,
      .words = {"DictMixin"},
      .examples = {{"from UserDict import DictMixin\nclass A(DictMixin):\n    def keys(self): return [1]\n    def "
                    "__getitem__(self, key): return key\n    __setitem__ = __delitem__ = None\n    def __len__(self): "
                    "return 1",
                    "from UserDict import DictMixin\nclass A(DictMixin):\n    def keys(self): return "
                    "[1]\n    def __getitem__(self, key): return key\n    __setitem__ = __delitem__ = None\n    def "
                    "__len__(self): return 1\n\n    def __iter__(self):\n        return iter(self.keys())"}},
      .visits = {{{Kind::kClassDefinition}, visit}},
  };
}

}  // namespace py3k::fixers
