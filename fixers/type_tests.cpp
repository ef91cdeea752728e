#include "fixers/type_tests.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/values.h"
#include "engine/rewrite/layout.h"
#include "engine/syntax/precedence.h"
#include "engine/syntax/string_literal.h"
#include "fixers/method_rename.h"
#include "fixers/notes.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::size_t kMostClauses = 40;  // of a chain that are looked at
constexpr std::size_t kMostNodes = 4000;  // of what follows a test

enum class Type : std::uint8_t { kNone, kUnicode, kStr, kBasestring, kLong, kInt };

bool is_text_type(Type type) { return type == Type::kUnicode || type == Type::kStr || type == Type::kBasestring; }
bool is_gone(Type type) { return type == Type::kUnicode || type == Type::kLong; }
// Do they become one?
bool meet(Type a, Type b) { return a != Type::kNone && b != Type::kNone && is_text_type(a) == is_text_type(b); }
std::string_view now(Type type) { return is_text_type(type) ? "str" : "int"; }

Type type_at(Context& cx, Node node) {
  struct Known {
    std::string_view name;
    std::string_view qualified;
    Type type;
  };
  static constexpr Known kKnown[] = {{"unicode", "__builtin__.unicode", Type::kUnicode},
                                     {"str", "__builtin__.str", Type::kStr},
                                     {"basestring", "__builtin__.basestring", Type::kBasestring},
                                     {"long", "__builtin__.long", Type::kLong},
                                     {"int", "__builtin__.int", Type::kInt},
                                     {"UnicodeType", "types.UnicodeType", Type::kUnicode},
                                     {"StringType", "types.StringType", Type::kStr},
                                     {"StringTypes", "types.StringTypes", Type::kBasestring},
                                     {"LongType", "types.LongType", Type::kLong},
                                     {"IntType", "types.IntType", Type::kInt}};
  if (!node.is_any(Kind::kIdentifier, Kind::kAttribute)) return Type::kNone;
  const std::string_view name = node.is(Kind::kAttribute) ? node.child(Field::kAttribute).text() : node.text();
  for (const Known& known : kKnown)
    if (known.name == name && cx.names().resolves_to(node, std::string(known.qualified))) return known.type;
  return Type::kNone;
}

// One question for one type: isinstance(s, unicode), type(s) is not unicode.
struct Test {
  Node node;  // empty: there is none
  Node type_node;
  Type type = Type::kNone;
  std::string_view subject;
  bool positive = true;

  explicit operator bool() const { return static_cast<bool>(node); }
};

// type(s), s.__class__
Node asked_for_type(Context& cx, Node node) {
  if (node.is(Kind::kAttribute) && node.child(Field::kAttribute).text() == "__class__")
    return node.child(Field::kObject);
  const Node argument = only_argument(node);
  return argument && cx.names().resolves_to(node.child(Field::kFunction), "__builtin__.type") ? argument : Node();
}

Test test_by_call(Context& cx, Node call) {
  const Node arguments = call.child(Field::kArguments);
  const Node function = call.child(Field::kFunction);
  if (!arguments.is(Kind::kArgumentList) || arguments.named_child_count() != 2) return {};
  if (!cx.names().resolves_to(function, "__builtin__.isinstance") &&
      !cx.names().resolves_to(function, "__builtin__.issubclass"))
    return {};
  const Node type = arguments.named_child(1);
  return {call, type, type_at(cx, type), arguments.named_child(0).text(), true};
}

// kind is str, kind == unicode: of what holds a type.
Test test_of_held(Context& cx, Node comparison, bool same) {
  const Node left = comparison.named_child(0);
  const Node right = comparison.named_child(1);
  const bool is_left = type_at(cx, left) != Type::kNone;
  const Node held = is_left ? right : left;
  const Node type = is_left ? left : right;
  if (!held.is_any(Kind::kIdentifier, Kind::kAttribute, Kind::kSubscript) || type_at(cx, held) != Type::kNone)
    return {};
  // t = type(s): the test is one of s.
  const Node subject = asked_for_type(cx, only_value(held, cx.names()));
  return {comparison, type, type_at(cx, type), subject ? subject.text() : held.text(), same};
}

Test test_by_comparison(Context& cx, Node comparison) {
  if (comparison.named_child_count() != 2) return {};
  const Node left = comparison.named_child(0);
  const Node right = comparison.named_child(1);
  const std::string_view between = cx.text().substr(left.end(), right.start() - left.end());
  const bool same =
      between.find("==") != between.npos || (between.find("is") != between.npos && between.find("not") == between.npos);
  const bool other = between.find("!=") != between.npos || between.find("<>") != between.npos ||
                     (between.find("is") != between.npos && between.find("not") != between.npos);
  if (!same && !other) return {};
  const Node subject = asked_for_type(cx, left) ? asked_for_type(cx, left) : asked_for_type(cx, right);
  const Node type = asked_for_type(cx, left) ? right : left;
  return subject ? Test{comparison, type, type_at(cx, type), subject.text(), same} : test_of_held(cx, comparison, same);
}

