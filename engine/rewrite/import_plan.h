// ImportPlan: the imports that changes ask for, settled once per file after all claims are in.
//
// A request is met by an import that is there already, by adding a name to a `from` statement of the same module, or by a new
// statement: after the docstring, the `from __future__` lines and the first run of imports at the top of the file.
#pragma once

#include "engine/rewrite/context.h"

namespace py3k::engine {

// Adds the claims for all of context.facts().imports to the changes that asked for them.
void plan_imports(Context& context);

}  // namespace py3k::engine
