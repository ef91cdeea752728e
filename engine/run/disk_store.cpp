#include "engine/run/disk_store.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "engine/run/atomic_write.h"
#include "engine/run/real_path.h"

namespace py3k::engine {
namespace {

// How long another process may hold a lock: an undo takes seconds.
constexpr int kLockAttempts = 200;
constexpr auto kLockPause = std::chrono::milliseconds(50);

tl::unexpected<Error> system_failure(std::string_view doing) { return tl::unexpected(file_error(errno, doing)); }

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::kFile;
  return S_ISDIR(mode) ? FileKind::kDirectory : FileKind::kOther;
}

std::string size_text(std::uint64_t bytes) {
  constexpr unsigned kMega = 20;
  constexpr unsigned kGiga = 30;
  if (bytes + 2 >= 1ULL << kGiga) return std::to_string((bytes + 2) >> kGiga) + " GiB";
  return bytes >> kMega > 0 ? std::to_string(bytes >> kMega) + " MB" : std::to_string(bytes) + " bytes";
}

// Reading does not block: a FIFO would wait for a writer before it could be refused.
constexpr int kToRead = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
constexpr int kDirectory = O_PATH | O_DIRECTORY | O_CLOEXEC;

class OpenFile {
 public:
  explicit OpenFile(Handle file) : file_(std::move(file)) {}

  // The size in bytes of what has to be a regular file.
  Expected<std::uint64_t> size() const {
    struct stat status {};
    if (::fstat(file_.get(), &status) != 0) return system_failure("can't be read");
    if (S_ISDIR(status.st_mode)) return failure("is a directory");
    if (!S_ISREG(status.st_mode)) return failure("is not a regular file");
    return static_cast<std::uint64_t>(status.st_size);
  }

  Expected<std::string> read_up_to(std::uint64_t most) const {
    const auto size = this->size();
    if (!size) return tl::unexpected(size.error());
    auto content = *size > most ? std::string() : read(most + 1, *size);
    if (*size > most || (content && content->size() > most)) {
      return failure("is larger than " + size_text(most) + ", and so is not read", "split it");
    }
    return content;
  }

  Expected<std::string> read(std::size_t limit, std::size_t expected_size) const {
    std::string content(std::min(limit, expected_size + 1), '\0');  // one more, to see the end without growing
    std::size_t filled = 0;
    while (filled < limit) {
      if (filled == content.size()) content.resize(std::min(limit, 2 * content.size() + 1));
      const ssize_t count = ::read(file_.get(), content.data() + filled, content.size() - filled);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return system_failure("can't be read");
      if (count == 0) break;
      filled += static_cast<std::size_t>(count);
    }
    content.resize(filled);
    return content;
  }

