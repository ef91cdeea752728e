// Precedence: how tightly an expression binds, and what a place in the tree asks of the expression that stands there.
// The engine uses it to put parentheses where they are needed and nowhere else; fixers never do.
// The order is that of https://docs.python.org/3/reference/expressions.html#operator-precedence, lowest first.
#pragma once

#include <cstdint>

#include "engine/syntax/tree.h"

namespace py3k::engine {

enum class Precedence : std::uint8_t {
  kAny,      // not an expression, or a place that takes whatever there is
  kYield,    // yield x
  kTuple,    // a, b
  kNamed,    // x := y
  kLambda,   // lambda: x
  kTernary,  // a if b else c
  kOr,
  kAnd,
  kNot,
  kCompare,
  kBitOr,
  kBitXor,
  kBitAnd,
  kShift,
  kSum,
  kTerm,
  kUnary,
  kPower,
  kAwait,
  kPrimary,  // a.b, a[b], a(b)
  kAtom,     // names, literals, brackets
};

// How tightly the expression binds; kAny for what is no expression.
Precedence precedence_of(Node node);

// What the node's place in its parent demands: an expression that binds less tightly needs parentheses there.
Precedence demanded_at(Node node);

// Is the node inside brackets, so that a newline in it does not end the statement?
bool is_in_brackets(Node node);

// The x of `((x))`: for looking at what an expression is.
Node inside_parentheses(Node node);

// What is between the parentheses of `(x)`, for a place that has brackets of its own; the node itself where the
// parentheses hold a comment, or something that can't do without them.
Node unparenthesized(Node node);

// Is the node an operand whose parent must not read it as part of a number: the 7 of `(7).real`?
bool is_attribute_object(Node node);

}  // namespace py3k::engine
