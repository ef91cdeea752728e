// What is called the same and does something else: https://docs.python.org/3/whatsnew/3.0.html, and the pages "What's
// New" since. Said where the difference is likely to show, as nothing written in its place is right for everybody.
#include <algorithm>
#include <set>

#include "engine/analysis/values.h"
#include "engine/syntax/string_literal.h"
#include "fixers/method_rename.h"
#include "fixers/new_names.h"
#include "fixers/opened.h"
#include "fixers/text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

Node function_around(Node node) {
  Node at = node.parent();
  while (at && !at.is_any(Kind::kFunctionDefinition, Kind::kLambda)) at = at.parent();
  return at;
}

// What IOError, socket.error and their like have become one with.
bool is_os_error(Context& cx, Node type) {
  static constexpr std::string_view kNames[] = {"__builtin__.IOError",
                                                "__builtin__.OSError",
                                                "__builtin__.EnvironmentError",
                                                "__builtin__.WindowsError",
                                                "socket.error",
                                                "select.error",
                                                "mmap.error",
                                                "os.error"};
  return is_one_of(kNames, cx.names().qualified(type));
}

Node caught_type(Node clause) {
  const Node first = clause.named_child(0);
  if (first.is(Kind::kBlock)) return {};
  return first.is(Kind::kAsPattern) ? first.named_child(0) : first;
}

void visit_try(Context& cx, Node statement) {
  bool caught = false;
  for (Node clause : statement.children()) {
    if (!clause.is(Kind::kExceptClause)) continue;
    const Node type = caught_type(clause);
    if (type && caught && is_os_error(cx, type)) {
      cx.report(clause, std::string(type.text()) +
                            " is the same as what a clause above catches, OSError, in Python 3: nothing gets here; "
                            "make them one, and tell errors apart by errno or subclass");
    }
    const std::vector<Node> parts = type.is(Kind::kTuple) ? type.named_children() : std::vector<Node>{type};
    caught = caught || std::any_of(parts.begin(), parts.end(), [&](Node it) { return it && is_os_error(cx, it); });
  }
}

bool is_in_clause(Node node) {
  for (Node at = node; at; at = at.parent()) {
    if (at.is_any(Kind::kExceptClause, Kind::kFinallyClause)) return true;
    if (at.is_any(Kind::kFunctionDefinition, Kind::kModule, Kind::kLambda)) return false;
  }
  return false;
}

// Has an except clause of the same function ended before the node?
bool comes_after_clause(Node node) {
  Node function = function_around(node);
  if (!function) function = node.tree().root();
  for (Node at : function.descendants()) {
    if (at.start() > node.start()) break;
    if (at.is(Kind::kExceptClause) && at.end() <= node.start()) {
      const Node own = function_around(at);
      if (own == function || (!own && function.is(Kind::kModule))) return true;
    }
  }
  return false;
}

void visit_raise(Context& cx, Node raise) {
  if (raise.named_child_count() == 0 && !is_in_clause(raise) && comes_after_clause(raise))
    cx.report(raise,
              "Python 3 forgets the exception at the end of its except clause: keep it there, and raise it by name");
}

bool is_printed(Context& cx, Node value) {
  const Node around = value.parent();
  if (around.is(Kind::kPrintStatement) || around.is(Kind::kReprExpression)) return true;
  if (around.is(Kind::kBinaryOperator))
    return value.field() == Field::kRight && around.child(Field::kOperator).is(Kind::kTokenPercent) &&
           is_text(cx, around.child(Field::kLeft));
  if (!around.is(Kind::kArgumentList)) return false;
  static constexpr std::string_view kShown[] = {"__builtin__.str", "__builtin__.repr", "__builtin__.unicode"};
  return is_one_of(kShown, cx.names().qualified(around.parent().child(Field::kFunction)));
}

// The class of this file that the expression names.
Node named_class(Context& cx, Node node) {
  return node.is(Kind::kIdentifier) ? engine::class_named(node, cx.names()) : Node();
}

void visit_hash(Context& cx, Node call) {
  const Node function = function_around(call);
  if (function.child(Field::kName).text() == "__hash__") return;
  const Node argument = only_argument(call);
  const Node around = call.parent();
  const bool is_part = around.is(Kind::kBinaryOperator) || is_printed(cx, call);
  const bool is_of_text = argument && (is_text(cx, argument) || value_of(argument, cx.names()).is(ValueType::kText));
  if (is_of_text || is_part)
    cx.report(call,
              "the hash of text is another one in each run of Python 3: where it is stored, shown or decides "
              "anything, use zlib.crc32 or hashlib");
}

