#include "engine/python3/declared_names.h"

namespace py3k::engine::python3 {

std::uint32_t DeclaredNames::open(std::uint32_t parent, Space space) {
  places_.push_back({parent, space});
  return static_cast<std::uint32_t>(places_.size() - 1);
}

std::uint8_t DeclaredNames::roles(std::uint32_t space, std::uint32_t name) {
  const auto key = [](std::uint32_t of, std::uint32_t which) { return std::uint64_t{of} << 32 | which; };
  for (; counted_ < events_.size(); ++counted_) {
    const Event& event = events_[counted_];
    roles_[key(event.space, event.name)] |= event.role;
  }
  const auto found = roles_.find(key(space, name));
  return found == roles_.end() ? 0 : found->second;
}

std::string_view DeclaredNames::declare(std::uint32_t space, std::string_view name, Role role, std::uint32_t offset) {
  if (role == kNonlocal && places_[space].space == Space::kModule) return "nonlocal stands outside of a function";
  const std::uint32_t id = intern(name);
  const std::uint8_t before = roles(space, id);
  if ((before & (kUse | kBound | kAnnotated)) != 0)
    return "a name that was used, or is a parameter, is declared global or nonlocal";
  if ((before & (kGlobal | kNonlocal) & ~role) != 0) return "a name is declared both global and nonlocal";
  events_.push_back({space, id, role});
  if (role == kNonlocal) nonlocals_.push_back({space, id, offset});
  return {};
}

bool DeclaredNames::is_declared(std::uint32_t space, std::string_view name) {
  return places_[space].space != Space::kModule && (roles(space, intern(name)) & (kGlobal | kNonlocal)) != 0;
}

void DeclaredNames::move(std::size_t mark, std::uint32_t from, std::uint32_t to) {
  for (std::size_t i = mark; i < events_.size(); ++i)
    if (events_[i].space == from) events_[i].space = to;
}

bool DeclaredNames::is_bound_around(const Nonlocal& nonlocal) {
  for (std::uint32_t at = places_[nonlocal.space].parent; places_[at].space != Space::kModule;
       at = places_[at].parent) {
    if (places_[at].space == Space::kClass) continue;
    const std::uint8_t known = roles(at, nonlocal.name);
    if ((known & kGlobal) != 0) return false;
    if ((known & (kBound | kImported)) != 0) return places_[at].space != Space::kTypes;
  }
  return false;
}

std::optional<SyntaxFlaw> DeclaredNames::unbound_nonlocal() {
  for (const Nonlocal& nonlocal : nonlocals_)
    if (!is_bound_around(nonlocal)) return SyntaxFlaw{nonlocal.offset, "no function around binds this nonlocal name"};
  return {};
}

}  // namespace py3k::engine::python3
