// What `py3k explain cgi.escape` shows: what is known about a name of Python's library.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "engine/library/facts.h"
#include "engine/registry.h"

namespace py3k::cli {

// All lines about a name, and about the names in it: "cgi", "cgi.escape", "escape" for a builtin. The first is that of
// the name itself, if there is one; empty where nothing is known.
std::vector<const engine::Fact*> facts_about(std::string_view name);

// `registry` says what does something about it.
std::string fact_page(std::string_view name, const std::vector<const engine::Fact*>& facts,
                      const engine::Registry& registry);
nlohmann::ordered_json fact_json(const engine::Fact& fact, const engine::Registry& registry);

}  // namespace py3k::cli
