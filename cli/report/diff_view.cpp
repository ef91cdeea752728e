#include "cli/report/diff_view.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "cli/shown_text.h"

namespace py3k::cli {
namespace {

using engine::ByteRange;
using engine::DiffHunk;
using engine::DiffLine;
using engine::Edit;
using engine::FileResult;
using engine::Finding;

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kRed = "\x1b[31m";
constexpr std::string_view kGreen = "\x1b[32m";
constexpr std::string_view kCyan = "\x1b[36m";
constexpr std::string_view kWord = "\x1b[7m";  // reversed
constexpr std::string_view kNoWord = "\x1b[27m";

std::string colored(std::string_view text, std::string_view color, bool is_colored) {
  if (!is_colored) return std::string(text);
  return std::string(color).append(text).append(kReset);
}

std::string labels(const std::string& path, bool is_colored) {
  const std::string label = is_colored ? shown_name(path) : path;
  const std::string both = engine::diff_labels({.before_label = label, .after_label = label});
  if (!is_colored) return both;
  const std::size_t end = both.find('\n');
  return colored(both.substr(0, end), kBold, true) + "\n" +
         colored(both.substr(end + 1, both.size() - end - 2), kBold, true) + "\n";
}

// Where nothing of a line has stayed, marking all of it says nothing.
bool marks_words(const DiffLine& line, std::size_t length) {
  if (line.changed.empty()) return false;
  const std::size_t indent = std::min(line.text.find_first_not_of(" \t"), length);
  return line.changed.front().start > indent || line.changed.back().end < length || line.changed.size() > 1;
}

// The newline stands after the colour's end: otherwise the colour reaches into the next line.
std::string colored_line(const DiffLine& line) {
  const std::size_t length = line.text.find_last_not_of("\r\n") + 1;
  std::string text(line.mark == '-' ? kRed : kGreen);
  text += line.mark;
  std::size_t at = 0;
  if (marks_words(line, length)) {
    for (const ByteRange& range : line.changed) {
      text += shown_text(line.text.substr(at, range.start - at));
      text.append(kWord).append(shown_text(line.text.substr(range.start, range.end - range.start))).append(kNoWord);
      at = range.end;
    }
  }
  text.append(shown_text(line.text.substr(at, length - at))).append(kReset);
  return text.append(shown_text(line.text.substr(length)));
}

// Who has changed what, by place.
using Places = std::vector<std::pair<ByteRange, std::uint32_t>>;

Places places_of(const FileResult& result) {
  Places places;
  for (const engine::Place& place : result.places) places.emplace_back(place.range, place.change);
  for (const Edit& edit : result.edits) places.emplace_back(edit.range, edit.change);
  if (result.places.empty()) {
    for (std::uint32_t i = 0; i < result.findings.size(); ++i) {
      if (result.findings[i].applied) places.emplace_back(result.findings[i].range, i);
    }
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const auto& a, const auto& b) { return a.first.start < b.first.start; });
  return places;
}

std::vector<std::string> fixers_in(const DiffHunk& hunk, const FileResult& result, const Places& places) {
  std::vector<std::string> names;
  for (std::size_t i = hunk.first_edit; i < hunk.end_edit; ++i) {
    const ByteRange range = result.edits[i].range;
    auto place = std::partition_point(places.begin(), places.end(),
                                      [&](const auto& other) { return other.first.start < range.start; });
    for (; place != places.end() && place->first.start <= range.end; ++place) {
      if (place->first.end > range.end || place->second >= result.findings.size()) continue;
      const std::string& name = result.findings[place->second].fixer;
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

}  // namespace

engine::DiffInput diff_input(const FileReport& file) {
  const FileResult& result = file.result;
  const bool is_recoded = file.bytes != result.original || result.output_bytes != result.rewritten;
  return {.before = result.original,
          .after = result.rewritten,
          .edits = result.edits,
          .bytes_before = is_recoded ? std::string_view(file.bytes) : std::string_view(),
          .bytes_after = is_recoded ? std::string_view(result.output_bytes) : std::string_view()};
}

std::string hunk_view(const DiffHunk& hunk, const std::vector<std::string>& names, bool is_colored) {
  std::string text = colored(engine::hunk_header(hunk), kCyan, is_colored);
  for (std::size_t i = 0; i < names.size(); ++i) text.append(i == 0 ? " " : ", ").append(names[i]);
  text += '\n';
  for (const DiffLine& line : hunk.lines) {
    if (is_colored && line.mark != ' ') {
      text += colored_line(line);
    } else {
      text.append(1, line.mark).append(is_colored ? shown_text(line.text) : std::string(line.text));
    }
    if (!line.text.ends_with('\n')) text += "\n\\ No newline at end of file\n";
  }
  return text;
}

std::string diff_view(const FileReport& file, const DiffLook& look) {
  const FileResult& result = file.result;
  const Places places = places_of(result);
  std::string text;
  for (const DiffHunk& hunk : engine::diff_hunks(diff_input(file), look.context)) {
    if (text.empty()) text = labels(result.path, look.color);
    text += hunk_view(hunk, fixers_in(hunk, result, places), look.color);
  }
  return text;
}

LineCounts changed_lines(const FileReport& file) {
  LineCounts counts;
  for (const DiffHunk& hunk : engine::diff_hunks(diff_input(file), 0)) {
    counts.removed += hunk.before.size();
    counts.added += hunk.after.size();
  }
  return counts;
}

}  // namespace py3k::cli
