// Modules that were gone from Python 3.0, or deprecated for long, whose contents are elsewhere: PEP 3108,
// https://peps.python.org/pep-3108/.
#include <algorithm>

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

// email.MIMEText, where nothing imports that: package email of Python 2 loaded its modules by their old names when
// asked.
void load_when_asked(Context& cx, Node node) {
  const Node package = node.child(Field::kObject);
  if (!package.is(Kind::kIdentifier) || !cx.names().resolves_to(package, "email")) return;
  const Fact* fact = library().find("email." + std::string(node.child(Field::kAttribute).text()));
  if (fact == nullptr || !fact->is_module() || fact->to.empty()) return;
  const Binding* binding = cx.names().binding(package);
  const bool is_imported =
      binding == nullptr || std::any_of(binding->sites.begin(), binding->sites.end(), [&](const BindingSite& site) {
        return site.node.parent().text().find(fact->own_name()) != std::string_view::npos;
      });
  if (is_imported) return;
  ChangeBuilder change = cx.change(node);
  change.replace(node, change.import_for(node, std::string(fact->to))).apply();
}

std::vector<std::string> words() {
  std::vector<std::string> words;
  for (const Fact& fact : library().section("moved_modules"))
    if (fact.name.starts_with("email.")) words.emplace_back(fact.own_name());
  return words;
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
      .words = words(),
      .examples = {{"import md5\nx = md5.new(y)", "import hashlib\nx = hashlib.md5(y)"},
                   {"import exceptions\nx = exceptions.ValueError", "x = ValueError"},
                   {"from sets import Set\nx = Set(y)", "x = set(y)"},
                   {"import new\nx = new.instancemethod(f, obj, C)", "import types\nx = types.MethodType(f, obj)"},
                   {"from email.MIMEText import MIMEText", "from email.mime.text import MIMEText"}},
      .renames = renames(),
      .modules = modules_of("moved_modules"),
      .visits = {{{Kind::kAttribute}, load_when_asked}},
  };
}

}  // namespace py3k::fixers
