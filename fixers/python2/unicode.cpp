// Text is `str`. String literals are text, with or without u; what \N, \u and \U mean depends on the prefix in
// Python 2. https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit
// https://docs.python.org/2/reference/lexical_analysis.html#string-literals
#include <algorithm>

#include "engine/syntax/precedence.h"
#include "fixers/codecs.h"
#include "fixers/method_rename.h"
#include "fixers/text.h"
#include "fixers/type_tests.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

struct Literal {
  std::size_t prefix = 0;  // length
  std::size_t quotes = 1;
  bool unicode = false;
  bool raw = false;
  bool bytes = false;
  bool formatted = false;
};

Literal literal_of(std::string_view text) {
  Literal literal;
  literal.prefix = text.find_first_of("'\"");
  for (char c : text.substr(0, literal.prefix)) {
    literal.unicode |= c == 'u' || c == 'U';
    literal.raw |= c == 'r' || c == 'R';
    literal.bytes |= c == 'b' || c == 'B';
    literal.formatted |= c == 'f' || c == 'F' || c == 't' || c == 'T';
  }
  const char quote = text[literal.prefix];
  if (text.size() >= literal.prefix + 6 && text.substr(literal.prefix, 3) == std::string(3, quote)) literal.quotes = 3;
  return literal;
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// The length of the escape \uXXXX, \UXXXXXXXX or \N{…} at a backslash; 0 where none is complete.
std::size_t escape_length(std::string_view text, std::size_t at) {
  const char letter = at + 1 < text.size() ? text[at + 1] : '\0';
  if (letter == 'N') {
    const std::size_t end = text.find('}', at);
    return at + 2 < text.size() && text[at + 2] == '{' && end != std::string_view::npos ? end + 1 - at : 0;
  }
  if (letter != 'u' && letter != 'U') return 0;
  const std::size_t digits = letter == 'u' ? 4 : 8;
  if (at + 2 + digits > text.size()) return 0;
  const std::string_view number = text.substr(at + 2, digits);
  return std::all_of(number.begin(), number.end(), is_hex) ? 2 + digits : 0;
}

// --- ur'': only \u and \U are escapes, and only after an even number of backslashes

bool has_raw_escape(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\') continue;
    const std::size_t run = std::min(text.find_first_not_of('\\', at), text.size()) - at;
    const std::size_t last = at + run - 1;
    if (run % 2 == 1 && text.substr(last, 2) != "\\N" && escape_length(text, last) > 0) return true;
    at = last;
  }
  return false;
}

// The same value as an ordinary literal.
std::string cooked(std::string_view text, const Literal& literal) {
  const std::size_t begin = literal.prefix + literal.quotes;
  const std::size_t end = text.size() - literal.quotes;
  std::string made(text.substr(literal.prefix, literal.quotes));
  bool odd = false;  // an odd number of backslashes, this one included
  for (std::size_t at = begin; at < end; ++at) {
    if (text[at] != '\\') {
      odd = false;
      made += text[at];
      continue;
    }
    odd = !odd;
    const std::size_t escape = odd && text[at + 1] != 'N' ? escape_length(text.substr(0, end), at) : 0;
    if (escape > 0) {
      made += text.substr(at, escape);
      at += escape - 1;
      odd = false;
      continue;
    }
    made += "\\\\";
    // A quote stays one by its backslash; a line that goes on keeps its break.
    if (odd && (text[at + 1] == '\'' || text[at + 1] == '"')) made += '\\';
    if (odd && literal.quotes == 1 && (text[at + 1] == '\n' || text[at + 1] == '\r')) {
      made += "\\n";
      at += text.substr(at + 1, 2) == "\r\n" ? 2 : 1;
      odd = false;
    }
  }
  return made + std::string(text.substr(end));
}

// In `''u''` the prefix keeps the quotes apart.
std::string in_place_of_prefix(Node string) {
  const std::string_view all = string.tree().text();
  return string.start() > 0 && all[string.start() - 1] == string.text().back() ? " " : "";
}

void fix_unicode_literal(Context& cx, Node string, const Literal& literal) {
  const std::string_view text = string.text();
  if (cx.keeps_python2()) {  // which needs the u, while Python 3 takes no ur
    if (literal.raw) cx.set_text(string, "u" + cooked(text, literal));
    return;
  }
  if (literal.raw && has_raw_escape(text)) {
    cx.set_text(string, cooked(text, literal));
    return;
  }
  const auto u = static_cast<std::uint32_t>(string.start() + text.find_first_of("uU"));
  cx.change(string, "no u before the quotes").set_text(ByteRange{u, u + 1}, in_place_of_prefix(string)).apply();
}

