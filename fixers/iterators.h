// map(), filter() and zip(), which gave lists and give iterators:
// https://docs.python.org/3/whatsnew/3.0.html#views-and-iterators-instead-of-lists
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/fixer.h"

namespace py3k::fixers {

// Is the node the call of a builtin, by a name that nothing hides?
bool calls_builtin(engine::Context& cx, engine::Node call, std::string_view builtin);

// Is a list missed where the call stands? Not where it is only gone through, unless a loop changes what the iterator
// reads from meanwhile.
bool needs_list(engine::Context& cx, engine::Node call);

// Puts list() around the call, or sorted() where the next statement only sorts that list. A safety other than the
// fixer's own may be given.
void make_list(engine::Context& cx, engine::Node call, std::optional<engine::Safety> safety = {});

// What makes a list of the hole $call there: list($call), or a comprehension where the file calls something else
// `list`.
std::string listed(engine::Context& cx, engine::Node at);

// `lambda x: value`, for [value for x in …]: one parameter, and nothing in it that keeps the variable for later. None
// where Python 2 must run it, which shares the variable of such a list with the code around it.
struct SimpleLambda {
  engine::Node parameter;
  engine::Node body;
  explicit operator bool() const { return static_cast<bool>(parameter); }
};
SimpleLambda simple_lambda(engine::Context& cx, engine::Node node);

// The builtin handed on as a value: who calls it gets an iterator.
void report_value(engine::Context& cx, engine::Node name, std::string_view builtin);

}  // namespace py3k::fixers
