// A StopIteration that leaves a generator is a RuntimeError since Python 3.7: PEP 479. return ends it in all versions.
#include <algorithm>
#include <string_view>

#include "engine/analysis/generator.h"
#include "engine/fixer.h"
#include "engine/rewrite/layout.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// May the clause catch StopIteration? Classes called after errors don't.
bool may_catch(Node clause) {
  const Node block = clause.child(Kind::kBlock);
  const Node type = clause.named_child(0);
  if (!type || type == block) return true;
  for (Node node : type.subtree()) {
    if (!node.is(Kind::kIdentifier) || node.field() == Field::kObject) continue;
    if (node.text() == "StopIteration" || node.text() == "Exception" || node.text() == "BaseException") return true;
  }
  const Node first = type.is(Kind::kAsPattern) ? type.named_child(0) : type;
  for (Node node : first.subtree())
    if (node.is(Kind::kIdentifier) && node.field() != Field::kObject && !node.text().ends_with("Error") &&
        !node.text().ends_with("Exit") && !node.text().ends_with("Interrupt"))
      return true;
  return false;
}

// Is it in the body of a try statement of the function that may catch it?
bool is_tried(Node node, Node function) {
  for (Node at = node; at != function; at = at.parent()) {
    if (!at.parent().is(Kind::kTryStatement) || at.field() != Field::kBody) continue;
    for (Node clause : at.parent().children())
      if (clause.is(Kind::kExceptClause) && may_catch(clause)) return true;
  }
  return false;
}

// The generator that the node is the code of; none within a lambda or a generator expression, which are others.
Node generator_around(Node node) {
  for (Node at = node.parent(); at; at = at.parent()) {
    if (at.is_any(Kind::kLambda, Kind::kGeneratorExpression, Kind::kClassDefinition)) return {};
    // An asynchronous one never ended this way.
    if (at.is(Kind::kFunctionDefinition)) return is_generator(at) && !at.child(Kind::kTokenAsync) ? at : Node();
  }
  return {};
}

void visit_raise(Context& cx, Node raise) {
  if (raise.named_child_count() != 1) return;
  const Node raised = raise.named_child(0);
  const bool is_call = raised.is(Kind::kCall);
  if (!cx.names().resolves_to(is_call ? raised.child(Field::kFunction) : raised, "__builtin__.StopIteration")) return;
  const Node generator = generator_around(raise);
  if (!generator || is_tried(raise, generator)) return;
  if (is_call && raised.child(Field::kArguments).named_child_count() > 0)
    return cx.report(raise,
                     "this ended the generator, and is a RuntimeError since Python 3.7: write return, and the value");
  cx.replace(raise, "return");
}

// it.next(), and next(it) without a value for the end.
bool asks_for_next(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const Node arguments = call.child(Field::kArguments);
  if (!call.is(Kind::kCall) || !arguments.is(Kind::kArgumentList)) return false;
  if (function.child(Field::kAttribute).text() == "next") return arguments.named_child_count() == 0;
  return arguments.named_child_count() == 1 && cx.names().resolves_to(function, "__builtin__.next");
}

// Is the statement a simple one, and all that stands on its lines?
bool is_alone(Node statement) {
  static constexpr Kind kSimple[] = {Kind::kExpressionStatement, Kind::kPrintStatement, Kind::kDeleteStatement,
                                     Kind::kAssertStatement, Kind::kExecStatement};
  if (std::find(std::begin(kSimple), std::end(kSimple), statement.kind()) == std::end(kSimple)) return false;
  const std::string_view text = statement.tree().text();
  const std::string_view rest = text.substr(statement.end(), line_end(text, statement.end()) - statement.end());
  const std::size_t first = rest.find_first_not_of(" \t\r\n");
  return begins_line(statement) && (first == std::string_view::npos || rest[first] == '#');
}

bool is_first_in(Context& cx, Node call, Node statement) {
  for (Node node : statement.subtree())
    if (asks_for_next(cx, node)) return node == call;
  return false;
}

void wrap(Context& cx, Node call, Node statement) {
  const std::string_view text = cx.text();
  const std::string newline(newline_of(text));
  const std::string indentation(indentation_of(statement));
  const std::string inner = newline + indentation + indentation_step(cx.tree());
  std::uint32_t end = line_end(text, statement.end());
  while (end > statement.end() && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  cx.change(call, "a StopIteration that leaves a generator is a RuntimeError since Python 3.7: it ends the generator")
      .set_text(ByteRange{statement.start(), statement.start()}, "try:" + inner)
      .set_text(ByteRange{end, end}, newline + indentation + "except StopIteration:" + inner + "return")
      .if_python2()
      .apply();
}

void visit_call(Context& cx, Node call) {
  if (!cx.may_be_python2(call) || !asks_for_next(cx, call)) return;
  const Node generator = generator_around(call);
  if (!generator || is_tried(call, generator)) return;
  const Node statement = statement_of(call);
  if (is_alone(statement)) {
    if (is_first_in(cx, call, statement)) wrap(cx, call, statement);
    return;
  }
  cx.report(call,
            "where there is no next item, this ended the generator, and is a RuntimeError since Python 3.7: catch "
            "StopIteration, and return");
}

}  // namespace

Fixer fix_stop_iteration() {
  return {
      .name = "stop_iteration",
      .doc =
          "Has generators end with return in place of `raise StopIteration`, and where next() may raise it. Reports "
          "next() "
          "in conditions and the like.",
      .reference = "https://peps.python.org/pep-0479/",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kAny,
      .words = {"StopIteration", "next"},
      .examples = {{"def f(xs):\n    for x in xs:\n        if not x: raise StopIteration\n        yield x",
                    "def f(xs):\n    for x in xs:\n        if not x: return\n        yield x"},
                   {"def f(it):\n    while True:\n        yield it.next()",
                    "def f(it):\n    while True:\n        try:\n            yield it.next()\n        except "
                    "StopIteration:\n            return"}},
      .visits = {{{Kind::kRaiseStatement}, visit_raise}, {{Kind::kCall}, visit_call}},
  };
}

}  // namespace py3k::fixers
