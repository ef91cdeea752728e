// Tests for types that Python 3 has made one: what an isinstance(s, unicode) tells apart from isinstance(s, str).
//
// Under one name both tests are true of the same things. Where code tells them apart, or turns text to bytes behind
// such a test, the branches are what matters: one of them can't happen any more. The fixer type_tests takes it away;
// the fixers that rename unicode and long leave such places to it.
#pragma once

#include "engine/fixer.h"

namespace py3k::fixers {

enum class TestFate : std::uint8_t {
  kRenamed,  // means the same under the new name
  kGoes,     // its branch can't happen, or another test asks the same
  kBoth,     // of basestring: bytes are told apart behind it
  kBytes,    // what it lets through is decoded: it asks for bytes
  kPaired,   // renamed along with the other one, that asks for bytes
  kUnclear,  // would be true of more than before
};

// What becomes of the test that a type's name, `unicode` or `types.UnicodeType`, is part of.
TestFate fate_of_type(engine::Context& cx, engine::Node type);

// For Rename::to_at: a type whose test is none that can be renamed stays, as `from`.
std::string stays_in_test(engine::Context& cx, engine::Node type, std::string from);

// Changes all tests of a file.
void convert_type_tests(engine::Context& cx);

}  // namespace py3k::fixers