void visit_seed(Context& cx, Node call) {
  const Node argument = only_argument(call);
  if (!argument || argument.is(Kind::kNoneLiteral) || argument.is(Kind::kCall)) return;
  cx.report(
      call,
      "the same seed gives other numbers in Python 3 from choice, shuffle, sample, randrange and randint, and for "
      "text from all functions: numbers that were noted down are to be made anew");
}

// Does the getter do more than to read an attribute, and so perhaps raise something else than AttributeError?
bool may_raise(Node function) {
  for (Node node : function.child(Field::kBody).subtree())
    if (node.is_any(Kind::kSubscript, Kind::kCall, Kind::kRaiseStatement, Kind::kBinaryOperator)) return true;
  return false;
}

void visit_hasattr(Context& cx, Node call) {
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  if (arguments.size() != 2 || !arguments[1].is(Kind::kString)) return;
  const std::string_view name = StringLiteral(arguments[1]).body();
  if (!cx.names().is_used_anywhere(name)) return;
  for (Node node : cx.tree().root().descendants()) {
    if (!node.is(Kind::kFunctionDefinition) || node.child(Field::kName).text() != name) continue;
    if (!node.parent().is(Kind::kDecoratedDefinition) || !may_raise(node)) continue;
    if (node.parent().child(Kind::kDecorator).text() != "@property") continue;
    return cx.report(call,
                     "hasattr() lets through all errors but AttributeError in Python 3, and this is a property that "
                     "may raise others: have it raise AttributeError, or catch what it raises");
  }
}

bool is_class_like(Context& cx, Node node) {
  if (named_class(cx, node)) return true;
  if (node.is(Kind::kAttribute)) return node.child(Field::kAttribute).text() == "__class__";
  static constexpr std::string_view kNames[] = {"cls", "klass"};
  return is_one_of(kNames, node.text()) ||
         (node.is(Kind::kCall) && cx.names().resolves_to(node.child(Field::kFunction), "__builtin__.type"));
}

constexpr std::string_view kPlainFunction =
    "a class's function is a plain one in Python 3, no unbound method: ask inspect.isfunction as well";

void visit_ismethod(Context& cx, Node call, std::string_view known) {
  const Node arguments = call.child(Field::kArguments);
  const Node first = arguments.named_child(0);
  Node subject = first.child(Field::kObject);
  if (known == "inspect.getmembers") {
    Node predicate = arguments.named_child(1);
    if (predicate.is(Kind::kKeywordArgument)) predicate = predicate.child(Field::kValue);
    if (!cx.names().resolves_to(predicate, "inspect.ismethod")) return;
    subject = first;
  } else if (known == "__builtin__.isinstance" &&
             !cx.names().resolves_to(arguments.named_child(1), "types.MethodType") &&
             !cx.names().resolves_to(arguments.named_child(1), "types.UnboundMethodType")) {
    return;
  }
  if (subject && is_class_like(cx, subject)) cx.report(call, std::string(kPlainFunction));
}

// Python 2 looked up what operators and print call in the instance's __getattr__ too, where its class was a classic
// one.
void visit_class(Context& cx, Node type) {
  const Binding* getter = member(cx, type, "__getattr__");
  if (getter == nullptr || !type.child(Field::kSuperclasses).named_children().empty()) return;
  if (member(cx, type, "__metaclass__") != nullptr) return;
  const Node method = getter->sites.front().statement;
  if (!method.is(Kind::kFunctionDefinition)) return;
  const std::vector<Node> parameters = method.child(Field::kParameters).named_children();
  if (parameters.size() != 2) return;
  for (Node node : method.descendants()) {
    if (!node.is(Kind::kCall) || !cx.names().resolves_to(node.child(Field::kFunction), "__builtin__.getattr")) continue;
    if (node.child(Field::kArguments).named_child(1).text() != parameters[1].text()) continue;
    return cx.report(getter->sites.front().node,
                     "Python 3 does not ask __getattr__ for __len__, __getitem__, __str__ and the other methods of "
                     "operators and builtins: define those that are used");
  }
}

// seek(-5, 2)
void visit_seek(Context& cx, Node call) {
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  if (arguments.size() != 2 || arguments[0].text() == "0") return;
  const std::string_view whence = arguments[1].text();
  if (whence != "1" && whence != "2" && !whence.ends_with("SEEK_CUR") && !whence.ends_with("SEEK_END")) return;
  const Node opened = opening(cx, call.child(Field::kFunction).child(Field::kObject));
  if (!opened || (mode_of(opened) && StringLiteral(mode_of(opened)).body().find('b') != std::string_view::npos)) return;
  cx.report(call, "files of text go to places counted from their start only in Python 3: open it in a mode with b");
}

