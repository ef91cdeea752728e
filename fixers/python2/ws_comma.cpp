// White space around commas, and around the colons of dictionaries, as PEP 8 has it.
#include <algorithm>

#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node node) {
  for (Node separator : node.children()) {
    const bool colon = separator.is(Kind::kTokenColon) && node.is(Kind::kPair);
    if (!separator.is(Kind::kTokenComma) && !colon) continue;
    const Node before = separator.previous();
    const Node after = separator.next();
    if (!before) continue;
    // What these lose when they become Python 3.
    if (node.is(Kind::kPrintStatement) && (!after || before.field() == Field::kTarget)) continue;
    const std::string_view gap = cx.text().substr(before.end(), separator.start() - before.end());
    const bool blank = std::all_of(gap.begin(), gap.end(), [](char c) { return c == ' ' || c == '\t'; });
    const bool joined = after && after.is_named() && after.start() == separator.end();
    if (!blank || (gap.empty() && !joined)) continue;
    const std::string text = std::string(colon ? ":" : ",") + (joined ? " " : "");
    cx.change(separator).set_text(ByteRange{before.end(), separator.end()}, text).apply();
  }
}

}  // namespace

Fixer fix_ws_comma() {
  return {
      .name = "ws_comma",
      .doc = "Puts a space after commas and after the colons of dictionaries, and none before them.",
      .reference = "https://peps.python.org/pep-0008/#whitespace-in-expressions-and-statements",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kAny,
      .on_by_default = false,
      .examples = {{"f(a ,b)", "f(a, b)"}, {"{a :b, c:d}", "{a: b, c: d}"}},
      .visits = {{{Kind::kArgumentList, Kind::kTuple, Kind::kList, Kind::kSet, Kind::kDictionary, Kind::kPair,
                   Kind::kParameters, Kind::kLambdaParameters, Kind::kExpressionList, Kind::kPatternList,
                   Kind::kTuplePattern, Kind::kListPattern, Kind::kSubscript, Kind::kImportStatement,
                   Kind::kPrintStatement, Kind::kImportFromStatement, Kind::kGlobalStatement, Kind::kDeleteStatement,
                   Kind::kAssertStatement},
                  visit}},
  };
}

}  // namespace py3k::fixers
