// The report as one page for a browser, with all that it needs inside: cli/report/html/ has the page itself.
//
// The data stands in the page as lines of JSON, so that nothing has to be kept in memory here, and nothing but the
// lines that are looked at has to be parsed there:
//
//   {"version": …, "fixers": […]}      the run, first
//   {"p": "app/views.py", …}           a file: what lists and filters need
//   {"d": "@@ -1 +1 @@…", "a": […]}    the same file: its diff and what was changed, parsed when it is opened
//   {"seconds": 1.5}                   the end, last

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "cli/layout_text.h"
#include "cli/report/escape.h"
#include "cli/report/html/page_parts.h"
#include "cli/report/reporter.h"
#include "cli/version.h"
#include "engine/registry.h"
#include "engine/report/diff.h"
#include "engine/report/line_index.h"

namespace py3k::cli {
namespace {

using engine::FileResult;
using engine::Finding;
using engine::Fixer;
using engine::Outcome;
using Json = nlohmann::ordered_json;

// The lines around a change that the page has; it shows few of them until it is asked for more.
constexpr std::uint32_t kContext = 6;
constexpr std::size_t kLongestCode = 200;

// JSON that may stand in a script element: no `<`, so nothing in it can end the element or open a comment. ASCII only,
// which browsers read twice as fast.
std::string dump(const Json& value) {
  std::string text;
  for (const char c : value.dump(-1, ' ', true, Json::error_handler_t::replace)) {
    if (c == '<') {
      text += "\\u003c";
    } else {
      text += c;
    }
  }
  return text;
}

// A line of source without its indentation, cut where it gets too long to show.
std::string code_at(std::string_view text, const engine::LineIndex& lines, std::uint32_t line) {
  const std::uint32_t start = lines.line_start(line);
  std::string_view code = text.substr(start, lines.line_start(line + 1) - start);
  code.remove_prefix(std::min(code.find_first_not_of(" \t\f"), code.size()));
  code = code.substr(0, code.find_last_not_of(" \t\r\n\f") + 1);
  if (code.size() <= kLongestCode) return std::string(code);
  std::size_t end = kLongestCode;
  while (end > 0 && (static_cast<unsigned char>(code[end]) & 0xC0U) == 0x80U) --end;  // no half characters
  return std::string(code.substr(0, end)) + "\u2026";
}

// What a baseline has accepted is as good as done.
Outcome shown_outcome(const FileReport& file) {
  const Outcome outcome = file.result.outcome;
  return outcome == Outcome::kChanged && !changes_anew(file.result, file.known) ? Outcome::kUnchanged : outcome;
}

class HtmlReporter : public Reporter {
 public:
  HtmlReporter(const Options& options, std::span<const Fixer> fixers)
      : shows_diffs_(options.diff.value_or(true)), is_quiet_(options.quiet), output_(options.output) {
    Json all = Json::array();
    for (const Fixer& fixer : fixers) {
      numbers_.emplace(fixer.name, all.size());
      all.push_back({{"name", fixer.name},
                     {"doc", fixer.doc},
                     {"group", engine::group_name(fixer.group)},
                     {"safety", engine::safety_name(fixer.safety)},
                     {"unsafeWhen", fixer.unsafe_when}});
    }
    head_ = {{"version", kVersion},
             {"target", target_name(options)},
             {"written", options.write},
             {"diffs", shows_diffs_},
             {"fixers", std::move(all)}};
  }

  std::string begin() const override { return page_until_data() + dump(head_) + "\n"; }
  std::string_view separator() const override { return "\n"; }

  Rendered render(const FileReport& file) const override {
    const engine::Encoding& encoding = declared_encoding(file.bytes);
    return {.out = dump(entry_of(file, encoding)) + "\n" + dump(details_of(file, encoding)), .err = ""};
  }

  Rendered end(const Summary& summary) const override {
    constexpr double kMilliseconds = 1000.0;
    const Json last = {{"seconds", std::round(summary.seconds * kMilliseconds) / kMilliseconds}};
    return {.out = "\n" + dump(last) + page_after_data(), .err = note(summary)};
  }