Node without_brackets(Node node) {
  node = inside_parentheses(node);
  return node;
}

// The test that an expression is; `not` turns it round.
Test test_at(Context& cx, Node expression) {
  bool positive = true;
  Node at = without_brackets(expression);
  while (at.is(Kind::kNotOperator)) {
    positive = !positive;
    at = without_brackets(at.child(Field::kArgument));
  }
  Test test;
  if (at.is(Kind::kCall)) test = test_by_call(cx, at);
  if (at.is(Kind::kComparisonOperator)) test = test_by_comparison(cx, at);
  test.positive = test.positive == positive;
  return test;
}

// The test that a type's name is part of.
Test test_around(Context& cx, Node type) {
  Node node = type.parent();
  if (node.is(Kind::kArgumentList)) node = node.parent();
  Test test;
  if (node.is(Kind::kCall)) test = test_by_call(cx, node);
  if (node.is(Kind::kComparisonOperator)) test = test_by_comparison(cx, node);
  return test.type_node == type ? test : Test{};
}

// The tests beside each other in `a and b and …`, or in `a or b or …`.
struct Operands {
  Node whole;
  std::vector<Node> items;
  bool all = true;  // `and`
};

Operands operands_around(Node test) {
  Node at = test;
  while (at.parent().is_any(Kind::kParenthesizedExpression, Kind::kNotOperator)) at = at.parent();
  Operands found{at, {at}, true};
  if (!at.parent().is(Kind::kBooleanOperator)) return found;
  const Kind operation = at.parent().child(Field::kOperator).kind();
  const auto same = [&](Node node) {
    return node.is(Kind::kBooleanOperator) && node.child(Field::kOperator).kind() == operation;
  };
  while (same(at.parent())) at = at.parent();
  found = {at, {}, operation == Kind::kTokenAnd};
  std::vector<Node> open{at};
  while (!open.empty() && found.items.size() < kMostClauses) {
    const Node node = open.back();
    open.pop_back();
    if (same(node)) {
      open.push_back(node.child(Field::kRight));
      open.push_back(node.child(Field::kLeft));
    } else {
      found.items.push_back(node);
    }
  }
  return found;
}

// --- Where a test decides

struct Place {
  Node statement;  // if_statement or conditional_expression; empty: the test decides nothing
  Node clause;     // that holds the condition: the statement itself, or an elif_clause
  Node branch;     // what is done where the test is true; empty: what comes after the statement
  Node other;      // what is done otherwise, where that is written there
  bool positive = true;
  bool whole = true;  // the test's being false settles the condition
};

std::vector<Node> clauses_of(Node statement) {
  std::vector<Node> clauses;
  for (Node child : statement.children())
    if (child.is_any(Kind::kElifClause, Kind::kElseClause)) clauses.push_back(child);
  return clauses;
}
Node block_of(Node clause) {
  const Node block = clause.child(Field::kConsequence);
  return block ? block : clause.child(Kind::kBlock);
}
Node clause_after(const Place& place) {
  const std::vector<Node> clauses = clauses_of(place.statement);
  if (place.clause == place.statement) return clauses.empty() ? Node() : clauses.front();
  const auto found = std::find(clauses.begin(), clauses.end(), place.clause);
  return found == clauses.end() || found + 1 == clauses.end() ? Node() : *(found + 1);
}

// Does the block end its function's or loop's turn?
bool leaves(Node block) {
  const std::size_t count = block.named_child_count();
  return count > 0 && block.named_child(count - 1).is_any(Kind::kReturnStatement, Kind::kRaiseStatement,
                                                          Kind::kContinueStatement, Kind::kBreakStatement);
}

