#include "engine/rewrite/taken_binding.h"

#include <algorithm>
#include <set>
#include <string>

#include "engine/rewrite/file_facts.h"
#include "engine/run/taken_names.h"
#include "engine/syntax/string_literal.h"

namespace py3k::engine {

namespace {

bool is_named_in(const Binding& all, std::string_view name) {
  for (const BindingSite& site : all.sites)
    for (Node node : site.statement.subtree())
      if (node.is(Kind::kString) && StringLiteral(node).body() == name) return true;
  return false;
}

bool is_init(std::string_view path) { return path.substr(path.rfind('/') + 1) == "__init__.py"; }

}  // namespace

bool is_taken(const Context& context, const Binding& binding) {
  if (binding.scope == nullptr || binding.scope->kind != ScopeKind::kModule) return false;
  if (is_init(context.facts().path) && binding.uses.empty()) return true;
  const Binding* all = context.names().lookup("__all__", *binding.scope);
  return (all != nullptr && is_named_in(*all, binding.name)) || !takers_of(context, binding).empty();
}

std::vector<NameTaker> takers_of(const Context& context, const Binding& binding) {
  const Project* project = context.project();
  if (project == nullptr || binding.scope == nullptr || binding.scope->kind != ScopeKind::kModule) return {};
  const bool by_star = !binding.name.starts_with('_') && context.names().lookup("__all__", *binding.scope) == nullptr;
  return project->taken_names().takers_of(project->home_of(context.facts().path), std::string(binding.name), by_star);
}

std::string joined_paths(const Context& context, const std::vector<NameTaker>& takers) {
  const std::string root = context.project()->home_of(context.facts().path).root + "/";
  std::set<std::string> paths;
  for (const NameTaker& taker : takers)
    paths.insert(taker.path.starts_with(root) ? taker.path.substr(root.size()) : taker.path);
  if (paths.empty()) return {};
  const std::size_t others = paths.size() - 1;
  if (others == 0) return *paths.begin();
  return *paths.begin() + " and " + std::to_string(others) + (others == 1 ? " other" : " others");
}

}  // namespace py3k::engine
