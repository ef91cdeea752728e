// open_real: opens a file by a path in which nothing is a symbolic link, so that nobody who can swap a directory for a
// link chooses what is opened. Handle: an open file or directory, closed with it.
//
//   const Handle directory(open_real("/home/me/app", O_PATH | O_DIRECTORY | O_CLOEXEC));   // ELOOP: there is a link
//   if (directory.is_open()) openat(directory.get(), "a.py", O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
#pragma once

#include <unistd.h>

#include <string>
#include <utility>

namespace py3k::engine {

class Handle {
 public:
  Handle() = default;
  explicit Handle(int file) : file_(file) {}
  ~Handle() { reset(); }
  Handle(Handle&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  Handle& operator=(Handle&& other) noexcept {
    reset(std::exchange(other.file_, -1));
    return *this;
  }

  bool is_open() const { return file_ >= 0; }
  int get() const { return file_; }
  int release() { return std::exchange(file_, -1); }
  // Keeps errno, which says what the last call did.
  void reset(int file = -1);

 private:
  int file_ = -1;
};

// An open file, or -1 with errno. `path` is absolute.
int open_real(const std::string& path, int flags);

// "/a/b.py" lies in "/a", "b.py" in ".".
std::string parent_of(const std::string& path);
std::string name_in_parent(const std::string& path);

// Are two open files one and the same?
bool is_same_open_file(int one, int other);

}  // namespace py3k::engine
