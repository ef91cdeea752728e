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
  return {{"path", result.path},
          {"outcome", engine::outcome_name(result.outcome)},
          {"reason", result.reason},
          {"dialect", engine::dialect_name(result.dialect)},
          {"findings", std::move(findings)}};
}

Json json_of(const Summary& summary) {
  constexpr double kMilliseconds = 1000.0;
  return {{"files", summary.files()},
          {"changed", summary.files(Outcome::kChanged)},
          {"failed", summary.files(Outcome::kFailed)},
          {"applied", summary.applied},
          {"manual", summary.left},
          {"seconds", std::round(summary.seconds * kMilliseconds) / kMilliseconds}};
}

// Written piece by piece, a file a line, so that a run over a large tree needs no memory for it.
class JsonReporter : public Reporter {
 public:
  explicit JsonReporter(const Options& options) : target_(target_name(options)) {}

  std::string begin() const override {
    return "{\"py3k\": " + dump(kVersion) + ", \"target\": " + dump(target_) + ",\n \"files\": [\n";
  }
  Rendered render(const FileReport& file) const override { return {.out = dump(json_of(file)), .err = ""}; }
  std::string_view separator() const override { return ",\n"; }
  Rendered end(const Summary& summary) const override {
    return {.out = "\n ],\n \"summary\": " + dump(json_of(summary)) + "}\n", .err = ""};
  }

 private:
  std::string target_;
};

}  // namespace

std::unique_ptr<Reporter> make_json_reporter(const Options& options) { return std::make_unique<JsonReporter>(options); }

}  // namespace py3k::cli
