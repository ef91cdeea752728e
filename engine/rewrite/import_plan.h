// ImportPlan: the imports that changes ask for, settled once per file after all claims are in.
//
// A request is met by an import that is there already, by adding a name to a `from` statement of the same module, or by
// a new statement: behind the last import of the run at the top of the file, else behind the docstring and the `from
// __future__` lines, and never above the comments that begin the file. What is wanted from __future__ goes to those
// lines.
#pragma once

#include <cstdint>
#include <string>

#include "engine/rewrite/context.h"
#include "engine/rewrite/file_facts.h"

namespace py3k::engine {

// How code at `at` can spell `name` of `module` (or the module, where `name` is empty), once `request` is met: the name
// itself, or what the file calls it, or where the name means another thing there, `module.name`, or `module` under a
// new name.
std::string spell_import(Context& context, ImportRequest& request, Node at);

// Where an import has to be done by: the first place that is no function's, whose code runs later.
inline constexpr std::uint32_t kAnywhere = UINT32_MAX;
std::uint32_t needed_by(const Context& context, Node use);
std::uint32_t needed_by(const Context& context, const Change& change);

// Adds the claims for all of context.facts().imports to the changes that asked for them.
void plan_imports(Context& context);

}  // namespace py3k::engine
