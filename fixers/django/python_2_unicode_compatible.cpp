// Under Python 3 the decorator gives back the class as it is; Django 3.0 has it no more.
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_it(std::string_view qualified) {
  return qualified == "django.utils.encoding.python_2_unicode_compatible" ||
         qualified == "django.utils.six.python_2_unicode_compatible";
}

bool is_gone(Context& cx) { return cx.settings().django_major >= 3; }

bool is_decorator(Context& cx, Node node) {
  return node.is(Kind::kDecorator) && is_it(cx.names().qualified(node.named_child(0)));
}

// The line goes, with its newline; a comment on it stays where it is.
void drop_decorator(Context& cx, Node decorator) {
  if (!is_gone(cx) || !is_decorator(cx, decorator)) return;
  cx.change(decorator, "python_2_unicode_compatible does nothing in Python 3")
      .replace(ByteRange{decorator.start(), decorator.next().start()}, "")
      .apply();
}

// The import goes where decorators are all that uses it.
void drop_import(Context& cx, Node statement) {
  if (!is_gone(cx)) return;
  for (Node item : statement.children()) {
    if (item.field() != Field::kName) continue;
    const Node bound = item.is(Kind::kAliasedImport) ? item.child(Field::kAlias) : item.first_child();
    const Binding* binding = cx.names().binding(bound);
    if (binding == nullptr || binding->sites.size() != 1 || !is_it(binding->sites[0].imported)) continue;
    bool only_decorators = true;
    for (Node use : binding->uses) only_decorators = only_decorators && is_decorator(cx, use.parent());
    if (only_decorators) {
      cx.change(item, "Django 3.0 has no python_2_unicode_compatible").remove(item).apply();
    } else {
      cx.report(item, "Django 3.0 has no python_2_unicode_compatible: drop what uses it, or take six's");
    }
  }
}

}  // namespace

Fixer fix_python_2_unicode_compatible() {
  return {
      .name = "python_2_unicode_compatible",
      .doc =
          "Drops the decorator @python_2_unicode_compatible and its import, which Django has no more from 3.0 on. "
          "Under Python 3 "
          "it does nothing.",
      .reference = "https://docs.djangoproject.com/en/3.0/releases/3.0/#removed-private-python-2-compatibility-apis",
      .group = Group::kDjango,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kPy3,
      .needs = Needs::kAny,
      .words = {"python_2_unicode_compatible"},
      .examples = {{"from django.utils.encoding import "
                    "python_2_unicode_compatible\n@python_2_unicode_compatible\nclass A: pass",
                    "class A: pass", "--django 3.0"}},
      .visits = {{{Kind::kDecorator}, drop_decorator}, {{Kind::kImportFromStatement}, drop_import}},
  };
}

}  // namespace py3k::fixers
