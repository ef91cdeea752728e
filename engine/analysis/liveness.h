// Liveness: may the value that a variable has at some point still be read later?
#pragma once

#include "engine/analysis/names.h"

namespace py3k::engine {

// May the value that `binding` has when control leaves this clause of a try statement (an except_clause) be read after
// it? Answers yes where it can't tell: a nested function that reads the variable may be called at any time.
bool is_read_after(const Names& names, Node except_clause, const Binding& binding);
// The same, without reads that don't name it: by locals(), exec, or as a class's attribute.
bool is_read_by_name_after(const Names& names, Node except_clause, const Binding& binding);

}  // namespace py3k::engine
