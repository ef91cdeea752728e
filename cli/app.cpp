#include "cli/app.h"

#include <utility>

#include "cli/catalog.h"
#include "cli/convert_run.h"
#include "cli/generate.h"
#include "cli/help.h"
#include "cli/interactive.h"
#include "cli/options.h"
#include "cli/pager.h"
#include "cli/undo_command.h"
#include "cli/version.h"
#include "engine/registry.h"
#include "engine/run/doctests.h"
#include "engine/run/pipeline.h"
#include "engine/run/project.h"
#include "engine/run/walk.h"

namespace py3k::cli {
namespace {

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

int generate_pages(const Options& options, const Registry& registry, Console& console) {
  std::string text;
  for (const std::string& name : options.operands) {
    const auto page = generate(name, registry);
    if (!page) return usage_error(console, page.error());
    text += *page;
  }
  if (options.output.empty()) return console.out->write(text), kExitDone;
  const auto file = open_sink(options.output);
  if (!file) return usage_error(console, file.error());
  (*file)->write(text);
  return (*file)->error().empty() ? kExitDone : usage_error(console, {"the output can't be written", (*file)->error()});
}

// Where -i keeps its notes; empty: nowhere.
std::string review_directory(const Console& console) {
  return console.state_home.empty() ? "" : console.state_home + "/py3k/review";
}

int convert_interactively(const Options& options, const engine::FileStore& store, const Registry& registry,
                          const engine::Converter& converter, Console& console, Safeguards safeguards) {
  if (!console.in_is_terminal || !console.out_is_terminal) {
    return usage_error(console, {"-i needs a terminal", "without one, choose fixers with -f and -x, or add --safe"});
  }
  const engine::Project project(store, options.roots);
  const ReviewMemory memory(store, review_directory(console));
  const auto terminal = process_terminal();
  Interactive session({.options = options,
                       .store = store,
                       .registry = registry,
                       .memory = memory,
                       .terminal = *terminal,
                       .convert =
                           [&](const std::string& path, std::string bytes, const engine::Decisions* decisions) {
                             return converter.convert(path, std::move(bytes), &project, decisions);
                           },
                       .safeguards = safeguards,
                       .is_colored = wants_color(options.color, console, true)});
  auto paths = safeguards.git->choose(engine::walk(store, options.operands, {.exclude = options.exclude}));
  if (!paths) return usage_error(console, paths.error());
  return session.run(*paths);
}

// What -i has converted in part must not be converted once more, from there: see review_memory.h.
engine::FileResult skipped_file(std::string path) {
  engine::FileResult result;
  result.path = std::move(path);
  result.outcome = engine::Outcome::kSkipped;
  result.reason = "-i has converted part of it; go on with -i";
  return result;
}

int convert(const Options& options, const std::vector<std::string>& arguments, const Registry& registry,
            Console& console, const engine::FileStore& store) {
  auto fixers = registry.select({.fix = options.fix, .nofix = options.nofix, .both_only = options.both_only});
  if (!fixers) return usage_error(console, fixers.error());
  const auto converter = engine::Converter::create(std::move(*fixers), options.settings);
  if (!converter) return usage_error(console, converter.error());
  const auto journal = journal_for(options, arguments, store, console);
  if (!journal) return usage_error(console, journal.error());
  engine::GitFilter git(store, options.git);
  const Safeguards safeguards{.journal = journal->get(), .git = &git};
  if (options.interactive) return convert_interactively(options, store, registry, *converter, console, safeguards);
  std::unique_ptr<Sink> output;
  if (!options.output.empty()) {
    auto opened = open_sink(options.output);
    if (!opened) return usage_error(console, opened.error());
    output = std::move(*opened);
  }
  if (const std::string command = pager_command(); !command.empty() && wants_pager(options, console)) {
    use_pager(console, command);
  }
  const engine::Project project(store, options.roots);
  const engine::Project* others = options.reads_stdin() ? nullptr : &project;
  const ReviewMemory memory(store, review_directory(console));
  const ConvertFile convert_file = [&](std::string path, std::string bytes) {
    if (others != nullptr && memory.is_partly_converted(path, bytes)) return skipped_file(std::move(path));
    if (options.doctests_only) return engine::convert_doctests(*converter, std::move(path), std::move(bytes));
    return converter->convert(std::move(path), std::move(bytes), others);
  };
  ConvertRun run(options, store, console, output ? *output : *console.out, convert_file, safeguards);
  return options.reads_stdin() ? run.convert_stdin() : run.convert_paths();
}

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
    case Command::kUndo: {
      const auto code = undo_command(*options, store, console);
      return code ? *code : usage_error(console, code.error());
    }
    case Command::kGenerate:
      return generate_pages(*options, *registry, console);
    default:
      return convert(*options, arguments, *registry, console, store);
  }
}

}  // namespace py3k::cli
