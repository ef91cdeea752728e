// What print, str() and repr() show of a value is not what Python 2 showed: 10L and u'' in containers, <type 'int'>,
// twelve digits of a float, the order of a dict. https://docs.python.org/3/whatsnew/3.0.html
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

#include "engine/analysis/values.h"
#include "engine/one_of.h"
#include "engine/syntax/string_literal.h"
#include "fixers/method_rename.h"
#include "fixers/number.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr int kDeepest = 4;  // containers in containers, and variables

constexpr std::string_view kLong =
    "no L stands behind long integers in Python 3: what reads or compares this text sees it";
constexpr std::string_view kUnicode = "no u stands before text in Python 3: what reads or compares this text sees it";
constexpr std::string_view kType = "a builtin type is shown as <class 'int'>, no longer as <type 'int'>";
constexpr std::string_view kDigits =
    "a float is shown with as many digits as it takes, no longer with twelve: round it, or write '%.12g' % x";
constexpr std::string_view kOrder =
    "a dict keeps the order in which its keys came since Python 3.7; Python 2 had another: show sorted(…) where it "
    "matters";

bool is_sequence(Node node) {
  return node.is_any(Kind::kList, Kind::kTuple, Kind::kSet, Kind::kDictionary, Kind::kExpressionList);
}

// 10L, 2 ** 64 written out
bool is_long_literal(Node node) {
  const std::string_view text = node.text();
  if (text.ends_with('L') || text.ends_with('l')) return true;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc::result_out_of_range || (end == text.data() + text.size() && value > INT64_MAX);
}

class Shown {
 public:
  Shown(Context& cx, Numbers& numbers) : cx_(cx), numbers_(numbers) {}

  // What is seen of a value where its repr() is shown; empty where nothing is known to differ.
  std::string_view in_repr(Node node, int depth = 0) {
    if (depth > kDeepest) return {};
    switch (node.kind()) {
      case Kind::kParenthesizedExpression:
        return in_repr(node.named_child(0), depth);
      case Kind::kInteger:
        return is_long_literal(node) ? kLong : std::string_view();
      case Kind::kString:
        return StringLiteral(node).unicode() ? kUnicode : std::string_view();
      case Kind::kCall:
        return in_repr_of_call(node, depth);
      case Kind::kIdentifier: {
        const Node value = only_value(node, cx_.names());
        return value ? in_repr(value, depth + 1) : std::string_view();
      }
      default:
        return in_container(node, depth);
    }
  }

  // The same where str() of it is.
  std::string_view in_str(Node node, int depth = 0) {
    if (node.is(Kind::kParenthesizedExpression)) return in_str(node.named_child(0), depth);
    if (node.is(Kind::kIdentifier)) {
      const Node value = depth < kDeepest ? only_value(node, cx_.names()) : Node();
      if (value) return in_str(value, depth + 1);
    }
    if (const std::string_view found = in_container(node, depth); !found.empty()) return found;
    if (is_type(node)) return kType;
    const bool is_arithmetic = node.is(Kind::kBinaryOperator) && !node.child(Field::kOperator).is(Kind::kTokenPercent);
    return is_arithmetic && numbers_.of(node) == Number::kFloat ? kDigits : std::string_view();
  }

 private:
  std::string_view in_container(Node node, int depth) {
    if (node.is_any(Kind::kListComprehension, Kind::kSetComprehension)) return in_repr(node.named_child(0), depth + 1);
    if (!is_sequence(node)) return {};
    if (node.is(Kind::kDictionary) && is_ordered_otherwise(node)) return kOrder;
    for (Node item : node.named_children()) {
      std::string_view found;
      if (item.is(Kind::kPair)) {
        found = in_repr(item.child(Field::kKey), depth + 1);
        if (found.empty()) found = in_repr(item.child(Field::kValue), depth + 1);
      } else {
        found = in_repr(item, depth + 1);
      }
      if (!found.empty()) return found;
    }
    return {};
  }

  // long(x), unicode(x), map(long, xs), d.keys()
  std::string_view in_repr_of_call(Node call, int depth) {
    const Node function = call.child(Field::kFunction);
    const Node first = call.child(Field::kArguments).named_child(0);
    const std::string_view name = last_name(function);
    if (name == "keys" || name == "items" || name == "values") {
      const Node owner = function.child(Field::kObject);
      const Node display = owner.is(Kind::kIdentifier) ? only_value(owner, cx_.names()) : owner;
      return display.is(Kind::kDictionary) ? in_container(display, depth) : std::string_view();
    }
    static constexpr std::string_view kNames[] = {"long", "unicode", "map"};
    if (!is_one_of(kNames, name)) return {};
    const std::string known = cx_.names().qualified(function);
    if (known == "__builtin__.long") return kLong;
    if (known == "__builtin__.unicode") return kUnicode;
    if (known != "__builtin__.map" || !first) return {};
    if (cx_.names().resolves_to(first, "__builtin__.long")) return kLong;
    return cx_.names().resolves_to(first, "__builtin__.unicode") ? kUnicode : std::string_view();
  }

