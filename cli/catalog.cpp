#include "cli/catalog.h"

#include <string_view>
#include <vector>

#include "cli/layout_text.h"

namespace py3k::cli {
namespace {

using engine::Fixer;

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

std::string explain_page(const Fixer& fixer) {
  constexpr std::size_t kWidth = 80;
  std::string text = fixer.name + ": group " + std::string(engine::group_name(fixer.group)) + ", " +
                     std::string(engine::safety_name(fixer.safety)) + ", " +
                     std::string(runs_on_phrase(fixer.runs_on)) +
                     (fixer.runs_on == engine::RunsOn::kVariant ? " under --target 2+3" : "") + "\n";
  if (!fixer.on_by_default) text += "Off by default: turn it on with -f " + fixer.name + "\n";
  text += "\n" + wrap(fixer.doc, kWidth);
  if (!fixer.unsafe_when.empty()) text += "\n" + wrap("Unsafe: " + fixer.unsafe_when, kWidth);
  if (const std::string both = for_both(fixer); !both.empty()) text += "\n" + wrap("With --target 2+3: " + both, kWidth);
  if (!fixer.reference.empty()) text += "\nWhy: " + fixer.reference + "\n";
  if (!fixer.examples.empty()) text += "\nExamples:\n";
  for (const engine::Example& example : fixer.examples) {
    text += example.options.empty() ? "\n" : "\n  With " + example.options + ":\n";
    for (const std::string& file : example.beside) text += "  Beside " + file + ":\n";
    text += marked(example.before, "  - ") + marked(example.after, "  + ");
  }
  return text;
}

}  // namespace py3k::cli
