#include "cli/plan_command.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <utility>

#include "cli/batch_paths.h"
#include "cli/convert_run.h"
#include "cli/flags.h"
#include "cli/layout_text.h"
#include "cli/shell_words.h"
#include "cli/shown_text.h"
#include "cli/version.h"
#include "engine/run/git_filter.h"
#include "engine/run/walk.h"
#include "engine/run/worker_pool.h"

namespace py3k::cli {
namespace {

using engine::Batch;
using engine::Expected;
using engine::Outcome;
using engine::WalkedPath;
using Json = nlohmann::ordered_json;

// Lines that a reviewer reads: of a hunk those taken out or those put in, whichever are more.
std::size_t lines_to_review(const FileReport& report) {
  if (report.result.outcome != Outcome::kChanged) return 0;
  const std::string diff = diff_of(report);
  std::size_t total = 0;
  std::size_t removed = 0;
  std::size_t added = 0;
  constexpr int kHeaderLines = 2;
  std::string_view rest = diff;
  for (int number = 0; !rest.empty(); ++number) {
    const char mark = number < kHeaderLines ? ' ' : rest.front();
    rest.remove_prefix(std::min(rest.size(), rest.find('\n') + 1));
    removed += mark == '-' ? 1 : 0;
    added += mark == '+' ? 1 : 0;
    if (mark == '-' || mark == '+' || mark == '\\') continue;
    total += std::max(std::exchange(removed, 0), std::exchange(added, 0));
  }
  return total + std::max(removed, added);
}

// What the command line of a step takes over from the plan's.
std::vector<std::string> command_start(const Options& options) {
  std::vector<std::string> words = {"py3k", "-w"};
  for (const auto& [name, value] : options.given) {
    const Flag* flag = find_flag(name);
    // --include is what a directory that is named holds.
    if (flag == nullptr || !(changes_result(*flag) || flag->name == "include")) continue;
    words.push_back("--" + std::string(name));
    if (!flag->value.empty()) words.push_back(value);
  }
  return words;
}

// A path that is neither an option nor a command.
std::string operand_of(const std::string& path) {
  const auto commands = command_names();
  const bool is_command = std::any_of(commands.begin(), commands.end(), [&](const auto& c) { return c.name == path; });
  return is_command || path.starts_with('-') ? "./" + path : path;
}

class PlanPage {
 public:
  PlanPage(const Options& options, const std::vector<SurveyedFile>& files)
      : options_(options),
        files_(files),
        batches_(plan_of(files, options.batch_lines)),
        names_(operands(), changing()) {}

  std::string text() const {
    std::string text;
    for (std::size_t i = 0; i < batches_.size(); ++i) {
      const Batch& batch = batches_[i];
      text += "# batch " + std::to_string(i + 1) + " of " + std::to_string(batches_.size()) + ": " +
              count_of(batch.files.size(), "file") + ", " + count_of(batch.lines, "changed line") + ": " +
              directories(batch) + "\n";
      if (const std::string note = note_on(batch); !note.empty()) text += "# " + note + "\n";
      text += shell_command(command(batch)) + "\n";
    }
    return text;
  }

  std::string json() const {
    Json batches = Json::array();
    for (std::size_t i = 0; i < batches_.size(); ++i) batches.push_back(json_of(batches_[i], i + 1));
    const Json document = {
        {"py3k", kVersion},
        {"target", target_name(options_)},
        {"batch_lines", options_.batch_lines},
        {"batches", std::move(batches)},
        {"summary", {{"files", files_.size()}, {"changing", changing().size()}, {"failed", failed()}}}};
    return document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
  }

  std::size_t failed() const {
    return static_cast<std::size_t>(
        std::count_if(files_.begin(), files_.end(), [](const SurveyedFile& file) { return !file.failure.empty(); }));
  }

  std::size_t batches() const { return batches_.size(); }

 private:
  std::vector<std::string> paths_of(const Batch& batch) const {
    std::vector<std::string> paths;
    for (const std::size_t file : batch.files) paths.push_back(files_[file].file.path);
    return paths;
  }

  std::vector<std::string> changing() const {
    std::vector<std::string> paths;
    for (const SurveyedFile& file : files_) {
      if (file.file.lines > 0) paths.push_back(file.file.path);
    }
    return paths;
  }

  // Where not all of a directory is taken, its name would take too much.
  std::vector<std::string> operands() const {
    const bool takes_all = options_.exclude.empty() && options_.git.since.empty() && !options_.git.staged;
    return takes_all ? options_.operands : std::vector<std::string>();
  }

  std::vector<std::string> command(const Batch& batch) const {
    std::vector<std::string> words = command_start(options_);
    for (const std::string& path : names_.of(paths_of(batch))) words.push_back(operand_of(path));
    return words;
  }

