// Modules that were gone from Python 3.0, or deprecated for long, whose contents are elsewhere: PEP 3108,
// https://peps.python.org/pep-3108/.
#include "engine/fixer.h"

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

// The modules of `email` that had capital letters.
std::vector<std::pair<std::string, std::string>> of_email() {
  std::vector<std::pair<std::string, std::string>> table = {{"email.Utils", "email.utils"},
                                                            {"email.base64MIME", "email.base64mime"},
                                                            {"email.quopriMIME", "email.quoprimime"}};
  for (const std::string part :
       {"charset", "encoders", "errors", "generator", "header", "iterators", "message", "parser"})
    table.emplace_back("email." + std::string(1, static_cast<char>(part[0] - 'a' + 'A')) + part.substr(1),
                       "email." + part);
  for (const auto& [old, now] : std::vector<std::pair<std::string, std::string>>{{"Audio", "audio"},
                                                                                 {"Base", "base"},
                                                                                 {"Image", "image"},
                                                                                 {"Message", "message"},
                                                                                 {"Multipart", "multipart"},
                                                                                 {"NonMultipart", "nonmultipart"},
                                                                                 {"Text", "text"}})
    table.emplace_back("email.MIME" + old, "email.mime." + now);
  return table;
}

std::vector<ModuleMove> modules() {
  std::vector<ModuleMove> table = {{"exceptions", "builtins"}, {"md5", "hashlib"}, {"new", "types"},
                                   {"sets", "builtins"},       {"sha", "hashlib"}, {"sre", "re"}};
  for (const auto& [from, to] : of_email()) table.push_back({from, to});
  return table;
}

// What did not go where its module went, or not under its name.
std::vector<Rename> renames() {
  std::vector<Rename> table = {
      {"exceptions.StandardError", "__builtin__.Exception"},
      {"md5.new", "hashlib.md5"},
      {"md5.digest_size", "", "md5.digest_size is gone: write 16, or ask hashlib.md5().digest_size"},
      {"md5.blocksize", "", "md5.blocksize is gone: write 1"},
      {"sha.new", "hashlib.sha1"},
      {"sha.sha", "hashlib.sha1"},
      {"sha.digest_size", "", "sha.digest_size is gone: write 20, or ask hashlib.sha1().digest_size"},
      {"sha.digestsize", "", "sha.digestsize is gone: write 20, or ask hashlib.sha1().digest_size"},
      {"sha.blocksize", "", "sha.blocksize is gone: write 1"},
      {"new.classobj", "__builtin__.type"},
      {"new.code", "types.CodeType", "CodeType takes other arguments in Python 3: look at its documentation"},
      {"new.function", "types.FunctionType"},
      {.from = "new.instancemethod", .to = "types.MethodType", .with_use = drop_class},
      {"new.instance", "", "new.instance is gone: use cls.__new__(cls), and set its __dict__"},
      {"new.module", "types.ModuleType"},
      {"sets.BaseSet", "__builtin__.(set, frozenset)"},
      {"sets.ImmutableSet", "__builtin__.frozenset"},
      {"sets.Set", "__builtin__.set"},
  };
  for (const auto& [from, to] : of_email())
    table.push_back({.from = from, .to = to, .where = Rename::Where::kImported});
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
      .modules = modules(),
  };
}

}  // namespace py3k::fixers