Place place_of(const Test& test) {
  const Operands operands = operands_around(test.node);
  const Node condition = without_brackets(operands.whole);
  Node outer = operands.whole;
  while (outer.parent().is(Kind::kParenthesizedExpression)) outer = outer.parent();
  bool negated = false;
  for (Node at = test.node.parent(); at && at != outer.parent() && at != condition.parent(); at = at.parent())
    if (at.is(Kind::kNotOperator)) negated = !negated;
  Place place;
  place.positive = test.positive != negated;
  place.whole = operands.items.size() == 1 || operands.all;
  const Node parent = outer.parent();
  if (parent.is(Kind::kConditionalExpression) && parent.named_child(1) == outer) {
    place.statement = place.clause = parent;
    place.branch = parent.named_child(place.positive ? 0 : 2);
    place.other = parent.named_child(place.positive ? 2 : 0);
    return place;
  }
  if (!parent.is_any(Kind::kIfStatement, Kind::kElifClause) || outer.field() != Field::kCondition) return place;
  place.clause = parent;
  place.statement = parent.is(Kind::kElifClause) ? parent.parent() : parent;
  const Node next = clause_after(place);
  const Node other = next.is(Kind::kElseClause) ? block_of(next) : Node();
  place.branch = place.positive ? block_of(parent) : other;
  place.other = place.positive ? other : block_of(parent);
  return place;
}

// --- What is done with what was tested

bool names_text_codec(Node codec) {
  if (!codec.is(Kind::kString)) return true;  // nobody can tell
  static constexpr std::string_view kOthers[] = {"hex",           "base64",        "zlib",   "zip",
                                                 "bz2",           "rot13",         "rot_13", "uu",
                                                 "string_escape", "string-escape", "quopri", "idna"};
  return !is_one_of(kOthers, StringLiteral(codec).body());
}

// s.encode(…), s.decode(…)
bool is_turned(Node call, std::string_view subject, std::string_view method) {
  const Node function = call.child(Field::kFunction);
  return call.is(Kind::kCall) && function.is(Kind::kAttribute) && function.child(Field::kAttribute).text() == method &&
         function.child(Field::kObject).text() == subject &&
         names_text_codec(call.child(Field::kArguments).named_child(0));
}

// unicode(s, 'utf-8')
bool is_made_text(Node call, std::string_view subject) {
  const Node arguments = call.child(Field::kArguments);
  return call.is(Kind::kCall) && call.child(Field::kFunction).text() == "unicode" &&
         arguments.named_child_count() > 1 && arguments.named_child(0).text() == subject;
}

// `s.encode('ascii')` by itself only asks whether that can be done.
bool encodes(Node node, std::string_view subject) {
  return is_turned(node, subject, "encode") && !node.parent().is(Kind::kExpressionStatement);
}
bool decodes(Node node, std::string_view subject) {
  return is_turned(node, subject, "decode") || is_made_text(node, subject);
}

template <typename Does>
bool any_in(Node part, std::string_view subject, Does does) {
  for (Node node : part.subtree())
    if (does(node, subject)) return true;
  return false;
}

template <typename Does>
bool any_after(Node statement, std::string_view subject, Does does) {
  std::size_t seen = 0;
  for (Node at = statement.next(); at; at = at.next())
    for (Node node : at.subtree())
      if (++seen > kMostNodes || does(node, subject)) return seen <= kMostNodes;
  return false;
}

// Is it done where the test is true?
template <typename Does>
bool done_where_true(const Place& place, std::string_view subject, Does does) {
  if (place.branch) return any_in(place.branch, subject, does);
  return place.other && !place.positive && leaves(place.other) && any_after(place.statement, subject, does);
}

// Is the subject given to what takes nothing but bytes?
bool takes_bytes(Node call, std::string_view subject) {
  static constexpr std::string_view kModules[] = {"hashlib", "md5",  "sha",    "base64", "binascii",
                                                  "zlib",    "hmac", "struct", "bz2",    "socket"};
  static constexpr std::string_view kMethods[] = {"update", "send", "sendall", "sendto"};
  if (!call.is(Kind::kCall)) return false;
  const Node function = call.child(Field::kFunction);
  Node root = function;
  while (root.is(Kind::kAttribute)) root = root.child(Field::kObject);
  if (!is_one_of(kModules, root.text()) && !is_one_of(kMethods, function.child(Field::kAttribute).text())) return false;
  for (Node argument : call.child(Field::kArguments).named_children())
    if (argument.text() == subject) return true;
  return false;
}

bool ends_as_bytes(const Place& place, std::string_view subject) {
  const auto takes = [&](Node node, std::string_view name) {
    return takes_bytes(node, name) ||
           (node.is(Kind::kCall) && is_turned(node.child(Field::kArguments).named_child(0), name, "encode") &&
            takes_bytes(node, node.child(Field::kArguments).named_child(0).text()));
  };
  return any_in(place.branch, subject, takes) || any_after(place.statement, subject, takes);
}

// --- The fate of one test

// `if a: return x` and `if b: return y` after it are one chain.
bool is_single(Node statement) {
  return statement.is(Kind::kIfStatement) && clauses_of(statement).empty() && leaves(block_of(statement));
}

