// The report for GitHub's workflows: a command a finding, which GitHub shows as an annotation at its line.

#include <string>
#include <string_view>

#include "cli/layout_text.h"
#include "cli/report/escape.h"
#include "cli/report/reporter.h"

namespace py3k::cli {
namespace {

using engine::FileResult;
using engine::Finding;
using engine::Outcome;
using engine::Safety;

// Columns count from 1; GitHub takes them for what lies in one line only.
std::string place_of(const Finding& finding) {
  std::string place = ",line=" + std::to_string(finding.line);
  if (finding.end_line > finding.line) return place + ",endLine=" + std::to_string(finding.end_line);
  place += ",col=" + std::to_string(finding.column + 1);
  if (finding.end_column > finding.column) place += ",endColumn=" + std::to_string(finding.end_column + 1);
  return place;
}

std::string command(std::string_view level, const std::string& path, const std::string& place, std::string_view title,
                    std::string_view message) {
  return std::string("::").append(level) + " file=" + github_property(path) + place +
         ",title=" + github_property(title) + "::" + github_data(message) + "\n";
}

class GithubReporter : public Reporter {
 public:
  explicit GithubReporter(const Options& options) : is_quiet_(options.quiet) {}

  std::string begin() const override { return ""; }

  Rendered render(const FileReport& file) const override {
    const FileResult& result = file.result;
    Rendered rendered;
    if (result.outcome == Outcome::kFailed) {
      rendered.out += command("error", result.path, "", "py3k: not converted", result.reason);
    }
    if (is_quiet_) return rendered;
    for (std::size_t i = 0; i < result.findings.size(); ++i) {
      if (file.is_known(i)) continue;
      const Finding& finding = result.findings[i];
      // What is done needs no annotation, and what only the failure of the file has left, neither.
      const bool is_waiting = finding.applied && file.written_to.empty();
      if (is_waiting || needs_a_look(result, finding)) rendered.out += annotation(result.path, finding);
    }
    return rendered;
  }

  Rendered end(const Summary& summary) const override {
    if (is_quiet_) return {};
    std::string text = "py3k: " + count_of(summary.files(), "file") + ", " + count_of(summary.applied, "change") +
                       ", " + count_of(summary.left, "finding") + " to look at";
    if (summary.files(Outcome::kFailed) > 0) text += ", " + std::to_string(summary.files(Outcome::kFailed)) + " failed";
    return {.out = text + "\n", .err = ""};
  }

 private:
  static std::string annotation(const std::string& path, const Finding& finding) {
    const bool is_sure = finding.applied && finding.safety == Safety::kSafe;
    std::string title = "py3k: " + finding.fixer;
    if (!is_sure) title.append(" (").append(engine::safety_name(finding.safety)).append(")");
    return command(is_sure ? "notice" : "warning", path, place_of(finding), title, finding.message);
  }

  bool is_quiet_;
};

}  // namespace

std::unique_ptr<Reporter> make_github_reporter(const Options& options) {
  return std::make_unique<GithubReporter>(options);
}

}  // namespace py3k::cli
