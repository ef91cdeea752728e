#include "cli/review/terminal.h"

#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace py3k::cli {
namespace {

constexpr char kEscape = '\x1b';

// What a signal's handler needs; nothing else may be touched there.
termios g_usual_mode;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

void restore_and_die(int signal) {
  ::tcsetattr(STDIN_FILENO, TCSANOW, &g_usual_mode);
  std::signal(signal, SIG_DFL);
  ::raise(signal);
}

void do_nothing(int) {}

// Keys come one by one, and are not shown, as long as it lives.
class KeyMode {
 public:
  KeyMode() {
    is_on_ = ::tcgetattr(STDIN_FILENO, &g_usual_mode) == 0;
    if (!is_on_) return;
    struct sigaction action {};
    action.sa_handler = restore_and_die;
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &action, &old_actions_[i]);
    action.sa_handler = do_nothing;
    ::sigaction(SIGCONT, &action, &old_continue_);
    set();
  }
  ~KeyMode() {
    if (!is_on_) return;
    ::tcsetattr(STDIN_FILENO, TCSADRAIN, &g_usual_mode);
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &old_actions_[i], nullptr);
    ::sigaction(SIGCONT, &old_continue_, nullptr);
  }
  KeyMode(const KeyMode&) = delete;
  KeyMode& operator=(const KeyMode&) = delete;

  void set() const {
    termios mode = g_usual_mode;
    mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    mode.c_cc[VMIN] = 1;
    mode.c_cc[VTIME] = 0;
    ::tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
  }

  // Takes what else belongs to a key that sends several characters.
  void skip_rest() const {
    termios mode = g_usual_mode;
    mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    mode.c_cc[VMIN] = 0;
    mode.c_cc[VTIME] = 1;
    ::tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
    char rest = 0;
    while (::read(STDIN_FILENO, &rest, 1) == 1) {
      const bool is_last = (rest >= '@' && rest <= '~' && rest != '[' && rest != 'O');
      if (is_last) return;
    }
  }

 private:
  bool is_on_ = false;
  std::array<struct sigaction, kSignals.size()> old_actions_{};
  struct sigaction old_continue_ {};
};

class ProcessTerminal : public Terminal {
 public:
  void write(std::string_view text) override {
    while (!text.empty()) {
      const ssize_t count = ::write(STDOUT_FILENO, text.data(), text.size());
      if (count < 0 && errno != EINTR) return;  // the next key tells that nobody is there
      if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
    }
  }

  char read_key() override {
    const KeyMode mode;
    while (true) {
      char key = 0;
      const ssize_t count = ::read(STDIN_FILENO, &key, 1);
      if (count < 0 && errno == EINTR) {
        mode.set();  // we have been stopped and continued
        continue;
      }
      // Ctrl-D that is typed before the terminal gives single keys is a NUL by now.
      if (count != 1 || key == '\0') return kGone;
      if (key != kEscape) return key;
      mode.skip_rest();
      return kOtherKey;
    }
  }

  engine::Expected<std::string> edit(const std::string& text) override { return edit_text(text); }
};

}  // namespace

std::unique_ptr<Terminal> process_terminal() { return std::make_unique<ProcessTerminal>(); }

}  // namespace py3k::cli