std::vector<Node> chain_around(Node statement) {
  std::vector<Node> clauses = clauses_of(statement);
  clauses.insert(clauses.begin(), statement);
  if (!is_single(statement)) return clauses;
  for (Node at = statement.previous(); at && is_single(at) && clauses.size() < kMostClauses; at = at.previous())
    clauses.insert(clauses.begin(), at);
  for (Node at = statement.next(); at && at.is(Kind::kIfStatement) && clauses.size() < kMostClauses; at = at.next()) {
    clauses.push_back(at);
    if (!is_single(at)) break;
  }
  return clauses;
}

// The test for the other type in the same chain of branches, in the same sense.
Test sibling_in_chain(Context& cx, const Test& test, const Place& place) {
  if (!place.statement.is(Kind::kIfStatement)) return {};
  const std::vector<Node> clauses = chain_around(place.statement);
  const auto own = static_cast<std::size_t>(std::find(clauses.begin(), clauses.end(), place.clause) - clauses.begin());
  const std::size_t first = own > kMostClauses ? own - kMostClauses : 0;
  for (std::size_t i = first; i < std::min(clauses.size(), own + kMostClauses); ++i) {
    const Node condition = clauses[i].child(Field::kCondition);
    if (i == own || !condition) continue;
    const Test other = test_at(cx, condition);
    if (other && other.positive && other.subject == test.subject && other.type != test.type &&
        meet(other.type, test.type))
      return other;
  }
  return {};
}

// The one beside it that asks the same in Python 3: `isinstance(n, int) or isinstance(n, long)`; or the opposite:
// `isinstance(s, str) and not isinstance(s, unicode)`.
Test sibling_beside(Context& cx, const Test& test) {
  const Operands operands = operands_around(test.node);
  if (operands.items.size() < 2) return {};
  Test own;
  for (Node item : operands.items)
    if (test.node.is_within(item)) own = test_at(cx, item);
  if (!own) return {};
  for (Node item : operands.items) {
    const Test other = test_at(cx, item);
    if (!other || other.node == test.node || other.subject != test.subject || !meet(other.type, test.type)) continue;
    if (is_gone(other.type) && (!is_gone(test.type) || other.node.index() > test.node.index())) continue;
    const bool same = other.positive == own.positive && own.positive != operands.all;
    const bool apart = operands.all && other.positive && !own.positive;
    if (same || apart) return other;
  }
  return {};
}

bool is_for_decoding(const Test& test, const Place& place) {
  return (test.type == Type::kStr || test.type == Type::kBasestring) && place.statement && place.whole &&
         done_where_true(place, test.subject, decodes) && !done_where_true(place, test.subject, encodes);
}

// Does all that is done there lead up to decoding, or is there another way for text to go?
bool spares_text(const Test& test, const Place& place) {
  const Node branch = place.branch;
  if (!branch || place.statement.is(Kind::kConditionalExpression)) return true;
  const std::size_t count = branch.named_child_count();
  const Node last = branch.named_child(count - 1);
  if (test.type == Type::kStr)
    return any_in(last, test.subject, decodes) || leaves(branch) || (place.positive && clause_after(place));
  return count == 1 && last.is(Kind::kExpressionStatement);
}

bool lets_decode(Context& cx, const Test& test) {
  const Place place = place_of(test);
  return is_for_decoding(test, place) && spares_text(test, place) &&
         cx.names().lookup("bytes", cx.names().scope_of(test.node)) == nullptr;
}

// isinstance(s, basestring), where what isn't unicode is decoded: in the branch, or in one that comes after.
bool lets_both(Context& cx, const Test& test) {
  if (test.type != Type::kBasestring || !test.type_node.is(Kind::kIdentifier)) return false;
  if (cx.names().lookup("bytes", cx.names().scope_of(test.node)) != nullptr) return false;
  const Place place = place_of(test);
  if (!place.statement.is(Kind::kIfStatement)) return false;
  if (place.branch && any_in(place.branch, test.subject, decodes)) return true;
  if (place.positive) return false;
  const std::vector<Node> chain = chain_around(place.statement);
  const auto own = std::find(chain.begin(), chain.end(), place.clause);
  return own != chain.end() && std::any_of(own + 1, chain.end(), [&](Node clause) {
           const Node block = block_of(clause);
           return block && any_in(block, test.subject, decodes);
         });
}

// `isinstance(s, unicode) and s.encode('utf-8') or s`
bool encodes_beside(const Test& test) {
  const Operands operands = operands_around(test.node);
  return operands.items.size() > 1 && any_in(operands.whole, test.subject, encodes);
}

