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
  std::string_view advice;
};
constexpr Gone kGone[] = {
    {"__rcmp__", "__lt__", "define __eq__ and __lt__, and use functools.total_ordering"},
    {"__coerce__", "", "convert in the methods of the operators, such as __add__ and __radd__"},
    {"__hex__", "__index__", "hex() calls __index__"},
    {"__oct__", "__index__", "oct() calls __index__"},
};

const Gone* find(std::string_view name) {
  const auto found = std::find_if(std::begin(kGone), std::end(kGone), [&](const Gone& it) { return it.name == name; });
  return found == std::end(kGone) ? nullptr : found;
}

bool is_ready(Context& cx, Node type, const Gone& gone) {
  if (type.parent().is(Kind::kDecoratedDefinition) &&
      type.parent().first_child().text().find("total_ordering") != std::string_view::npos)
    return true;
  const Binding* instead = gone.instead.empty() ? nullptr : member(cx, type, gone.instead);
  return instead != nullptr;
}

// The statement of the class's body that binds the name last; empty where that is deeper inside.
Node statement_in(Node type, const Binding& binding) {
  Node statement = binding.sites.back().statement;
  if (statement.parent().is(Kind::kDecoratedDefinition)) statement = statement.parent();
  return statement.parent() == type.child(Field::kBody) ? statement : Node();
}

// int() calls __int__, and __index__ or __trunc__; hex() and oct() call __index__.
bool add_alias(Context& cx, Node type, std::string_view of, std::string_view name, std::string_view why,
               Safety safety) {
  const Binding* binding = member(cx, type, of);
  if (binding == nullptr || member(cx, type, name) != nullptr) return false;
  const Node statement = statement_in(type, *binding);
  if (!statement) return false;
  cx.change(binding->sites.back().node, std::string(why))
      .insert_after(statement, std::string(name) + " = " + std::string(of))
      .safety(safety)
      .apply();
  return true;
}

// The code of a method's body, with one name, and one way to write them, for both kinds of integers.
std::string code_of(Node method) {
  std::string code;
  for (Node token : method.child(Field::kBody).descendants()) {
    if (token.first_child()) continue;
    std::string_view text = token.text();
    if (token.is(Kind::kInteger) && (text.ends_with('L') || text.ends_with('l'))) text.remove_suffix(1);
    code.append(text == "long" ? "int" : text == "__long__" ? "__int__" : text).append(" ");
  }
  return code;
}

// long(x) is int(x) now, which calls __int__: is that another number?
void report_other_long(Context& cx, Node type) {
  const Binding* other = member(cx, type, "__int__");
  const Node of_long = member(cx, type, "__long__")->sites.back().statement;
  const Node of_int = other == nullptr ? Node() : other->sites.back().statement;
  if (!of_int.is(Kind::kFunctionDefinition) || !of_long.is(Kind::kFunctionDefinition)) return;
  if (code_of(of_int) == code_of(of_long)) return;
  cx.report(of_long.child(Field::kName),
            "Python 3 never calls __long__, and what was long(x) calls __int__: see that both give the same");
}

void visit_numbers(Context& cx, Node type, std::set<std::string_view>& defined) {
  if (member(cx, type, "__long__") != nullptr) {
    defined.insert("__long__");
    add_alias(cx, type, "__long__", "__int__", "Python 3 never calls __long__: int() calls __int__", Safety::kSafe);
    report_other_long(cx, type);
  }
}

std::string message(const Gone& gone) {
  return "Python 3 never calls " + std::string(gone.name) + ": " + std::string(gone.advice);
}

void run(Context& cx) {
  std::set<std::string_view> defined;
  for (Node type : cx.tree().root().descendants()) {
    if (!type.is(Kind::kClassDefinition)) continue;
    visit_numbers(cx, type, defined);
    for (const Gone& gone : kGone) {
      const Binding* method = member(cx, type, gone.name);
      if (method == nullptr) continue;
      defined.insert(gone.name);
      if (!is_ready(cx, type, gone)) cx.report(method->sites.front().node, message(gone));
    }
  }
  // long.__hex__(self): no builtin type has them.
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
          "Finds methods that Python 3 never calls: __rcmp__, __coerce__, __hex__, __oct__, and gives classes with "
          "__long__ an __int__.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#operators-and-special-methods",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .examples = {{"class A:\n    def __long__(self):\n        return 1",
                    "class A:\n    def __long__(self):\n        return 1\n    __int__ = __long__"}},
      .finish = run,
  };
  fixer.words = {"__long__"};
  for (const Gone& gone : kGone) fixer.words.emplace_back(gone.name);
  return fixer;
}

}  // namespace py3k::fixers
