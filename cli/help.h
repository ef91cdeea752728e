// The text of --help, made from the tables of flags.h: usage, then the options by group.
//
//   console.out->write(help_text());
//   console.out->write(command_help(*find_command("plan")));   // that of one command, with its options only
#pragma once

#include <string>

#include "cli/flags.h"

namespace py3k::cli {

std::string help_text();
std::string command_help(const CommandName& command);

}  // namespace py3k::cli
