// Progress: a bar on a terminal for runs that take longer than a moment.
//
//   Progress progress(*console.err, console.err_is_terminal, paths.size());
//   progress.hide();              // before anything else is written
//   progress.show(done);
#pragma once

#include <chrono>
#include <cstddef>

#include "cli/console.h"

namespace py3k::cli {

class Progress {
 public:
  // Does nothing unless it is enabled. `sink` has to outlive it.
  Progress(Sink& sink, bool is_enabled, std::size_t total);
  ~Progress() { hide(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Draws the bar if the run has gone on for half a second; a few times a second at most.
  void show(std::size_t done);
  // Takes the bar away.
  void hide();

 private:
  using Clock = std::chrono::steady_clock;

  Sink& sink_;
  bool is_enabled_;
  bool is_visible_ = false;
  std::size_t total_;
  Clock::time_point next_draw_;
};

}  // namespace py3k::cli