// {str: f, unicode: g}: the pair that stays.
Node pair_with_same_key(Context& cx, Node type) {
  const Node pair = type.parent();
  if (!pair.is(Kind::kPair) || type.field() != Field::kKey) return {};
  std::size_t seen = 0;
  for (Node other : pair.parent().named_children()) {
    if (++seen > kMostClauses) return {};
    if (other == pair || !other.is(Kind::kPair)) continue;
    const Type there = type_at(cx, other.child(Field::kKey));
    if (!meet(there, type_at(cx, type))) continue;
    if (!is_gone(there) || other.index() < pair.index()) return other;
  }
  return {};
}

bool needs_import_gone(Node type) { return type.is(Kind::kIdentifier) && type.text().ends_with("Type"); }

// Text is encoded, and bytes are taken as they are, by what takes nothing else.
bool is_for_bytes(Context& cx, const Test& text) {
  const Place place = place_of(text);
  return text.type == Type::kUnicode && place.branch && done_where_true(place, text.subject, encodes) &&
         ends_as_bytes(place, text.subject) && cx.names().lookup("bytes", cx.names().scope_of(text.node)) == nullptr;
}

TestFate fate_of_test(Context& cx, const Test& test) {
  if (lets_decode(cx, test)) return TestFate::kBytes;
  if (lets_both(cx, test)) return TestFate::kBoth;
  if (test.type == Type::kStr && test.positive) {
    const Place own = place_of(test);
    const Test text = own.statement ? sibling_in_chain(cx, test, own) : Test{};
    if (text && is_for_bytes(cx, text)) return TestFate::kBytes;
    if (is_for_decoding(test, own)) return TestFate::kUnclear;
  }
  if (!is_gone(test.type)) return TestFate::kRenamed;
  if (const Test beside = sibling_beside(cx, test))
    return lets_decode(cx, beside)             ? TestFate::kRenamed
           : needs_import_gone(test.type_node) ? TestFate::kUnclear
                                               : TestFate::kGoes;
  const Place place = place_of(test);
  const TestFate alone = test.type == Type::kLong ? TestFate::kUnclear : TestFate::kRenamed;
  if (!place.statement) return encodes_beside(test) ? TestFate::kUnclear : alone;
  const Test sibling = sibling_in_chain(cx, test, place);
  if (sibling && (lets_decode(cx, sibling) || (sibling.type == Type::kStr && is_for_bytes(cx, test))))
    return TestFate::kPaired;
  const bool turns = test.type == Type::kUnicode && done_where_true(place, test.subject, encodes);
  if (!sibling && !turns) return alone;
  const bool apart = place.whole && (place.positive || place.branch) && !needs_import_gone(test.type_node);
  if (!apart || (!sibling && ends_as_bytes(place, test.subject))) return TestFate::kUnclear;
  const bool inner = place.statement.is(Kind::kIfStatement) && place.clause != place.statement;
  return !place.positive && inner ? TestFate::kUnclear : TestFate::kGoes;
}

// --- Taking branches away

class BranchRemover {
 public:
  BranchRemover(Context& cx, const Place& place, ChangeBuilder& change) : cx_(cx), place_(place), change_(change) {}

  void run() {
    if (place_.statement.is(Kind::kConditionalExpression)) return keep_value();
    const Node next = clause_after(place_);
    if (!place_.positive) {
      keep_block(place_.other);
      erase_lines(line_end(cx_.text(), place_.other.end()), line_end(cx_.text(), next.end()));
    } else if (place_.clause != place_.statement) {
      erase_lines(line_start(cx_.text(), place_.clause.start()), line_end(cx_.text(), place_.clause.end()));
    } else if (!next) {
      change_.remove(place_.statement);
    } else if (next.is(Kind::kElifClause)) {
      erase(place_.statement.start(), next.start() + 2);  // which leaves `if`
    } else {
      keep_block(block_of(next));
    }
  }

 private:
  void erase(std::uint32_t start, std::uint32_t end) {
    if (start < end) change_.set_text(ByteRange{start, end}, "");
  }

  // At the end of a file without a last newline the one before goes.
  void erase_lines(std::uint32_t start, std::uint32_t end) {
    const auto is_newline = [&](std::uint32_t at) { return cx_.text()[at] == '\n' || cx_.text()[at] == '\r'; };
    if (!is_newline(end - 1))
      while (start > 0 && is_newline(start - 1)) --start;
    erase(start, end);
  }

  void keep_value() {
    const Node all = place_.statement;
    place_.positive ? erase(all.start(), place_.other.start()) : erase(place_.other.end(), all.end());
  }

