// What Django's text functions are called. 1.5 brought smart_text and force_text for smart_unicode and force_unicode,
// whose names are left under Python 2 only; smart_str and force_str give the native str. 2.0 has Python 3 alone, where
// smart_str is smart_text; 3.0 deprecates smart_text and force_text, 4.0 removes them:
// https://docs.djangoproject.com/en/1.11/topics/python3/, https://docs.djangoproject.com/en/4.0/releases/3.0/
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

std::vector<Rename> renames(const Settings& settings) {
  const std::string module = "django.utils.encoding.";
  if (settings.django_major >= 2) {
    return {{module + "smart_unicode", module + "smart_str"},
            {module + "force_unicode", module + "force_str"},
            {module + "smart_text", module + "smart_str"},
            {module + "force_text", module + "force_str"}};
  }
  if (settings.django_minor < 5) return {};
  return {{module + "smart_unicode", module + "smart_text"}, {module + "force_unicode", module + "force_text"}};
}

}  // namespace

Fixer fix_smart_unicode() {
  return {
      .name = "smart_unicode",
      .doc =
          "Calls Django's text functions by the names that the Django of --django has. smart_unicode and force_unicode "
          "are "
          "smart_text and force_text from 1.5 on; from 2.0 on all of them are smart_str and force_str. The last two "
          "keep their "
          "names everywhere, and give the native str: bytes under Python 2, text under Python 3. Where bytes are "
          "needed, use "
          "smart_bytes and force_bytes, there since 1.5.",
      .reference = "https://docs.djangoproject.com/en/1.11/topics/python3/",
      .group = Group::kDjango,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kAny,
      .examples = {{"from django.utils.encoding import smart_unicode\nx = smart_unicode(y)",
                    "from django.utils.encoding import smart_text\nx = smart_text(y)"},
                   {"from django.utils import encoding as e\nx = e.force_unicode(y)",
                    "from django.utils import encoding as e\nx = e.force_str(y)", "--django 4.0"}},
      .renames_for = renames,
  };
}

}  // namespace py3k::fixers
