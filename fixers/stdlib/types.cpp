// Most of what was in `types` had a name of its own since 2.2; NoneType and its kin are back in 3.10, in that module.
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
  std::vector<Rename> table = {
      {"types.BooleanType", "__builtin__.bool"},
      {.from = "types.BufferType", .to = "__builtin__.memoryview", .python3_only = true},
      {.from = "types.ClassType", .to = "__builtin__.type", .python3_only = true},
      {"types.ComplexType", "__builtin__.complex"},
      {"types.DictType", "__builtin__.dict"},
      {"types.DictionaryType", "__builtin__.dict"},
      {"types.EllipsisType", "__builtin__.type(Ellipsis)"},
      {"types.FloatType", "__builtin__.float"},
      {"types.IntType", "__builtin__.int"},
      {"types.ListType", "__builtin__.list"},
      {.from = "types.LongType", .to = "__builtin__.int", .python3_only = true, .to_at = long_type_at},
      {"types.ObjectType", "__builtin__.object"},
      {"types.NoneType", "__builtin__.type(None)"},
      {"types.NotImplementedType", "__builtin__.type(NotImplemented)"},
      {"types.SliceType", "__builtin__.slice"},
      {.from = "types.StringType",
       .to = "__builtin__.str",
       .note = "str is text in Python 3: write bytes where bytes are meant",
       .to_at = string_type_at},
      {"types.TupleType", "__builtin__.tuple"},
      {"types.TypeType", "__builtin__.type"},
      {.from = "types.UnicodeType", .to = "__builtin__.str", .python3_only = true, .to_at = unicode_type_at},
      {.from = "types.XRangeType", .to = "__builtin__.range", .python3_only = true},
      {.from = "types.UnboundMethodType", .to = "types.FunctionType", .python3_only = true},
      {.from = "types.DictProxyType", .to = "types.MappingProxyType", .python3_only = true},
      {"types.InstanceType", "",
       "instances of classic classes are no type of their own in Python 3: ask for a class of yours"},
      {"types.FileType", "", "files have several types in Python 3: ask for io.IOBase, or for a method such as read"},
  };
  table.push_back({.from = "types.StringTypes", .to = "__builtin__.(str,)", .python3_only = true, .to_at = string_types_at});
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
      .for_both = "Those stay that Python 2.7 has no other name for, or a different one: UnicodeType, StringTypes, LongType ….",
      .examples = {{"import types\nx = type(y) is types.ListType", "import types\nx = type(y) is list"},
                   {"from types import NoneType\nx = isinstance(y, NoneType)", "x = isinstance(y, type(None))"},
                   {"import types\nx = isinstance(y, types.StringTypes)", "import types\nx = isinstance(y, str)"},
                   {"import types\nx = isinstance(y, (types.IntType, types.LongType))",
                    "import types\nx = isinstance(y, (int, types.LongType))", "--target 2+3"}},
      .renames = renames(),
  };
}

}  // namespace py3k::fixers