  // Keys of text come in no order that anybody would write down.
  static bool is_ordered_otherwise(Node display) {
    std::size_t texts = 0;
    for (Node pair : display.named_children()) texts += pair.child(Field::kKey).is(Kind::kString) ? 1 : 0;
    return texts > 1;
  }

  // type(x), of what is no class of the file's; sys.exc_type
  bool is_type(Node node) {
    if (node.is(Kind::kAttribute))
      return node.text() == "sys.exc_type" && cx_.names().resolves_to(node, "sys.exc_type");
    if (!node.is(Kind::kCall) || node.child(Field::kFunction).text() != "type") return false;
    const Node argument = node.child(Field::kArguments).named_child(0);
    if (node.child(Field::kArguments).named_child_count() != 1) return false;
    if (!cx_.names().resolves_to(node.child(Field::kFunction), "__builtin__.type")) return false;
    const ValueType type = value_of(argument, cx_.names()).type;
    return argument.is_any(Kind::kInteger, Kind::kFloat, Kind::kString) ||
           (type != ValueType::kUnknown && type != ValueType::kInstance);
  }

  Context& cx_;
  Numbers& numbers_;
};

// "%s %r": whether each operand is shown by repr(), and whether by str(); '-' for the others.
std::string letters_of(std::string_view format) {
  std::string letters;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') continue;
    i = format.find_first_not_of("#0- +.123456789hlL", i + 1);
    if (i == std::string_view::npos || format[i] == '(' || format[i] == '*') return {};
    if (format[i] != '%') letters += format[i];
  }
  return letters;
}

void formatted(Context& cx, Shown& shown, Node operation) {
  const Node format = operation.child(Field::kLeft);
  if (!format.is(Kind::kString) || !operation.child(Field::kOperator).is(Kind::kTokenPercent)) return;
  const Node right = operation.child(Field::kRight);
  const std::vector<Node> operands = right.is(Kind::kTuple) ? right.named_children() : std::vector<Node>{right};
  const std::string letters = letters_of(StringLiteral(format).body());
  if (letters.size() != operands.size()) return;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    std::string_view found;
    if (letters[i] == 'r') found = shown.in_repr(operands[i]);
    if (letters[i] == 's') found = shown.in_str(operands[i]);
    if (!found.empty()) cx.report(operands[i], std::string(found));
  }
}

// repr(x), str(x)
void called(Context& cx, Shown& shown, Node call) {
  const std::string_view name = call.child(Field::kFunction).text();
  const Node arguments = call.child(Field::kArguments);
  if ((name != "repr" && name != "str" && name != "unicode") || arguments.named_child_count() != 1) return;
  if (!cx.names().resolves_to(call.child(Field::kFunction), "__builtin__." + std::string(name))) return;
  // repr(n)[:-1] and repr(n).rstrip('L') take it away themselves: see old_results.
  if (name == "repr" && call.parent().is_any(Kind::kSubscript, Kind::kAttribute)) return;
  const Node argument = arguments.named_child(0);
  const std::string_view found = name == "repr" ? shown.in_repr(argument) : shown.in_str(argument);
  if (!found.empty()) cx.report(argument, std::string(found));
}

// "<type 'str'>" in what is compared or looked up; what has several lines is read by people, or by doctest.
void literal(Context& cx, Node string) {
  if (string.text().find("<type '") == std::string_view::npos || string.text().find('\n') != std::string_view::npos)
    return;
  if (string.parent().is_any(Kind::kExpressionStatement, Kind::kConcatenatedString)) return;
  cx.report(string, std::string(kType));
}

void run(Context& cx) {
  Numbers numbers(cx);
  Shown shown(cx, numbers);
  for (Node node : cx.tree().root().descendants()) {
    switch (node.kind()) {
      case Kind::kPrintStatement:
        for (Node item : node.children()) {
          if (item.field() != Field::kArgument) continue;
          if (const std::string_view found = shown.in_str(item); !found.empty()) cx.report(item, std::string(found));
        }
        break;
      case Kind::kReprExpression:
        if (const std::string_view found = shown.in_repr(node.named_child(0)); !found.empty())
          cx.report(node, std::string(found));
        break;
      case Kind::kCall:
        called(cx, shown, node);
        break;
      case Kind::kBinaryOperator:
        formatted(cx, shown, node);
        break;
      case Kind::kString:
        literal(cx, node);
        break;
      default:
        break;
    }
  }
}

}  // namespace

Fixer fix_shown_values() {
  return {
      .name = "shown_values",
      .doc =
          "Finds what print, str(), repr() and % show otherwise in Python 3: long integers and unicode text in lists, "
          "builtin types, floats that were computed, dicts.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html",
      .group = Group::kPython2,
      .safety = Safety::kManual,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kEvidence,
      .words = {"print", "repr", "str", "`"},
      .examples = {{"text = repr([10L])", "text = repr([10L])"}},
      .finish = run,
  };
}

}  // namespace py3k::fixers
