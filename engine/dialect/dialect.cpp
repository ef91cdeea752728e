#include "engine/dialect/dialect.h"

#include <algorithm>
#include <unordered_set>

namespace py3k::engine {

namespace {

// Builtins that Python 3 has not; https://docs.python.org/3/whatsnew/3.0.html#builtins
constexpr std::string_view kBuiltins[] = {"unicode", "unichr",   "basestring", "long",   "xrange", "raw_input", "reduce",
                                          "file",    "execfile", "apply",      "buffer", "coerce", "cmp",       "intern",
                                          "reload",  "StandardError"};
// Modules that Python 3 has not, or calls otherwise; PEP 3108.
constexpr std::string_view kModules[] = {
    "urllib2",  "urlparse",     "httplib",     "ConfigParser", "Queue",          "StringIO", "cStringIO",     "cPickle",
    "Tkinter",  "HTMLParser",   "cookielib",   "Cookie",       "xmlrpclib",      "commands", "__builtin__",   "copy_reg",
    "sets",     "md5",          "sha",         "UserDict",     "UserList",       "thread",   "SocketServer",  "BaseHTTPServer",
    "htmllib",  "exceptions",   "anydbm",      "whichdb",      "dummy_thread",   "robotparser",                "SimpleHTTPServer",
    "tkMessageBox", "htmlentitydefs", "SimpleXMLRPCServer", "DocXMLRPCServer",   "CGIHTTPServer",              "UserString"};
// Methods that no class of Python 3 has.
constexpr std::string_view kMethods[] = {"has_key",   "iteritems", "iterkeys", "itervalues", "viewitems", "viewkeys",
                                         "viewvalues", "im_func",  "im_self",  "im_class",   "func_name", "func_code",
                                         "func_defaults", "func_globals"};
// Names by which a file shows that it runs under both.
constexpr std::string_view kGuards[] = {"PY2", "PY3", "version_info", "hexversion", "six"};

template <std::size_t kSize>
bool is_one_of(const std::string_view (&names)[kSize], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// `try: unicode` / `except NameError:` and `try: import urllib2` / `except ImportError:` are how code runs under both.
bool is_guarded(Node node) {
  for (Node at = node; at; at = at.parent())
    if (at.is_any(Kind::kTryStatement, Kind::kExceptClause)) return true;
  return false;
}

}  // namespace

std::span<const std::string_view> python2_words() {
  static const std::vector<std::string_view> words = [] {
    std::vector<std::string_view> all(std::begin(kBuiltins), std::end(kBuiltins));
    all.insert(all.end(), std::begin(kModules), std::end(kModules));
    all.insert(all.end(), std::begin(kMethods), std::end(kMethods));
    return all;
  }();
  return words;
}

Dialect dialect_by_syntax(const Evidence& evidence) {
  if (evidence.python2_syntax) return Dialect::kPython2;
  if (evidence.python3_syntax) return Dialect::kPython3;
  return evidence.python2_hint ? Dialect::kPython2 : Dialect::kBoth;
}

bool has_python2_names(const Tree& tree, const Names& names, const std::function<bool(std::string_view)>& counts) {
  for (std::string_view guard : kGuards)
    if (names.is_used_anywhere(guard)) return false;
  for (Node node : tree.root().descendants()) {
    if (!node.is(Kind::kIdentifier)) continue;
    const std::string_view text = node.text();
    if (node.field() == Field::kAttribute) {
      if (is_one_of(kMethods, text) && counts(text) && !is_guarded(node)) return true;
      continue;
    }
    if (is_one_of(kBuiltins, text) && counts(text) && names.is_name(node) && names.binding(node) == nullptr &&
        names.resolves_to(node, std::string("__builtin__.") + std::string(text)) && !is_guarded(node))
      return true;
    const Node importing = node.parent().is(Kind::kDottedName) ? node.parent().parent() : Node();
    const bool imported = importing.is_any(Kind::kImportStatement, Kind::kAliasedImport, Kind::kImportFromStatement);
    if (imported && node.parent().first_child() == node && is_one_of(kModules, text) && counts(text) && !is_guarded(node) &&
        (importing.is(Kind::kImportStatement) || node.parent().field() == Field::kModuleName ||
         importing.parent().is(Kind::kImportStatement)))
      return true;
  }
  return false;
}

}  // namespace py3k::engine