// --- '\u1234' in Python 2 is six characters

struct Escapes {
  std::vector<std::uint32_t> backslashes;
  bool valid = true;  // in Python 3; one that isn't proves that this is no Python 3
};

Escapes escapes_in(Node string, const Literal& literal) {
  Escapes found;
  const std::string_view text = string.text().substr(0, string.text().size() - literal.quotes);
  for (std::size_t at = literal.prefix + literal.quotes; at + 1 < text.size(); ++at) {
    if (text[at] != '\\') continue;
    const char letter = text[at + 1];
    if (letter == 'N' || letter == 'u' || letter == 'U') {
      found.backslashes.push_back(static_cast<std::uint32_t>(string.start() + at));
      found.valid = found.valid && escape_length(text, at) > 0;
    }
    ++at;
  }
  return found;
}

// Has this not been converted before? Afterwards '\u1234' is one character, and must stay so.
bool is_unconverted(Context& cx, Node string) {
  const Origin origin = cx.origin(string.start());
  if (origin != Origin::kByFile) return origin <= Origin::kByPast;
  const auto& strings = cx.source().strings;
  const bool u = std::any_of(strings.begin(), strings.end(), [&](const StringToken& token) {
    return token.prefix_length > 0 && (cx.text()[token.range.start] == 'u' || cx.text()[token.range.start] == 'U');
  });
  return u || (cx.source().evidence.python2_syntax && !cx.settings().restricted);
}

void fix_plain_literal(Context& cx, Node string, const Literal& literal) {
  if (literal.bytes || literal.formatted || cx.source().evidence.unicode_literals || is_beside_bytes(string)) return;
  const Escapes escapes = escapes_in(string, literal);
  if (escapes.backslashes.empty()) return;
  if (escapes.valid && !is_unconverted(cx, string)) {
    if (cx.may_be_python2(string))
      cx.report(string,
                "an escape that is one character in Python 3 and was several in Python 2: if these are meant, double "
                "the backslash");
    return;
  }
  ChangeBuilder change = cx.change(string, "a backslash that Python 2 took as it is");
  if (escapes.valid) change.if_python2(Repeats::kYes);
  for (std::uint32_t at : escapes.backslashes) change.set_text(ByteRange{at, at + 1}, "\\\\");
  change.apply();
}

// Under unicode_literals r'' is what ur'' is.
void fix_raw_literal(Context& cx, Node string, const Literal& literal) {
  if (literal.bytes || literal.formatted || !cx.source().evidence.unicode_literals) return;
  if (!has_raw_escape(string.text())) return;
  if (is_unconverted(cx, string)) {
    cx.set_text(string, cooked(string.text(), literal));
  } else if (cx.may_be_python2(string)) {
    cx.report(string,
              "an escape that Python 2 took for one character here, and Python 3 takes as it is: leave out the r if "
              "one is meant");
  }
}

// unicode('caf\xc3\xa9', 'utf-8'): str() decodes bytes, and no text.
bool is_decoded(Context& cx, Node string) {
  const Node arguments = string.parent();
  return arguments.is(Kind::kArgumentList) && arguments.named_child(0) == string && arguments.named_child_count() > 1 &&
         cx.names().resolves_to(arguments.parent().child(Field::kFunction), "__builtin__.unicode");
}

void visit_string(Context& cx, Node string) {
  const Literal literal = literal_of(string.text());
  const bool is_plain = !literal.unicode && !literal.bytes && !cx.source().evidence.unicode_literals;
  if (is_plain && is_decoded(cx, string) && can_be_bytes(string)) {
    cx.set_text(string, as_bytes(string), "what is decoded is bytes");
  } else if (literal.unicode) {
    fix_unicode_literal(cx, string, literal);
  } else if (literal.raw) {
    fix_raw_literal(cx, string, literal);
  } else {
    fix_plain_literal(cx, string, literal);
  }
}

bool is_unicode(Context& cx, Node string) {
  const Literal literal = literal_of(string.text());
  return literal.unicode || (cx.source().evidence.unicode_literals && !literal.bytes);
}

