// Calls that take or give bytes in Python 3.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/fixer.h"
#include "engine/library/facts.h"

namespace py3k::fixers {

// What is known of a function that takes bytes in Python 3, or gives them; null for all others.
const engine::Fact* bytes_call(engine::Context& cx, engine::Node function);

// Which function of pickle is it, or of cPickle, which a later run finds to be pickle: "load" of pickle.load; empty for
// what is not pickle's. What it may be is told by Names::alternatives().
std::string pickle_function(const std::vector<std::string>& alternatives);

// hashlib.md5(), hmac.new(k), or a variable that holds nothing else.
bool is_hash(engine::Context& cx, engine::Node expression);

// The call of a method without arguments: the object; else nothing.
engine::Node object_of_plain_call(engine::Node call, std::string_view method);

}  // namespace py3k::fixers
