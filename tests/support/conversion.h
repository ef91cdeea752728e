// Conversions in one line, with the fixers there are or with fixers that a test makes up.
//
//   EXPECT_EQ(converted("print d.has_key(k)\n", {print_to_call(), has_key()}), "print(k in d)\n");
//   FileResult result = converter_for({"--from", "2"})->convert("a.py", text);

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/error.h"
#include "engine/fixer.h"
#include "engine/registry.h"
#include "engine/run/pipeline.h"

namespace py3k::tests {

// All fixers of the program.
const engine::Registry& registry();

// A converter as the command line would make it; made once for each list of options.
engine::Expected<const engine::Converter*> converter_for(const std::vector<std::string>& options);

// The settings that options of the command line make.
engine::Expected<engine::Settings> settings_for(const std::vector<std::string>& options);

// The words of "-f print --from 2".
std::vector<std::string> split_words(std::string_view text);

// --- fixers that a test makes up

// With a name and all else a fixer needs; it has work in every file.
engine::Fixer made_up_fixer(std::string name);
// Rewrites by rules.
engine::Fixer rule_fixer(std::string name, std::vector<engine::Rule> rules);
// Calls `visit` for every node of those kinds.
engine::Fixer visit_fixer(std::string name, std::vector<engine::Kind> kinds,
                          std::function<void(engine::Context&, engine::Node)> visit);

// Settings for a file that is known to be Python 2 and of which some may stay.
engine::Settings python2_settings();

engine::FileResult convert(std::string text, std::vector<engine::Fixer> fixers,
                           const engine::Settings& settings = python2_settings());
// The text after; the same text where nothing changed. A failed conversion fails the test.
std::string converted(std::string text, std::vector<engine::Fixer> fixers,
                      const engine::Settings& settings = python2_settings());

// Findings as "LINE fixer message", those that were not applied only.
std::vector<std::string> findings_left(const engine::FileResult& result);

}  // namespace py3k::tests
