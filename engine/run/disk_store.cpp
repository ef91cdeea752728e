#include "engine/run/disk_store.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

#include "engine/run/atomic_write.h"

namespace py3k::engine {
namespace {

constexpr std::uint64_t kMaxSize = 0xFFFFFFFF;  // source.h refuses larger files, but reading them would come first

tl::unexpected<Error> system_failure(std::string_view doing) { return tl::unexpected(file_error(errno, doing)); }

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::kFile;
  return S_ISDIR(mode) ? FileKind::kDirectory : FileKind::kOther;
}

class OpenFile {
 public:
  // Not blocking: a FIFO would wait for a writer before it could be refused.
  explicit OpenFile(const std::string& path) : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~OpenFile() {
    if (file_ >= 0) ::close(file_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  bool is_open() const { return file_ >= 0; }

  // The size in bytes of what has to be a regular file.
  Expected<std::uint64_t> size() const {
    struct stat status {};
    if (::fstat(file_, &status) != 0) return system_failure("can't be read");
    if (S_ISDIR(status.st_mode)) return failure("is a directory");
    if (!S_ISREG(status.st_mode)) return failure("is not a regular file");
    return static_cast<std::uint64_t>(status.st_size);
  }

  Expected<std::string> read(std::size_t limit, std::size_t expected_size) const {
    std::string content(std::min(limit, expected_size + 1), '\0');  // one more, to see the end without growing
    std::size_t filled = 0;
    while (filled < limit) {
      if (filled == content.size()) content.resize(std::min(limit, 2 * content.size() + 1));
      const ssize_t count = ::read(file_, content.data() + filled, content.size() - filled);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return system_failure("can't be read");
      if (count == 0) break;
      filled += static_cast<std::size_t>(count);
    }
    content.resize(filled);
    return content;
  }

 private:
  int file_;
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

Expected<std::string> DiskStore::read(const std::string& path) const {
  const OpenFile file(path);
  if (!file.is_open()) return system_failure("can't be read");
  const auto size = file.size();
  if (!size) return tl::unexpected(size.error());
  if (*size >= kMaxSize) return failure("is 4 GiB or larger", "split it");
  return file.read(kMaxSize, *size);
}

Expected<std::string> DiskStore::read_start(const std::string& path, std::size_t count) const {
  const OpenFile file(path);
  if (!file.is_open()) return system_failure("can't be read");
  const auto size = file.size();
  if (!size) return tl::unexpected(size.error());
  return file.read(count, count);
}

Expected<void> DiskStore::write_atomically(const std::string& path, std::string_view content) const {
  const auto target = canonical(path);
  if (!target) return tl::unexpected(target.error());
  return atomic_write(*target, content, fault_, replaced_);
}

Expected<void> DiskStore::write_beside(const std::string& path, std::string_view content,
                                       const std::string& model) const {
  std::error_code error;
  const std::filesystem::path directory = std::filesystem::path(path).parent_path();
  if (!directory.empty()) std::filesystem::create_directories(directory, error);
  if (error) return tl::unexpected(file_error(error.value(), "lies in a directory that can't be made"));
  return atomic_write_as(path, content, model, fault_);
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
