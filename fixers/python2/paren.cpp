// In Python 2 the items of a list comprehension's `in` may stand without parentheses, lambdas may stand there and after
// its `if`, and a generator among other arguments; in Python 3 none of them. Nor may an argument's name stand in
// parentheses, or blanks between the dots of an ellipsis.
#include <algorithm>

#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node clause) {
  Node first = clause.is(Kind::kForInClause) ? clause.child(Kind::kTokenIn).next() : clause.named_child(0);
  const Node last = clause.last_child();
  if (first == last && !first.is(Kind::kLambda)) return;
  if (clause.parent().is(Kind::kGeneratorExpression) && first.next() == last) {
    cx.set_text(last, "");  // `f(x for x in y, )`: the comma is the call's, and allowed no more
    return;
  }
  cx.change(clause).replace({first.start(), last.end()}, "($*items)", {{"items", HoleValue(first, last)}}).apply();
}

// The engine has read parentheses around it that are not there.
bool is_bare(Node group) {
  return group.is_any(Kind::kGeneratorExpression, Kind::kParenthesizedExpression) && group.first_child() &&
         group.first_child().start() == group.first_child().end();
}

// Where the arguments begin that a generator may not stand behind in Python 3; past the end where none does.
std::size_t first_late(const std::vector<Node>& arguments) {
  const auto is_named = [](Node it) {
    return it.is_any(Kind::kListSplat, Kind::kListSplatPattern, Kind::kDictionarySplat, Kind::kKeywordArgument);
  };
  const auto first = std::find_if(arguments.begin(), arguments.end(), is_named);
  const bool is_before_generator = std::any_of(first, arguments.end(), is_bare);
  return static_cast<std::size_t>((is_before_generator ? first : arguments.end()) - arguments.begin());
}

// `f(*a, x for x in y)` gives the generator to the function first, as 2.7 compiles it.
void visit_arguments(Context& cx, Node list) {
  const std::vector<Node> arguments = list.named_children();
  const std::size_t first = first_late(arguments);
  if (first == arguments.size()) return;
  std::string generators;
  std::string others;
  Holes holes;
  for (std::size_t i = first; i < arguments.size(); ++i) {
    const Node it = arguments[i];
    const std::string name = "item" + std::to_string(i);
    if (is_bare(it)) {
      generators += "($*" + name + "), ";
      holes.emplace_back(name, HoleValue(it.named_child(0), it.named_children().back()));
    } else {
      others += (others.empty() ? "$*" : ", $*") + name;
      holes.emplace_back(name, HoleValue(it, it));
    }
  }
  cx.change(list).replace({arguments[first].start(), arguments.back().end()}, generators + others, holes).apply();
}

void visit_group(Context& cx, Node group) {
  if (!is_bare(group)) return;
  const Node clause = group.parent();
  const bool is_item = clause.is(Kind::kForInClause) && clause.child(Kind::kTokenIn).next() != clause.last_child();
  if (is_item) return;  // all of them get parentheses
  if (clause.is(Kind::kArgumentList)) {
    const std::vector<Node> arguments = clause.named_children();
    const std::size_t first = first_late(arguments);
    if (first < arguments.size() && group.start() > arguments[first].start()) return;  // it moves
  }
  const Node list = clause.is(Kind::kArgumentList) && clause.named_child_count() == 1 ? clause : Node();
  if (const Node comma = list.child(Kind::kTokenComma)) {
    cx.set_text(comma, "");  // `f(x for x in y if x, )`
    return;
  }
  const Node begin = group.named_child(0);
  const Node end = group.named_children().back();
  cx.change(group).replace(group, "($*inner)", {{"inner", HoleValue(begin, end)}}).apply();
}

void visit_keyword(Context& cx, Node keyword) {
  const Node name = keyword.child(Field::kName);
  if (name.start() == keyword.start()) return;
  const Node value = keyword.child(Field::kValue);
  cx.change(keyword).replace(keyword, "$name=$value", {{"name", name}, {"value", value}}).apply();
}

void visit_ellipsis(Context& cx, Node ellipsis) {
  if (ellipsis.text() != "...") cx.change(ellipsis).replace(ellipsis, "...").apply();
}

}  // namespace

Fixer fix_paren() {
  return {
      .name = "paren",
      .doc =
          "Puts parentheses around the items, or the lambda, that a list comprehension goes through, and around a "
          "generator "
          "among other arguments; takes them from an argument's name.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#changed-syntax",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"for,"},
      .examples = {{"x = [u for u in a, b for v in c, d]", "x = [u for u in (a, b) for v in (c, d)]"},
                   {"x = f(*a, u for u in b)", "x = f((u for u in b), *a)"},
                   {"x = f((a)=1)", "x = f(a=1)"}},
      .visits = {{{Kind::kForInClause, Kind::kIfClause}, visit},
                 {{Kind::kArgumentList}, visit_arguments},
                 {{Kind::kGeneratorExpression, Kind::kParenthesizedExpression}, visit_group},
                 {{Kind::kKeywordArgument}, visit_keyword},
                 {{Kind::kEllipsis}, visit_ellipsis}},
  };
}

}  // namespace py3k::fixers
