#include "cli/config/config_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace py3k::cli {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ConfigFile parsed(const std::string& text, const std::string& path = "py3k.toml") {
  auto config = parse_config(path, "/project", text);
  EXPECT_TRUE(config.has_value()) << config.error().what;
  return config.value_or(ConfigFile{});
}

std::string mistake(const std::string& text, const std::string& path = "py3k.toml") {
  const auto config = parse_config(path, "/project", text);
  return config ? "" : config.error().what + "; " + config.error().advice;
}

Options configured(const std::string& text, const std::vector<std::string>& arguments = {"a.py"}) {
  const ConfigFile config = parsed(text);
  Options options = parse_options(arguments).value();
  apply_settings(config.settings, config, options);
  return options;
}

TEST(ConfigFile, SetsOptions) {
  const Options options = configured(
      "target = \"3.8\"\nfrom = \"2\"\ndjango = \"4.2\"\nsafe = true\njobs = 3\nfix = [\"print\", \"dict\"]\n"
      "nofix = [\"long\"]\nexclude = [\"vendor/\"]\nroot = [\"src\", \"/opt/lib\"]\n");
  EXPECT_EQ(options.settings.target_minor, 8);
  EXPECT_EQ(options.settings.from, engine::Language::kPython2);
  EXPECT_EQ(options.settings.django_major, 4);
  EXPECT_TRUE(options.settings.safe_only);
  EXPECT_EQ(options.jobs, 3U);
  EXPECT_THAT(options.fix, ElementsAre("print", "dict"));
  EXPECT_THAT(options.nofix, ElementsAre("long"));
  EXPECT_TRUE(options.settings.restricted) << "what follows from several options is settled again";
  EXPECT_THAT(options.exclude, ElementsAre("vendor/"));
  EXPECT_EQ(options.exclude_base, "/project");
  EXPECT_THAT(options.roots, ElementsAre("/project/src", "/opt/lib"));
}

TEST(ConfigFile, GivesWayToTheCommandLine) {
  const std::string text =
      "target = \"3.8\"\nsafe = true\njobs = 3\nfix = [\"print\"]\nnofix = [\"long\"]\nexclude = [\"a\"]\n";
  EXPECT_EQ(configured(text, {"--target", "3.12", "a.py"}).settings.target_minor, 12);
  EXPECT_FALSE(configured(text, {"--no-safe", "a.py"}).settings.safe_only);
  EXPECT_TRUE(configured("safe = false\n", {"--safe", "a.py"}).settings.safe_only);
  EXPECT_EQ(configured(text, {"-j2", "a.py"}).jobs, 2U);
  EXPECT_EQ(configured(text, {"--processes", "2", "a.py"}).jobs, 2U);
  const Options excluded = configured(text, {"--exclude", "b", "a.py"});
  EXPECT_THAT(excluded.exclude, ElementsAre("b"));
  EXPECT_EQ(excluded.exclude_base, "");
  const Options fixed = configured(text, {"-f", "long", "a.py"});
  EXPECT_THAT(fixed.fix, ElementsAre("long"));
  EXPECT_THAT(fixed.nofix, IsEmpty()) << "who asks for a fixer by name gets it";
  const Options unfixed = configured(text, {"-x", "dict", "a.py"});
  EXPECT_THAT(unfixed.fix, ElementsAre("print"));
  EXPECT_THAT(unfixed.nofix, ElementsAre("dict"));
}

TEST(ConfigFile, HasOverridesInOrder) {
  const ConfigFile config = parsed(
      "nofix = [\"dict\"]\nsafe = true\n"
      "[[override]]\npaths = [\"legacy/**\"]\ntarget = \"2+3\"\nnofix = [\"unicode\"]\nsafe = false\n"
      "[[override]]\npaths = [\"*_old.py\", \"x/\"]\n");
  ASSERT_EQ(config.overrides.size(), 2U);
  EXPECT_THAT(config.overrides[0].paths, ElementsAre("legacy/**"));
  EXPECT_THAT(config.overrides[1].paths, ElementsAre("*_old.py", "x/"));
  Options options = parse_options({"a.py"}).value();
  apply_settings(config.settings, config, options);
  EXPECT_TRUE(options.settings.safe_only);
  apply_settings(config.overrides[0].settings, config, options);
  EXPECT_TRUE(options.both_only);
  EXPECT_FALSE(options.settings.safe_only) << "false is more than nothing";
  EXPECT_THAT(options.nofix, ElementsAre("unicode")) << "takes the place of the list above";
}

TEST(ConfigFile, HasOverridesThatChooseAnew) {
  const ConfigFile config = parsed(
      "nofix = [\"dict\"]\n[[override]]\npaths = [\"a\"]\nfix = [\"dict\"]\n"
      "[[override]]\npaths = [\"b\"]\nfix = [\"dict\", \"print\"]\nnofix = [\"print\"]\n");
  const auto nofix = [&](std::size_t number, const std::vector<std::string>& arguments) {
    Options options = parse_options(arguments).value();
    apply_settings(config.settings, config, options);
    apply_settings(config.overrides[number].settings, config, options);
    return options.nofix;
  };
  EXPECT_THAT(nofix(0, {"a.py"}), IsEmpty());
  EXPECT_THAT(nofix(1, {"a.py"}), ElementsAre("print"));
  EXPECT_THAT(nofix(0, {"-x", "long", "a.py"}), ElementsAre("long")) << "the command line wins";
}

