#include "engine/run/atomic_write.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>
#include <vector>

namespace py3k::engine {
namespace {

// The temporary file, which goes when this does unless it has taken its final name. Calls report success as true; after
// a failure, error() says what it was.
class Replacement {
 public:
  Replacement(const std::string& path, const DiskStore::Fault& fault) : path_(path), fault_(fault) {}
  ~Replacement() {
    if (file_ >= 0) ::close(file_);
    if (is_there_) ::unlink(temporary_.c_str());
  }
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;

  const Error& error() const { return error_; }

  bool look_at_original() {
    if (!may("stat") || ::stat(path_.c_str(), &original_) != 0) return failed("can't be read");
    if (!S_ISREG(original_.st_mode)) {
      error_ = {"is not a regular file", ""};
      return false;
    }
    if (original_.st_nlink > 1) {
      error_ = {"has several names (hard links), which a replacement would part", "make it a copy of its own first"};
      return false;
    }
    // A rename would replace it all the same, but whoever made it read-only did not want that.
    if (!may("access") || ::faccessat(AT_FDCWD, path_.c_str(), W_OK, AT_EACCESS) != 0) {
      return failed("can't be written");
    }
    return true;
  }

  // The file whose mode the new one takes, which need not be the one that is replaced.
  bool look_at_model(const std::string& model) {
    if (!may("stat") || ::stat(model.c_str(), &original_) != 0) return failed("can't be written");
    return true;
  }

  bool create() {
    static std::atomic<unsigned> counter = 0;
    const std::size_t slash = path_.rfind('/');
    const std::string directory = slash == std::string::npos ? "" : path_.substr(0, slash + 1);
    constexpr int kAttempts = 100;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
      temporary_ = directory + ".py3k-" + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".tmp";
      if (!may("open")) return failed("can't be replaced");
      file_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
      if (file_ >= 0) {
        is_there_ = true;
        return true;
      }
      if (errno != EEXIST) break;
    }
    return failed("can't be replaced");
  }

  bool write(std::string_view content) {
    while (!content.empty()) {
      if (!may("write")) return failed("can't be written");
      const ssize_t count = ::write(file_, content.data(), content.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return failed("can't be written");
      content.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  // In this order: a change of owner clears the set-user-id bit, and a change of mode may clear an access list.
  bool take_over_attributes() { return take_over_owner() && take_over_mode() && take_over_extended(); }

  bool take_over_mode() {
    constexpr mode_t kPermissions = 07777;
    if (may("fchmod") && ::fchmod(file_, original_.st_mode & kPermissions) == 0) return true;
    return failed("can't be given its mode again");
  }

  // Of the file that goes.
  int open_original() const { return ::open(path_.c_str(), O_PATH | O_CLOEXEC | O_NOFOLLOW); }

  // The directory need not reach the disk: should the machine stop now, the old file or the new one is there.
  bool finish() {
    if (!may("fsync") || ::fsync(file_) != 0) return failed("can't be written");
    if (!close()) return failed("can't be written");  // network file systems report a full disk only here
    if (!may("rename") || ::rename(temporary_.c_str(), path_.c_str()) != 0) return failed("can't be replaced");
    is_there_ = false;
    return true;
  }

 private:
  bool may(std::string_view call) const {
    const int number = fault_ ? fault_(call) : 0;
    errno = number;
    return number == 0;
  }

  bool close() {
    const int fault_number = may("close") ? 0 : errno;
    const int result = ::close(std::exchange(file_, -1));
    if (fault_number == 0) return result == 0;
    errno = fault_number;
    return false;
  }

  bool failed(std::string_view doing) {
    error_ = file_error(errno, doing);
    return false;
  }

  bool take_over_owner() {
    struct stat mine {};
    if (!may("fstat") || ::fstat(file_, &mine) != 0) return failed("can't be replaced");
    if (mine.st_uid == original_.st_uid && mine.st_gid == original_.st_gid) return true;
    if (may("fchown") && ::fchown(file_, original_.st_uid, original_.st_gid) == 0) return true;
    error_ = {"can't be replaced without changing its owner or group", "run py3k as its owner"};
    return false;
  }

  bool take_over_extended() {
    if (!may("listxattr")) return failed("has extended attributes that can't be read");
    const ssize_t size = ::listxattr(path_.c_str(), nullptr, 0);
    if (size < 0 && errno == ENOTSUP) return true;
    if (size < 0) return failed("has extended attributes that can't be read");
    if (size == 0) return true;
    std::vector<char> names(static_cast<std::size_t>(size));
    const ssize_t used = ::listxattr(path_.c_str(), names.data(), names.size());
    if (used < 0) return failed("has extended attributes that can't be read");
    for (const char* name = names.data(); name < names.data() + used; name += std::string_view(name).size() + 1) {
      if (!take_over_attribute(name)) return false;
    }
    return true;
  }

  bool take_over_attribute(const char* name) {
    if (!may("getxattr")) return failed("has extended attributes that can't be read");
    const ssize_t size = ::getxattr(path_.c_str(), name, nullptr, 0);
    std::vector<char> value(size < 0 ? 0 : static_cast<std::size_t>(size));
    const ssize_t used = size < 0 ? size : ::getxattr(path_.c_str(), name, value.data(), value.size());
    const bool is_copied =
        used >= 0 && may("fsetxattr") && ::fsetxattr(file_, name, value.data(), static_cast<std::size_t>(used), 0) == 0;
    if (is_copied || errno == ENODATA) return true;
    // Those that only the system may set, it sets by itself for a file in this place.
    const std::string_view full_name = name;
    const bool is_systems = full_name.starts_with("security.") || full_name.starts_with("trusted.");
    if (is_systems && (errno == EPERM || errno == ENOTSUP || errno == EACCES)) return true;
    return failed("has extended attributes that can't be kept");
  }

  const std::string& path_;
  const DiskStore::Fault& fault_;
  std::string temporary_;
  struct stat original_ {};
  int file_ = -1;
  bool is_there_ = false;
  Error error_;
};

}  // namespace

Error file_error(int error_number, std::string_view doing) {
  switch (error_number) {
    case ENOENT:
      return {"does not exist", ""};
    case ENOTDIR:
      return {"does not exist: a part of its path is not a directory", ""};
    case EACCES:
    case EPERM:
      return {std::string(doing) + ": permission denied", ""};
    case EROFS:
      return {std::string(doing) + ": the file system is read-only", ""};
    case ENOSPC:
    case EDQUOT:
      return {std::string(doing) + ": the disk is full", "free some space and run py3k again"};
    case ELOOP:
      return {"is a symbolic link that leads back to itself", ""};
    default:
      return {std::string(doing) + ": " + std::generic_category().message(error_number), ""};
  }
}

Expected<void> atomic_write(const std::string& path, std::string_view content, const DiskStore::Fault& fault,
                            ReplacedFiles& replaced) {
  Replacement replacement(path, fault);
  const bool is_ready = replacement.look_at_original() && replacement.create() && replacement.write(content) &&
                        replacement.take_over_attributes();
  if (is_ready) replaced.keep(replacement.open_original());
  if (!is_ready || !replacement.finish()) return tl::unexpected(replacement.error());
  return {};
}

Expected<void> atomic_write_as(const std::string& path, std::string_view content, const std::string& model,
                               const DiskStore::Fault& fault) {
  Replacement replacement(path, fault);
  const bool is_done = replacement.look_at_model(model) && replacement.create() && replacement.write(content) &&
                       replacement.take_over_mode() && replacement.finish();
  if (!is_done) return tl::unexpected(replacement.error());
  return {};
}

}  // namespace py3k::engine
