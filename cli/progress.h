// Progress: how far a long run is. A bar on a terminal, once the run has taken more than a moment; in a log, such as a
// CI's, a line now and then.
//
//   Progress progress(*console.err, progress_kind(options, console), paths.size(), console.columns);
//   progress.hide();              // before anything else is written
//   progress.show(done, path);    // [#####.........] 512/16018 files, 410/s, 38 s left  app/views.py
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "cli/console.h"

namespace py3k::cli {

enum class ProgressKind : std::uint8_t { kNone, kBar, kLines };

class Progress {
 public:
  using Clock = std::chrono::steady_clock;
  using Now = std::function<Clock::time_point()>;

  // `sink` has to outlive it.
  Progress(Sink& sink, ProgressKind kind, std::size_t total, std::size_t columns, Now now = Clock::now);
  ~Progress() { hide(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Files are done, `path` is the last of them. Writes no more often than anybody wants to read.
  void show(std::size_t done, std::string_view path);
  // Takes the bar away, until it is shown again.
  void hide();

 private:
  std::string state(std::size_t done) const;
  void draw_bar(std::size_t done, std::string_view path);

  Sink& sink_;
  ProgressKind kind_;
  bool is_visible_ = false;
  std::size_t total_;
  std::size_t columns_;
  Now now_;
  Clock::time_point start_;
  Clock::time_point next_;
};

// "45 s", "6 min", "2 h 5 min"; rounded up.
std::string duration_text(double seconds);

}  // namespace py3k::cli
