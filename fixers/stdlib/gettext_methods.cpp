// Methods of gettext's translations: text is what gettext() gives, and the functions that said so are gone.
// https://docs.python.org/3/library/gettext.html#the-nulltranslations-class
#include <algorithm>

#include "engine/analysis/values.h"
#include "engine/syntax/string_literal.h"
#include "fixers/attribute_rename.h"
#include "fixers/library_renames.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_translations(Context& cx, Node object) {
  const std::string maker = value_of(object, cx.names()).made_by;
  return maker == "gettext.translation" || maker == "gettext.NullTranslations" || maker == "gettext.GNUTranslations";
}

// Of modules other fixers know.
bool is_imported(Context& cx, Node object) {
  while (object.is(Kind::kAttribute)) object = object.child(Field::kObject);
  const Binding* binding = object.is(Kind::kIdentifier) ? cx.names().binding(object) : nullptr;
  return binding != nullptr && std::any_of(binding->sites.begin(), binding->sites.end(),
                                           [](const BindingSite& site) { return site.kind == BindingKind::kImport; });
}

// t.ugettext('x'), _ = t.ugettext
void visit_method(Context& cx, Node attribute) {
  const Node name = attribute.child(Field::kAttribute);
  const Fact* fact = fact_of_method("gettext_methods", name.text());
  if (fact == nullptr || attribute.field() == Field::kLeft || has_class_with(cx, name.text())) return;
  const Node object = attribute.child(Field::kObject);
  const bool is_known = is_translations(cx, object);
  if (!is_known && (is_imported(cx, object) || !imports_module(cx, "gettext"))) return;
  // What it gives is text whatever that says.
  const Node call = attribute.field() == Field::kFunction ? attribute.parent() : Node();
  if (name.text() == "set_output_charset" && call.parent().is(Kind::kExpressionStatement)) {
    if (cx.keeps_python2()) return cx.leave(name);
    cx.change(attribute, obituary(*fact))
        .remove(call.parent())
        .safety(is_known ? Safety::kSafe : Safety::kUnsafe)
        .apply();
    return;
  }
  if (fact->to.empty()) return cx.report(attribute, obituary(*fact));
  if (cx.keeps_python2()) return cx.leave(name);
  const std::string now(fact->to.substr(fact->to.rfind('.') + 1));
  cx.change(attribute, std::string(name.text()) + " -> " + now)
      .set_text(name, now)
      .safety(is_known ? Safety::kSafe : Safety::kUnsafe)
      .apply();
}

// getattr(t, 'ugettext')
void visit_text(Context& cx, Node text) {
  const Fact* fact = fact_of_method("gettext_methods", StringLiteral(text).body());
  if (fact == nullptr || fact->to.empty() || !imports_module(cx, "gettext") || !names_attribute(cx, text)) return;
  if (has_class_with(cx, fact->own_name())) return;
  if (cx.keeps_python2()) return cx.leave(text);
  const std::string now(fact->to.substr(fact->to.rfind('.') + 1));
  cx.change(text, "'" + std::string(fact->own_name()) + "' -> '" + now + "'")
      .set_text(body_range(text), now)
      .safety(Safety::kUnsafe)
      .apply();
}

// gettext.install('app', unicode=True), t.install(unicode=True)
void visit_install(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const bool of_object = function.is(Kind::kAttribute) && function.child(Field::kAttribute).text() == "install" &&
                         is_translations(cx, function.child(Field::kObject));
  const bool of_module = cx.names().resolves_to(function, "gettext.install");
  if (!of_object && !of_module) return;
  for (Node argument : call.child(Field::kArguments).named_children()) {
    const bool is_it = argument.is(Kind::kKeywordArgument) && argument.child(Field::kName).text() == "unicode";
    if (!is_it) continue;
    if (cx.keeps_python2()) return cx.leave(argument);
    return cx.change(argument, "install() takes no unicode= any more: all is text").remove(argument).apply();
  }
}

}  // namespace

Fixer fix_gettext_methods() {
  return {
      .name = "gettext_methods",
      .doc =
          "Replaces ugettext(), ungettext() and their like of gettext's translations, and takes unicode= from "
          "install().",
      .reference = "https://docs.python.org/3/library/gettext.html#the-nulltranslations-class",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .unsafe_when = "The object is of another class, which has such a method.",
      .runs_on = RunsOn::kPy3,
      .words = {"ugettext", "ungettext", "lgettext", "lngettext", "gettext", "output_charset", "set_output_charset"},
      .examples = {{"import gettext\nt = gettext.translation('app')\nprint(t.ugettext('x'))",
                    "import gettext\nt = gettext.translation('app')\nprint(t.gettext('x'))"},
                   {"import gettext\ngettext.install('app', unicode=True)", "import gettext\ngettext.install('app')"}},
      .visits = {{{Kind::kAttribute}, visit_method}, {{Kind::kCall}, visit_install}, {{Kind::kString}, visit_text}},
  };
}

}  // namespace py3k::fixers
