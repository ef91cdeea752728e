#include "engine/run/fixer_set.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/dialect/dialect.h"
#include "engine/rewrite/builtin_rename.h"
#include "engine/rewrite/template.h"

namespace py3k::engine {

namespace {

std::string last_part(std::string_view dotted) {
  const std::size_t dot = dotted.rfind('.');
  return std::string(dot == std::string_view::npos ? dotted : dotted.substr(dot + 1));
}

constexpr std::string_view kBuiltins = "__builtin__.";

BuiltinRename builtin_rename(const Fixer& fixer, const Rename& rename) {
  const std::size_t dot = rename.to.rfind('.');
  return {&fixer, &rename, rename.from.substr(kBuiltins.size()), rename.to.substr(0, dot), rename.to.substr(dot + 1)};
}

// The target has not what takes its place.
void forgo(Rename& rename) {
  rename.note = rename.from + " is not in every later Python, and " + rename.to +
                ", which takes its place, is there from 3." + std::to_string(rename.since) +
                " on: import that one, or on ImportError the old one";
  rename.to.clear();
  rename.to_at = {};
  rename.with_use = {};
}

}  // namespace

// Those that Python 2.7 would not run are taken out.
FixerSet::Renames FixerSet::take_python3_only(const Fixer& fixer, Renames& renames) {
  if (fixer.runs_on == RunsOn::kPy3) return std::exchange(renames, {});
  Renames taken;
  const auto first = std::stable_partition(renames.things.begin(), renames.things.end(),
                                           [](const Rename& rename) { return !rename.python3_only; });
  std::move(first, renames.things.end(), std::back_inserter(taken.things));
  renames.things.erase(first, renames.things.end());
  return taken;
}

Expected<FixerSet> FixerSet::create(std::vector<Fixer> fixers, const Settings& settings) {
  FixerSet made;
  made.fixers_ = std::move(fixers);
  std::vector<std::string> all_words;
  std::vector<std::vector<std::string>> words(made.fixers_.size());
  for (std::size_t i = 0; i < made.fixers_.size(); ++i) {
    const Fixer& fixer = made.fixers_[i];
    words[i] = fixer.words;
    for (const Rule& rule : fixer.rules) {
      Expected<Pattern> pattern = Pattern::compile(rule.pattern);
      if (!pattern) return failure("fixer " + fixer.name + ": " + pattern.error().what);
      if (Expected<Template> replacement = Template::compile(rule.replacement); !replacement)
        return failure("fixer " + fixer.name + ": " + replacement.error().what);
      if (auto needed = pattern->words(); !needed.empty()) words[i].push_back(needed.front());
      made.by_kind_[static_cast<std::size_t>(pattern->kind())].rules.push_back(made.rules_.size());
      made.rules_.push_back({i, std::move(*pattern), rule.replacement, rule.where});
    }
    Renames renames{fixer.renames, fixer.modules};
    if (fixer.renames_for) {
      for (Rename& rename : fixer.renames_for(settings)) renames.things.push_back(std::move(rename));
    }
    if (fixer.modules_for) {
      for (ModuleMove& move : fixer.modules_for(settings)) renames.modules.push_back(std::move(move));
    }
    for (Rename& rename : renames.things)
      if (rename.since > settings.target_minor) forgo(rename);
    for (const Rename& rename : renames.things) words[i].push_back(last_part(rename.from));
    for (const ModuleMove& module : renames.modules) words[i].push_back(last_part(module.from));
    if (settings.keeps_python2) made.left_renames_.push_back(take_python3_only(fixer, renames));
    made.renames_.push_back(std::move(renames));
    all_words.insert(all_words.end(), words[i].begin(), words[i].end());
  }
  all_words.insert(all_words.end(), telling_words().begin(), telling_words().end());
  made.words_ = WordTable(all_words);
  for (const std::string& word : all_words) {
    if (made.words_.index(word) != WordTable::kAbsent) continue;
    return failure("the fixers ask for more than " + std::to_string(kMaxWords) + " words", "raise kMaxWords");
  }
  for (std::size_t i = 0; i < made.fixers_.size(); ++i) {
    WordSet set;
    for (const std::string& word : words[i]) set.set(static_cast<std::size_t>(made.words_.index(word)));
    made.fixer_words_.push_back(set);
    for (const Visit& visit : made.fixers_[i].visits)
      for (Kind kind : visit.kinds) made.by_kind_[static_cast<std::size_t>(kind)].visits.push_back({i, &visit});
  }
  made.index_renames();
  made.gather_evidence();
  for (const Fixer& fixer : made.fixers_) {
    made.names_.running.push_back(fixer.name);
    made.names_.running.emplace_back(group_name(fixer.group));
  }
  made.names_.known = made.names_.running;
  return made;
}

void FixerSet::gather_evidence() {
  for (std::string_view word : list_words()) {
    const int index = words_.index(word);
    if (index != WordTable::kAbsent) list_evidence_.set(static_cast<std::size_t>(index));
  }
  for (std::size_t i = 0; i < fixers_.size(); ++i) {
    if (fixers_[i].needs == Needs::kAny || fixers_[i].safety == Safety::kManual) continue;
    for (std::string_view word : python2_words()) {
      const int index = words_.index(word);
      if (index != WordTable::kAbsent && fixer_words_[i].test(static_cast<std::size_t>(index)))
        evidence_.set(static_cast<std::size_t>(index));
    }
  }
}

std::vector<bool> FixerSet::replacing_evidence(const std::vector<bool>& active, const WordSet& words) const {
  std::vector<bool> replacing(active.size());
  for (std::size_t i = 0; i < active.size(); ++i)
    replacing[i] = active[i] && (fixer_words_[i] & evidence_ & words).any();
  return replacing;
}

std::vector<bool> FixerSet::wanted(const WordSet& words) const {
  std::vector<bool> wanted(fixers_.size());
  for (std::size_t i = 0; i < fixers_.size(); ++i)
    wanted[i] = fixer_words_[i].none() || (fixer_words_[i] & words).any();
  return wanted;
}

// Most fixers have no work in most files: what is left of the rules and visits of each kind of node is gathered first.
class FixerSet::Dispatch {
 public:
  Dispatch(const FixerSet& set, const std::vector<bool>& active) : set_(set) {
    for (std::size_t kind = 0; kind < by_kind_.size(); ++kind) {
      by_kind_[kind].first_rule = static_cast<std::uint32_t>(rules_.size());
      by_kind_[kind].first_visit = static_cast<std::uint32_t>(visits_.size());
      for (std::size_t index : set.by_kind_[kind].rules)
        if (active[set.rules_[index].fixer]) rules_.push_back(&set.rules_[index]);
      for (const CompiledVisit& visit : set.by_kind_[kind].visits)
        if (active[visit.fixer]) visits_.push_back(&visit);
      by_kind_[kind].last_rule = static_cast<std::uint32_t>(rules_.size());
      by_kind_[kind].last_visit = static_cast<std::uint32_t>(visits_.size());
    }
  }

