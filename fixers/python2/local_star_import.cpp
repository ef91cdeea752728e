// `from m import *` in a function or class is a SyntaxError in Python 3: https://docs.python.org/3/whatsnew/3.0.html
#include <set>

#include "engine/analysis/implicit_imports.h"
#include "engine/fixer.h"
#include "engine/rewrite/file_facts.h"
#include "engine/run/project.h"
#include "engine/run/taken_names.h"
#include "fixers/new_names.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kMessage =
    "Python 3 has import * at the level of modules only: import the names that are used here";

// The names that code of the scope looks up and the file does not bind, or only in the module, where an import * of the
// scope comes first.
std::set<std::string> names_read(Context& cx, Node scope, bool of_module) {
  std::set<std::string> names;
  for (Node name : scope.descendants()) {
    if (!name.is(Kind::kIdentifier) || !cx.names().is_name(name)) continue;
    const Binding* binding = cx.names().binding(name);
    const bool is_free = binding == nullptr;
    const bool is_in_module = !is_free && binding->scope->kind == ScopeKind::kModule;
    if (is_free || (of_module && is_in_module)) names.insert(std::string(name.text()));
  }
  return names;
}

bool looks_names_up(Context& cx, Node scope) {
  for (Node node : scope.descendants()) {
    if (node.is(Kind::kExecStatement)) return true;
    if (!node.is(Kind::kCall)) continue;
    static constexpr std::string_view kLookups[] = {"__builtin__.eval", "__builtin__.locals", "__builtin__.vars",
                                                    "__builtin__.dir"};
    if (is_one_of(kLookups, cx.names().qualified(node.child(Field::kFunction)))) return true;
  }
  return false;
}

bool is_only_star(Context& cx, Node star, Node scope) {
  for (const Names::StarImport& other : cx.names().star_imports())
    if (other.node != star &&
        (other.node.is_within(scope) || cx.names().scope_of(other.node).kind == ScopeKind::kModule))
      return false;
  return true;
}

// What the scope has from the module; nothing where that is not known.
std::set<std::string> names_from(Context& cx, Node star, Node scope) {
  const std::string module = dotted_text(star.parent().child(Field::kModuleName));
  if (looks_names_up(cx, scope)) return {};
  std::set<std::string> found;
  if (const Project* project = cx.project()) {
    const Home home = project->home_of(cx.facts().path);
    const std::string relative = cx.implicit_imports().is_relative(module) ? "." + module : module;
    for (const std::string& name : names_read(cx, scope, true))
      if (project->taken_names().star_binds(home, relative, name)) found.insert(name);
    if (!found.empty()) return found;
  }
  const bool is_library = is_standard_module(module.substr(0, module.find('.')));
  if (!is_library || !is_only_star(cx, star, scope)) return {};
  for (const std::string& name : names_read(cx, scope, false)) {
    const Node use = cx.names().free_uses(name).empty() ? Node() : cx.names().free_uses(name).front();
    if (!use || is_python2_builtin(name)) continue;
    // What is elsewhere in Python 3 no import from there finds.
    if (new_name_of(module + "." + name).state != NewName::State::kSame &&
        new_name_of_module(module).state == NewName::State::kSame)
      return {};
    found.insert(name);
  }
  return found;
}

// A body of nothing but the import asks whether it can be done: exec() does it, with names of its own.
bool is_all_of_function(Node star, Node scope) {
  const Node statement = star.parent();
  if (!scope.is(Kind::kFunctionDefinition)) return false;
  for (Node other : scope.child(Field::kBody).named_children()) {
    const bool is_doc = other.is(Kind::kExpressionStatement) && other.named_child(0).is(Kind::kString);
    if (other != statement && !is_doc) return false;
  }
  return true;
}

// Does the statement mean the same in a string, of which no other fixer knows that it is an import?
bool can_be_text(Context& cx, Node statement) {
  const std::string module = dotted_text(statement.child(Field::kModuleName));
  return !cx.keeps_python2() && statement.text().find_first_of("\\'\"\n\r$#") == std::string_view::npos &&
         !module.starts_with('.') && !cx.implicit_imports().is_relative(module) &&
         new_name_of_module(module).state == NewName::State::kSame;
}

void visit(Context& cx, Node star) {
  const Scope& scope = cx.names().scope_of(star);
  if (scope.kind == ScopeKind::kModule) return;
  if (is_all_of_function(star, scope.node) && can_be_text(cx, star.parent()))
    return cx.replace(star.parent(), "exec('" + std::string(star.parent().text()) + "', {})");
  const std::set<std::string> names = names_from(cx, star, scope.node);
  if (names.empty()) return cx.report(star.parent(), std::string(kMessage));
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  cx.set_text(star, list);
}

}  // namespace

Fixer fix_local_star_import() {
  return {
      .name = "local_star_import",
      .doc =
          "Has `from m import *` in a function or class, which Python 3 can't compile, import the names that are used "
          "there, where the module is one of the project or of the library.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#removed-syntax",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "The module does not have a name that nothing else binds, or hides one of the file's.",
      .runs_on = RunsOn::kBoth,
      .words = {"import"},
      .examples = {{"def f():\n    from os.path import *\n    return join('a', 'b')",
                    "def f():\n    from os.path import join\n    return join('a', 'b')"},
                   {"def test_import():\n    from mechanize import *",
                    "def test_import():\n    exec('from mechanize import *', {})"}},
      .visits = {{{Kind::kWildcardImport}, visit}},
  };
}

}  // namespace py3k::fixers
