#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cli/app.h"
#include "cli/convert_run.h"
#include "cli/two_to_three.h"
#include "engine/run/disk_store.h"
#include "fixers/fixers.h"

int main(int argc, char** argv) {
  // A reader that goes away (`py3k app | head`) shows as an error of write(), which is no failure of ours.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    py3k::cli::Console console = py3k::cli::process_console();
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const std::string program = argc > 0 ? argv[0] : "";
    if (py3k::cli::is_two_to_three(program)) {
      const std::string name = program.substr(program.rfind('/') + 1);
      return py3k::cli::run_two_to_three(name, arguments, console, py3k::fixers::all_fixers, py3k::engine::DiskStore());
    }
    return py3k::cli::run(arguments, console, py3k::fixers::all_fixers, py3k::engine::DiskStore());
  } catch (const std::exception& error) {
    // Memory that has run out, or a mistake of ours. No file is half written: see FileStore.
    std::fprintf(stderr, "py3k: internal error: %s\n", error.what());
    return py3k::cli::kExitFailed;
  }
}
