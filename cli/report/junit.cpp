// The report for whatever draws test results: a suite a directory, a case a file, which fails where there is something
// to look at.

#include <array>
#include <cstdio>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "cli/directory_of.h"
#include "cli/layout_text.h"
#include "cli/report/escape.h"
#include "cli/report/reporter.h"

namespace py3k::cli {
namespace {

using engine::FileResult;
using engine::Finding;
using engine::Outcome;

struct Counts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;
  double seconds = 0.0;

  void add(const Counts& other) {
    tests += other.tests;
    failures += other.failures;
    errors += other.errors;
    skipped += other.skipped;
    seconds += other.seconds;
  }
};

struct Case {
  Counts counts;
  std::string xml;
};

struct Suite {
  Counts counts;
  std::map<std::string, Case> cases;  // by path
};

std::string attribute(std::string_view name, std::string_view value) {
  return std::string(" ").append(name).append("=\"").append(xml_text(value)).append("\"");
}

std::string time_of(double seconds) {
  std::array<char, 32> text;
  const int length = std::snprintf(text.data(), text.size(), "%.3f", seconds);
  return {text.data(), static_cast<std::size_t>(length)};
}

std::string attributes_of(const Counts& counts) {
  return attribute("tests", std::to_string(counts.tests)) + attribute("failures", std::to_string(counts.failures)) +
         attribute("errors", std::to_string(counts.errors)) + attribute("skipped", std::to_string(counts.skipped)) +
         attribute("time", time_of(counts.seconds));
}

std::string line_of(const std::string& path, const Finding& finding) {
  return path + ":" + std::to_string(finding.line) + ":" + std::to_string(finding.column + 1) + ": [" + finding.fixer +
         ", " + std::string(engine::safety_name(finding.safety)) + "] " + finding.message + "\n";
}

std::string element(std::string_view name, std::string_view message, std::string_view content) {
  const std::string start = "    <" + std::string(name) + attribute("message", message);
  if (content.empty()) return start + "/>\n";
  return start + attribute("type", "py3k") + ">" + xml_text(content) + "</" + std::string(name) + ">\n";
}

// The number of tests stands before them, so all is kept until the end.
class JunitReporter : public Reporter {
 public:
  explicit JunitReporter(const Options& options) : fails_on_changes_(options.check) {}

  std::string begin() const override { return ""; }

  Rendered render(const FileReport& file) const override {
    Case one = case_of(file);
    const std::string& path = file.result.path;
    const std::lock_guard lock(mutex_);
    Suite& suite = suites_[directory_of(path)];
    suite.counts.add(one.counts);
    suite.cases.insert_or_assign(path, std::move(one));
    return {};
  }

  Rendered end(const Summary& summary) const override {
    const std::lock_guard lock(mutex_);
    Counts all;
    for (const auto& [directory, suite] : suites_) all.add(suite.counts);
    all.seconds = summary.seconds;
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "py3k") +
                      attributes_of(all) + ">\n";
    for (const auto& [directory, suite] : suites_) {
      xml += " <testsuite" + attribute("name", directory) + attributes_of(suite.counts) + ">\n";
      for (const auto& [path, one] : suite.cases) xml += one.xml;
      xml += " </testsuite>\n";
    }
    return {.out = xml + "</testsuites>\n", .err = ""};
  }

 private:
  Case case_of(const FileReport& file) const {
    const FileResult& result = file.result;
    Case one{.counts = {.tests = 1, .seconds = file.seconds}, .xml = ""};
    const std::string inside = outcome_of(file, one.counts);
    one.xml = "  <testcase" + attribute("name", result.path) + attribute("classname", directory_of(result.path)) +
              attribute("time", time_of(file.seconds)) + (inside.empty() ? "/>\n" : ">\n" + inside + "  </testcase>\n");
    return one;
  }

  std::string outcome_of(const FileReport& file, Counts& counts) const {
    const FileResult& result = file.result;
    std::size_t changes = 0;
    std::size_t left = 0;
    std::string lines;
    for (std::size_t i = 0; i < result.findings.size(); ++i) {
      const Finding& finding = result.findings[i];
      if (file.is_known(i)) continue;
      const bool is_left = needs_a_look(result, finding);
      const bool is_change = finding.applied && fails_on_changes_ && file.written_to.empty();
      left += is_left ? 1 : 0;
      changes += is_change ? 1 : 0;
      if (is_left || is_change) lines += line_of(result.path, finding);
    }
    if (result.outcome == Outcome::kFailed) {
      ++counts.errors;
      return element("error", result.reason, lines.empty() ? result.reason : lines);
    }
    if (left + changes > 0) {
      ++counts.failures;
      std::string message = left > 0 ? count_of(left, "finding") + " to look at" : "";
      if (changes > 0) message += (left > 0 ? ", " : "") + count_of(changes, "change") + " to make";
      return element("failure", message, lines);
    }
    if (result.outcome != Outcome::kSkipped) return "";
    ++counts.skipped;
    return element("skipped", result.reason, "");
  }

  bool fails_on_changes_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, Suite> suites_;  // by directory
};

}  // namespace

std::unique_ptr<Reporter> make_junit_reporter(const Options& options) {
  return std::make_unique<JunitReporter>(options);
}

}  // namespace py3k::cli
