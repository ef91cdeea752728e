#include "cli/pager.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "cli/shown_text.h"

extern char** environ;  // NOLINT: POSIX has it so

namespace py3k::cli {
namespace {

// What the shell says when it can't run a command.
constexpr int kNotExecutable = 126;
constexpr int kNotFound = 127;
// More than any pipe holds: once so much has been written, somebody is reading.
constexpr std::size_t kMostKept = std::size_t{4} << 20;

std::string variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing changes the environment
  return value == nullptr ? "" : value;
}
bool is_set(const char* name) { return std::getenv(name) != nullptr; }  // NOLINT(concurrency-mt-unsafe)

// less without options would neither end by itself nor show colours. git sets the same.
std::vector<std::string> environment() {
  std::vector<std::string> entries;
  for (char** entry = environ; *entry != nullptr; ++entry) entries.emplace_back(*entry);
  if (!is_set("LESS")) entries.emplace_back("LESS=FRX");
  if (!is_set("LV")) entries.emplace_back("LV=-c");
  return entries;
}

class Pager {
 public:
  Pager(std::string command, std::unique_ptr<Sink> out, std::unique_ptr<Sink> err)
      : command_(std::move(command)), plain_{std::move(out), std::move(err)} {}
  ~Pager() {
    finish();
    if (state_ == State::kNew) release_errors();
  }
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

  // To standard output.
  void write(std::string_view text) {
    if (text.empty() || was_left_) return;
    if (state_ == State::kNew && !start()) release_errors();
    if (state_ == State::kPlain) return plain_[0]->write_styled(text);
    if (keeps_) kept_.emplace_back(0, text);
    kept_size_ += text.size();
    if (kept_size_ > kMostKept) forget();
    if (!write_all(text)) finish();
  }

  // To standard error: what must not be lost waits until the pager has ended.
  void write_error(std::string_view text) {
    if (state_ == State::kPlain) return plain_[1]->write_styled(text);
    if (keeps_) kept_.emplace_back(1, text);
    held_ += text;
  }

  bool is_closed() const { return was_left_ || (state_ == State::kPlain && plain_[0]->is_closed()); }
  std::string error(std::size_t stream) const { return plain_[stream]->error(); }

 private:
  enum class State { kNew, kRunning, kPlain };

  bool start() {
    std::array<int, 2> ends{};
    state_ = State::kPlain;
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    // We ignore SIGPIPE; programs expect that it ends them.
    sigset_t defaults;
    ::sigemptyset(&defaults);
    ::sigaddset(&defaults, SIGPIPE);
    ::sigaddset(&defaults, SIGINT);
    ::posix_spawnattr_setsigdefault(&attributes, &defaults);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    if (spawn(actions, attributes)) {
      input_ = ends[1];
      state_ = State::kRunning;
      // Ctrl-C is the pager's: it stops reading, or ends, and then we see a closed pipe.
      old_interrupt_ = std::signal(SIGINT, SIG_IGN);
    } else {
      ::close(ends[1]);
    }
    ::close(ends[0]);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    return state_ == State::kRunning;
  }

  bool spawn(const posix_spawn_file_actions_t& actions, const posix_spawnattr_t& attributes) {
    std::array<std::string, 3> words = {"sh", "-c", command_};
    std::array<char*, 4> arguments = {words[0].data(), words[1].data(), words[2].data(), nullptr};
    std::vector<std::string> entries = environment();
    std::vector<char*> pointers;
    pointers.reserve(entries.size() + 1);
    for (std::string& entry : entries) pointers.push_back(entry.data());
    pointers.push_back(nullptr);
    return ::posix_spawn(&process_, "/bin/sh", &actions, &attributes, arguments.data(), pointers.data()) == 0;
  }

  bool write_all(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t count = ::write(input_, text.data(), text.size());
      if (count >= 0) {
        text.remove_prefix(static_cast<std::size_t>(count));
      } else if (errno != EINTR) {
        return false;
      }
    }
    return true;
  }

  // Nobody reads any more, or there is nothing more to read. If the pager never ran, all goes out plainly.
  void finish() {
    if (state_ != State::kRunning) return;
    ::close(input_);
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    std::signal(SIGINT, old_interrupt_);
    state_ = State::kPlain;
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    const bool could_not_start = keeps_ && (code == kNotFound || code == kNotExecutable);
    was_left_ = !could_not_start;
    if (!could_not_start) return release_errors();
    for (const auto& [stream, text] : kept_) plain_[stream]->write_styled(text);
    forget();
  }

  void release_errors() {
    if (!held_.empty()) plain_[1]->write_styled(held_);
    held_.clear();
  }

  void forget() {
    keeps_ = false;
    kept_.clear();
  }

  std::string command_;
  std::array<std::unique_ptr<Sink>, 2> plain_;
  State state_ = State::kNew;
  bool was_left_ = false;
  pid_t process_ = 0;
  int input_ = -1;
  void (*old_interrupt_)(int) = SIG_DFL;
  bool keeps_ = true;
  std::size_t kept_size_ = 0;
  std::vector<std::pair<std::size_t, std::string>>
      kept_;          // by stream: what it was given as long as it may not be there
  std::string held_;  // for standard error
};

class PagerSink : public Sink {
 public:
  PagerSink(std::shared_ptr<Pager> pager, std::size_t stream) : pager_(std::move(pager)), stream_(stream) {}
  void write(std::string_view text) override { write_styled(shown_text(text)); }
  void write_styled(std::string_view text) override { stream_ == 0 ? pager_->write(text) : pager_->write_error(text); }
  bool is_closed() const override { return pager_->is_closed(); }
  std::string error() const override { return pager_->error(stream_); }

 private:
  std::shared_ptr<Pager> pager_;
  std::size_t stream_;
};

}  // namespace

std::string pager_command() {
  for (const char* name : {"PY3K_PAGER", "PAGER"}) {
    if (!is_set(name)) continue;
    const std::string command = variable(name);
    return command == "cat" ? "" : command;
  }
  return "less -FRX";
}

bool wants_pager(const Options& options, const Console& console) {
  const bool is_dry = !options.write && !options.reads_stdin();
  const bool shows = options.stat || options.diff.value_or(is_dry);
  return options.pager && console.out_is_terminal && shows && !options.quiet && options.output.empty() &&
         options.format == Format::kText && options.command == Command::kConvert;
}

void use_pager(Console& console, const std::string& command) {
  const bool takes_err = console.err_is_terminal;
  std::unique_ptr<Sink> err = takes_err ? std::move(console.err) : nullptr;
  const auto pager = std::make_shared<Pager>(command, std::move(console.out), std::move(err));
  console.out = std::make_unique<PagerSink>(pager, 0);
  if (takes_err) console.err = std::make_unique<PagerSink>(pager, 1);
  console.is_paged = true;
}

}  // namespace py3k::cli
