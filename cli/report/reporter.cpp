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

bool changes_anew(const engine::FileResult& result, const std::vector<bool>& known) {
  if (result.outcome != engine::Outcome::kChanged || known.empty()) return result.outcome == engine::Outcome::kChanged;
  for (std::size_t i = 0; i < known.size(); ++i)
    if (result.findings[i].applied && !known[i]) return true;
  return false;
}

std::string diff_of(const FileReport& file, std::string before_note, std::string after_note) {
  return engine::unified_diff(diff_input(file), {.before_label = file.result.path,
                                                 .after_label = file.result.path,
                                                 .before_note = std::move(before_note),
                                                 .after_note = std::move(after_note)});
}

void Summary::add(const engine::FileResult& result, const std::vector<bool>& known) {
  ++outcomes[static_cast<std::size_t>(result.outcome)];
  changed_anew += changes_anew(result, known) ? 1 : 0;
  for (std::size_t i = 0; i < result.findings.size(); ++i) {
    const Finding& finding = result.findings[i];
    const bool is_known = i < known.size() && known[i];
    const std::size_t is_applied = finding.applied ? 1 : 0;
    const std::size_t is_left = needs_a_look(result, finding) && !is_known ? 1 : 0;
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
  changed_anew += other.changed_anew;
  refused += other.refused;
  guarded += other.guarded;
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
