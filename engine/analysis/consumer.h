// Consumer: what becomes of an expression's value, as far as the expression around it tells. What Python 2 gave as a
// list and Python 3 gives as a view or an iterator needs list() only where a list is missed.
//
//   consumption_of(call, names).keeps     // `x = d.keys()`, `print d.keys()`, `f(d.keys())`: may be used as a list
//   consumption_of(call, names).iterates  // `for k in d.keys()`, `sorted(d.keys())`, `a, b = d.keys()`
#pragma once

#include <optional>
#include <vector>

#include "engine/analysis/names.h"

namespace py3k::engine {

struct Consumption {
  bool keeps = false;     // anything may be done with it: it is stored, passed on, printed, compared, changed, sliced
  bool fills = false;     // it only takes the place of a slice, as in x[a:b] = it
  bool iterates = false;  // gone through once, and let go
  bool searches = false;  // x in it
  bool counts = false;    // len(it)
  bool tests = false;     // is it true?
  bool indexes = false;   // it[x]
  bool reverses = false;  // reversed(it)
  bool lasts = false;     // an iterator over it, as in `x = iter(it)`, is stored or given back, for who knows when
  // Where it is gone through item by item while other code runs: the for statements and comprehensions whose bodies
  // that is. Empty where all is done at once, as in sorted(it).
  std::vector<Node> loops = {};
  bool operator==(const Consumption&) const = default;
};

Consumption consumption_of(Node expression, const Names& names);

// What becomes of it by way of the variable that it is assigned to, all uses of the variable taken together (but for
// their loops), where that is a function's own and nobody else has a hand on it; nothing where it is not.
//
//   keys = d.keys()     // iterates and counts
//   if len(keys): return sorted(keys)
std::optional<Consumption> consumption_by_variable(Node expression, const Names& names);

// May the loop's body (a for statement's, or what a comprehension works out) add to or take from a container, named by
// an expression such as `d` or `self.cache`, while the loop goes through it? Says yes where it can't tell.
bool may_change(Node loop, Node container, const Names& names);

// May the function around the mention of a container, or the module where it is in none, change it, anywhere in its
// body?
bool may_change_in_function(Node container, const Names& names);

}  // namespace py3k::engine
