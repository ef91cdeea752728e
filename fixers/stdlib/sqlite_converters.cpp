// What a converter of sqlite3 is given is bytes in Python 3, and was a str, as text is now:
// https://docs.python.org/3/library/sqlite3.html#sqlite3.register_converter
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_register(Context& cx, Node function) {
  if (!function.is_any(Kind::kIdentifier, Kind::kAttribute)) return false;
  const std::vector<std::string> names = cx.names().alternatives(function);
  return std::any_of(names.begin(), names.end(), [](const std::string& name) {
    return name == "sqlite3.register_converter" || name == "sqlite3.dbapi2.register_converter";
  });
}

// Numbers are made of bytes as well.
bool takes_bytes(Context& cx, Node converter) {
  static constexpr std::string_view kTypes[] = {"__builtin__.int",   "__builtin__.long",      "__builtin__.float",
                                                "__builtin__.bytes", "__builtin__.bytearray", "pickle.loads",
                                                "cPickle.loads",     "marshal.loads",         "zlib.decompress"};
  return is_one_of(kTypes, cx.names().qualified(converter));
}

bool mentions_decode(Node node) {
  for (Node part : node.subtree())
    if (part.is(Kind::kIdentifier) && (part.text() == "decode" || part.text() == "loads")) return true;
  return false;
}

Node function_named(Context& cx, Node name) {
  const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
  const bool is_one = binding != nullptr && binding->sites.size() == 1;
  return is_one && binding->sites.front().kind == BindingKind::kFunction ? binding->sites.front().statement : Node();
}

// lambda s: s == '1' is given text: where it uses s it decodes it.
void decode_in(Context& cx, Node lambda) {
  const std::vector<Node> parameters = lambda.child(Field::kParameters).named_children();
  const Binding* binding = parameters.size() == 1 && parameters.front().is(Kind::kIdentifier)
                               ? cx.names().lookup(parameters.front().text(), cx.names().scope_opened_by(lambda))
                               : nullptr;
  if (binding == nullptr || binding->uses.empty()) return;
  ChangeBuilder change = cx.change(lambda, "a converter is given bytes");
  for (Node use : binding->uses) change.replace(use, "$s.decode()", {{"s", use}});
  change.apply();
}

void visit(Context& cx, Node call) {
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  if (arguments.size() != 2 || !is_register(cx, call.child(Field::kFunction))) return;
  const Node converter = arguments[1];
  if (mentions_decode(converter) || takes_bytes(cx, converter)) return;
  if (const Node function = function_named(cx, converter); function && mentions_decode(function)) return;
  if (converter.is(Kind::kLambda)) return decode_in(cx, converter);
  if (!converter.is_any(Kind::kIdentifier, Kind::kAttribute)) return;
  cx.change(converter, "a converter is given bytes")
      .replace(converter, "lambda value: $f(value.decode())", {{"f", converter}})
      .apply();
}

}  // namespace

Fixer fix_sqlite_converters() {
  return {
      .name = "sqlite_converters",
      .doc = "Decodes what a converter of sqlite3 is given, which is bytes in Python 3.",
      .reference = "https://docs.python.org/3/library/sqlite3.html#sqlite3.register_converter",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when = "The converter, or what it calls, takes bytes.",
      .runs_on = RunsOn::kPy3,
      .needs = Needs::kEvidence,
      .words = {"register_converter"},
      .examples = {{"import sqlite3\nsqlite3.register_converter('date', parse)",
                    "import sqlite3\nsqlite3.register_converter('date', lambda value: parse(value.decode()))"},
                   {"import sqlite3\nsqlite3.register_converter('bool', lambda s: s == '1')",
                    "import sqlite3\nsqlite3.register_converter('bool', lambda s: s.decode() == '1')"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
