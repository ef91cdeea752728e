// print is a function since Python 3.0 (PEP 3105). What the statement did between and after its items: a space, unless
// the text before it ended in white space other than a space ("softspace"; PRINT_ITEM in Python 2's ceval.c).
// https://docs.python.org/2.7/reference/simple_stmts.html#the-print-statement
#include <algorithm>

#include "engine/analysis/values.h"
#include "engine/fixer.h"
#include "engine/syntax/precedence.h"
#include "engine/syntax/string_literal.h"
#include "fixers/opened.h"
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
  bool comma = false;         // at the end
  bool is_line = false;       // is the last item a line of a file?
  bool is_continued = false;  // by sys.stdout.write(), which puts no space in between

  // The comma of `print >>f,`, which is no Python, says nothing.
  bool has_comma() const { return comma && !items.empty(); }
  bool ends_line_with_space() const {
    return has_comma() && !is_line && !is_continued && !ends_in_white_space(items.back());
  }
};

bool gives_lines(Context& cx, Node iterable) {
  if (opening(cx, iterable) || cx.names().resolves_to(iterable, "sys.stdin")) return true;
  const Node function = iterable.child(Field::kFunction);
  const std::string_view method = function.child(Field::kAttribute).text();
  return iterable.is(Kind::kCall) && (method == "readlines" || method == "xreadlines");
}

// A variable that is given nothing but lines of files, which end in a newline.
bool is_line(Context& cx, Node item) {
  const Binding* binding = item.is(Kind::kIdentifier) ? cx.names().binding(item) : nullptr;
  return binding != nullptr && !binding->sites.empty() &&
         std::all_of(binding->sites.begin(), binding->sites.end(), [&](const BindingSite& site) {
           const Node loop = site.node.parent();
           return loop.is(Kind::kForStatement) && site.node.field() == Field::kLeft &&
                  gives_lines(cx, loop.child(Field::kRight));
         });
}

// Is what comes next a sys.stdout.write()?
bool is_write(Context& cx, Node print) {
  Node statement = print.next();
  while (statement && !statement.is_named()) statement = statement.next();
  // The first thing that a loop or a block does.
  while (statement.is_any(Kind::kForStatement, Kind::kWhileStatement, Kind::kWithStatement, Kind::kTryStatement))
    statement = statement.child(Field::kBody).named_child(0);
  const Node call = statement.is(Kind::kExpressionStatement) ? statement.named_child(0) : Node();
  return call.is(Kind::kCall) && call.child(Field::kFunction).text().ends_with("stdout.write") &&
         cx.names().resolves_to(call.child(Field::kFunction), "sys.stdout.write");
}

Parts parts_of(Context& cx, Node print) {
  Parts parts{.target = print.child(Field::kTarget), .comma = print.last_child().is(Kind::kTokenComma)};
  for (Node child : print.children())
    if (child.field() == Field::kArgument) parts.items.push_back(child);
  parts.is_line = parts.has_comma() && is_line(cx, parts.items.back());
  parts.is_continued = parts.has_comma() && !parts.target && is_write(cx, print);
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
  // str() takes no text with accents in Python 2.
  const bool formats = cx.keeps_python2() || cx.names().lookup("str", cx.names().scope_of(items.front())) != nullptr;
  for (std::size_t first = 0; first < items.size(); ++first) {
    std::size_t last = first;
    std::string replacement = "$i0";
    Holes holes{{"i0", items[first]}};
    while (last + 1 < items.size() && ends_in_white_space(items[last])) {
      const std::string name = "i" + std::to_string(++last);
      replacement += is_text(cx, items[last]) ? " + $" + name
                     : formats                ? " + \"%s\" % ($" + name + ",)"
                                              : " + str($" + name + ")";
      holes.emplace_back(name, items[last]);
    }
    if (last > first) change.replace({items[first].start(), items[last].end()}, replacement, holes);
    first = last;
  }
}

// `print (x, y)` prints a tuple, unless it is a call: what an earlier run made of `print x, y`, in a file that is still
// Python 2 in other ways.
bool is_like_call(const Parts& parts) {
  return !parts.target && !parts.comma && parts.items.size() == 1 && parts.items.front().is(Kind::kTuple);
}

// Statements that can't be calls show that there was no earlier run.
bool may_be_call(Context& cx, Node print, const Parts& parts) {
  if (!is_like_call(parts) || cx.origin(print.start()) == Origin::kPython2) return false;
  return !cx.source().evidence.print_statement;
}

// `print()`, which 2to3 takes for a call whatever the file is.
bool is_empty_call(Context& cx, const Parts& parts) {
  return cx.settings().like_two_to_three && !parts.target && !parts.comma && parts.items.size() == 1 &&
         parts.items.front().is(Kind::kTuple) && parts.items.front().named_child_count() == 0;
}

