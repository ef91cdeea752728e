// The report for programs: one JSON document, with the keys that docs and tests promise.

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/report/reporter.h"
#include "cli/version.h"

namespace py3k::cli {
namespace {

using engine::FileResult;
using engine::Finding;
using engine::Outcome;
using Json = nlohmann::ordered_json;

// Paths and messages may hold bytes that are not UTF-8, and JSON can't.
std::string dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json json_of(const Finding& finding) {
  return {{"fixer", finding.fixer},           {"line", finding.line},
          {"column", finding.column},         {"end_line", finding.end_line},
          {"end_column", finding.end_column}, {"safety", engine::safety_name(finding.safety)},
          {"applied", finding.applied},       {"message", finding.message}};
}

Json json_of(const FileReport& file) {
  const FileResult& result = file.result;
  Json findings = Json::array();
  for (std::size_t i = 0; i < result.findings.size(); ++i) {
    findings.push_back(json_of(result.findings[i]));
    if (file.is_known(i)) findings.back()["known"] = true;
  }
  Json json = {{"path", result.path},
               {"outcome", engine::outcome_name(result.outcome)},
               {"reason", result.reason},
               {"written_to", file.written_to},
               {"dialect", engine::dialect_name(result.dialect)},
               {"findings", std::move(findings)}};
  if (!file.brought_from.empty()) json["brought_from"] = file.brought_from;
  return json;
}

// What the run did not look at, by reason.
Json json_of(const engine::PassedOver& passed_over) {
  const auto counts = [](const engine::PassedOver::Count& count) -> Json {
    return {{"files", count.files}, {"directories", count.directories}};
  };
  return {{"excluded", counts(passed_over.excluded)},
          {"ignored", counts(passed_over.ignored)},
          {"environments", counts(passed_over.environments)},
          {"not_included", counts(passed_over.not_included)},
          {"not_chosen", counts(passed_over.not_chosen)}};
}

Json json_of(const Summary& summary) {
  constexpr double kMilliseconds = 1000.0;
  Json json = {{"files", summary.files()},
               {"changed", summary.files(Outcome::kChanged)},
               {"failed", summary.files(Outcome::kFailed)},
               {"guarded", summary.guarded},
               {"passed_over", json_of(summary.passed_over)},
               {"applied", summary.applied},
               {"manual", summary.left},
               {"seconds", std::round(summary.seconds * kMilliseconds) / kMilliseconds}};
  if (!summary.requirements.empty()) json["requirements"] = summary.requirements;
  return json;
}

// Written piece by piece, a file a line, so that a run over a large tree needs no memory for it.
class JsonReporter : public Reporter {
 public:
  explicit JsonReporter(const Options& options)
      : target_(target_name(options)), is_dry_(!options.write && !options.reads_stdin()) {}

  std::string begin() const override {
    return "{\"py3k\": " + dump(kVersion) + ", \"target\": " + dump(target_) +
           ", \"dry_run\": " + (is_dry_ ? "true" : "false") + ",\n \"files\": [\n";
  }
  Rendered render(const FileReport& file) const override { return {.out = dump(json_of(file)), .err = ""}; }
  std::string_view separator() const override { return ",\n"; }
  Rendered end(const Summary& summary) const override {
    return {.out = "\n ],\n \"summary\": " + dump(json_of(summary)) + "}\n", .err = ""};
  }

 private:
  std::string target_;
  bool is_dry_;
};

}  // namespace

std::unique_ptr<Reporter> make_json_reporter(const Options& options) { return std::make_unique<JsonReporter>(options); }

}  // namespace py3k::cli
