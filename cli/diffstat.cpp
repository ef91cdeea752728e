#include "cli/diffstat.h"

#include <algorithm>
#include <string_view>

#include "cli/layout_text.h"

namespace py3k::cli {
namespace {

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kRed = "\x1b[31m";
constexpr std::string_view kGreen = "\x1b[32m";
constexpr std::string_view kCut = "...";
constexpr std::size_t kLeastGraph = 10;
constexpr std::size_t kLeastName = 10;

// UTF-8 characters; of other encodings, bytes as good as.
bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

// The end of a path says more than its start.
std::string fitted(std::string_view path, std::size_t width) {
  const std::size_t own = width_of(path);
  if (own <= width) return std::string(path).append(width - own, ' ');
  std::size_t excess = own - width + kCut.size();
  std::size_t at = 0;
  while (at < path.size() && (excess > 0 || !starts_character(path[at]))) {
    if (starts_character(path[at])) --excess;
    ++at;
  }
  return std::string(kCut).append(path.substr(at));
}

// At least one, for anything that is not nothing.
std::size_t scaled(std::size_t number, std::size_t width, std::size_t most) {
  if (number == 0 || most <= width) return number;
  return 1 + (number * (width - 1) / most);
}

std::string bar(char mark, std::size_t length, std::string_view color, bool is_colored) {
  if (length == 0) return "";
  const std::string marks(length, mark);
  return is_colored ? std::string(color).append(marks).append(kReset) : marks;
}

std::string totals(const std::vector<StatRow>& rows) {
  std::size_t added = 0;
  std::size_t removed = 0;
  for (const StatRow& row : rows) {
    added += row.added;
    removed += row.removed;
  }
  std::string text = " " + count_of(rows.size(), "file") + " changed";
  if (added > 0 || removed == 0) text += ", " + count_of(added, "insertion") + "(+)";
  if (removed > 0 || added == 0) text += ", " + count_of(removed, "deletion") + "(-)";
  return text + "\n";
}

}  // namespace

std::string diffstat(const std::vector<StatRow>& rows, std::size_t columns, bool is_colored) {
  if (rows.empty()) return "";
  std::size_t most = 0;
  std::size_t name_width = 0;
  for (const StatRow& row : rows) {
    most = std::max(most, row.added + row.removed);
    name_width = std::max(name_width, width_of(row.path));
  }
  const std::size_t number_width = std::to_string(most).size();
  const std::size_t frame = std::string_view("  |  ").size() + number_width;
  const std::size_t room = std::max(columns, frame + kLeastName + kLeastGraph) - frame;
  // Names may take what the graph does not need, and at least three fifths.
  const std::size_t graph_needs = std::min(most, std::max(kLeastGraph, room * 2 / 5));
  name_width = std::min(name_width, room - std::min(graph_needs, room - kLeastName));
  const std::size_t graph_width = std::max(kLeastGraph, room - name_width);
  std::string text;
  for (const StatRow& row : rows) {
    const std::string number = std::to_string(row.added + row.removed);
    const std::size_t length = scaled(row.added + row.removed, graph_width, most);
    const std::size_t plus = std::min(scaled(row.added, graph_width, most), length - (row.removed > 0 ? 1 : 0));
    text += " " + fitted(row.path, name_width) + " | ";
    text += std::string(number_width - number.size(), ' ') + number + " ";
    text += bar('+', plus, kGreen, is_colored) + bar('-', length - plus, kRed, is_colored) + "\n";
  }
  return text + totals(rows);
}

}  // namespace py3k::cli