  std::string directories(const Batch& batch) const {
    constexpr std::size_t kShown = 4;
    const std::vector<std::string> all = directories_of(paths_of(batch));
    std::string text;
    for (std::size_t i = 0; i < std::min(all.size(), kShown); ++i) text += (i > 0 ? ", " : "") + shown_name(all[i]);
    return all.size() > kShown ? text + " and " + std::to_string(all.size() - kShown) + " more" : text;
  }

  std::string note_on(const Batch& batch) const {
    if (batch.cycle == 0) return "";
    const std::string start = "larger than " + count_of(options_.batch_lines, "line") + ": ";
    return start + (batch.cycle == 1 ? "a single file" : count_of(batch.cycle, "file") + " that import each other");
  }

  Json json_of(const Batch& batch, std::size_t number) const {
    Json files = Json::array();
    std::size_t changes = 0;
    for (const std::size_t i : batch.files) {
      const SurveyedFile& file = files_[i];
      files.push_back({{"path", file.file.path}, {"lines", file.file.lines}, {"changes", file.changes}});
      changes += file.changes;
    }
    const std::vector<std::string> words = command(batch);
    return {{"number", number},
            {"lines", batch.lines},
            {"changes", changes},
            {"directories", directories_of(paths_of(batch))},
            {"files", std::move(files)},
            {"note", note_on(batch)},
            {"arguments", std::vector<std::string>(words.begin() + 1, words.end())},
            {"command", shell_command(words)}};
  }

  const Options& options_;
  const std::vector<SurveyedFile>& files_;
  std::vector<Batch> batches_;
  BatchPaths names_;
};

std::string summary_of(std::size_t batches, bool is_all_done) {
  if (batches == 0) return is_all_done ? "nothing to do" : "no batch to review";
  return batches == 1 ? "1 batch to review" : std::to_string(batches) + " batches to review";
}

SurveyedFile survey_path(const WalkedPath& path, const FileStep& step, const engine::Project& project) {
  if (path.error.what.empty()) return survey_file(step.run(path), project);
  SurveyedFile file;
  file.file.path = path.path;
  file.failure = failed_file(path.path, path.error).reason;
  return file;
}

}  // namespace

SurveyedFile survey_file(const FileReport& report, const engine::Project& project) {
  SurveyedFile file;
  file.file = {report.result.path, lines_to_review(report)};
  if (report.result.outcome == Outcome::kFailed) file.failure = report.result.reason;
  for (const engine::Finding& finding : report.result.findings) {
    file.changes += finding.applied ? 1 : 0;
    if (report.result.outcome == Outcome::kSkipped && needs_a_look(report.result, finding))
      file.left_over = report.result.reason;
  }
  file.module = {project.home_of(report.result.path), engine::imports_of(report.bytes)};
  return file;
}

std::vector<Batch> plan_of(const std::vector<SurveyedFile>& files, std::size_t most_lines) {
  std::vector<engine::PlannedFile> planned;
  std::vector<engine::SurveyedModule> modules;
  for (const SurveyedFile& file : files) {
    planned.push_back(file.file);
    modules.push_back(file.module);
  }
  return engine::plan_migration(planned, engine::module_graph(modules), most_lines);
}

std::vector<std::string> directories_of(const std::vector<std::string>& paths) {
  std::set<std::string> directories;
  for (const std::string& path : paths) directories.insert(directories_above(path).back());
  std::vector<std::string> names;
  for (const std::string& directory : directories) names.push_back(directory == "/" ? directory : directory + "/");
  return names;
}

Expected<int> plan_command(const Options& options, const engine::FileStore& store, Console& console, Sink& output,
                           const ConvertFile& convert, const engine::Project& project) {
  engine::GitFilter git(store, options.git);
  auto paths = git.choose(engine::walk(store, options.operands, walk_options(options)));
  if (!paths) return tl::unexpected(paths.error());
  const FileStep step(store, {}, convert);
  std::vector<SurveyedFile> files;
  bool is_all_done = true;
  engine::run_in_order<SurveyedFile>(
      paths->size(), threads_for(options), [&](std::size_t i) { return survey_path((*paths)[i], step, project); },
      [&](std::size_t, SurveyedFile file) {
        if (!file.failure.empty()) console.err->write(shown_name(file.file.path) + ": failed: " + file.failure + "\n");
        if (!file.left_over.empty())
          console.err->write(shown_name(file.file.path) + ": skipped: " + file.left_over + "\n");
        is_all_done = is_all_done && file.failure.empty() && file.left_over.empty();
        files.push_back(std::move(file));
        return true;
      });
  const PlanPage page(options, files);
  output.write(options.format == Format::kJson ? page.json() : page.text());
  if (!options.quiet) {
    console.err->write(count_of(files.size(), "file") + ": " + summary_of(page.batches(), is_all_done) + "\n");
  }
  return page.failed() > 0 ? kExitFailed : kExitDone;
}

}  // namespace py3k::cli
