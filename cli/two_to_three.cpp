#include "cli/two_to_three.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "cli/file_step.h"
#include "cli/two_to_three_files.h"
#include "cli/two_to_three_options.h"
#include "engine/registry.h"
#include "engine/run/doctests.h"
#include "engine/run/pipeline.h"
#include "engine/run/project.h"
#include "engine/run/worker_pool.h"

namespace py3k::cli {
namespace {

using engine::Expected;
using engine::FileResult;
using engine::Finding;
using engine::Fixer;
using engine::Outcome;
using engine::Registry;
using Options = TwoToThreeOptions;

enum ExitCode : int { kDone = 0, kErrors = 1, kUsage = 2 };

constexpr auto kFixers = std::to_array<std::string_view>({"apply",
                                                          "asserts",
                                                          "basestring",
                                                          "buffer",
                                                          "dict",
                                                          "except",
                                                          "exec",
                                                          "execfile",
                                                          "exitfunc",
                                                          "filter",
                                                          "funcattrs",
                                                          "future",
                                                          "getcwdu",
                                                          "has_key",
                                                          "idioms",
                                                          "import",
                                                          "imports",
                                                          "imports2",
                                                          "input",
                                                          "intern",
                                                          "isinstance",
                                                          "itertools",
                                                          "itertools_imports",
                                                          "long",
                                                          "map",
                                                          "metaclass",
                                                          "methodattrs",
                                                          "ne",
                                                          "next",
                                                          "nonzero",
                                                          "numliterals",
                                                          "operator",
                                                          "paren",
                                                          "print",
                                                          "raise",
                                                          "raw_input",
                                                          "reduce",
                                                          "reload",
                                                          "renames",
                                                          "repr",
                                                          "set_literal",
                                                          "sorted",
                                                          "standarderror",
                                                          "sys_exc",
                                                          "throw",
                                                          "tuple_params",
                                                          "types",
                                                          "unicode",
                                                          "urllib",
                                                          "ws_comma",
                                                          "xrange",
                                                          "xreadlines",
                                                          "zip"});

constexpr std::string_view kLogger = "RefactoringTool: ";
constexpr std::string_view kMainLogger = "lib2to3.main: ";
constexpr std::string_view kAllFixers = "all";
constexpr const char* kStdin = "<stdin>";

// The fixers of a run, and what to say about the choice.
struct Choice {
  std::vector<Fixer> fixers;
  std::vector<std::string> optional;  // there, but not asked for by name
};

Expected<Choice> choose(const Options& options, const Registry& registry) {
  std::set<std::string> by_name;
  bool all = options.fix.empty();
  for (const std::string& name : options.fix) {
    if (name == kAllFixers) {
      all = true;
    } else {
      by_name.insert(name);
    }
  }
  std::set<std::string> wanted = by_name;
  if (all) {
    for (const Fixer& fixer : registry.all())
      if (is_fixer_of_two_to_three(fixer.name)) wanted.insert(fixer.name);
  }
  for (const std::string& name : options.nofix) wanted.erase(name);
  Choice choice;
  for (const std::string& name : wanted) {
    const Fixer* fixer = registry.find(name);
    if (fixer == nullptr) return tl::unexpected(registry.unknown_fixer(name));
    if (fixer->on_by_default || by_name.contains(name)) {
      choice.fixers.push_back(*fixer);
    } else {
      choice.optional.push_back(name);
    }
  }
  return choice;
}

// What came of one file, as far as the end of the run needs it.
struct Done {
  std::string path;
  std::string log;
  std::string diff;
  bool is_listed = false;  // among the files that were, or need to be, modified
  bool is_written = false;
  std::vector<std::string> messages;
  std::vector<std::string> errors;
};

class TwoToThreeRun {
 public:
  TwoToThreeRun(const Options& options, const engine::FileStore& store, Console& console,
                const engine::Converter& converter)
      : options_(options),
        store_(store),
        project_(store, {}, options.operands),
        console_(console),
        converter_(converter),
        step_(store, plan(),
              [this](std::string path, std::string bytes) { return convert(std::move(path), std::move(bytes)); }) {}

  int run_paths() {
    if (!options_.output_dir.empty()) {
      console_.err->write(std::string(kMainLogger) + "Output in '" + options_.output_dir +
                          "' will mirror the input directory '" + step_.plan().base + "' layout.\n");
    }
    const std::vector<engine::WalkedPath> files = find_files(store_, options_.operands);
    const auto threads = static_cast<unsigned>(std::max(options_.processes, 1));
    engine::run_in_order<Done>(
        files.size(), threads, [&](std::size_t i) { return process(files[i]); },
        [&](std::size_t, const Done& done) { return take(done); });
    return finish();
  }

