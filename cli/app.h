// run: py3k as a function, from arguments to an exit code.
//
//   Console console = process_console();
//   return run({"-w", "app"}, console, fixers::all_fixers, DiskStore());
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "engine/fixer.h"
#include "engine/run/file_store.h"

namespace py3k::cli {

// `arguments` are those after the program's name.
int run(const std::vector<std::string>& arguments, Console& console, std::vector<engine::Fixer> (*all_fixers)(),
        const engine::FileStore& store);

}  // namespace py3k::cli
