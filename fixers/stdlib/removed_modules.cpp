// Modules that Python 3 has not, or not any more, with nothing that could take their place unseen: PEP 3108,
// https://peps.python.org/pep-3108/, and PEP 594, https://peps.python.org/pep-0594/.
#include "engine/fixer.h"

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

}  // namespace

Fixer fix_removed_modules() {
  return {
      .name = "removed_modules",
      .doc = "Finds imports of modules that Python 3 has not, and says what to use.",
      .reference = "https://peps.python.org/pep-3108/",
      .group = Group::kStdlib,
      .safety = Safety::kManual,
      .examples = {{"import popen2", "import popen2"}},
      .modules = modules(),
  };
}

}  // namespace py3k::fixers
