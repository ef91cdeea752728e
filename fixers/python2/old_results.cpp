// Functions that give something else, or ask for something else, in Python 3, and can be made to give what they gave:
// https://docs.python.org/3/whatsnew/3.0.html
#include <algorithm>

#include "engine/analysis/values.h"
#include "engine/syntax/string_literal.h"
#include "fixers/method_rename.h"
#include "fixers/new_names.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool has_keyword(Node arguments, std::string_view name) {
  for (Node argument : arguments.named_children()) {
    if (argument.is(Kind::kDictionarySplat)) return true;
    if (argument.is(Kind::kKeywordArgument) && argument.child(Field::kName).text() == name) return true;
  }
  return false;
}

void add_argument(ChangeBuilder& change, Node arguments, const std::string& text) {
  const std::vector<Node> all = arguments.named_children();
  const std::uint32_t at = all.empty() ? arguments.start() + 1 : all.back().end();
  change.set_text(ByteRange{at, at}, (all.empty() ? "" : ", ") + text);
}

// oct(8) is '0o10', and was '010'.
void visit_oct(Context& cx, Node call) {
  const Node around = call.parent();
  if (around.is(Kind::kAttribute) && around.child(Field::kAttribute).text() == "replace") return;
  if (!only_argument(call)) return;
  cx.change(call, "oct() puts 0o first in Python 3")
      .replace(call, "$call.replace('o', '')", {{"call", call}})
      .safety(Safety::kUnsafe)
      .apply();
}

// 10L, long(x), a variable that is one.
bool is_long_number(Context& cx, Node node) {
  constexpr std::size_t kMostDigits = 19;  // of what is no long
  if (node.is(Kind::kInteger)) {
    const std::string_view text = node.text();
    return text.ends_with('L') || text.ends_with('l') || (text.size() > kMostDigits && !text.starts_with('0'));
  }
  if (node.is(Kind::kCall)) return cx.names().resolves_to(node.child(Field::kFunction), "__builtin__.long");
  const Binding* binding = node.is(Kind::kIdentifier) ? cx.names().binding(node) : nullptr;
  const std::vector<Node> values = binding != nullptr ? values_given(*binding) : std::vector<Node>();
  return !values.empty() && std::all_of(values.begin(), values.end(), [&](Node value) {
    return !value.is(Kind::kIdentifier) && is_long_number(cx, value);
  });
}

// hex(n)[2:-1] took the L of a long away.
void visit_slice(Context& cx, Node subscript) {
  const Node call = subscript.child(Field::kValue);
  const Node slice = subscript.child(Field::kSubscript);
  if (!call.is(Kind::kCall) || !slice.text().ends_with(":-1")) return;
  const Node function = call.child(Field::kFunction);
  const bool is_hex =
      cx.names().resolves_to(function, "__builtin__.hex") || cx.names().resolves_to(function, "__builtin__.oct");
  const bool is_text = cx.names().resolves_to(function, "__builtin__.repr");
  const Node given = is_text ? only_argument(call) : Node();
  const bool is_long = given && is_long_number(cx, given);
  if (!is_hex && !is_long) return;
  const std::string bare = slice.text() == ":-1" ? "$call" : "$call[$from]";
  cx.change(subscript, "no L stands behind numbers in Python 3")
      .replace(subscript, cx.keeps_python2() ? bare + ".rstrip('L')" : bare,
               {{"call", call}, {"from", HoleValue(ByteRange{slice.start(), slice.end() - 2})}})
      .apply();
}

// hex(10L)
void visit_hex(Context& cx, Node call) {
  const Node argument = only_argument(call);
  const Node around = call.parent();
  if (!argument || !is_long_number(cx, argument) || around.is_any(Kind::kSubscript, Kind::kAttribute)) return;
  cx.report(call, "an L stood behind what hex() gave for a long integer in Python 2, and stands there no more");
}

