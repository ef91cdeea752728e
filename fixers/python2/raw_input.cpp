// PEP 3111: raw_input() is called input().
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

Fixer fix_raw_input() {
  return {
      .name = "raw_input",
      .doc = "Renames the builtin `raw_input` to `input`.",
      .reference = "https://peps.python.org/pep-3111/",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .examples = {{"name = raw_input('Name? ')", "name = input('Name? ')"}, {"ask = raw_input", "ask = input"}},
      .renames = {{"__builtin__.raw_input", "__builtin__.input"}},
  };
}

}  // namespace py3k::fixers
