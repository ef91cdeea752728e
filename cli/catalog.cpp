#include "cli/catalog.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/example_findings.h"
#include "cli/fact_page.h"
#include "cli/layout_text.h"
#include "cli/version.h"
#include "engine/report/finding.h"
#include "engine/rewrite/decisions.h"
#include "engine/rewrite/suppressions.h"
#include "engine/run/doctests.h"

namespace py3k::cli {
namespace {

using engine::Fixer;
using Json = nlohmann::ordered_json;

constexpr std::size_t kWidth = 80;

// One for each name under which something is reported that no fixer has found.
constexpr auto kRemarks = std::to_array<Remark>({
    {engine::kConvertedGuard,
     "The configuration lists this file under `converted`: it is Python 3 by now, and a run changes nothing in it. "
     "Here "
     "is Python 2 all the same, such as a merge from an old branch brings back: a statement that Python 3 can't parse, "
     "a builtin or a method that it has not. Correct it by hand, or take the file out of `converted` and convert it "
     "again."},
    {kReview,
     "`py3k -i` has converted some of this file, by what was accepted, and a run without -i would take what is left of "
     "its Python 2 for something else. Go on with -i, or put the file back as it was in git and convert it anew."},
    {engine::kSuppressionCheck,
     "About a comment `# py3k: ignore`: it has nothing to ignore any more, it names something that is no fixer, or "
     "stands where it can't count; or what it keeps is Python 2 that Python 3 can't parse. Take the comment away, or "
     "correct it."},
    {engine::kDoctestFixer,
     "An example of a docstring or text file (-d) that can't be converted, with the reason. It stays as it is, and the "
     "examples beside it are converted. Correct it by hand."},
    {engine::kHandEdit,
     "What was edited by hand in `py3k -i`. Where it was not done, it lies on a change that was accepted as well, or "
     "would not be Python 3."},
    {kNotConverted, "A file that could not be read, converted or written, in a report for programs, with the reason."},
});

// A text with a mark before each of its lines.
std::string marked(std::string_view text, std::string_view mark) {
  std::string result;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    result.append(mark).append(line).append("\n");
  }
  return result;
}

std::string_view runs_on_phrase(engine::RunsOn runs_on) {
  return runs_on == engine::RunsOn::kPy3 ? "the result runs on Python 3" : "the result runs on Python 2.7 and 3";
}

// What --target 2+3 makes of a fixer, where that is something else.
std::string for_both(const Fixer& fixer) {
  if (!fixer.for_both.empty()) return fixer.for_both;
  if (fixer.runs_on == engine::RunsOn::kBoth) return "";
  return engine::is_for_both(fixer) ? "Changes nothing, and says how many places there are." : "Changes nothing.";
}

// A change as before and after; where nothing is changed, the code and what is said of it.
std::string example_text(const Fixer& fixer, const engine::Example& example) {
  if (example.before != example.after) return marked(example.before, "  - ") + marked(example.after, "  + ");
  std::string text = marked(example.before, "    ");
  for (const std::string& finding : example_findings(fixer, example)) text += "  ! " + finding + "\n";
  return text;
}

Json json_of(const Fixer& fixer) {
  return {{"name", fixer.name},
          {"group", engine::group_name(fixer.group)},
          {"safety", engine::safety_name(fixer.safety)},
          {"runs_on", engine::runs_on_name(fixer.runs_on)},
          {"on_by_default", fixer.on_by_default},
          {"doc", fixer.doc},
          {"unsafe_when", fixer.unsafe_when},
          {"for_both", for_both(fixer)},
          {"reference", fixer.reference}};
}

Json examples_of(const Fixer& fixer) {
  Json examples = Json::array();
  for (const engine::Example& example : fixer.examples) {
    examples.push_back({{"before", example.before},
                        {"after", example.after},
                        {"options", example.options},
                        {"beside", example.beside},
                        {"findings", example_findings(fixer, example)}});
  }
  return examples;
}

std::string document(Json fixers) {
  const Json page = {{"py3k", kVersion}, {"fixers", std::move(fixers)}};
  return page.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string_view first_sentence(std::string_view doc) {
  const std::size_t end = doc.find(". ");
  return end == std::string_view::npos ? doc : doc.substr(0, end + 1);
}

std::string list_page(const engine::Registry& registry) {
  std::vector<std::vector<std::string>> rows = {{"NAME", "GROUP", "SAFETY", "RUNS ON", "WHAT IT DOES"}};
  for (const Fixer& fixer : registry.all()) {
    std::string what(first_sentence(fixer.doc));
    if (!fixer.on_by_default) what += " (off by default)";
    rows.push_back({fixer.name, std::string(engine::group_name(fixer.group)),
                    std::string(engine::safety_name(fixer.safety)), std::string(engine::runs_on_name(fixer.runs_on)),
                    std::move(what)});
  }
  return format_table(rows, 0);
}

const Remark* find_remark(std::string_view name) {
  const auto* found =
      std::find_if(kRemarks.begin(), kRemarks.end(), [&](const Remark& remark) { return remark.name == name; });
  return found == kRemarks.end() ? nullptr : found;
}

std::string explain_page(const Remark& remark) {
  return std::string(remark.name) + ": no fixer, but what py3k itself reports\n\n" +
         wrap(std::string(remark.doc), kWidth);
}

std::string list_json(const engine::Registry& registry) {
  Json fixers = Json::array();
  for (const Fixer& fixer : registry.all()) fixers.push_back(json_of(fixer));
  return document(std::move(fixers));
}

std::string explain_json(const Explained& explained, const engine::Registry& registry) {
  Json pages = Json::array();
  for (const Fixer* fixer : explained.fixers) {
    pages.push_back(json_of(*fixer));
    pages.back()["examples"] = examples_of(*fixer);
  }
  for (const Remark* remark : explained.remarks) pages.push_back({{"name", remark->name}, {"doc", remark->doc}});
  Json page = {{"py3k", kVersion}, {"fixers", std::move(pages)}};
  for (const engine::Fact* fact : explained.facts) page["library"].push_back(fact_json(*fact, registry));
  return page.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string explain_page(const Fixer& fixer) {
  std::string text = fixer.name + ": group " + std::string(engine::group_name(fixer.group)) + ", " +
                     std::string(engine::safety_name(fixer.safety)) + ", " +
                     std::string(runs_on_phrase(fixer.runs_on)) +
                     (fixer.runs_on == engine::RunsOn::kVariant ? " under --target 2+3" : "") + "\n";
  if (!fixer.on_by_default) text += "Off by default: turn it on with -f " + fixer.name + "\n";
  text += "\n" + wrap(fixer.doc, kWidth);
  if (!fixer.unsafe_when.empty()) text += "\n" + wrap("Unsafe: " + fixer.unsafe_when, kWidth);
  if (const std::string both = for_both(fixer); !both.empty())
    text += "\n" + wrap("With --target 2+3: " + both, kWidth);
  if (!fixer.reference.empty()) text += "\nWhy: " + fixer.reference + "\n";
  if (!fixer.examples.empty()) text += "\nExamples:\n";
  for (const engine::Example& example : fixer.examples) {
    text += example.options.empty() ? "\n" : "\n  With " + example.options + ":\n";
    for (const std::string& file : example.beside) text += "  Beside " + file + ":\n";
    text += example_text(fixer, example);
  }
  return text;
}

}  // namespace py3k::cli
