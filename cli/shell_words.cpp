#include "cli/shell_words.h"

#include <algorithm>
#include <cctype>

namespace py3k::cli {
namespace {

bool is_plain(unsigned char c) {
  constexpr std::string_view kPlain = "-_./:=,+@%";
  return std::isalnum(c) != 0 || kPlain.find(static_cast<char>(c)) != std::string_view::npos;
}

}  // namespace

std::string shell_word(std::string_view word) {
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) return std::string(word);
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

std::string shell_command(const std::vector<std::string>& words) {
  std::string command;
  for (const std::string& word : words) command += (command.empty() ? "" : " ") + shell_word(word);
  return command;
}

}  // namespace py3k::cli
