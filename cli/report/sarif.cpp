// The report as SARIF 2.1.0, for code scanning and editors: a rule a fixer, a result a finding, and the edits as fixes.
//
// A fix makes all changes that can't be made apart (engine/report/change_groups.h); it stands at the first of them.

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cli/catalog.h"
#include "cli/example_findings.h"
#include "cli/report/escape.h"
#include "cli/report/reporter.h"
#include "cli/version.h"
#include "engine/registry.h"
#include "engine/report/change_groups.h"
#include "engine/report/line_index.h"

namespace py3k::cli {
namespace {

using engine::Edit;
using engine::FileResult;
using engine::Finding;
using engine::Fixer;
using engine::Outcome;
using engine::Safety;
using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

std::string dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string_view level_name(Safety safety) { return safety == Safety::kSafe ? "note" : "warning"; }

// A block of Markdown that shows an example as a diff; where nothing is changed, what is said of it.
std::string example_diff(const Fixer& fixer, const engine::Example& example) {
  if (example.before == example.after) {
    std::string text = "```python\n" + example.before + "\n```\n";
    for (const std::string& finding : example_findings(fixer, example)) text += "\n" + finding + "\n";
    return text;
  }
  std::string text = "```diff\n";
  for (auto [mark, source] : {std::pair{"- ", std::string_view(example.before)}, {"+ ", example.after}}) {
    while (!source.empty()) {
      const std::string_view line = source.substr(0, source.find('\n'));
      source.remove_prefix(std::min(source.size(), line.size() + 1));
      text.append(mark).append(line).append("\n");
    }
  }
  return text + "```\n";
}

Json help_of(const Fixer& fixer) {
  std::string text = fixer.doc;
  if (!fixer.unsafe_when.empty()) text += "\n\nUnsafe: " + fixer.unsafe_when;
  std::string markdown = text + "\n";
  for (const engine::Example& example : fixer.examples) markdown += "\n" + example_diff(fixer, example);
  return {{"text", text}, {"markdown", markdown}};
}

Json rule_of(const Fixer& fixer) {
  const std::string_view safety = engine::safety_name(fixer.safety);
  return {{"id", fixer.name},
          {"shortDescription", {{"text", fixer.doc.substr(0, fixer.doc.find(". "))}}},
          {"fullDescription", {{"text", fixer.doc}}},
          {"help", help_of(fixer)},
          {"defaultConfiguration", {{"level", level_name(fixer.safety)}}},
          {"properties",
           {{"tags", {engine::group_name(fixer.group), safety}},
            {"safety", safety},
            {"runsOn", engine::runs_on_name(fixer.runs_on)}}}};
}

Json rule_of_failures() {
  return {{"id", kNotConverted},
          {"shortDescription", {{"text", "The file could not be converted."}}},
          {"defaultConfiguration", {{"level", "error"}}}};
}

Json location_of(const std::string& path) { return {{"uri", uri_of(path)}}; }

Json region_of(engine::TextPosition start, engine::TextPosition end) {
  return {{"startLine", start.line},
          {"startColumn", start.column + 1},
          {"endLine", end.line},
          {"endColumn", end.column + 1}};
}

// The text before and after differ by the edits alone: in a file that changes its encoding one fix can't be made apart.
bool has_fixes(const FileReport& file) {
  const FileResult& result = file.result;
  if (result.outcome != Outcome::kChanged || file.written_to == result.path) return false;
  return file.bytes == result.original && result.output_bytes == result.rewritten;
}

// The fixes of a file, each as the replacements that it consists of, by the finding that they stand at.
class Fixes {
 public:
  explicit Fixes(const FileReport& file) {
    if (!has_fixes(file)) return;
    const FileResult& result = file.result;
    const engine::Encoding& encoding = declared_encoding(result.original);
    const engine::LineIndex lines(result.original,
                                  encoding.is_utf8() ? engine::Columns::kCharacters : engine::Columns::kBytes);
    const std::vector<std::uint32_t> groups = engine::change_groups(result);
    for (const Edit& edit : result.edits) {
      replacements_[groups[edit.change]].push_back(replacement_of(edit, lines, encoding));
    }
  }

  // Null where no fix stands there.
  Json at(std::uint32_t finding, const std::string& path) const {
    const auto found = replacements_.find(finding);
    if (found == replacements_.end()) return nullptr;
    return {{{"artifactChanges", {{{"artifactLocation", location_of(path)}, {"replacements", found->second}}}}}};
  }

