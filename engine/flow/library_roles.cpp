#include "engine/flow/library_roles.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "engine/library/signatures.h"

namespace py3k::engine {

namespace {

std::unordered_map<std::string_view, const Fact*> roles_by_name() {
  std::unordered_map<std::string_view, const Fact*> roles;
  for (const Fact& fact : signatures().section("text")) roles.emplace(fact.name, &fact);
  return roles;
}

}  // namespace

const Fact* library_role(std::string_view qualified_name) {
  static const auto roles = roles_by_name();
  constexpr std::string_view kTwin = "xml.etree.cElementTree.";
  if (qualified_name.starts_with(kTwin)) {
    return library_role("xml.etree.ElementTree." + std::string(qualified_name.substr(kTwin.size())));
  }
  const auto found = roles.find(qualified_name);
  return found == roles.end() ? known_function(qualified_name) : found->second;
}

std::vector<ArgumentRole> argument_roles(std::string_view takes) {
  std::vector<ArgumentRole> roles;
  while (!takes.empty()) {
    std::string_view item = takes.substr(0, takes.find(", "));
    takes.remove_prefix(std::min(takes.size(), item.size() + 2));
    ArgumentRole role;
    role.repeats = item.ends_with('*') || item == "...";
    if (item.ends_with('*')) item.remove_suffix(1);
    if (const std::size_t name = item.find('='); name != std::string_view::npos) {
      role.keyword = item.substr(0, name);
      item.remove_prefix(name + 1);
    }
    role.role = item == "..." ? "-" : item;
    roles.push_back(role);
  }
  return roles;
}

std::string_view type_name(std::string_view type) { return type.substr(0, type.find('[')); }

std::vector<std::string_view> type_parts(std::string_view type) {
  const std::size_t open = type.find('[');
  if (open == std::string_view::npos || !type.ends_with(']')) return {};
  const std::string_view inside = type.substr(open + 1, type.size() - open - 2);
  std::vector<std::string_view> parts;
  std::size_t depth = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= inside.size(); ++i) {
    const char c = i < inside.size() ? inside[i] : ',';
    if (c == '[') ++depth;
    if (c == ']') --depth;
    if (c != ',' || depth > 0) continue;
    parts.push_back(inside.substr(start, i - start));
    start = i + 1;
  }
  return parts;
}

}  // namespace py3k::engine
