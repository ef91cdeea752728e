// reload() is in importlib since 3.4: https://docs.python.org/3/library/importlib.html#importlib.reload
#include "fixers/library_renames.h"
#include "fixers/moved_builtin.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_reload() {
  return {
      .name = "reload",
      .doc = "Replaces the builtin reload() by importlib.reload().",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#builtins",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kPy3,
      .words = {"reload"},
      .examples = {{"reload(settings)", "import importlib\n\nimportlib.reload(settings)"}},
      .renames = renames_of("reload"),
      .visits = {{{Kind::kIdentifier},
                  [](Context& cx, Node name) {
                    use_from_module(cx, name, {"reload", "importlib", 1, 1}, Spelling::kQualified);
                  }}},
  };
}

}  // namespace py3k::fixers
