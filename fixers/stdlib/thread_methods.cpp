// Thread.isAlive went with Python 3.9; is_alive is there since 2.6:
// https://docs.python.org/3/whatsnew/3.9.html#removed
#include "fixers/attribute_rename.h"
#include "fixers/library_renames.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_thread_methods() {
  static const AttributeRename table{.names = methods_of("thread_methods")};
  return {
      .name = "thread_methods",
      .doc = "Renames the method isAlive of threads to is_alive.",
      .reference = "https://docs.python.org/3/whatsnew/3.9.html#removed",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when = "A class of another file, which is no thread, has a method isAlive.",
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kAny,
      .words = {"isAlive"},
      .examples = {{"while worker.isAlive(): pass", "while worker.is_alive(): pass"}},
      .finish = [](Context& cx) { rename_attributes(cx, table); },
  };
}

}  // namespace py3k::fixers
