// Occurrences: every identifier of a file that stands for a variable, what it does there, and the scope it does it in.
// The first half of Names, found in one walk over the tree; resolver.h does the second. Internal to engine/analysis.
//
//   for (const Occurrence& it : find_occurrences(tree).list)
//     if (it.role == Role::kParameter) …                    // it.node, it.name, it.scope, it.statement
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/analysis/names.h"
#include "engine/syntax/tree.h"

namespace py3k::engine {

using NameId = std::uint32_t;
using ScopeId = std::uint32_t;   // 0 is the module
using SymbolId = std::uint32_t;  // a name in a scope, or a free name: see resolver.h
inline constexpr std::uint32_t kNoId = 0xFFFFFFFF;

// What an identifier does. kUse comes first because a table of roles starts as all zeros.
enum class Role : std::uint8_t {
  kUse,
  kNotAName,  // an attribute's name, a keyword argument's, a part of an import's path
  kGlobal,    // declares; binds nothing by itself
  kNonlocal,
  kAssign,  // from here on, roles bind
  kForIn,   // the target of a comprehension
  kWalrus,
  kDelete,
  kParameter,
  kFunction,
  kClass,
  kImport,
  kExcept,
};
constexpr bool binds(Role role) { return role >= Role::kAssign; }

struct Occurrence {
  std::uint32_t node;
  NameId name;
  ScopeId scope;            // whose code it is part of, but for a walrus in a comprehension: that binds further out
  std::uint32_t statement;  // the innermost one around it; not filled in for uses
  SymbolId symbol = kNoId;  // filled in by resolve()
  Role role;
};

// Numbers names from 0 in the order in which they are first met.
class NameTable {
 public:
  explicit NameTable(std::size_t expected);
  NameId intern(std::string_view name);
  NameId find(std::string_view name) const;  // kNoId if it is not there
  std::string_view text(NameId id) const { return texts_[id]; }
  std::size_t size() const { return texts_.size(); }

 private:
  void grow();

  // Open addressing. A slot is the upper half of the hash, then id + 1, so that most misses cost no look at the text.
  std::vector<std::uint64_t> slots_;
  std::vector<std::string_view> texts_;
};

struct Occurrences {
  // From this node on, up to the next segment, code belongs to that scope.
  struct Segment {
    std::uint32_t first;
    ScopeId scope;
  };

  NameTable names;
  std::vector<Occurrence> list;    // in source order
  std::vector<Scope> scopes;       // in source order of their nodes
  std::vector<ScopeId> parents;    // of scopes
  std::vector<Segment> segments;   // in source order; the first starts at node 0
  std::vector<Node> star_imports;  // wildcard_import nodes
};

Occurrences find_occurrences(const Tree& tree);

}  // namespace py3k::engine
