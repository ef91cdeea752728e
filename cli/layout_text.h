// Plain text in columns and paragraphs, for help, lists and summaries.
//
//   format_table({{"has_key", "safe"}, {"dict", "unsafe"}}, 2)   // "  has_key  safe\n  dict     unsafe\n"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace py3k::cli {

// Rows of cells, aligned, each row on a line of its own after `indent` blanks.
std::string format_table(const std::vector<std::vector<std::string>>& rows, std::size_t indent);

// A paragraph broken into lines of at most `width` characters, where its words allow; ends with a newline.
std::string wrap(std::string_view paragraph, std::size_t width);

// "1 file", "2 files".
std::string count_of(std::size_t number, std::string_view noun);

}  // namespace py3k::cli
