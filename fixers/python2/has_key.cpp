// d.has_key(k) was removed in Python 3.0; the `in` operator, there since 2.2, replaces it.
#include "engine/fixer.h"
#include "engine/syntax/precedence.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// `in` does not work on what super() gives.
bool is_super(Context& cx, Node object) {
  return object.is(Kind::kCall) && cx.names().resolves_to(object.child(Field::kFunction), "__builtin__.super");
}
bool is_dictionary(Context& cx, const Holes& holes) { return !is_super(cx, node_in(holes, "d")); }

// d.has_key, handed on as a function or called with *arguments: __contains__ is the method behind `in`. Called with
// other than one argument it is no dictionary's.
void method_itself(Context& cx, Node attribute) {
  const Node name = attribute.child(Field::kAttribute);
  if (name.text() != "has_key" || attribute.field() == Field::kLeft || attribute.parent().is(Kind::kDeleteStatement))
    return;
  const bool called = attribute.field() == Field::kFunction && attribute.parent().is(Kind::kCall);
  const std::vector<Node> arguments = attribute.parent().child(Field::kArguments).named_children();
  const bool of_super = is_super(cx, attribute.child(Field::kObject));
  if (called && !of_super && (arguments.size() != 1 || precedence_of(arguments.front()) != Precedence::kAny))
    return;  // or the rules'
  cx.set_text(name, "__contains__");
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
      .examples = {{"if d.has_key(k): pass", "if k in d: pass"},
                   {"if not d.has_key(k): pass", "if k not in d: pass"},
                   {"x = -d.has_key(a or b)", "x = -((a or b) in d)"},
                   {"filter(d.has_key, ks)", "filter(d.__contains__, ks)"}},
      .rules = {{"not $d.has_key($k)", "$k not in $d", is_dictionary}, {"$d.has_key($k)", "$k in $d", is_dictionary}},
      .visits = {{{Kind::kAttribute}, method_itself}},
  };
}

}  // namespace py3k::fixers
