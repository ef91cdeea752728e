// FixerSet: the chosen fixers, made ready to run: patterns compiled, words gathered, tables by kind of node.
//
// Immutable once made, and shared by all workers.
#pragma once

#include <array>
#include <utility>
#include <vector>

#include "engine/fixer.h"
#include "engine/rewrite/builtin_rename.h"
#include "engine/rewrite/pattern.h"
#include "engine/rewrite/rename.h"
#include "engine/rewrite/suppressions.h"

namespace py3k::engine {

class FixerSet {
 public:
  FixerSet(FixerSet&&) = default;
  FixerSet& operator=(FixerSet&&) = default;

  // Fails when a pattern or template of a fixer is wrong.
  static Expected<FixerSet> create(std::vector<Fixer> fixers, const Settings& settings);

  // What comments may call these fixers, and all that there are.
  const FixerNames& names() const { return names_; }
  void set_known(std::vector<std::string> names) { names_.known = std::move(names); }

  const WordTable& words() const { return words_; }

  // The words that speak for Python 2 and that the chosen fixers replace.
  const WordSet& evidence() const { return evidence_; }
  // Likewise for lists that Python 3 would not make.
  const WordSet& list_evidence() const { return list_evidence_; }

  // Which fixers may have work in a file that holds these words.
  std::vector<bool> wanted(const WordSet& words) const;
  // Those of the active ones that may replace such a word of a file.
  std::vector<bool> replacing_evidence(const std::vector<bool>& active, const WordSet& words) const;
  bool needs_evidence(std::size_t fixer) const { return fixers_[fixer].needs == Needs::kEvidence; }
  const Fixer& fixer(std::size_t index) const { return fixers_[index]; }
  std::size_t size() const { return fixers_.size(); }

  // Runs the fixers marked in `active` over the tree, once.
  void run(const std::vector<bool>& active, Context& context) const;

 private:
  FixerSet() : words_({}) {}

  struct CompiledRule {
    std::size_t fixer;
    Pattern pattern;
    std::string replacement;
    std::function<bool(Context&, const Holes&)> where;
  };
  struct CompiledVisit {
    std::size_t fixer;
    const Visit* visit;
  };
  struct ByKind {
    std::vector<std::size_t> rules;  // into rules_
    std::vector<CompiledVisit> visits;
  };
  struct Renames {
    std::vector<Rename> things;  // those that depend on settings included
    std::vector<ModuleMove> modules;
  };
  static Renames take_python3_only(const Fixer& fixer, Renames& renames);
  void gather_evidence();
  struct Moves {
    MoveIndex all;
    std::vector<std::size_t> fixers;                              // that have any
    std::vector<std::pair<std::size_t, BuiltinRename>> builtins;  // with their fixers' places
  };
  void index_renames();
  static void rename(const std::vector<bool>& active, const Moves& moves, Context& context);
  class Dispatch;

  std::vector<Fixer> fixers_;
  std::vector<CompiledRule> rules_;
  std::vector<Renames> renames_;       // by fixer
  std::vector<Renames> left_renames_;  // the same, of what stays for a later run; empty where nothing does
  Moves moves_;                        // of the two above, by name
  Moves left_moves_;
  std::array<ByKind, static_cast<std::size_t>(Kind::kCount)> by_kind_;
  FixerNames names_;
  WordTable words_;
  WordSet evidence_;
  WordSet list_evidence_;
  std::vector<WordSet> fixer_words_;  // by fixer; none set: always wanted
};

}  // namespace py3k::engine
