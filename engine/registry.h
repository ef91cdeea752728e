// Registry: all the fixers there are, and the choice among them that a run makes.
//
//   auto registry = Registry::create(fixers::all_fixers());
//   auto chosen = registry->select({.fix = {"2to3", "super_args"}, .nofix = {"unicode"}});
//   if (!chosen) return usage_error(chosen.error());   // "there is no fixer has_keys", "did you mean has_key?"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/error.h"
#include "engine/fixer.h"

namespace py3k::engine {

std::string_view runs_on_name(RunsOn runs_on);  // "both", "variant", "py3"

// What the user chose. A name is a fixer's or a group's ("stdlib": all of that group), or "all": those that are on by
// default. Several may stand in one string, with commas between them.
struct Selection {
  std::vector<std::string> fix;    // only these; empty: those that are on by default
  std::vector<std::string> nofix;  // and not these
  bool both_only = false;          // the result must run under Python 2.7 too: see is_for_both()
};

// Has a fixer a part in --target 2+3? What only makes Python 3 nicer has not. What runs under Python 3 alone has, if
// the file does not run there without it: its places are counted, and reported, but stay as they are.
bool is_for_both(const Fixer& fixer);

class Registry {
 public:
  // Fails where a fixer lacks a name, doc or example, says it is unsafe but not when, or has the name of another, of a
  // group, or "all".
  static Expected<Registry> create(std::vector<Fixer> all);

  // The fixers of a choice, in the registry's order. Fails for a name that is none, and says which one is like it.
  Expected<std::vector<Fixer>> select(const Selection& selection) const;

  // By name; null where there is none. Lives as long as the registry.
  const Fixer* find(std::string_view name) const;
  const std::vector<Fixer>& all() const { return all_; }

  // All that select() takes: fixers and groups.
  std::vector<std::string> names() const;

  // What to say about a name that find() does not know.
  Error unknown_fixer(std::string_view name) const;

 private:
  explicit Registry(std::vector<Fixer> all) : all_(std::move(all)) {}
  bool is_known(std::string_view name) const;

  std::vector<Fixer> all_;  // by group, then name
};

}  // namespace py3k::engine
