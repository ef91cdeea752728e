#include "cli/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/flags.h"
#include "cli/help.h"

namespace py3k::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Options parse(const std::vector<std::string>& arguments) { return parse_options(arguments).value(); }

// What is said of a wrong command line: what, a semicolon, advice.
std::string why_not(const std::vector<std::string>& arguments) {
  const auto options = parse_options(arguments);
  return options ? "" : options.error().what + "; " + options.error().advice;
}

TEST(Options, AreDryAndTextualByDefault) {
  const Options options = parse({"app"});
  EXPECT_EQ(options.command, Command::kConvert);
  EXPECT_THAT(options.operands, ElementsAre("app"));
  EXPECT_FALSE(options.write);
  EXPECT_FALSE(options.diff.has_value());
  EXPECT_FALSE(options.settings.from.has_value());
  EXPECT_FALSE(options.settings.restricted);
  EXPECT_EQ(options.settings.target_minor, engine::default_target());
  EXPECT_EQ(options.format, Format::kText);
}

TEST(Options, KeepTheMeaningThatTheyHaveIn2to3) {
  const Options options =
      parse({"-w", "-n", "-f", "print", "-fdict", "-x", "long", "-j", "4", "-v", "--no-diffs", "a", "b"});
  EXPECT_TRUE(options.write);
  EXPECT_THAT(options.fix, ElementsAre("print", "dict"));
  EXPECT_THAT(options.nofix, ElementsAre("long"));
  EXPECT_TRUE(options.settings.restricted);
  EXPECT_EQ(options.jobs, 4U);
  EXPECT_TRUE(options.verbose);
  EXPECT_EQ(options.diff, false);
  EXPECT_THAT(options.operands, ElementsAre("a", "b"));
  EXPECT_TRUE(parse({"-wn", "a"}).write);
  EXPECT_EQ(parse({"-l"}).command, Command::kList);
  EXPECT_EQ(parse({"--processes=3", "a"}).jobs, 3U);
}

TEST(Options, SayWhatTheCodeIsAndShallBe) {
  const Options options = parse({"--from=2", "--target", "3.8", "--django", "4.2", "--safe", "a"});
  EXPECT_EQ(options.settings.from, engine::Language::kPython2);
  EXPECT_EQ(options.settings.target_minor, 8);
  EXPECT_EQ(options.settings.django_major, 4);
  EXPECT_EQ(options.settings.django_minor, 2);
  EXPECT_TRUE(options.settings.safe_only);
  EXPECT_FALSE(parse({"--from", "3", "--from", "auto", "a"}).settings.from.has_value());
  EXPECT_TRUE(parse({"--target", "2+3", "a"}).both_only);
  EXPECT_TRUE(parse({"--target", "2+3", "a"}).settings.keeps_python2);
}

TEST(Options, HaveCommandsInPlaceOfThePath) {
  EXPECT_EQ(parse({"list"}).command, Command::kList);
  const Options explain = parse({"explain", "print", "dict"});
  EXPECT_EQ(explain.command, Command::kExplain);
  EXPECT_THAT(explain.operands, ElementsAre("print", "dict"));
  EXPECT_EQ(parse({"./list"}).command, Command::kConvert);
  EXPECT_EQ(parse({"--help", "whatever"}).command, Command::kHelp);
  EXPECT_EQ(parse({"--version"}).command, Command::kVersion);
  EXPECT_TRUE(parse({"-"}).reads_stdin());
  EXPECT_THAT(parse({"--", "-w"}).operands, ElementsAre("-w"));
}

TEST(Options, SuggestWhatWasMeant) {
  EXPECT_EQ(why_not({"--wirte", "a"}), "there is no option --wirte; did you mean --write?");
  EXPECT_EQ(why_not({"--no-dif", "a"}), "there is no option --no-dif; did you mean --no-diffs?");
  EXPECT_EQ(why_not({"--zzzzzzz", "a"}), "there is no option --zzzzzzz; `py3k --help` shows them all");
  EXPECT_EQ(why_not({"-Z", "a"}), "there is no option -Z; `py3k --help` shows them all");
}

TEST(Options, RefuseWhatMakesNoSense) {
  EXPECT_EQ(why_not({}), "nothing to convert; name files or directories, or - for standard input");
  EXPECT_THAT(why_not({"explain"}), HasSubstr("needs the name of a fixer"));
  EXPECT_THAT(why_not({"-", "a.py"}), HasSubstr("can't be combined"));
  EXPECT_THAT(why_not({"-w", "-"}), HasSubstr("standard input"));
  EXPECT_THAT(why_not({"--format", "json", "-"}), HasSubstr("--output"));
  EXPECT_THAT(why_not({"--format", "yaml", "a"}), HasSubstr("text, json, sarif"));
  EXPECT_THAT(why_not({"--target", "2.7", "a"}), HasSubstr("3.12"));
  EXPECT_THAT(why_not({"-j", "many", "a"}), HasSubstr("a number of threads"));
  EXPECT_THAT(why_not({"--django", "new", "a"}), HasSubstr("1.11"));
  EXPECT_THAT(why_not({"-f"}), HasSubstr("--fix"));
  EXPECT_NE(why_not({"--write=yes", "a"}), "");
}

