#include "cli/status/status_command.h"

#include <array>
#include <ctime>
#include <utility>
#include <vector>

#include "cli/convert_run.h"
#include "cli/directory_of.h"
#include "cli/status/status_table.h"
#include "engine/run/git_filter.h"
#include "engine/run/walk.h"
#include "engine/run/worker_pool.h"

namespace py3k::cli {
namespace {

using engine::Expected;
using engine::failure;
using engine::WalkedPath;

struct Counted {
  std::string directory;
  StatusCounts counts;
  std::string failure;
};

class StatusRun {
 public:
  StatusRun(const Options& options, const engine::FileStore& store, const ConvertFile& convert)
      : options_(options), step_(store, {}, convert), store_(store) {}

  // The file of --record, before this run. That there is none yet is no mistake.
  Expected<void> read_records() {
    if (options_.record.empty() || !store_.inspect(options_.record)) return {};
    auto text = store_.read(options_.record);
    if (!text) return failure("--record " + options_.record + " " + text.error().what, text.error().advice);
    auto records = parse_records(options_.record, *text);
    if (!records) return tl::unexpected(records.error());
    records_ = std::move(*records);
    before_ = recorded_ = std::move(*text);
    return {};
  }

  // Names on `problems` what can't be counted.
  Expected<void> run(Sink& problems) {
    engine::GitFilter git(store_, options_.git);
    const auto paths = git.choose(engine::walk(store_, options_.operands, walk_options(options_)));
    if (!paths) return tl::unexpected(paths.error());
    engine::run_in_order<Counted>(
        paths->size(), threads_for(options_), [&](std::size_t i) { return count((*paths)[i]); },
        [&](std::size_t i, const Counted& counted) {
          const WalkedPath& path = (*paths)[i];
          if (!counted.failure.empty()) problems.write(path.path + ": failed: " + counted.failure + "\n");
          if (model_.empty() && path.error.what.empty()) model_ = path.path;
          directories_[counted.directory].add(counted.counts);
          return true;
        });
    return {};
  }

  Expected<void> record(const std::string& now) {
    if (options_.record.empty()) return {};
    records_.push_back({now, total_of(directories_)});
    const bool is_there = !recorded_.empty();
    if (is_there && recorded_.back() != '\n') recorded_ += '\n';
    recorded_ += record_line(records_.back());
    // A new file is as readable as the sources.
    const auto written = store_.inspect(options_.record)
                             ? store_.rewrite(options_.record, before_, recorded_)
                             : store_.write_beside(options_.record, recorded_, model_.empty() ? "." : model_);
    if (!written) return failure("--record " + options_.record + " " + written.error().what, written.error().advice);
    return {};
  }

  const StatusByDirectory& directories() const { return directories_; }
  const std::vector<StatusRecord>& records() const { return records_; }

 private:
  Counted count(const WalkedPath& path) const {
    const FileReport file = path.error.what.empty() ? step_.run(path) : failed(path);
    const bool has_failed = file.result.outcome == engine::Outcome::kFailed;
    return {directory_of(path.path), count_status(file.result, file.bytes), has_failed ? file.result.reason : ""};
  }
  static FileReport failed(const WalkedPath& path) {
    FileReport file;
    file.result = failed_file(path.path, path.error);
    return file;
  }

  const Options& options_;
  FileStep step_;
  const engine::FileStore& store_;
  StatusByDirectory directories_;
  std::vector<StatusRecord> records_;
  std::string before_;    // what its file held
  std::string recorded_;  // what it is to hold
  std::string model_;
};

}  // namespace

Expected<int> status_command(const Options& options, const engine::FileStore& store, Console& console, Sink& report,
                             const ConvertFile& convert, const std::string& now) {
  StatusRun run(options, store, convert);
  if (auto read = run.read_records(); !read) return tl::unexpected(read.error());
  if (auto counted = run.run(*console.err); !counted) return tl::unexpected(counted.error());
  if (auto recorded = run.record(now); !recorded) return tl::unexpected(recorded.error());
  if (run.directories().empty()) console.err->write("py3k: no Python files there\n");
  if (options.format == Format::kJson) {
    report.write(status_json(run.directories(), run.records(), target_name(options)));
  } else if (!run.directories().empty()) {
    const bool is_terminal = console.out_is_terminal && options.output.empty();
    const bool is_colored = wants_color(options.color, console, is_terminal);
    const std::string text = status_text(run.directories(), run.records(), {.color = is_colored, .bars = is_terminal});
    is_colored ? report.write_styled(text) : report.write(text);
  }
  return total_of(run.directories()).failed > 0 ? kExitFailed : kExitDone;
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text.data(), size};
}

}  // namespace py3k::cli
