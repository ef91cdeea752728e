// PEP 238: / of two integers gives a float in Python 3.
#include <string_view>
#include <vector>

#include "engine/fixer.h"
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

Division division_at(Numbers& numbers, Node node) {
  const Node sign = node.child(Field::kOperator);
  const bool divides = sign.text() == (node.is(Kind::kBinaryOperator) ? "/" : "/=");
  if (!divides) return {};
  const Number left = numbers.of(node.child(Field::kLeft));
  const Number right = numbers.of(node.child(Field::kRight));
  if (left == Number::kFloat || right == Number::kFloat) return {sign, Number::kFloat};
  const bool is_integer = left == Number::kInteger && right == Number::kInteger;
  return {sign, is_integer ? Number::kInteger : Number::kUnknown};
}

void run(Context& cx) {
  if (has_true_division(cx)) return;
  std::vector<Division> divisions;
  bool all_known = true;
  Numbers numbers(cx);
  for (Node node : cx.tree().root().descendants()) {
    if (!node.is_any(Kind::kBinaryOperator, Kind::kAugmentedAssignment)) continue;
    const Division division = division_at(numbers, node);
    if (!division.sign) continue;
    divisions.push_back(division);
    all_known = all_known && division.number != Number::kUnknown;
  }
  for (const Division& division : divisions) {
    if (division.number == Number::kUnknown) {
      cx.report(division.sign,
                "of two integers this gives an integer in Python 2, and a float in Python 3: write // "
                "where they are integers");
    } else if (division.number == Number::kInteger) {
      ChangeBuilder change = cx.change(division.sign);
      change.set_text(division.sign, division.sign.text() == "/" ? "//" : "//=");
      // Where nothing else would divide otherwise, the file says so.
      if (cx.keeps_python2() && all_known) change.need_import("__future__", "division");
      change.apply();
    }
  }
}

}  // namespace

Fixer fix_division() {
  return {
      .name = "division",
      .doc = "Writes // for / between integers, and reports each / of which nobody can tell.",
      .reference = "https://peps.python.org/pep-0238/",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
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
