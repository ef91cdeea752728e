#include "cli/undo_command.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <optional>
#include <utility>

#include "cli/convert_run.h"
#include "cli/file_step.h"
#include "cli/layout_text.h"
#include "cli/shell_words.h"
#include "engine/run/journal_place.h"
#include "engine/run/undo.h"

namespace py3k::cli {
namespace {

using engine::Expected;
using engine::FileStore;
using engine::JournalPlace;
using engine::RecordedRun;
using engine::UndoneFile;

constexpr const char* kHowToList = "`py3k undo --list` lists those there are";

// What the command line names: a run, and the place whose journal it is in.
struct Wanted {
  std::optional<int> number;
  std::string place = ".";
};

std::optional<int> number_in(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc() && end == text.data() + text.size() && number > 0;
  return is_number ? std::optional(number) : std::nullopt;
}

Expected<Wanted> wanted_by(const Options& options) {
  Wanted wanted;
  if (options.run_number > 0) wanted.number = options.run_number;
  bool has_place = false;
  for (const std::string& operand : options.operands) {
    const auto number = number_in(operand);
    if (number && !wanted.number) {
      wanted.number = number;
    } else if (!number && !std::exchange(has_place, true)) {
      wanted.place = operand;
    } else {
      return engine::failure("undo can't take " + operand + " as well", "one run at a time, in one place");
    }
  }
  return wanted;
}

// The runs of a place, newest first, read when they are asked for: they hold whole files.
class Runs {
 public:
  static Expected<Runs> open(const FileStore& store, const Console& console, const std::string& place) {
    auto first = engine::journal_place(store, place, console.state_home);
    if (!first) return tl::unexpected(first.error());
    Runs runs(store, *first);
    // What was done before there was a git repository, or to several.
    auto newest = runs.newest();
    if (newest && !*newest && !first->is_shared) {
      runs = Runs(store, {console.state_home + "/py3k", first->about, "", true});
      newest = runs.newest();
    }
    if (!newest) return tl::unexpected(newest.error());
    if (!*newest) {
      return engine::failure("no run is recorded for " + first->about, "only what was written in place can be undone");
    }
    return runs;
  }

  // Of those that can be read; nothing where there is none.
  Expected<std::optional<RecordedRun>> newest() const {
    std::optional<engine::Error> error;
    for (const int number : numbers_) {
      auto run = engine::read_run(store_, place_.directory, number);
      if (run && is_of_place(*run)) return std::optional(std::move(*run));
      if (!run && !error) error = run.error();
    }
    if (error) return tl::unexpected(*error);
    return std::optional<RecordedRun>();
  }

  Expected<RecordedRun> run(int number) const {
    if (std::find(numbers_.begin(), numbers_.end(), number) == numbers_.end()) {
      return engine::failure("there is no run " + std::to_string(number), kHowToList);
    }
    auto run = engine::read_run(store_, place_.directory, number);
    if (run && !is_of_place(*run)) {
      return engine::failure(
          "run " + std::to_string(number) + " was about " + run->info.place,
          "`py3k undo " + std::to_string(number) + " " + shell_word(run->info.place) + "` undoes it");
    }
    return run;
  }

  std::vector<RecordedRun> all() const {
    std::vector<RecordedRun> runs;
    for (const int number : numbers_) {
      auto run = engine::read_run(store_, place_.directory, number);
      if (run && is_of_place(*run)) runs.push_back(std::move(*run));
    }
    return runs;
  }

  std::string file(int number) const { return engine::journal_file(place_.directory, number); }
  const std::string& directory() const { return place_.directory; }
  Expected<void> forget(int number) const { return engine::forget_run(store_, place_.directory, number); }

 private:
  Runs(const FileStore& store, JournalPlace place) : store_(store), place_(std::move(place)) {
    numbers_ = engine::recorded_runs(store, place_.directory);
    std::reverse(numbers_.begin(), numbers_.end());
  }
  bool is_of_place(const RecordedRun& run) const {
    return !place_.is_shared || engine::is_same_or_within(run.info.place, place_.about);
  }

  std::reference_wrapper<const FileStore> store_;
  JournalPlace place_;
  std::vector<int> numbers_;
};

std::string local_time(std::int64_t seconds) {
  const std::time_t time = seconds;
  std::tm parts{};
  ::localtime_r(&time, &parts);
  std::array<char, 64> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &parts)};
}

std::string list_page(const std::vector<RecordedRun>& runs, const std::string& directory, bool is_verbose) {
  std::vector<std::vector<std::string>> rows = {{"RUN", "TIME", "FILES", "COMMAND"}};
  std::string text;
  for (const RecordedRun& run : runs) {
    const std::string files = std::to_string(run.files.size());
    rows.push_back({std::to_string(run.number), local_time(run.info.time), files, run.info.command});
    if (!is_verbose) continue;
    text += format_table(rows, 0);
    rows.clear();
    for (const auto& file : run.files) text += "  " + engine::recorded_path(run.info, file.path, directory) + "\n";
  }
  return text + (rows.empty() ? "" : format_table(rows, 0));
}

