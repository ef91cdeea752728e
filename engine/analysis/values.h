// Values: what an expression's value is, as far as the code shows: by what it is written as, by what every place that
// binds its variable gives it, by what is stored in `self.x` anywhere in the class. Unknown unless all of that agrees.
//
//   value_of(node, names).is(ValueType::kText)   // "a".strip(), name % x, `s` after `s = str(n)`; not "a b".split()
//
// Types are those that the converted file has: 'a' is text, b'a' and what .encode() gives are bytes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/analysis/names.h"

namespace py3k::engine {

enum class ValueType : std::uint8_t {
  kUnknown,
  kNone,
  kText,
  kBytes,
  kNumber,
  kList,
  kTuple,
  kSet,
  kMapping,  // a dict, or what has no more than a dict's methods: os.environ, a defaultdict
  kFile,     // of text
  kBinaryFile,
  kIterator,
  kFunction,
  kInstance,  // of a class of this file
};

struct Value {
  ValueType type = ValueType::kUnknown;
  bool may_be_none = false;    // or of that type, where all of `x = None` and `x = {}` bind it
  Node class_definition = {};  // of an instance
  std::string made_by = {};    // of kUnknown: the class or function of another file that was called, "mailbox.Maildir"
  bool is(ValueType wanted) const { return type == wanted && !may_be_none; }
  bool operator==(const Value&) const = default;
};

Value value_of(Node expression, const Names& names);

// Does the argument of an encode() or decode() name an encoding, by what it is or is called: 'utf-8', self.charset? Of
// what else has such a method, json's encoders and modules such as codecs, it is something else.
bool names_encoding(Node argument);

// What the places that bind a variable give it, where they are plain assignments of that one name, all of them; else
// nothing.
std::vector<Node> values_given(const Binding& binding);

// The one thing that a variable is given, by a plain assignment; empty for all other names and expressions.
Node only_value(Node name, const Names& names);

// The class around a method whose first parameter (self, cls) the expression is; empty for all others.
Node class_of_self(Node expression, const Names& names);

// The class of the file that a name stands for, where it stands for nothing else; empty otherwise.
Node class_named(Node name, const Names& names);

}  // namespace py3k::engine
