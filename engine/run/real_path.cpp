#include "engine/run/real_path.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace py3k::engine {
namespace {

int open_at_once(const std::string& path, int flags) {
  struct open_how how {};
  how.flags = static_cast<__u64>(flags);
  how.resolve = RESOLVE_NO_SYMLINKS;
  return static_cast<int>(::syscall(SYS_openat2, AT_FDCWD, path.c_str(), &how, sizeof how));
}

// For kernels before 5.6, and where a sandbox does not know the call.
int open_step_by_step(const std::string& path, int flags) {
  Handle at(::open("/", O_PATH | O_DIRECTORY | O_CLOEXEC));
  std::size_t start = 1;
  for (std::size_t slash = path.find('/', start); at.is_open() && slash != std::string::npos;
       slash = path.find('/', start)) {
    const std::string name = path.substr(start, slash - start);
    if (!name.empty()) at.reset(::openat(at.get(), name.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    start = slash + 1;
  }
  if (!at.is_open()) return -1;
  const std::string name = path.substr(std::min(start, path.size()));
  return ::openat(at.get(), name.empty() ? "." : name.c_str(), flags | O_NOFOLLOW);
}

}  // namespace

void Handle::reset(int file) {
  const int number = errno;
  if (file_ >= 0) ::close(file_);
  file_ = file;
  errno = number;
}

int open_real(const std::string& path, int flags) {
  if (!path.starts_with('/')) return errno = EINVAL, -1;
  const int file = open_at_once(path, flags);
  if (file >= 0 || (errno != ENOSYS && errno != EPERM)) return file;
  return open_step_by_step(path, flags);
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return path.substr(0, std::max<std::size_t>(slash, 1));
}

std::string name_in_parent(const std::string& path) { return path.substr(path.rfind('/') + 1); }

bool is_same_open_file(int one, int other) {
  struct stat a {};
  struct stat b {};
  return ::fstat(one, &a) == 0 && ::fstat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

}  // namespace py3k::engine
