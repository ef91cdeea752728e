// __nonzero__ is called __bool__, and must give True or False: a number is no longer enough.
// https://docs.python.org/3/reference/datamodel.html#object.__bool__
#include <algorithm>

#include "engine/library/signatures.h"
#include "engine/syntax/string_literal.h"
#include "fixers/attribute_rename.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kOld = "__nonzero__";
constexpr std::string_view kNew = "__bool__";

// Does a call give True or False, as far as its function's name tells?
bool gives_bool(Context& cx, Node function) {
  static constexpr std::string_view kMethods[] = {"__nonzero__", "__bool__", "isSet"};
  if (!function.is(Kind::kAttribute)) return gives(known_function(cx.names().qualified(function)), "bool");
  const std::string_view name = function.child(Field::kAttribute).text();
  return is_one_of(kMethods, name) || gives(known_method(name), "bool");
}

bool is_bool(Context& cx, Node value, int depth = 0) {
  constexpr int kDeepest = 50;  // code that people write is not
  if (depth++ == kDeepest) return false;
  switch (value.kind()) {
    case Kind::kParenthesizedExpression:
      return is_bool(cx, value.named_child(0), depth);
    case Kind::kNotOperator:
    case Kind::kComparisonOperator:
    case Kind::kTrue:
    case Kind::kFalse:
      return true;
    case Kind::kIdentifier:
      return value.text() == "True" || value.text() == "False";
    case Kind::kBooleanOperator:
      return is_bool(cx, value.child(Field::kLeft), depth) && is_bool(cx, value.child(Field::kRight), depth);
    case Kind::kConditionalExpression:
      return is_bool(cx, value.named_child(0), depth) && is_bool(cx, value.named_child(2), depth);
    case Kind::kCall:
      return gives_bool(cx, value.child(Field::kFunction));
    default:
      return false;
  }
}

void make_bool(Context& cx, Node value) {
  if (!value || is_bool(cx, value)) return;
  if (value.text() == "0" || value.text() == "1") {
    cx.replace(value, value.text() == "1" ? "True" : "False");
  } else {
    cx.replace(value, "bool($value)", {{"value", value}});
  }
}

bool is_in_inner_function(Node node, Node function) {
  for (Node at = node.parent(); at != function; at = at.parent())
    if (at.is_any(Kind::kFunctionDefinition, Kind::kLambda)) return true;
  return false;
}

void make_results_bool(Context& cx, Node function) {
  for (Node node : function.descendants())
    if (node.is(Kind::kReturnStatement) && !is_in_inner_function(node, function)) make_bool(cx, node.named_child(0));
}

// `__nonzero__ = lambda self: 0`, `__nonzero__ = __len__`, `__nonzero__ = dict.__len__`
void make_alias_bool(Context& cx, Node value) {
  if (value.is(Kind::kLambda)) {
    make_bool(cx, value.child(Field::kBody));
  } else if (value.text() == "__len__") {
    cx.replace(value, "lambda self: len(self) != 0");
  } else if (value.child(Field::kAttribute).text() == "__len__") {
    cx.replace(value, "lambda self: $length(self) != 0", {{"length", value}});
  }
}

// `return self.__bool__()`, which is for Python 2 alone and would be itself under the new name.
bool asks_new(Node function) {
  for (Node node : function.descendants())
    if (node.is(Kind::kCall) && node.child(Field::kFunction).text() == "bool" &&
        is_first_parameter(only_argument(node), function))
      return true;
  return calls_own(function, kNew);
}

void visit_class(Context& cx, Node type) {
  const Binding* binding = member(cx, type, kOld);
  if (binding == nullptr) return;
  for (const BindingSite& site : binding->sites)
    if (site.kind == BindingKind::kFunction && (parameter_count(site.statement) != 1 || asks_new(site.statement)))
      return;
  if (!rename_member(cx, type, kOld, kNew)) return;
  for (const BindingSite& site : binding->sites) {
    const Node assignment = site.node.parent();
    if (site.kind == BindingKind::kFunction) make_results_bool(cx, site.statement);
    if (assignment.is(Kind::kAssignment)) make_alias_bool(cx, assignment.child(Field::kRight));
  }
}