bool stays(Context& cx, Node print, const Parts& parts) {
  return is_call_already(parts) || is_empty_call(cx, parts) || may_be_call(cx, print, parts);
}

// `print >>f, x,` to a file, where a space too many is not just seen: the text of x may end in a newline.
bool asks_for_newline(Context& cx, const Parts& parts) {
  if (!parts.ends_line_with_space() || !parts.target || parts.items.size() != 1 || cx.keeps_python2()) return false;
  const Node last = parts.items.back();
  return last.is_any(Kind::kIdentifier, Kind::kAttribute) && !parts.target.text().starts_with("sys.") &&
         value_of(last, cx.names()).type != ValueType::kNumber && !cx.names().lookup("str", cx.names().scope_of(last));
}

// Does a function of the file print something itself?
bool prints(Context& cx, Node name) {
  const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
  if (binding == nullptr || binding->sites.size() != 1 || binding->sites.front().kind != BindingKind::kFunction)
    return false;
  const Node function = binding->sites.front().statement;
  return cx.once("print: prints " + std::to_string(function.index()), [&] {
    for (Node node : function.child(Field::kBody).subtree())
      if (node.is(Kind::kPrintStatement) && !node.child(Field::kTarget)) return true;
    return false;
  });
}

// The first item, other than the first of all, that calls such a function: what comes before was printed by then.
std::size_t first_that_prints(Context& cx, const Parts& parts) {
  for (std::size_t i = 1; i < parts.items.size(); ++i)
    for (Node node : parts.items[i].subtree())
      if (node.is(Kind::kCall) && prints(cx, node.child(Field::kFunction))) return i;
  return 0;
}

// print 'sum:', f() -> print('sum:', end=' '), and print(f()) below.
bool part_by_calls(Context& cx, Node print, const Parts& parts, std::uint32_t group) {
  const std::size_t count = first_that_prints(cx, parts);
  if (count == 0) return false;
  if (parts.target || parts.comma || !print.parent().is_any(Kind::kBlock, Kind::kModule)) {
    cx.report(parts.items[count],
              "this prints something itself, which came behind what stands before it, and comes first in Python 3");
    return false;
  }
  const Node before = parts.items[count - 1];
  const std::string end = ends_in_white_space(before) ? "''" : "' '";
  ChangeBuilder change = cx.change(print, "what is printed is made when its turn comes in Python 2");
  change.insert_before(print, "print($*items, end=" + end + ")", {{"items", HoleValue(parts.items.front(), before)}})
      .replace(print, "print($*items)", {{"items", HoleValue(parts.items[count], parts.items.back())}});
  if (group != 0) change.need_import("__future__", "print_function").in_group(group);
  change.safety(Safety::kUnsafe).apply();
  return true;
}

void convert(Context& cx, Node print, const Parts& parts, std::uint32_t group = 0) {
  if (part_by_calls(cx, print, parts, group)) return;
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
  if (asks_for_newline(cx, parts)) {
    add("end='' if str($last).endswith('\\n') else ' '");
    holes.emplace_back("last", parts.items.back());
  } else if (parts.ends_line_with_space()) {
    add("end=' '");
  }
  if (parts.has_comma() && !parts.ends_line_with_space()) add("end=''");
  if (parts.target) {
    add("file=$target");
    holes.emplace_back("target", parts.target);
  }
  ChangeBuilder change = cx.change(print);
  change.replace(print, "print(" + arguments + ")", holes);
  if (joints > 0 && joints + 1 < parts.items.size()) join_items(cx, change, parts.items);
  if (group != 0) change.need_import("__future__", "print_function").in_group(group);
  change.safety(parts.ends_line_with_space() ? Safety::kUnsafe : Safety::kSafe);
  const bool starts_like_call = !parts.target && !parts.items.empty() && cx.text()[parts.items.front().start()] == '(';
  if (is_like_call(parts)) change.if_python2(Repeats::kYes);
  if (!starts_like_call) change.is_python2_syntax();
  change.apply();
}

void visit(Context& cx, Node print) {
  const Parts parts = parts_of(cx, print);
  if (cx.keeps_python2()) return;
  if (may_be_call(cx, print, parts))
    return cx.report(
        print, "if this is Python 2, it prints a tuple: write print((...)) then; a call of Python 3 prints the items");
  if (!stays(cx, print, parts)) convert(cx, print, parts);
}

// --- Under Python 2.7 too: with print_function, for all of a file or for nothing in it