  int run_stdin() {
    FileReport file;
    auto bytes = console_.read_stdin();
    if (bytes) {
      file.bytes = std::move(*bytes);
      file.result = convert(kStdin, file.bytes);
    } else {
      file.result = failed_file(kStdin, bytes.error());
      file.failed_at = FileReport::Stage::kRead;
    }
    take(describe(file));
    return finish();
  }

 private:
  WritePlan plan() const {
    return {.write = options_.write,
            .unchanged_too = options_.write_unchanged,
            .backups = !options_.no_backups,
            .may_replace = true,
            .output_dir = options_.output_dir,
            .base = options_.output_dir.empty() ? "" : common_directory(options_.operands, store_),
            .suffix = options_.add_suffix};
  }

  FileResult convert(std::string path, std::string bytes) const {
    if (options_.doctests_only) return engine::convert_doctests(converter_, std::move(path), std::move(bytes));
    const bool from_stdin = std::string_view(path) == kStdin;
    return converter_.convert(std::move(path), std::move(bytes), from_stdin ? nullptr : &project_);
  }

  Done process(const engine::WalkedPath& found) const {
    if (found.error.what.empty()) return describe(step_.run(found));
    FileReport file;
    file.result = failed_file(found.path, found.error);
    file.failed_at = FileReport::Stage::kRead;
    return describe(file);
  }

  static std::string line(const std::string& text) { return std::string(kLogger) + text + "\n"; }
  std::string debug(const std::string& text) const { return options_.verbose ? line(text) : ""; }

  Done describe(const FileReport& file) const {
    const FileResult& result = file.result;
    Done done{.path = result.path};
    find_problems(file, done);
    if (result.outcome == Outcome::kFailed) return done;
    const bool is_changed = result.outcome == Outcome::kChanged;
    done.is_listed = is_changed || !file.written_to.empty();
    done.is_written = !file.written_to.empty();
    done.log += debug((options_.doctests_only ? "Refactoring doctests in " : "Refactoring ") + result.path);
    if (is_changed) {
      done.log += line("Refactored " + result.path);
      if (!options_.no_diffs) done.diff = diff_of(file, "(original)", "(refactored)");
      if (!options_.write) done.log += debug("Not writing changes to " + result.path);
    } else if (done.is_written) {
      done.log += line("No changes to " + result.path);
    } else {
      done.log += debug((options_.doctests_only ? "No doctest changes in " : "No changes in ") + result.path);
    }
    if (!done.is_written) return done;
    if (file.written_to != result.path) {
      done.log += line("Writing converted " + result.path + " to " + file.written_to + ".");
    }
    done.log += debug("Wrote changes to " + file.written_to);
    return done;
  }

  static void find_problems(const FileReport& file, Done& done) {
    const FileResult& result = file.result;
    if (result.outcome == Outcome::kFailed) {
      done.errors.push_back(kind_of_failure(file.failed_at) + result.path + ": " + result.reason);
    }
    for (const Finding& finding : result.findings) {
      if (!needs_a_look(result, finding)) continue;
      const std::string number = std::to_string(finding.line);
      if (finding.fixer == engine::kDoctestFixer) {
        done.errors.push_back("Can't parse docstring in " + result.path + " line " + number + ": " + finding.message);
      } else {
        done.messages.push_back("Line " + number + ": " + finding.message);
      }
    }
    for (const std::string& error : done.errors) done.log += line(error);
  }

  static std::string kind_of_failure(FileReport::Stage stage) {
    switch (stage) {
      case FileReport::Stage::kRead:
        return "Can't open ";
      case FileReport::Stage::kConvert:
        return "Can't parse ";
      case FileReport::Stage::kWrite:
        return "Can't write ";
    }
    return "";
  }

  // Returns whether to go on.
  bool take(const Done& done) {
    console_.err->write(done.log);
    console_.out->write(done.diff);
    wrote_ = wrote_ || done.is_written;
    if (done.is_listed) modified_.push_back(done.path);
    if (!done.messages.empty()) messages_.push_back("### In file " + done.path + " ###");
    messages_.insert(messages_.end(), done.messages.begin(), done.messages.end());
    errors_.insert(errors_.end(), done.errors.begin(), done.errors.end());
    return options_.write || !console_.out->is_closed();
  }

