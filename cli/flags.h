// The command line as data: commands and options. What is parsed, --help, the man page, the completions and the
// suggestions for misspelt names all come from these two tables.
//
//   for (const Flag& flag : flags()) if (!flag.group.empty()) row("--" + std::string(flag.name), flag.help);
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/options.h"
#include "engine/error.h"

namespace py3k::cli {

struct Flag {
  std::string_view name;
  char letter;             // 0: none
  std::string_view value;  // what the help calls its value; empty: it takes none
  std::string_view group;  // the help's heading; empty: accepted but not shown
  std::string_view help;
  // What it does with its value (empty for those that take none). An error names what is wrong with the value.
  std::optional<engine::Error> (*apply)(Options&, const std::string& value);
};

// A word that may stand where the first path would: `py3k list`.
struct CommandName {
  std::string_view name;
  Command command;
  std::string_view operands;  // what the help calls them: "FIXER..."
  std::string_view help;      // in a line, as an order: "list all fixers"; empty: accepted but not shown
  std::string_view needs;     // what is missing where there are no operands; empty: it needs none
};

std::span<const Flag> flags();                 // in the order of the help
std::span<const CommandName> command_names();  // likewise

const Flag* find_flag(std::string_view name);  // by its long name; null: there is none

}  // namespace py3k::cli