  // The block's lines move to where the statement was.
  void keep_block(Node block) {
    const std::string_view text = cx_.text();
    const Node first = block.named_child(0);
    erase(place_.statement.start(), first.start());
    const auto outer = static_cast<std::uint32_t>(indentation_of(place_.statement).size());
    const std::string inner(indentation_of(first));
    for (std::uint32_t at = line_end(text, first.start()); at < block.end(); at = line_end(text, at)) {
      if (text.substr(at, inner.size()) == inner && inner.size() > outer && !in_string(at))
        erase(at + outer, at + static_cast<std::uint32_t>(inner.size()));
    }
  }

  bool in_string(std::uint32_t offset) const {
    const auto& strings = cx_.source().strings;
    const auto after =
        std::upper_bound(strings.begin(), strings.end(), offset,
                         [](std::uint32_t at, const StringToken& token) { return at < token.range.start; });
    return after != strings.begin() && offset < std::prev(after)->range.end;
  }

  Context& cx_;
  const Place& place_;
  ChangeBuilder& change_;
};

std::string name_of(const Test& test) { return std::string(test.type_node.text()); }

// One of `a or b`, with the operator.
void remove_operand(ChangeBuilder& change, Node test) {
  Node at = test;
  while (!at.parent().is(Kind::kBooleanOperator)) at = at.parent();
  const Node around = at.parent();
  const bool right = at.field() == Field::kRight;
  change.set_text(right ? ByteRange{around.child(Field::kLeft).end(), at.end()}
                        : ByteRange{at.start(), around.child(Field::kRight).start()},
                  "");
}

void take_away(Context& cx, const Test& test) {
  const std::string both(now(test.type));
  if (const Test beside = sibling_beside(cx, test)) {
    ChangeBuilder change = cx.change(test.node, "asked once: " + name_of(test) + " is " + both);
    remove_operand(change, test.node);
    change.apply();
    return;
  }
  const Place place = place_of(test);
  ChangeBuilder change = cx.change(test.node, "this can't happen: " + name_of(test) + " is " + both);
  BranchRemover(cx, place, change).run();
  change.apply();
  if (!sibling_in_chain(cx, test, place))
    cx.report(test.node,
              "text was encoded here where it was unicode, and is left as it is now: where bytes are wanted "
              "after this, encode it there");
}

bool rename_here(Context& cx, const Test& test) {
  const std::string name = name_of(test);
  const std::string both(now(test.type));
  const bool plain = test.type_node.is(Kind::kIdentifier) && (name == "unicode" || name == "long");
  if (!plain) return true;  // then another fixer does
  if (cx.names().lookup(both, cx.names().scope_of(test.node)) != nullptr) return false;
  cx.change(test.type_node, name + " -> " + both).set_text(test.type_node, both).apply();
  return true;
}

void report_unclear(Context& cx, const Test& test) {
  if (test.type == Type::kLong) {
    cx.report(test.node, "this was true of long numbers only, and is of every int in Python 3: see what it decides");
  } else if (test.type == Type::kStr) {
    cx.report(test.node, "text can't be decoded in Python 3: ask for bytes here, and have text done without");
  } else {
    cx.report(test.node,
              "this was true of unicode only, and is of all text in Python 3: see that what it decides, or encodes, is "
              "right for that");
  }
}

void drop_pair(Context& cx, Node type) {
  const Node pair = type.parent();
  const Node stays = pair_with_same_key(cx, type);
  const std::string both(now(type_at(cx, type)));
  cx.change(pair, "one entry for " + both).remove(pair).apply();
  if (stays.child(Field::kValue).text() != pair.child(Field::kValue).text())
    cx.report(pair, "this dictionary had two entries for what is " + both + " in Python 3; see which is right");
}

// What goes is taken away, rather than the tuple replaced: imported names in it are part of their import's change.
void keep_first(ChangeBuilder& change, Node tuple) {
  const Node first = tuple.named_child(0);
  if (!tuple.parent().is(Kind::kArgumentList)) {
    change.set_text(ByteRange{first.next().end(), tuple.end() - 1}, "");
  } else if (!tuple.tree().comments_in(tuple.range()).empty()) {
    change.replace(tuple, "$type", {{"type", first}});
  } else {
    change.set_text(ByteRange{tuple.start(), first.start()}, "").set_text(ByteRange{first.end(), tuple.end()}, "");
  }
}

