#include "cli/console.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "cli/shown_text.h"

namespace py3k::cli {
namespace {

std::string error_text(int number) { return std::generic_category().message(number); }

// Not buffered: what is written is a whole file's report.
class FileSink : public Sink {
 public:
  FileSink(int file, bool is_owned) : file_(file), is_owned_(is_owned) {}
  ~FileSink() override {
    if (is_owned_) ::close(file_);
  }
  FileSink(const FileSink&) = delete;
  FileSink& operator=(const FileSink&) = delete;

  void write(std::string_view text) override {
    while (!text.empty() && !is_closed_ && error_.empty()) {
      const ssize_t count = ::write(file_, text.data(), text.size());
      if (count >= 0) {
        text.remove_prefix(static_cast<std::size_t>(count));
      } else if (errno == EPIPE) {
        is_closed_ = true;
      } else if (errno != EINTR) {
        error_ = error_text(errno);
      }
    }
  }

  bool is_closed() const override { return is_closed_; }
  std::string error() const override { return error_; }

 private:
  int file_;
  bool is_owned_;
  bool is_closed_ = false;
  std::string error_;
};

// What nobody has looked through goes to a terminal through this.
class TerminalSink : public Sink {
 public:
  explicit TerminalSink(int file) : file_(file, false) {}
  void write(std::string_view text) override { file_.write(shown_text(text)); }
  void write_styled(std::string_view text) override { file_.write(text); }
  bool is_closed() const override { return file_.is_closed(); }
  std::string error() const override { return file_.error(); }

 private:
  FileSink file_;
};

std::unique_ptr<Sink> stream_sink(int file) {
  if (::isatty(file) == 1) return std::make_unique<TerminalSink>(file);
  return std::make_unique<FileSink>(file, false);
}

engine::Expected<std::string> read_all(int file) {
  std::string content;
  std::array<char, 65536> buffer;
  while (true) {
    const ssize_t count = ::read(file, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return engine::failure("can't be read: " + error_text(errno));
    if (count == 0) return content;
    content.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

bool has_value(const char* variable) {
  const char* value = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): nothing changes the environment
  return value != nullptr && *value != '\0';
}

// https://specifications.freedesktop.org/basedir-spec: what is not absolute does not count.
std::string state_home() {
  const char* named = std::getenv("XDG_STATE_HOME");  // NOLINT(concurrency-mt-unsafe)
  if (named != nullptr && *named == '/') return named;
  const char* home = std::getenv("HOME");  // NOLINT(concurrency-mt-unsafe)
  return home != nullptr && *home == '/' ? std::string(home) + "/.local/state" : "";
}

// Of whichever of the streams is a terminal.
std::size_t terminal_columns() {
  for (const int file : {STDOUT_FILENO, STDERR_FILENO}) {
    winsize size{};
    if (::ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  }
  return Console().columns;
}

}  // namespace

Console process_console() {
  const char* terminal = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe)
  return {.out = stream_sink(STDOUT_FILENO),
          .err = stream_sink(STDERR_FILENO),
          .read_stdin = [] { return read_all(STDIN_FILENO); },
          .in_is_terminal = ::isatty(STDIN_FILENO) == 1,
          .out_is_terminal = ::isatty(STDOUT_FILENO) == 1,
          .err_is_terminal = ::isatty(STDERR_FILENO) == 1,
          .wants_no_color = has_value("NO_COLOR") || (terminal != nullptr && std::string_view(terminal) == "dumb"),
          .state_home = state_home(),
          .columns = terminal_columns()};
}

engine::Expected<std::unique_ptr<Sink>> open_sink(const std::string& path) {
  constexpr mode_t kMode = 0666;
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kMode);
  if (file < 0) return engine::failure("--output " + path + " can't be written: " + error_text(errno));
  return std::make_unique<FileSink>(file, true);
}

int usage_error(Console& console, const engine::Error& error) {
  constexpr int kExitUsage = 2;
  console.err->write("py3k: " + error.what + (error.advice.empty() ? "" : "; " + error.advice) + "\n");
  return kExitUsage;
}

bool report_lost_output(Console& console, const Sink& sink) {
  if (sink.error().empty()) return false;
  console.err->write("py3k: the output can't be written: " + sink.error() + "\n");
  return true;
}

bool wants_color(ColorMode mode, const Console& console, bool is_terminal) {
  if (mode != ColorMode::kAuto) return mode == ColorMode::kAlways;
  return is_terminal && !console.wants_no_color;
}

}  // namespace py3k::cli
