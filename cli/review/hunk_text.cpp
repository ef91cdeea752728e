#include "cli/review/hunk_text.h"

#include "engine/report/diff.h"

namespace py3k::cli {
namespace {

constexpr std::string_view kMark = "# py3k: ";
constexpr std::string_view kPlaceMark = "# py3k: place ";
constexpr std::string_view kCarriageReturn = "\r\n";

std::string without_carriage_returns(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, kCarriageReturn.size()) != kCarriageReturn) result += text[i];
  }
  return result;
}

// Where the lines of a text start, and its end.
std::vector<std::uint32_t> line_starts(std::string_view text) {
  std::vector<std::uint32_t> starts = {0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  if (starts.back() != text.size()) starts.push_back(static_cast<std::uint32_t>(text.size()));
  return starts;
}

}  // namespace

std::vector<EditPlace> edit_places(std::string_view original, const std::vector<engine::Edit>& edits) {
  const std::string after = engine::apply_edits(original, edits);
  const std::vector<std::uint32_t> starts = line_starts(original);
  std::vector<EditPlace> places;
  for (const engine::DiffHunk& hunk : engine::diff_hunks({.before = original, .after = after, .edits = edits}, 0)) {
    EditPlace place{.range = {starts[hunk.before.start], starts[hunk.before.end]},
                    .line = static_cast<std::uint32_t>(hunk.before.start + 1),
                    .text = {}};
    for (const engine::DiffLine& line : hunk.lines) {
      if (line.mark == '+') place.text += without_carriage_returns(line.text);
    }
    places.push_back(std::move(place));
  }
  return places;
}

std::string editor_text(const std::string& path, const std::vector<EditPlace>& places) {
  std::string text;
  const std::string count = std::to_string(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    text += std::string(kPlaceMark) + std::to_string(i + 1) + " of " + count + ", line " +
            std::to_string(places[i].line) + " of " + path + "\n" + places[i].text;
    if (!text.ends_with('\n')) text += '\n';
  }
  text += std::string(kMark) +
          "end. Change what stands between these lines, and leave them; imports are added by themselves.\n";
  return text + std::string(kMark) + "Empty the file to take the edit back.\n";
}

engine::Expected<std::vector<std::string>> split_edited(std::string_view edited, std::size_t count) {
  std::vector<std::string> texts;
  bool is_inside = false;
  while (!edited.empty()) {
    const std::string_view line = edited.substr(0, edited.find('\n') + 1);  // npos + 1 is 0: the last line
    const std::string_view whole = line.empty() ? edited : line;
    edited.remove_prefix(whole.size());
    if (whole.starts_with(kPlaceMark)) {
      texts.emplace_back();
      is_inside = true;
    } else if (whole.starts_with(kMark)) {
      is_inside = false;
    } else if (is_inside) {
      texts.back() += whole;
    }
  }
  if (texts.size() == count) return texts;
  return engine::failure("the lines that begin with `" + std::string(kMark) + "place` are not as they were",
                         "leave them");
}

std::string with_newlines_of(std::string_view original, std::string_view text) {
  const std::size_t newline = original.find('\n');
  const bool has_returns = newline != std::string_view::npos && newline > 0 && original[newline - 1] == '\r';
  if (!has_returns) return std::string(text);
  std::string result;
  for (const char c : without_carriage_returns(text)) {
    if (c == '\n') result += '\r';
    result += c;
  }
  return result;
}

}  // namespace py3k::cli
