#include "cli/two_to_three_options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "cli/layout_text.h"

namespace py3k::cli {
namespace {

using engine::Expected;
using engine::failure;

using Options = TwoToThreeOptions;

// An option sets a bool, a text, a number or adds to a list.
struct Flag {
  char letter;  // 0: none
  std::string_view name;
  std::string_view value;  // what the help calls its value; empty: it takes none
  std::string_view help;
  bool Options::*is_set = nullptr;
  std::string Options::*text = nullptr;
  std::vector<std::string> Options::*list = nullptr;
};

constexpr auto kFlags = std::to_array<Flag>({
    {'h', "help", "", "Show this help.", &Options::help},
    {'d', "doctests_only", "", "Convert doctests only, in docstrings and in text files.", &Options::doctests_only},
    {'f', "fix", "FIX", "Apply this fixer; may be repeated (default: all).", nullptr, nullptr, &Options::fix},
    {'j', "processes", "PROCESSES", "Work on that many files at once."},
    {'x', "nofix", "NOFIX", "Do not apply this fixer; may be repeated.", nullptr, nullptr, &Options::nofix},
    {'l', "list-fixes", "", "List the fixers.", &Options::list},
    {'p', "print-function", "", "Take print for a function.", &Options::print_function},
    {'e', "exec-function", "", "Take exec for a function.", &Options::exec_function},
    {'v', "verbose", "", "Say more.", &Options::verbose},
    {0, "no-diffs", "", "Show no diffs.", &Options::no_diffs},
    {'w', "write", "", "Write the converted files.", &Options::write},
    {'n', "nobackups", "", "Keep no FILE.bak of what is written.", &Options::no_backups},
    {'o', "output-dir", "OUTPUT_DIR", "Write below this directory, and leave the files as they are. Needs -n.", nullptr,
     &Options::output_dir},
    {'W', "write-unchanged-files", "", "Write files that need no change as well; implies -w.",
     &Options::write_unchanged},
    {0, "add-suffix", "ADD_SUFFIX", "Put this behind the names of what is written. Needs -n.", nullptr,
     &Options::add_suffix},
});

class Parser {
 public:
  explicit Parser(const std::vector<std::string>& arguments) : arguments_(arguments) {}

  Expected<Options> run() {
    while (next_ < arguments_.size()) {
      const std::string& argument = arguments_[next_++];
      if (argument == "--") break;
      const bool is_operand = argument.size() < 2 || argument[0] != '-';
      if (is_operand) {
        options_.operands.push_back(argument);
      } else if (auto taken = argument[1] == '-' ? take_name(argument) : take_letters(argument); !taken) {
        return tl::unexpected(taken.error());
      }
      if (options_.help) return options_;  // nothing after it counts
    }
    options_.operands.insert(options_.operands.end(), arguments_.begin() + static_cast<std::ptrdiff_t>(next_),
                             arguments_.end());
    return check();
  }

 private:
  Expected<void> take_name(std::string_view argument) {
    const std::size_t equals = argument.find('=');
    const std::string typed(argument.substr(0, equals));
    std::vector<const Flag*> like;
    for (const Flag& flag : kFlags) {
      if (flag.name == std::string_view(typed).substr(2)) {
        like = {&flag};
        break;
      }
      if (flag.name.starts_with(std::string_view(typed).substr(2))) like.push_back(&flag);
    }
    if (like.empty()) return failure("no such option: " + typed);
    if (like.size() > 1) return failure("ambiguous option: " + typed + " (" + names_of(like) + "?)");
    const Flag& flag = *like.front();
    const std::string name = "--" + std::string(flag.name);
    if (equals == std::string_view::npos) return apply(flag, name);
    if (flag.value.empty()) return failure(name + " option does not take a value");
    return apply(flag, name, std::string(argument.substr(equals + 1)));
  }

  Expected<void> take_letters(std::string_view argument) {
    for (std::size_t i = 1; i < argument.size(); ++i) {
      const std::string name = {'-', argument[i]};
      const auto flag =
          std::find_if(kFlags.begin(), kFlags.end(), [&](const Flag& one) { return one.letter == argument[i]; });
      if (flag == kFlags.end()) return failure("no such option: " + name);
      const bool has_value = !flag->value.empty() && i + 1 < argument.size();
      if (has_value) return apply(*flag, name, std::string(argument.substr(i + 1)));
      if (auto applied = apply(*flag, name); !applied) return applied;
    }
    return {};
  }

  // The value is the next argument where there is need of one, whatever it looks like.
  Expected<void> apply(const Flag& flag, const std::string& name) {
    if (flag.value.empty()) {
      options_.*flag.is_set = true;
      return {};
    }
    if (next_ == arguments_.size()) return failure(name + " option requires 1 argument");
    return apply(flag, name, arguments_[next_++]);
  }

  Expected<void> apply(const Flag& flag, const std::string& name, const std::string& value) {
    if (flag.text != nullptr) {
      options_.*flag.text = value;
    } else if (flag.list != nullptr) {
      (options_.*flag.list).push_back(value);
    } else {
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), options_.processes);
      if (error != std::errc() || end != value.data() + value.size()) {
        return failure("option " + name + ": invalid integer value: '" + value + "'");
      }
    }
    return {};
  }

  static std::string names_of(std::vector<const Flag*> flags) {
    std::sort(flags.begin(), flags.end(), [](const Flag* a, const Flag* b) { return a->name < b->name; });
    std::string names;
    for (const Flag* flag : flags) names += (names.empty() ? "--" : ", --") + std::string(flag->name);
    return names;
  }

  Expected<Options> check() {
    options_.write_implied = options_.write_unchanged && !options_.write;
    options_.write = options_.write || options_.write_unchanged;
    // The files would be renamed, and nothing would take their place.
    if (!options_.output_dir.empty() && !options_.no_backups) return failure("Can't use --output-dir/-o without -n.");
    if (!options_.add_suffix.empty() && !options_.no_backups) return failure("Can't use --add-suffix without -n.");
    if (!options_.write && options_.no_backups) return failure("Can't use -n without -w");
    return options_;
  }

  const std::vector<std::string>& arguments_;
  std::size_t next_ = 0;
  Options options_;
};

}  // namespace

Expected<TwoToThreeOptions> parse_two_to_three(const std::vector<std::string>& arguments) {
  return Parser(arguments).run();
}

std::string two_to_three_usage(const std::string& program) { return "Usage: " + program + " [options] file|dir ...\n"; }

std::string two_to_three_help(const std::string& program) {
  std::vector<std::vector<std::string>> rows;
  for (const Flag& flag : kFlags) {
    const std::string value(flag.value);
    std::string names =
        flag.letter == 0 ? "" : std::string{'-', flag.letter} + (value.empty() ? "" : " " + value) + ", ";
    names += "--" + std::string(flag.name) + (value.empty() ? "" : "=" + value);
    rows.push_back({names, std::string(flag.help)});
  }
  return two_to_three_usage(program) + "\nOptions:\n" + format_table(rows, 2) +
         "\nThis is py3k under the name 2to3. Called py3k it can do more: see `py3k --help`.\n";
}

}  // namespace py3k::cli
