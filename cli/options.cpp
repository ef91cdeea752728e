#include "cli/options.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <string_view>

#include "cli/flags.h"
#include "engine/nearest.h"
#include "engine/run/worker_pool.h"

namespace py3k::cli {
namespace {

using engine::Error;
using engine::Expected;
using engine::failure;
namespace po = boost::program_options;

// The parser's name for operands; no option can have it.
constexpr const char* kOperand = "<operand>";

po::options_description parser_table() {
  po::options_description table;
  for (const Flag& flag : flags()) {
    std::string names(flag.name);
    if (flag.letter != 0) names += {',', flag.letter};
    if (flag.value.empty()) {
      table.add_options()(names.c_str(), "");
    } else {
      table.add_options()(names.c_str(), po::value<std::string>(), "");
    }
  }
  table.add_options()(kOperand, po::value<std::string>(), "");
  return table;
}

Error unknown_option(const std::string& option) {
  std::vector<std::string> names;
  names.reserve(flags().size());
  for (const Flag& flag : flags()) names.emplace_back(flag.name);
  const std::size_t start = option.find_first_not_of('-');
  const std::string typed = start == std::string::npos ? "" : option.substr(start, option.find('=') - start);
  // A single letter is like all others.
  const std::string nearest = typed.size() > 1 ? engine::nearest_name(typed, names) : "";
  return {"there is no option " + option,
          nearest.empty() ? "`py3k --help` shows them all" : "did you mean --" + nearest + "?"};
}

Expected<std::vector<po::option>> split_arguments(const std::vector<std::string>& arguments) {
  const po::options_description table = parser_table();
  po::positional_options_description operands;
  operands.add(kOperand, -1);
  // Abbreviations would make every new option a change to what older command lines mean.
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  try {
    return po::command_line_parser(arguments).options(table).positional(operands).style(style).run().options;
  } catch (const po::unknown_option& error) {
    return tl::unexpected(unknown_option(error.get_option_name()));
  } catch (const po::error& error) {
    return failure(error.what(), "`py3k --help` shows how it is used");
  }
}

// A command stands where the first path would; ./list is a path.
void take_command(Options& options) {
  if (options.command != Command::kConvert || options.operands.empty()) return;
  const CommandName* command = find_command(options.operands[0]);
  if (command == nullptr) return;
  options.command = command->command;
  options.operands.erase(options.operands.begin());
}

// What has to hold of --commit-by.
std::optional<Error> check_commits(const Options& options) {
  const bool has_batches = std::any_of(options.given.begin(), options.given.end(),
                                       [](const auto& given) { return given.first == "batch-lines"; });
  if (has_batches && options.commit_by != Options::CommitBy::kBatch) {
    return Error{"--batch-lines is for `py3k plan` and --commit-by batch", "leave it out"};
  }
  if (options.commit_by == Options::CommitBy::kNothing) return std::nullopt;
  if (!options.write) return Error{"--commit-by commits what it writes", "add -w"};
  if (!options.output_dir.empty() || !options.add_suffix.empty()) {
    return Error{"--commit-by converts in place", "leave out -o and --add-suffix"};
  }
  if (options.git.allow_dirty) return Error{"--commit-by needs a clean tree", "leave out --allow-dirty"};
  if (options.doctests_only) return Error{"--commit-by can't go with -d", "leave one of them out"};
  return std::nullopt;
}

bool is_by_git(const Options& options) { return !options.git.since.empty() || options.git.staged; }

std::optional<Error> missing_operands(const Options& options) {
  const CommandName* command = find_command(options.command);
  if (!options.operands.empty() || command == nullptr || command->needs.empty()) return std::nullopt;
  return Error{std::string(command->needs), "`py3k help " + std::string(command->name) + "` shows how it is used"};
}

// -i has one purpose, and a screen to itself.
std::optional<Error> check_interactive(const Options& options) {
  if (!options.interactive) {
    if (options.ask_again) return Error{"--ask-again goes with -i", "add -i"};
    return std::nullopt;
  }
  const auto conflict = [](std::string_view other) {
    return Error{"-i can't be combined with " + std::string(other), "leave out one of them"};
  };
  if (options.check) return conflict("--check");
  if (options.commit_by != Options::CommitBy::kNothing) return conflict("--commit-by");
  if (options.quiet) return conflict("-q");
  if (options.stat) return conflict("--stat");
  if (options.doctests_only) return conflict("-d");
  if (options.format != Format::kText) return conflict("--format");
  if (!options.output.empty()) return conflict("--output");
  if (!options.output_dir.empty()) return conflict("-o");
  if (!options.add_suffix.empty()) return conflict("--add-suffix");
  if (options.reads_stdin()) return conflict("standard input");
  return std::nullopt;
}

// "`py3k status`", "`py3k plan` and `py3k undo`"
std::string commands_of(const Flag& flag) {
  std::vector<std::string> names;
  for (const CommandName& command : command_names()) {
    if (flag.is_for(command.command)) names.push_back("`py3k " + std::string(command.name) + "`");
  }
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  }
  return text;
}

// What a command has no use for; saying nothing would let people think that it has.
std::optional<Error> check_flags(const Options& options) {
  if (options.command == Command::kVersion) return std::nullopt;
  for (const auto& [name, value] : options.given) {
    const Flag* flag = find_flag(name);
    if (flag == nullptr || flag->is_for(options.command)) continue;
    const CommandName* command = find_command(options.command);
    if (command == nullptr) return Error{"--" + name + " is for " + commands_of(*flag) + " only", "leave it out"};
    return Error{std::string(command->name) + " has no use for --" + name, "leave it out"};
  }
  return std::nullopt;
}

// What is brought along is seen only once all files are converted.
std::optional<Error> check_vendor(const Options& options, bool has_dash) {
  if (!options.vendor && !options.modules.empty()) return Error{"--module goes with --vendor", "add --vendor"};
  if (!options.vendor && options.requirements.empty()) return std::nullopt;
  const std::string flag = options.vendor ? "--vendor" : "--requirements";
  if (has_dash) return Error{flag + " is for a project's files", "name files or directories"};
  if (options.interactive) return Error{flag + " can't go with -i", "run `py3k vendor` when -i is done"};
  if (options.doctests_only) return Error{flag + " can't go with -d", "leave one of them out"};
  if (options.commit_by != Options::CommitBy::kNothing)
    return Error{flag + " can't go with --commit-by", "run `py3k vendor` on its own"};
  return std::nullopt;
}

std::optional<Error> check_format(const Options& options) {
  if (options.converts() || options.format == Format::kText || options.format == Format::kJson) {
    return std::nullopt;
  }
  return Error{std::string(find_command(options.command)->name) + " has the formats text and json only",
               "leave out --format, or ask for json"};
}

// --since and --staged.
std::optional<Error> check_choice(const Options& options, bool has_dash) {
  if (is_by_git(options) && has_dash) return Error{"standard input is in no git repository", "name a file"};
  if (!options.git.since.empty() && options.git.staged)
    return Error{"--since and --staged don't go together", "choose one"};
  return std::nullopt;
}

std::optional<Error> check_convert(const Options& options, bool has_dash) {
  if (auto error = check_choice(options, has_dash)) return error;
  if (options.operands.empty() && options.command == Command::kVendor) return missing_operands(options);
  if (options.operands.empty()) {
    return Error{"nothing to convert", "name files or directories, or - for standard input"};
  }
  if (has_dash && options.operands.size() > 1)
    return Error{"- can't be combined with other paths", "convert them apart"};
  if (auto error = check_interactive(options)) return error;
  if (options.stat && options.format != Format::kText) return Error{"--stat is text", "leave out --format, or --stat"};
  if (auto error = check_vendor(options, has_dash)) return error;
  if (has_dash && options.write) return Error{"-w can't write to standard input", "leave out -w"};
  if (has_dash && options.format != Format::kText && options.output.empty()) {
    return Error{"standard output can't take both the result and the report", "add --output FILE"};
  }
  return check_commits(options);
}

std::optional<Error> check_together(const Options& options) {
  const auto& operands = options.operands;
  const bool has_dash = std::find(operands.begin(), operands.end(), "-") != operands.end();
  // Where there is more to say than that the command has no use for it.
  if (options.command == Command::kPlan) {
    if (options.write) return Error{"plan writes nothing", "leave out -w, and run the commands that it prints"};
    if (options.doctests_only) return Error{"plan is for whole files", "leave out -d"};
    if (has_dash) return Error{"plan can't read standard input", "name files or directories"};
  }
  if (options.command == Command::kStatus) {
    if (options.write) return Error{"status changes nothing", "leave out -w"};
    if (has_dash) return Error{"status is for files and directories", "name some"};
  }
  if (auto error = check_flags(options)) return error;
  if (auto error = check_format(options)) return error;
  switch (options.command) {
    case Command::kConvert:
    case Command::kVendor:
      return check_convert(options, has_dash);
    case Command::kPlan:
    case Command::kStatus:
      if (auto error = check_choice(options, has_dash)) return error;
      return missing_operands(options);
    case Command::kList:
      if (!operands.empty()) return Error{"list has no use for " + operands.front(), "leave it out"};
      return std::nullopt;
    default:
      return missing_operands(options);
  }
}

// `py3k plan --help` is about plan, as `py3k help plan` is.
void take_help(Options& options) {
  if (!options.help) return;
  const CommandName* command = find_command(options.command);
  options.operands.clear();
  if (command != nullptr && command->command != Command::kHelp) options.operands.emplace_back(command->name);
  options.command = Command::kHelp;
  options.given.clear();
}

}  // namespace

