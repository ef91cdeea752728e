#include "cli/app.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "cli/baseline/baseline_check.h"
#include "cli/catalog.h"
#include "cli/commit_command.h"
#include "cli/config/converters.h"
#include "cli/config/find_config.h"
#include "cli/convert_run.h"
#include "cli/fact_page.h"
#include "cli/generate.h"
#include "cli/help.h"
#include "cli/interactive.h"
#include "cli/options.h"
#include "cli/pager.h"
#include "cli/plan_command.h"
#include "cli/settings_page.h"
#include "cli/status/status_command.h"
#include "cli/undo_command.h"
#include "cli/vendor/vendor.h"
#include "cli/version.h"
#include "engine/nearest.h"
#include "engine/registry.h"
#include "engine/run/doctests.h"
#include "engine/run/neighbours.h"
#include "engine/run/pipeline.h"
#include "engine/run/project.h"
#include "engine/run/run_past.h"
#include "engine/run/walk.h"

namespace py3k::cli {
namespace {

using engine::Error;
using engine::Expected;
using engine::Registry;

// Why there is no page about something.
Error no_page(const std::string& name, const Registry& registry) {
  const std::vector<std::string> names = registry.names();
  if (std::find(names.begin(), names.end(), name) == names.end()) {
    if (name.find('.') == std::string::npos) return registry.unknown_fixer(name);
    return {"nothing is known of " + name, "`py3k explain MODULE` shows the names of a module that changed"};
  }
  return {name + " is a group of fixers", "`py3k list` shows which fixers are in it"};
}

// What has been written to a sink, is it there? Where it isn't, that is the exit code.
int finish_output(int code, Console& console, const Sink& sink) {
  return report_lost_output(console, sink) ? kExitFailed : code;
}

// Standard output, or the file of --output.
int show(const std::string& text, const Options& options, Console& console) {
  if (options.output.empty()) return console.out->write(text), kExitDone;
  const auto file = open_sink(options.output);
  if (!file) return usage_error(console, file.error());
  (*file)->write(text);
  return finish_output(kExitDone, console, **file);
}

int explain(const Options& options, const Registry& registry, Console& console) {
  Explained explained;
  std::string text;
  for (const std::string& name : options.operands) {
    if (!text.empty()) text += "\n";
    if (const engine::Fixer* fixer = registry.find(name)) {
      text += explain_page(*fixer);
      explained.fixers.push_back(fixer);
    } else if (const Remark* remark = find_remark(name)) {
      text += explain_page(*remark);
      explained.remarks.push_back(remark);
    } else if (const std::vector<const engine::Fact*> facts = facts_about(name); !facts.empty()) {
      text += fact_page(name, facts, registry);
      explained.facts.insert(explained.facts.end(), facts.begin(), facts.end());
    } else {
      return usage_error(console, no_page(name, registry));
    }
  }
  return show(options.format == Format::kJson ? explain_json(explained, registry) : text, options, console);
}

int list(const Options& options, const Registry& registry, Console& console) {
  return show(options.format == Format::kJson ? list_json(registry) : list_page(registry), options, console);
}

// All of it, or what `py3k help COMMAND` names.
int help(const Options& options, const Registry& registry, Console& console) {
  if (options.operands.empty()) return show(help_text(), options, console);
  const std::string& name = options.operands.front();
  if (options.operands.size() > 1) {
    return usage_error(console, {"help can't take " + options.operands[1] + " as well", "one command at a time"});
  }
  if (const CommandName* command = find_command(name)) return show(command_help(*command), options, console);
  if (registry.find(name) != nullptr || find_remark(name) != nullptr) {
    return usage_error(console, {name + " is no command", "`py3k explain " + name + "` explains it"});
  }
  std::vector<std::string> names;
  for (const CommandName& command : command_names()) names.emplace_back(command.name);
  const std::string nearest = engine::nearest_name(name, names);
  return usage_error(console, {"there is no command " + name,
                               nearest.empty() ? "`py3k help` shows them all" : "did you mean " + nearest + "?"});
}

int generate_pages(const Options& options, const Registry& registry, Console& console) {
  std::string text;
  for (const std::string& name : options.operands) {
    const auto page = generate(name, registry);
    if (!page) return usage_error(console, page.error());
    text += *page;
  }
  return show(text, options, console);
}

// Where -i keeps its notes; empty: nowhere.
std::string review_directory(const Console& console) {
  return console.state_home.empty() ? "" : console.state_home + "/py3k/review";
}

// What -i has converted in part must not be converted once more, from there: see review_memory.h.
engine::FileResult skipped_file(std::string path) {
  engine::FileResult result;
  result.path = std::move(path);
  result.outcome = engine::Outcome::kSkipped;
  result.reason = "-i has converted part of it; go on with -i";
  // Nobody may take it for done.
  result.findings.push_back({.fixer = std::string(kReview),
                             .message = "part of this file is not converted yet; go on with -i",
                             .range = {},
                             .line = 1,
                             .end_line = 1,
                             .safety = engine::Safety::kManual});
  return result;
}

// What has come along is Python 3, and not the project's.
engine::FileResult unchanged_file(std::string path) {
  engine::FileResult result;
  result.path = std::move(path);
  result.dialect = engine::Dialect::kPython3;
  return result;
}

// What converts a file, on any thread; keeps the converters alive.
ConvertFile convert_by(std::shared_ptr<const Converters> converters, bool doctests_only, const engine::Around& around) {
  return [converters = std::move(converters), doctests_only, around](std::string path, std::string bytes) {
    const auto converter = converters->of(path);
    if (!converter) return failed_file(std::move(path), converter.error());
    if (doctests_only) return engine::convert_doctests(**converter, std::move(path), std::move(bytes), around.past);
    return (*converter)->convert(std::move(path), std::move(bytes), around);
  };
}

// The values that everything that converts works with.
struct Setting {
  const Options& options;
  const ConfigFile& config;
  const Registry& registry;
  const engine::FileStore& store;
  const engine::Project& project;
  engine::Around around;
};

Expected<int> convert_interactively(const Setting& setting, const Converters& converters, const ReviewMemory& memory,
                                    Console& console, Safeguards safeguards) {
  const Options& options = setting.options;
  if (!console.in_is_terminal || !console.out_is_terminal) {
    return engine::failure("-i needs a terminal", "without one, choose fixers with -f and -x, or add --safe");
  }
  const auto terminal = process_terminal();
  const auto convert_file = [&](const std::string& path, std::string bytes, const engine::Decisions* decisions) {
    const auto converter = converters.of(path);
    if (!converter) return failed_file(path, converter.error());
    return (*converter)->convert(path, std::move(bytes), setting.around, decisions);
  };
  Interactive session({.options = options,
                       .store = setting.store,
                       .registry = setting.registry,
                       .memory = memory,
                       .terminal = *terminal,
                       .convert = convert_file,
                       .safeguards = safeguards,
                       .is_colored = wants_color(options.color, console, true)});
  auto paths = safeguards.git->choose(engine::walk(setting.store, options.operands, walk_options(options)));
  if (!paths) return tl::unexpected(paths.error());
  return session.run(*paths);
}

// A conversion by some of a run's fixers, after which Python 2 may be left.
FixerSteps::MakeConvert make_partial(const Setting& setting) {
  return [&setting](const std::vector<engine::Fixer>& fixers, bool says_python2) -> Expected<ConvertFile> {
    auto converters = std::make_shared<Converters>(setting.options, setting.config, setting.registry, setting.store);
    std::vector<std::string> names;
    for (const engine::Fixer& fixer : fixers) names.push_back(fixer.name);
    converters->narrow_to(std::move(names), says_python2);
    if (const auto ready = converters->prepare(); !ready) return tl::unexpected(ready.error());
    return convert_by(std::move(converters), false, &setting.project);
  };
}

// Is the file of --output one that the run would read? Only what walk() takes can be.
bool is_among_inputs(const Options& options, const engine::FileStore& store) {
  const std::string name = options.output.substr(options.output.rfind('/') + 1);
  const bool is_like_python = name.find('.') == std::string::npos || name.ends_with(".py") || name.ends_with(".pyw") ||
                              !options.include.empty();
  const auto info = store.inspect(options.output);
  if (!info || info->kind != engine::FileKind::kFile) return false;
  const auto output = store.canonical(options.output);
  const auto is_output = [&](const std::string& path) {
    return output && store.canonical(path).value_or("") == *output;
  };
  if (std::any_of(options.operands.begin(), options.operands.end(), is_output)) return true;
  if (!is_like_python || options.reads_stdin()) return false;
  const auto files = engine::walk(store, options.operands, walk_options(options));
  return std::any_of(files.begin(), files.end(), [&](const auto& file) { return is_output(file.path); });
}

// What the file held is gone then: once all else about the command is known to be right.
Expected<std::unique_ptr<Sink>> open_output(const Options& options, const engine::FileStore& store,
                                            const Console& console) {
  if (options.format == Format::kHtml && options.output.empty() && console.out_is_terminal) {
    return engine::failure("a terminal can't show HTML", "add --output FILE");
  }
  if (options.output.empty()) return std::unique_ptr<Sink>();
  if (is_among_inputs(options, store)) {
    return engine::failure("--output " + options.output + " is one of the files to convert", "give it another name");
  }
  return open_sink(options.output);
}

Expected<int> commit(const Setting& setting, const ConvertFile& convert_file, Console& console, Sink& report,
                     engine::Journal* journal) {
  return commit_command({.options = setting.options,
                         .store = setting.store,
                         .console = console,
                         .report = report,
                         .project = setting.project,
                         .fixers = setting.registry.all(),
                         .make_convert = make_partial(setting),
                         .convert = convert_file,
                         .journal = journal});
}

// Everything that converts: a plain run, its plan, its commits. `file` becomes that of --output, if there is one.
Expected<int> convert(Options options, const std::vector<std::string>& arguments, const Registry& registry,
                      Console& console, const engine::FileStore& store, std::unique_ptr<Sink>& file) {
  const auto config = find_config(options, store, registry);
  if (!config) return tl::unexpected(config.error());
  apply_settings(config->settings, *config, options);
  const engine::Project project(store, options.roots, options.operands);
  const auto vendor = Vendor::open(options, registry, store, project);
  if (!vendor) return tl::unexpected(vendor.error());
  if (options.show_settings) {
    return settings_page(options, *config, registry, store, project).map([&](const std::string& text) {
      return show(text, options, console);
    });
  }
  auto converters = std::make_shared<Converters>(options, *config, registry, store);
  if (options.command == Command::kVendor) converters->narrow_to({"vendored_modules"}, false);
  if (const auto ready = converters->prepare(); !ready) return tl::unexpected(ready.error());
  const auto baseline = BaselineCheck::open(options, store);
  if (!baseline) return tl::unexpected(baseline.error());
  auto output = open_output(options, store, console);
  if (!output) return tl::unexpected(output.error());
  file = std::move(*output);
  const engine::RunPast past(store,
                             {.journal = journal_directory(options, store, console), .since = options.git.since});
  engine::Neighbours neighbours(store);
  // Who can't remember what was converted must not take it for Python 2 because of the files around it.
  const bool forgets = options.write && options.no_journal;
  engine::Around around =
      options.reads_stdin() ? engine::Around() : engine::Around(&project, &past, forgets ? nullptr : &neighbours);
  around.is_recorded = options.write || options.interactive;
  const Setting setting{options, *config, registry, store, project, around};
  const ConvertFile convert_whole = convert_by(converters, options.doctests_only, around);
  const ReviewMemory memory(store, review_directory(console));
  const ConvertFile convert_file = [&](std::string path, std::string bytes) {
    if (is_brought_along(bytes)) return unchanged_file(std::move(path));
    const bool is_part = !options.reads_stdin() && memory.is_partly_converted(path, bytes);
    if (is_part && !converters->is_converted(path)) return skipped_file(std::move(path));
    return convert_whole(std::move(path), std::move(bytes));
  };
  Sink& plain = file ? *file : *console.out;
  if (options.command == Command::kStatus) {
    return status_command(options, store, console, plain, convert_file, utc_now());
  }
  if (options.command == Command::kPlan) return plan_command(options, store, console, plain, convert_file, project);
  const auto journal = journal_for(options, arguments, store, console);
  if (!journal) return tl::unexpected(journal.error());
  if (options.commit_by != Options::CommitBy::kNothing) {
    return commit(setting, convert_file, console, plain, journal->get());
  }
  engine::GitFilter git(store, options.git);
  const Safeguards safeguards{.journal = journal->get(), .git = &git};
  if (options.interactive) return convert_interactively(setting, *converters, memory, console, safeguards);
  if (const std::string command = pager_command(); !command.empty() && wants_pager(options, console)) {
    use_pager(console, command);
  }
  Sink& report = file ? *file : *console.out;  // which may be the pager's by now
  ConvertRun run(options, store, console, report, convert_file, safeguards, registry.all());
  run.hold_against(baseline->get());
  run.brings_along(vendor->get());
  run.guards([&](const std::string& path) { return converters->is_converted(path); });
  return options.reads_stdin() ? run.convert_stdin() : run.convert_paths();
}

// The exit code of a command that may have been wrong in itself.
int exit_code(const Expected<int>& code, Console& console) { return code ? *code : usage_error(console, code.error()); }

int run_command(const Options& options, const std::vector<std::string>& arguments, const Registry& registry,
                Console& console, const engine::FileStore& store) {
  switch (options.command) {
    case Command::kHelp:
      return help(options, registry, console);
    case Command::kVersion:
      return show("py3k " + std::string(kVersion) + "\n", options, console);
    case Command::kList:
      return list(options, registry, console);
    case Command::kExplain:
      return explain(options, registry, console);
    case Command::kUndo:
      return exit_code(undo_command(options, store, console), console);
    case Command::kGenerate:
      return generate_pages(options, registry, console);
    default: {
      std::unique_ptr<Sink> file;
      const int code = exit_code(convert(options, arguments, registry, console, store, file), console);
      return file ? finish_output(code, console, *file) : code;
    }
  }
}

}  // namespace

int run(const std::vector<std::string>& arguments, Console& console, std::vector<engine::Fixer> (*all_fixers)(),
        const engine::FileStore& store) {
  const auto options = parse_options(arguments);
  if (!options) return usage_error(console, options.error());
  const auto registry = Registry::create(all_fixers());
  if (!registry) return usage_error(console, registry.error());
  return finish_output(run_command(*options, arguments, *registry, console, store), console, *console.out);
}

}  // namespace py3k::cli
