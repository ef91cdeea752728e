// Pager: what a run writes, shown by the user's pager, as git does it.
//
//   if (const std::string command = pager_command(); !command.empty()) use_pager(console, command);
//   console.out->write(diff);   // starts it
//
// Standard error waits until the pager has ended if it is a terminal: two programs that write to one screen destroy it,
// and what failed or is left to do must not go with who leaves early, which is no error. Where the pager can't be
// started everything comes out as if there were none.
#pragma once

#include <string>

#include "cli/console.h"
#include "cli/options.h"

namespace py3k::cli {

// $PY3K_PAGER, else $PAGER, else `less -FRX`. Empty if that is no pager: set to nothing, or to `cat`.
std::string pager_command();

// Does the run show diffs, or a --stat, to somebody at a terminal?
bool wants_pager(const Options& options, const Console& console);

// Puts the pager in place of both streams. It has ended when the console's streams are gone.
void use_pager(Console& console, const std::string& command);

}  // namespace py3k::cli
