#include "cli/convert_run.h"

#include <chrono>
#include <utility>

#include "cli/layout_text.h"
#include "cli/progress.h"
#include "cli/report/diff_view.h"
#include "cli/shown_text.h"
#include "engine/run/worker_pool.h"

namespace py3k::cli {
namespace {

using engine::Outcome;
using engine::WalkedPath;

constexpr const char* kStdinName = "<stdin>";

class Stopwatch {
 public:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

WritePlan write_plan(const Options& options, const engine::FileStore& store) {
  WritePlan plan{.write = options.write,
                 .output_dir = options.output_dir,
                 .base = options.output_dir.empty() ? "" : common_directory(options.operands, store),
                 .suffix = options.add_suffix};
  plan.unchanged_too = options.write_unchanged && !plan.is_in_place();
  return plan;
}

Style style_for(const Options& options, const Console& console) {
  // Standard output is what was converted when it comes from standard input.
  const bool is_dry = !options.write && !options.reads_stdin();
  const bool is_terminal = console.out_is_terminal && options.output.empty();
  return {.color_out = wants_color(options.color, console, is_terminal),
          .color_err = wants_color(options.color, console, console.err_is_terminal),
          .show_diffs = options.diff.value_or(is_dry && !options.stat)};
}

ProgressKind progress_kind(const Options& options, const Console& console) {
  if (options.quiet || options.verbose || console.is_paged) return ProgressKind::kNone;
  return console.err_is_terminal ? ProgressKind::kBar : ProgressKind::kLines;
}

}  // namespace

// What is left of a file once it is converted and rendered.
struct ConvertRun::Done {
  Rendered rendered;
  Summary summary;
  std::optional<StatRow> stat;
  std::string path;
  double seconds = 0.0;
  BaselineCheck::Seen seen = {};
  Vendor::Seen needs = {};
};

ConvertRun::ConvertRun(const Options& options, const engine::FileStore& store, Console& console, Sink& report,
                       ConvertFile convert, Safeguards safeguards, std::span<const engine::Fixer> fixers)
    : options_(options),
      store_(store),
      console_(console),
      report_(report),
      convert_(std::move(convert)),
      safeguards_(safeguards),
      step_(store, write_plan(options, store), convert_, safeguards),
      style_(style_for(options, console)),
      reporter_(make_reporter(options, style_, fixers)),
      log_(options.verbose, *console.err) {}

int ConvertRun::convert_paths() {
  const Stopwatch stopwatch;
  std::vector<WalkedPath> paths =
      engine::walk(store_, options_.operands, walk_options(options_), &summary_.passed_over);
  if (safeguards_.git != nullptr) {
    const std::size_t found = paths.size();
    auto chosen = safeguards_.git->choose(std::move(paths));
    if (chosen) summary_.passed_over.not_chosen.files = found - chosen->size();
    if (!chosen) return usage_error(console_, chosen.error());
    paths = std::move(*chosen);
  }
  log_.write(count_of(paths.size(), "file") + " found, " + count_of(threads_for(options_), "thread"));
  report_.write(reporter_->begin());
  {
    Progress progress(*console_.err, progress_kind(options_, console_), paths.size(), console_.columns);
    engine::run_in_order<Done>(
        paths.size(), threads_for(options_), [&](std::size_t i) { return process(paths[i]); },
        [&](std::size_t i, const Done& done) {
          if (!done.rendered.out.empty() || !done.rendered.err.empty()) progress.hide();
          const bool goes_on = take(done);
          progress.show(i + 1, done.path);
          return goes_on;
        });
  }
  if (!bring_along()) return kExitFailed;
  return finish(stopwatch.seconds());
}

bool ConvertRun::bring_along() {
  if (vendor_ == nullptr) return true;
  for (FileReport& file : vendor_->bring(step_)) take(rendered(std::move(file)));
  auto lines = vendor_->require(safeguards_.journal);
  if (!lines) return console_.err->write("py3k: " + lines.error().what + "\n"), false;
  summary_.requirements = std::move(*lines);
  return true;
}

int ConvertRun::convert_stdin() {
  const Stopwatch stopwatch;
  const FileReport file = convert_input();
  summary_.add(file.result);
  summary_.seconds = stopwatch.seconds();
  const bool shows_changes = options_.stat || options_.diff.value_or(false);
  const bool has_other_output = options_.check || (shows_changes && options_.output.empty());
  if (!has_other_output && file.result.outcome != Outcome::kFailed) {
    console_.out->write(file.result.outcome == Outcome::kChanged ? file.result.output_bytes : file.bytes);
  }
  // Totals of one file would only be noise.
  const Rendered rendered = reporter_->render(file);
  if (auto row = stat_of(file)) stat_.push_back(std::move(*row));
  write({.out = reporter_->begin() + rendered.out + stat_text() + reporter_->end(summary_).out, .err = rendered.err});
  return exit_code();
}

FileReport ConvertRun::convert_input() const {
  FileReport file;
  auto bytes = console_.read_stdin();
  if (!bytes) {
    file.result = failed_file(kStdinName, bytes.error());
    return file;
  }
  file.bytes = std::move(*bytes);
  file.result = convert_(kStdinName, file.bytes);
  return file;
}

ConvertRun::Done ConvertRun::process(const WalkedPath& path) const {
  const Stopwatch stopwatch;
  FileReport file = convert_file(path);
  file.seconds = stopwatch.seconds();
  Vendor::Seen needs;
  if (vendor_ != nullptr) needs = vendor_->look(file);
  Done done = rendered(std::move(file));
  done.needs = std::move(needs);
  done.summary.guarded += is_converted_ && is_converted_(path.path) ? 1 : 0;
  return done;
}

ConvertRun::Done ConvertRun::rendered(FileReport file) const {
  BaselineCheck::Seen seen;
  if (baseline_ != nullptr && file.brought_from.empty()) seen = baseline_->mark(file);
  Done done{.rendered = reporter_->render(file),
            .summary = {},
            .stat = stat_of(file),
            .path = file.result.path,
            .seconds = file.seconds,
            .seen = {},
            .needs = {}};
  done.summary.add(file.result, file.known);
  done.seen = std::move(seen);
  done.summary.refused += file.is_refused ? 1 : 0;
  return done;
}

FileReport ConvertRun::convert_file(const WalkedPath& path) const {
  if (!path.error.what.empty()) {
    FileReport file;
    file.result = failed_file(path.path, path.error);
    return file;
  }
  if (!path.left_alone.empty()) return refused_file(path.path, path.left_alone);
  return step_.run(path);
}

// Returns whether to go on.
bool ConvertRun::take(const Done& done) {
  if (!done.rendered.out.empty() && std::exchange(has_shown_, true)) report_.write(reporter_->separator());
  write(done.rendered);
  if (done.stat) stat_.push_back(*done.stat);
  summary_.add(done.summary);
  if (baseline_ != nullptr) baseline_->take(done.seen);
  if (vendor_ != nullptr) vendor_->take(done.needs);
  if (log_.is_enabled()) {
    constexpr double kMicroseconds = 1e6;
    log_.write(done.path + ": " + std::to_string(static_cast<long>(done.seconds * kMicroseconds)) + " us");
  }
  // Files are converted whether or not anybody reads about it; and who leaves the pager still gets what comes after it.
  return options_.write || options_.check || console_.is_paged || !report_.is_closed();
}

std::optional<StatRow> ConvertRun::stat_of(const FileReport& file) const {
  if (!options_.stat || options_.quiet || !changes_anew(file.result, file.known)) return std::nullopt;
  const LineCounts lines = changed_lines(file);
  return StatRow{shown_name(file.result.path), lines.added, lines.removed};
}

std::string ConvertRun::stat_text() const {
  const bool is_terminal = console_.out_is_terminal && options_.output.empty();
  return diffstat(stat_, console_.columns, wants_color(options_.color, console_, is_terminal));
}

void ConvertRun::write(const Rendered& rendered) {
  style_.color_out ? report_.write_styled(rendered.out) : report_.write(rendered.out);
  style_.color_err ? console_.err->write_styled(rendered.err) : console_.err->write(rendered.err);
}

int ConvertRun::finish(double seconds) {
  summary_.seconds = seconds;
  if (summary_.files() == 0 && !options_.quiet) console_.err->write("py3k: no Python files there\n");
  write({.out = stat_text(), .err = {}});
  write(reporter_->end(summary_));
  if (baseline_ != nullptr && !finish_baseline()) return kExitFailed;
  return exit_code();
}

bool ConvertRun::finish_baseline() {
  const auto text = baseline_->finish();
  if (!text) console_.err->write("py3k: " + text.error().what + "\n");
  if (text && !options_.quiet) console_.err->write(*text);
  return text.has_value();
}

int ConvertRun::exit_code() const {
  if (summary_.files(Outcome::kFailed) > 0 || summary_.refused > 0) return kExitFailed;
  const bool is_something_to_do = summary_.changed_anew > 0 || summary_.left > 0;
  return (options_.check || baseline_ != nullptr) && is_something_to_do ? kExitFound : kExitDone;
}

}  // namespace py3k::cli
