// What re took in patterns, and in what it puts in for matches, and takes no more, or otherwise:
// https://docs.python.org/3/whatsnew/3.11.html#re (flags), https://docs.python.org/3/whatsnew/3.7.html#re (escapes and
// empty matches), https://docs.python.org/3/library/re.html
#include <algorithm>

#include "engine/fixer.h"
#include "engine/syntax/string_literal.h"
#include "fixers/pattern_text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_docstring_like(Node literal) { return literal.parent().is(Kind::kExpressionStatement); }

std::string octal(int value) {
  return {static_cast<char>('0' + value / 64), static_cast<char>('0' + value / 8 % 8),
          static_cast<char>('0' + value % 8)};
}

void fix_escapes(Context& cx, Node literal, const PatternText& text) {
  if (text.escapes().empty()) return;
  const bool replaces = text.role() == PatternRole::kReplacement;
  ChangeBuilder change =
      cx.change(literal, replaces ? "a backslash that stands for itself in what is put in"
                                  : "an escape that Python 3's re does not take, or takes otherwise");
  for (const PatternEscape& escape : text.escapes()) {
    if (escape.digits.end != 0) {
      change.set_text(escape.digits, octal(escape.octal));
    } else {
      change.set_text(escape.backslash, !replaces ? "" : escape.is_raw ? "\\\\" : "\\\\\\\\");
    }
  }
  change.apply();
}

// The letters that stay: in a pattern of text (?L) is an error, and (?u) says nothing.
std::string kept(Context& cx, const PatternText& text, std::string letters, bool moves) {
  if (cx.keeps_python2() || text.is_bytes()) return letters;
  const bool is_of_locale = std::erase(letters, 'L') > 0;
  if (moves || is_of_locale) std::erase(letters, 'u');
  return letters;
}

Node leftmost(Node expression) {
  for (Node at = expression;;) {
    if (at.is(Kind::kBinaryOperator)) {
      at = at.child(Field::kLeft);
    } else if (at.is(Kind::kParenthesizedExpression) || at.is(Kind::kConcatenatedString)) {
      at = at.named_child(0);
    } else if (at.is(Kind::kCall) && at.child(Field::kFunction).child(Field::kAttribute).text() == "format") {
      at = at.child(Field::kFunction).child(Field::kObject);
    } else {
      return at;
    }
  }
}

void put_first(ChangeBuilder& change, Node first, const std::string& flags) {
  if (first.is(Kind::kString)) {
    const std::uint32_t start = body_range(first).start;
    change.set_text(ByteRange{start, start}, flags);
  } else {
    change.replace(first, "'" + flags + "' + $rest", {{"rest", first}});
  }
}

void fix_flags(Context& cx, Node literal, const PatternText& text) {
  const Node first = leftmost(text.whole());
  const bool begins = first.is_within(literal) || first == literal;
  const auto is_misplaced = [&](const PatternFlags& it) { return !it.is_first || !begins; };
  std::string moved;
  std::vector<std::pair<ByteRange, std::string>> edits;
  for (const PatternFlags& flags : text.flags()) {
    const bool moves = is_misplaced(flags);
    const std::string letters = kept(cx, text, flags.letters, moves);
    if (!moves && letters == flags.letters) continue;
    edits.emplace_back(flags.range, moves || letters.empty() ? "" : "(?" + letters + ")");
    for (const char letter : moves ? letters : "")
      if (moved.find(letter) == std::string::npos) moved += letter;
  }
  const bool is_of_locale =
      !text.is_bytes() && std::any_of(text.flags().begin(), text.flags().end(),
                                      [](const auto& it) { return it.letters.find('L') != std::string::npos; });
  if (cx.keeps_python2() && is_of_locale && text.role() == PatternRole::kPattern) return cx.leave(literal);
  if (edits.empty()) return;
  const bool is_known = text.role() == PatternRole::kPattern;
  if (!is_known && moved.empty()) return;
  ChangeBuilder change =
      cx.change(literal, moved.empty() ? "a flag that this pattern can't have in Python 3"
                                       : "flags that hold for all of a pattern stand at its start since Python 3.11");
  for (auto& [range, letters] : edits) change.set_text(range, letters);
  if (!moved.empty()) put_first(change, first, "(?" + moved + ")");
  change.safety(is_known ? Safety::kSafe : Safety::kUnsafe).apply();
}

void visit_literal(Context& cx, Node literal) {
  if (literal.parent().is(Kind::kConcatenatedString) || is_docstring_like(literal) ||
      literal.first_child().is(Kind::kInterpolation))
    return;
  const std::string_view written = literal.text();
  const bool has_flags = written.find("(?") != std::string_view::npos;
  if (!has_flags && written.find('\\') == std::string_view::npos) return;
  const PatternText text(cx, literal);
  if (text.role() == PatternRole::kNone && text.flags().empty()) return;
  fix_escapes(cx, literal, text);
  if (!text.flags().empty()) fix_flags(cx, literal, text);
}