// (types.IntType, types.LongType): what builtin names leave is merged where they are renamed.
void merge_items(Context& cx, Node tuple) {
  const std::vector<Node> items = tuple.named_children();
  if (items.size() > kMostClauses) return;
  std::vector<Node> extra;
  std::vector<std::string_view> seen;
  bool any_of_types = false;
  for (Node item : items) {
    const Type type = type_at(cx, item);
    if (type == Type::kNone || item.text().ends_with("StringTypes")) continue;
    any_of_types = any_of_types || item.is(Kind::kAttribute) || needs_import_gone(item);
    if (std::find(seen.begin(), seen.end(), now(type)) != seen.end()) {
      extra.push_back(item);
    } else {
      seen.push_back(now(type));
    }
  }
  if (extra.empty() || !any_of_types) return;
  const bool has_comments = !cx.tree().comments_in(tuple.range()).empty();
  if (has_comments && std::any_of(items.begin(), items.end(), needs_import_gone)) return;
  ChangeBuilder change = cx.change(tuple, "each type once");
  if (extra.size() + 1 < items.size()) {
    for (Node item : extra) change.remove(item);
  } else {
    keep_first(change, tuple);
  }
  change.apply();
}

bool may_name_type(Node node) {
  static constexpr std::string_view kWords[] = {"unicode",    "str",         "basestring", "long",
                                                "StringType", "UnicodeType", "LongType"};
  if (node.is(Kind::kAttribute)) return is_one_of(kWords, node.child(Field::kAttribute).text());
  return node.is(Kind::kIdentifier) && node.field() != Field::kAttribute && is_one_of(kWords, node.text());
}

}  // namespace

// The `classes` of `unicode in classes`.
Node holder_of(Node type) {
  const Node comparison = type.parent();
  const bool asks = comparison.is(Kind::kComparisonOperator) && comparison.named_child_count() == 2 &&
                    comparison.named_child(0) == type &&
                    (comparison.child(Kind::kTokenIn) || comparison.child(Kind::kTokenNotIn));
  const Node holder = asks ? comparison.named_child(1) : Node();
  return holder.is_any(Kind::kIdentifier, Kind::kAttribute) ? holder : Node();
}

// str in classes, beside unicode in classes
bool is_member_beside_unicode(Context& cx, Node type) {
  const Node own = holder_of(type);
  if (!own || type_at(cx, type) != Type::kStr) return false;
  const auto held = [&](Node holder) {
    return "type_tests: unicode in " + std::to_string(cx.names().scope_of(holder).node.index()) + " " +
           std::string(holder.text());
  };
  cx.once("type_tests: holders", [&] {
    for (Node other : cx.names().free_uses("unicode"))
      if (const Node holder = holder_of(other)) note(cx, held(holder));
    return true;
  });
  return is_noted(cx, held(own));
}

// register_adapter(str, lambda s: s.decode('utf-8')), {str: lambda s: s.decode('utf-8')}
bool is_beside_decoder(Context& cx, Node type) {
  const Node parent = type.parent();
  Node other;
  if (parent.is_any(Kind::kArgumentList, Kind::kTuple)) {
    const std::vector<Node> all = parent.named_children();
    const auto own = std::find(all.begin(), all.end(), type);
    other = own == all.end() || own + 1 == all.end() ? Node() : *(own + 1);
  } else if (parent.is(Kind::kPair) && type.field() == Field::kKey) {
    other = parent.child(Field::kValue);
  }
  if (!other.is(Kind::kLambda) || type_at(cx, type) != Type::kStr) return false;
  const Node parameter = other.child(Field::kParameters).named_child(0);
  return parameter && decodes(other.child(Field::kBody), parameter.text());
}

TestFate fate_of_type(Context& cx, Node type) {
  if (is_beside_decoder(cx, type)) return TestFate::kBytes;
  if (is_member_beside_unicode(cx, type)) return TestFate::kBytes;
  if (type.parent().is(Kind::kPair)) {
    return is_gone(type_at(cx, type)) && pair_with_same_key(cx, type) ? TestFate::kGoes : TestFate::kRenamed;
  }
  const Test test = test_around(cx, type);
  return test && test.type != Type::kNone ? fate_of_test(cx, test) : TestFate::kRenamed;
}

// Does a tuple hold it together with what is the same in Python 3?
bool is_repeated(Context& cx, Node type) {
  if (!type.parent().is(Kind::kTuple)) return false;
  const std::vector<Node> items = type.parent().named_children();
  return items.size() <= kMostClauses && std::any_of(items.begin(), items.end(), [&](Node item) {
           const Type other = item == type ? Type::kNone : type_at(cx, item);
           return other != Type::kNone && now(other) == now(type_at(cx, type));
         });
}

std::string stays_in_test(Context& cx, Node type, std::string from) {
  if (cx.keeps_python2() || cx.settings().like_two_to_three) return {};  // 2to3 has no type_tests
  const bool is_of_types =
      type.is(Kind::kAttribute) || needs_import_gone(type);  // others are merged where they are renamed
  if (is_of_types && is_repeated(cx, type)) return from;
  return fate_of_type(cx, type) == TestFate::kRenamed ? std::string() : std::move(from);
}

