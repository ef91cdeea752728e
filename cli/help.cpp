#include "cli/help.h"

#include <string_view>
#include <vector>

#include "cli/flags.h"
#include "cli/layout_text.h"

namespace py3k::cli {
namespace {

std::string usage() {
  std::vector<std::vector<std::string>> rows = {
      {"Usage:", "py3k [options] PATH...", "show what would change, as diffs; write nothing"},
      {"", "py3k -w [options] PATH...", "convert files and directories in place"},
      {"", "py3k [options] -", "convert standard input to standard output"},
  };
  for (const CommandName& command : command_names()) {
    if (command.help.empty()) continue;
    std::string call = "py3k " + std::string(command.name);
    if (!command.operands.empty()) call += " " + std::string(command.operands);
    rows.push_back({"", call, std::string(command.help)});
  }
  return format_table(rows, 0);
}

constexpr std::string_view kExitCodes =
    "Exit codes: 0 done; 1 --check found something; 2 wrong usage; 3 some files failed (the others are done).\n";

}  // namespace

std::string help_text() {
  std::string text = usage();
  std::vector<std::vector<std::string>> rows;
  std::string_view group;
  const auto flush = [&] {
    text += format_table(rows, 2);
    rows.clear();
  };
  for (const Flag& flag : flags()) {
    if (flag.group.empty()) continue;
    if (flag.group != group) {
      flush();
      group = flag.group;
      text += "\n" + std::string(group) + ":\n";
    }
    std::string names = flag.letter == 0 ? "    --" : std::string{'-', flag.letter, ',', ' ', '-', '-'};
    names += flag.name;
    if (!flag.value.empty()) names += " " + std::string(flag.value);
    rows.push_back({names, std::string(flag.help)});
  }
  flush();
  return text + "\n" + std::string(kExitCodes);
}

}  // namespace py3k::cli
