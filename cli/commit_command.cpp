#include "cli/commit_command.h"

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <utility>

#include "cli/convert_run.h"
#include "cli/layout_text.h"
#include "engine/run/git_filter.h"
#include "engine/run/holding_store.h"
#include "engine/run/work_trees.h"

namespace py3k::cli {
namespace {

using engine::Error;
using engine::Expected;
using engine::failure;
using engine::GitRepository;
using engine::Outcome;

constexpr std::size_t kIdLength = 10;  // as much of a commit's id as tells it apart

// "a.py", "a.py and 3 more"
std::string some_of(const std::set<std::string>& paths) {
  return *paths.begin() + (paths.size() > 1 ? " and " + std::to_string(paths.size() - 1) + " more" : "");
}

Expected<void> check_ready(const GitRepository& repository) {
  const auto status = repository.status();
  if (!status) return tl::unexpected(status.error());
  std::set<std::string> changed = status->staged;
  changed.insert(status->unstaged.begin(), status->unstaged.end());
  if (!changed.empty()) {
    return failure("--commit-by needs a clean tree, and there are uncommitted changes: " + some_of(changed),
                   "commit or stash them");
  }
  auto can = repository.check_commits();
  if (!can) return failure("--commit-by can't commit: " + can.error().what, can.error().advice);
  return {};
}

// The deepest directory that all of these files lie in, with a slash behind it; empty for the top.
std::string common_place(const std::vector<std::string>& paths) {
  std::string common = paths.front().substr(0, paths.front().rfind('/') + 1);
  for (const std::string& path : paths) {
    while (!path.starts_with(common)) common.erase(common.rfind('/', common.size() - 2) + 1);
  }
  return common;
}

std::string message_of(const CommitStep& step, const std::vector<std::string>& paths, Options::CommitBy by) {
  const std::string place = common_place(paths);
  std::string subject = step.what;
  if (by == Options::CommitBy::kDirectory) subject = place.empty() ? "./" : place;
  if (by == Options::CommitBy::kFixer && !place.empty()) subject += " in " + place;
  if (by == Options::CommitBy::kBatch && !place.empty()) subject += ", " + place;
  std::string message =
      "py3k: " + subject + " (" + count_of(paths.size(), "file") + ", " + count_of(step.changes, "change") + ")\n";
  if (!step.fixers.empty()) message += "\n";
  for (const auto& [fixer, count] : step.fixers) message += fixer + ": " + std::to_string(count) + "\n";
  return message;
}

// Remembers what became of each file of a run, while threads convert them.
class Recorder {
 public:
  Recorder(const CommitJob& job) : job_(job) {}

  ConvertFile convert() {
    return [this](std::string path, std::string bytes) {
      FileReport report;
      report.bytes = bytes;
      report.result = job_.convert(std::move(path), std::move(bytes));
      record(report);
      return std::move(report.result);
    };
  }

  // `contents` are what they are to become, by canonical path.
  std::vector<ConvertedFile> files(const std::map<std::string, std::string>& contents) {
    std::vector<ConvertedFile> files;
    for (auto& [path, file] : files_) {
      const auto content = contents.find(job_.store.canonical(path).value_or(""));
      if (content == contents.end()) continue;
      file.after = content->second;
      files.push_back(std::move(file));
    }
    return files;
  }

  std::vector<SurveyedFile> surveyed() {
    std::vector<SurveyedFile> files;
    for (auto& [path, file] : surveyed_) files.push_back(std::move(file));
    return files;
  }

 private:
  void record(const FileReport& report) {
    const engine::FileResult& result = report.result;
    const bool is_by_batch = job_.options.commit_by == Options::CommitBy::kBatch;
    SurveyedFile survey = is_by_batch ? survey_file(report, job_.project) : SurveyedFile();
    ConvertedFile file{.path = result.path, .before = report.bytes, .after = "", .dialect = result.dialect};
    for (const engine::Finding& finding : result.findings) {
      if (finding.applied) ++file.changes[finding.fixer];
    }
    const std::lock_guard lock(mutex_);
    if (is_by_batch) surveyed_.emplace(result.path, std::move(survey));
    if (result.outcome == Outcome::kChanged) files_[result.path] = std::move(file);
  }

  const CommitJob& job_;
  std::mutex mutex_;
  std::map<std::string, ConvertedFile> files_;    // that change, by path
  std::map<std::string, SurveyedFile> surveyed_;  // all, for batches
};

class Committer {
 public:
  Committer(const CommitJob& job, const GitRepository& repository, const std::vector<ConvertedFile>& files)
      : job_(job), repository_(repository), trees_(job.store) {
    for (const ConvertedFile& file : files) {
      now_[file.path] = {file.before, job.store.canonical(file.path).value_or("")};
    }
  }

  // What lies elsewhere, or git does not know, can't be committed.
  Expected<void> check_files(const std::string& top) {
    for (const auto& [path, file] : now_) {
      const auto place = trees_.place_of(path);
      if (place.top != top)
        return failure("nothing was written: " + path + " is not in the repository " + top, "convert it apart");
      if (!repository_.is_tracked(place.path))
        return failure("nothing was written: " + path + " is not in git", "leave it out");
    }
    return {};
  }

