// DiskStore: the FileStore that is the machine's file system.
//
//   DiskStore store;
//   auto bytes = store.read("app/views.py");
//
// Tests make any system call fail: DiskStore store([](std::string_view call) { return call == "rename" ? EIO : 0; });
#pragma once

#include <functional>

#include "engine/run/file_store.h"
#include "engine/run/replaced_files.h"
#include "engine/run/temporary_file.h"

namespace py3k::engine {

class DiskStore : public FileStore {
 public:
  // Is told the name of each system call that is about to write something; gives the errno to fail with, or 0.
  using Fault = std::function<int(std::string_view call)>;

  DiskStore() = default;
  explicit DiskStore(Fault fault) : fault_(std::move(fault)) {}

  Expected<std::string> read_up_to(const std::string& path, std::uint64_t most) const override;
  Expected<std::string> read_found(const std::string& path, const std::string& real, std::uint64_t most) const override;
  Expected<std::string> read_start(const std::string& path, std::size_t count) const override;
  Expected<void> replace(const std::string& real, std::string_view before, std::string_view after) const override;
  Expected<void> write_beside(const std::string& path, std::string_view content,
                              const std::string& model) const override;
  Expected<void> write_below(const std::string& directory, const std::string& path, std::string_view content,
                             const std::string& model) const override;
  Expected<std::unique_ptr<AppendFile>> create_to_append(const std::string& path) const override;  // append_file.cpp
  Expected<void> remove(const std::string& path) const override;                                   // likewise
  Expected<void> remove_unchanged(const std::string& real, std::string_view content) const override;
  Expected<std::uint64_t> size_of(const std::string& path) const override;  // likewise
  Expected<FileInfo> inspect(const std::string& path) const override;
  Expected<std::vector<DirectoryEntry>> list(const std::string& path) const override;
  Expected<std::string> canonical(const std::string& path) const override;
  Expected<std::unique_ptr<FileLock>> lock(const std::string& directory, LockKind kind) const override;

 private:
  Expected<void> write_new(int directory, const std::string& name, std::string_view content,
                           const std::string& model) const;

  Fault fault_;
  mutable ReplacedFiles replaced_;
  mutable LeftOvers left_overs_;
};

}  // namespace py3k::engine