std::string sentence_of(const RecordedRun& run, std::size_t restored, std::size_t as_before, std::size_t left) {
  std::string text = "run " + std::to_string(run.number) + " (" + run.info.command + "): ";
  text += count_of(restored, "file") + " put back";
  if (as_before > 0) text += ", " + std::to_string(as_before) + " as before already";
  if (left > 0) text += ", " + std::to_string(left) + " left alone";
  return text + "\n";
}

int undo_run(const RecordedRun& run, const Runs& runs, const FileStore& store, const Options& options,
             Console& console) {
  const std::string directory = store.canonical(".").value_or("");
  std::array<std::size_t, 3> counts{};
  std::string text;
  for (const UndoneFile& file : engine::undo(store, run)) {
    ++counts[file.state];
    const std::string path = engine::recorded_path(run.info, file.path, directory);
    if (file.state == UndoneFile::kLeft) text += path + ": left alone: " + file.reason + "\n";
    if (file.state == UndoneFile::kRestored && options.verbose) text += path + ": put back\n";
  }
  for (const std::string& damaged : run.damaged) {
    const std::string path = damaged.empty() ? "a file" : engine::recorded_path(run.info, damaged, directory);
    text += path + ": left alone: its record in " + runs.file(run.number) + " is damaged\n";
  }
  const std::size_t left = counts[UndoneFile::kLeft] + run.damaged.size();
  if (!options.quiet) text += sentence_of(run, counts[UndoneFile::kRestored], counts[UndoneFile::kAsBefore], left);
  console.err->write(text);
  // As long as there is something to put back, the originals stay.
  if (left > 0) return kExitFailed;
  if (const auto forgotten = runs.forget(run.number); !forgotten) {
    console.err->write("py3k: the record of run " + std::to_string(run.number) + " " + forgotten.error().what + "\n");
    return kExitFailed;
  }
  return kExitDone;
}

}  // namespace

std::string journal_directory(const Options& options, const FileStore& store, const Console& console) {
  auto place = engine::journal_place(store, common_directory(options.operands, store), console.state_home);
  // What is wrong with the operands is for others to say.
  if (!place) place = engine::journal_place(store, ".", console.state_home);
  return place ? place->directory : "";
}

namespace {

// Where the run is that records. The system may not know, and then paths would be put together wrongly.
Expected<std::string> working_directory(const FileStore& store) {
  auto directory = store.canonical(".");
  if (!directory)
    return engine::failure("the working directory " + directory.error().what, "change to one that is there");
  return directory;
}

}  // namespace

Expected<std::unique_ptr<engine::Journal>> journal_for(const Options& options,
                                                       const std::vector<std::string>& arguments,
                                                       const FileStore& store, const Console& console) {
  const bool is_in_place = options.output_dir.empty() && options.add_suffix.empty();
  if (!options.write || !is_in_place || options.no_journal) return nullptr;
  auto place = engine::journal_place(store, common_directory(options.operands, store), console.state_home);
  // What is wrong with the operands is for others to say.
  if (!place) place = engine::journal_place(store, ".", console.state_home);
  if (!place) return tl::unexpected(place.error());
  const auto directory = working_directory(store);
  if (!directory) return tl::unexpected(directory.error());
  std::vector<std::string> words = {"py3k"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return std::make_unique<engine::Journal>(store, place->directory,
                                           engine::RunInfo{.time = std::time(nullptr),
                                                           .command = shell_command(words),
                                                           .directory = *directory,
                                                           .place = place->about,
                                                           .root = place->root});
}

Expected<int> undo_command(const Options& options, const FileStore& store, Console& console) {
  const auto wanted = wanted_by(options);
  if (!wanted) return tl::unexpected(wanted.error());
  auto runs = Runs::open(store, console, wanted->place);
  if (!runs) return tl::unexpected(runs.error());
  if (options.list_runs) {
    console.out->write(list_page(runs->all(), store.canonical(".").value_or(""), options.verbose));
    return kExitDone;
  }
  const auto lock = store.lock(runs->directory(), engine::LockKind::kAlone);
  if (!lock) return engine::failure(runs->directory() + " " + lock.error().what, lock.error().advice);
  // Another undo may have been waited for.
  runs = Runs::open(store, console, wanted->place);
  if (!runs) return tl::unexpected(runs.error());
  if (wanted->number) {
    const auto run = runs->run(*wanted->number);
    if (!run) return tl::unexpected(run.error());
    return undo_run(*run, *runs, store, options, console);
  }
  const auto newest = runs->newest();
  if (!newest) return tl::unexpected(newest.error());
  if (!*newest) return engine::failure("no run is recorded any more", kHowToList);
  return undo_run(**newest, *runs, store, options, console);
}

}  // namespace py3k::cli