 private:
  Handle file_;
};

FileInfo info_of(int directory, const char* name, const struct stat& status) {
  if (!S_ISLNK(status.st_mode)) return {kind_of(status.st_mode), false};
  struct stat target {};
  if (::fstatat(directory, name, &target, 0) != 0) return {FileKind::kDanglingLink, true};
  return {kind_of(target.st_mode), true};
}

// Most file systems say what an entry is without a system call for each.
std::optional<FileInfo> info_of(int directory, const dirent& entry) {
  if (entry.d_type == DT_REG) return FileInfo{FileKind::kFile, false};
  if (entry.d_type == DT_DIR) return FileInfo{FileKind::kDirectory, false};
  struct stat status {};
  if (::fstatat(directory, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) return std::nullopt;
  return info_of(directory, entry.d_name, status);
}

struct CloseDirectory {
  void operator()(DIR* directory) const { ::closedir(directory); }
};

struct Free {
  void operator()(char* text) const { std::free(text); }  // NOLINT(cppcoreguidelines-no-malloc)
};

}  // namespace

Expected<std::string> DiskStore::read_up_to(const std::string& path, std::uint64_t most) const {
  Handle file(::open(path.c_str(), kToRead));
  if (!file.is_open()) return system_failure("can't be read");
  return OpenFile(std::move(file)).read_up_to(most);
}

Expected<std::string> DiskStore::read_found(const std::string& path, const std::string& real,
                                            std::uint64_t most) const {
  const auto moved = [] { return failure("leads elsewhere by now; it was left alone", "run py3k again"); };
  Handle file(::open(path.c_str(), kToRead | O_NOFOLLOW));
  if (!file.is_open() && errno != ELOOP) return system_failure("can't be read");
  const bool is_link = !file.is_open();
  Handle found(open_real(real, is_link ? kToRead : O_PATH | O_CLOEXEC));
  if (!found.is_open()) return errno == EMFILE || errno == ENFILE ? system_failure("can't be read") : moved();
  if (is_link) return OpenFile(std::move(found)).read_up_to(most);
  if (!is_same_open_file(file.get(), found.get())) return moved();
  found.reset();
  return OpenFile(std::move(file)).read_up_to(most);
}

Expected<std::string> DiskStore::read_start(const std::string& path, std::size_t count) const {
  Handle file(::open(path.c_str(), kToRead));
  if (!file.is_open()) return system_failure("can't be read");
  const OpenFile open(std::move(file));
  const auto size = open.size();
  if (!size) return tl::unexpected(size.error());
  return open.read(count, count);
}

Expected<void> DiskStore::replace(const std::string& real, std::string_view before, std::string_view after) const {
  const Handle directory(open_real(parent_of(real), kDirectory));
  if (!directory.is_open()) return system_failure("can't be replaced");
  left_overs_.remove_from(directory.get());
  return atomic_replace(directory.get(), name_in_parent(real), before, after, fault_, replaced_);
}

Expected<void> DiskStore::remove_unchanged(const std::string& real, std::string_view content) const {
  const Handle directory(open_real(parent_of(real), kDirectory));
  if (!directory.is_open()) return system_failure("can't be removed");
  return engine::remove_unchanged(directory.get(), name_in_parent(real), content);
}

Expected<void> DiskStore::write_new(int directory, const std::string& name, std::string_view content,
                                    const std::string& model) const {
  left_overs_.remove_from(directory);
  return atomic_write_new(directory, name, content, model, fault_);
}

Expected<void> DiskStore::write_beside(const std::string& path, std::string_view content,
                                       const std::string& model) const {
  constexpr std::string_view kNoDirectory = "lies in a directory that can't be made";
  std::error_code error;
  const std::string parent = parent_of(path);
  std::filesystem::create_directories(parent, error);
  if (error) return tl::unexpected(file_error(error.value(), kNoDirectory));
  const Handle directory(::open(parent.c_str(), kDirectory));
  if (!directory.is_open()) return system_failure(kNoDirectory);
  return write_new(directory.get(), name_in_parent(path), content, model);
}

Expected<void> DiskStore::write_below(const std::string& top, const std::string& path, std::string_view content,
                                      const std::string& model) const {
  constexpr std::string_view kNoDirectory = "lies in a directory that can't be made";
  constexpr mode_t kAll = 0777;
  std::error_code error;
  std::filesystem::create_directories(top, error);
  if (error) return tl::unexpected(file_error(error.value(), kNoDirectory));
  Handle directory(::open(top.c_str(), kDirectory));
  std::size_t start = 0;
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', start)) {
    const std::string name = path.substr(start, slash - start);
    if (name == "..") return failure("lies outside of " + top);
    if (!directory.is_open()) break;
    const bool is_made = ::mkdirat(directory.get(), name.c_str(), kAll) == 0 || errno == EEXIST;
    if (!is_made) return system_failure(kNoDirectory);
    directory.reset(::openat(directory.get(), name.c_str(), kDirectory | O_NOFOLLOW));
    start = slash + 1;
  }
  if (!directory.is_open() && (errno == ELOOP || errno == ENOTDIR)) {
    return failure("lies in something that is no directory, or a symbolic link", "remove that, or name another one");
  }
  if (!directory.is_open()) return system_failure(kNoDirectory);
  return write_new(directory.get(), path.substr(start), content, model);
}

namespace {

class DirectoryLock : public FileLock {
 public:
  explicit DirectoryLock(Handle directory) : directory_(std::move(directory)) {}

 private:
  Handle directory_;
};

}  // namespace

Expected<std::unique_ptr<FileLock>> DiskStore::lock(const std::string& path, LockKind kind) const {
  Handle directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!directory.is_open()) return system_failure("can't be locked");
  const int how = (kind == LockKind::kAlone ? LOCK_EX : LOCK_SH) | LOCK_NB;
  for (int i = 0; ::flock(directory.get(), how) != 0; ++i) {
    if (errno == EINTR) continue;
    // Network file systems have no locks, or none for what is open to be read.
    if (errno == ENOLCK || errno == ENOTSUP || errno == EBADF) break;
    if (errno != EWOULDBLOCK) return system_failure("can't be locked");
    if (i == kLockAttempts) return failure("is in use by another py3k", "let that one end first");
    std::this_thread::sleep_for(kLockPause);
  }
  return std::make_unique<DirectoryLock>(std::move(directory));
}

Expected<FileInfo> DiskStore::inspect(const std::string& path) const {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return system_failure("can't be looked at");
  return info_of(AT_FDCWD, path.c_str(), status);
}

Expected<std::vector<DirectoryEntry>> DiskStore::list(const std::string& path) const {
  const std::unique_ptr<DIR, CloseDirectory> directory(::opendir(path.c_str()));
  if (!directory) return system_failure("can't be listed");
  std::vector<DirectoryEntry> entries;
  errno = 0;
  while (const dirent* entry = ::readdir(directory.get())) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    // What has gone since it was listed is not there.
    if (const auto info = info_of(::dirfd(directory.get()), *entry)) {
      entries.push_back({std::string(name), info->kind, info->is_link});
    }
    errno = 0;
  }
  if (errno != 0) return system_failure("can't be listed");
  return entries;
}

Expected<std::string> DiskStore::canonical(const std::string& path) const {
  const std::unique_ptr<char, Free> resolved(::realpath(path.c_str(), nullptr));
  if (!resolved) return system_failure("can't be found");
  return std::string(resolved.get());
}

}  // namespace py3k::engine
