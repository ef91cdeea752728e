// Code that stands in text, for exec, eval(), compile() and timeit: no fixer changes it, and Python 3 runs it.
// https://docs.python.org/3/library/functions.html#eval
#include <algorithm>
#include <cctype>

#include "engine/analysis/values.h"
#include "engine/dialect/lexer.h"
#include "engine/syntax/precedence.h"
#include "engine/syntax/string_literal.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_part(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// The literal that is the code, or the format of it; what a variable holds that is given nothing else.
Node literal_of(Context& cx, Node code) {
  code = unparenthesized(code);
  if (code.is(Kind::kBinaryOperator) && code.child(Field::kOperator).is(Kind::kTokenPercent))
    code = code.child(Field::kLeft);
  if (const Node value = only_value(code, cx.names())) code = unparenthesized(value);
  return code.is(Kind::kString) ? code : Node();
}

// "a\nb" with the line that it is.
std::string code_in(Node literal) {
  const StringLiteral parts(literal);
  std::string code(parts.body());
  if (parts.raw()) return code;
  for (std::size_t at = code.find('\\'); at != std::string::npos && at + 1 < code.size();
       at = code.find('\\', at + 1)) {
    const char next = code[at + 1];
    code.replace(at, 2, next == 'n' ? "\n" : next == 't' ? "\t" : std::string(1, next));
  }
  return code;
}

// Do operands stand around the sign?
bool divides(const std::string& code, std::size_t at) {
  const std::size_t before = code.find_last_not_of(' ', at - 1);
  const std::size_t behind = code.find_first_not_of("= ", at + 1);
  if (at == 0 || before == std::string::npos || behind == std::string::npos) return false;
  return (is_part(code[before]) || code[before] == ')' || code[before] == ']') &&
         (is_part(code[behind]) || code[behind] == '(');
}

// What in it Python 3 has no more, or does otherwise; empty where nothing is seen.
std::string old_in(const std::string& code) {
  static constexpr std::string_view kGone[] = {"iteritems", "iterkeys", "itervalues", "has_key", "xrange",
                                               "raw_input", "unicode",  "basestring", "long",    "reduce",
                                               "unichr",    "execfile", "apply",      "cmp"};
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '#') at = std::min(code.find('\n', at), code.size());
    if (c == '\'' || c == '"') at = std::min(code.find(c, at + 1), code.size());
    if (c == '/' && code.substr(at, 2) == "//") {
      ++at;
    } else if (c == '/' && divides(code, at)) {
      const std::size_t line = code.rfind('\n', at) + 1;
      if (code.substr(line, code.find('\n', at) - line).find('.') == std::string::npos) return "/, which gave integers";
    }
    if (at >= code.size() || !is_part(code[at])) continue;
    std::size_t end = at;
    while (end < code.size() && is_part(code[end])) ++end;
    const std::string word = code.substr(at, end - at);
    if (is_one_of(kGone, word) && (end == code.size() || code[end] != '=')) return word;
    at = end - 1;
  }
  return {};
}

void look_at(Context& cx, Node code, bool is_exec) {
  const Node literal = code ? literal_of(cx, code) : Node();
  if (!literal) return;
  const std::string text = code_in(literal);
  if (text.find('\n') == std::string::npos && text.find_first_of(" /(<`.") == std::string::npos) return;
  if (lex(text, {}).evidence.python2_syntax) {
    // What stands in the exec statement itself is fixer exec's.
    if (!is_exec || literal != unparenthesized(code))
      cx.report(literal, "the code in this text is Python 2's, and Python 3 runs it");
    return;
  }
  if (const std::string old = old_in(text); !old.empty())
    cx.report(literal, "Python 3 runs the code in this text, and that is Python 2's: it has " + old);
}

void visit_call(Context& cx, Node call) {
  const std::string_view name = last_name(call.child(Field::kFunction));
  static constexpr std::string_view kNames[] = {"eval", "compile", "Timer", "timeit"};
  if (!is_one_of(kNames, name)) return;
  static constexpr std::string_view kRunners[] = {"__builtin__.eval", "__builtin__.compile", "timeit.Timer",
                                                  "timeit.timeit"};
  if (!is_one_of(kRunners, cx.names().qualified(call.child(Field::kFunction)))) return;
  const Node code = call.child(Field::kArguments).named_child(0);
  if (!code.is_any(Kind::kKeywordArgument, Kind::kListSplat)) look_at(cx, code, false);
}

}  // namespace

Fixer fix_code_in_text() {
  return {
      .name = "code_in_text",
      .doc = "Finds code of Python 2 in the text that exec, eval(), compile() and timeit are given.",
      .reference = "https://docs.python.org/3/library/functions.html#eval",
      .group = Group::kPython2,
      .safety = Safety::kManual,
      .runs_on = RunsOn::kPy3,
      .needs = Needs::kEvidence,
      .words = {"exec", "eval", "compile", "timeit"},
      .examples = {{"half = eval('n / 2')", "half = eval('n / 2')"}},
      .visits = {{{Kind::kExecStatement}, [](Context& cx, Node exec) { look_at(cx, exec.child(Field::kCode), true); }},
                 {{Kind::kCall}, visit_call}},
  };
}

}  // namespace py3k::fixers
