#include "cli/fact_page.h"

#include <nlohmann/json.hpp>

#include "cli/layout_text.h"
#include "engine/library/signatures.h"

namespace py3k::cli {
namespace {

using engine::Fact;
using engine::Facts;
using engine::PythonVersion;
using engine::Registry;

constexpr std::size_t kWidth = 80;
constexpr std::string_view kBuiltins = "__builtin__.";

bool is_in(std::string_view name, std::string_view module) {
  return name.size() > module.size() && name.starts_with(module) && name[module.size()] == '.';
}

// "in Python 2.7, gone since Python 3.12"
std::string when(const Fact& fact) {
  std::string text = "in Python " + to_string(fact.since);
  if (fact.gone)
    text += ", " + std::string(engine::going(fact.gone)).substr(fact.gone <= engine::library().newest() ? 3 : 0);
  if (fact.back) text += ", back in " + to_string(fact.back);
  return text;
}

// "html.escape, in Python 3.2 and later"
std::string replacement(const Fact& fact) {
  if (fact.to.empty()) {
    std::string parts(fact.parts);
    for (std::size_t at = 0; (at = parts.find(',', at)) != std::string::npos; at += 2) parts.replace(at, 1, ", ");
    return parts;
  }
  constexpr std::string_view kModule = "builtins.";
  const std::string_view to = fact.to.starts_with(kModule) ? fact.to.substr(kModule.size()) : fact.to;
  const bool always = fact.to_since <= PythonVersion{3, 0};
  return std::string(to) + (always ? "" : ", in Python " + to_string(fact.to_since) + " and later");
}

std::string signature(const Fact& fact) {
  std::string text(fact.name);
  if (fact.is_called) text.append("(").append(fact.takes).append(")");
  if (!fact.gives.empty()) text.append(" -> ").append(fact.gives);
  return text;
}

std::string own_page(const Fact& fact, const Registry& registry) {
  std::string text = std::string(fact.is_module() ? "module " : "") + signature(fact) + ": " + when(fact) + "\n";
  if (const std::string now = replacement(fact); !now.empty()) text += "In its place: " + now + "\n";
  if (!fact.package.empty()) text += "Package that has it: " + std::string(fact.package) + "\n";
  if (!fact.advice.empty())
    text += wrap((fact.to.empty() ? "What to do: " : "Look at: ") + std::string(fact.advice), kWidth);
  if (registry.find(fact.section) != nullptr) text += "Fixer: " + std::string(fact.section) + "\n";
  return text;
}

std::string in_a_line(const Fact& fact) {
  if (const std::string now = replacement(fact); !now.empty()) return now;
  return std::string(fact.advice);
}

}  // namespace

std::vector<const Fact*> facts_about(std::string_view name) {
  const std::string builtin = std::string(kBuiltins) + std::string(name);
  const Fact* own = nullptr;
  for (const std::string_view spelling : {name, std::string_view(builtin)})
    for (const Facts* part : {&engine::library(), &engine::signatures()})
      if (own == nullptr) own = part->find(spelling);
  std::vector<const Fact*> facts;
  if (own != nullptr) facts.push_back(own);
  for (const Facts* part : {&engine::library(), &engine::signatures()})
    for (const Fact& fact : part->all()) {
      const bool is_more = &fact != own && own != nullptr && fact.name == own->name;
      if (is_more || is_in(fact.name, name)) facts.push_back(&fact);
    }
  return facts;
}

std::string fact_page(std::string_view name, const std::vector<const Fact*>& facts, const Registry& registry) {
  std::string text;
  std::vector<std::vector<std::string>> names;
  for (const Fact* fact : facts) {
    if (is_in(fact->name, name))
      names.push_back({signature(*fact), fact->gone ? to_string(fact->gone) : "", in_a_line(*fact)});
    else
      text += own_page(*fact, registry);
  }
  if (names.empty()) return text;
  names.insert(names.begin(), {"NAME", "GONE SINCE", "IN ITS PLACE"});
  return text + (text.empty() ? "" : "\n") + format_table(names, 0);
}

nlohmann::ordered_json fact_json(const Fact& fact, const Registry& registry) {
  nlohmann::ordered_json page = {{"name", fact.name}, {"module", fact.is_module()}, {"since", to_string(fact.since)}};
  if (fact.gone) page["gone"] = to_string(fact.gone);
  if (fact.back) page["back"] = to_string(fact.back);
  if (!fact.to.empty()) page["replacement"] = {{"name", fact.to}, {"since", to_string(fact.to_since)}};
  for (const auto& [key, value] :
       {std::pair{"parts", fact.parts}, {"package", fact.package}, {"advice", fact.advice}, {"gives", fact.gives}})
    if (!value.empty()) page[key] = value;
  if (fact.is_called) page["takes"] = fact.takes;
  if (registry.find(fact.section) != nullptr) page["fixer"] = fact.section;
  return page;
}

}  // namespace py3k::cli
