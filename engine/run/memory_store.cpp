#include "engine/run/memory_store.h"

#include <filesystem>
#include <utility>

namespace py3k::engine {
namespace {

std::string absolute_path(const std::string& path) {
  std::string absolute = (std::filesystem::path("/project") / path).lexically_normal().string();
  if (absolute.size() > 1 && absolute.back() == '/') absolute.pop_back();
  return absolute;
}

std::string parent_of(const std::string& absolute) { return std::filesystem::path(absolute).parent_path().string(); }

}  // namespace

MemoryStore::MemoryStore(const Files& files) {
  for (const auto& [path, content] : files) add(path, content);
}

void MemoryStore::add_entry(const std::string& path, Entry entry) const {
  const std::string absolute = absolute_path(path);
  for (std::string parent = parent_of(absolute); parent.size() > 1; parent = parent_of(parent)) {
    entries_.try_emplace(parent, Entry{FileKind::kDirectory, ""});
  }
  entries_[absolute] = std::move(entry);
}

void MemoryStore::add(const std::string& path, std::string content) {
  const std::lock_guard lock(mutex_);
  add_entry(path, {FileKind::kFile, std::move(content)});
}

void MemoryStore::add_directory(const std::string& path) {
  const std::lock_guard lock(mutex_);
  add_entry(path, {FileKind::kDirectory, ""});
}

void MemoryStore::add_link(const std::string& path, const std::string& target) {
  const std::lock_guard lock(mutex_);
  const auto absolute = std::filesystem::path(parent_of(absolute_path(path))) / target;
  add_entry(path, {FileKind::kDanglingLink, absolute_path(absolute.string())});
}

void MemoryStore::fail_on(const std::string& call, const std::string& path, Error error) {
  const std::lock_guard lock(mutex_);
  faults_[call + " " + absolute_path(path)] = std::move(error);
}

void MemoryStore::fail_writes_after(int count) {
  const std::lock_guard lock(mutex_);
  writes_allowed_ = writes_ + count;
}

std::string MemoryStore::content(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  const Entry* entry = find(absolute_path(path));
  return entry == nullptr ? "" : entry->content;
}

int MemoryStore::write_count() const {
  const std::lock_guard lock(mutex_);
  return writes_;
}

const MemoryStore::Entry* MemoryStore::find(const std::string& absolute) const {
  const auto found = entries_.find(absolute);
  return found == entries_.end() ? nullptr : &found->second;
}

Expected<void> MemoryStore::check(const std::string& call, const std::string& path) const {
  const auto fault = faults_.find(call + " " + absolute_path(path));
  if (fault != faults_.end()) return tl::unexpected(fault->second);
  return {};
}

Expected<void> MemoryStore::may_write(const std::string& call, const std::string& path) const {
  if (writes_allowed_ >= 0 && writes_ >= writes_allowed_) return failure("can't be written: the disk is full");
  return check(call, path);
}

Expected<std::string> MemoryStore::resolve(const std::string& path) const {
  std::string absolute = absolute_path(path);
  constexpr int kMaxLinks = 40;
  for (int i = 0; i < kMaxLinks; ++i) {
    // The first part of the path that is a link is replaced by its target, until none is left.
    std::string link = absolute;
    std::string rest;
    for (std::string part = absolute; part.size() > 1; part = parent_of(part)) {
      const Entry* entry = find(part);
      if (entry == nullptr || entry->kind != FileKind::kDanglingLink) continue;
      link = entry->content;
      rest = absolute.substr(part.size());
    }
    if (link == absolute) {
      if (absolute == "/" || find(absolute) != nullptr) return absolute;
      return failure("does not exist");
    }
    absolute = link + rest;
  }
  return failure("is a symbolic link that leads back to itself");
}

Expected<std::string> MemoryStore::read_up_to(const std::string& path, std::uint64_t most) const {
  const std::lock_guard lock(mutex_);
  if (auto checked = check("read", path); !checked) return tl::unexpected(checked.error());
  const auto target = resolve(path);
  if (!target) return target;
  const Entry* entry = find(*target);
  if (entry == nullptr || entry->kind == FileKind::kDirectory) return failure("is a directory");
  if (entry->content.size() > most) return failure("is too large, and so is not read", "split it");
  return entry->content;
}

Expected<std::string> MemoryStore::read_found(const std::string& path, const std::string& real,
                                              std::uint64_t most) const {
  if (canonical(path).value_or("") != real)
    return failure("leads elsewhere by now; it was left alone", "run py3k again");
  return read_up_to(path, most);
}

Expected<std::string> MemoryStore::read_start(const std::string& path, std::size_t count) const {
  auto content = read(path);
  if (content && content->size() > count) content->resize(count);
  return content;
}

Expected<void> MemoryStore::check_unchanged(const std::string& real, std::string_view content) const {
  const auto target = resolve(real);
  if (!target) return tl::unexpected(target.error());
  if (*target != absolute_path(real)) return failure("is a symbolic link by now");
  if (entries_[*target].content != content) {
    return failure("has been changed by somebody else meanwhile; it was left as it is now", "run py3k again");
  }
  return {};
}

Expected<void> MemoryStore::replace(const std::string& real, std::string_view before, std::string_view after) const {
  const std::lock_guard lock(mutex_);
  if (auto checked = may_write("write", real); !checked) return checked;
  if (auto checked = check_unchanged(real, before); !checked) return checked;
  ++writes_;
  entries_[absolute_path(real)].content = after;
  return {};
}

Expected<void> MemoryStore::remove_unchanged(const std::string& real, std::string_view content) const {
  {
    const std::lock_guard lock(mutex_);
    if (auto checked = check_unchanged(real, content); !checked) return checked;
  }
  return remove(real);
}

Expected<void> MemoryStore::write_below(const std::string& directory, const std::string& path, std::string_view content,
                                        const std::string& model) const {
  return write_beside(directory + "/" + path, content, model);
}

Expected<std::unique_ptr<FileLock>> MemoryStore::lock(const std::string&, LockKind) const {
  return std::make_unique<FileLock>();
}

Expected<void> MemoryStore::write_beside(const std::string& path, std::string_view content,
                                         const std::string& model) const {
  const std::lock_guard lock(mutex_);
  if (auto checked = may_write("write", path); !checked) return checked;
  if (const auto found = resolve(model); !found) return tl::unexpected(found.error());
  ++writes_;
  add_entry(path, {FileKind::kFile, std::string(content)});
  return {};
}

class MemoryStore::Appender : public AppendFile {
 public:
  Appender(const MemoryStore& store, std::string path) : store_(store), path_(std::move(path)) {}

