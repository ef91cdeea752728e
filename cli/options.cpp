#include "cli/options.h"

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <charconv>
#include <string_view>
#include <utility>

#include "cli/layout_text.h"
#include "engine/nearest.h"

namespace py3k::cli {
namespace {

using engine::Error;
using engine::Expected;
using engine::failure;
namespace po = boost::program_options;

// What an option does with its value (empty for those that take none). An error names what is wrong with the value.
using Apply = std::optional<Error> (*)(Options&, const std::string& value);

struct Flag {
  std::string_view name;
  char letter;             // 0: none
  std::string_view value;  // what the help calls its value; empty: it takes none
  std::string_view group;  // the help's heading; empty: accepted but not shown
  std::string_view help;
  Apply apply;
};

template <bool Options::*Member>
std::optional<Error> set(Options& options, const std::string&) {
  options.*Member = true;
  return std::nullopt;
}

template <std::vector<std::string> Options::*Member>
std::optional<Error> append(Options& options, const std::string& value) {
  (options.*Member).push_back(value);
  return std::nullopt;
}

template <Command Chosen>
std::optional<Error> choose(Options& options, const std::string&) {
  options.command = Chosen;
  return std::nullopt;
}

template <bool IsShown>
std::optional<Error> show_diffs(Options& options, const std::string&) {
  options.diff = IsShown;
  return std::nullopt;
}

std::optional<Error> set_output_dir(Options& options, const std::string& value) {
  if (value.empty()) return Error{"--output-dir can't be empty", "give the name of a directory"};
  options.output_dir = value;
  return std::nullopt;
}

std::optional<Error> set_suffix(Options& options, const std::string& value) {
  if (value.find('/') != std::string::npos) return Error{"--add-suffix can't be " + value, "use -o for directories"};
  options.add_suffix = value;
  return std::nullopt;
}

std::optional<Error> set_write_unchanged(Options& options, const std::string&) {
  options.write = options.write_unchanged = true;
  return std::nullopt;
}

template <bool engine::Settings::*Member>
std::optional<Error> set_setting(Options& options, const std::string&) {
  options.settings.*Member = true;
  return std::nullopt;
}

std::optional<Error> accept(Options&, const std::string&) { return std::nullopt; }

std::optional<int> parse_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc() && end == text.data() + text.size() && number >= 0;
  return is_number ? std::optional(number) : std::nullopt;
}

// "3.10" is 3 and 10.
std::optional<std::pair<int, int>> parse_version(std::string_view text) {
  const std::size_t dot = text.find('.');
  const auto major = parse_number(text.substr(0, dot));
  if (dot == std::string_view::npos || !major) return std::nullopt;
  const auto minor = parse_number(text.substr(dot + 1));
  return minor ? std::optional(std::pair(*major, *minor)) : std::nullopt;
}

Error wrong_value(std::string_view option, std::string_view value, std::string_view wanted) {
  return {"--" + std::string(option) + " can't be " + (value.empty() ? "empty" : std::string(value)),
          "give " + std::string(wanted)};
}

std::optional<Error> set_jobs(Options& options, const std::string& value) {
  const auto number = parse_number(value);
  constexpr int kMost = 1024;
  if (!number || *number > kMost) return wrong_value("jobs", value, "a number of threads, as in -j 4");
  options.jobs = static_cast<unsigned>(*number);
  return std::nullopt;
}

std::optional<Error> set_from(Options& options, const std::string& value) {
  if (value != "2" && value != "3" && value != "auto") return wrong_value("from", value, "2, 3 or auto");
  options.settings.from.reset();
  if (value == "2") options.settings.from = engine::Language::kPython2;
  if (value == "3") options.settings.from = engine::Language::kPython3;
  return std::nullopt;
}

std::optional<Error> set_target(Options& options, const std::string& value) {
  options.both_only = value == "2+3";
  if (options.both_only) return std::nullopt;
  const auto version = parse_version(value);
  if (!version || version->first != 3) return wrong_value("target", value, "a version such as 3.10, or 2+3");
  options.settings.target_minor = version->second;
  return std::nullopt;
}

std::optional<Error> set_django(Options& options, const std::string& value) {
  const auto version = parse_version(value);
  if (!version) return wrong_value("django", value, "a version such as 1.11");
  options.settings.django_major = version->first;
  options.settings.django_minor = version->second;
  return std::nullopt;
}

std::optional<Error> set_safe(Options& options, const std::string&) {
  options.settings.safe_only = true;
  return std::nullopt;
}

std::optional<Error> set_format(Options& options, const std::string& value) {
  if (value != "text" && value != "json") return wrong_value("format", value, "text or json");
  options.format = value == "json" ? Format::kJson : Format::kText;
  return std::nullopt;
}

std::optional<Error> set_color(Options& options, const std::string& value) {
  if (value == "auto")
    options.color = ColorMode::kAuto;
  else if (value == "always")
    options.color = ColorMode::kAlways;
  else if (value == "never")
    options.color = ColorMode::kNever;
  else
    return wrong_value("color", value, "auto, always or never");
  return std::nullopt;
}

std::optional<Error> set_output(Options& options, const std::string& value) {
  if (value.empty()) return wrong_value("output", value, "the name of a file");
  options.output = value;
  return std::nullopt;
}

constexpr std::string_view kRun = "What to do";
constexpr std::string_view kChoice = "Which fixes";
constexpr std::string_view kLanguage = "From what, to what";
constexpr std::string_view kReport = "What to show";
constexpr std::string_view kHidden;

// In the order of the help.
constexpr auto kFlags = std::to_array<Flag>({
    {"write", 'w', "", kRun, "Convert the files in place. Without this nothing is written.", set<&Options::write>},
    {"check", 0, "", kRun, "Exit with 1 if there is anything to change or to look at.", set<&Options::check>},
    {"exclude", 0, "GLOB", kRun, "Leave out what matches in directories; may be repeated.", append<&Options::exclude>},
    {"jobs", 'j', "N", kRun, "Work on N files at once (default: one for each core).", set_jobs},
    {"processes", 0, "N", kHidden, "2to3's name for --jobs.", set_jobs},
    {"output-dir", 'o', "DIR", kRun, "With -w: write the results below DIR, and leave the files as they are.",
     set_output_dir},
    {"add-suffix", 0, "TEXT", kRun, "With -w: write each result beside its file, with TEXT after its name.",
     set_suffix},
    {"write-unchanged-files", 'W', "", kRun, "Like -w; writes, to another place, also files without a change.",
     set_write_unchanged},
    {"doctests_only", 'd', "", kRun, "Convert doctests only: in docstrings, and in text files that are named.",
     set<&Options::doctests_only>},
    {"nobackups", 'n', "", kHidden, "2to3's; there are none.", accept},

    {"fix", 'f', "NAME", kChoice, "Apply this fixer or group only; may be repeated. `all`: those on by default.",
     append<&Options::fix>},
    {"nofix", 'x', "NAME", kChoice, "Do not apply this fixer or group; may be repeated.", append<&Options::nofix>},
    {"list-fixes", 'l', "", kChoice, "List all fixers, as `py3k list` does.", choose<Command::kList>},
    {"safe", 0, "", kChoice, "Only report changes that may be wrong in rare cases.", set_safe},

    {"from", 0, "2|3|auto", kLanguage, "What the files are written in (default: auto, each by what is in it).",
     set_from},
    {"root", 0, "DIR", kLanguage,
     "Where top-level modules lie, if not above the outermost __init__.py; may be repeated.", append<&Options::roots>},
    {"print-function", 'p', "", kLanguage, "Take `print` for a function in Python 2 files too.",
     set_setting<&engine::Settings::print_function>},
    {"exec-function", 'e', "", kLanguage, "Take `exec` for a function in Python 2 files too.",
     set_setting<&engine::Settings::exec_function>},
    {"target", 0, "3.N|2+3", kLanguage, "The oldest Python that must run the result (default: 3.10).", set_target},
    {"django", 0, "X.Y", kLanguage, "The Django that the result runs with (default: 1.11).", set_django},

    {"diff", 0, "", kReport, "Show diffs (default: in dry runs).", show_diffs<true>},
    {"no-diffs", 0, "", kReport, "Show no diffs.", show_diffs<false>},
    {"format", 0, "text|json", kReport, "The form of the report (default: text).", set_format},
    {"output", 0, "FILE", kReport, "Write the diffs, or the JSON, to a file.", set_output},
    {"color", 0, "WHEN", kReport, "auto, always or never; auto also obeys NO_COLOR.", set_color},
    {"stats", 0, "", kReport, "Show how often each fixer had something to do.", set<&Options::stats>},
    {"quiet", 'q', "", kReport, "Show nothing but failures.", set<&Options::quiet>},
    {"verbose", 'v', "", kReport, "Show all changes one by one, and a log.", set<&Options::verbose>},
    {"help", 'h', "", kReport, "Show this help.", choose<Command::kHelp>},
    {"version", 0, "", kReport, "Show the version.", choose<Command::kVersion>},
});

constexpr std::string_view kUsage =
    "Usage: py3k [options] PATH...       show what would change, as diffs; write nothing\n"
    "       py3k -w [options] PATH...    convert files and directories in place\n"
    "       py3k [options] -             convert standard input to standard output\n"
    "       py3k list                    list all fixers\n"
    "       py3k explain FIXER...        say what a fixer does, with examples\n";

constexpr std::string_view kExitCodes =
    "Exit codes: 0 done; 1 --check found something; 2 wrong usage; 3 some files failed (the others are done).\n";

// The parser's name for operands; no option can have it.
constexpr const char* kOperand = "<operand>";

po::options_description parser_table() {
  po::options_description table;
  for (const Flag& flag : kFlags) {
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

const Flag* find_flag(std::string_view name) {
  const auto found = std::find_if(kFlags.begin(), kFlags.end(), [&](const Flag& flag) { return flag.name == name; });
  return found == kFlags.end() ? nullptr : &*found;
}

Error unknown_option(const std::string& option) {
  std::vector<std::string> names;
  names.reserve(kFlags.size());
  for (const Flag& flag : kFlags) names.emplace_back(flag.name);
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

// `list` and `explain` are commands where the first path would be; ./list is a path.
void take_command(Options& options) {
  if (options.command != Command::kConvert || options.operands.empty()) return;
  if (options.operands[0] == "list") options.command = Command::kList;
  if (options.operands[0] == "explain") options.command = Command::kExplain;
  if (options.command != Command::kConvert) options.operands.erase(options.operands.begin());
}

std::optional<Error> check_together(const Options& options) {
  const auto& operands = options.operands;
  const bool has_dash = std::find(operands.begin(), operands.end(), "-") != operands.end();
  switch (options.command) {
    case Command::kExplain:
      if (operands.empty()) return Error{"explain needs the name of a fixer", "`py3k list` shows them all"};
      return std::nullopt;
    case Command::kConvert:
      if (operands.empty()) return Error{"nothing to convert", "name files or directories, or - for standard input"};
      if (has_dash && operands.size() > 1) return Error{"- can't be combined with other paths", "convert them apart"};
      if (has_dash && options.write) return Error{"-w can't write to standard input", "leave out -w"};
      if (has_dash && options.format == Format::kJson && options.output.empty()) {
        return Error{"standard output can't take both the result and the JSON", "add --output FILE"};
      }
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace

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
    }
  }
  take_command(options);
  options.settings.restricted = !options.fix.empty() || !options.nofix.empty() || options.both_only;
  if (const auto error = check_together(options)) return tl::unexpected(*error);
  return options;
}

std::string help_text() {
  std::string text(kUsage);
  std::vector<std::vector<std::string>> rows;
  std::string_view group;
  const auto flush = [&] {
    text += format_table(rows, 2);
    rows.clear();
  };
  for (const Flag& flag : kFlags) {
    if (flag.group == kHidden) continue;
    if (flag.group != group) {
      flush();
      group = flag.group;
      text += "\n" + std::string(group) + ":\n";
    }
    std::string names = flag.letter == 0 ? "    --" : std::string{'-', flag.letter, ',', ' ', '-', '-'};
    names += flag.name;
    if (!flag.value.empty()) names += " " + std::string(flag.value);
    rows.push_back({names, std::string(flag.help)});
  }
  flush();
  return text + "\n" + std::string(kExitCodes);
}

}  // namespace py3k::cli
