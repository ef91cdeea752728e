#include "cli/report/reporter.h"

#include <numeric>
#include <string_view>
#include <utility>

#include "cli/report/diff_view.h"
#include "engine/report/diff.h"

namespace py3k::cli {

using engine::Finding;
using engine::Safety;

bool needs_a_look(const engine::FileResult& result, const Finding& finding) {
  if (finding.applied) return false;
  const bool is_whole_file_left =
      result.outcome == engine::Outcome::kFailed || result.outcome == engine::Outcome::kSkipped;
  return finding.safety == Safety::kManual || !is_whole_file_left;
}

std::string diff_of(const FileReport& file, std::string before_note, std::string after_note) {
  return engine::unified_diff(diff_input(file), {.before_label = file.result.path,
                                                 .after_label = file.result.path,
                                                 .before_note = std::move(before_note),
                                                 .after_note = std::move(after_note)});
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
  refused += other.refused;
  for (const auto& [name, count] : other.fixers) {
    fixers[name].applied += count.applied;
    fixers[name].left += count.left;
  }
}

std::size_t Summary::files() const { return std::accumulate(outcomes.begin(), outcomes.end(), std::size_t{0}); }

std::unique_ptr<Reporter> make_reporter(const Options& options, const Style& style,
                                        std::span<const engine::Fixer> fixers) {
  switch (options.format) {
    case Format::kJson:
      return make_json_reporter(options);
    case Format::kSarif:
      return make_sarif_reporter(fixers);
    case Format::kGithub:
      return make_github_reporter(options);
    case Format::kJunit:
      return make_junit_reporter(options);
    case Format::kHtml:
      return make_html_reporter(options, fixers);
    case Format::kText:
      break;
  }
  return make_text_reporter(options, style);
}

}  // namespace py3k::cli
