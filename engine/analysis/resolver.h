// Resolver: which variable each occurrence of a name stands for, by Python's rules. The second half of Names. Internal
// to engine/analysis.
#pragma once

#include <vector>

#include "engine/analysis/occurrences.h"

namespace py3k::engine {

// A variable: a name in the scope that binds it; or, with no scope, a free name.
struct Symbol {
  NameId name;
  ScopeId scope;          // kNoId: free
  bool has_site = false;  // in the scope's own code
  // Where code of a module or class that names it reads what is further out: in `unicode = unicode` the right side.
  std::uint32_t early_from = 0;
  std::uint32_t live_from = 0;
};

struct Resolution {
  // `global` and `nonlocal`: the name means that symbol in that scope (kNoId: a free name).
  struct Redirect {
    ScopeId scope;
    NameId name;
    SymbolId symbol;
  };
  // The symbols of a scope are neighbours.
  struct Range {
    SymbolId first = 0;
    SymbolId last = 0;
  };

  std::vector<Symbol> symbols;
  std::vector<Range> symbols_of;  // by scope
  std::vector<Redirect> redirects;
  std::vector<SymbolId> free_symbol;  // by name; kNoId: it has no free use
};

// Fills in the symbols of all occurrences.
Resolution resolve(const Tree& tree, Occurrences& occurrences);

}  // namespace py3k::engine
