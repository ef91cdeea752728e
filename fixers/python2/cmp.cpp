// cmp() is gone: https://docs.python.org/3/whatsnew/3.0.html#ordering-comparisons, which also says what to write for
// it.
#include <algorithm>

#include "engine/analysis/values.h"
#include "engine/rewrite/layout.h"
#include "fixers/comparison.h"
#include "fixers/first_statement.h"
#include "fixers/method_rename.h"
#include "fixers/receiver.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// The call, where a use of the name is one of two arguments.
Node call_of(Node name) {
  const Node call = name.field() == Field::kFunction && name.parent().is(Kind::kCall) ? name.parent() : Node();
  const Node arguments = call.child(Field::kArguments);
  if (!arguments.is(Kind::kArgumentList) || arguments.named_child_count() != 2) return {};
  for (Node argument : arguments.named_children())
    if (argument.is_any(Kind::kListSplat, Kind::kDictionarySplat, Kind::kKeywordArgument)) return {};
  return call;
}

// cmp(a, b) == 0 asks for a == b, and so on. Empty: it is compared with nothing, or something else.
std::string_view asked_for(Node call) {
  static constexpr std::string_view kOperators[] = {"==", "!=", "<", ">", "<=", ">="};
  const Node around = call.parent();
  if (around.is(Kind::kNotOperator)) return "==";
  if (!around.is(Kind::kComparisonOperator) || around.child_count() != 3 || around.first_child() != call) return {};
  const auto found = std::find(std::begin(kOperators), std::end(kOperators), call.next().text());
  return found != std::end(kOperators) && around.last_child().text() == "0" ? *found : std::string_view();
}

// May it be worked out twice? It costs little and changes nothing, as far as one can see.
bool is_cheap(Context& cx, Node operand) {
  static constexpr std::string_view kCheap[] = {"__builtin__.len", "__builtin__.id",  "__builtin__.abs",
                                                "__builtin__.int", "__builtin__.str", "__builtin__.type"};
  for (Node node : operand.subtree()) {
    if (!node.is_named()) continue;
    const bool is_plain =
        node.is_any(Kind::kIdentifier, Kind::kAttribute, Kind::kSubscript, Kind::kArgumentList, Kind::kInteger,
                    Kind::kFloat, Kind::kString, Kind::kUnaryOperator, Kind::kParenthesizedExpression);
    const bool is_call = node.is(Kind::kCall) && is_one_of(kCheap, cx.names().qualified(node.child(Field::kFunction)));
    if (!is_plain && !is_call) return false;
  }
  return true;
}

// Is it given to a sort() of a class of the project, which takes what it takes?
bool is_of_own_sort(Context& cx, Node given) {
  const Node function = given.ancestor(Kind::kCall).child(Field::kFunction);
  return function.is(Kind::kAttribute) && receiver_of(cx, function.child(Field::kObject), "sort") == Receiver::kOwn;
}

// What sort() is given: the fixer `sorted` sees to it.
bool is_of_sort(Context& cx, Node name, Node call) {
  const Node lambda = call.parent();
  if (is_given_to_sort(name)) return !is_of_own_sort(cx, name);
  return is_given_to_sort(lambda) && comparison_of(cx, lambda).key && !is_of_own_sort(cx, lambda);
}

class CmpFixer {
 public:
  explicit CmpFixer(Context& cx) : cx_(cx) {}

  void run() {
    for (Node name : cx_.names().free_uses("cmp")) {
      if (!cx_.names().resolves_to(name, "__builtin__.cmp")) continue;
      const Node call = call_of(name);
      if (is_of_sort(cx_, name, call)) continue;
      if (call && !asked_for(call).empty()) {
        compare(call);
      } else if (call && has_no_order(call)) {
        cx_.replace(call, "int($a != $b)", holes_of(call));
      } else {
        others_.push_back(name);
      }
    }
    const bool all_inline = std::all_of(others_.begin(), others_.end(), [&](Node name) {
      const Node call = call_of(name);
      const auto operands = call.child(Field::kArguments).named_children();
      return call && is_cheap(cx_, operands[0]) && is_cheap(cx_, operands[1]);
    });
    if (others_.empty()) return;
    all_inline ? write_inline() : define();
  }

 private:
  static Holes holes_of(Node call) {
    const Node arguments = call.child(Field::kArguments);
    return {{"a", arguments.named_child(0)}, {"b", arguments.named_child(1)}};
  }

  // cmp(self.__dict__, other.__dict__), cmp(type(a), b.__class__): they are the same or not.
  bool has_no_order(Node call) const {
    for (Node operand : call.child(Field::kArguments).named_children())
      if (operand.child(Field::kAttribute).text() == "__dict__" ||
          operand.child(Field::kAttribute).text() == "__class__" ||
          (only_argument(operand) && cx_.names().resolves_to(operand.child(Field::kFunction), "__builtin__.type")) ||
          operand.is(Kind::kDictionary) || value_of(operand, cx_.names()).type == ValueType::kMapping)
        return true;
    return false;
  }

  void compare(Node call) { cx_.replace(call.parent(), "$a " + std::string(asked_for(call)) + " $b", holes_of(call)); }

  void write_inline() {
    for (Node name : others_) cx_.replace(call_of(name), "($a > $b) - ($a < $b)", holes_of(call_of(name)));
  }

  // One function rather than that many lambdas, and nothing is worked out twice.
  void define() {
    const Node place = place_for_definition(cx_.tree().root(), "cmp", others_);
    if (!place) return;
    ChangeBuilder change = cx_.change(others_.front(), "cmp() is gone: it is defined at the top of the file");
    insert_definition(cx_, change, place, "def cmp(a, b):\n    " + std::string(kCmpBody) + "\n");
    change.apply();
  }

  Context& cx_;
  std::vector<Node> others_;
};

}  // namespace

Fixer fix_cmp() {
  return {
      .name = "cmp",
      .doc = "Replaces cmp(a, b) by comparisons, or defines it where that would work out something twice.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#ordering-comparisons",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "What is made of two dicts or types is sorted by them; one of the two is None, or they are of types that "
          "Python 3 has "
          "no order for.",
      .runs_on = RunsOn::kBoth,
      .words = {"cmp"},
      .examples = {{"if cmp(a, b) < 0: pass", "if a < b: pass"},
                   {"x = cmp(self.x, other.x)", "x = (self.x > other.x) - (self.x < other.x)"},
                   {"n = cmp(f(x), g(y))", "def cmp(a, b):\n    return (a > b) - (a < b)\n\n\nn = cmp(f(x), g(y))"}},
      .finish = [](Context& cx) { CmpFixer(cx).run(); },
  };
}

}  // namespace py3k::fixers
