// The operator / calls __truediv__: https://docs.python.org/3/reference/datamodel.html#object.__truediv__ (PEP 238).
#include <algorithm>

#include "engine/syntax/string_literal.h"
#include "fixers/attribute_rename.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

struct Method {
  std::string_view old;
  std::string_view now;
  std::string_view of_whole;  // what whole numbers had under the old name
};
constexpr Method kMethods[] = {{"__div__", "__truediv__", "__floordiv__"},
                               {"__rdiv__", "__rtruediv__", "__rfloordiv__"},
                               {"__idiv__", "__itruediv__", "__ifloordiv__"}};

// The statement of the class's body that binds the name, with its decorators; empty where that is deeper inside.
Node in_body(Node type, const BindingSite& site) {
  Node statement = site.statement;
  if (statement.parent().is(Kind::kDecoratedDefinition)) statement = statement.parent();
  return statement.parent() == type.child(Field::kBody) ? statement : Node();
}

void visit_class(Context& cx, Node type) {
  for (const Method& method : kMethods) {
    const Binding* binding = member(cx, type, method.old);
    if (binding == nullptr || member(cx, type, method.now) != nullptr) continue;
    // `return self.__truediv__(n)` is for Python 2 alone: an alias would call itself.
    if (std::any_of(binding->sites.begin(), binding->sites.end(),
                    [&](const BindingSite& site) { return calls_own(site.statement, method.now); }))
      continue;
    const BindingSite& last = binding->sites.back();
    const std::string alias = std::string(method.now) + " = " + std::string(method.old);
    if (const Node statement = in_body(type, last)) {
      cx.change(last.node, "/ calls " + std::string(method.now)).insert_after(statement, alias).apply();
    } else {
      cx.report(last.node, "/ calls " + std::string(method.now) + " in Python 3; add `" + alias + "`");
    }
  }
}

void report_set(Context& cx, Node at, const Method& method) {
  cx.report(at, "/ calls " + std::string(method.now) + " in Python 3: set that as well");
}

// int.__div__(a, b), A.__div__ = f
void visit_attribute(Context& cx, Node attribute) {
  for (const Method& method : kMethods)
    if (attribute.child(Field::kAttribute).text() == method.old && attribute.field() == Field::kLeft &&
        attribute.parent().is(Kind::kAssignment) && !sets_attribute(cx, method.now))
      return report_set(cx, attribute, method);
  static constexpr std::string_view kNumbers[] = {"__builtin__.int", "__builtin__.long", "__builtin__.float",
                                                  "__builtin__.complex"};
  const std::string type = cx.names().qualified(attribute.child(Field::kObject));
  if (!is_one_of(kNumbers, type)) return;
  const bool is_whole = type == kNumbers[0] || type == kNumbers[1];
  for (const Method& method : kMethods) {
    if (attribute.child(Field::kAttribute).text() != method.old) continue;
    cx.set_text(attribute.child(Field::kAttribute), std::string(is_whole ? method.of_whole : method.now));
  }
}

// setattr(A, '__div__', f)
void visit_string(Context& cx, Node text) {
  if (!text.parent().is(Kind::kArgumentList) || text.parent().parent().child(Field::kFunction).text() != "setattr")
    return;
  for (const Method& method : kMethods)
    if (StringLiteral(text).body() == method.old && names_attribute(cx, text)) report_set(cx, text, method);
}

}  // namespace

Fixer fix_division_methods() {
  return {
      .name = "division_methods",
      .doc = "Gives classes with __div__, __rdiv__ or __idiv__ the method's new name as well.",
      .reference = "https://peps.python.org/pep-0238/",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"__div__", "__rdiv__", "__idiv__", "setattr"},
      .examples = {{"class A:\n    def __div__(self, n):\n        return A(self.n / n)",
                    "class A:\n    def __div__(self, n):\n        return A(self.n / n)\n    __truediv__ = __div__"}},
      .visits = {{{Kind::kClassDefinition}, visit_class},
                 {{Kind::kAttribute}, visit_attribute},
                 {{Kind::kString}, visit_string}},
  };
}

}  // namespace py3k::fixers
