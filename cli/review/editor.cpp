// edit_text: the user's editor, on a temporary file.

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "cli/review/terminal.h"

namespace py3k::cli {
namespace {

using engine::Expected;
using engine::failure;

std::string editor_command() {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing changes the environment
    if (value != nullptr && *value != '\0') return value;
  }
  return "vi";
}

// Gone when it goes.
class TemporaryFile {
 public:
  TemporaryFile() {
    std::error_code error;
    std::filesystem::path directory = std::filesystem::temp_directory_path(error);
    if (error) directory = "/tmp";
    constexpr std::string_view kEnding = ".py";
    path_ = (directory / "py3k-edit-XXXXXX").string();
    path_ += kEnding;
    file_ = ::mkstemps(path_.data(), static_cast<int>(kEnding.size()));
  }
  ~TemporaryFile() {
    if (file_ < 0) return;
    ::close(file_);
    ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  bool is_open() const { return file_ >= 0; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  int file_ = -1;
};

// As system() does it, but with the file's name as an argument, whatever is in it. Ctrl-C in an editor is the editor's.
int run_editor(const std::string& command, const std::string& path) {
  struct sigaction ignore {};
  struct sigaction old_interrupt {};
  ignore.sa_handler = SIG_IGN;
  ::sigaction(SIGINT, &ignore, &old_interrupt);
  const std::string script = command + " \"$1\"";
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGPIPE, SIG_DFL);
    ::execl("/bin/sh", "sh", "-c", script.c_str(), "sh", path.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  int status = -1;
  while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  ::sigaction(SIGINT, &old_interrupt, nullptr);
  return status;
}

}  // namespace

Expected<std::string> edit_text(const std::string& text) {
  const TemporaryFile file;
  if (!file.is_open()) return failure("no temporary file can be made", "set TMPDIR to a directory that can be written");
  std::ofstream(file.path(), std::ios::binary) << text;
  const std::string command = editor_command();
  if (run_editor(command, file.path()) != 0) {
    return failure("the editor `" + command + "` has failed", "set EDITOR to the one you use");
  }
  // Editors put another file in its place, so that it is opened anew.
  std::ifstream edited(file.path(), std::ios::binary);
  if (!edited) return failure("the edited file is gone", "save it under its name");
  return std::string(std::istreambuf_iterator<char>(edited), {});
}

}  // namespace py3k::cli
