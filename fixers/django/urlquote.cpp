// From Django 3.0 on these are urllib.parse's own functions under other names; 4.0 drops the names.
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

std::vector<Rename> renames(const Settings& settings) {
  if (settings.django_major < 3) return {};
  const std::string module = "django.utils.http.";
  return {{module + "urlquote", "urllib.parse.quote"},
          {module + "urlquote_plus", "urllib.parse.quote_plus"},
          {module + "urlunquote", "urllib.parse.unquote"},
          {module + "urlunquote_plus", "urllib.parse.unquote_plus"},
          {module + "is_safe_url", module + "url_has_allowed_host_and_scheme"}};
}

}  // namespace

Fixer fix_urlquote() {
  return {
      .name = "urlquote",
      .doc =
          "Replaces django.utils.http.urlquote and its kin with urllib.parse's functions, and is_safe_url with its new "
          "name, "
          "from Django 3.0 on.",
      .reference = "https://docs.djangoproject.com/en/4.0/releases/3.0/#features-deprecated-in-3-0",
      .group = Group::kDjango,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "Code from before Django 3.0 hands them numbers, None or lazy strings, which urllib.parse does not take.",
      .runs_on = RunsOn::kPy3,
      .needs = Needs::kAny,
      .examples = {{"from django.utils.http import urlquote\nx = urlquote(y)",
                    "from urllib.parse import quote\nx = quote(y)", "--django 3.0"}},
      .renames_for = renames,
  };
}

}  // namespace py3k::fixers