  void visit(Node node, Context& context) const {
    const Range& range = by_kind_[static_cast<std::size_t>(node.kind())];
    std::size_t done = set_.fixers_.size();  // the fixer whose rule matched last: its other rules are not tried
    for (std::uint32_t i = range.first_rule; i < range.last_rule; ++i) {
      const CompiledRule& rule = *rules_[i];
      if (rule.fixer == done) continue;
      Holes holes;
      context.set_fixer(set_.fixers_[rule.fixer]);
      if (!rule.pattern.matches(node, context, holes) || (rule.where && !rule.where(context, holes))) continue;
      context.replace(node, rule.replacement, holes);
      done = rule.fixer;
    }
    for (std::uint32_t i = range.first_visit; i < range.last_visit; ++i) {
      context.set_fixer(set_.fixers_[visits_[i]->fixer]);
      visits_[i]->visit->visit(context, node);
    }
  }

 private:
  struct Range {
    std::uint32_t first_rule, last_rule;
    std::uint32_t first_visit, last_visit;
  };

  const FixerSet& set_;
  std::vector<const CompiledRule*> rules_;
  std::vector<const CompiledVisit*> visits_;
  std::array<Range, static_cast<std::size_t>(Kind::kCount)> by_kind_{};
};

void FixerSet::run(const std::vector<bool>& active, Context& context) const {
  const Dispatch dispatch(*this, active);
  for (Node node : context.tree().root().subtree()) dispatch.visit(node, context);
  for (std::size_t i = 0; i < fixers_.size(); ++i) {
    if (!active[i] || !fixers_[i].finish) continue;
    context.set_fixer(fixers_[i]);
    fixers_[i].finish(context);
  }
  rename(active, moves_, context);
  for (std::size_t i = 0; i < fixers_.size(); ++i) {
    if (!active[i] || !fixers_[i].last) continue;
    context.set_fixer(fixers_[i]);
    fixers_[i].last(context);
  }
  if (left_renames_.empty()) return;
  context.leave_everything();
  rename(active, left_moves_, context);
}

void FixerSet::index_renames() {
  const auto index = [&](const std::vector<Renames>& all, Moves& moves) {
    std::vector<FixerRenames> moved;
    for (std::size_t i = 0; i < all.size(); ++i) {
      moved.push_back({&fixers_[i], &all[i].things, &all[i].modules});
      if (!all[i].things.empty() || !all[i].modules.empty()) moves.fixers.push_back(i);
      for (const Rename& rename : all[i].things)
        if (rename.from.starts_with(kBuiltins)) moves.builtins.emplace_back(i, builtin_rename(fixers_[i], rename));
    }
    moves.all = MoveIndex(moved);
  };
  index(renames_, moves_);
  index(left_renames_, left_moves_);
}

void FixerSet::rename(const std::vector<bool>& active, const Moves& moves, Context& context) {
  if (std::any_of(moves.fixers.begin(), moves.fixers.end(), [&](std::size_t fixer) { return active[fixer]; }))
    apply_renames(moves.all, active, context);
  std::vector<const BuiltinRename*> builtins;
  for (const auto& [fixer, rename] : moves.builtins)
    if (active[fixer]) builtins.push_back(&rename);
  if (!builtins.empty()) apply_builtin_renames(builtins, context);
}

}  // namespace py3k::engine