// '%#o' % 8 is '0o10', and was '010'.
void visit_format(Context& cx, Node operation) {
  const Node format = operation.child(Field::kLeft);
  if (!format.is(Kind::kString) || !operation.child(Field::kOperator).is(Kind::kTokenPercent)) return;
  const std::string_view text = format.text();
  for (std::size_t at = text.find("%#o"); at != std::string_view::npos; at = text.find("%#o", at + 1)) {
    if (at > 0 && text[at - 1] == '%') continue;
    const auto start = static_cast<std::uint32_t>(format.start() + at);
    cx.change(format, "%#o puts 0o first in Python 3")
        .set_text(ByteRange{start, start + 3}, "0%o")
        .safety(Safety::kUnsafe)
        .apply();
  }
}

bool is_mask(Node operation) { return operation.text() == "&" || operation.text() == "^"; }

// A checksum without sign; masked ones were none the less.
void visit_checksum(Context& cx, Node call) {
  Node at = call;
  while (at.parent().is(Kind::kParenthesizedExpression)) at = at.parent();
  const Node around = at.parent();
  if (around.is(Kind::kBinaryOperator) && is_mask(around.child(Field::kOperator))) return;
  if (around.is(Kind::kArgumentList) && cx.names().qualified(around.parent().child(Field::kFunction)) ==
                                            cx.names().qualified(call.child(Field::kFunction)))
    return;
  if (around.is(Kind::kAssignment)) {
    const Binding* binding =
        around.child(Field::kLeft).is(Kind::kIdentifier) ? cx.names().binding(around.child(Field::kLeft)) : nullptr;
    const bool is_masked =
        binding != nullptr && std::all_of(binding->uses.begin(), binding->uses.end(), [](Node use) {
          const Node operation = use.parent();
          return operation.is(Kind::kArgumentList) ||
                 (operation.is(Kind::kBinaryOperator) && is_mask(operation.child(Field::kOperator))) ||
                 operation.is(Kind::kAugmentedAssignment);
        });
    const bool is_any_masked =
        binding != nullptr &&
        around.tree().text().find(std::string(around.child(Field::kLeft).text()) + " & 0x") != std::string_view::npos;
    if (is_masked && is_any_masked) return;
  }
  if (cx.keeps_python2()) return cx.leave(call);
  cx.change(call, "a checksum has no sign in Python 3")
      .replace(call, "($call ^ 0x80000000) - 0x80000000", {{"call", call}})
      .apply();
}

// hasattr(x, '__iter__') was false of text.
void visit_iter(Context& cx, Node call) {
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  if (arguments.size() != 2 || !arguments[1].is(Kind::kString) || StringLiteral(arguments[1]).body() != "__iter__")
    return;
  if (!arguments[0].is_any(Kind::kIdentifier, Kind::kAttribute, Kind::kSubscript)) return;
  for (Node around = call.parent(); around && !around.is_any(Kind::kBlock, Kind::kModule); around = around.parent())
    if (around.is(Kind::kBooleanOperator) &&
        around.text().find("isinstance(" + std::string(arguments[0].text())) != std::string_view::npos)
      return;
  cx.change(call, "text has an __iter__ in Python 3")
      .replace(call, "$call and not isinstance($x, (str, bytes))",
               {{"call", call}, {"x", std::string(arguments[0].text())}})
      .apply();
}

// Python 2 asked for one of the subcommands.
void visit_subparsers(Context& cx, Node call) {
  const Node arguments = call.child(Field::kArguments);
  if (!arguments.is(Kind::kArgumentList) || has_keyword(arguments, "required")) return;
  if (cx.keeps_python2()) return cx.leave(call);
  ChangeBuilder change = cx.change(call, "subcommands may be left out in Python 3, unless required=True");
  add_argument(change, arguments, "required=True");
  change.apply();
}

// What a file of settings may hold: an option twice, comments behind values.
void visit_parser(Context& cx, Node call) {
  const Node arguments = call.child(Field::kArguments);
  if (!arguments.is(Kind::kArgumentList) || has_keyword(arguments, "strict")) return;
  for (Node argument : arguments.named_children())
    if (argument.is(Kind::kListSplat)) return;
  if (cx.keeps_python2()) return cx.leave(call);
  ChangeBuilder change = cx.change(call, "ConfigParser took an option twice, and comments behind values");
  add_argument(change, arguments, "strict=False, inline_comment_prefixes=(';',)");
  change.apply();
}

