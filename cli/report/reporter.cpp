#include "cli/report/reporter.h"

#include <numeric>

namespace py3k::cli {

using engine::Finding;
using engine::Safety;

bool needs_a_look(const engine::FileResult& result, const Finding& finding) {
  if (finding.applied) return false;
  return finding.safety == Safety::kManual || result.outcome != engine::Outcome::kFailed;
}

void Summary::add(const engine::FileResult& result) {
  ++outcomes[static_cast<std::size_t>(result.outcome)];
  for (const Finding& finding : result.findings) {
    const std::size_t is_applied = finding.applied ? 1 : 0;
    const std::size_t is_left = needs_a_look(result, finding) ? 1 : 0;
    applied += is_applied;
    left += is_left;
    unsafe_applied += finding.safety == Safety::kUnsafe ? is_applied : 0;
    fixers[finding.fixer].applied += is_applied;
    fixers[finding.fixer].left += is_left;
  }
}

void Summary::add(const Summary& other) {
  for (std::size_t i = 0; i < outcomes.size(); ++i) outcomes[i] += other.outcomes[i];
  applied += other.applied;
  unsafe_applied += other.unsafe_applied;
  left += other.left;
  for (const auto& [name, count] : other.fixers) {
    fixers[name].applied += count.applied;
    fixers[name].left += count.left;
  }
}

std::size_t Summary::files() const { return std::accumulate(outcomes.begin(), outcomes.end(), std::size_t{0}); }

std::unique_ptr<Reporter> make_reporter(const Options& options, const Style& style) {
  switch (options.format) {
    case Format::kJson:
      return make_json_reporter(options);
    case Format::kText:
      break;
  }
  return make_text_reporter(options, style);
}

}  // namespace py3k::cli