// Is a block left of the statement that loses its header, with other such tests in the statement? What these decide may
// be what this one does.
bool moves_a_test(Context& cx, const Place& place, const Test& test) {
  if (!place.statement.is(Kind::kIfStatement) || place.clause != place.statement) return false;
  const Node next = clause_after(place);
  if (place.positive && (!next || next.is(Kind::kElifClause))) return false;
  for (Node node : place.statement.descendants())
    if (may_name_type(node) && fate_of_type(cx, node) == TestFate::kGoes && !node.is_within(test.node)) return true;
  return false;
}

// What a type is the key of, in a list of pairs or where something is stored: [(str, f), (unicode, g)], by[unicode] =
// g.
struct Keyed {
  Node place;  // the list, or what is stored to
  Node value;
};

Keyed keyed_by(Node type) {
  const Node parent = type.parent();
  if (parent.is(Kind::kTuple) && parent.named_child_count() > 1 && parent.named_child(0) == type &&
      parent.parent().is_any(Kind::kList, Kind::kTuple))
    return {parent.parent(), parent.named_child(1)};
  if (parent.is(Kind::kSubscript) && type.field() == Field::kSubscript && parent.field() == Field::kLeft &&
      parent.parent().is(Kind::kAssignment))
    return {parent.child(Field::kValue), parent.parent().child(Field::kRight)};
  return {};
}

// What a type keys there, as a note; of a list's pairs by the list itself.
std::string keeping(Context& cx, Node type, const Keyed& keyed) {
  const bool is_list = type.parent().is(Kind::kTuple);
  return "type_tests: kept for " + std::string(now(type_at(cx, type))) + " in " +
         (is_list ? std::to_string(keyed.place.index()) : std::string(keyed.place.text()));
}

// Is there something else that is kept for what the type becomes?
bool is_keyed_twice(Context& cx, Node type) {
  const Keyed own = keyed_by(type);
  if (!own.place) return false;
  const auto one = [](const std::string& kept, Node value) { return kept + " is " + std::string(value.text()); };
  cx.once("type_tests: kept", [&] {
    std::map<std::string, Node> first;
    for (std::string_view name : {"str", "basestring", "int"}) {
      for (Node other : cx.names().free_uses(name)) {
        const Keyed its = keyed_by(other);
        if (!its.place || type_at(cx, other) == Type::kNone) continue;
        const std::string kept = keeping(cx, other, its);
        const auto [known, is_first] = first.try_emplace(kept, its.value);
        note(cx, is_first ? kept : known->second.text() == its.value.text() ? kept : kept + " and more");
        note(cx, one(kept, its.value));
      }
    }
    return true;
  });
  const std::string kept = keeping(cx, type, own);
  return is_noted(cx, kept) && (is_noted(cx, kept + " and more") || !is_noted(cx, one(kept, own.value)));
}

void convert_type_tests(Context& cx) {
  for (Node node : cx.tree().root().descendants()) {
    if (node.is(Kind::kTuple) && !cx.keeps_python2()) merge_items(cx, node);
    if (!may_name_type(node)) continue;
    const TestFate fate = fate_of_type(cx, node);
    const bool is_name = node.is(Kind::kIdentifier) && !node.text().ends_with("Type");
    if (fate == TestFate::kBoth)
      cx.change(node, "bytes are told apart behind it").set_text(node, "(str, bytes)").apply();
    if (fate == TestFate::kBytes && is_name)
      cx.change(node, "what is decoded is bytes").set_text(node, "bytes").apply();
    if (cx.keeps_python2()) continue;
    if (is_gone(type_at(cx, node)) && is_keyed_twice(cx, node))
      cx.report(node, "what is kept for " + std::string(now(type_at(cx, node))) +
                          " stands twice in Python 3; see which is right");
    if (fate == TestFate::kGoes && node.parent().is(Kind::kPair)) drop_pair(cx, node);
    if (fate == TestFate::kGoes && !node.parent().is(Kind::kPair)) {
      const Test test = test_around(cx, node);
      if (!sibling_beside(cx, test) && moves_a_test(cx, place_of(test), test)) {
        rename_here(cx, test);
        report_unclear(cx, test);
      } else {
        take_away(cx, test);
      }
    }
    if (fate != TestFate::kUnclear && fate != TestFate::kPaired) continue;
    const Test test = test_around(cx, node);
    if (!rename_here(cx, test) || fate == TestFate::kUnclear) report_unclear(cx, test);
  }
}

}  // namespace py3k::fixers