  Expected<void> append(std::string_view head, std::string_view body) override {
    const std::lock_guard lock(store_.mutex_);
    if (auto checked = store_.may_write("append", path_); !checked) return checked;
    ++store_.writes_;
    store_.entries_[path_].content.append(head).append(body);
    return {};
  }

 private:
  const MemoryStore& store_;
  std::string path_;
};

Expected<std::unique_ptr<AppendFile>> MemoryStore::create_to_append(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  if (auto checked = check("write", path); !checked) return tl::unexpected(checked.error());
  const std::string absolute = absolute_path(path);
  if (find(absolute) != nullptr) return failure("is there already");
  for (std::string parent = parent_of(absolute); parent.size() > 1; parent = parent_of(parent)) {
    entries_.try_emplace(parent, Entry{FileKind::kDirectory, ""});
  }
  entries_[absolute] = {FileKind::kFile, ""};
  return std::make_unique<Appender>(*this, absolute);
}

Expected<void> MemoryStore::remove(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  if (auto checked = check("remove", path); !checked) return checked;
  if (entries_.erase(absolute_path(path)) == 0) return failure("does not exist");
  return {};
}

Expected<std::uint64_t> MemoryStore::size_of(const std::string& path) const {
  const auto content = read(path);
  if (!content) return tl::unexpected(content.error());
  return content->size();
}

Expected<FileInfo> MemoryStore::inspect(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  if (auto checked = check("inspect", path); !checked) return tl::unexpected(checked.error());
  const Entry* entry = find(absolute_path(path));
  const bool is_link = entry != nullptr && entry->kind == FileKind::kDanglingLink;
  const auto target = resolve(path);
  if (!target && is_link) return FileInfo{FileKind::kDanglingLink, true};
  if (!target) return tl::unexpected(target.error());
  const Entry* resolved = find(*target);
  return FileInfo{resolved == nullptr ? FileKind::kDirectory : resolved->kind, is_link};
}

Expected<std::vector<DirectoryEntry>> MemoryStore::list(const std::string& path) const {
  std::vector<DirectoryEntry> entries;
  std::string directory;
  {
    const std::lock_guard lock(mutex_);
    if (auto checked = check("list", path); !checked) return tl::unexpected(checked.error());
    const auto target = resolve(path);
    if (!target) return tl::unexpected(target.error());
    directory = *target == "/" ? *target : *target + "/";
    for (const auto& [absolute, entry] : entries_) {
      const bool is_inside =
          absolute.starts_with(directory) && absolute.find('/', directory.size()) == std::string::npos;
      if (is_inside) entries.push_back({absolute.substr(directory.size()), entry.kind, false});
    }
  }
  for (DirectoryEntry& entry : entries) {
    if (entry.kind != FileKind::kDanglingLink) continue;
    if (const auto info = inspect(directory + entry.name)) entry = {entry.name, info->kind, true};
  }
  return entries;
}

Expected<std::string> MemoryStore::canonical(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  return resolve(path);
}

}  // namespace py3k::engine
