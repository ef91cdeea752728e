// Modules that Python 3 calls otherwise: PEP 3108, https://peps.python.org/pep-3108/.
#include "fixers/library_renames.h"
#include "fixers/string_io.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

std::vector<Rename> renames() {
  std::vector<Rename> table = renames_of("imports");
  for (const char* name : {"StringIO.StringIO", "cStringIO.StringIO"}) at(table, name).to_at = string_io_at;
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
      .modules = modules_of("imports"),
      .finish = report_string_io,
  };
}

}  // namespace py3k::fixers
