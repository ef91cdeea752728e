// The command line as data: commands and options. What is parsed, --help, the man page, the completions and the
// suggestions for misspelt names all come from these two tables.
//
//   for (const Flag& flag : flags()) if (!flag.group.empty()) row("--" + std::string(flag.name), flag.help);
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "cli/options.h"
#include "engine/error.h"

namespace py3k::cli {

// How a flag is written in a configuration file, under its long name; see cli/config/config_file.h.
struct ConfigKey {
  enum class Type : std::uint8_t { kNone, kSwitch, kText, kNumber, kList };
  Type type = Type::kNone;            // kNone: it stands on the command line only
  bool per_path = false;              // may also stand in an override, for some of the files
  bool is_path = false;               // relative to the configuration file
  std::string_view sets_aside = {};   // another flag that, on the command line, takes its place as well
  void (*reset)(Options&) = nullptr;  // back to what holds where it is not given: for switches and lists
};

// The commands that have a use for a flag.
using CommandSet = std::uint16_t;
constexpr CommandSet only(Command command) { return static_cast<CommandSet>(1U << static_cast<unsigned>(command)); }

struct Flag {
  std::string_view name;
  char letter;             // 0: none
  std::string_view value;  // what the help calls its value; empty: it takes none
  std::string_view group;  // the help's heading; empty: accepted but not shown
  CommandSet commands;     // elsewhere it is an error
  std::string_view help;
  // What it does with its value (empty for those that take none). An error names what is wrong with the value.
  std::optional<engine::Error> (*apply)(Options&, const std::string& value);
  ConfigKey key = {};

  bool is_for(Command command) const { return (commands & only(command)) != 0; }
};

// A word that may stand where the first path would: `py3k list`.
struct CommandName {
  std::string_view name;
  Command command;
  std::string_view operands;  // what the help calls them: "FIXER..."
  std::string_view help;      // in a line, as an order: "list all fixers"
  std::string_view needs;     // what is missing where there are no operands; empty: it needs none
  bool is_hidden = false;     // accepted, and shown only to those who ask for it
};

std::span<const Flag> flags();                 // in the order of the help
std::span<const CommandName> command_names();  // likewise

bool changes_result(const Flag& flag);  // or only where it goes, what is shown, and the like?

// Null: there is none; none is called kConvert.
const CommandName* find_command(std::string_view name);
const CommandName* find_command(Command command);

const Flag* find_flag(std::string_view name);  // by its long name; null: there is none

}  // namespace py3k::cli
