// RenameTable: where things moved, by their old names, as far as one file is concerned; what the parts of
// apply_renames() share.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/fixer.h"
#include "engine/rewrite/rename.h"

namespace py3k::engine {

// Where a thing is. What became a builtin is in the module "builtins".
struct MovedTo {
  Dotted to;
  const Fixer* fixer = nullptr;
  const Rename* rename = nullptr;  // null where it went with its module
  bool is_gone() const { return to.name.empty(); }
  bool is_builtin() const { return to.module == "builtins"; }
  bool is_plain_name() const { return to.name.find_first_of("(.") == std::string::npos; }
};

struct MovedModule {
  const ModuleMove* move = nullptr;
  const Fixer* fixer = nullptr;
};

class RenameTable {
 public:
  RenameTable(const MoveIndex& moves, const std::vector<bool>& active, Context& context)
      : moves_(moves), active_(active), context_(context) {}

  // Where a module's member is now, found where it is imported from the module, or used as an attribute.
  std::optional<MovedTo> imported(std::string_view module, std::string_view name) const;
  std::optional<MovedTo> attribute(std::string_view module, std::string_view name) const;
  // The same for one use, which may tell more.
  MovedTo at_use(MovedTo target, Node use) const;
  MovedModule module(std::string_view path) const;
  // What an import's name means after all changes, "queue" for "Queue"; itself where it stays.
  std::string after(std::string_view imported) const;

  // What stands for a builtin, or an expression of builtins, in a place: "type(None)", or "builtins.type(None)" where
  // the file calls something else so; empty where it can't be said.
  std::string spell_builtin(const MovedTo& target, Node use) const;

  bool is_last_part(std::string_view name) const { return moves_.is_last_part(name); }
  bool moves_into(std::string_view module) const;
  // What is renamed of a module, and what is wherever nothing binds its name.
  std::vector<const MoveIndex::Thing*> things_of(std::string_view module) const;
  std::vector<const MoveIndex::Thing*> free_things() const;

 private:
  std::optional<MovedTo> find(std::string_view module, std::string_view name, Rename::Where where) const;
  const MoveIndex::Thing* thing(std::string_view name) const;
  std::vector<const MoveIndex::Thing*> active_of(std::vector<const MoveIndex::Thing*> things) const;
  bool is_hidden(const std::string& builtin, Node use) const;
  bool is_hidden(const std::string& builtin, const Binding& there) const;
  bool is_own(std::string_view module) const;

  const MoveIndex& moves_;
  const std::vector<bool>& active_;
  Context& context_;
  mutable std::map<std::pair<std::string, const Binding*>, bool> hidden_;  // of is_hidden()
  mutable std::map<std::string, bool> own_;  // modules that were asked for: are they the project's?
};

// Is it an import in a `try` that something else is done for where it fails?
bool has_fallback(Node import_statement);

// `try: import new` / `except ImportError: import old`, where both would import the same: one of them stays. Gives the
// import statements that go, which need no other change.
std::unordered_set<std::uint32_t> collapse_ladders(const RenameTable& table, Context& context);

// `import module` and `import module as m`, with the uses.
void rename_modules(const RenameTable& table, const std::unordered_set<std::uint32_t>& gone, Context& context);

// Does such a spelling need `import builtins`?
bool needs_builtins(std::string_view spelling);

}  // namespace py3k::engine
