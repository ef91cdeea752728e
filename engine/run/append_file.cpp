// DiskStore's files that grow.

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "engine/run/atomic_write.h"
#include "engine/run/disk_store.h"

namespace py3k::engine {
namespace {

iovec piece_of(std::string_view text) { return {const_cast<char*>(text.data()), text.size()}; }  // NOLINT: only read

class DiskAppendFile : public AppendFile {
 public:
  DiskAppendFile(int file, DiskStore::Fault fault) : file_(file), fault_(std::move(fault)) {}
  ~DiskAppendFile() override { ::close(file_); }
  DiskAppendFile(const DiskAppendFile&) = delete;
  DiskAppendFile& operator=(const DiskAppendFile&) = delete;

  Expected<void> append(std::string_view head, std::string_view body) override {
    if (is_broken_) return failure("can't be written: it ends within a record");
    while (!head.empty() || !body.empty()) {
      const std::array<iovec, 2> pieces = {piece_of(head), piece_of(body)};
      errno = fault_ ? fault_("append") : 0;
      const ssize_t count = errno != 0 ? -1 : ::writev(file_, pieces.data(), pieces.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return give_up(file_error(errno, "can't be written"));
      const auto written = static_cast<std::size_t>(count);
      const std::size_t of_head = std::min(written, head.size());
      head.remove_prefix(of_head);
      body.remove_prefix(written - of_head);
      unfinished_ += count;
    }
    length_ += std::exchange(unfinished_, 0);
    return {};
  }

 private:
  // What was written of a record that won't be whole goes, so that the next one stands where it is looked for.
  Expected<void> give_up(Error error) {
    is_broken_ = std::exchange(unfinished_, 0) > 0 && ::ftruncate(file_, length_) != 0;
    return tl::unexpected(std::move(error));
  }

  int file_;
  DiskStore::Fault fault_;
  off_t length_ = 0;
  off_t unfinished_ = 0;
  bool is_broken_ = false;
};

}  // namespace

Expected<std::unique_ptr<AppendFile>> DiskStore::create_to_append(const std::string& path) const {
  constexpr mode_t kForTheUser = 0600;
  std::error_code error;
  const std::filesystem::path directory = std::filesystem::path(path).parent_path();
  if (!directory.empty()) std::filesystem::create_directories(directory, error);
  if (error) return tl::unexpected(file_error(error.value(), "lies in a directory that can't be made"));
  errno = fault_ ? fault_("create") : 0;
  const int flags = O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW;
  const int file = errno != 0 ? -1 : ::open(path.c_str(), flags, kForTheUser);
  if (file < 0) return tl::unexpected(file_error(errno, "can't be made"));
  return std::make_unique<DiskAppendFile>(file, fault_);
}

Expected<void> DiskStore::remove(const std::string& path) const {
  if (::unlink(path.c_str()) != 0) return tl::unexpected(file_error(errno, "can't be removed"));
  return {};
}

Expected<std::uint64_t> DiskStore::size_of(const std::string& path) const {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return tl::unexpected(file_error(errno, "can't be looked at"));
  return static_cast<std::uint64_t>(status.st_size);
}

}  // namespace py3k::engine
