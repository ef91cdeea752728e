// From Django 3.0 on these are urllib.parse's own functions under other names; 4.0 drops the names.
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kSafeUrl = "django.utils.http.is_safe_url";

Node argument_named(Node call, std::string_view name) {
  for (Node argument : call.child(Field::kArguments).named_children())
    if (argument.is(Kind::kKeywordArgument) && argument.child(Field::kName).text() == name) return argument;
  return {};
}

// is_safe_url(u, host=h): one host is as good as a set of them, and so is None.
void rename_host(ChangeBuilder& change, Node use) {
  const Node call = use.parent();
  if (use.field() != Field::kFunction || !call.is(Kind::kCall)) return;
  const Node host = argument_named(call, "host");
  if (host && !argument_named(call, "allowed_hosts")) change.set_text(host.child(Field::kName), "allowed_hosts");
}

// The hosts have no default any more.
void check_hosts(Context& cx, Node call) {
  if (cx.settings().django_major < 3 || !cx.names().resolves_to(call.child(Field::kFunction), kSafeUrl)) return;
  const Node arguments = call.child(Field::kArguments);
  const Node host = argument_named(call, "host");
  const Node hosts = argument_named(call, "allowed_hosts");
  std::size_t positional = 0;
  for (Node argument : arguments.named_children()) {
    if (argument.is_any(Kind::kListSplat, Kind::kDictionarySplat))
      return cx.report(call,
                       "url_has_allowed_host_and_scheme() takes allowed_hosts, and no host: look at what is given");
    if (!argument.is(Kind::kKeywordArgument)) ++positional;
  }
  const bool by_name = argument_named(call, "url") && positional < 2;
  if (host && hosts) return cx.report(call, "url_has_allowed_host_and_scheme() takes no host: add it to allowed_hosts");
  if (positional > 2)
    return cx.report(call, "url_has_allowed_host_and_scheme() takes url, allowed_hosts, require_https");
  if (!host && !hosts && (positional < 2 || by_name))
    cx.report(call, "url_has_allowed_host_and_scheme() must be given allowed_hosts: None stands for no host at all");
}

std::vector<Rename> renames(const Settings& settings) {
  if (settings.django_major < 3) return {};
  const std::string module = "django.utils.http.";
  return {{module + "urlquote", "urllib.parse.quote"},
          {module + "urlquote_plus", "urllib.parse.quote_plus"},
          {module + "urlunquote", "urllib.parse.unquote"},
          {module + "urlunquote_plus", "urllib.parse.unquote_plus"},
          {.from = std::string(kSafeUrl), .to = module + "url_has_allowed_host_and_scheme", .with_use = rename_host}};
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
      .words = {"is_safe_url"},
      .examples = {{"from django.utils.http import urlquote\nx = urlquote(y)",
                    "from urllib.parse import quote\nx = quote(y)", "--django 3.0"},
                   {"from django.utils.http import is_safe_url\nx = is_safe_url(u, host=h)",
                    "from django.utils.http import url_has_allowed_host_and_scheme\nx = "
                    "url_has_allowed_host_and_scheme(u, allowed_hosts=h)",
                    "--django 3.0"}},
      .renames_for = renames,
      .visits = {{{Kind::kCall}, check_hosts}},
  };
}

}  // namespace py3k::fixers
