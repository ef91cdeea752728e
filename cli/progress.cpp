#include "cli/progress.h"

#include <string>

namespace py3k::cli {
namespace {

constexpr auto kDelay = std::chrono::milliseconds(500);
constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr std::size_t kWidth = 30;

}  // namespace

Progress::Progress(Sink& sink, bool is_enabled, std::size_t total)
    : sink_(sink), is_enabled_(is_enabled && total > 1), total_(total), next_draw_(Clock::now() + kDelay) {}

void Progress::show(std::size_t done) {
  if (!is_enabled_) return;
  const auto now = Clock::now();
  if (now < next_draw_) return;
  next_draw_ = now + kInterval;
  const std::size_t filled = done * kWidth / total_;
  std::string text = "\r[" + std::string(filled, '#') + std::string(kWidth - filled, '.') + "] ";
  text += std::to_string(done) + "/" + std::to_string(total_) + " files";
  sink_.write(text);
  is_visible_ = true;
}

void Progress::hide() {
  if (!is_visible_) return;
  sink_.write("\r\x1b[K");
  is_visible_ = false;
  next_draw_ = Clock::now();  // it comes back at once
}

}  // namespace py3k::cli
