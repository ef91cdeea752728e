// Tests that expect text as repr() showed it under Python 2: "[u'a', u'b']".
// https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit
#include <string>
#include <string_view>

#include "engine/fixer.h"
#include "engine/syntax/string_literal.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_opening(char c) { return std::string_view("[({,:= ").find(c) != std::string_view::npos; }

// Places of each u of an u'…' in a literal's body that stands in brackets, as repr() of a container shows it; in a
// regular expression with a backslash before the bracket or the quote.
std::vector<std::uint32_t> shown_prefixes(std::string_view body) {
  std::vector<std::uint32_t> found;
  int depth = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (std::string_view("[({").find(body[i]) != std::string_view::npos) ++depth;
    if (std::string_view("])}").find(body[i]) != std::string_view::npos) --depth;
    if (body[i] != 'u' || i == 0 || depth <= 0 || !is_opening(body[i - 1])) continue;
    std::size_t quote = i + 1;
    if (quote < body.size() && body[quote] == '\\') ++quote;
    const bool is_quote = quote < body.size() && (body[quote] == '\'' || body[quote] == '"');
    if (is_quote && body.find(body[quote], quote + 1) != std::string_view::npos)
      found.push_back(static_cast<std::uint32_t>(i));
  }
  return found;
}

// assertEqual(repr(x), …), assertRaisesMessage(…), and `repr(x) == …`, `assert str(x) == …`
bool is_expected(Node literal) {
  Node at = literal;
  while (at.parent().is_any(Kind::kTuple, Kind::kList, Kind::kParenthesizedExpression, Kind::kKeywordArgument,
                            Kind::kConcatenatedString))
    at = at.parent();
  const Node around = at.parent();
  if (around.is(Kind::kArgumentList)) {
    const std::string_view function = last_name(around.parent().child(Field::kFunction));
    return function.starts_with("assert") || function == "failUnlessEqual";
  }
  if (!around.is(Kind::kComparisonOperator)) return false;
  for (Node operand : around.named_children()) {
    const std::string_view function = operand.is(Kind::kCall) ? operand.child(Field::kFunction).text() : "";
    if (function == "repr" || function == "str" || function == "unicode") return true;
  }
  return false;
}

void visit(Context& cx, Node literal) {
  const StringLiteral parts(literal);
  if (parts.body().find("u'") == std::string_view::npos && parts.body().find("u\"") == std::string_view::npos &&
      parts.body().find("u\\") == std::string_view::npos)
    return;
  const std::vector<std::uint32_t> prefixes = shown_prefixes(parts.body());
  if (prefixes.empty() || !is_expected(literal)) return;
  ChangeBuilder change = cx.change(literal, "repr() shows text without an u");
  const std::uint32_t start = body_range(literal).start;
  for (std::uint32_t at : prefixes) change.set_text(ByteRange{start + at, start + at + 1}, "");
  change.if_python2(Repeats::kNo).apply();
}

}  // namespace

Fixer fix_shown_text() {
  return {
      .name = "shown_text",
      .doc = "Takes the u from before text that a test expects as repr() shows it, as in \"[u'a']\".",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "What is tested gives such text itself, and is no repr().",
      .runs_on = RunsOn::kPy3,
      .words = {"assertEqual", "assertEquals", "assertIn", "assertTrue", "assertRaisesMessage", "assertRaisesRegexp",
                "assertContains", "assertFieldOutput", "assertQuerysetEqual", "assertMultiLineEqual",
                "assertRegexpMatches", "assert_", "assert_equal", "failUnlessEqual", "repr"},
      .examples = {{"self.assertEqual(str(errors), \"[u'missing', u'wrong']\")",
                    "self.assertEqual(str(errors), \"['missing', 'wrong']\")"}},
      .visits = {{{Kind::kString}, visit}},
  };
}

}  // namespace py3k::fixers
