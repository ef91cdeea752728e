#include "cli/progress.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "cli/shown_text.h"

namespace py3k::cli {
namespace {

constexpr auto kBarDelay = std::chrono::milliseconds(500);
constexpr auto kBarInterval = std::chrono::milliseconds(100);
constexpr auto kLineInterval = std::chrono::seconds(30);
constexpr std::size_t kBarWidth = 20;
constexpr std::string_view kCut = "...";
constexpr int kMinute = 60;

// A path that fits in, its end if not all of it; nothing in it moves the cursor.
std::string shown_path(std::string_view path, std::size_t width) {
  const std::string text = shown_name(path);
  if (text.size() <= width) return text;
  if (width <= kCut.size()) return "";
  std::size_t at = text.size() - (width - kCut.size());
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return std::string(kCut) + text.substr(at);
}

std::string rate_text(double rate) {
  constexpr double kFew = 10.0;
  if (rate >= kFew) return std::to_string(std::lround(rate)) + "/s";
  const long tenths = std::lround(rate * kFew);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "/s";
}

}  // namespace

std::string duration_text(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  if (whole < kMinute) return std::to_string(whole) + " s";
  const long minutes = (whole + kMinute - 1) / kMinute;
  if (minutes < kMinute) return std::to_string(minutes) + " min";
  return std::to_string(minutes / kMinute) + " h " + std::to_string(minutes % kMinute) + " min";
}

Progress::Progress(Sink& sink, ProgressKind kind, std::size_t total, std::size_t columns, Now now)
    : sink_(sink),
      kind_(total > 1 ? kind : ProgressKind::kNone),
      total_(total),
      columns_(columns),
      now_(std::move(now)),
      start_(now_()),
      next_(start_ + (kind == ProgressKind::kBar ? Clock::duration(kBarDelay) : Clock::duration(kLineInterval))) {}

// "512/16018 files, 410/s, 38 s left"
std::string Progress::state(std::size_t done) const {
  std::string text = std::to_string(done) + "/" + std::to_string(total_) + " files";
  const double seconds = std::chrono::duration<double>(now_() - start_).count();
  if (done == 0 || seconds <= 0.0) return text;
  const double rate = static_cast<double>(done) / seconds;
  text += ", " + rate_text(rate);
  if (done < total_) text += ", " + duration_text(static_cast<double>(total_ - done) / rate) + " left";
  return text;
}

void Progress::draw_bar(std::size_t done, std::string_view path) {
  const std::size_t filled = done * kBarWidth / total_;
  std::string text = "[" + std::string(filled, '#') + std::string(kBarWidth - filled, '.') + "] " + state(done);
  // The last column stays free: some terminals go to the next line there.
  const std::size_t room = columns_ > text.size() + 3 ? columns_ - text.size() - 3 : 0;
  if (const std::string shown = shown_path(path, room); !shown.empty()) text += "  " + shown;
  if (columns_ > 0 && text.size() >= columns_ && room == 0) text.resize(columns_ - 1);
  sink_.write_styled("\r" + text + "\x1b[K");
  is_visible_ = true;
}

void Progress::show(std::size_t done, std::string_view path) {
  if (kind_ == ProgressKind::kNone) return;
  const Clock::time_point now = now_();
  if (now < next_) return;
  if (kind_ == ProgressKind::kBar) {
    next_ = now + kBarInterval;
    draw_bar(done, path);
  } else if (done < total_) {
    next_ = now + kLineInterval;
    sink_.write("py3k: " + state(done) + "\n");
  }
}

void Progress::hide() {
  if (!is_visible_) return;
  sink_.write_styled("\r\x1b[K");
  is_visible_ = false;
  next_ = now_();  // it comes back at once
}

}  // namespace py3k::cli
