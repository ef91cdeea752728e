// Names of the standard library that Python 3 has not, with nothing that could take their place unseen.
// https://docs.python.org/3/whatsnew/3.0.html, and "Removed" in those after it.
#include <algorithm>
#include <utility>

#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

struct Removed {
  std::string names;  // "module.name name name"
  std::string instead;
};

// One row's names: "os.popen2 popen3" stands for os.popen2 and os.popen3.
void add(std::vector<Rename>& table, const Removed& row, Rename::Where where) {
  const std::size_t dot = row.names.substr(0, row.names.find(' ')).rfind('.');
  const std::string module = row.names.substr(0, dot + 1);
  for (std::size_t at = dot + 1; at < row.names.size();) {
    const std::size_t end = std::min(row.names.find(' ', at), row.names.size());
    const std::string name = module + row.names.substr(at, end - at);
    table.push_back({.from = name, .to = "", .note = name + " is gone: " + row.instead, .where = where});
    at = end + 1;
  }
}

std::vector<Removed> everywhere() {
  return {
      {"binascii.a2b_hqx b2a_hqx rlecode_hqx rledecode_hqx", "nothing writes BinHex files any more"},
      {"cPickle.UnpickleableError BadPickleGet", "catch pickle.PickleError"},
      {"cProfile.help", "read its documentation"},
      {"cStringIO.cStringIO_CAPI", "there is no such interface in Python 3"},
      {"cgi.FormContent FormContentDict InterpFormContentDict SvFormContentDict", "use cgi.FieldStorage"},
      {"contextlib.nested", "write `with a, b:`, or use contextlib.ExitStack"},
      {"doctest.Tester", "use doctest.DocTestRunner"},
      {"ftplib.Netrc", "use the netrc module"},
      {"gc.DEBUG_INSTANCES DEBUG_OBJECTS", "gc.DEBUG_LEAK has all that is left"},
      {"gettext.bind_textdomain_codeset ldgettext ldngettext lgettext lngettext", "use gettext() and ngettext()"},
      {"imp.find_module", "use importlib.util.find_spec"},
      {"imp.load_source load_compiled load_dynamic load_module load_package",
       "use importlib.util.spec_from_file_location and module_from_spec"},
      {"imp.get_magic", "imp is not in Python 3.12; importlib.util.MAGIC_NUMBER is the value"},
      {"imp.get_suffixes C_EXTENSION PY_SOURCE PY_COMPILED",
       "imp is not in Python 3.12; importlib.machinery has SOURCE_SUFFIXES and its like"},
      {"imp.acquire_lock release_lock lock_held", "each module has a lock of its own: take the calls out"},
      {"imp.is_builtin is_frozen init_builtin init_frozen get_frozen_object C_BUILTIN IMP_HOOK NullImporter "
       "PKG_DIRECTORY PY_CODERESOURCE PY_FROZEN PY_RESOURCE SEARCH_ERROR",
       "imp is not in Python 3.12; use importlib"},
      {"inspect.ArgSpec", "inspect.getfullargspec() gives a FullArgSpec"},
      {"inspect.ModuleInfo formatargspec joinseq strseq", "use inspect.signature"},
      {"mailbox.BabylMailbox MHMailbox MmdfMailbox PortableUnixMailbox UnixMailbox",
       "use mailbox.mbox, MH, Babyl or MMDF"},
      {"os.errno", "import errno"},
      {"os.path.walk", "use os.walk"},
      {"os.popen2 popen3 popen4", "use subprocess.Popen"},
      {"os.stat_float_times", "times are floats, and st_mtime_ns and its like whole numbers"},
      {"os.tempnam tmpnam tmpfile", "use the tempfile module"},
      {"pkgutil.ImpImporter ImpLoader", "use importlib.machinery"},
      {"platform.dist linux_distribution", "use the distro package"},
      {"platform.popen", "use os.popen, or subprocess"},
      {"plistlib.Data", "plistlib takes bytes"},
      {"plistlib.Dict Plist", "plistlib takes and gives dicts"},
      {"plistlib.readPlist readPlistFromResource", "use plistlib.load with a file opened in 'rb'"},
      {"plistlib.readPlistFromString", "use plistlib.loads"},
      {"plistlib.writePlist writePlistToResource", "use plistlib.dump with a file opened in 'wb'"},
      {"plistlib.writePlistToString", "use plistlib.dumps"},
      {"profile.help", "read its documentation"},
      {"random.jumpahead", "seed each generator by itself"},
      {"sqlite3.Cache Statement", "they were never public"},
      {"ssl.AF_INET", "use socket.AF_INET"},
      {"ssl.match_hostname", "an SSLContext checks the name by itself"},
      {"ssl.sslwrap_simple wrap_socket", "not in Python 3.12: use ssl.SSLContext().wrap_socket"},
      {"sys.callstats", "profile with cProfile"},
      {"sys.getcheckinterval setcheckinterval", "sys.setswitchinterval takes seconds"},
      {"sys.long_info", "sys.int_info has what is left"},
      {"sys.py3kwarning", "it is False wherever this runs"},
      {"sys.subversion", "use platform.python_implementation()"},
      {"time.accept2dyear", "years are taken as they are"},
      {"trace.Ignore find_executable_linenos find_lines find_lines_from_code find_strings fullmodname modname usage",
       "use trace.Trace"},
      {"traceback.tb_lineno", "read the traceback's attribute tb_lineno"},
      {"unicodedata.ucnhash_CAPI", "there is no such interface for programs"},
      {"xmlrpclib.SlowParser", "use xmlrpc.client.ExpatParser"},
      {"SimpleXMLRPCServer.remove_duplicates", "use sorted(set(xs))"},
      {"xml.etree.ElementTree.XMLTreeBuilder", "use XMLParser"},
  };
}

