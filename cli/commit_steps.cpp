#include "cli/commit_steps.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

#include "cli/batch_paths.h"
#include "engine/run/worker_pool.h"

namespace py3k::cli {
namespace {

using engine::Expected;
using engine::Fixer;
using engine::Outcome;

void add(CommitStep& step, const ConvertedFile& file) {
  step.files[file.path] = file.after;
  step.changes += file.all_changes();
  for (const auto& [fixer, count] : file.changes) step.fixers[fixer] += count;
}

// When a fixer's turn is. What it leaves must be Python 2 as long as the rest is, or Python 3 once the rest is.
int turn_of(const Fixer& fixer) {
  // What takes hints for Python 2 away (the encoding, `from __future__`) comes when no Python 2 is left.
  if (fixer.group == engine::Group::kCleanup) return 5;
  // A keyword in a class header is Python 3 only; so is the print function's `file=`, but what it replaces is the last
  // that is Python 2 only.
  if (fixer.name == "metaclass") return 4;
  if (fixer.name == "print") return 3;
  return fixer.runs_on == engine::RunsOn::kBoth ? 1 : 2;
}

}  // namespace

std::size_t ConvertedFile::all_changes() const {
  return std::accumulate(changes.begin(), changes.end(), std::size_t{0},
                         [](std::size_t sum, const auto& change) { return sum + change.second; });
}

std::vector<CommitStep> steps_by_directory(const std::vector<ConvertedFile>& files) {
  std::map<std::string, CommitStep> steps;
  for (const ConvertedFile& file : files) add(steps[directories_above(file.path).back()], file);
  std::vector<CommitStep> in_order;
  for (auto& [directory, step] : steps) in_order.push_back(std::move(step));
  return in_order;
}

std::vector<CommitStep> steps_by_batch(const std::vector<ConvertedFile>& files,
                                       const std::vector<SurveyedFile>& surveyed, std::size_t most_lines) {
  std::map<std::string_view, const ConvertedFile*> by_path;
  for (const ConvertedFile& file : files) by_path[file.path] = &file;
  std::vector<CommitStep> steps;
  for (const engine::Batch& batch : plan_of(surveyed, most_lines)) {
    CommitStep step{.what = "batch " + std::to_string(steps.size() + 1), .files = {}};
    for (const std::size_t i : batch.files) {
      const auto found = by_path.find(surveyed[i].file.path);
      if (found != by_path.end()) add(step, *found->second);
    }
    if (!step.files.empty()) steps.push_back(std::move(step));
  }
  return steps;
}

void sort_for_commits(std::vector<Fixer>& fixers) {
  std::stable_sort(fixers.begin(), fixers.end(),
                   [](const Fixer& a, const Fixer& b) { return turn_of(a) < turn_of(b); });
}

FixerSteps::FixerSteps(std::vector<ConvertedFile> files, std::vector<Fixer> fixers, MakeConvert make_convert,
                       unsigned threads)
    : files_(std::move(files)),
      last_step_(files_.size(), 0),
      fixers_(std::move(fixers)),
      make_convert_(std::move(make_convert)),
      threads_(threads) {
  sort_for_commits(fixers_);
  for (std::size_t i = 0; i < files_.size(); ++i) {
    now_.push_back(files_[i].before);
    for (std::size_t step = 0; step < fixers_.size(); ++step) {
      if (files_[i].changes.contains(fixers_[step].name)) last_step_[i] = step;
    }
  }
}

// Nothing where this step leaves the file as it is.
std::optional<std::string> FixerSteps::content_after(std::size_t file, const ConvertFile& plain,
                                                     const ConvertFile& python2) const {
  const ConvertedFile& converted = files_[file];
  if (step_ == last_step_[file]) return converted.after;
  if (step_ > last_step_[file] || !converted.changes.contains(fixers_[step_].name)) return std::nullopt;
  const bool is_python2 = converted.dialect == engine::Dialect::kPython2;
  engine::FileResult result = (is_python2 ? python2 : plain)(converted.path, converted.before);
  if (result.outcome == Outcome::kUnchanged) return converted.before;
  if (result.outcome != Outcome::kChanged) return std::nullopt;
  return std::move(result.output_bytes);
}

Expected<std::optional<CommitStep>> FixerSteps::next() {
  for (; step_ < fixers_.size(); ++step_) {
    const std::string& name = fixers_[step_].name;
    const bool has_work = std::any_of(files_.begin(), files_.end(), [&](const ConvertedFile& file) {
      return file.changes.contains(name) || last_step_[&file - files_.data()] == step_;
    });
    if (!has_work) continue;
    const std::vector<Fixer> so_far(fixers_.begin(), fixers_.begin() + static_cast<std::ptrdiff_t>(step_) + 1);
    const auto plain = make_convert_(so_far, false);
    const auto python2 = make_convert_(so_far, true);
    if (!plain || !python2) return tl::unexpected((plain ? python2 : plain).error());
    CommitStep step{.what = name, .files = {}};
    engine::run_in_order<std::optional<std::string>>(
        files_.size(), threads_, [&](std::size_t i) { return content_after(i, *plain, *python2); },
        [&](std::size_t i, std::optional<std::string> content) {
          if (!content || *content == now_[i]) return true;
          now_[i] = *content;
          step.files[files_[i].path] = std::move(*content);
          const auto count = files_[i].changes.find(name);
          step.changes += count == files_[i].changes.end() ? 0 : count->second;
          return true;
        });
    if (step.files.empty()) continue;
    ++step_;
    return std::optional(std::move(step));
  }
  return std::optional<CommitStep>();
}

}  // namespace py3k::cli
