// MemoryStore: a FileStore without a disk, for tests. Every call can be made to fail.
//
//   MemoryStore store({{"a.py", "print 1\n"}, {"pkg/b.py", ""}});
//   store.add_link("c.py", "a.py");
//   store.fail_on("write", "a.py", {"can't be written: the disk is full", ""});
//
// Relative paths are relative to `/project`; directories are there because files are in them.
#pragma once

#include <map>
#include <mutex>

#include "engine/run/file_store.h"

namespace py3k::engine {

class MemoryStore : public FileStore {
 public:
  using Files = std::map<std::string, std::string>;  // path → content

  MemoryStore() = default;
  explicit MemoryStore(const Files& files);

  void add(const std::string& path, std::string content);
  void add_directory(const std::string& path);
  void add_link(const std::string& path, const std::string& target);  // a target as a link has it: relative to the link

  // Makes `call` ("read", "write", "list", "inspect", "append", "remove") of a path fail from now on.
  void fail_on(const std::string& call, const std::string& path, Error error);
  // Lets `count` writes, pieces appended included, succeed; all later ones fail.
  void fail_writes_after(int count);

  std::string content(const std::string& path) const;  // "" where there is none
  int write_count() const;

  Expected<std::string> read_up_to(const std::string& path, std::uint64_t most) const override;
  Expected<std::string> read_found(const std::string& path, const std::string& real, std::uint64_t most) const override;
  Expected<std::string> read_start(const std::string& path, std::size_t count) const override;
  Expected<void> replace(const std::string& real, std::string_view before, std::string_view after) const override;
  Expected<void> write_beside(const std::string& path, std::string_view content,
                              const std::string& model) const override;
  Expected<void> write_below(const std::string& directory, const std::string& path, std::string_view content,
                             const std::string& model) const override;
  Expected<std::unique_ptr<AppendFile>> create_to_append(const std::string& path) const override;
  Expected<void> remove(const std::string& path) const override;
  Expected<void> remove_unchanged(const std::string& real, std::string_view content) const override;
  Expected<std::uint64_t> size_of(const std::string& path) const override;
  Expected<FileInfo> inspect(const std::string& path) const override;
  Expected<std::vector<DirectoryEntry>> list(const std::string& path) const override;
  Expected<std::string> canonical(const std::string& path) const override;
  Expected<std::unique_ptr<FileLock>> lock(const std::string& directory, LockKind kind) const override;

 private:
  class Appender;
  struct Entry {
    FileKind kind = FileKind::kFile;  // kDanglingLink: a link
    std::string content;              // of a file; the absolute target of a link
  };

  // All of these expect the lock to be held.
  void add_entry(const std::string& path, Entry entry) const;
  Expected<void> may_write(const std::string& call, const std::string& path) const;
  Expected<void> check(const std::string& call, const std::string& path) const;
  const Entry* find(const std::string& absolute) const;
  Expected<std::string> resolve(const std::string& path) const;
  Expected<void> check_unchanged(const std::string& real, std::string_view content) const;

  mutable std::mutex mutex_;
  mutable std::map<std::string, Entry> entries_;  // by absolute path
  std::map<std::string, Error> faults_;           // by call, a blank, absolute path
  mutable int writes_ = 0;
  int writes_allowed_ = -1;  // no limit
};

}  // namespace py3k::engine
