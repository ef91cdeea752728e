// The attributes of methods; __func__ and __self__ are there since 2.6.
#include "fixers/attribute_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// Does `C.f` mean a plain function of a class of this file? Python 3 has no unbound methods, so it is the function
// itself.
bool is_function_of_class(Context& cx, Node attribute) {
  const Node object = attribute.child(Field::kObject);
  const Binding* type = object.is(Kind::kIdentifier) ? cx.names().binding(object) : nullptr;
  if (type == nullptr || type->sites.size() != 1 || type->sites.front().kind != BindingKind::kClass) return false;
  const Scope& scope = cx.names().scope_opened_by(type->sites.front().statement);
  const Binding* method = cx.names().lookup(attribute.child(Field::kAttribute).text(), scope);
  return method != nullptr && method->scope == &scope && method->sites.size() == 1 &&
         method->sites.front().kind == BindingKind::kFunction &&
         !method->sites.front().statement.parent().is(Kind::kDecoratedDefinition);
}

bool drop_unbound(Context& cx, Node attribute) {
  const Node method = attribute.child(Field::kObject);
  if (!is_function_of_class(cx, method)) return true;
  const std::string_view name = attribute.child(Field::kAttribute).text();
  if (name == "im_class") {
    cx.replace(attribute, "$class", {{"class", method.child(Field::kObject)}});
    return false;
  }
  if (name == "im_self") {
    cx.report(attribute, "this is None in Python 2; Python 3 has a plain function here, with no such attribute");
    return false;
  }
  const bool unbound = name == "im_func";
  if (unbound && cx.keeps_python2()) {  // C.f is no function there
    cx.leave(attribute);
    return false;
  }
  if (unbound) cx.replace(attribute, "$method", {{"method", method}});
  return !unbound;
}

}  // namespace

Fixer fix_methodattrs() {
  static const AttributeRename rename{
      .names = {{"im_func", "__func__"}, {"im_self", "__self__"}, {"im_class", "__self__.__class__"}},
      .applies = drop_unbound,
  };
  return {
      .name = "methodattrs",
      .doc = "Replaces im_func, im_self and im_class of methods by __func__, __self__ and __self__.__class__.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#operators-and-special-methods",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "The method is an unbound one of another file's class, C.f: in Python 3 that is the function itself.",
      .runs_on = RunsOn::kVariant,
      .for_both = "The function of an unbound method, C.f.im_func, stays: it is C.f under Python 3, but not under 2.7.",
      .words = {"im_func", "im_self", "im_class", "getattr", "hasattr"},
      .examples = {{"self.run.im_func", "self.run.__func__"},
                   {"callback.im_class.__name__", "callback.__self__.__class__.__name__"},
                   {"getattr(f, 'im_func', f)", "getattr(f, '__func__', f)"},
                   {"class C:\n    def f(self): pass\nC.f.im_func, C().f.im_func",
                    "class C:\n    def f(self): pass\nC.f.im_func, C().f.__func__", "--target 2+3"}},
      .finish = [](Context& cx) { rename_attributes(cx, rename); },
  };
}

}  // namespace py3k::fixers
