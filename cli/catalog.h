// The pages about fixers: what `py3k list` and `py3k explain` show.
//
//   console.out->write(list_page(registry));
#pragma once

#include <string>
#include <string_view>

#include "engine/registry.h"

namespace py3k::cli {

// What stands in lists.
std::string_view first_sentence(std::string_view doc);

// A table of all fixers: name, group, safety, what the result runs on, and what it does in a sentence.
std::string list_page(const engine::Registry& registry);

// All about one fixer, with its examples as before and after.
std::string explain_page(const engine::Fixer& fixer);

}  // namespace py3k::cli