void visit_repr(Context& cx, Node call) {
  const Node argument = only_argument(call);
  const Binding* binding = argument.is(Kind::kIdentifier) ? cx.names().binding(argument) : nullptr;
  const bool is_caught =
      binding != nullptr && std::all_of(binding->sites.begin(), binding->sites.end(),
                                        [](const auto& site) { return site.kind == BindingKind::kExcept; });
  if (is_caught && is_printed(cx, call))
    cx.report(call, "no comma stands behind an exception's only argument since Python 3.7");
  if (!argument.is(Kind::kCall)) return;
  const std::string known = cx.names().qualified(argument.child(Field::kFunction));
  if (known.starts_with("__builtin__.") && known.ends_with("Error") &&
      argument.child(Field::kArguments).named_child_count() == 1)
    cx.report(call, "no comma stands behind an exception's only argument since Python 3.7");
}

// d.viewkeys() & s, a | b of sets
bool is_set_operation(Context& cx, Node node) {
  if (!node.is(Kind::kBinaryOperator)) return false;
  const Node sign = node.child(Field::kOperator);
  if (sign.text() != "&" && sign.text() != "|" && sign.text() != "-" && sign.text() != "^") return false;
  for (Field side : {Field::kLeft, Field::kRight}) {
    const Node operand = node.child(side);
    const std::string_view method = operand.child(Field::kFunction).child(Field::kAttribute).text();
    if (value_of(operand, cx.names()).is(ValueType::kSet) || method == "viewkeys" || method == "viewitems") return true;
  }
  return false;
}

// ','.join(set(xs)), list(set(xs)) that is printed
bool is_order_of_set(Context& cx, Node call) {
  const Node argument = only_argument(call);
  if (!argument || !value_of(argument, cx.names()).is(ValueType::kSet)) return false;
  const Node function = call.child(Field::kFunction);
  if (function.is(Kind::kAttribute))
    return function.child(Field::kAttribute).text() == "join" && is_text(cx, function.child(Field::kObject));
  const std::string known = cx.names().qualified(function);
  return (known == "__builtin__.list" || known == "__builtin__.tuple") && is_printed(cx, call);
}

void visit_shown(Context& cx, Node node) {
  if (node.is(Kind::kCall) && is_order_of_set(cx, node))
    return cx.report(node, "a set of text has another order in each run of Python 3: write sorted(…) where it is seen");
  if (!node.is_any(Kind::kCall, Kind::kIdentifier, Kind::kAttribute, Kind::kSet, Kind::kBinaryOperator) ||
      !is_printed(cx, node))
    return;
  if (value_of(node, cx.names()).is(ValueType::kSet) || is_set_operation(cx, node))
    cx.report(node,
              "a set is shown as {1}, no longer as set([1]), and in another order each time: show sorted(…) of it");
}

// email.header.decode_header('=?utf-8?q?Report?=')
void visit_header(Context& cx, Node call) {
  const std::string name = cx.names().qualified(call.child(Field::kFunction));
  if (name == "email.header.decode_header" || name == "email.Header.decode_header")
    cx.report(call,
              "what was encoded is bytes in Python 3, and what stands alone is text: decode the first with the charset "
              "beside it");
}

// array.array('c', text)
void visit_array(Context& cx, Node call) {
  const Node code = call.child(Field::kArguments).named_child(0);
  if (code.is(Kind::kString) && StringLiteral(code).body() == "c")
    cx.report(code, "there are no arrays of characters in Python 3: write 'B' and give bytes, whose items are numbers");
}

// random.sample(set(xs), 2)
void visit_sample(Context& cx, Node call) {
  const Node population = call.child(Field::kArguments).named_child(0);
  if (value_of(population, cx.names()).is(ValueType::kSet))
    cx.change(population, "since Python 3.11 nothing is taken from a set: it has no order")
        .replace(population, "list($set)", {{"set", population}})
        .safety(Safety::kSafe)
        .apply();
}

bool has_order(Context& cx, Node type) {
  static constexpr std::string_view kNames[] = {"__lt__", "__cmp__", "__gt__"};
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [&](std::string_view name) { return member(cx, type, name) != nullptr; });
}

