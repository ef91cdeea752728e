#include "cli/flags.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

namespace py3k::cli {
namespace {

using engine::Error;

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

template <std::vector<std::string> Options::*Member>
void clear(Options& options) {
  (options.*Member).clear();
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

// "3.12" is 3 and 12.
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

std::optional<Error> set_run(Options& options, const std::string& value) {
  const auto number = parse_number(value);
  if (!number || *number == 0) return wrong_value("run", value, "a number that `py3k undo --list` shows");
  options.run_number = *number;
  return std::nullopt;
}

std::optional<Error> set_batch_lines(Options& options, const std::string& value) {
  const auto number = parse_number(value);
  if (!number || *number == 0) return wrong_value("batch-lines", value, "a number of lines, as in --batch-lines 400");
  options.batch_lines = static_cast<std::size_t>(*number);
  return std::nullopt;
}

std::optional<Error> set_commit_by(Options& options, const std::string& value) {
  using CommitBy = Options::CommitBy;
  if (value == "fixer")
    options.commit_by = CommitBy::kFixer;
  else if (value == "directory")
    options.commit_by = CommitBy::kDirectory;
  else if (value == "batch")
    options.commit_by = CommitBy::kBatch;
  else
    return wrong_value("commit-by", value, "fixer, directory or batch");
  return std::nullopt;
}

std::optional<Error> set_since(Options& options, const std::string& value) {
  if (value.empty()) return wrong_value("since", value, "a revision of git, such as main");
  options.git.since = value;
  return std::nullopt;
}

template <bool engine::GitChoice::*Member>
std::optional<Error> choose_by_git(Options& options, const std::string&) {
  options.git.*Member = true;
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
  options.both_only = options.settings.keeps_python2 = value == "2+3";
  if (options.both_only) return std::nullopt;
  const auto version = parse_version(value);
  if (!version || version->first != 3) return wrong_value("target", value, "a version such as 3.12, or 2+3");
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

std::optional<Error> set_unsafe_too(Options& options, const std::string&) {
  options.settings.safe_only = false;
  return std::nullopt;
}

std::optional<Error> set_vendor_package(Options& options, const std::string& value) {
  if (value.empty()) return wrong_value("vendor-package", value, "the name of a directory");
  options.vendor_package = value;
  return std::nullopt;
}

std::optional<Error> set_requirements(Options& options, const std::string& value) {
  if (value.empty()) return wrong_value("requirements", value, "the name of a file");
  options.requirements = value;
  return std::nullopt;
}

void stay_without_vendor(Options& options) { options.vendor = false; }

void allow_unsafe(Options& options) { options.settings.safe_only = false; }

std::optional<Error> set_baseline(Options& options, const std::string& value) {
  if (value.empty()) return wrong_value("baseline", value, "the name of a file");
  options.baseline = value;
  return std::nullopt;
}

std::optional<Error> set_record(Options& options, const std::string& value) {
  if (value.empty()) return wrong_value("record", value, "the name of a file");
  options.record = value;
  return std::nullopt;
}

std::optional<Error> set_config(Options& options, const std::string& value) {
  if (value.empty()) return wrong_value("config", value, "the name of a file");
  options.config = value;
  return std::nullopt;
}

std::optional<Error> set_format(Options& options, const std::string& value) {
  constexpr auto kFormats = std::to_array<std::pair<std::string_view, Format>>({{"text", Format::kText},
                                                                                {"json", Format::kJson},
                                                                                {"sarif", Format::kSarif},
                                                                                {"github", Format::kGithub},
                                                                                {"junit", Format::kJunit},
                                                                                {"html", Format::kHtml}});
  for (const auto& [name, format] : kFormats) {
    if (value != name) continue;
    options.format = format;
    return std::nullopt;
  }
  return wrong_value("format", value, "text, json, sarif, github, junit or html");
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

std::optional<Error> set_interactive(Options& options, const std::string&) {
  options.write = options.interactive = true;
  return std::nullopt;
}

std::optional<Error> set_context(Options& options, const std::string& value) {
  const auto number = parse_number(value);
  if (!number) return wrong_value("context", value, "a number of lines");
  options.context = static_cast<std::uint32_t>(*number);
  return std::nullopt;
}

std::optional<Error> set_no_pager(Options& options, const std::string&) {
  options.pager = false;
  return std::nullopt;
}

std::optional<Error> set_output(Options& options, const std::string& value) {
  if (value.empty()) return wrong_value("output", value, "the name of a file");
  options.output = value;
  return std::nullopt;
}

constexpr std::string_view kRun = "What to do";
constexpr std::string_view kUndo = "For `py3k undo`";
constexpr std::string_view kPlan = "For `py3k plan`";
constexpr std::string_view kAlong = "Modules that Python 3 has lost";
constexpr std::string_view kChoice = "Which fixes";
constexpr std::string_view kLanguage = "From what, to what";
constexpr std::string_view kReport = "What to show";
constexpr std::string_view kHidden;

constexpr CommandSet kForConvert = only(Command::kConvert);
constexpr CommandSet kForStatus = only(Command::kStatus);
constexpr CommandSet kForPlan = only(Command::kPlan);
constexpr CommandSet kForUndo = only(Command::kUndo);
constexpr CommandSet kForList = only(Command::kList);
constexpr CommandSet kForGenerate = only(Command::kGenerate);
constexpr CommandSet kForRuns = kForConvert | only(Command::kVendor);
constexpr CommandSet kForWalks = kForRuns | kForStatus | kForPlan;  // what looks at files
constexpr CommandSet kForConversions = kForConvert | kForStatus | kForPlan;
constexpr CommandSet kForCatalog = kForList | only(Command::kExplain);
constexpr CommandSet kForAll = static_cast<CommandSet>(~0U);

using Key = ConfigKey::Type;
constexpr ConfigKey kTextKey = {.type = Key::kText, .per_path = true};
constexpr ConfigKey kBaselineKey = {.type = Key::kText, .is_path = true};
constexpr ConfigKey kJobsKey = {.type = Key::kNumber, .sets_aside = "processes"};
constexpr ConfigKey kSafeKey = {.type = Key::kSwitch, .per_path = true, .sets_aside = "no-safe", .reset = allow_unsafe};
constexpr ConfigKey kFixKey = {.type = Key::kList, .per_path = true, .reset = clear<&Options::fix>};
// Whoever says -f means this choice, and not what the configuration would take from it.
constexpr ConfigKey kNofixKey = {
    .type = Key::kList, .per_path = true, .sets_aside = "fix", .reset = clear<&Options::nofix>};
constexpr ConfigKey kExcludeKey = {.type = Key::kList, .reset = clear<&Options::exclude>};
constexpr ConfigKey kIncludeKey = {.type = Key::kList, .reset = clear<&Options::include>};
constexpr ConfigKey kVendorKey = {.type = Key::kSwitch, .reset = stay_without_vendor};
constexpr ConfigKey kLibraryKey = {.type = Key::kList, .is_path = true, .reset = clear<&Options::libraries>};
constexpr ConfigKey kPackageKey = {.type = Key::kText, .is_path = true};
constexpr ConfigKey kRootKey = {.type = Key::kList, .is_path = true, .reset = clear<&Options::roots>};

constexpr auto kFlags = std::to_array<Flag>({
    {"write", 'w', "", kRun, kForRuns, "Convert the files in place. Without this nothing is written.",
     set<&Options::write>},
    {"interactive", 'i', "", kRun, kForConvert,
     "Ask about each change, and write what is accepted. Goes on where it was left.", set_interactive},
    {"ask-again", 0, "", kRun, kForConvert, "With -i: also about what was declined before.", set<&Options::ask_again>},
    {"check", 0, "", kRun, kForRuns, "Exit with 1 if there is anything to change or to look at.", set<&Options::check>},
    {"baseline", 0, "FILE", kRun, kForConvert, "With --check: findings that are in FILE count for nothing.",
     set_baseline, kBaselineKey},
    {"update-baseline", 0, "", kRun, kForConvert, "Take out of the baseline what is gone; make it where there is none.",
     set<&Options::update_baseline>},
    {"exclude", 0, "GLOB", kRun, kForWalks, "Leave out what matches in directories; may be repeated.",
     append<&Options::exclude>, kExcludeKey},
    {"include", 0, "GLOB", kRun, kForWalks,
     "Take also files without .py that match, such as SConstruct; may be repeated.", append<&Options::include>,
     kIncludeKey},
    {"since", 0, "REV", kRun, kForWalks, "Only files that differ from this revision of git, new ones included.",
     set_since},
    {"staged", 0, "", kRun, kForWalks, "Only files that are staged in git.", choose_by_git<&engine::GitChoice::staged>},
    {"allow-dirty", 0, "", kRun, kForRuns, "With -w: overwrite also files with changes that are not committed in git.",
     choose_by_git<&engine::GitChoice::allow_dirty>},
    {"jobs", 'j', "N", kRun, kForWalks, "Work on N files at once (default: one for each core).", set_jobs, kJobsKey},
    {"config", 0, "FILE", kRun, kForWalks, "Read this configuration (default: the py3k.toml or pyproject.toml above).",
     set_config},
    {"no-config", 0, "", kRun, kForWalks, "Read no configuration.", set<&Options::no_config>},
    {"processes", 0, "N", kHidden, kForWalks, "2to3's name for --jobs.", set_jobs},
    {"output-dir", 'o', "DIR", kRun, kForRuns, "With -w: write the results below DIR, and leave the files as they are.",
     set_output_dir},
    {"add-suffix", 0, "TEXT", kRun, kForRuns, "With -w: write each result beside its file, with TEXT after its name.",
     set_suffix},
    {"write-unchanged-files", 'W', "", kRun, kForConvert,
     "Like -w; writes, to another place, also files without a change.", set_write_unchanged},
    {"doctests_only", 'd', "", kRun, kForConvert | kForStatus,
     "Convert doctests only: in docstrings, and in text files that are named.", set<&Options::doctests_only>},
    {"no-journal", 0, "", kRun, kForRuns, "With -w: keep nothing for `py3k undo`.", set<&Options::no_journal>},
    {"commit-by", 0, "HOW", kRun, kForConvert,
     "With -w: commit in git, by fixer, directory or batch; needs a clean tree.", set_commit_by},
    {"nobackups", 'n', "", kHidden, kForConvert, "2to3's; there are none.", accept},

    {"list", 0, "", kUndo, kForUndo, "List the runs that can be undone; -v: with their files.",
     set<&Options::list_runs>},
    {"run", 0, "N", kUndo, kForUndo, "Undo run N, not the last one; `py3k undo N` does the same.", set_run},

    {"batch-lines", 0, "N", kPlan, kForConvert | kForPlan, "The most changed lines in a batch (default: 400).",
     set_batch_lines},

    {"vendor", 0, "", kAlong, kForConvert,
     "Bring along those that the files import, from the library of --from-library.", set<&Options::vendor>, kVendorKey},
    {"from-library", 0, "DIR", kAlong, kForRuns,
     "A Python's library that has them, such as lib/python2.7; may be repeated.", append<&Options::libraries>,
     kLibraryKey},
    {"vendor-package", 0, "DIR", kAlong, kForRuns,
     "The package that they go to (default: _vendor, beside the top-level modules).", set_vendor_package, kPackageKey},
    {"module", 0, "NAME", kAlong, kForRuns, "Bring along this module only, gone or not; may be repeated.",
     append<&Options::modules>},
    {"requirements", 0, "FILE", kAlong, kForRuns, "With -w: add to FILE the packages that still have such modules.",
     set_requirements},

    {"fix", 'f', "NAME", kChoice, kForConversions,
     "Apply this fixer or group only; may be repeated. `all`: those on by default.", append<&Options::fix>, kFixKey},
    {"nofix", 'x', "NAME", kChoice, kForConversions, "Do not apply this fixer or group; may be repeated.",
     append<&Options::nofix>, kNofixKey},
    {"list-fixes", 'l', "", kChoice, kForConvert | kForList, "List all fixers, as `py3k list` does.",
     choose<Command::kList>},
    {"safe", 0, "", kChoice, kForConversions, "Only report changes that may be wrong in rare cases.", set_safe,
     kSafeKey},
    {"no-safe", 0, "", kChoice, kForConversions, "Make them too, whatever the configuration says.", set_unsafe_too},

    {"from", 0, "2|3|auto", kLanguage, kForWalks,
     "What the files are written in (default: auto, each by what is in it).", set_from, kTextKey},
    {"root", 0, "DIR", kLanguage, kForWalks,
     "Where top-level modules lie, if not above the outermost __init__.py; may be repeated.", append<&Options::roots>,
     kRootKey},
    {"print-function", 'p', "", kLanguage, kForConversions, "Take `print` for a function in Python 2 files too.",
     set_setting<&engine::Settings::print_function>},
    {"exec-function", 'e', "", kLanguage, kForConversions, "Take `exec` for a function in Python 2 files too.",
     set_setting<&engine::Settings::exec_function>},
    {"target", 0, "3.N|2+3", kLanguage, kForWalks, "", set_target, kTextKey},
    {"django", 0, "X.Y", kLanguage, kForConversions, "The Django that the result runs with (default: 1.11).",
     set_django, kTextKey},

    {"show-settings", 0, "", kReport, kForWalks, "Show what holds, and the import roots found, and stop.",
     set<&Options::show_settings>},
    {"diff", 0, "", kReport, kForRuns, "Show diffs (default: in dry runs).", show_diffs<true>},
    {"no-diffs", 0, "", kReport, kForRuns, "Show no diffs.", show_diffs<false>},
    {"context", 0, "N", kReport, kForRuns, "Show N lines around each change (default: 3).", set_context},
    {"stat", 0, "", kReport, kForRuns, "Show how many lines change in which files, instead of diffs.",
     set<&Options::stat>},
    {"no-pager", 0, "", kReport, kForRuns, "Show diffs without $PY3K_PAGER, $PAGER or less.", set_no_pager},
    {"format", 0, "text|json|sarif|github|junit|html", kReport, kForWalks | kForCatalog,
     "The form of the report (default: text).", set_format},
    {"output", 0, "FILE", kReport, kForWalks | kForCatalog | kForGenerate,
     "Write the diffs, or what --format asks for, to a file.", set_output},
    {"color", 0, "auto|always|never", kReport, kForRuns | kForStatus,
     "When to use colours (default: auto; obeys NO_COLOR).", set_color},
    {"stats", 0, "", kReport, kForRuns, "Show how often each fixer had something to do.", set<&Options::stats>},
    {"quiet", 'q', "", kReport, kForRuns | kForPlan | kForUndo, "Show nothing but failures.", set<&Options::quiet>},
    {"verbose", 'v', "", kReport, kForRuns | kForUndo, "Show all changes one by one, and a log.",
     set<&Options::verbose>},
    {"record", 0, "FILE", kReport, kForStatus, "With status: append the totals to FILE, and show the trend.",
     set_record},
    {"help", 'h', "", kReport, kForAll, "Show this help.", set<&Options::help>},
    {"version", 0, "", kReport, kForAll, "Show the version.", choose<Command::kVersion>},
});

constexpr auto kCommands = std::to_array<CommandName>({
    {"list", Command::kList, "", "list all fixers", ""},
    {"explain", Command::kExplain, "FIXER...",
     "say what a fixer does, with examples, or what became of a name: cgi.escape", "explain needs the name of a fixer"},
    {"status", Command::kStatus, "[PATH...]", "show how far the conversion is, by directory", ""},
    {"plan", Command::kPlan, "PATH...", "order the files, in batches to review, each with its command",
     "plan needs files or directories"},
    {"vendor", Command::kVendor, "PATH...", "bring along modules that Python 3 has lost, and import them from there",
     "vendor needs files or directories"},
    {"undo", Command::kUndo, "[N] [PATH]", "put back what the last run, or run N, has replaced", ""},
    {"help", Command::kHelp, "[COMMAND]", "show this help, or that of a command", ""},
    {"generate", Command::kGenerate, "man|bash|zsh|fish", "make the manual page, or a shell's completion",
     "generate needs man, bash, zsh or fish", true},
});

}  // namespace

std::span<const Flag> flags() {
  static const std::string target = "The oldest Python that must run the result, and all newer ones (default: 3." +
                                    std::to_string(engine::default_target()) + ").";
  static const auto table = [] {
    auto made = kFlags;
    for (Flag& flag : made)
      if (flag.name == "target") flag.help = target;
    return made;
  }();
  return table;
}

std::span<const CommandName> command_names() { return kCommands; }

bool changes_result(const Flag& flag) {
  if (flag.name == "config" || flag.name == "no-config") return true;
  constexpr std::array kOthers = {kRun, kUndo, kPlan, kReport, kHidden};
  return std::find(kOthers.begin(), kOthers.end(), flag.group) == kOthers.end();
}

const CommandName* find_command(std::string_view name) {
  const auto* found =
      std::find_if(kCommands.begin(), kCommands.end(), [&](const CommandName& known) { return known.name == name; });
  return found == kCommands.end() ? nullptr : found;
}

const CommandName* find_command(Command command) {
  const auto* found = std::find_if(kCommands.begin(), kCommands.end(),
                                   [&](const CommandName& known) { return known.command == command; });
  return found == kCommands.end() ? nullptr : found;
}

const Flag* find_flag(std::string_view name) {
  const std::span<const Flag> all = flags();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Flag& flag) { return flag.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace py3k::cli
