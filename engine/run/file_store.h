// FileStore: the disk, as far as py3k needs it. DiskStore is the real one, MemoryStore the one for tests.
//
//   auto bytes = store.read("app/views.py");
//   auto written = store.rewrite("app/views.py", *bytes, converted);   // all of it, or nothing has changed
//
// All functions may be called from several threads at once. Paths are bytes, with `/` between names; relative ones are
// relative to the working directory. Errors read as what follows a path: "does not exist".
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/error.h"

namespace py3k::engine {

enum class FileKind : std::uint8_t { kFile, kDirectory, kOther, kDanglingLink };

struct FileInfo {
  FileKind kind = FileKind::kFile;  // of what a symbolic link leads to
  bool is_link = false;
};

struct DirectoryEntry {
  std::string name;
  FileKind kind = FileKind::kFile;  // of what a symbolic link leads to
  bool is_link = false;
};

// A file that only grows. What has been appended outlives the process, whatever becomes of it.
class AppendFile {
 public:
  virtual ~AppendFile() = default;
  // Both, one after the other; after a failure neither is there.
  virtual Expected<void> append(std::string_view head, std::string_view body) = 0;
};

// Held as long as it lives.
class FileLock {
 public:
  virtual ~FileLock() = default;
};
enum class LockKind : std::uint8_t { kShared, kAlone };

// What people write is a hundred times smaller. A tree takes up to 120 times what its text does.
inline constexpr std::uint64_t kLargestSource = 16ULL << 20;
inline constexpr std::uint64_t kLargestFile = 0xFFFFFFFE;  // offsets in source have 32 bits

class FileStore {
 public:
  virtual ~FileStore() = default;

  // The content of a regular file, which is not even read if it is larger than so many bytes.
  virtual Expected<std::string> read_up_to(const std::string& path, std::uint64_t most) const = 0;
  Expected<std::string> read(const std::string& path) const { return read_up_to(path, kLargestFile); }
  // The same of a file that was found to lie at `real`, a canonical path: fails where something else is there by now.
  virtual Expected<std::string> read_found(const std::string& path, const std::string& real,
                                           std::uint64_t most) const = 0;
  // Its first bytes only; fewer if it is shorter.
  virtual Expected<std::string> read_start(const std::string& path, std::size_t count) const = 0;

  // Replaces the content of an existing file, all of it or not at all: after a failure, or a crash at any moment, the
  // old content is still there. Keeps mode, owner, access list and extended attributes. `real` is a canonical path:
  // what has become a link since stays, and so do a file with several names (hard links) and one that does not hold
  // `before` any more; those are failures.
  virtual Expected<void> replace(const std::string& real, std::string_view before, std::string_view after) const = 0;
  // The same of whatever a path leads to.
  Expected<void> rewrite(const std::string& path, std::string_view before, std::string_view after) const {
    const auto real = canonical(path);
    if (!real) return tl::unexpected(real.error());
    return replace(*real, before, after);
  }

  // Writes a file that need not be there yet, all of it or not at all, and the directories that it lies in. Its mode is
  // that of `model`, another file. What had its name before, a link too, is gone.
  virtual Expected<void> write_beside(const std::string& path, std::string_view content,
                                      const std::string& model) const = 0;
  // The same for a path in a directory, which no link leads out of.
  virtual Expected<void> write_below(const std::string& directory, const std::string& path, std::string_view content,
                                     const std::string& model) const = 0;

  // Makes an empty file, for the user's eyes only, and the directories that it lies in. Fails where its name is taken.
  virtual Expected<std::unique_ptr<AppendFile>> create_to_append(const std::string& path) const = 0;
  virtual Expected<void> remove(const std::string& path) const = 0;  // a file
  // A file at a canonical path; with any other content it stays, and that is a failure.
  virtual Expected<void> remove_unchanged(const std::string& real, std::string_view content) const = 0;
  virtual Expected<std::uint64_t> size_of(const std::string& path) const = 0;

  virtual Expected<FileInfo> inspect(const std::string& path) const = 0;
  // What is in a directory, `.` and `..` aside, in no particular order.
  virtual Expected<std::vector<DirectoryEntry>> list(const std::string& path) const = 0;
  // The absolute path without symbolic links: the same for two paths that lead to the same place.
  virtual Expected<std::string> canonical(const std::string& path) const = 0;
  // Waits for others that hold it, a while. Between processes, not between threads.
  virtual Expected<std::unique_ptr<FileLock>> lock(const std::string& directory, LockKind kind) const = 0;
};

}  // namespace py3k::engine
