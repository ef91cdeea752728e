// The modules of the standard library: sys.stdlib_module_names of Python 3.13, and what Python 2.7.18 has in its lib/,
// builtins and modules for other systems included (https://docs.python.org/2.7/py-modindex.html).
#include <algorithm>
#include <array>

#include "engine/analysis/implicit_imports.h"

namespace py3k::engine {

namespace {

// Sorted.
constexpr auto kModules = std::to_array<std::string_view>({
    // clang-format off
    "BaseHTTPServer", "Bastion", "CGIHTTPServer", "Canvas", "Carbon", "ColorPicker", "ConfigParser", "Cookie",
    "Dialog", "DocXMLRPCServer", "EasyDialogs", "FileDialog", "FixTk", "FrameWork", "HTMLParser", "MacOS",
    "MimeWriter", "PixMapWrapper", "Queue", "SUNAUDIODEV", "ScrolledText", "SimpleDialog", "SimpleHTTPServer",
    "SimpleXMLRPCServer", "SocketServer", "StringIO", "Tix", "Tkconstants", "Tkdnd", "Tkinter", "UserDict", "UserList",
    "UserString", "_LWPCookieJar", "_MozillaCookieJar", "__builtin__", "__future__", "__main__", "_abc", "_abcoll",
    "_aix_support", "_android_support", "_ast", "_asyncio", "_bisect", "_blake2", "_bsddb", "_bz2", "_codecs",
    "_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw", "_collections",
    "_collections_abc", "_colorize", "_compat_pickle", "_compression", "_contextvars", "_csv", "_ctypes",
    "_ctypes_test", "_curses", "_curses_panel", "_datetime", "_dbm", "_decimal", "_elementtree", "_frozen_importlib",
    "_frozen_importlib_external", "_functools", "_gdbm", "_hashlib", "_heapq", "_hotshot", "_imp", "_interpchannels",
    "_interpqueues", "_interpreters", "_io", "_ios_support", "_json", "_locale", "_lsprof", "_lzma", "_markupbase",
    "_md5", "_msi", "_multibytecodec", "_multiprocessing", "_opcode", "_opcode_metadata", "_operator", "_osx_support",
    "_overlapped", "_pickle", "_posixshmem", "_posixsubprocess", "_py_abc", "_pydatetime", "_pydecimal", "_pyio",
    "_pylong", "_pyrepl", "_queue", "_random", "_scproxy", "_sha", "_sha1", "_sha2", "_sha256", "_sha3", "_sha512",
    "_signal", "_sitebuiltins", "_socket", "_sqlite3", "_sre", "_ssl", "_stat", "_statistics", "_string", "_strptime",
    "_struct", "_suggestions", "_symtable", "_sysconfig", "_sysconfigdata", "_testcapi", "_thread", "_threading_local",
    "_tkinter", "_tokenize", "_tracemalloc", "_typing", "_uuid", "_warnings", "_weakref", "_weakrefset", "_winapi",
    "_winreg", "_wmi", "_zoneinfo", "abc", "aifc", "antigravity", "anydbm", "applesingle", "argparse", "array", "ast",
    "asynchat", "asyncio", "asyncore", "atexit", "audiodev", "audioop", "autoGIL", "base64", "bdb", "binascii",
    "binhex", "bisect", "bsddb", "buildtools", "builtins", "bz2", "cPickle", "cProfile", "cStringIO", "calendar",
    "cfmfile", "cgi", "cgitb", "chunk", "cmath", "cmd", "code", "codecs", "codeop", "collections", "colorsys",
    "commands", "compileall", "compiler", "concurrent", "configparser", "contextlib", "contextvars", "cookielib",
    "copy", "copy_reg", "copyreg", "crypt", "csv", "ctypes", "curses", "dataclasses", "datetime", "dbhash", "dbm",
    "decimal", "difflib", "dircache", "dis", "distutils", "doctest", "dumbdbm", "dummy_thread", "dummy_threading",
    "email", "encodings", "ensurepip", "enum", "errno", "exceptions", "faulthandler", "fcntl", "filecmp", "fileinput",
    "findertools", "flp", "fnmatch", "formatter", "fpformat", "fractions", "ftplib", "functools", "future_builtins",
    "gc", "gdbm", "genericpath", "getopt", "getpass", "gettext", "glob", "graphlib", "grp", "gzip", "hashlib", "heapq",
    "hmac", "hotshot", "html", "htmlentitydefs", "htmllib", "http", "httplib", "icopen", "idlelib", "ihooks",
    "imageop", "imaplib", "imgfile", "imghdr", "imp", "importlib", "imputil", "inspect", "io", "ipaddress",
    "itertools", "jpeg", "json", "keyword", "lib2to3", "linecache", "linuxaudiodev", "locale", "logging", "lzma",
    "macostools", "macpath", "macurl2path", "mailbox", "mailcap", "markupbase", "marshal", "math", "md5", "mhlib",
    "mimetools", "mimetypes", "mimify", "mmap", "modulefinder", "msilib", "msvcrt", "multifile", "multiprocessing",
    "mutex", "netrc", "new", "nis", "nntplib", "nt", "ntpath", "nturl2path", "numbers", "opcode", "operator",
    "optparse", "os", "os2emxpath", "ossaudiodev", "parser", "pathlib", "pdb", "pickle", "pickletools", "pipes",
    "pkgutil", "platform", "plistlib", "popen2", "poplib", "posix", "posixfile", "posixpath", "pprint", "profile",
    "pstats", "pty", "pwd", "py_compile", "pyclbr", "pydoc", "pydoc_data", "pyexpat", "queue", "quopri", "random",
    "re", "readline", "repr", "reprlib", "resource", "rexec", "rfc822", "rlcompleter", "robotparser", "runpy", "sched",
    "secrets", "select", "selectors", "sets", "sgi", "sgmllib", "sha", "shelve", "shlex", "shutil", "signal", "site",
    "smtpd", "smtplib", "sndhdr", "socket", "socketserver", "spwd", "sqlite3", "sre", "sre_compile", "sre_constants",
    "sre_parse", "ssl", "stat", "statistics", "statvfs", "string", "stringold", "stringprep", "strop", "struct",
    "subprocess", "sunau", "sunaudio", "sunaudiodev", "symbol", "symtable", "sys", "sysconfig", "syslog", "tabnanny",
    "tarfile", "telnetlib", "tempfile", "termios", "test", "textwrap", "this", "thread", "threading", "time", "timeit",
    "tkColorChooser", "tkCommonDialog", "tkFileDialog", "tkFont", "tkMessageBox", "tkSimpleDialog", "tkinter",
    "toaiff", "token", "tokenize", "tomllib", "trace", "traceback", "tracemalloc", "ttk", "tty", "turtle",
    "turtledemo", "types", "typing", "unicodedata", "unittest", "urllib", "urllib2", "urlparse", "user", "uu", "uuid",
    "venv", "videoreader", "warnings", "wave", "weakref", "webbrowser", "whichdb", "winreg", "winsound", "wsgiref",
    "xdrlib", "xml", "xmllib", "xmlrpc", "xmlrpclib", "xxsubtype", "zipapp", "zipfile", "zipimport", "zlib",
    "zoneinfo",
    // clang-format on
});

}  // namespace

bool is_standard_module(std::string_view name) {
  static_assert(std::is_sorted(kModules.begin(), kModules.end()));
  return std::binary_search(kModules.begin(), kModules.end(), name);
}

}  // namespace py3k::engine