TEST(Options, RefuseWhatACommandHasNoUseFor) {
  EXPECT_EQ(why_not({"status", "--check"}), "status has no use for --check; leave it out");
  EXPECT_EQ(why_not({"plan", "--baseline", "b", "a"}), "plan has no use for --baseline; leave it out");
  EXPECT_EQ(why_not({"list", "--update-baseline"}), "list has no use for --update-baseline; leave it out");
  EXPECT_EQ(why_not({"list", "app"}), "list has no use for app; leave it out");
  EXPECT_EQ(why_not({"status", "--format", "html"}),
            "status has the formats text and json only; leave out --format, or ask for json");
  EXPECT_EQ(why_not({"plan", "--format=sarif", "a"}),
            "plan has the formats text and json only; leave out --format, or ask for json");
  EXPECT_EQ(why_not({"plan", "-d", "a"}), "plan is for whole files; leave out -d");
  EXPECT_EQ(why_not({"status", "--since", "x", "--staged"}), "--since and --staged don't go together; choose one");
  EXPECT_THAT(parse({"status"}).operands, ElementsAre("."));
  EXPECT_EQ(why_not({"status", "--format", "json", "--staged", "a"}), "");
}

// What an option's value may be, by what the help calls it.
std::string value_for(const Flag& flag) {
  if (flag.value == "N") return "1";
  if (flag.value == "X.Y") return "1.11";
  if (flag.value == "HOW") return "batch";
  if (flag.value == "3.N|2+3") return "3.10";
  const std::string first(flag.value.substr(0, flag.value.find('|')));
  return first == "text" && flag.value.find("json") != std::string_view::npos ? "json" : first;
}

std::vector<std::string> call_with(const CommandName& command, const Flag& flag) {
  std::vector<std::string> words = {std::string(command.name), "--" + std::string(flag.name)};
  if (!flag.value.empty()) words.push_back(value_for(flag));
  if (!command.needs.empty()) words.emplace_back("man");
  return words;
}

TEST(Options, AreErrorsOfEachCommandThatHasNoUseForThem) {
  for (const CommandName& command : command_names()) {
    for (const Flag& flag : flags()) {
      if (flag.name == "help" || flag.name == "version" || flag.name == "list-fixes") continue;
      const std::string error = why_not(call_with(command, flag));
      if (flag.is_for(command.command)) {
        EXPECT_EQ(error, "") << command.name << " --" << flag.name;
      } else {
        EXPECT_THAT(error, testing::ContainsRegex("leave (it )?out")) << command.name << " --" << flag.name;
      }
    }
  }
}

TEST(Options, OfCommandsAreErrorsElsewhere) {
  for (const Flag& flag : flags()) {
    if (flag.is_for(Command::kConvert)) continue;
    std::vector<std::string> words = {"--" + std::string(flag.name), "app"};
    if (!flag.value.empty()) words.insert(words.begin() + 1, value_for(flag));
    EXPECT_THAT(why_not(words), testing::MatchesRegex("--.* is for `py3k .*` only; leave it out"));
  }
  EXPECT_EQ(why_not({"--record", "f", "app"}), "--record is for `py3k status` only; leave it out");
  EXPECT_EQ(why_not({"--batch-lines", "9", "app"}),
            "--batch-lines is for `py3k plan` and --commit-by batch; leave it out");
  EXPECT_EQ(why_not({"plan", "--commit-by", "fixer", "app"}), "plan has no use for --commit-by; leave it out");
  EXPECT_EQ(why_not({"list", "--format", "json"}), "");
  EXPECT_EQ(why_not({"list", "--format", "html"}),
            "list has the formats text and json only; leave out --format, or ask for json");
}

TEST(Options, HaveHelpOfTheirCommand) {
  EXPECT_EQ(parse({"help"}).command, Command::kHelp);
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"help", "plan"}, {"plan", "--help"}, {"plan", "-h", "app"}, {"--help", "plan"}, {"plan", "-w", "--help"}}) {
    EXPECT_EQ(parse(words).command, Command::kHelp);
    EXPECT_THAT(parse(words).operands, ElementsAre("plan"));
  }
  EXPECT_THAT(parse({"app", "--help"}).operands, testing::IsEmpty());
  EXPECT_THAT(parse({"-w", "-h"}).operands, testing::IsEmpty());
  const std::string help = command_help(*find_command("plan"));
  EXPECT_THAT(help, testing::StartsWith("Usage: py3k [options] plan PATH...\n"));
  for (const Flag& flag : flags()) {
    if (flag.group.empty() || flag.name == "version") continue;
    EXPECT_EQ(help.find("--" + std::string(flag.name) + " ") != std::string::npos, flag.is_for(Command::kPlan))
        << flag.name;
  }
}

TEST(Options, AreAllInTheHelpAndFitTheScreen) {
  const std::string help = help_text();
  for (const Flag& flag : flags()) {
    const std::string name = "--" + std::string(flag.name);
    if (flag.group.empty()) continue;
    EXPECT_THAT(help, HasSubstr(name));
  }
  for (const CommandName& command : command_names()) {
    const bool is_shown = help.find("py3k " + std::string(command.name)) != std::string::npos;
    EXPECT_EQ(is_shown, !command.is_hidden) << command.name;
  }
  EXPECT_THAT(help, HasSubstr("Exit codes"));
  EXPECT_EQ(help.find("--processes"), std::string::npos);
  for (std::size_t start = 0; start < help.size();) {
    const std::size_t end = help.find('\n', start);
    ASSERT_NE(end, std::string::npos);
    EXPECT_LE(end - start, 110U) << help.substr(start, end - start);
    start = end + 1;
  }
}

// Where some fixers are left out, what they would have fixed may stay.
TEST(Options, LeavingFixersOutLeavesTheirPython2) {
  EXPECT_FALSE(parse_options({"a.py"})->settings.restricted);
  EXPECT_TRUE(parse_options({"-f", "print", "a.py"})->settings.restricted);
  EXPECT_TRUE(parse_options({"-x", "print", "a.py"})->settings.restricted);
  EXPECT_FALSE(parse_options({"--target", "2+3", "a.py"})->settings.restricted);
}

}  // namespace
}  // namespace py3k::cli
