// Most of what was in `types` had a name of its own since 2.2; NoneType and its kin are back in 3.10, in that module.
#include "fixers/library_renames.h"
#include "fixers/type_tests.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

std::string string_types_at(Context& cx, Node use) {
  const Node call = use.parent().parent();
  const bool is_test = use.parent().is(Kind::kArgumentList) && call.is(Kind::kCall) &&
                       (cx.names().resolves_to(call.child(Field::kFunction), "__builtin__.isinstance") ||
                        cx.names().resolves_to(call.child(Field::kFunction), "__builtin__.issubclass"));
  return is_test ? "__builtin__.str" : "";
}

std::string string_type_at(Context& cx, Node use) {
  return fate_of_type(cx, use) == TestFate::kBytes ? "__builtin__.bytes" : "";
}

// What is for fixer type_tests stays where that may not be there: two tests would be equal.
std::string stays_at(Context& cx, Node use, std::string from) {
  return cx.settings().restricted ? stays_in_test(cx, use, std::move(from)) : std::string();
}
std::string long_type_at(Context& cx, Node use) { return stays_at(cx, use, "types.LongType"); }
std::string unicode_type_at(Context& cx, Node use) { return stays_at(cx, use, "types.UnicodeType"); }

std::vector<Rename> renames() {
  std::vector<Rename> table = renames_of("types");
  at(table, "types.StringType").to_at = string_type_at;
  at(table, "types.StringTypes").to_at = string_types_at;
  at(table, "types.LongType").to_at = long_type_at;
  at(table, "types.UnicodeType").to_at = unicode_type_at;
  return table;
}

}  // namespace

Fixer fix_types() {
  return {
      .name = "types",
      .doc = "Replaces types.IntType and its like by int and its like.",
      .reference = "https://docs.python.org/3/library/types.html",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when = "A value that types.StringType is asked of is bytes in Python 3.",
      .runs_on = RunsOn::kVariant,
      .for_both =
          "Those stay that Python 2.7 has no other name for, or a different one: UnicodeType, StringTypes, LongType ….",
      .examples = {{"import types\nx = type(y) is types.ListType", "import types\nx = type(y) is list"},
                   {"from types import NoneType\nx = isinstance(y, NoneType)", "x = isinstance(y, type(None))"},
                   {"import types\nx = isinstance(y, types.StringTypes)", "import types\nx = isinstance(y, str)"},
                   {"import types\nx = isinstance(y, (types.IntType, types.LongType))",
                    "import types\nx = isinstance(y, (int, types.LongType))", "--target 2+3"}},
      .renames = renames(),
  };
}

}  // namespace py3k::fixers
