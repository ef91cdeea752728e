// The two halves of a call that takes text or gives it in Python 2, and bytes in Python 3: what goes in, and what
// becomes of that which comes out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/fixer.h"
#include "engine/library/facts.h"

namespace py3k::fixers {

// What is known of a function that takes bytes in Python 3, or gives them; null for all others.
const engine::Fact* bytes_call(engine::Context& cx, engine::Node function);
bool gives_bytes(const engine::Fact& function);

enum class Wanted : std::uint8_t { kUnknown, kText, kBytes };

// What the code around an expression takes it for: '%s' % x takes text. A variable's uses are looked at.
Wanted wanted_as(engine::Context& cx, engine::Node expression);

// Is it text in Python 3 for sure, whatever its parts are? A variable that is bound once counts as what it is bound to.
bool shows_text(engine::Context& cx, engine::Node expression);
// Is it bytes in Python 3 for sure?
bool shows_bytes(engine::Context& cx, engine::Node expression);
// hashlib.md5(), hmac.new(k), or a variable that holds nothing else.
bool is_hash(engine::Context& cx, engine::Node expression);

// The call of a method without arguments: the object; else nothing.
engine::Node object_of_plain_call(engine::Node call, std::string_view method);

}  // namespace py3k::fixers
