// Modules that Python 3 calls otherwise: PEP 3108, https://peps.python.org/pep-3108/.
#include "engine/fixer.h"
#include "fixers/string_io.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

std::vector<ModuleMove> modules() {
  return {
      {"StringIO", "io"},
      {"cStringIO", "io"},
      {"cPickle", "pickle"},
      {"__builtin__", "builtins"},
      {"copy_reg", "copyreg"},
      {"Queue", "queue"},
      {"SocketServer", "socketserver"},
      {"ConfigParser", "configparser"},
      {"repr", "reprlib"},
      {"FileDialog", "tkinter.filedialog"},
      {"tkFileDialog", "tkinter.filedialog"},
      {"SimpleDialog", "tkinter.simpledialog"},
      {"tkSimpleDialog", "tkinter.simpledialog"},
      {"tkColorChooser", "tkinter.colorchooser"},
      {"tkCommonDialog", "tkinter.commondialog"},
      {"Dialog", "tkinter.dialog"},
      {"Tkdnd", "tkinter.dnd"},
      {"tkFont", "tkinter.font"},
      {"tkMessageBox", "tkinter.messagebox"},
      {"ScrolledText", "tkinter.scrolledtext"},
      {"Tkconstants", "tkinter.constants"},
      {"Tix", "tkinter.tix"},
      {"ttk", "tkinter.ttk"},
      {"Tkinter", "tkinter"},
      {"markupbase", "_markupbase"},
      {"_winreg", "winreg"},
      {"thread", "_thread"},
      // Its stand-in, _dummy_thread, was removed in 3.9; _thread is always there since 3.7.
      {"dummy_thread", "_thread"},
      {"dummy_threading", "threading"},
      {.from = "dbhash",
       .to = "dbm.bsd",
       .note = "dbm.bsd is not in Python 3: read the file with the bsddb3 package, or use dbm.open()"},
      {"dumbdbm", "dbm.dumb"},
      {.from = "dbm", .to = "dbm.ndbm", .needs_evidence = true},
      {"gdbm", "dbm.gnu"},
      {"xmlrpclib", "xmlrpc.client"},
      {"DocXMLRPCServer", "xmlrpc.server"},
      {"SimpleXMLRPCServer", "xmlrpc.server"},
      {"httplib", "http.client"},
      {"htmlentitydefs", "html.entities"},
      {"HTMLParser", "html.parser"},
      {"Cookie", "http.cookies"},
      {"cookielib", "http.cookiejar"},
      {"BaseHTTPServer", "http.server"},
      {"SimpleHTTPServer", "http.server"},
      {"CGIHTTPServer", "http.server"},
      {"commands", "subprocess"},
      {"UserString", "collections"},
      {"UserList", "collections"},
      {"UserDict", "", {"collections"}},
      {"urlparse", "urllib.parse"},
      {"robotparser", "urllib.robotparser"},
      {"xml.etree.cElementTree", "xml.etree.ElementTree"},
  };
}

// What did not go where its module went.
std::vector<Rename> renames() {
  std::vector<Rename> table = {
      {"UserDict.UserDict", "collections.UserDict"},
      {"UserDict.IterableUserDict", "collections.UserDict"},
      {"UserDict.DictMixin", "collections.abc.MutableMapping"},  // dict_mixin gives it what it asks for
      {"UserString.MutableString", "", "UserString.MutableString is gone: use a list of strings, or io.StringIO"},
      // Removed in 3.12; ConfigParser has been the same since 3.2.
      {"ConfigParser.SafeConfigParser", "configparser.ConfigParser"},
      {"Cookie.Cookie", "http.cookies.SimpleCookie"},
      {"Cookie.SmartCookie", "http.cookies.SimpleCookie"},
      {"Cookie.SerialCookie", "",
       "SerialCookie unpickled what a browser sent, and is gone: use http.cookies.SimpleCookie"},
      {"HTMLParser.HTMLParseError", "", "HTMLParseError is gone, because nothing raises it: take it out"},
      {"httplib.HTTP", "", "httplib.HTTP is gone: use http.client.HTTPConnection"},
      {"httplib.HTTPS", "", "httplib.HTTPS is gone: use http.client.HTTPSConnection"},
      {"commands.mkarg", "", "commands.mkarg is gone: use shlex.quote, which puts no space in front"},
      {"commands.mk2arg", "", "commands.mk2arg is gone: use os.path.join and shlex.quote"},
      {"commands.getstatus", "", "commands.getstatus is gone: use os.stat, or subprocess.getoutput with ls -ld"},
      {"xmlrpclib.True", "__builtin__.True"},
      {"xmlrpclib.False", "__builtin__.False"},
  };
  for (const char* module : {"StringIO", "cStringIO"})
    table.push_back({.from = std::string(module) + ".StringIO", .to = "io.StringIO", .to_at = string_io_at});
  for (const char* name : {"InputType", "OutputType"})
    table.push_back({std::string("cStringIO.") + name, "io.StringIO"});
  return table;
}

}  // namespace

Fixer fix_imports() {
  return {
      .name = "imports",
      .doc =
          "Renames the modules that Python 3 calls otherwise, with all that is used of them. StringIO is io.StringIO, "
          "or io.BytesIO where bytes go in.",
      .reference = "https://peps.python.org/pep-3108/",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .examples = {{"import Queue\nx = Queue.Queue()", "import queue\nx = queue.Queue()"},
                   {"import ConfigParser as C\nx = C.ConfigParser()", "import configparser as C\nx = C.ConfigParser()"},
                   {"from httplib import HTTPConnection", "from http.client import HTTPConnection"},
                   {"try:\n    import cPickle as pickle\nexcept ImportError:\n    import pickle", "import pickle"}},
      .renames = renames(),
      .modules = modules(),
      .finish = report_string_io,
  };
}

}  // namespace py3k::fixers