// u'a' b'b' is text in Python 2, and an error in Python 3. What is an escape in text only stays none.
void visit_concatenated(Context& cx, Node strings) {
  const std::vector<Node> literals = strings.named_children();
  if (std::none_of(literals.begin(), literals.end(), [&](Node string) { return is_unicode(cx, string); })) return;
  for (Node string : literals) {
    const Literal literal = literal_of(string.text());
    if (!literal.bytes) continue;
    const auto b = static_cast<std::uint32_t>(string.start() + string.text().find_first_of("bB"));
    ChangeBuilder change = cx.change(string, "text beside text");
    change.set_text(ByteRange{b, b + 1}, in_place_of_prefix(string));
    const Escapes escapes = literal.raw ? Escapes{} : escapes_in(string, literal);
    for (std::uint32_t at : escapes.backslashes) change.set_text(ByteRange{at, at + 1}, "\\\\");
    change.apply();
  }
}

// The str(x) of unicode(str(x), 'utf-8'): text by itself in Python 3, and text can't be decoded.
Node decoded_text(Context& cx, Node call) {
  const Node arguments = call.child(Field::kArguments);
  if (!arguments.is(Kind::kArgumentList) || arguments.named_child_count() < 2) return {};
  const Node inner = inside_parentheses(arguments.named_child(0));
  if (!inner.is(Kind::kCall) || !only_argument(inner)) return {};
  static constexpr std::string_view kGiveText[] = {"__builtin__.str", "__builtin__.repr", "__builtin__.hex",
                                                   "__builtin__.oct", "__builtin__.unicode"};
  return is_one_of(kGiveText, cx.names().qualified(inner.child(Field::kFunction))) ? inner : Node();
}

void visit_call(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  if (cx.keeps_python2() || function.text() != "unicode" || !cx.names().resolves_to(function, "__builtin__.unicode"))
    return;
  if (const Node text = decoded_text(cx, call))
    cx.change(call, "it is text by itself").replace(call, "$text", {{"text", text}}).apply();
}

// `unicode(self)` in a __str__ would be that method itself; see unicode_method. For tests see type_tests.
std::string stays_at(Context& cx, Node use) {
  if (std::string stays = stays_in_test(cx, use, "__builtin__.unicode"); !stays.empty()) return stays;
  const Node call = use.field() == Field::kFunction ? use.parent() : Node();
  if (call.is(Kind::kCall) && decoded_text(cx, call)) return "__builtin__.unicode";
  const Node method = call.is(Kind::kCall) ? method_around(cx, use, "__str__") : Node();
  return method && is_first_parameter(only_argument(call), method) ? "__builtin__.unicode" : "";
}

}  // namespace

Fixer fix_unicode() {
  return {
      .name = "unicode",
      .doc =
          "Renames `unicode` to `str` and `unichr` to `chr`, and takes the u from before string literals. What "
          "backslashes in "
          "them mean stays.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kVariant,
      .for_both =
          "Literals keep their u, and ur'' becomes u'' with its backslashes doubled. unicode and unichr stay: Python 3 "
          "has no such names.",
      .words = {"u''", "ur''", "\\u", "unicode_literals"},
      .examples = {{"title = unicode(name)", "title = str(name)"},
                   {"title = u'caf\\u00e9'", "title = 'caf\\u00e9'"},
                   {"title = unicode('caf\\xc3\\xa9', 'utf-8')", "title = str(b'caf\\xc3\\xa9', 'utf-8')"},
                   {"title = unicode(str(name), 'utf-8')", "title = str(name)"},
                   {"path = ur'\\d\\w'", "path = r'\\d\\w'"},
                   {"path = ur'\\d\\u00e9'", "path = '\\\\d\\u00e9'"},
                   {"six = '\\u00e9'", "six = '\\\\u00e9'"},
                   {"isinstance(x, (str, unicode))", "isinstance(x, str)"},
                   {"path = ur'\\d', u'\\d', unicode(x)", "path = u'\\\\d', u'\\d', unicode(x)", "--target 2+3"}},
      .renames = {{.from = "__builtin__.unicode", .to = "__builtin__.str", .python3_only = true, .to_at = stays_at},
                  {.from = "__builtin__.unichr", .to = "__builtin__.chr", .python3_only = true}},
      .visits = {{{Kind::kString}, visit_string},
                 {{Kind::kConcatenatedString}, visit_concatenated},
                 {{Kind::kCall}, visit_call}},
  };
}

}  // namespace py3k::fixers
