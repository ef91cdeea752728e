#include "tests/support/conversion.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>

#include "cli/options.h"
#include "fixers/fixers.h"

namespace py3k::tests {

using engine::Converter;
using engine::Expected;
using engine::FileResult;
using engine::Fixer;
using engine::Outcome;
using engine::Registry;
using engine::Settings;

const Registry& registry() {
  static const Registry all = [] {
    auto made = Registry::create(fixers::all_fixers());
    // No test can run; say why in words, once.
    if (!made) {
      std::cerr << made.error().what << "; " << made.error().advice << "\n";
      std::exit(1);
    }
    return std::move(*made);
  }();
  return all;
}

namespace {

Expected<cli::Options> parse(std::vector<std::string> options) {
  options.emplace_back("case.py");
  return cli::parse_options(options);
}

}  // namespace

Expected<Settings> settings_for(const std::vector<std::string>& options) {
  return parse(options).map([](const cli::Options& parsed) { return parsed.settings; });
}

Expected<const Converter*> converter_for(const std::vector<std::string>& options) {
  static std::map<std::vector<std::string>, std::unique_ptr<Converter>> made;
  auto& slot = made[options];
  if (slot) return slot.get();
  const auto parsed = parse(options);
  if (!parsed) return tl::unexpected(parsed.error());
  auto chosen = registry().select({.fix = parsed->fix, .nofix = parsed->nofix, .both_only = parsed->both_only});
  if (!chosen) return tl::unexpected(chosen.error());
  auto converter = Converter::create(std::move(*chosen), parsed->settings, registry().names());
  if (!converter) return tl::unexpected(converter.error());
  slot = std::make_unique<Converter>(std::move(*converter));
  return slot.get();
}

std::vector<std::string> split_words(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

Fixer made_up_fixer(std::string name) {
  Fixer fixer;
  fixer.name = std::move(name);
  fixer.doc = "Does what the test says.";
  fixer.needs = engine::Needs::kAny;
  fixer.examples = {{"a", "b"}};
  return fixer;
}

Fixer rule_fixer(std::string name, std::vector<engine::Rule> rules) {
  Fixer fixer = made_up_fixer(std::move(name));
  fixer.rules = std::move(rules);
  return fixer;
}

Fixer visit_fixer(std::string name, std::vector<engine::Kind> kinds,
                  std::function<void(engine::Context&, engine::Node)> visit) {
  Fixer fixer = made_up_fixer(std::move(name));
  fixer.visits = {{std::move(kinds), std::move(visit)}};
  return fixer;
}

Settings python2_settings() {
  Settings settings;
  settings.from = engine::Language::kPython2;
  settings.restricted = true;
  return settings;
}

FileResult convert(std::string text, std::vector<Fixer> fixers, const Settings& settings) {
  const auto converter = Converter::create(std::move(fixers), settings);
  if (converter) return converter->convert("test.py", std::move(text));
  ADD_FAILURE() << converter.error().what;
  return {};
}

std::string converted(std::string text, std::vector<Fixer> fixers, const Settings& settings) {
  const FileResult result = convert(text, std::move(fixers), settings);
  EXPECT_NE(result.outcome, Outcome::kFailed) << result.reason;
  return result.outcome == Outcome::kChanged ? result.output_bytes : text;
}

std::vector<std::string> findings_left(const FileResult& result) {
  std::vector<std::string> left;
  for (const engine::Finding& finding : result.findings) {
    if (!finding.applied) left.push_back(std::to_string(finding.line) + " " + finding.fixer + " " + finding.message);
  }
  return left;
}

}  // namespace py3k::tests
