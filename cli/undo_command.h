// The journal from the command line's side: `py3k undo`, and the journal that a run with -w keeps for it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/options.h"
#include "engine/error.h"
#include "engine/run/file_store.h"
#include "engine/run/journal.h"

namespace py3k::cli {

// The journal for a run that converts files in place; null for any other, and with --no-journal.
engine::Expected<std::unique_ptr<engine::Journal>> journal_for(const Options& options,
                                                               const std::vector<std::string>& arguments,
                                                               const engine::FileStore& store, const Console& console);

// Where the journal of what the operands name lies; empty where there is none.
std::string journal_directory(const Options& options, const engine::FileStore& store, const Console& console);

// Puts back what a run has replaced, or lists the runs; returns the exit code. Fails where there is no such run.
engine::Expected<int> undo_command(const Options& options, const engine::FileStore& store, Console& console);

}  // namespace py3k::cli
