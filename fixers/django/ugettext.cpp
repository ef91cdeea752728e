// Under Python 3 gettext gives text, and ugettext is another name of it: deprecated in Django 3.0, gone in 4.0.
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

std::vector<Rename> renames(const Settings& settings) {
  if (settings.django_major < 2) return {};  // runs under Python 2 as well, where gettext gives bytes
  const std::string module = "django.utils.translation.";
  return {{module + "ugettext", module + "gettext"},
          {module + "ugettext_lazy", module + "gettext_lazy"},
          {module + "ugettext_noop", module + "gettext_noop"},
          {module + "ungettext", module + "ngettext"},
          {module + "ungettext_lazy", module + "ngettext_lazy"}};
}

}  // namespace

Fixer fix_ugettext() {
  return {
      .name = "ugettext",
      .doc =
          "Replaces Django's ugettext, ungettext and their lazy kin with gettext and ngettext, from Django 2.0 on. "
          "Older ones "
          "run under Python 2 as well, where gettext gives bytes.",
      .reference = "https://docs.djangoproject.com/en/4.0/releases/3.0/#features-deprecated-in-3-0",
      .group = Group::kDjango,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kPy3,
      .needs = Needs::kAny,
      .examples = {{"from django.utils.translation import ugettext_lazy as _\nx = _('y')",
                    "from django.utils.translation import gettext_lazy as _\nx = _('y')", "--django 2.0"}},
      .renames_for = renames,
  };
}

}  // namespace py3k::fixers
