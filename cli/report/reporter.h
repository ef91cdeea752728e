// Reporter: the form that a run's results take. One implementation a file; make_reporter() lists them all.
//
//   auto reporter = make_reporter(options, style);
//   out.write(reporter->begin());
//   Rendered text = reporter->render(file);      // on any thread
//   out.write(reporter->end(summary).out);
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cli/options.h"
#include "engine/report/finding.h"
#include "engine/run/walk.h"

namespace py3k::engine {
struct Fixer;
}

namespace py3k::cli {

// What is known about a file when all is done with it.
struct FileReport {
  enum class Stage : std::uint8_t { kRead, kConvert, kWrite };

  engine::FileResult result;
  Stage failed_at = Stage::kConvert;  // where the outcome is that it failed
  std::string written_to;             // where it was written; empty: nowhere
  std::string bytes;                  // the file before
  std::string real = {};              // where it lies, without links, when it was read; empty: nowhere
  double seconds = 0.0;               // what it took
  std::vector<bool> known = {};       // by finding: accepted by a baseline; empty: there is none
  std::string brought_from = {};      // a module that comes along: the library's file; empty: a file of the project
  bool is_refused = false;            // it was to be converted, and left alone: see engine/run/git_filter.h

  // Has a baseline accepted this finding?
  bool is_known(std::size_t finding) const { return finding < known.size() && known[finding]; }
};

// Is this something that a person has to look at? All that was not done, unless that is because the whole file failed.
bool needs_a_look(const engine::FileResult& result, const engine::Finding& finding);

// Is there a change in the file that no baseline has accepted? `known`: by finding, as in FileReport.
bool changes_anew(const engine::FileResult& result, const std::vector<bool>& known);

// A unified diff of a file that has changed. The notes stand behind its name, before and after.
std::string diff_of(const FileReport& file, std::string before_note = {}, std::string after_note = {});

// How often a fixer had something to do.
struct FixerCount {
  std::size_t applied = 0;
  std::size_t left = 0;
};

struct Summary {
  std::array<std::size_t, 4> outcomes{};  // files, by engine::Outcome
  std::size_t applied = 0;                // changes
  std::size_t unsafe_applied = 0;
  std::size_t left = 0;            // findings that a person has to look at
  std::size_t changed_anew = 0;    // files; see changes_anew()
  std::size_t refused = 0;         // files that were to be converted, and left alone
  std::size_t guarded = 0;         // files that the configuration has as converted
  engine::PassedOver passed_over;  // what the run did not look at
  std::map<std::string, FixerCount> fixers;
  double seconds = 0.0;
  std::vector<std::string> requirements;  // packages that a run asks for, as lines of --requirements

  void add(const engine::FileResult& result, const std::vector<bool>& known = {});
  void add(const Summary& other);
  std::size_t files() const;
  std::size_t files(engine::Outcome outcome) const { return outcomes[static_cast<std::size_t>(outcome)]; }
};

// Text for standard output (or --output) and for standard error.
struct Rendered {
  std::string out;
  std::string err;
};

class Reporter {
 public:
  virtual ~Reporter() = default;
  virtual std::string begin() const = 0;
  // What to show of one file. Called by several threads at once.
  virtual Rendered render(const FileReport& file) const = 0;
  // Stands between what two files have on standard output.
  virtual std::string_view separator() const { return {}; }
  virtual Rendered end(const Summary& summary) const = 0;
};

struct Style {
  bool color_out = false;
  bool color_err = false;
  bool show_diffs = true;
};

// The fixers are those that reports explain; they have to outlive it.
std::unique_ptr<Reporter> make_reporter(const Options& options, const Style& style,
                                        std::span<const engine::Fixer> fixers = {});

std::unique_ptr<Reporter> make_text_reporter(const Options& options, const Style& style);  // text_report.cpp
std::unique_ptr<Reporter> make_json_reporter(const Options& options);                      // json.cpp
std::unique_ptr<Reporter> make_sarif_reporter(std::span<const engine::Fixer> fixers);      // sarif.cpp
std::unique_ptr<Reporter> make_github_reporter(const Options& options);                    // github.cpp
std::unique_ptr<Reporter> make_junit_reporter(const Options& options);                     // junit.cpp
std::unique_ptr<Reporter> make_html_reporter(const Options& options,
                                             std::span<const engine::Fixer> fixers);  // html.cpp

}  // namespace py3k::cli
