// The pages about fixers: what `py3k list` and `py3k explain` show.
//
//   console.out->write(list_page(registry));
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/library/facts.h"
#include "engine/registry.h"

namespace py3k::cli {

// The name under which what -i has left stands in reports, and that of a file that could not be converted.
inline constexpr std::string_view kReview = "review";
inline constexpr std::string_view kNotConverted = "not-converted";  // no fixer's name, for these have no hyphens

// What stands in lists.
std::string_view first_sentence(std::string_view doc);

// A table of all fixers: name, group, safety, what the result runs on, and what it does in a sentence.
std::string list_page(const engine::Registry& registry);

// All about one fixer, with its examples as before and after.
std::string explain_page(const engine::Fixer& fixer);

// A name that stands in the brackets of findings and is no fixer's: what the engine and the program have to say.
struct Remark {
  std::string_view name;
  std::string_view doc;
};
const Remark* find_remark(std::string_view name);  // null: there is none
std::string explain_page(const Remark& remark);

// The same for programs; docs/reports.md describes it.
std::string list_json(const engine::Registry& registry);
struct Explained {
  std::vector<const engine::Fixer*> fixers = {};
  std::vector<const Remark*> remarks = {};
  std::vector<const engine::Fact*> facts = {};
};
std::string explain_json(const Explained& explained, const engine::Registry& registry);

}  // namespace py3k::cli