std::string target_name(const Options& options) {
  return options.both_only ? "2+3" : "3." + std::to_string(options.settings.target_minor);
}

unsigned threads_for(const Options& options) {
  return engine::affordable_threads(options.jobs > 0 ? options.jobs : engine::usable_cores());
}

void settle(Options& options) {
  options.settings.restricted = !options.fix.empty() || !options.nofix.empty();
  // What the libraries have is known once they are read.
  const std::set<std::string> modules(options.modules.begin(), options.modules.end());
  if (options.vendor && !options.settings.vendored)
    options.settings.vendored = std::make_shared<engine::Vendored>(engine::Vendored{"_vendor", modules, modules});
}

Expected<Options> parse_options(const std::vector<std::string>& arguments) {
  const auto parsed = split_arguments(arguments);
  if (!parsed) return tl::unexpected(parsed.error());
  Options options;
  for (const po::option& option : *parsed) {
    const std::string value = option.value.empty() ? "" : option.value.front();
    const Flag* flag = find_flag(option.string_key);
    if (flag == nullptr) {
      options.operands.push_back(value);
    } else if (const auto error = flag->apply(options, value)) {
      return tl::unexpected(*error);
    } else {
      options.given.emplace_back(flag->name, value);
    }
  }
  take_command(options);
  take_help(options);
  if (options.command == Command::kVendor) options.vendor = true;
  settle(options);
  // "What changed" is an answer to "what?" already.
  const bool has_answer = options.command == Command::kStatus || (options.converts() && is_by_git(options));
  if (options.operands.empty() && has_answer) options.operands = {"."};
  if (const auto error = check_together(options)) return tl::unexpected(*error);
  return options;
}

}  // namespace py3k::cli
