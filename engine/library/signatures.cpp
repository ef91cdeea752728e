#include "engine/library/signatures.h"

#include <algorithm>
#include <limits>
#include <map>

namespace py3k::engine {

namespace {

// The first of a list with commas, which is taken off.
std::string_view take_item(std::string_view& list) {
  const std::string_view item = list.substr(0, list.find(", "));
  list.remove_prefix(std::min(list.size(), item.size() + 2));
  return item;
}

std::map<std::string_view, const Fact*> methods_by_name() {
  std::map<std::string_view, const Fact*> methods;
  for (const Fact& fact : signatures().section("methods")) methods.emplace(fact.own_name(), &fact);
  return methods;
}

}  // namespace

const Fact* known_function(std::string_view qualified_name) {
  const Fact* fact = signatures().find(qualified_name);
  return fact != nullptr && fact->section == "values" ? fact : nullptr;
}

const Fact* known_method(std::string_view own_name) {
  static const auto methods = methods_by_name();
  const auto found = methods.find(own_name);
  return found == methods.end() ? nullptr : found->second;
}

std::string_view role(const Fact& function, std::size_t position) {
  std::string_view rest = function.takes;
  for (std::size_t i = 0; !rest.empty(); ++i) {
    const std::string_view item = take_item(rest);
    if (item.ends_with('*')) return item.substr(0, item.size() - 1);
    if (i == position && item != "...") return item;
  }
  return "-";
}

std::size_t most_arguments(const Fact& function) {
  std::size_t count = 0;
  for (std::string_view rest = function.takes; !rest.empty(); ++count)
    if (const std::string_view item = take_item(rest); item.ends_with('*') || item == "...")
      return std::numeric_limits<std::size_t>::max();
  return count;
}

}  // namespace py3k::engine