 private:
  // The fixer's place in the list, or the name of one that is not in it.
  Json fixer_of(const Finding& finding) const {
    const auto found = numbers_.find(finding.fixer);
    return found == numbers_.end() ? Json(finding.fixer) : Json(found->second);
  }

  Json entry_of(const FileReport& file, const engine::Encoding& encoding) const {
    const FileResult& result = file.result;
    const engine::LineIndex lines(file.bytes, engine::Columns::kBytes);
    // Those of the diff: a \r alone ends no line there.
    const bool ends_bare = !file.bytes.empty() && !file.bytes.ends_with('\n');
    const auto newlines = static_cast<std::size_t>(std::count(file.bytes.begin(), file.bytes.end(), '\n'));
    Json entry = {{"p", result.path},
                  {"o", engine::outcome_name(shown_outcome(file))},
                  {"d", engine::dialect_name(result.dialect)},
                  {"n", newlines + (ends_bare ? 1 : 0)}};
    if (!result.reason.empty()) entry["r"] = result.reason;
    std::map<std::pair<std::string, engine::Safety>, std::pair<Json, std::size_t>> counts;
    for (std::size_t i = 0; i < result.findings.size(); ++i) {
      const Finding& finding = result.findings[i];
      if (file.is_known(i)) continue;
      if (finding.applied) {
        auto& [fixer, count] = counts[{finding.fixer, finding.safety}];
        fixer = fixer_of(finding);
        ++count;
      } else if (needs_a_look(result, finding)) {
        entry["l"].push_back({fixer_of(finding), engine::safety_name(finding.safety), finding.line, finding.column,
                              as_utf8(finding.message, encoding),
                              as_utf8(code_at(file.bytes, lines, finding.line), encoding)});
      }
    }
    for (const auto& [key, count] : counts) {
      entry["c"].push_back({count.first, engine::safety_name(key.second), count.second});
    }
    return entry;
  }

  Json details_of(const FileReport& file, const engine::Encoding& encoding) const {
    const FileResult& result = file.result;
    Json details = Json::object();
    if (!shows_diffs_ || shown_outcome(file) != Outcome::kChanged) return details;
    details["d"] =
        as_utf8(engine::unified_diff({.before = result.original, .after = result.rewritten, .edits = result.edits},
                                     {.before_label = "", .after_label = "", .context = kContext}),
                encoding);
    for (std::size_t i = 0; i < result.findings.size(); ++i) {
      const Finding& finding = result.findings[i];
      if (!finding.applied || file.is_known(i)) continue;
      Json change = {fixer_of(finding), finding.line};
      // What most are is left out: safe, and "before -> after", which the diff shows.
      const bool is_shown = finding.message.find(" -> ") != std::string::npos;
      const bool is_safe = finding.safety == engine::Safety::kSafe;
      if (!is_shown || !is_safe) change.push_back(is_shown ? "" : as_utf8(finding.message, encoding));
      if (!is_safe) change.push_back(engine::safety_name(finding.safety));
      details["a"].push_back(std::move(change));
    }
    return details;
  }

  // For who waits for it: where it is, and what it is about.
  std::string note(const Summary& summary) const {
    if (is_quiet_ || output_.empty()) return "";
    return output_ + ": " + count_of(summary.files(), "file") + ", " + count_of(summary.applied, "change") + ", " +
           count_of(summary.left, "finding") + " to look at, " + std::to_string(summary.files(Outcome::kFailed)) +
           " failed\n";
  }

  bool shows_diffs_;
  bool is_quiet_;
  std::string output_;
  Json head_;
  std::unordered_map<std::string, std::size_t> numbers_;
};

}  // namespace

std::unique_ptr<Reporter> make_html_reporter(const Options& options, std::span<const Fixer> fixers) {
  return std::make_unique<HtmlReporter>(options, fixers);
}

}  // namespace py3k::cli
