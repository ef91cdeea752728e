// print is a function since Python 3.0 (PEP 3105). What the statement did between and after its items: a space, unless
// the text before it ended in white space other than a space ("softspace"; PRINT_ITEM in Python 2's ceval.c).
// https://docs.python.org/2.7/reference/simple_stmts.html#the-print-statement
#include "engine/fixer.h"
#include "engine/syntax/precedence.h"
#include "engine/syntax/string_literal.h"
#include "fixers/text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// Is this text that, whatever its parts are, ends in a newline, a tab or the like?
bool ends_in_white_space(Node item) {
  switch (item.kind()) {
    case Kind::kString: {
      const std::optional<char> last = StringLiteral(item).last_character();
      return last && std::string_view("\n\t\r\v\f").find(*last) != std::string_view::npos;
    }
    case Kind::kConcatenatedString:
      return ends_in_white_space(item.last_child());
    case Kind::kParenthesizedExpression:
      return ends_in_white_space(item.named_child(0));
    case Kind::kConditionalExpression:
      return ends_in_white_space(item.named_child(0)) && ends_in_white_space(item.named_child(2));
    case Kind::kBinaryOperator: {
      const Kind operation = item.child(Field::kOperator).kind();
      if (operation == Kind::kTokenPercent) return ends_in_white_space(item.child(Field::kLeft));
      return operation == Kind::kTokenPlus && ends_in_white_space(item.child(Field::kRight));
    }
    case Kind::kCall: {
      const Node method = item.child(Field::kFunction);
      return method.child(Field::kAttribute).text() == "format" && ends_in_white_space(method.child(Field::kObject));
    }
    default:
      return false;
  }
}

struct Parts {
  Node target;
  std::vector<Node> items;
  bool comma = false;  // at the end
};

Parts parts_of(Node print) {
  Parts parts{.target = print.child(Field::kTarget), .comma = print.last_child().is(Kind::kTokenComma)};
  for (Node child : print.children())
    if (child.field() == Field::kArgument) parts.items.push_back(child);
  return parts;
}

// `print (x)`: Python 3 reads the parentheses as those of a call, and they say the same. Not so `print (x, y)`.
bool is_call_already(const Parts& parts) {
  if (parts.target || parts.comma || parts.items.size() != 1) return false;
  const Node only = parts.items.front();
  return only.is(Kind::kGeneratorExpression) ||
         (only.is(Kind::kParenthesizedExpression) && !only.named_child(0).is(Kind::kYield));
}

// The items; of a single one, what is between its parentheses.
HoleValue items_of(const Parts& parts) {
  const Node first = parts.items.front();
  return parts.items.size() == 1 ? HoleValue(unparenthesized(first)) : HoleValue(first, parts.items.back());
}

// Items that follow one another without a space become one: `"a\n", x, y` -> `"a\n" + str(x), y`.
void join_items(Context& cx, ChangeBuilder& change, const std::vector<Node>& items) {
  const bool shadowed = cx.names().lookup("str", cx.names().scope_of(items.front())) != nullptr;
  for (std::size_t first = 0; first < items.size(); ++first) {
    std::size_t last = first;
    std::string replacement = "$i0";
    Holes holes{{"i0", items[first]}};
    while (last + 1 < items.size() && ends_in_white_space(items[last])) {
      const std::string name = "i" + std::to_string(++last);
      replacement += is_text(items[last]) ? " + $" + name
                     : shadowed           ? " + \"%s\" % ($" + name + ",)"
                                          : " + str($" + name + ")";
      holes.emplace_back(name, items[last]);
    }
    if (last > first) change.replace({items[first].start(), items[last].end()}, replacement, holes);
    first = last;
  }
}

// `print (x, y)` prints a tuple, unless it is a call: what an earlier run made of `print x, y`, in a file that is still
// Python 2 in other ways. Statements that can't be calls show that there was no earlier run.
bool may_be_call(Context& cx, const Parts& parts) {
  if (cx.settings().says_python2() || cx.source().evidence.print_statement) return false;
  return !parts.target && !parts.comma && parts.items.size() == 1 && parts.items.front().is(Kind::kTuple);
}

void visit(Context& cx, Node print) {
  const Parts parts = parts_of(print);
  if (is_call_already(parts) || may_be_call(cx, parts)) return;
  std::string arguments;
  Holes holes;
  const auto add = [&](std::string_view argument) { arguments.append(arguments.empty() ? "" : ", ").append(argument); };

  std::size_t joints = 0;  // places between two items where no space is printed
  if (!parts.items.empty()) {
    add("$*items");
    holes.emplace_back("items", items_of(parts));
    for (std::size_t i = 0; i + 1 < parts.items.size(); ++i) joints += ends_in_white_space(parts.items[i]) ? 1 : 0;
    if (joints > 0 && joints + 1 == parts.items.size()) add("sep=''");
  }
  const bool comma = parts.comma && !parts.items.empty();  // that of `print >>f,`, which is no Python, says nothing
  const bool space = comma && !ends_in_white_space(parts.items.back());
  if (comma) add(space ? "end=' '" : "end=''");
  if (parts.target) {
    add("file=$target");
    holes.emplace_back("target", parts.target);
  }
  ChangeBuilder change = cx.change(print);
  change.replace(print, "print(" + arguments + ")", holes);
  if (joints > 0 && joints + 1 < parts.items.size()) join_items(cx, change, parts.items);
  change.safety(space ? Safety::kUnsafe : Safety::kSafe);
  change.apply();
}

}  // namespace

Fixer fix_print() {
  return {
      .name = "print",
      .doc = "Replaces the print statement with the print function.",
      .reference = "https://peps.python.org/pep-3105/",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "Only `print x,` is: Python 2 put the space before what is printed next, so not at the end of a line; "
          "end=' ' puts it there at once.",
      .runs_on = RunsOn::kPy3,
      .needs = Needs::kEvidence,
      .words = {"print"},
      .examples = {{"print 'a', x", "print('a', x)"},
                   {"print", "print()"},
                   {"print >>sys.stderr, x,", "print(x, end=' ', file=sys.stderr)"},
                   {"print 'a\\n',", "print('a\\n', end='')"},
                   {"print (x), y", "print((x), y)"}},
      .visits = {{{Kind::kPrintStatement}, visit}},
  };
}

}  // namespace py3k::fixers
