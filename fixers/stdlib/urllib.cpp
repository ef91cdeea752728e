// urllib and urllib2 are four modules now. https://docs.python.org/3/library/urllib.html; the table was made by looking
// each name of Python 2.7's modules up in Python 3.12's.
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kUrllibRequest[] = {"FancyURLopener",
                                               "MAXFTPCACHE",
                                               "URLopener",
                                               "_urlopener",
                                               "ftpcache",
                                               "ftperrors",
                                               "ftpwrapper",
                                               "getproxies",
                                               "getproxies_environment",
                                               "localhost",
                                               "noheaders",
                                               "pathname2url",
                                               "proxy_bypass",
                                               "proxy_bypass_environment",
                                               "thishost",
                                               "url2pathname",
                                               "urlcleanup",
                                               "urlopen",
                                               "urlretrieve"};
constexpr std::string_view kParse[] = {
    "quote",    "quote_plus", "splitattr", "splithost",  "splitnport", "splitpasswd",  "splitport", "splitquery",
    "splittag", "splittype",  "splituser", "splitvalue", "unquote",    "unquote_plus", "unwrap",    "urlencode"};
constexpr std::string_view kUrllib2Request[] = {"AbstractBasicAuthHandler",
                                                "AbstractDigestAuthHandler",
                                                "AbstractHTTPHandler",
                                                "BaseHandler",
                                                "CacheFTPHandler",
                                                "FTPHandler",
                                                "FileHandler",
                                                "HTTPBasicAuthHandler",
                                                "HTTPCookieProcessor",
                                                "HTTPDefaultErrorHandler",
                                                "HTTPDigestAuthHandler",
                                                "HTTPErrorProcessor",
                                                "HTTPHandler",
                                                "HTTPPasswordMgr",
                                                "HTTPPasswordMgrWithDefaultRealm",
                                                "HTTPRedirectHandler",
                                                "HTTPSHandler",
                                                "OpenerDirector",
                                                "ProxyBasicAuthHandler",
                                                "ProxyDigestAuthHandler",
                                                "ProxyHandler",
                                                "Request",
                                                "UnknownHandler",
                                                "__version__",
                                                "_opener",
                                                "_parse_proxy",
                                                "build_opener",
                                                "ftpwrapper",
                                                "getproxies",
                                                "install_opener",
                                                "localhost",
                                                "parse_http_list",
                                                "parse_keqv_list",
                                                "proxy_bypass",
                                                "request_host",
                                                "url2pathname",
                                                "urlopen"};
constexpr std::string_view kResponse[] = {"addbase", "addclosehook", "addinfo", "addinfourl"};

// Modules that these import, and that some reach through them.
constexpr std::string_view kSeenThrough[] = {"base64", "bisect", "hashlib", "os",      "re",
                                             "socket", "sys",    "time",    "warnings"};

// `import urllib` by itself gives no urllib.parse.
void import_parse(ChangeBuilder& change, Node /*use*/) { change.need_import("urllib.parse"); }
void import_client(ChangeBuilder& change, Node /*use*/) { change.need_import("http.client"); }

template <std::size_t kSize>
void add(std::vector<Rename>& table, const std::string& module, const std::string& to,
         const std::string_view (&names)[kSize]) {
  for (std::string_view name : names) table.push_back({module + "." + std::string(name), to + "." + std::string(name)});
}

std::vector<Rename> renames() {
  std::vector<Rename> table = {
      {"urllib.ContentTooShortError", "urllib.error.ContentTooShortError"},
      {"urllib2.URLError", "urllib.error.URLError"},
      {"urllib2.HTTPError", "urllib.error.HTTPError"},
      {"urllib.basejoin", "urllib.parse.urljoin"},
      {"urllib.always_safe", "", "urllib.always_safe is gone: write the characters that quote() need not change"},
      {"urllib2.randombytes", "", "urllib2.randombytes is gone: use os.urandom"},
      {.from = "urllib2.urlparse", .to = "urllib.parse", .with_use = import_parse},
      {.from = "urllib2.httplib", .to = "http.client", .with_use = import_client}};
  add(table, "urllib2", "urllib.request", kSeenThrough);
  add(table, "urllib", "urllib.request", kUrllibRequest);
  add(table, "urllib", "urllib.parse", kParse);
  add(table, "urllib", "urllib.response", kResponse);
  add(table, "urllib2", "urllib.request", kUrllib2Request);
  add(table, "urllib2", "urllib.parse", kParse);
  add(table, "urllib2", "urllib.response", kResponse);
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
      .modules = {{"urllib", "", {"urllib.request", "urllib.parse", "urllib.error"}},
                  {"urllib2", "", {"urllib.request", "urllib.error", "urllib.parse"}}},
  };
}

}  // namespace py3k::fixers