// get(section, option, raw, vars): the last two by name only.
void visit_get(Context& cx, Node call) {
  const Node object = call.child(Field::kFunction).child(Field::kObject);
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  if (arguments.size() < 3 || arguments.size() > 4 || !object) return;
  const Value value = value_of(object, cx.names());
  if (!python2_name(cx, call, value.made_by).starts_with("ConfigParser.")) return;
  ChangeBuilder change = cx.change(call, "raw and vars are given by name in Python 3");
  constexpr std::string_view kKeywords[] = {"raw", "vars"};
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    if (arguments[i].is_any(Kind::kListSplat, Kind::kDictionarySplat)) return;
    if (arguments[i].is(Kind::kKeywordArgument)) continue;
    const std::uint32_t at = arguments[i].start();
    change.set_text(ByteRange{at, at}, std::string(kKeywords[i - 2]) + "=");
  }
  change.apply();
}

// fdopen(fd, 'w', 0): only bytes are written at once.
void visit_unbuffered(Context& cx, Node call) {
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  if (arguments.size() != 3 || arguments[2].text() != "0" || !arguments[1].is(Kind::kString)) return;
  if (StringLiteral(arguments[1]).body().find('b') != std::string_view::npos) return;
  cx.change(arguments[2], "text can't be unbuffered in Python 3: it is written line by line")
      .set_text(arguments[2], "1")
      .safety(Safety::kUnsafe)
      .apply();
}

void visit_call(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  static constexpr std::string_view kNames[] = {"oct",
                                                "hex",
                                                "crc32",
                                                "adler32",
                                                "hasattr",
                                                "add_subparsers",
                                                "ConfigParser",
                                                "SafeConfigParser",
                                                "RawConfigParser",
                                                "get",
                                                "fdopen",
                                                "open"};
  const std::string_view name = last_name(function);
  if (!is_one_of(kNames, name)) return;
  if (name == "add_subparsers") return visit_subparsers(cx, call);
  if (name == "get") return visit_get(cx, call);
  const std::string known = python2_name(cx, call, cx.names().qualified(function));
  if (known == "__builtin__.oct") return visit_oct(cx, call);
  if (known == "__builtin__.hex") return visit_hex(cx, call);
  if (known == "__builtin__.hasattr") return visit_iter(cx, call);
  if (known == "zlib.crc32" || known == "zlib.adler32" || known == "binascii.crc32") return visit_checksum(cx, call);
  if (known.starts_with("ConfigParser.")) return visit_parser(cx, call);
  if (known == "os.fdopen" || known == "__builtin__.open") visit_unbuffered(cx, call);
}

}  // namespace

Fixer fix_old_results() {
  return {
      .name = "old_results",
      .doc =
          "Has functions give what they gave: oct() without an o, hex(n)[2:-1] without an L to cut off, checksums with "
          "their sign, hasattr(x, '__iter__') false of text. Parsers of commands and settings take what they took.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .unsafe_when = "oct() is given 0, or somebody waits for less than a line.",
      .runs_on = RunsOn::kVariant,
      .for_both = "An L is cut off where there is one. Checksums, subparsers and ConfigParsers stay.",
      .needs = Needs::kEvidence,
      .is_never_made = true,
      .words = {"oct", "hex", "repr", "crc32", "adler32", "hasattr", "add_subparsers", "ConfigParser", "fdopen",
                "open"},
      .examples = {{"x = oct(n)", "x = oct(n).replace('o', '')"},
                   {"x = hex(n)[2:-1]", "x = hex(n)[2:]"},
                   {"x = hex(n)[2:-1]", "x = hex(n)[2:].rstrip('L')", "--target 2+3"}},
      .visits = {{{Kind::kCall}, visit_call},
                 {{Kind::kSubscript}, visit_slice},
                 {{Kind::kBinaryOperator}, visit_format}},
  };
}

}  // namespace py3k::fixers
