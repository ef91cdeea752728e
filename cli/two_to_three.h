// Py3k under the name 2to3: 2to3's command line, messages, files and exit codes, with py3k's engine behind them.
//
//   if (is_two_to_three(argv[0])) return run_two_to_three("2to3", arguments, console, fixers::all_fixers, DiskStore());
//
// The names and the forms of the messages are an interface, on which scripts rely; they follow what 2to3 of Python 2.6
// to 3.12 printed: https://docs.python.org/3.12/library/2to3.html. Where 2to3 crashed, or lost what it had read, this
// does not: a file that can't be converted is an error of that file only, results of -j are counted, and -o never
// reaches outside.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/console.h"
#include "engine/fixer.h"
#include "engine/run/file_store.h"

namespace py3k::cli {

// Is this, as a path of a program, 2to3 or 2to3-3.11?
bool is_two_to_three(std::string_view program);

// The fixers that are 2to3's own, and `sorted`, which its successor fissix added.
bool is_fixer_of_two_to_three(std::string_view name);

// `program` is the name that messages show. Gives 0, 1 if there was an error, or 2 for wrong usage.
int run_two_to_three(const std::string& program, const std::vector<std::string>& arguments, Console& console,
                     std::vector<engine::Fixer> (*all_fixers)(), const engine::FileStore& store);

}  // namespace py3k::cli
