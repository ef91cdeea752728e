// Modules that were gone from Python 3.0, or deprecated for long, whose contents are elsewhere: PEP 3108,
// https://peps.python.org/pep-3108/.
#include "fixers/library_renames.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// types.MethodType takes no class: Python 3 has no unbound methods that would need it.
void drop_class(ChangeBuilder& change, Node use) {
  const Node arguments = use.parent().child(Field::kArguments);
  if (use.field() != Field::kFunction || !arguments.is(Kind::kArgumentList)) return;
  const std::vector<Node> given = arguments.named_children();
  if (given.size() == 3 && !given[2].is_any(Kind::kListSplat, Kind::kDictionarySplat)) change.remove(given[2]);
}

std::vector<Rename> renames() {
  std::vector<Rename> table = renames_of("moved_modules");
  at(table, "new.instancemethod").with_use = drop_class;
  return table;
}

}  // namespace

Fixer fix_moved_modules() {
  return {
      .name = "moved_modules",
      .doc = "Replaces modules that 2to3 passed over: md5, sha, sets, new, exceptions, email.MIMEText and its like.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#library-changes",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "Hashes take bytes in Python 3, types.MethodType no None for an object, and the methods of set only sets "
          "and iterables of what can be hashed.",
      .examples = {{"import md5\nx = md5.new(y)", "import hashlib\nx = hashlib.md5(y)"},
                   {"import exceptions\nx = exceptions.ValueError", "x = ValueError"},
                   {"from sets import Set\nx = Set(y)", "x = set(y)"},
                   {"import new\nx = new.instancemethod(f, obj, C)", "import types\nx = types.MethodType(f, obj)"},
                   {"from email.MIMEText import MIMEText", "from email.mime.text import MIMEText"}},
      .renames = renames(),
      .modules = modules_of("moved_modules"),
  };
}

}  // namespace py3k::fixers