  Expected<void> commit(const CommitStep& step) {
    std::vector<std::string> written;
    std::vector<std::string> paths;
    for (const auto& [path, content] : step.files) {
      if (left_.contains(path)) continue;
      const auto done = write(path, content);
      if (!done && is_changed_meanwhile(path)) {
        leave(path, done.error());
        continue;
      }
      if (!done) {
        put_back(written, step);
        return failure(path + " " + done.error().what, done.error().advice);
      }
      written.push_back(path);
      paths.push_back(trees_.place_of(path).path);
    }
    return paths.empty() ? Expected<void>() : commit(step, written, paths);
  }

  int commits() const { return commits_; }
  bool has_left() const { return !left_.empty(); }

 private:
  struct Now {
    std::string content;  // as the last commit, or the start, has it
    std::string real;
  };

  Expected<void> commit(const CommitStep& step, const std::vector<std::string>& written,
                        const std::vector<std::string>& paths) {
    const std::string message = message_of(step, paths, job_.options.commit_by);
    const auto id = repository_.commit(paths, message);
    if (!id) {
      put_back(written, step);
      return tl::unexpected(id.error());
    }
    for (const std::string& path : written) now_[path].content = step.files.at(path);
    ++commits_;
    if (!job_.options.quiet)
      job_.console.err->write(id->substr(0, kIdLength) + " " + message.substr(0, message.find('\n') + 1));
    return {};
  }

  Expected<void> write(const std::string& path, const std::string& content) {
    const Now& now = now_.at(path);
    if (job_.journal != nullptr) {
      if (auto kept = job_.journal->record(now.real, now.content, content); !kept) {
        return failure("can't be recorded for `py3k undo`: " + kept.error().what,
                       "with --no-journal nothing is recorded");
      }
    }
    return job_.store.replace(now.real, now.content, content);
  }

  bool is_changed_meanwhile(const std::string& path) const {
    const Now& now = now_.at(path);
    const auto content = job_.store.read_found(path, now.real, engine::kLargestSource);
    return !content || *content != now.content;
  }

  // All that other steps would do with it as well.
  void leave(const std::string& path, const Error& error) {
    left_.insert(path);
    job_.console.err->write(path + ": failed: " + error.what + (error.advice.empty() ? "" : "; " + error.advice) +
                            "\n");
  }

  void put_back(const std::vector<std::string>& written, const CommitStep& step) {
    // What can't be, git still has.
    for (const std::string& path : written) {
      const Now& now = now_.at(path);
      (void)job_.store.replace(now.real, step.files.at(path), now.content);
    }
  }

  const CommitJob& job_;
  const GitRepository& repository_;
  engine::WorkTrees trees_;
  std::map<std::string, Now> now_;
  std::set<std::string> left_;
  int commits_ = 0;
};

Expected<void> commit_all(const CommitJob& job, Committer& committer, const std::vector<ConvertedFile>& files,
                          const std::vector<SurveyedFile>& surveyed) {
  if (job.options.commit_by == Options::CommitBy::kFixer) {
    FixerSteps steps(files, job.fixers, job.make_convert, threads_for(job.options));
    while (true) {
      const auto step = steps.next();
      if (!step) return tl::unexpected(step.error());
      if (!*step) return {};
      if (auto done = committer.commit(**step); !done) return done;
    }
  }
  const bool is_by_batch = job.options.commit_by == Options::CommitBy::kBatch;
  const std::vector<CommitStep> steps =
      is_by_batch ? steps_by_batch(files, surveyed, job.options.batch_lines) : steps_by_directory(files);
  for (const CommitStep& step : steps) {
    if (auto done = committer.commit(step); !done) return done;
  }
  return {};
}

std::string advice_after(const Committer& committer, const std::string& start) {
  return count_of(static_cast<std::size_t>(committer.commits()), "commit") + "; `git reset --keep " +
         start.substr(0, kIdLength) + "` takes them back\n";
}

}  // namespace

Expected<int> commit_command(const CommitJob& job) {
  const std::string directory = common_directory(job.options.operands, job.store);
  const std::string top = engine::WorkTrees(job.store).place_of((directory.empty() ? "." : directory) + "/x").top;
  if (top.empty()) {
    return failure((directory.empty() ? "this" : directory) + " is in no git repository", "--commit-by needs one");
  }
  const auto repository = job.open(top);
  if (!repository) return tl::unexpected(repository.error());
  if (auto ready = check_ready(**repository); !ready) return tl::unexpected(ready.error());
  const auto start = (*repository)->head();
  if (!start) return tl::unexpected(start.error());

  Recorder recorder(job);
  engine::HoldingStore held(job.store);
  engine::GitFilter git(job.store, job.options.git, job.open);
  ConvertRun run(job.options, held, job.console, job.report, recorder.convert(), {.journal = nullptr, .git = &git});
  const int code = run.convert_paths();
  if (code == kExitUsage) return code;
  const std::vector<ConvertedFile> files = recorder.files(held.take());
  Committer committer(job, **repository, files);
  if (auto checked = committer.check_files(top); !checked) return tl::unexpected(checked.error());
  const auto done = commit_all(job, committer, files, recorder.surveyed());
  if (!done) {
    const std::string advice = done.error().advice.empty() ? "" : "; " + done.error().advice;
    job.console.err->write("py3k: the next commit failed: " + done.error().what + advice + "\n");
  }
  if (committer.commits() > 0 && !job.options.quiet) job.console.err->write(advice_after(committer, *start));
  return done && !committer.has_left() ? code : kExitFailed;
}

}  // namespace py3k::cli
