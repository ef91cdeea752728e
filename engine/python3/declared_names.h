// DeclaredNames: what Python's symbol table refuses about `global` and `nonlocal`. Only texts that have such a
// statement need it. https://docs.python.org/3/reference/simple_stmts.html#the-global-statement
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/python3/token.h"

namespace py3k::engine::python3 {

class DeclaredNames {
 public:
  enum class Space : std::uint8_t { kModule, kClass, kTypes, kFunction };  // types: `[T]`, around what it is of
  enum Role : std::uint8_t { kUse = 1, kBound = 2, kAnnotated = 4, kGlobal = 8, kNonlocal = 16, kImported = 32 };

  std::uint32_t open(std::uint32_t parent, Space space);
  void note(std::uint32_t space, std::string_view name, Role role) { events_.push_back({space, intern(name), role}); }
  // A statement that declares a name; what is wrong with it, or empty.
  std::string_view declare(std::uint32_t space, std::string_view name, Role role, std::uint32_t offset);
  // `name: X`, where that is not for a global name.
  bool is_declared(std::uint32_t space, std::string_view name);
  // What was noted since then belongs to another space: the element of a comprehension is read before its `for`.
  std::size_t mark() const { return events_.size(); }
  void move(std::size_t mark, std::uint32_t from, std::uint32_t to);
  // At the end: does each nonlocal name belong to a function?
  std::optional<SyntaxFlaw> unbound_nonlocal();

 private:
  struct Event {
    std::uint32_t space;
    std::uint32_t name;
    Role role;
  };
  struct Nonlocal {
    std::uint32_t space;
    std::uint32_t name;
    std::uint32_t offset;
  };
  struct Place {
    std::uint32_t parent;
    Space space;
  };
  std::uint32_t intern(std::string_view name) {
    return names_.emplace(name, static_cast<std::uint32_t>(names_.size())).first->second;
  }
  std::uint8_t roles(std::uint32_t space, std::uint32_t name);
  bool is_bound_around(const Nonlocal& nonlocal);

  std::vector<Place> places_;
  std::vector<Event> events_;
  std::size_t counted_ = 0;  // how many of the events are in roles_
  std::unordered_map<std::uint64_t, std::uint8_t> roles_;
  std::unordered_map<std::string_view, std::uint32_t> names_;
  std::vector<Nonlocal> nonlocals_;
};

}  // namespace py3k::engine::python3