 private:
  static Json replacement_of(const Edit& edit, const engine::LineIndex& lines, const engine::Encoding& encoding) {
    const auto position = [&](std::uint32_t offset) { return lines.position(offset); };
    Json replacement = {{"deletedRegion", region_of(position(edit.range.start), position(edit.range.end))}};
    if (!edit.text.empty()) replacement["insertedContent"] = {{"text", as_utf8(edit.text, encoding)}};
    return replacement;
  }

  std::unordered_map<std::uint32_t, Json> replacements_;
};

// Written piece by piece, a result a line.
class SarifReporter : public Reporter {
 public:
  explicit SarifReporter(std::span<const Fixer> fixers) {
    Json rules = Json::array();
    for (const Fixer& fixer : fixers) {
      rule_numbers_.emplace(fixer.name, rules.size());
      rules.push_back(rule_of(fixer));
    }
    rule_numbers_.emplace(kNotConverted, rules.size());
    rules.push_back(rule_of_failures());
    tool_ = {{"driver", {{"name", "py3k"}, {"version", kVersion}, {"rules", std::move(rules)}}}};
  }

  std::string begin() const override {
    return "{\"$schema\": " + dump(kSchema) + ", \"version\": \"2.1.0\", \"runs\": [{\n\"tool\": " + dump(tool_) +
           ",\n\"columnKind\": \"unicodeCodePoints\", \"newlineSequences\": [\"\\r\\n\", \"\\n\", \"\\r\"],\n"
           "\"results\": [\n";
  }

  Rendered render(const FileReport& file) const override {
    const FileResult& result = file.result;
    std::string text;
    const auto add = [&](const Json& entry) { text.append(text.empty() ? "" : ",\n").append(dump(entry)); };
    if (result.outcome == Outcome::kFailed) {
      add(result_of(kNotConverted, "error", result.reason, {{"artifactLocation", location_of(result.path)}}));
    }
    const Fixes fixes(file);
    const engine::Encoding& encoding = declared_encoding(file.bytes);
    for (std::uint32_t i = 0; i < result.findings.size(); ++i) {
      const Finding& finding = result.findings[i];
      if (!finding.applied && !needs_a_look(result, finding)) continue;
      Json entry = result_of(file, finding, encoding);
      if (!file.known.empty()) entry["baselineState"] = file.is_known(i) ? "unchanged" : "new";
      if (file.is_known(i)) entry["suppressions"] = {{{"kind", "external"}}};
      if (Json fix = fixes.at(i, result.path); !fix.is_null()) entry["fixes"] = std::move(fix);
      add(entry);
    }
    return {.out = std::move(text), .err = ""};
  }

  std::string_view separator() const override { return ",\n"; }

  Rendered end(const Summary& summary) const override {
    const Json invocation = {{"executionSuccessful", summary.files(Outcome::kFailed) == 0}};
    return {.out = "\n],\n\"invocations\": [" + dump(invocation) + "]}]}\n", .err = ""};
  }

 private:
  Json result_of(std::string_view rule, std::string_view level, std::string_view message, Json place) const {
    Json entry = {{"ruleId", rule}};
    if (const auto found = rule_numbers_.find(std::string(rule)); found != rule_numbers_.end()) {
      entry["ruleIndex"] = found->second;
    }
    entry["level"] = level;
    entry["message"] = {{"text", message.empty() ? rule : message}};
    entry["locations"] = {{{"physicalLocation", std::move(place)}}};
    return entry;
  }

  Json result_of(const FileReport& file, const Finding& finding, const engine::Encoding& encoding) const {
    const bool is_done = finding.applied && !file.written_to.empty();
    const bool is_open = needs_a_look(file.result, finding);
    const std::string_view level = is_done ? "none" : level_name(is_open ? Safety::kManual : finding.safety);
    Json entry =
        result_of(finding.fixer, level, as_utf8(finding.message, encoding),
                  {{"artifactLocation", location_of(file.result.path)},
                   {"region", region_of({finding.line, finding.column}, {finding.end_line, finding.end_column})}});
    // No problem any more, but worth to know.
    if (is_done) entry["kind"] = "informational";
    entry["properties"] = {{"safety", engine::safety_name(finding.safety)}, {"applied", finding.applied}};
    return entry;
  }

  std::unordered_map<std::string, std::size_t> rule_numbers_;
  Json tool_;
};

}  // namespace

std::unique_ptr<Reporter> make_sarif_reporter(std::span<const Fixer> fixers) {
  return std::make_unique<SarifReporter>(fixers);
}

}  // namespace py3k::cli