// `def __bool__(self): return self.__nonzero__()` in a class that keeps both.
bool is_kept(Context& cx, Node object) {
  const Node type = object.ancestor(Kind::kClassDefinition);
  return type && object.is(Kind::kIdentifier) && member(cx, type, kOld) != nullptr &&
         member(cx, type, kNew) != nullptr && !is_pair(cx, type, kOld, kNew);
}

// x.__nonzero__() is bool(x), but for super(), which has no such method itself, and for classes.
void ask_bool(Context& cx, Node attribute) {
  const Node object = attribute.child(Field::kObject);
  const Node call = attribute.parent();
  const bool asks = call.is(Kind::kCall) && attribute.field() == Field::kFunction &&
                    call.child(Field::kArguments).is(Kind::kArgumentList) &&
                    call.child(Field::kArguments).named_child_count() == 0;
  const bool known = asks && object.is_any(Kind::kIdentifier, Kind::kAttribute, Kind::kSubscript);
  known ? cx.replace(call, "bool($object)", {{"object", object}}) : cx.leave(attribute);
}

void visit_attribute(Context& cx, Node attribute) {
  const Node name = attribute.child(Field::kAttribute);
  if (name.text() != kOld || is_kept(cx, attribute.child(Field::kObject))) return;
  const Node method = method_around(cx, attribute, kNew);
  if (method && is_first_parameter(attribute.child(Field::kObject), method))
    return cx.report(attribute, "in Python 3 this method would call itself: make one of __nonzero__ and __bool__");
  const Node assignment = attribute.parent();
  if (assignment.is(Kind::kAssignment) && attribute.field() == Field::kLeft && !cx.keeps_python2())
    make_alias_bool(cx, assignment.child(Field::kRight));
  cx.keeps_python2() ? ask_bool(cx, attribute) : cx.set_text(name, std::string(kNew));
}

// setattr(A, '__nonzero__', f), hasattr(a, '__nonzero__')
void visit_string(Context& cx, Node text) {
  if (!text.parent().is(Kind::kArgumentList) || StringLiteral(text).body() != kOld || !names_attribute(cx, text))
    return;
  if (cx.keeps_python2()) return cx.leave(text);
  cx.change(text).set_text(body_range(text), std::string(kNew)).apply();
  if (const Node value = text.parent().named_child(2)) make_alias_bool(cx, value);
}

}  // namespace

Fixer fix_nonzero() {
  return {
      .name = "nonzero",
      .doc = "Renames the method __nonzero__ to __bool__, and has it give True or False.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#operators-and-special-methods",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kVariant,
      .for_both = "The class gets both names, by `__nonzero__ = __bool__`, and x.__nonzero__() becomes bool(x).",
      .words = {"__nonzero__", "setattr"},
      .examples = {{"class A:\n    def __nonzero__(self):\n        return self.n > 0",
                    "class A:\n    def __bool__(self):\n        return self.n > 0"},
                   {"class A:\n    def __nonzero__(self):\n        return len(self.items)",
                    "class A:\n    def __bool__(self):\n        return bool(len(self.items))"},
                   {"class A:\n    def __nonzero__(self):\n        return True\n    __bool__ = __nonzero__\n    n = 1",
                    "class A:\n    def __bool__(self):\n        return True\n    n = 1"},
                   {"class A:\n    def __nonzero__(self):\n        return self.n > 0",
                    "class A:\n    def __bool__(self):\n        return self.n > 0\n    __nonzero__ = __bool__",
                    "--target 2+3"}},
      .visits = {{{Kind::kClassDefinition}, visit_class},
                 {{Kind::kAttribute}, visit_attribute},
                 {{Kind::kString}, visit_string}},
  };
}

}  // namespace py3k::fixers
