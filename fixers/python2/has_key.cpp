// d.has_key(k) was removed in Python 3.0; the `in` operator, there since 2.2, replaces it.
#include "engine/syntax/precedence.h"
#include "engine/syntax/string_literal.h"
#include "fixers/attribute_rename.h"
#include "fixers/method_rename.h"
#include "fixers/receiver.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// `in` does not work on what super() gives.
bool is_super(Context& cx, Node object) {
  return object.is(Kind::kCall) && cx.names().resolves_to(object.child(Field::kFunction), "__builtin__.super");
}

// May an object of which nothing shows have a has_key() of its own? `in` calls __contains__.
bool may_be_own(Context& cx) {
  return has_class_with(cx, "has_key", "__contains__") || imports_class_with(cx, "has_key", "__contains__");
}

bool is_dictionary(Context& cx, const Holes& holes) {
  const Node object = node_in(holes, "d");
  if (is_super(cx, object)) return false;
  const Receiver receiver = receiver_of(cx, object, "has_key");
  return receiver == Receiver::kBuiltin ||
         (receiver == Receiver::kUnknown && !may_be_own(cx) && !is_defined_beside(cx, "has_key"));
}

// Right, unless it is an instance of a class of another file that has a has_key() of its own.
void make_search(Context& cx, Node call, Node object, Node key) {
  const bool negated = call.parent().is(Kind::kNotOperator);
  const Node whole = negated ? call.parent() : call;
  cx.change(whole)
      .replace(whole, negated ? "$k not in $d" : "$k in $d", {{"k", key}, {"d", object}})
      .safety(Safety::kUnsafe)
      .apply();
}

// d.has_key, handed on as a function or called with *arguments: __contains__ is the method behind `in`.
void method_itself(Context& cx, Node attribute) {
  const Node name = attribute.child(Field::kAttribute);
  if (name.text() != "has_key" || attribute.field() == Field::kLeft || attribute.parent().is(Kind::kDeleteStatement))
    return;
  const Node object = attribute.child(Field::kObject);
  const Receiver receiver = receiver_of(cx, object, "has_key");
  if (receiver == Receiver::kOwn) return;
  const bool called = attribute.field() == Field::kFunction && attribute.parent().is(Kind::kCall);
  const std::vector<Node> arguments = attribute.parent().child(Field::kArguments).named_children();
  const bool of_super = is_super(cx, object);
  const bool unbound = arguments.size() == 2 && cx.names().resolves_to(object, "__builtin__.dict");
  if (called && !of_super && !unbound && arguments.size() != 1) return;  // no dict's
  if (!of_super && !unbound && receiver == Receiver::kUnknown && may_be_own(cx)) {
    const bool here = has_class_with(cx, "has_key", "__contains__");
    return cx.report(name, std::string("a class of ") + (here ? "this file" : "a file that this one imports") +
                               " has has_key() and no __contains__(): where this is none of its instances, write `in`");
  }
  if (called && !of_super && !unbound && precedence_of(arguments.front()) != Precedence::kAny) {
    if (receiver == Receiver::kUnknown && is_defined_beside(cx, "has_key"))
      make_search(cx, attribute.parent(), object, arguments.front());
    return;  // else the rules'
  }
  cx.set_text(name, "__contains__");
}

// The 'has_key' of hasattr(d, 'has_key')
void name_as_text(Context& cx, Node text) {
  if (StringLiteral(text).body() != "has_key" || !names_attribute(cx, text) || has_class_with(cx, "has_key")) return;
  const std::string_view asker = text.parent().parent().child(Field::kFunction).text();
  if (asker != "hasattr") return cx.report(text, "no dict of Python 3 has has_key: ask for __contains__");
  // Who asks wants to know if it is a dict, or much like one.
  cx.change(text).set_text(body_range(text), "keys").safety(Safety::kUnsafe).apply();
}

}  // namespace

Fixer fix_has_key() {
  return {
      .name = "has_key",
      .doc = "Replaces d.has_key(k) with `k in d`.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#views-and-iterators-instead-of-lists",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"getattr", "hasattr"},
      .examples = {{"if d.has_key(k): pass", "if k in d: pass"},
                   {"if not d.has_key(k): pass", "if k not in d: pass"},
                   {"x = -d.has_key(a or b)", "x = -((a or b) in d)"},
                   {"filter(d.has_key, ks)", "filter(d.__contains__, ks)"}},
      .rules = {{"not $d.has_key($k)", "$k not in $d", is_dictionary}, {"$d.has_key($k)", "$k in $d", is_dictionary}},
      .visits = {{{Kind::kAttribute}, method_itself}, {{Kind::kString}, name_as_text}},
  };
}

}  // namespace py3k::fixers
