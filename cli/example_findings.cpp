#include "cli/example_findings.h"

#include <map>
#include <sstream>
#include <utility>

#include "cli/options.h"
#include "engine/run/memory_store.h"
#include "engine/run/pipeline.h"
#include "engine/run/project.h"

namespace py3k::cli {
namespace {

constexpr const char* kPath = "package/example.py";

// Python 2's, unless the example says something else.
engine::Expected<Options> options_of(const engine::Example& example) {
  std::vector<std::string> words = {"--from", "2"};
  std::istringstream stream(example.options);
  for (std::string word; stream >> word;) words.push_back(std::move(word));
  words.emplace_back(kPath);
  return parse_options(words);
}

engine::FileResult convert(const engine::Fixer& fixer, const engine::Example& example, engine::Settings settings) {
  settings.restricted = true;
  auto converter = engine::Converter::create({fixer}, settings);
  if (!converter) return {};
  if (example.beside.empty()) return converter->convert("example.py", example.before);
  std::map<std::string, std::string> files = {{"package/__init__.py", ""}, {kPath, example.before}};
  for (const std::string& file : example.beside) files["package/" + file] = "";
  const engine::MemoryStore store(files);
  const engine::Project project(store);
  return converter->convert(kPath, example.before, &project);
}

}  // namespace

std::vector<std::string> example_findings(const engine::Fixer& fixer, const engine::Example& example) {
  const auto options = options_of(example);
  if (!options) return {};
  const bool has_lines = example.before.find('\n') != std::string::npos;
  std::vector<std::string> found;
  for (const engine::Finding& finding : convert(fixer, example, options->settings).findings) {
    if (finding.applied) continue;
    found.push_back((has_lines ? "line " + std::to_string(finding.line) + ": " : "") + finding.message);
  }
  return found;
}

}  // namespace py3k::cli
