// Whether two equal constants are one object was never promised, and Python 3.8 and later warn of the question.
// https://docs.python.org/3/whatsnew/3.8.html#changes-in-python-behavior
#include <algorithm>

#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_plain_string(Node node) {
  const auto parts = node.is(Kind::kConcatenatedString) ? node.named_children() : std::vector<Node>{node};
  return std::all_of(parts.begin(), parts.end(), [](Node part) {
    const std::string_view text = part.text();
    const std::string_view prefix = text.substr(0, text.find_first_of("'\""));
    return part.is(Kind::kString) && prefix.find_first_of("fFtT") == std::string_view::npos;
  });
}

// A constant that compilers know: a number, a string, a tuple of such.
bool is_literal(Node node) {
  std::vector<Node> pending = {node};
  while (!pending.empty()) {
    const Node one = pending.back();
    pending.pop_back();
    if (one.is_any(Kind::kInteger, Kind::kFloat)) continue;
    if (one.is_any(Kind::kParenthesizedExpression, Kind::kTuple)) {
      for (Node child : one.named_children()) pending.push_back(child);
    } else if (one.is(Kind::kUnaryOperator)) {
      pending.push_back(one.child(Field::kArgument));
    } else if (!is_plain_string(one)) {
      return false;
    }
  }
  return true;
}

void visit_comparison(Context& cx, Node comparison) {
  for (Node token : comparison.children()) {
    if (!token.is_any(Kind::kTokenIs, Kind::kTokenIsNot)) continue;
    // Of two literals it is asked only to see what the interpreter says.
    if (is_literal(token.previous()) == is_literal(token.next())) continue;
    const bool is_equal = token.is(Kind::kTokenIs);
    if (token.text().find('#') != std::string_view::npos) {
      cx.report(token,
                std::string("`is` asks for the same object, which no literal is: write ") + (is_equal ? "==" : "!="));
      continue;
    }
    cx.set_text(token, is_equal ? "==" : "!=",
                std::string(is_equal ? "is" : "is not") + " a literal -> " + (is_equal ? "==" : "!="));
  }
}

}  // namespace

Fixer fix_is_literal() {
  return {
      .name = "is_literal",
      .doc =
          "Replaces `is` and `is not` beside a number, a text or a tuple of such with == and !=. Python 3.8 and later "
          "warn of it: whether two equal constants are one object depends on the interpreter.",
      .reference = "https://docs.python.org/3/whatsnew/3.8.html#changes-in-python-behavior",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "What is compared is equal to the literal and another object: 1 and True, 'a' and u'a', a long text that was "
          "put together at run time, or an instance with an __eq__ of its own.",
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kAny,
      .words = {"is''"},
      .examples = {{"if x is 'a' or y is not 5: pass", "if x == 'a' or y != 5: pass"},
                   {"if x is (): pass", "if x == (): pass"}},
      .visits = {{{Kind::kComparisonOperator}, visit_comparison}},
  };
}

}  // namespace py3k::fixers
