// What holds for every fixer there is, whatever it fixes: that it is described, that its examples are true, that it has
// golden cases, and that it gets along with all others.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "engine/rewrite/verify.h"
#include "tests/paths.h"
#include "tests/support/conversion.h"
#include "tests/support/files.h"
#include "tests/support/golden_case.h"

namespace py3k::tests {
namespace {

namespace fs = std::filesystem;
using engine::Converter;
using engine::Example;
using engine::FileResult;
using engine::Fixer;
using engine::Outcome;
using engine::Safety;

std::vector<std::string> fixer_names() {
  std::vector<std::string> names;
  for (const Fixer& fixer : registry().all()) names.push_back(fixer.name);
  return names;
}

// An example's options, which are Python 2's unless they say something else.
std::vector<std::string> options_of(const Example& example) {
  std::vector<std::string> options = split_words(example.options);
  if (options == without_from(options)) options.insert(options.begin(), {"--from", "2"});
  return options;
}

std::vector<std::string> plus(std::vector<std::string> options, std::vector<std::string> more) {
  options.insert(options.end(), more.begin(), more.end());
  return options;
}

// The text after a conversion with the fixers and settings that these options make, in a package where it has to be in
// one.
std::string run(const std::vector<std::string>& options, const std::string& text,
                const std::vector<std::string>& beside = {}) {
  const auto converter = converter_for(options);
  if (!converter) {
    ADD_FAILURE() << converter.error().what << "; " << converter.error().advice;
    return text;
  }
  std::vector<std::string> files;
  for (const std::string& file : beside) files.push_back("package/" + file);
  if (!beside.empty()) files.emplace_back("package/__init__.py");
  const FileResult result = convert_among(files, "package/example.py", **converter, text);
  EXPECT_NE(result.outcome, Outcome::kFailed) << result.reason << "\n" << text;
  return result.outcome == Outcome::kChanged ? result.output_bytes : text;
}

// What is found and stays may be what Python 3 can't compile.
bool is_for_people(const Fixer& fixer, const Example& example) {
  return fixer.safety == Safety::kManual && example.before == example.after;
}

bool is_sentence(std::string_view text) { return text.ends_with(".") || text.ends_with(".)"); }

class EveryFixer : public testing::TestWithParam<std::string> {
 protected:
  const Fixer& fixer() const { return *registry().find(GetParam()); }

