// PEP 238: / of two integers gives a float in Python 3.
#include <string_view>
#include <vector>

#include "engine/analysis/values.h"
#include "engine/fixer.h"
#include "fixers/method_rename.h"
#include "fixers/number.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

struct Division {
  Node sign;
  Number number = Number::kUnknown;
};

bool has_true_division(Context& cx) {
  for (Node node : cx.tree().root().children()) {
    if (!node.is(Kind::kFutureImportStatement)) continue;
    for (Node name : node.named_children())
      if ((name.is(Kind::kAliasedImport) ? name.child(Field::kName) : name).text() == "division") return true;
  }
  return false;
}

// A path, a text or an own class's instance: whatever / does there, it does in Python 3 as well.
bool divides_no_number(Context& cx, Node operand) {
  const Value value = value_of(operand, cx.names());
  if (value.type == ValueType::kText || value.type == ValueType::kBytes) return true;
  return value.class_definition && (member(cx, value.class_definition, "__div__") != nullptr ||
                                    member(cx, value.class_definition, "__truediv__") != nullptr);
}

Number number_of(Numbers& numbers, Node division, Node left, Node right) {
  const Number one = numbers.of(left);
  const Number other = numbers.of(right);
  if (one == Number::kFloat || other == Number::kFloat) return Number::kFloat;
  const Number wanted = division.is(Kind::kBinaryOperator) ? numbers.wanted(division) : Number::kUnknown;
  if (wanted == Number::kInteger || (one == Number::kInteger && other == Number::kInteger)) return Number::kInteger;
  return wanted == Number::kLikelyInteger || (is_integer(one) && is_integer(other)) ? Number::kLikelyInteger
                                                                                    : Number::kUnknown;
}

Division division_at(Context& cx, Numbers& numbers, Node node) {
  const Node sign = node.child(Field::kOperator);
  const bool divides = sign.text() == (node.is(Kind::kBinaryOperator) ? "/" : "/=");
  if (!divides) return {};
  const Node left = node.child(Field::kLeft);
  const Node right = node.child(Field::kRight);
  if (divides_no_number(cx, left) || divides_no_number(cx, right)) return {sign, Number::kFloat};
  return {sign, number_of(numbers, node, left, right)};
}

void write_floor(Context& cx, const Division& division, bool all_known) {
  const bool is_known = division.number == Number::kInteger;
  ChangeBuilder change =
      cx.change(division.sign, is_known ? "" : "as far as this file shows these are integers, and / gives a float");
  change.set_text(division.sign, division.sign.text() == "/" ? "//" : "//=");
  // Where nothing else would divide otherwise, the file says so.
  if (cx.keeps_python2() && all_known) change.need_import("__future__", "division");
  change.safety(is_known ? Safety::kSafe : Safety::kUnsafe).apply();
}

void run(Context& cx) {
  if (has_true_division(cx)) return;
  std::vector<Division> divisions;
  bool all_known = true;
  Numbers numbers(cx);
  for (Node node : cx.tree().root().descendants()) {
    if (!node.is_any(Kind::kBinaryOperator, Kind::kAugmentedAssignment)) continue;
    const Division division = division_at(cx, numbers, node);
    if (!division.sign) continue;
    divisions.push_back(division);
    all_known = all_known && (division.number == Number::kInteger || division.number == Number::kFloat);
  }
  std::size_t said_until = 0;  // one finding a line
  for (const Division& division : divisions) {
    if (is_integer(division.number)) write_floor(cx, division, all_known);
    if (division.number != Number::kUnknown || division.sign.start() < said_until) continue;
    cx.report(division.sign,
              "of two integers this gives an integer in Python 2, and a float in Python 3: write // "
              "where they are integers");
    said_until = cx.text().find_first_of("\r\n", division.sign.start());
  }
}

}  // namespace

Fixer fix_division() {
  return {
      .name = "division",
      .doc =
          "Writes // for / between integers, by where they come from and what their quotient is used for, and reports "
          "each / of which nobody can tell.",
      .reference = "https://peps.python.org/pep-0238/",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .unsafe_when = "A caller, or another file, gives floats.",
      .runs_on = RunsOn::kVariant,
      .for_both =
          "The same; and where that leaves no / in doubt, the file gets `from __future__ import division`, so that "
          "what is written later divides alike.",
      .needs = Needs::kEvidence,
      .words = {"/"},
      .examples = {{"half = len(xs) / 2", "half = len(xs) // 2"},
                   {"share = part / 2.0", "share = part / 2.0"},
                   {"for i in range(9): print i / 2, i / 2.0",
                    "from __future__ import division\n\nfor i in range(9): print i // 2, i / 2.0", "--target 2+3"}},
      .finish = run,
  };
}

}  // namespace py3k::fixers
