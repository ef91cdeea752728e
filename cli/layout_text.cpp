#include "cli/layout_text.h"

#include <algorithm>

namespace py3k::cli {

std::string format_table(const std::vector<std::vector<std::string>>& rows, std::size_t indent) {
  constexpr std::size_t kGap = 2;
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const auto& row : rows) {
    text.append(indent, ' ');
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += row[i];
      if (i + 1 < row.size()) text.append(widths[i] - row[i].size() + kGap, ' ');
    }
    text += '\n';
  }
  return text;
}

std::string wrap(std::string_view paragraph, std::size_t width) {
  std::string text;
  std::size_t column = 0;
  while (true) {
    const std::size_t begin = paragraph.find_first_not_of(" \n");
    if (begin == std::string_view::npos) return text + "\n";
    paragraph.remove_prefix(begin);
    const std::string_view word = paragraph.substr(0, paragraph.find_first_of(" \n"));
    paragraph.remove_prefix(word.size());
    const bool fits = column + 1 + word.size() <= width;
    if (column > 0) text += fits ? ' ' : '\n';
    column = column > 0 && fits ? column + 1 + word.size() : word.size();
    text += word;
  }
}

std::string count_of(std::size_t number, std::string_view noun) {
  return std::to_string(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

}  // namespace py3k::cli