  std::vector<GoldenCase> cases() const {
    std::vector<GoldenCase> own;
    for (const GoldenCase& golden : golden_cases())
      if (golden.fixer == fixer().name) own.push_back(golden);
    return own;
  }
};

TEST_P(EveryFixer, IsDescribed) {
  EXPECT_TRUE(is_sentence(fixer().doc)) << fixer().doc;
  EXPECT_FALSE(fixer().examples.empty());
  // A safe fixer may make some changes that are not.
  EXPECT_TRUE(fixer().safety != Safety::kUnsafe || !fixer().unsafe_when.empty());
  EXPECT_TRUE(fixer().unsafe_when.empty() || is_sentence(fixer().unsafe_when)) << fixer().unsafe_when;
  const bool needs_reference = fixer().group == engine::Group::kPython2 || fixer().group == engine::Group::kStdlib;
  EXPECT_TRUE(!needs_reference || !fixer().reference.empty()) << "set .reference to the documentation that says why";
  EXPECT_TRUE(fixer().reference.empty() || fixer().reference.starts_with("https://")) << fixer().reference;
  for (const auto& rule : fixer().wins_over) {
    EXPECT_NE(registry().find(rule.over), nullptr) << rule.over;
    EXPECT_FALSE(rule.reason.empty()) << rule.over;
  }
}

TEST_P(EveryFixer, HasItsFileAndItsCases) {
  const std::string group(group_name(fixer().group));
  EXPECT_TRUE(fs::exists(kSourceDir / "fixers" / group / (fixer().name + ".cpp")));
  bool keeps = false;
  bool works = false;
  for (const GoldenCase& golden : cases()) {
    EXPECT_EQ(golden.group, group) << golden.path;
    const bool finds = fs::exists(golden.findings_path());
    keeps |= golden.kind() == GoldenKind::kKeep;
    works |= golden.kind() != GoldenKind::kKeep || (finds && fixer().safety == Safety::kManual);
  }
  EXPECT_TRUE(works) << "no case in testdata/" << group << "/" << fixer().name << " shows it at work";
  EXPECT_TRUE(keeps) << "no keep_*.py in testdata/" << group << "/" << fixer().name << " shows what it leaves alone";
}

TEST_P(EveryFixer, DoesWhatItsExamplesSay) {
  for (const Example& example : fixer().examples) {
    const auto options = plus(options_of(example), {"-f", fixer().name});
    EXPECT_EQ(run(options, example.before, example.beside), example.after);
    EXPECT_EQ(run(without_from(options), example.after, example.beside), example.after) << "a second run";
  }
}

TEST_P(EveryFixer, GetsAlongWithTheDefaultOnes) {
  for (const Example& example : fixer().examples) {
    const auto options = options_of(example);
    const std::string once = run(options, example.before, example.beside);
    EXPECT_TRUE(is_for_people(fixer(), example) || flaw_in(once, options).empty()) << once;
    EXPECT_EQ(run(without_from(options), once, example.beside), once) << "a second run";
  }
}

TEST_P(EveryFixer, GetsAlongWithAllOthers) {
  for (const Example& example : fixer().examples) {
    std::vector<std::string> options = options_of(example);
    const std::vector<std::string> target = options;
    for (const std::string& name : fixer_names()) options.insert(options.end(), {"-f", name});
    const std::string output = run(options, example.before, example.beside);
    EXPECT_TRUE(is_for_people(fixer(), example) || flaw_in(output, target).empty()) << output;
  }
}

// The words of a text's first names, of which one is enough to have the text parsed.
std::string first_name(const std::string& text) {
  const auto lexed = engine::lex(text, {.language = engine::Language::kPython2});
  const auto tree = engine::Tree::parse(lexed);
  for (const engine::Node node : tree.root().descendants())
    if (node.is(engine::Kind::kIdentifier)) return std::string(node.text());
  return "";
}

// A file that holds none of a fixer's words is never parsed; no fixer may have had work there.
TEST_P(EveryFixer, NamesTheWordsItNeeds) {
  std::vector<fs::path> paths = files_below(kSourceDir / "testdata" / "run", ".py");
  for (const GoldenCase& golden : cases()) paths.push_back(golden.path);
  Fixer unfiltered = fixer();
  for (const fs::path& path : paths) unfiltered.words.push_back(first_name(read_file(path)));
  for (const std::vector<std::string>& options : {std::vector<std::string>{"--from", "2"}, {}, {"--django", "4.0"}}) {
    const auto settings = settings_for(plus(options, {"-f", fixer().name}));
    ASSERT_TRUE(settings) << settings.error().what;
    const auto with = Converter::create({fixer()}, *settings);
    const auto without = Converter::create({unfiltered}, *settings);
    ASSERT_TRUE(with && without);
    for (const fs::path& path : paths) {
      const std::string text = read_file(path);
      const FileResult filtered = with->convert("a.py", text);
      const FileResult whole = without->convert("a.py", text);
      // Text that can't be parsed fails only where it is parsed.
      if (whole.outcome == Outcome::kFailed) continue;
      EXPECT_EQ(filtered.output_bytes, whole.output_bytes) << path;
      EXPECT_EQ(finding_lines(filtered), finding_lines(whole)) << path;
    }
  }
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(EveryFixer);
INSTANTIATE_TEST_SUITE_P(Fixers, EveryFixer, testing::ValuesIn(fixer_names()),
                         [](const auto& info) { return info.param; });

TEST(GoldenFolders, BelongToFixers) {
  std::set<std::string> groups;
  for (const Fixer& fixer : registry().all()) groups.emplace(group_name(fixer.group));
  for (const std::string& group : groups) {
    const fs::path directory = kSourceDir / "testdata" / group;
    if (!fs::exists(directory)) continue;
    for (const auto& entry : fs::directory_iterator(directory)) {
      const Fixer* fixer = registry().find(entry.path().filename().string());
      ASSERT_NE(fixer, nullptr) << entry.path() << ": there is no such fixer";
      EXPECT_EQ(group_name(fixer->group), group) << entry.path();
    }
  }
}

TEST(GoldenFolders, FilesOfFixersDefineThem) {
  for (const fs::path& path : files_below(kSourceDir / "fixers", ".cpp")) {
    if (path.parent_path().filename() == "fixers") continue;
    EXPECT_NE(registry().find(path.stem().string()), nullptr) << path;
  }
}

}  // namespace
}  // namespace py3k::tests
