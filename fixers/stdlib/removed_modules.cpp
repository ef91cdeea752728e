// Modules that Python 3 has not, or not any more, with nothing that could take their place unseen: PEP 3108,
// https://peps.python.org/pep-3108/, and PEP 594, https://peps.python.org/pep-0594/.
#include "engine/analysis/implicit_imports.h"
#include "engine/fixer.h"
#include "engine/rewrite/rename_table.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

struct Removed {
  std::string module;
  std::string instead;
};

std::vector<ModuleMove> modules() {
  std::vector<ModuleMove> table;
  for (const auto& [module, instead] : std::vector<Removed>{
           {"Bastion", "it never kept anything out"},
           {"MimeWriter", "use email.mime"},
           {"audiodev", "use a package such as pyaudio"},
           {"bsddb", "use the bsddb3 package"},
           {"compiler", "use ast, and the builtin compile()"},
           {"dircache", "use os.listdir"},
           {"dl", "use ctypes"},
           {"fpformat", "use format strings"},
           {"hotshot", "use cProfile"},
           {"htmllib", "use html.parser"},
           {"ihooks", "use importlib"},
           {"imputil", "use importlib"},
           {"linuxaudiodev", "use a package such as pyaudio"},
           {"mhlib", "use mailbox.MH"},
           {"mimetools", "use email"},
           {"mimify", "use email"},
           {"multifile", "use email"},
           {"multiprocessing.forking", "what it had is spread over multiprocessing's modules, none of it public"},
           {"mutex", "use threading.Lock, or a queue"},
           {"popen2", "use subprocess.Popen"},
           {"posixfile", "use fcntl.lockf"},
           {"pre", "use re"},
           {"regex", "use re"},
           {"rexec", "it never kept anything out"},
           {"rfc822", "use email"},
           {"sgmllib", "use html.parser"},
           {"statvfs", "os.statvfs() gives names to its parts"},
           {"sunaudio", "use a package for audio"},
           {"toaiff", "use a package for audio"},
           {"user", "import what your users should have"},
           {"xmllib", "use xml.sax or xml.etree.ElementTree"},
       })
    table.push_back({.from = module, .to = "", .note = module + " is gone: " + instead});
  return table;
}

// Those that later versions of Python 3 have not: PEP 594, and "Removed" in https://docs.python.org/3/whatsnew/.
struct RemovedLater {
  std::string_view module;
  int minor;  // in 3.N
  std::string_view instead;
  std::string_view moved = {};  // "name name": what other fixers find another place for
};
constexpr RemovedLater kLater[] = {
    {"_dummy_thread", 9, "use threading"},
    {"aifc", 13, "use a package for audio"},
    {"asynchat", 12, "use asyncio"},
    {"asyncore", 12, "use asyncio"},
    {"audioop", 13, "use a package for audio"},
    {"cgi", 13, "use the legacy-cgi package, or a framework's own", "escape parse_qs parse_qsl"},
    {"cgitb", 13, "use traceback, or a framework's own"},
    {"chunk", 13, "there is nothing in its place"},
    {"crypt", 13, "use hashlib, or a package such as bcrypt"},
    {"distutils", 12, "use setuptools"},
    {"dummy_threading", 9, "use threading"},
    {"formatter", 10, "there is nothing in its place"},
    {"imghdr", 13, "use a package such as filetype"},
    {"imp", 12, "use importlib", "reload new_module"},
    {"lib2to3", 13, "use a package such as libcst"},
    {"macpath", 8, "use os.path"},
    {"macurl2path", 7, "use urllib.request.url2pathname"},
    {"mailcap", 13, "use mimetypes"},
    {"msilib", 13, "there is nothing in its place"},
    {"nis", 13, "there is nothing in its place"},
    {"nntplib", 13, "use a package such as nntplib of PyPI"},
    {"ossaudiodev", 13, "use a package for audio"},
    {"parser", 10, "use ast"},
    {"pipes", 13, "use subprocess, and shlex.quote", "quote"},
    {"smtpd", 12, "use the aiosmtpd package"},
    {"sndhdr", 13, "use a package for audio"},
    {"spwd", 13, "there is nothing in its place"},
    {"sunau", 13, "use a package for audio"},
    {"symbol", 10, "use ast"},
    {"telnetlib", 13, "use a package such as telnetlib3"},
    {"uu", 13, "use binascii.a2b_uu and b2a_uu"},
    {"xdrlib", 13, "there is nothing in its place"},
};

bool is_among(std::string_view names, std::string_view name) {
  return (" " + std::string(names) + " ").find(" " + std::string(name) + " ") != std::string::npos;
}

// Does the file use nothing of the module that is gone: cgi.escape alone, say?
bool moves(Context& cx, Node statement, const RemovedLater& removed) {
  if (removed.moved.empty()) return false;
  if (statement.is(Kind::kImportFromStatement)) {
    bool all = statement.child(Field::kName).kind() != Kind::kNone;
    for (Node item : statement.children()) {
      const Node name = item.is(Kind::kAliasedImport) ? item.child(Field::kName) : item;
      if (item.field() == Field::kName) all = all && is_among(removed.moved, name.text());
    }
    return all;
  }
  bool any = false;
  for (Node node : cx.tree().root().descendants()) {
    if (!node.is(Kind::kAttribute) || cx.names().qualified(node.child(Field::kObject)) != removed.module) continue;
    if (!is_among(removed.moved, node.child(Field::kAttribute).text())) return false;
    any = true;
  }
  return any;
}

void imported(Context& cx, Node statement, Node module) {
  const std::string_view path = module.text();
  const std::string_view top = path.substr(0, path.find('.'));
  for (const RemovedLater& removed : kLater) {
    if (top != removed.module || removed.minor > cx.settings().target_minor) continue;
    if (cx.implicit_imports().is_relative(std::string(top)) || has_fallback(statement) || moves(cx, statement, removed))
      return;
    return cx.report(module, std::string(top) + " is gone since Python 3." + std::to_string(removed.minor) + ": " +
                                 std::string(removed.instead));
  }
}

void visit(Context& cx, Node statement) {
  if (const Node module = statement.child(Field::kModuleName))
    return module.is(Kind::kDottedName) ? imported(cx, statement, module) : void();
  for (Node item : statement.named_children())
    imported(cx, statement, item.is(Kind::kAliasedImport) ? item.child(Field::kName) : item);
}

std::vector<std::string> words() {
  std::vector<std::string> words;
  for (const RemovedLater& removed : kLater) words.emplace_back(removed.module);
  return words;
}

}  // namespace

Fixer fix_removed_modules() {
  return {
      .name = "removed_modules",
      .doc = "Finds imports of modules that Python 3, of the version of --target, has not, and says what to use.",
      .reference = "https://peps.python.org/pep-3108/",
      .group = Group::kStdlib,
      .safety = Safety::kManual,
      .words = words(),
      .examples = {{"import popen2", "import popen2"}},
      .modules = modules(),
      .visits = {{{Kind::kImportStatement, Kind::kImportFromStatement}, visit}},
  };
}

}  // namespace py3k::fixers
