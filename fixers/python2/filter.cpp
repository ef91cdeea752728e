// filter() gives an iterator; it gave a text for a text, and a tuple for a tuple.
// https://docs.python.org/2/library/functions.html#filter
#include <algorithm>

#include "engine/analysis/values.h"
#include "engine/library/signatures.h"
#include "fixers/arguments_given.h"
#include "fixers/call_order.h"
#include "fixers/iterators.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_text_value(Context& cx, Node node, int depth) {
  const ValueType type = value_of(node, cx.names()).type;
  if (type != ValueType::kUnknown) return type == ValueType::kText;
  if (node.is(Kind::kCall)) {
    // Methods that only text has, and that give text.
    const std::string_view method = node.child(Field::kFunction).child(Field::kAttribute).text();
    return method == "readline" || method == "decode" || gives(known_method(method), "same");
  }
  const Binding* binding = node.is(Kind::kIdentifier) ? cx.names().binding(node) : nullptr;
  if (binding == nullptr || depth == 0) return false;
  return std::all_of(binding->sites.begin(), binding->sites.end(), [&](const BindingSite& site) {
    const Node assignment = site.node.parent();
    return assignment.is(Kind::kAssignment) && site.node.field() == Field::kLeft &&
           is_text_value(cx, assignment.child(Field::kRight), depth - 1);
  });
}

// Do the callers in this file give it text, all of them, or some?
enum class GivenText : std::uint8_t { kNever, kSometimes, kAlways };
GivenText given_text(Context& cx, Node node) {
  const std::vector<Node> given = arguments_given(cx, node);
  const auto texts =
      std::count_if(given.begin(), given.end(), [&](Node it) { return value_of(it, cx.names()).is(ValueType::kText); });
  if (texts == 0) return GivenText::kNever;
  return static_cast<std::size_t>(texts) == given.size() ? GivenText::kAlways : GivenText::kSometimes;
}

// int(filter(…)): it takes a text, and no list.
bool is_read_as_number(Context& cx, Node call) {
  const Node arguments = call.parent();
  if (!arguments.is(Kind::kArgumentList) || arguments.named_child(0) != call) return false;
  const std::string taker = cx.names().qualified(arguments.parent().child(Field::kFunction));
  return taker == "__builtin__.int" || taker == "__builtin__.float" || taker == "__builtin__.long";
}

// lambda c: c in '0123456789'
bool asks_text(Node function) {
  for (Node node : function.descendants()) {
    if (!node.is(Kind::kComparisonOperator) || node.named_child_count() != 2) continue;
    const Node operation = node.named_child(0).next();
    if (node.named_child(1).is(Kind::kString) && operation.is_any(Kind::kTokenIn, Kind::kTokenNotIn)) return true;
  }
  return false;
}

// str.isdigit, lambda c: c in string.digits
bool tests_characters(Node function) {
  if (asks_text(function)) return true;
  const std::string_view text = function.text();
  const auto mentions = [&](std::string_view what) { return text.find(what) != std::string_view::npos; };
  return mentions("isdigit") || mentions("isalpha") || mentions("isalnum") || mentions("isspace") ||
         mentions("string.digits") || mentions("string.letters") || mentions("string.printable") ||
         mentions("string.ascii_");
}

void visit(Context& cx, Node call) {
  const Node list = call.child(Field::kArguments);
  if (!calls_builtin(cx, call, "filter") || !list.is(Kind::kArgumentList)) return;
  if (!needs_list(cx, call) && !shows_call_order(cx, call)) return;
  const std::vector<Node> arguments = list.named_children();
  if (arguments.size() != 2 || arguments[0].is(Kind::kKeywordArgument) || arguments[1].is(Kind::kKeywordArgument)) {
    if (!arguments.empty()) make_list(cx, call);
    return;
  }
  constexpr int kDepth = 4;
  const Holes whole{{"call", call}};
  const GivenText given = given_text(cx, arguments[1]);
  if (is_text_value(cx, arguments[1], kDepth) || is_read_as_number(cx, call) || given == GivenText::kAlways) {
    cx.replace(call, "''.join($call)", whole);
    return;
  }
  const Value filtered = value_of(arguments[1], cx.names());
  if (filtered.type == ValueType::kTuple) {
    cx.replace(call, "tuple($call)", whole);
    return;
  }
  if (const SimpleLambda lambda = simple_lambda(cx, arguments[0])) {
    const bool unchanged = lambda.body.text() == lambda.parameter.text();
    cx.replace(call, unchanged ? "[$item for $item in $items if $item]" : "[$item for $item in $items if $test]",
               {{"item", std::string(lambda.parameter.text())}, {"items", arguments[1]}, {"test", lambda.body}});
  } else {
    make_list(cx, call, filtered.type == ValueType::kUnknown ? std::nullopt : std::optional(Safety::kSafe));
  }
  if (filtered.type == ValueType::kUnknown && (tests_characters(arguments[0]) || given == GivenText::kSometimes))
    cx.report(arguments[1], "if this is text, filter() gave text in Python 2: write ''.join(filter(...))");
}

}  // namespace

Fixer fix_filter() {
  return {
      .name = "filter",
      .doc = "Puts list() around a filter() that is used as a list, or ''.join() where it filters text.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#views-and-iterators-instead-of-lists",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "What is filtered is text or a tuple, where that does not show.",
      .runs_on = RunsOn::kVariant,
      .for_both =
          "A lambda gets list() as well: Python 2 shares the variable of a list comprehension with the code around it.",
      .needs = Needs::kEvidence,
      .words = {"filter"},
      .examples = {{"rest = filter(None, xs)", "rest = list(filter(None, xs))"},
                   {"odd = filter(lambda x: x % 2, xs)", "odd = [x for x in xs if x % 2]"},
                   {"odd = filter(lambda x: x % 2, xs)", "odd = list(filter(lambda x: x % 2, xs))", "--target 2+3"},
                   {"digits = filter(str.isdigit, line.strip())",
                    "digits = ''.join(filter(str.isdigit, line.strip()))"},
                   {"for x in filter(f, xs): pass", "for x in filter(f, xs): pass"}},
      .visits = {{{Kind::kCall}, visit},
                 {{Kind::kIdentifier}, [](Context& cx, Node name) { report_value(cx, name, "filter"); }}},
  };
}

}  // namespace py3k::fixers
