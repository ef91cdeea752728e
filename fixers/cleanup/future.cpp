// What a `from __future__ import` asks for is on for good once the language has it: all but `annotations` since
// Python 3.0. https://docs.python.org/3/library/__future__.html
#include "engine/analysis/implicit_imports.h"
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// `braces` is the interpreter's joke; no Python takes it.
constexpr std::string_view kOver[] = {"nested_scopes",    "generators",     "division",
                                      "absolute_import",  "with_statement", "print_function",
                                      "unicode_literals", "generator_stop", "braces"};

// Without it the file could be taken for one that imports what lies beside it: by Python 2, and by py3k's next run.
bool tells_imports(Context& cx) {
  const ImplicitImports& imports = cx.implicit_imports();
  if (!imports.is_in_package()) return false;
  for (Node node : cx.tree().root().descendants())
    if (is_imported_module(node) && imports.needs_absolute_import(dotted_text(node))) return true;
  return false;
}

// Without it, would a statement that is an expression, such as a lone `print`, be taken for one that prints?
bool tells_prints(Context& cx, Node name) {
  std::string without(cx.text());
  without[name.start()] = '_';
  const LexedSource lexed =
      lex(without, {.language = Language::kPython2, .exec_function = cx.source().evidence.exec_function});
  return lexed.evidence.print_statement;
}

bool is_over(Context& cx, Node item) {
  const Node name = item.is(Kind::kAliasedImport) ? item.child(Field::kName) : item;
  const Node bound = item.is(Kind::kAliasedImport) ? item.child(Field::kAlias) : item.first_child();
  if (!is_one_of(kOver, name.text())) return false;
  if (name.text() == "absolute_import" && tells_imports(cx)) return false;
  if (name.text() == "print_function" && tells_prints(cx, name)) {
    cx.report(item,
              "without print_function, a lone print in this file would be taken for a statement: write print(), or "
              "remove it");
    return false;
  }
  // It is an object, too, and may be used as one: division.getMandatoryRelease().
  const Binding* binding = cx.names().binding(bound);
  return binding == nullptr || binding->uses.empty();
}

void drop(Context& cx, Node statement) {
  // With some fixers only, Python 2 may be what has to read the rest.
  if (cx.settings().restricted && cx.source().evidence.python2_syntax) return;
  std::vector<Node> over;
  std::string names;
  for (Node item : statement.children()) {
    if (item.field() != Field::kName || !is_over(cx, item)) continue;
    over.push_back(item);
    names += (names.empty() ? "" : ", ") + std::string(item.text());
  }
  if (over.empty()) return;
  ChangeBuilder change = cx.change(statement, "from __future__ import " + names + " does nothing in Python 3");
  for (Node item : over) change.remove(item);
  change.apply();
}

}  // namespace

Fixer fix_future() {
  return {
      .name = "future",
      .doc =
          "Removes from __future__ imports of what Python 3 does anyway. `annotations` stays, and so does a name that "
          "the code uses as an object, print_function where a lone `print` could be taken for a statement, and "
          "absolute_import where a module beside the file is called like one that it "
          "imports from elsewhere.",
      .reference = "https://docs.python.org/3/library/__future__.html",
      .group = Group::kCleanup,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kPy3,
      .needs = Needs::kAny,
      .words = {"__future__"},
      .examples = {{"from __future__ import print_function\nprint(1)", "print(1)"},
                   {"from __future__ import annotations, division", "from __future__ import annotations"},
                   {"from __future__ import nested_scopes; import string", "import string"}},
      .visits = {{{Kind::kFutureImportStatement}, drop}},
  };
}

}  // namespace py3k::fixers
