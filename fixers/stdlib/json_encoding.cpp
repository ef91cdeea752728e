// json takes no encoding any more: it was passed over since Python 3.1, and is a TypeError since 3.9.
// https://docs.python.org/3/whatsnew/3.9.html#removed
#include <algorithm>
#include <cctype>

#include "engine/syntax/string_literal.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

Node keyword(Node call, std::string_view name) {
  for (Node argument : call.child(Field::kArguments).named_children())
    if (argument.is(Kind::kKeywordArgument) && argument.child(Field::kName).text() == name) return argument;
  return {};
}

// What json finds out by itself.
bool is_found_out(Node value) {
  if (value.is(Kind::kNoneLiteral)) return true;
  if (!value.is(Kind::kString)) return false;
  std::string name(StringLiteral(value).body());
  for (char& c : name) c = c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return name == "utf-8" || name == "utf8" || name == "ascii" || name == "us-ascii";
}

void visit(Context& cx, Node call) {
  const std::string_view name = last_name(call.child(Field::kFunction));
  static constexpr std::string_view kNames[] = {"load", "loads", "dump", "dumps", "JSONEncoder", "JSONDecoder"};
  if (!is_one_of(kNames, name)) return;
  const Node encoding = keyword(call, "encoding");
  if (!encoding) return;
  const std::vector<std::string> all = cx.names().alternatives(call.child(Field::kFunction));
  if (std::none_of(all.begin(), all.end(), [&](const std::string& it) { return it == "json." + std::string(name); }))
    return;
  const bool reads = name == "load" || name == "loads" || name == "JSONDecoder";
  if (reads && !is_found_out(encoding.child(Field::kValue)))
    return cx.report(encoding, "json takes no encoding since Python 3.9: decode what it reads, where that is bytes");
  cx.change(encoding, "json takes no encoding since Python 3.9").remove(encoding).apply();
}

}  // namespace

Fixer fix_json_encoding() {
  return {
      .name = "json_encoding",
      .doc = "Takes encoding= from calls of json's functions, or finds those where it matters.",
      .reference = "https://docs.python.org/3/whatsnew/3.9.html#removed",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kPy3,
      .words = {"encoding"},
      .examples = {{"import json\nx = json.loads(s, encoding='utf-8')", "import json\nx = json.loads(s)"},
                   {"import json\nx = json.loads(s, encoding='cp1251')",
                    "import json\nx = json.loads(s, encoding='cp1251')"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