bool is_verbose(Node call, Node literal) {
  if (literal.text().find("(?") != std::string_view::npos && literal.text().find("x)") != std::string_view::npos)
    return true;
  for (Node node : call.subtree())
    if (node.is(Kind::kIdentifier) && (node.text() == "X" || node.text() == "VERBOSE")) return true;
  const Node other = literal.ancestor(Kind::kCall);
  return other && other != call && !call.is_within(other) && is_verbose(other, literal);
}

bool is_empty_literal(Node node) { return node.is(Kind::kString) && StringLiteral(node).body().empty(); }

// What sub() puts in, and how often at most.
bool shows_empty_matches(Node call, bool is_of_re) {
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  const std::size_t first = is_of_re ? 1 : 0;
  for (Node argument : arguments) {
    if (!argument.is(Kind::kKeywordArgument)) continue;
    if (argument.child(Field::kName).text() == "count") return false;
    if (argument.child(Field::kName).text() == "repl") return !is_empty_literal(argument.child(Field::kValue));
  }
  const bool counts = arguments.size() > first + 2 && arguments[first + 2].text() != "0" &&
                      !arguments[first + 2].is(Kind::kKeywordArgument);
  return !counts && (arguments.size() <= first || !is_empty_literal(arguments[first]));
}

// `\s*` as a whole: nothing but one thing that is repeated.
bool is_one_repeated(Node literal) {
  if (!literal.is(Kind::kString) || !StringLiteral(literal).body().ends_with("*")) return false;
  const std::string_view body = StringLiteral(literal).body();
  const std::string_view one = body.substr(0, body.size() - 1);
  if (one.size() == 1) return true;
  if (one.size() == 2 && one.front() == '\\') return true;
  return one.size() > 2 && one.front() == '[' && one.find(']') == one.size() - 1 && one[1] != '^' &&
         one.find('\\') == std::string_view::npos;
}

void visit_split(Context& cx, Node call, Node literal, EmptyMatch empty) {
  if (empty == EmptyMatch::kNever) return;
  if (is_one_repeated(literal) && literal.is_within(call)) {
    const std::uint32_t end = body_range(literal).end;
    return cx.change(literal, "Python 3 splits at empty matches as well")
        .set_text(ByteRange{end - 1, end}, "+")
        .apply();
  }
  cx.report(call,
            "the pattern matches nothing at all as well, and Python 3.7 and later split there: have it match at "
            "least one character, with + for *");
}

void visit_call(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const Node last = function.is(Kind::kAttribute) ? function.child(Field::kAttribute) : function;
  const bool is_attribute = function.is(Kind::kAttribute);
  static constexpr std::string_view kMethods[] = {"sub", "subn", "split"};
  if (is_attribute && !is_one_of(kMethods, last.text())) return;
  const std::string name = cx.names().qualified(function);
  if (!is_attribute && !name.starts_with("re.")) return;
  const bool is_of_re = name.starts_with("re.");
  const std::string_view method = is_of_re ? std::string_view(name).substr(3) : last.text();
  if (method != "sub" && method != "subn" && method != "split") return;
  const Node literal = pattern_literal(cx, call);
  if (!literal || !cx.may_be_python2(call) || is_verbose(call, literal)) return;
  const EmptyMatch empty = matches_empty(cx, literal);
  if (method == "split") return visit_split(cx, call, literal, empty);
  if (empty != EmptyMatch::kAnywhere || !shows_empty_matches(call, is_of_re)) return;
  cx.report(call,
            "the pattern matches nothing at all as well, and Python 3.7 and later replace that behind a longer "
            "match too ('x*' in 'ax' twice): have it match at least one character, with + for *");
}

}  // namespace

Fixer fix_re_patterns() {
  return {
      .name = "re_patterns",
      .doc =
          "Mends patterns that Python 3's re does not take: flags such as (?i) that don't stand at the start, octal "
          "escapes above \\377, backslashes before letters that mean nothing (in what sub() puts in, too), \\u in a "
          "raw pattern, (?L) in text. Reports patterns of sub() and split() whose empty matches count "
          "since Python 3.7.",
      .reference = "https://docs.python.org/3/library/re.html#regular-expression-syntax",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .unsafe_when = "A literal that holds flags is not a pattern.",
      .runs_on = RunsOn::kVariant,
      .for_both = "(?L) stays.",
      .words = {"re", "url"},
      .examples = {{"import re\nre.compile('a(?i)')", "import re\nre.compile('(?i)a')"},
                   {"import re\nre.sub('a', r'\\d', s)", "import re\nre.sub('a', r'\\\\d', s)"},
                   {"import re\nre.split(' *', s)", "import re\nre.split(' +', s)"}},
      .visits = {{{Kind::kString, Kind::kConcatenatedString}, visit_literal}, {{Kind::kCall}, visit_call}},
  };
}

}  // namespace py3k::fixers
