#include "cli/help.h"

#include <string_view>
#include <vector>

#include "cli/layout_text.h"

namespace py3k::cli {
namespace {

std::string call_of(const CommandName& command) {
  std::string call = "py3k " + std::string(command.name);
  if (!command.operands.empty()) call += " " + std::string(command.operands);
  return call;
}

std::string usage() {
  std::vector<std::vector<std::string>> rows = {
      {"Usage:", "py3k [options] PATH...", "show what would change, as diffs; write nothing"},
      {"", "py3k -w [options] PATH...", "convert files and directories in place"},
      {"", "py3k [options] -", "convert standard input to standard output"},
  };
  for (const CommandName& command : command_names()) {
    if (!command.is_hidden) rows.push_back({"", call_of(command), std::string(command.help)});
  }
  return format_table(rows, 0);
}

// The options that `is_wanted` takes, under their groups' names.
template <typename IsWanted>
std::string options_text(IsWanted is_wanted, bool has_all_formats = true) {
  std::string text;
  std::vector<std::vector<std::string>> rows;
  std::string_view group;
  const auto flush = [&] {
    text += format_table(rows, 2);
    rows.clear();
  };
  for (const Flag& flag : flags()) {
    if (flag.group.empty() || !is_wanted(flag)) continue;
    if (flag.group != group) {
      flush();
      group = flag.group;
      text += "\n" + std::string(group) + ":\n";
    }
    std::string names = flag.letter == 0 ? "    --" : std::string{'-', flag.letter, ',', ' ', '-', '-'};
    names += flag.name;
    const bool is_format = !has_all_formats && flag.name == "format";
    if (!flag.value.empty()) names += " " + std::string(is_format ? "text|json" : flag.value);
    rows.push_back({names, std::string(flag.help)});
  }
  flush();
  return text;
}

constexpr std::string_view kExitCodes =
    "Exit codes: 0 done; 1 --check found something; 2 wrong usage; 3 some files failed (the others are done).\n";

}  // namespace

std::string help_text() {
  return usage() + options_text([](const Flag&) { return true; }) + "\n" + std::string(kExitCodes);
}

std::string command_help(const CommandName& command) {
  const std::string own =
      options_text([&](const Flag& flag) { return flag.is_for(command.command) && flag.name != "version"; }, false);
  return "Usage: py3k " + std::string(own.empty() ? "" : "[options] ") + call_of(command).substr(5) + "\n\n" +
         std::string(command.name) + ": " + std::string(command.help) + "\n" + own;
}

}  // namespace py3k::cli
