// super(C, self) in a method of C is super(), PEP 3135, https://peps.python.org/pep-3135/. That one means the class
// whose body the function stands in and the function's first argument, and sees neither in a scope inside the function.
#include <algorithm>

#include "engine/analysis/class_outline.h"
#include "engine/analysis/comprehension.h"
#include "engine/fixer.h"
#include "fixers/receiver.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// Decorators that give back the class they are given. Others may put another one in its place, whose methods still
// belong to the first: super(C, self) finds the new one by its name, super() does not.
constexpr std::string_view kKeepClass[] = {"functools.total_ordering",
                                           "unittest.skip",
                                           "unittest.skipIf",
                                           "unittest.skipUnless",
                                           "zope.interface.implementer",
                                           "six.python_2_unicode_compatible",
                                           "django.utils.six.python_2_unicode_compatible",
                                           "django.utils.encoding.python_2_unicode_compatible",
                                           "django.test.override_settings",
                                           "django.test.utils.override_settings"};

bool are_harmless(Context& cx, Node decorated) {
  for (Node decorator : decorated.children()) {
    if (!decorator.is(Kind::kDecorator)) continue;
    Node name = decorator.named_child(0);
    if (name.is(Kind::kCall)) name = name.child(Field::kFunction);
    const std::string qualified = cx.names().qualified(name);
    if (!is_one_of(kKeepClass, qualified)) return false;
  }
  return true;
}

// Does the name mean the class and nothing else, ever?
bool names_class(Context& cx, Node name, Node definition) {
  const std::string_view text = name.text();
  if (!name.is(Kind::kIdentifier) || (text.starts_with("__") && !text.ends_with("__"))) return false;
  const Binding* binding = cx.names().binding(name);
  return binding != nullptr && binding->sites.size() == 1 && binding->sites[0].node == definition.child(Field::kName);
}

bool names_first_parameter(Context& cx, Node name, Node function) {
  Node first = function.child(Field::kParameters).named_child(0);
  if (first.is_any(Kind::kDefaultParameter, Kind::kTypedParameter, Kind::kTypedDefaultParameter))
    first = first.named_child(0);
  if (!name.is(Kind::kIdentifier) || !first.is(Kind::kIdentifier)) return false;
  const Binding* binding = cx.names().binding(name);
  // Python 3 keeps a comprehension's variables to itself, whatever the file's own Python does.
  return binding != nullptr && binding->sites[0].node == first &&
         std::all_of(binding->sites.begin() + 1, binding->sites.end(),
                     [](const BindingSite& site) { return static_cast<bool>(site.node.ancestor(Kind::kForInClause)); });
}

bool is_staticmethod(Context& cx, Node function) {
  if (!function.parent().is(Kind::kDecoratedDefinition)) return false;
  for (Node decorator : function.parent().children())
    if (decorator.is(Kind::kDecorator) && cx.names().resolves_to(decorator.named_child(0), "__builtin__.staticmethod"))
      return true;
  return false;
}

void drop_arguments(Context& cx, Node call) {
  const Node arguments = call.child(Field::kArguments);
  if (!arguments.is(Kind::kArgumentList) || arguments.named_child_count() != 2) return;
  if (!cx.names().resolves_to(call.child(Field::kFunction), "__builtin__.super")) return;
  const Scope& scope = cx.names().scope_of(call);
  const Node function = scope.node;
  const Node definition = scope.parent != nullptr ? scope.parent->node : Node();
  if (scope.kind != ScopeKind::kFunction || scope.parent->kind != ScopeKind::kClass ||
      is_in_comprehension(call, function))
    return;
  if (!names_class(cx, arguments.named_child(0), definition)) return;
  if (!names_first_parameter(cx, arguments.named_child(1), function)) return;
  if (is_staticmethod(cx, function)) return;
  // A metaclass may make the class in two steps, of which the second lacks what super() needs.
  if (keeps_method(cx, definition, kMetaclass)) return;
  if (definition.parent().is(Kind::kDecoratedDefinition) && !are_harmless(cx, definition.parent())) return;
  if (cx.names().lookup("__class__", scope) != nullptr) return;
  const ByteRange inside{arguments.first_child().end(), arguments.last_child().start()};
  cx.change(call).replace(inside, "").apply();
}

}  // namespace

Fixer fix_super_args() {
  return {
      .name = "super_args",
      .doc =
          "Replaces super(MyClass, self) with super(), where both mean the same. That is directly in a method of "
          "MyClass, a "
          "class that nothing replaces or renames, with the method's first argument. It stays in functions, lambdas "
          "and "
          "comprehensions inside the method.",
      .reference = "https://peps.python.org/pep-3135/",
      .group = Group::kCleanup,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kPy3,
      .needs = Needs::kAny,
      .words = {"super"},
      .examples = {{"class A(B):\n    def f(self):\n        return super(A, self).f()",
                    "class A(B):\n    def f(self):\n        return super().f()"}},
      .visits = {{{Kind::kCall}, drop_arguments}},
  };
}

}  // namespace py3k::fixers
