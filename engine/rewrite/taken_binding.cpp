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

const Binding* all_of_module(const Context& context) {
  const Names& names = context.names();
  return names.lookup("__all__", names.scope_of(context.tree().root()));
}

std::vector<NameTaker> takers_of(const Context& context, const std::string& name) {
  const Project* project = context.project();
  if (project == nullptr) return {};
  const bool by_star = !name.starts_with('_') && all_of_module(context) == nullptr;
  return project->taken_names().takers_of(project->home_of(context.facts().path), name, by_star);
}

bool is_init(std::string_view path) { return path.substr(path.rfind('/') + 1) == "__init__.py"; }

}  // namespace

bool is_taken(const Context& context, const Binding& binding) {
  if (binding.scope == nullptr || binding.scope->kind != ScopeKind::kModule) return false;
  if (is_init(context.facts().path) && binding.uses.empty()) return true;
  return is_taken(context, std::string(binding.name));
}

bool is_taken(const Context& context, const std::string& name) {
  const Binding* all = all_of_module(context);
  return (all != nullptr && is_named_in(*all, name)) || !takers_of(context, name).empty();
}

std::vector<NameTaker> takers_of(const Context& context, const Binding& binding) {
  if (binding.scope == nullptr || binding.scope->kind != ScopeKind::kModule) return {};
  return takers_of(context, std::string(binding.name));
}

std::vector<std::string> attributes_of(const Context& context, const NameTaker& taker) {
  return context.project()->taken_names().attributes_of(taker);
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
