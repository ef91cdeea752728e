#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "cli/app.h"
#include "cli/convert_run.h"
#include "cli/two_to_three.h"
#include "engine/run/disk_store.h"
#include "engine/run/temporary_file.h"
#include "fixers/fixers.h"

#ifdef __GLIBC__  // which the headers above say
#include <malloc.h>
#endif

namespace {

// Ends the program as the signal would have, and leaves nothing behind.
void clean_up_and_die(int signal) {
  py3k::engine::remove_temporary_files();
  std::signal(signal, SIG_DFL);
  ::raise(signal);
}

void handle_signals() {
  // A reader that goes away (`py3k app | head`) shows as an error of write(), which is no failure of ours; so does a
  // file that may get no larger.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    // Whoever starts us with nohup wants it ignored.
    if (std::signal(signal, clean_up_and_die) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
}

// Each file's tables are about as large as those of the one before. To give them back to the system and fault them in
// again was a fifth of the system time of a run over 2.7's library.
void keep_memory() {
#ifdef __GLIBC__
  constexpr int kAtLeast = 64 << 20;
  mallopt(M_MMAP_THRESHOLD, kAtLeast / 2);
  mallopt(M_TRIM_THRESHOLD, kAtLeast);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  keep_memory();
  handle_signals();
  try {
    py3k::cli::Console console = py3k::cli::process_console();
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const std::string program = argc > 0 ? argv[0] : "";
    if (py3k::cli::is_two_to_three(program)) {
      const std::string name = program.substr(program.rfind('/') + 1);
      return py3k::cli::run_two_to_three(name, arguments, console, py3k::fixers::all_fixers, py3k::engine::DiskStore());
    }
    return py3k::cli::run(arguments, console, py3k::fixers::all_fixers, py3k::engine::DiskStore());
  } catch (const std::bad_alloc&) {
    std::fputs("py3k: there is not enough memory; name fewer files, or add -j1\n", stderr);
    return py3k::cli::kExitFailed;
  } catch (const std::exception& error) {
    // A mistake of ours. No file is half written: see FileStore.
    std::fprintf(stderr, "py3k: internal error: %s\n", error.what());
    return py3k::cli::kExitFailed;
  }
}
