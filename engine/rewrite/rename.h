// Renames: things that moved, and modules that did. Tables of qualified names, old to new, applied to a file's imports
// and uses together.
//
//   const MoveIndex moves({{&fixer, &fixer.renames, &fixer.modules}});
//   apply_renames(moves, {true}, context);
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rewrite/context.h"

namespace py3k::engine {

struct ModuleMove;
struct Rename;

struct Dotted {
  std::string module;
  std::string name;
  std::string joined() const { return module.empty() ? name : module + "." + name; }
};
Dotted split_dotted(std::string_view dotted);

// What one fixer renames.
struct FixerRenames {
  const Fixer* fixer;
  const std::vector<Rename>* renames;
  const std::vector<ModuleMove>* modules;
};

// What all fixers of a run rename, by name: made once, for all files. What it is made of has to outlive it.
class MoveIndex {
 public:
  struct Thing {
    std::size_t fixer_index;  // in the vector that it is made of
    const Fixer* fixer;
    const Rename* rename;
    Dotted from;
    Dotted to;  // of what is a builtin now, in "builtins"
  };
  struct Module {
    std::size_t fixer_index;
    const Fixer* fixer;
    const ModuleMove* move;
  };

  MoveIndex() = default;
  explicit MoveIndex(const std::vector<FixerRenames>& all);

  // Several fixers may rename the same; those before win. Names of what is renamed only where it is imported begin with
  // a colon.
  const std::vector<Thing>* things(std::string_view name) const;
  const std::vector<Module>* modules(std::string_view path) const;
  std::vector<const Thing*> things_of(std::string_view module) const;
  const std::vector<const Thing*>& free_things() const { return free_; }  // that nothing has to bind
  bool is_last_part(std::string_view name) const { return last_parts_.contains(name); }
  const std::set<std::size_t>* fixers_moving_into(std::string_view module) const;

 private:
  std::map<std::string, std::vector<Thing>, std::less<>> things_;
  std::map<std::string, std::vector<Module>, std::less<>> modules_;
  std::vector<const Thing*> free_;
  std::set<std::string, std::less<>> last_parts_;
  std::map<std::string, std::set<std::size_t>, std::less<>> targets_;
};

// Makes one change for each import and all uses that go with it; those of all active fixers at once, because one
// statement may import what belongs to several. Where a new name would hide, or be hidden by, another of the file's, it
// is imported `as` the old one. Of `try: import new` / `except ImportError: import old` one import stays. Uses of
// builtins are left to builtin_rename.h.
void apply_renames(const MoveIndex& moves, const std::vector<bool>& active, Context& context);

}  // namespace py3k::engine