// Text that stands here, perhaps with something put into it.
bool is_literal(Context& cx, Node code) {
  return code.is_any(Kind::kString, Kind::kConcatenatedString, Kind::kBinaryOperator) && is_text(cx, code);
}
bool mentions_print(Node text) { return text.text().find("print") != std::string_view::npos; }

// `compile(text, name, 'eval')`, or with flags and an argument dont_inherit.
bool takes_own_features(Node call) {
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  if (arguments.size() > 2 && arguments[2].is(Kind::kString) && StringLiteral(arguments[2]).body() == "eval")
    return true;
  return arguments.size() > 4 || call.text().find("dont_inherit") != std::string_view::npos;
}

bool calls(Context& cx, Node call, std::string_view builtin) {
  const Node function = call.child(Field::kFunction);
  return function.text() == builtin && cx.names().resolves_to(function, "__builtin__." + std::string(builtin));
}

// compile(…), or a name for what that gave.
bool is_compiled(Context& cx, Node code) {
  const Binding* binding = code.is(Kind::kIdentifier) ? cx.names().binding(code) : nullptr;
  if (binding == nullptr) return calls(cx, code, "compile");
  return std::all_of(binding->sites.begin(), binding->sites.end(), [&](const BindingSite& site) {
    return site.node.field() == Field::kLeft && calls(cx, site.node.parent().child(Field::kRight), "compile");
  });
}

// Does this run code that comes from elsewhere, with the __future__ imports of the file that it is in?
bool runs_code(Context& cx, Node node) {
  if (node.is(Kind::kExecStatement)) {
    const Node code = unparenthesized(node.child(Field::kCode));
    return is_literal(cx, code) ? mentions_print(code) : !is_compiled(cx, code);
  }
  if (calls(cx, node, "execfile")) return true;
  if (!calls(cx, node, "compile") || takes_own_features(node)) return false;
  const Node code = node.child(Field::kArguments).named_child(0);
  return !is_literal(cx, code) || mentions_print(code);
}

// Examples in docstrings see the file's print_function.
void report_doctests(Context& cx) {
  for (Node node : cx.tree().root().descendants()) {
    if (!node.is(Kind::kString) || node.text().find(">>> print ") == std::string_view::npos) continue;
    cx.report(node, "doctests see print_function as well: convert these too, with -d");
    return;
  }
}

struct Statement {
  Node node;
  Parts parts;
};

// `print x` is print(x) under both, without the import.
bool is_single(const Parts& parts) { return !parts.target && !parts.comma && parts.items.size() == 1; }

void convert_for_both(Context& cx) {
  if (!cx.keeps_python2()) return;
  std::vector<Statement> statements;
  bool needs_import = false;
  bool can_import = true;
  for (Node node : cx.tree().root().descendants()) {
    can_import = can_import && !runs_code(cx, node);
    if (!node.is(Kind::kPrintStatement)) continue;
    Statement statement{node, parts_of(cx, node)};
    if (stays(cx, node, statement.parts)) {
      // A tuple, or the arguments of a call: not both.
      can_import = can_import && is_call_already(statement.parts);
      continue;
    }
    // Python 2 prints that space only if something follows on the line: end=' ' would not be the same.
    can_import = can_import && !statement.parts.ends_line_with_space();
    needs_import = true;
    statements.push_back(std::move(statement));
  }
  if (!needs_import) return;
  const std::uint32_t group = can_import ? cx.plan().new_group() : 0;
  for (const Statement& statement : statements)
    can_import || is_single(statement.parts) ? convert(cx, statement.node, statement.parts, group)
                                             : cx.leave(statement.node);
  if (can_import) report_doctests(cx);
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
      .runs_on = RunsOn::kVariant,
      .for_both =
          "Imports print_function from __future__, and has all print statements of the file follow, or none. Where the "
          "file runs code that it gets from elsewhere (exec, execfile, compile), that code would see print_function as "
          "well: only `print x` changes there, to print(x), which needs no import. So it is where `print x,` leaves a "
          "space to what follows, which end=' ' would print at once.",
      .needs = Needs::kEvidence,
      .words = {"print"},
      .examples = {{"print 'a', x", "print('a', x)"},
                   {"print", "print()"},
                   {"print >>sys.stderr, x,", "print(x, end=' ', file=sys.stderr)"},
                   {"print 'a\\n',", "print('a\\n', end='')"},
                   {"print (x), y", "print((x), y)"},
                   {"print 'a', x", "from __future__ import print_function\n\nprint('a', x)", "--target 2+3"},
                   {"exec code\nprint x", "exec code\nprint(x)", "--target 2+3"}},
      .visits = {{{Kind::kPrintStatement}, visit}},
      .finish = convert_for_both,
  };
}

}  // namespace py3k::fixers
