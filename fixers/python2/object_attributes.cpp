// hasattr() of what every object has in Python 3, and none had in Python 2: __getstate__ since 3.11, the comparisons
// since 3.0. https://docs.python.org/3/library/pickle.html#object.__getstate__
#include "engine/analysis/values.h"
#include "engine/fixer.h"
#include "engine/one_of.h"
#include "engine/syntax/string_literal.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kComparisons[] = {"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"};

// Is it a class, by what it is called or taken from?
bool is_class(Context& cx, Node object) {
  static constexpr std::string_view kNames[] = {"cls", "klass", "class_", "base"};
  if (object.is(Kind::kAttribute) && object.child(Field::kAttribute).text() == "__class__") return true;
  const Binding* binding = object.is(Kind::kIdentifier) ? cx.names().binding(object) : nullptr;
  if (binding == nullptr) return false;
  if (is_one_of(kNames, object.text()) || class_named(object, cx.names())) return true;
  return std::all_of(binding->sites.begin(), binding->sites.end(), [](const BindingSite& site) {
    const Node loop = site.node.parent();
    const Node bases = loop.is(Kind::kForStatement) ? loop.child(Field::kRight) : Node();
    const std::string_view of = bases.child(Field::kAttribute).text();
    return of == "__bases__" || of == "__mro__";
  });
}

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  if (function.text() != "hasattr" || arguments.size() != 2 || !arguments[1].is(Kind::kString)) return;
  const std::string_view name = StringLiteral(arguments[1]).body();
  if (name != "__getstate__" && !is_one_of(kComparisons, name)) return;
  if (!cx.names().resolves_to(function, "__builtin__.hasattr")) return;
  const std::string object = is_class(cx, arguments[0]) ? "$object" : "$object.__class__";
  const bool is_denied = call.parent().is(Kind::kNotOperator);
  cx.change(call, "every object has " + std::string(name) + " in Python 3")
      .replace(is_denied ? call.parent() : call,
               "getattr(" + object + ", $name, None) is " + (is_denied ? "" : "not ") + "getattr(object, $name, None)",
               {{"object", arguments[0]}, {"name", arguments[1]}})
      .safety(Safety::kUnsafe)
      .apply();
}

}  // namespace

Fixer fix_object_attributes() {
  return {
      .name = "object_attributes",
      .doc =
          "Asks whether a class has an attribute of its own where every object has one in Python 3: "
          "hasattr(x, '__getstate__').",
      .reference = "https://docs.python.org/3/library/pickle.html#object.__getstate__",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "The attribute is an instance's own, or comes from its __getattr__().",
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kEvidence,
      .is_never_made = true,
      .words = {"hasattr"},
      .examples = {{"if hasattr(x, '__getstate__'): x = x.__getstate__()",
                    "if getattr(x.__class__, '__getstate__', None) is not getattr(object, '__getstate__', None): x = "
                    "x.__getstate__()"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
