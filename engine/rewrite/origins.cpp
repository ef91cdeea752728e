#include "engine/rewrite/origins.h"

#include <algorithm>

namespace py3k::engine {

void Origins::mark_runs(std::string_view text, std::vector<LineTrace> runs) {
  text_ = text;
  runs_ = std::move(runs);
  if (std::all_of(runs_.begin(), runs_.end(), [](const LineTrace& run) { return run.is_whole; })) return;
  const std::vector<LineHash>& all = lines().all();
  has_doubtful_lines_ = std::any_of(all.begin(), all.end(), [&](LineHash line) {
    return std::any_of(runs_.begin(), runs_.end(), [&](const LineTrace& run) {
      return run.kept.contains(line) || (!run.is_whole && run.written.contains(line));
    });
  });
}

void Origins::mark_later(std::string_view text, std::function<std::pair<LineSet, Origin>()> known) {
  text_ = text;
  known_ = std::move(known);
}

const LineHashes& Origins::lines() const {
  if (lines_ == nullptr) lines_ = std::make_unique<const LineHashes>(text_);
  return *lines_;
}

Origin Origins::at(std::uint32_t offset, std::string_view fixer) const {
  if (runs_.empty() && (!known_ || found().first.empty())) return rest_;
  const LineHash line = lines().at(offset);
  if (line == kNoLine) return rest_;
  bool after_whole = false;  // what was left before such a run is Python 3 by now
  for (const LineTrace& run : runs_) {
    const bool is_kept = !after_whole && run.kept.contains(line);
    if (run.written.contains(line)) {
      const bool ran = run.is_whole || std::binary_search(run.fixers.begin(), run.fixers.end(), fixer);
      if (ran && !is_kept) return Origin::kPython3;
      return rest_ == Origin::kPython2 ? rest_ : Origin::kHalf;
    }
    if (is_kept) return std::min(rest_, Origin::kByPast);
    after_whole = after_whole || run.is_whole;
  }
  if (rest_ == Origin::kPython2 || rest_ == Origin::kPython3 || !known_) return rest_;
  return found().first.contains(line) ? found().second : rest_;
}

const LineTrace* Origins::partial_run(std::uint32_t offset) const {
  const LineHash line = runs_.empty() ? kNoLine : lines().at(offset);
  if (line == kNoLine) return nullptr;
  const auto run =
      std::find_if(runs_.begin(), runs_.end(), [&](const LineTrace& it) { return it.written.contains(line); });
  return run == runs_.end() || run->is_whole ? nullptr : &*run;
}

bool Origins::is_written(std::uint32_t offset) const { return partial_run(offset) != nullptr; }

bool Origins::is_of_others(std::uint32_t offset, std::string_view fixer) const {
  const LineTrace* run = partial_run(offset);
  return run != nullptr && std::none_of(run->fixers.begin(), run->fixers.end(), [&](std::string_view name) {
           return name == fixer || (name.starts_with(kDidSome) && name.substr(kDidSome.size()) == fixer);
         });
}

const std::pair<LineSet, Origin>& Origins::found() const {
  if (found_ == nullptr) found_ = std::make_unique<const std::pair<LineSet, Origin>>(known_());
  return *found_;
}

}  // namespace py3k::engine
