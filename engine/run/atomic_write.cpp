#include "engine/run/atomic_write.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "engine/run/real_path.h"
#include "engine/run/temporary_file.h"

namespace py3k::engine {
namespace {

constexpr const char* kAccessList = "system.posix_acl_access";

Error changed_meanwhile() {
  return {"has been changed by somebody else meanwhile; it was left as it is now", "run py3k again"};
}

bool is_same_time(const timespec& a, const timespec& b) { return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec; }

// Nothing has been written, renamed or given other rights between two looks.
bool is_untouched(const struct stat& one, const struct stat& other) {
  return one.st_dev == other.st_dev && one.st_ino == other.st_ino && one.st_size == other.st_size &&
         is_same_time(one.st_mtim, other.st_mtim) && is_same_time(one.st_ctim, other.st_ctim);
}

// Nothing where it can't be read, with errno.
std::optional<bool> has_content(int file, std::string_view content) {
  std::array<char, 65536> buffer;
  std::size_t at = 0;
  while (true) {
    const ssize_t count = ::pread(file, buffer.data(), buffer.size(), static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    const auto size = static_cast<std::size_t>(count);
    if (size == 0) return at == content.size();
    if (content.substr(std::min(at, content.size()), size) != std::string_view(buffer.data(), size)) return false;
    at += size;
  }
}

// The temporary file on its way. Calls report success as true; after a failure, error() says what it was.
class Replacement {
 public:
  Replacement(int directory, const std::string& name, const DiskStore::Fault& fault)
      : directory_(directory), name_(name), fault_(fault), temporary_(directory) {}

  const Error& error() const { return error_; }
  int original() const { return file_.get(); }

  bool look_at_original() {
    if (!may("open")) return failed("can't be read");
    file_.reset(::openat(directory_, name_.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!file_.is_open() && errno == ELOOP) return refuse({"is a symbolic link by now", ""});
    if (!file_.is_open()) return failed("can't be read");
    if (!may("stat") || ::fstat(file_.get(), &original_) != 0) return failed("can't be read");
    if (!S_ISREG(original_.st_mode)) return refuse({"is not a regular file", ""});
    if (original_.st_nlink > 1) {
      return refuse(
          {"has several names (hard links), which a replacement would part", "make it a copy of its own first"});
    }
    // A rename would replace it all the same, but whoever made it read-only did not want that.
    if (!may("access") || ::faccessat(directory_, name_.c_str(), W_OK, AT_EACCESS) != 0) {
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
    if (!may("create") || !temporary_.create()) return failed("can't be replaced");
    return true;
  }

  bool write(std::string_view content) {
    while (!content.empty()) {
      if (!may("write")) return failed("can't be written");
      const ssize_t count = ::write(temporary_.file(), content.data(), content.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return failed("can't be written");
      content.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  // In this order: a change of owner clears the set-user-id bit, and a change of mode may clear an access list.
  bool take_over_attributes() {
    return take_over_owner() && drop_inherited_access() && take_over_mode() && take_over_extended() &&
           take_over_flags();
  }

  bool take_over_mode() {
    constexpr mode_t kPermissions = 07777;
    if (may("fchmod") && ::fchmod(temporary_.file(), original_.st_mode & kPermissions) == 0) return true;
    return failed("can't be given its mode again");
  }

  // What a directory says about who may use new files must not let anybody in to this one.
  bool drop_inherited_access() {
    if (!may("fremovexattr")) return failed("can't be kept from those who might not use it before");
    if (::fremovexattr(temporary_.file(), kAccessList) == 0 || errno == ENODATA || errno == ENOTSUP) return true;
    return failed("can't be kept from those who might not use it before");
  }

  // The directory need not reach the disk: should the machine stop now, the old file or the new one is there.
  bool reach_the_disk() {
    if (!may("fsync") || ::fsync(temporary_.file()) != 0) return failed("can't be written");
    // Network file systems report a full disk only at a close(); the file itself stays open for its lock.
    const int copy = ::fcntl(temporary_.file(), F_DUPFD_CLOEXEC, 0);
    if (copy < 0 || ::close(copy) != 0) return failed("can't be written");
    return may("close") || failed("can't be written");
  }

  // The last thing before finish().
  bool is_as_it_was(std::string_view content) {
    struct stat before {};
    struct stat now {};
    if (!may("look") || ::fstat(file_.get(), &before) != 0) return failed("can't be read");
    const auto is_same = has_content(file_.get(), content);
    if (!is_same) return failed("can't be read");
    const bool is_there = ::fstatat(directory_, name_.c_str(), &now, AT_SYMLINK_NOFOLLOW) == 0;
    const bool is_kept = before.st_mode == original_.st_mode && before.st_uid == original_.st_uid &&
                         before.st_gid == original_.st_gid && before.st_nlink == original_.st_nlink;
    return (*is_same && is_there && is_kept && is_untouched(before, now)) || refuse(changed_meanwhile());
  }

  bool finish() { return (may("rename") && temporary_.rename_to(name_)) || failed("can't be replaced"); }

 private:
  bool may(std::string_view call) const {
    const int number = fault_ ? fault_(call) : 0;
    errno = number;
    return number == 0;
  }

  bool failed(std::string_view doing) { return refuse(file_error(errno, doing)); }
  bool refuse(Error error) {
    error_ = std::move(error);
    return false;
  }

  bool take_over_owner() {
    struct stat mine {};
    if (!may("fstat") || ::fstat(temporary_.file(), &mine) != 0) return failed("can't be replaced");
    if (mine.st_uid == original_.st_uid && mine.st_gid == original_.st_gid) return true;
    if (may("fchown") && ::fchown(temporary_.file(), original_.st_uid, original_.st_gid) == 0) return true;
    return refuse({"can't be replaced without changing its owner or group", "run py3k as its owner"});
  }

  bool take_over_extended() {
    if (!may("listxattr")) return failed("has extended attributes that can't be read");
    const ssize_t size = ::flistxattr(file_.get(), nullptr, 0);
    if (size < 0 && errno == ENOTSUP) return true;
    if (size < 0) return failed("has extended attributes that can't be read");
    if (size == 0) return true;
    std::vector<char> names(static_cast<std::size_t>(size));
    const ssize_t used = ::flistxattr(file_.get(), names.data(), names.size());
    if (used < 0) return failed("has extended attributes that can't be read");
    for (const char* name = names.data(); name < names.data() + used; name += std::string_view(name).size() + 1) {
      if (!take_over_attribute(name)) return false;
    }
    return true;
  }

  bool take_over_attribute(const char* name) {
    if (!may("getxattr")) return failed("has extended attributes that can't be read");
    const ssize_t size = ::fgetxattr(file_.get(), name, nullptr, 0);
    std::vector<char> value(size < 0 ? 0 : static_cast<std::size_t>(size));
    const ssize_t used = size < 0 ? size : ::fgetxattr(file_.get(), name, value.data(), value.size());
    const auto length = static_cast<std::size_t>(std::max<ssize_t>(used, 0));
    const bool is_copied =
        used >= 0 && may("fsetxattr") && ::fsetxattr(temporary_.file(), name, value.data(), length, 0) == 0;
    if (is_copied || errno == ENODATA) return true;
    // Those that only the system may set, it sets by itself for a file in this place.
    const std::string_view full_name = name;
    const bool is_systems = full_name.starts_with("security.") || full_name.starts_with("trusted.");
    if (is_systems && (errno == EPERM || errno == ENOTSUP || errno == EACCES)) return true;
    return failed("has extended attributes that can't be kept");
  }

  // Those that a user sets, as chattr does. Most file systems have none; one that is immutable can't be replaced
  // anyway.
  bool take_over_flags() {
    constexpr int kUsers = FS_NODUMP_FL | FS_NOATIME_FL | FS_SYNC_FL;
    int flags = 0;
    if (::ioctl(file_.get(), FS_IOC_GETFLAGS, &flags) != 0 || (flags & kUsers) == 0) return true;
    int mine = 0;
    if (::ioctl(temporary_.file(), FS_IOC_GETFLAGS, &mine) != 0) return failed("has file flags that can't be kept");
    mine |= flags & kUsers;
    return ::ioctl(temporary_.file(), FS_IOC_SETFLAGS, &mine) == 0 || failed("has file flags that can't be kept");
  }

  int directory_;
  const std::string& name_;
  const DiskStore::Fault& fault_;
  TemporaryFile temporary_;
  Handle file_;  // the original
  struct stat original_ {};
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

Expected<void> atomic_replace(int directory, const std::string& name, std::string_view before, std::string_view after,
                              const DiskStore::Fault& fault, ReplacedFiles& replaced) {
  Replacement replacement(directory, name, fault);
  const bool is_ready = replacement.look_at_original() && replacement.create() && replacement.write(after) &&
                        replacement.take_over_attributes() && replacement.reach_the_disk();
  if (is_ready) replaced.keep(::fcntl(replacement.original(), F_DUPFD_CLOEXEC, 0));
  if (!is_ready || !replacement.is_as_it_was(before) || !replacement.finish()) {
    return tl::unexpected(replacement.error());
  }
  return {};
}

Expected<void> remove_unchanged(int directory, const std::string& name, std::string_view content) {
  const DiskStore::Fault fault;
  Replacement look(directory, name, fault);
  if (!look.look_at_original() || !look.is_as_it_was(content)) return tl::unexpected(look.error());
  if (::unlinkat(directory, name.c_str(), 0) != 0) return tl::unexpected(file_error(errno, "can't be removed"));
  return {};
}

Expected<void> atomic_write_new(int directory, const std::string& name, std::string_view content,
                                const std::string& model, const DiskStore::Fault& fault) {
  Replacement replacement(directory, name, fault);
  const bool is_done = replacement.look_at_model(model) && replacement.create() && replacement.write(content) &&
                       replacement.take_over_mode() && replacement.reach_the_disk() && replacement.finish();
  if (!is_done) return tl::unexpected(replacement.error());
  return {};
}

}  // namespace py3k::engine
