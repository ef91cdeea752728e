// `py3k status [PATH...]`: how far the conversion is, by directory. Changes no file but that of --record.
//
//   auto code = status_command(options, store, console, report, convert, "2026-11-25T12:00:00Z");
#pragma once

#include <string>

#include "cli/console.h"
#include "cli/file_step.h"
#include "cli/options.h"
#include "engine/error.h"
#include "engine/run/file_store.h"

namespace py3k::cli {

// Gives the exit code. Fails where the options make no sense together, or the file of --record is none.
// `report`: standard output, or the file of --output. `now` stands in the record.
engine::Expected<int> status_command(const Options& options, const engine::FileStore& store, Console& console,
                                     Sink& report, const ConvertFile& convert, const std::string& now);

// The time in UTC, as records have it.
std::string utc_now();

}  // namespace py3k::cli
