// Patterns that are text match by Unicode's rules in Python 3, with or without re.UNICODE.
#include <algorithm>
#include <iterator>
#include <optional>

#include "engine/fixer.h"
#include "engine/syntax/string_literal.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

struct Function {
  std::string_view name;
  std::size_t flags;  // position of the argument
};
constexpr Function kFunctions[] = {{"re.compile", 1}, {"re.match", 2},    {"re.fullmatch", 2}, {"re.search", 2},
                                   {"re.findall", 2}, {"re.finditer", 2}, {"re.template", 1},  {"re.split", 3},
                                   {"re.sub", 4},     {"re.subn", 4}};

bool is_unicode(Context& cx, Node flag) {
  return cx.names().resolves_to(flag, "re.UNICODE") || cx.names().resolves_to(flag, "re.U");
}

// The flags that are joined by `|`, whatever parentheses they stand in.
void collect_flags(Node node, std::vector<Node>& flags) {
  if (node.is(Kind::kParenthesizedExpression)) return collect_flags(node.named_child(0), flags);
  if (!node.is(Kind::kBinaryOperator) || !node.child(Field::kOperator).is(Kind::kTokenPipe))
    return flags.push_back(node);
  collect_flags(node.child(Field::kLeft), flags);
  collect_flags(node.child(Field::kRight), flags);
}

// Puts what is left of a chain in its place, with the brackets and line breaks of what is left. Is nothing left?
bool drop_from_chain(Context& cx, ChangeBuilder& change, Node node) {
  if (node.is(Kind::kParenthesizedExpression)) {
    std::vector<Node> flags;
    collect_flags(node, flags);
    const std::size_t count = flags.size();
    std::erase_if(flags, [&](Node flag) { return is_unicode(cx, flag); });
    if (flags.size() != 1 || count == 1) return drop_from_chain(cx, change, node.named_child(0));
    change.replace(node, "$flag", {{"flag", flags.front()}});
    return false;
  }
  if (!node.is(Kind::kBinaryOperator)) return is_unicode(cx, node);
  const Node left = node.child(Field::kLeft);
  const Node right = node.child(Field::kRight);
  const bool left_goes = drop_from_chain(cx, change, left);
  const bool right_goes = drop_from_chain(cx, change, right);
  if (left_goes != right_goes) change.replace(node, "$rest", {{"rest", left_goes ? right : left}});
  return left_goes && right_goes;
}

struct Call {
  Node pattern;
  Node flags;  // the argument, with its keyword where it has one
};

std::optional<Call> re_call(Context& cx, Node call) {
  const std::string name = cx.names().qualified(call.child(Field::kFunction));
  const auto* function =
      std::find_if(std::begin(kFunctions), std::end(kFunctions), [&](const Function& it) { return it.name == name; });
  if (function == std::end(kFunctions)) return {};
  Call found;
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Node argument = arguments[i];
    if (argument.is_any(Kind::kListSplat, Kind::kDictionarySplat)) break;  // what follows may be anything
    const std::string_view keyword = argument.is(Kind::kKeywordArgument) ? argument.child(Field::kName).text() : "";
    if (keyword == "pattern") found.pattern = argument.child(Field::kValue);
    if (keyword == "flags") found.flags = argument;
    if (keyword.empty() && i == 0) found.pattern = argument;
    // Another argument behind it would take its place.
    if (keyword.empty() && i == function->flags && i + 1 == arguments.size()) found.flags = argument;
  }
  return found;
}

// Is it known to be bytes: a literal, or a name that only ever is one?
bool is_bytes(Context& cx, Node pattern) {
  for (Node node : pattern.subtree())
    if (node.is(Kind::kString) && StringLiteral(node).bytes()) return true;
  const Binding* binding = cx.names().binding(pattern);
  if (binding == nullptr) return false;
  return std::any_of(binding->sites.begin(), binding->sites.end(), [](const BindingSite& site) {
    const Node value = site.node.parent().is(Kind::kAssignment) ? site.node.parent().child(Field::kRight) : Node();
    return value.is(Kind::kString) && StringLiteral(value).bytes();
  });
}

void drop_flag(Context& cx, const Call& call) {
  const Node value = call.flags.is(Kind::kKeywordArgument) ? call.flags.child(Field::kValue) : call.flags;
  std::vector<Node> flags;
  collect_flags(value, flags);
  const auto unicode = [&](Node flag) { return is_unicode(cx, flag); };
  if (std::none_of(flags.begin(), flags.end(), unicode)) return;
  ChangeBuilder change = cx.change(call.flags, std::string(call.flags.text()) + ": text patterns are Unicode anyway");
  const bool all = std::all_of(flags.begin(), flags.end(), unicode);
  all ? void(change.remove(call.flags)) : void(drop_from_chain(cx, change, value));
  change.apply();
}

// (?u) at the start of a literal pattern, or the u in (?iu); beside an L, which is an error, re_patterns takes both.
void drop_inline_flag(Context& cx, Node pattern) {
  if (pattern.is(Kind::kConcatenatedString)) pattern = pattern.named_child(0);
  if (!pattern.is(Kind::kString) || pattern.first_child()) return;
  const std::string_view body = StringLiteral(pattern).body();
  const std::size_t close = body.find(')');
  if (!body.starts_with("(?") || close == std::string_view::npos) return;
  std::string letters(body.substr(2, close - 2));
  if (letters.find('u') == std::string::npos || letters.find_first_not_of("aimsux") != std::string::npos) return;
  std::erase(letters, 'u');
  const std::uint32_t start = body_range(pattern).start;
  cx.change(pattern)
      .set_text(ByteRange{start, start + static_cast<std::uint32_t>(close) + 1},
                letters.empty() ? "" : "(?" + letters + ")")
      .apply();
}

void visit_call(Context& cx, Node node) {
  const std::optional<Call> call = re_call(cx, node);
  if (!call || !call->pattern || is_bytes(cx, call->pattern)) return;
  drop_inline_flag(cx, call->pattern);
  if (call->flags) drop_flag(cx, *call);
}

}  // namespace

Fixer fix_re_unicode() {
  return {
      .name = "re_unicode",
      .doc =
          "Drops re.UNICODE where re's own functions are called, and (?u) at the start of a pattern. Patterns that are "
          "text "
          "match by Unicode's rules in Python 3 anyway; those that are known to be bytes are left alone.",
      .reference = "https://docs.python.org/3/library/re.html#re.UNICODE",
      .group = Group::kCleanup,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kPy3,
      .needs = Needs::kAny,
      .words = {"UNICODE", "U", "(?u)"},
      .examples = {{"import re\nre.compile('x', re.U)", "import re\nre.compile('x')"},
                   {"import re\nre.sub('x', y, z, flags=re.I | re.UNICODE)",
                    "import re\nre.sub('x', y, z, flags=re.I)"},
                   {"import re\nre.compile('(?iu)x')", "import re\nre.compile('(?i)x')"}},
      .visits = {{{Kind::kCall}, visit_call}},
  };
}

}  // namespace py3k::fixers
