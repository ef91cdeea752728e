// HoldingStore: a FileStore that keeps to itself what would be replaced, so that somebody can decide about it later.
//
//   HoldingStore held(disk);
//   convert_everything(held);                                   // the disk is as it was
//   for (const auto& [path, content] : held.take()) …
#pragma once

#include <map>
#include <mutex>

#include "engine/run/file_store.h"

namespace py3k::engine {

class HoldingStore : public FileStore {
 public:
  // `store` has to outlive it.
  explicit HoldingStore(const FileStore& store) : store_(store) {}

  // What replace() was told to write, by canonical path.
  std::map<std::string, std::string> take() { return std::move(held_); }

  Expected<void> replace(const std::string& real, std::string_view, std::string_view after) const override {
    const std::lock_guard lock(mutex_);
    held_[real] = after;
    return {};
  }

  // All else is done at once.
  Expected<std::string> read_up_to(const std::string& path, std::uint64_t most) const override {
    return store_.read_up_to(path, most);
  }
  Expected<std::string> read_found(const std::string& path, const std::string& real,
                                   std::uint64_t most) const override {
    return store_.read_found(path, real, most);
  }
  Expected<std::string> read_start(const std::string& path, std::size_t count) const override {
    return store_.read_start(path, count);
  }
  Expected<void> write_beside(const std::string& path, std::string_view content,
                              const std::string& model) const override {
    return store_.write_beside(path, content, model);
  }
  Expected<void> write_below(const std::string& directory, const std::string& path, std::string_view content,
                             const std::string& model) const override {
    return store_.write_below(directory, path, content, model);
  }
  Expected<std::unique_ptr<AppendFile>> create_to_append(const std::string& path) const override {
    return store_.create_to_append(path);
  }
  Expected<void> remove(const std::string& path) const override { return store_.remove(path); }
  Expected<void> remove_unchanged(const std::string& real, std::string_view content) const override {
    return store_.remove_unchanged(real, content);
  }
  Expected<std::uint64_t> size_of(const std::string& path) const override { return store_.size_of(path); }
  Expected<FileInfo> inspect(const std::string& path) const override { return store_.inspect(path); }
  Expected<std::vector<DirectoryEntry>> list(const std::string& path) const override { return store_.list(path); }
  Expected<std::string> canonical(const std::string& path) const override { return store_.canonical(path); }
  Expected<std::unique_ptr<FileLock>> lock(const std::string& directory, LockKind kind) const override {
    return store_.lock(directory, kind);
  }

 private:
  const FileStore& store_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::string> held_;
};

}  // namespace py3k::engine
