#include "cli/app.h"

#include <memory>
#include <utility>

#include "cli/catalog.h"
#include "cli/commit_command.h"
#include "cli/convert_run.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/plan_command.h"
#include "cli/undo_command.h"
#include "cli/version.h"
#include "engine/registry.h"
#include "engine/run/doctests.h"
#include "engine/run/pipeline.h"
#include "engine/run/project.h"

namespace py3k::cli {
namespace {

using engine::Expected;
using engine::Registry;

int explain(const std::vector<std::string>& names, const Registry& registry, Console& console) {
  std::string text;
  for (const std::string& name : names) {
    const engine::Fixer* fixer = registry.find(name);
    if (fixer == nullptr) return usage_error(console, registry.unknown_fixer(name));
    text += (text.empty() ? "" : "\n") + explain_page(*fixer);
  }
  console.out->write(text);
  return kExitDone;
}

// What converts a file with these fixers, on any thread.
Expected<ConvertFile> make_convert(std::vector<engine::Fixer> fixers, const engine::Settings& settings,
                                   bool doctests_only, const engine::Project* project) {
  auto created = engine::Converter::create(std::move(fixers), settings);
  if (!created) return tl::unexpected(created.error());
  const auto converter = std::make_shared<const engine::Converter>(std::move(*created));
  return [converter, doctests_only, project](std::string path, std::string bytes) {
    if (doctests_only) return engine::convert_doctests(*converter, std::move(path), std::move(bytes));
    return converter->convert(std::move(path), std::move(bytes), project);
  };
}

// A conversion by some of a run's fixers, after which Python 2 may be left.
FixerSteps::MakeConvert make_partial(const Options& options, const engine::Project& project) {
  return [&options, &project](std::vector<engine::Fixer> fixers, bool says_python2) {
    engine::Settings settings = options.settings;
    settings.restricted = true;
    settings.expects_python2 = settings.expects_python2 || says_python2;
    return make_convert(std::move(fixers), settings, false, &project);
  };
}

// Everything that converts: a plain run, its plan, its commits.
Expected<int> convert(const Options& options, const std::vector<std::string>& arguments, const Registry& registry,
                      Console& console, const engine::FileStore& store) {
  const auto fixers = registry.select({.fix = options.fix, .nofix = options.nofix, .both_only = options.both_only});
  if (!fixers) return tl::unexpected(fixers.error());
  const engine::Project project(store, options.roots);
  const engine::Project* others = options.reads_stdin() ? nullptr : &project;
  const auto convert_file = make_convert(*fixers, options.settings, options.doctests_only, others);
  if (!convert_file) return tl::unexpected(convert_file.error());
  std::unique_ptr<Sink> output;
  if (!options.output.empty()) {
    auto opened = open_sink(options.output);
    if (!opened) return tl::unexpected(opened.error());
    output = std::move(*opened);
  }
  Sink& report = output ? *output : *console.out;
  if (options.command == Command::kPlan) return plan_command(options, store, console, report, *convert_file, project);
  if (options.commit_by != Options::CommitBy::kNothing) {
    return commit_command({.options = options,
                           .store = store,
                           .console = console,
                           .report = report,
                           .project = project,
                           .fixers = *fixers,
                           .make_convert = make_partial(options, project),
                           .convert = *convert_file});
  }
  const auto journal = journal_for(options, arguments, store, console);
  if (!journal) return tl::unexpected(journal.error());
  engine::GitFilter git(store, options.git);
  ConvertRun run(options, store, console, report, *convert_file, {.journal = journal->get(), .git = &git});
  return options.reads_stdin() ? run.convert_stdin() : run.convert_paths();
}

// The exit code of a command that may have been wrong in itself.
int exit_code(const Expected<int>& code, Console& console) { return code ? *code : usage_error(console, code.error()); }

}  // namespace

int run(const std::vector<std::string>& arguments, Console& console, std::vector<engine::Fixer> (*all_fixers)(),
        const engine::FileStore& store) {
  const auto options = parse_options(arguments);
  if (!options) return usage_error(console, options.error());
  if (options->command == Command::kHelp) return console.out->write(help_text()), kExitDone;
  if (options->command == Command::kVersion) {
    console.out->write("py3k " + std::string(kVersion) + "\n");
    return kExitDone;
  }

  const auto registry = Registry::create(all_fixers());
  if (!registry) return usage_error(console, registry.error());
  switch (options->command) {
    case Command::kList:
      console.out->write(list_page(*registry));
      return kExitDone;
    case Command::kExplain:
      return explain(options->operands, *registry, console);
    case Command::kUndo:
      return exit_code(undo_command(*options, store, console), console);
    default:
      return exit_code(convert(*options, arguments, *registry, console, store), console);
  }
}

}  // namespace py3k::cli