  int finish() {
    const std::string were = wrote_ ? "were" : "need to be";
    std::string text = line((modified_.empty() ? "No files " : "Files that ") + were +
                            (modified_.empty() ? " modified." : " modified:"));
    for (const std::string& path : modified_) text += line(path);
    if (!messages_.empty()) text += line("Warnings/messages while refactoring:");
    for (const std::string& message : messages_) text += line(message);
    const std::size_t count = errors_.size();
    if (count == 1) text += line("There was 1 error:");
    if (count > 1) text += line("There were " + std::to_string(count) + " errors:");
    for (const std::string& error : errors_) text += line(error);
    console_.err->write(text);
    const std::string failure = console_.out->error();
    if (!failure.empty()) console_.err->write(line("Can't write the output: " + failure));
    return errors_.empty() && failure.empty() ? kDone : kErrors;
  }

  const Options& options_;
  const engine::FileStore& store_;
  const engine::Project project_;
  Console& console_;
  const engine::Converter& converter_;
  FileStep step_;
  bool wrote_ = false;
  std::vector<std::string> modified_;
  std::vector<std::string> messages_;
  std::vector<std::string> errors_;
};

class Program {
 public:
  Program(const std::string& name, const Options& options, Console& console)
      : name_(name), options_(options), console_(console) {}

  int run(const Registry& registry, const engine::FileStore& store) {
    warn();
    if (options_.list) list(registry);
    if (report_lost_output(console_, *console_.out)) return kErrors;
    if (options_.operands.empty())
      return options_.list ? kDone
                           : say("At least one file or directory argument required.\nUse --help to show usage.\n");
    const bool reads_stdin =
        std::find(options_.operands.begin(), options_.operands.end(), "-") != options_.operands.end();
    if (reads_stdin && options_.write) return say("Can't write to stdin.\n");
    auto choice = choose(options_, registry);
    if (!choice) return usage_error(choice.error().what + "; " + choice.error().advice);
    tell(*choice);
    const auto converter = engine::Converter::create(std::move(choice->fixers), settings(), registry.names());
    if (!converter) return usage_error(converter.error().what);
    TwoToThreeRun run(options_, store, console_, *converter);
    return reads_stdin ? run.run_stdin() : run.run_paths();
  }

  int usage_error(const std::string& what) {
    return say(two_to_three_usage(name_) + "\n" + name_ + ": error: " + what + "\n");
  }

 private:
  int say(const std::string& text) {
    console_.err->write(text);
    return kUsage;
  }

  void warn() {
    if (options_.write_implied) console_.err->write("WARNING: --write-unchanged-files/-W implies -w.\n");
    if (!options_.write && options_.no_diffs) {
      console_.err->write("WARNING: not writing files and not printing diffs; that's not very useful\n");
    }
  }

  void list(const Registry& registry) {
    std::string text = "Available transformations for the -f/--fix option:\n";
    for (const std::string_view name : kFixers) {
      if (registry.find(name) != nullptr) text.append(name).append("\n");
    }
    console_.out->write(text);
  }

  void tell(const Choice& choice) {
    std::map<std::string, std::string> lines;  // in the order of the names
    for (const std::string& name : choice.optional) lines[name] = "Skipping optional fixer: ";
    if (options_.verbose) {
      for (const Fixer& fixer : choice.fixers) lines[fixer.name] = "Adding transformation: ";
    }
    std::string text;
    for (const auto& [name, what] : lines) text.append(kLogger).append(what).append(name).append("\n");
    console_.err->write(text);
  }

  // Who calls 2to3 says that the files are Python 2, unless their syntax says otherwise; and names the fixers.
  engine::Settings settings() const {
    engine::Settings settings;
    settings.expects_python2 = true;
    settings.restricted = true;
    settings.like_two_to_three = true;
    settings.parses_all = true;
    settings.print_function = options_.print_function;
    settings.exec_function = options_.exec_function;
    return settings;
  }

  const std::string& name_;
  const Options& options_;
  Console& console_;
};

}  // namespace

bool is_two_to_three(std::string_view program) {
  const std::string_view name = program.substr(program.rfind('/') + 1);  // npos + 1 is 0
  return name == "2to3" || name.starts_with("2to3-");
}

bool is_fixer_of_two_to_three(std::string_view name) {
  return std::find(kFixers.begin(), kFixers.end(), name) != kFixers.end();
}

int run_two_to_three(const std::string& program, const std::vector<std::string>& arguments, Console& console,
                     std::vector<Fixer> (*all_fixers)(), const engine::FileStore& store) {
  const auto options = parse_two_to_three(arguments);
  if (!options) return Program(program, {}, console).usage_error(options.error().what);
  if (options->help) {
    console.out->write(two_to_three_help(program));
    return report_lost_output(console, *console.out) ? kErrors : kDone;
  }
  Program run(program, *options, console);
  const auto registry = Registry::create(all_fixers());
  if (!registry) return run.usage_error(registry.error().what);
  return run.run(*registry, store);
}

}  // namespace py3k::cli