TEST(ConfigFile, StandsInPyproject) {
  const std::string text = "[project]\nname = \"x\"\n[tool.py3k]\ntarget = \"3.8\"\nconverted = [\"a\", \"b/c\"]\n";
  const ConfigFile config = parsed(text, "d/pyproject.toml");
  EXPECT_EQ(config.settings.size(), 1U);
  EXPECT_THAT(config.converted, ElementsAre("a", "b/c"));
  EXPECT_TRUE(has_config("d/pyproject.toml", text).value());
  EXPECT_FALSE(has_config("pyproject.toml", "[tool.black]\n# py3k\n").value());
  EXPECT_FALSE(has_config("pyproject.toml", "this is no TOML").value()) << "that is for others to say";
  EXPECT_THAT(has_config("pyproject.toml", "[tool.py3k\n").error().what, HasSubstr("pyproject.toml:1:11"));
  EXPECT_EQ(mistake("[tool.py3k]\ntarget = \"2.7\"\n", "pyproject.toml"),
            "pyproject.toml:2:10: target can't be 2.7; give a version such as 3.12, or 2+3");
  EXPECT_THAT(mistake("[tool.black]\n", "pyproject.toml"), HasSubstr("there is no [tool.py3k]"));
  for (const auto* wrong : {"[tool]\npy3k = \"x\"\n", "x = 1\n[[tool.py3k]]\nsafe = true\n"}) {
    EXPECT_THAT(has_config("pyproject.toml", wrong).error().what,
                AllOf(HasSubstr("pyproject.toml:2:"), HasSubstr(": tool.py3k has to be a table")));
    EXPECT_THAT(mistake(wrong, "pyproject.toml"), HasSubstr("tool.py3k has to be a table"));
  }
}

TEST(ConfigFile, NamesTheNearestKey) {
  EXPECT_EQ(mistake("\ntargt = \"3.8\"\n"), "py3k.toml:2:1: there is no key targt; did you mean target?");
  EXPECT_EQ(mistake("convertd = []\n"), "py3k.toml:1:1: there is no key convertd; did you mean converted?");
  EXPECT_EQ(mistake("[[overide]]\n"), "py3k.toml:1:3: there is no key overide; did you mean override?");
  EXPECT_THAT(mistake("qqqqqqqq = 1\n"), HasSubstr("there are converted, override, "));
  EXPECT_EQ(mistake("[[override]]\npath = [\"a\"]\n"), "py3k.toml:2:1: there is no key path; did you mean paths?");
}

TEST(ConfigFile, SaysWhatMayNotStandThere) {
  EXPECT_EQ(mistake("write = true\n"), "py3k.toml:1:1: write can't be configured; give it on the command line");
  EXPECT_EQ(mistake("[[override]]\npaths = [\"a\"]\nexclude = [\"b\"]\n"),
            "py3k.toml:3:1: exclude can't differ between paths; put it before all overrides");
  EXPECT_THAT(mistake("[[override]]\nsafe = true\n"), HasSubstr("py3k.toml:1:1: this override has no paths"));
  EXPECT_THAT(mistake("[override]\nsafe = true\n"), HasSubstr("override has to be a list of tables"));
  EXPECT_THAT(mistake("override = [1]\n"), HasSubstr("override has to be a list of tables"));
}

TEST(ConfigFile, WantsTheRightTypes) {
  EXPECT_THAT(mistake("target = 3.8\n"), HasSubstr("py3k.toml:1:10: target has to be text, in quotes"));
  EXPECT_THAT(mistake("safe = \"yes\"\n"), HasSubstr("safe has to be true or false"));
  EXPECT_THAT(mistake("jobs = \"4\"\n"), HasSubstr("jobs has to be a whole number"));
  EXPECT_THAT(mistake("nofix = \"print\"\n"), HasSubstr("nofix has to be a list of texts, in brackets"));
  EXPECT_THAT(mistake("nofix = [\"print\", 3]\n"), HasSubstr("py3k.toml:1:19: nofix has to be a list"));
  EXPECT_THAT(mistake("converted = true\n"), HasSubstr("converted has to be a list"));
  EXPECT_THAT(mistake("jobs = 100000\n"), HasSubstr("py3k.toml:1:8: jobs can't be 100000"));
  EXPECT_THAT(mistake("from = \"1\"\n"), HasSubstr("from can't be 1; give 2, 3 or auto"));
}

TEST(ConfigFile, SaysWhereItIsNoToml) {
  EXPECT_THAT(mistake("safe = true\nsafe = false\n"), HasSubstr("py3k.toml:2:"));
  EXPECT_THAT(mistake("x = \n"), HasSubstr("py3k.toml:1:"));
  EXPECT_THAT(mistake("x = \"\xFF\"\n"), HasSubstr("py3k.toml:1:"));
}

}  // namespace
}  // namespace py3k::cli