// heappush(heap, (cost, node)), queue.put((priority, {…})): where the first items are the same, the next are compared.
void visit_queued(Context& cx, Node call, std::string_view name) {
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  const Node item = name == "put" ? only_argument(call) : arguments.size() == 2 ? arguments[1] : Node();
  if (!item.is(Kind::kTuple)) return;
  const Node function = call.child(Field::kFunction);
  if (name == "put"
          ? value_of(function.child(Field::kObject), cx.names()).made_by.find("PriorityQueue") == std::string::npos
          : cx.names().qualified(function) != "heapq.heappush")
    return;
  const std::vector<Node> parts = item.named_children();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    // A counter in between tells all apart.
    if (parts[i].is(Kind::kCall) && parts[i].text().find("next") != std::string_view::npos) return;
    const Value value = value_of(parts[i], cx.names());
    const bool is_unordered =
        value.type == ValueType::kMapping || parts[i].is_any(Kind::kNoneLiteral, Kind::kLambda) ||
        (value.class_definition && value.class_definition.child(Field::kSuperclasses).named_child_count() < 2 &&
         !has_order(cx, value.class_definition));
    if (is_unordered)
      return cx.report(parts[i],
                       "where what stands before it is the same in two of these, this is compared, and has no order in "
                       "Python 3: put a counter before it");
  }
}

// _fields_ = [('name', ctypes.c_char * 8)]
void visit_char_field(Context& cx, Node array) {
  const Node type = array.child(Field::kLeft);
  const std::string_view name = last_name(type);
  if (name != "c_char" || !cx.names().resolves_to(type, "ctypes.c_char")) return;
  const Node list = array.ancestor(Kind::kAssignment);
  if (list.child(Field::kLeft).text() == "_fields_")
    cx.report(array,
              "this field takes and gives bytes in Python 3: encode what is put into it, and decode what is read");
}

void visit_call(Context& cx, Node call) {
  visit_header(cx, call);
  const Node function = call.child(Field::kFunction);
  const std::string_view name = last_name(function);
  static constexpr std::string_view kNames[] = {"hash",         "seed",       "Random", "hasattr",  "ismethod",
                                                "getmembers",   "isinstance", "seek",   "exc_info", "repr",
                                                "ConfigParser", "array",      "sample", "heappush", "put"};
  if (!is_one_of(kNames, name)) return;
  if (name == "seek") return visit_seek(cx, call);
  if (name == "heappush" || name == "put") return visit_queued(cx, call, name);
  const std::string known = python2_name(cx, call, cx.names().qualified(function));
  if (known == "ConfigParser.ConfigParser")
    cx.report(call,
              "a % in a value that begins no %(name)s is an error in Python 3: where settings hold some, give "
              "interpolation=None, or write them twice");
  if (known == "__builtin__.hash") return visit_hash(cx, call);
  if (known == "__builtin__.repr") return visit_repr(cx, call);
  if (known == "array.array") return visit_array(cx, call);
  if (known == "random.sample") return visit_sample(cx, call);
  if (known == "random.seed" || known == "random.Random") return visit_seed(cx, call);
  if (known == "__builtin__.hasattr") return visit_hasattr(cx, call);
  if (known == "inspect.ismethod" || known == "inspect.getmembers" || known == "__builtin__.isinstance")
    return visit_ismethod(cx, call, known);
  if (known == "sys.exc_info" && !is_in_clause(call) && comes_after_clause(call))
    cx.report(call, "Python 3 forgets the exception at the end of its except clause: ask for it there");
}

}  // namespace

Fixer fix_other_behaviour() {
  return {
      .name = "other_behaviour",
      .doc =
          "Finds what means something else in Python 3: IOError and OSError in one ladder, sys.exc_info() and raise "
          "after "
          "an except clause, the hash of text, seeds of random, hasattr() of properties that raise, unbound methods, "
          "__getattr__ of classic classes, sets that are shown, seek() in text.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html",
      .group = Group::kPython2,
      .safety = Safety::kManual,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kEvidence,
      .words = {"except",      "hash",         "random",        "hasattr",
                "ismethod",    "getmembers",   "MethodType",    "UnboundMethodType",
                "__getattr__", "ConfigParser", "decode_header", "array",
                "sample",      "set",          "frozenset",     "seek",
                "repr",        "heappush",     "PriorityQueue", "c_char",
                "viewkeys",    "viewitems"},
      .examples = {{"import random\nrandom.seed(1)", "import random\nrandom.seed(1)"}},
      .visits = {{{Kind::kTryStatement}, visit_try},
                 {{Kind::kRaiseStatement}, visit_raise},
                 {{Kind::kClassDefinition}, visit_class},
                 {{Kind::kBinaryOperator}, visit_char_field},
                 {{Kind::kCall}, visit_call},
                 {{Kind::kCall, Kind::kIdentifier, Kind::kAttribute, Kind::kSet, Kind::kBinaryOperator}, visit_shown}},
  };
}

}  // namespace py3k::fixers
