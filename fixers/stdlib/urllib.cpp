// urllib and urllib2 are four modules now. https://docs.python.org/3/library/urllib.html.
#include "fixers/library_renames.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// `import urllib` by itself gives no urllib.parse.
void import_parse(ChangeBuilder& change, Node /*use*/) { change.need_import("urllib.parse"); }
void import_client(ChangeBuilder& change, Node /*use*/) { change.need_import("http.client"); }

std::vector<Rename> renames() {
  std::vector<Rename> table = renames_of("urllib");
  at(table, "urllib2.urlparse").with_use = import_parse;
  at(table, "urllib2.httplib").with_use = import_client;
  return table;
}

}  // namespace

Fixer fix_urllib() {
  return {
      .name = "urllib",
      .doc =
          "Replaces urllib and urllib2 by those of urllib.request, urllib.parse, urllib.error and urllib.response that "
          "are used.",
      .reference = "https://docs.python.org/3/library/urllib.html",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .words = {"urllib", "urllib2"},
      .examples = {{"import urllib\nx = urllib.quote(y)", "import urllib.parse\nx = urllib.parse.quote(y)"},
                   {"import urllib2 as u\nx = u.urlopen(u.Request(y))",
                    "import urllib.request as u\nx = u.urlopen(u.Request(y))"},
                   {"from urllib import urlencode, urlopen",
                    "from urllib.parse import urlencode\nfrom urllib.request import urlopen"}},
      .renames = renames(),
      .modules = modules_of("urllib"),
  };
}

}  // namespace py3k::fixers
