#include "cli/app.h"

#include <utility>

#include "cli/catalog.h"
#include "cli/config/converters.h"
#include "cli/config/find_config.h"
#include "cli/convert_run.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/undo_command.h"
#include "cli/version.h"
#include "engine/registry.h"
#include "engine/run/doctests.h"
#include "engine/run/pipeline.h"
#include "engine/run/project.h"

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

int convert(Options options, const std::vector<std::string>& arguments, const Registry& registry, Console& console,
            const engine::FileStore& store) {
  const auto config = find_config(options, store, registry);
  if (!config) return usage_error(console, config.error());
  apply_settings(config->settings, *config, options);
  Converters converters(options, *config, registry, store);
  if (const auto ready = converters.prepare(); !ready) return usage_error(console, ready.error());
  std::unique_ptr<Sink> output;
  if (options.format == Format::kHtml && options.output.empty() && console.out_is_terminal) {
    return usage_error(console, {"a terminal can't show HTML", "add --output FILE"});
  }
  if (!options.output.empty()) {
    auto opened = open_sink(options.output);
    if (!opened) return usage_error(console, opened.error());
    output = std::move(*opened);
  }
  const engine::Project project(store, options.roots);
  const engine::Project* others = options.reads_stdin() ? nullptr : &project;
  const auto journal = journal_for(options, arguments, store, console);
  if (!journal) return usage_error(console, journal.error());
  const ConvertFile convert_file = [&](std::string path, std::string bytes) {
    const auto converter = converters.of(path);
    if (!converter) return failed_file(std::move(path), converter.error());
    if (options.doctests_only) return engine::convert_doctests(**converter, std::move(path), std::move(bytes));
    return (*converter)->convert(std::move(path), std::move(bytes), others);
  };
  engine::GitFilter git(store, options.git);
  ConvertRun run(options, store, console, output ? *output : *console.out, convert_file,
                 {.journal = journal->get(), .git = &git}, registry.all());
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
    default:
      return convert(*options, arguments, *registry, console, store);
  }
}

}  // namespace py3k::cli