// Fixers of their own change the attributes.
std::vector<Removed> imported() {
  return {
      {"operator.div idiv", "use floordiv for whole numbers, truediv for others"},
      {"operator.delslice getslice setslice", "use delitem, getitem or setitem with slice(a, b)"},
      {"sys.exc_clear", "Python 3 forgets the exception at the end of its except clause"},
      {"sys.exc_type exc_value exc_traceback", "ask sys.exc_info() where it is needed"},
      {"sys.exitfunc", "use atexit.register"},
      {"sys.setdefaultencoding", "Python 3's is always UTF-8: take the call out"},
  };
}

std::vector<Rename> renames() {
  std::vector<Rename> table;
  for (const Removed& row : everywhere()) add(table, row, Rename::Where::kEverywhere);
  for (const Removed& row : imported()) add(table, row, Rename::Where::kImported);
  return table;
}

// Builtins that Python 3 has not, or elsewhere, where they are attributes of the module: __builtin__.reduce
constexpr std::pair<std::string_view, std::string_view> kBuiltins[] = {
    {"apply", "write f(*args)"},
    {"buffer", "use memoryview, or bytes"},
    {"cmp", "write (a > b) - (a < b)"},
    {"coerce", "convert the numbers"},
    {"execfile", "write exec(open(path).read())"},
    {"file", "use open, or io.IOBase"},
    {"intern", "use sys.intern"},
    {"reduce", "use functools.reduce"},
    {"reload", "use importlib.reload"},
};

void builtin(Context& cx, Node node) {
  const bool dotted = node.is(Kind::kAttribute);
  const std::string_view name = (dotted ? node.child(Field::kAttribute) : node).text();
  const auto found =
      std::find_if(std::begin(kBuiltins), std::end(kBuiltins), [&](const auto& it) { return it.first == name; });
  if (found == std::end(kBuiltins) || (!dotted && (name != "buffer" || !cx.names().is_name(node)))) return;
  if (node.field() == Field::kLeft || !cx.names().resolves_to(node, "__builtin__." + std::string(name))) return;
  cx.report(node, std::string(name) + " is no builtin of Python 3: " + std::string(found->second));
}

}  // namespace

Fixer fix_removed_names() {
  return {
      .name = "removed_names",
      .doc = "Finds names of the standard library that Python 3 has not, and says what to use.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#library-changes",
      .group = Group::kStdlib,
      .safety = Safety::kManual,
      .words = {"buffer", "__builtin__", "__builtins__"},
      .examples = {{"import os\nx = os.popen3(y)", "import os\nx = os.popen3(y)"}},
      .renames = renames(),
      .visits = {{{Kind::kAttribute, Kind::kIdentifier}, builtin}},
  };
}

}  // namespace py3k::fixers
