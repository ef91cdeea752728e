// The report for people: diffs on standard output, everything else on standard error.

#include <string>
#include <string_view>
#include <vector>

#include "cli/layout_text.h"
#include "cli/report/diff_view.h"
#include "cli/report/reporter.h"
#include "cli/shown_text.h"

namespace py3k::cli {
namespace {

using engine::FileResult;
using engine::Finding;
using engine::Outcome;
using engine::Safety;

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kRed = "\x1b[31m";
constexpr std::string_view kGreen = "\x1b[32m";
constexpr std::string_view kYellow = "\x1b[33m";

class TextReporter : public Reporter {
 public:
  TextReporter(const Options& options, const Style& style)
      : style_(style),
        config_(shown_name(options.config_name)),
        excluded_by_(options.exclude_base.empty() ? "excluded" : "excluded by " + shown_name(options.config_name)),
        chosen_by_(options.git.staged ? "not staged" : "not changed since " + shown_name(options.git.since)),
        is_quiet_(options.quiet),
        is_verbose_(options.verbose),
        is_dry_(!options.write && !options.reads_stdin()),
        shows_stats_(options.stats),
        look_{.color = style.color_out, .context = options.context} {}

  std::string begin() const override { return ""; }

  Rendered render(const FileReport& file) const override {
    const FileResult& result = file.result;
    Rendered rendered;
    if (result.outcome == Outcome::kFailed) rendered.err += problem(result, "failed", kRed);
    if (is_quiet_) return rendered;
    if (result.outcome == Outcome::kSkipped) rendered.err += problem(result, "skipped", kYellow);
    for (std::size_t i = 0; i < result.findings.size(); ++i) {
      const Finding& finding = result.findings[i];
      const bool is_new = needs_a_look(result, finding) && !file.is_known(i);
      if (is_verbose_ || is_new) rendered.err += finding_line(result.path, finding);
    }
    if (!file.brought_from.empty()) rendered.err += brought(file);
    if (style_.show_diffs && file.brought_from.empty() && changes_anew(result, file.known))
      rendered.out = diff_view(file, look_);
    return rendered;
  }

  Rendered end(const Summary& summary) const override {
    Rendered rendered;
    if (shows_stats_ && !is_quiet_) rendered.err += stats(summary);
    if (!is_quiet_) rendered.err += requirements(summary) + totals(summary) + hidden(summary);
    return rendered;
  }

 private:
  std::string colored(std::string_view text, std::string_view color) const {
    if (!style_.color_err) return std::string(text);
    return std::string(color).append(text).append(kReset);
  }

  std::string problem(const FileResult& result, std::string_view what, std::string_view color) const {
    return colored(shown_name(result.path), kBold) + ": " + colored(what, color) + ": " + shown_text(result.reason) +
           "\n";
  }

  // Of a library's module nobody has to review a diff.
  std::string brought(const FileReport& file) const {
    if (file.result.outcome != Outcome::kChanged) return "";
    return colored(shown_name(file.result.path), kBold) + ": " + (is_dry_ ? "would come" : "comes") + " along from " +
           shown_name(file.brought_from) + "\n";
  }

  // As compilers write it, so that editors can jump there: columns count from 1 here.
  std::string finding_line(const std::string& path, const Finding& finding) const {
    const std::string place =
        shown_name(path) + ":" + std::to_string(finding.line) + ":" + std::to_string(finding.column + 1) + ":";
    std::string label = "[" + finding.fixer;
    if (finding.safety != Safety::kSafe) label.append(", ").append(engine::safety_name(finding.safety));
    label += "]";
    const std::string_view color = finding.applied ? kGreen : kYellow;
    return colored(place, kBold) + " " + colored(label, color) + " " + shown_text(finding.message) + "\n";
  }

  std::string requirements(const Summary& summary) const {
    std::string text;
    for (const std::string& line : summary.requirements)
      text += std::string(is_dry_ ? "would require: " : "requires: ") + shown_name(line) + "\n";
    return text;
  }

  static std::string stats(const Summary& summary) {
    if (summary.fixers.empty()) return "";
    std::vector<std::vector<std::string>> rows = {{"fixer", "applied", "left"}};
    for (const auto& [name, count] : summary.fixers) {
      rows.push_back({name, std::to_string(count.applied), std::to_string(count.left)});
    }
    return format_table(rows, 0);
  }

  // "3 files: 2 would change (5 changes, 1 unsafe), 1 finding to look at; nothing was written (-w writes)"
  std::string totals(const Summary& summary) const {
    const std::size_t changed = summary.files(Outcome::kChanged);
    const std::size_t skipped = summary.files(Outcome::kSkipped);
    const std::size_t failed = summary.files(Outcome::kFailed);
    std::string text = count_of(summary.files(), "file") + ": " + std::to_string(changed);
    text += is_dry_ ? " would change" : " changed";
    if (changed > 0) {
      text += " (" + count_of(summary.applied, "change");
      if (summary.unsafe_applied > 0) text += ", " + std::to_string(summary.unsafe_applied) + " unsafe";
      text += ")";
    }
    if (summary.left > 0) text += ", " + count_of(summary.left, "finding") + " to look at";
    if (skipped > 0) text += ", " + std::to_string(skipped) + " skipped";
    if (failed > 0) text += ", " + colored(std::to_string(failed) + " failed", kRed);
    if (is_dry_ && changed > 0) text += "; nothing was written (-w writes)";
    return text + "\n";
  }

  // "2 files excluded", "1 file and 3 directories excluded"
  static void name(const engine::PassedOver::Count& count, std::string_view why, std::string& text) {
    if (count.files + count.directories == 0) return;
    text += text.empty() ? "" : ", ";
    if (count.files > 0) text += count_of(count.files, "file");
    if (count.files > 0 && count.directories > 0) text += " and ";
    if (count.directories == 1) text += "1 directory";
    if (count.directories > 1) text += std::to_string(count.directories) + " directories";
    text += " " + std::string(why);
  }

  // What nobody should take for done because nothing is said of it.
  std::string hidden(const Summary& summary) const {
    std::string text;
    const engine::PassedOver& over = summary.passed_over;
    name(over.excluded, excluded_by_, text);
    name(over.ignored, "ignored by git", text);
    name(over.environments, "of virtual environments", text);
    name(over.not_chosen, chosen_by_, text);
    if (!text.empty()) text = "passed over: " + text + "\n";
    if (summary.guarded > 0) {
      text += count_of(summary.guarded, "file") + " only guarded: `converted` in " + config_ + "\n";
    }
    if (over.not_included.files > 0) {
      text += count_of(over.not_included.files, "file") + " that may be Python passed over, such as " +
              shown_name(over.not_included_example) + " (--include GLOB takes them)\n";
    }
    return text;
  }

  Style style_;
  std::string config_;
  std::string excluded_by_;
  std::string chosen_by_;
  bool is_quiet_;
  bool is_verbose_;
  bool is_dry_;
  bool shows_stats_;
  DiffLook look_;
};

}  // namespace

std::unique_ptr<Reporter> make_text_reporter(const Options& options, const Style& style) {
  return std::make_unique<TextReporter>(options, style);
}

}  // namespace py3k::cli
