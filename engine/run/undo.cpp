#include "engine/run/undo.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/run/glob.h"
#include "engine/run/real_path.h"

namespace py3k::engine {
namespace {

namespace fs = std::filesystem;

std::string said(const Error& error) { return error.advice.empty() ? error.what : error.what + "; " + error.advice; }

// What a run has done to one file, which may be several things, one after the other.
struct History {
  std::vector<const RecordedFile*> records;

  bool has_left(std::string_view content) const {
    const std::string digest = digest_of(content);
    return std::any_of(records.begin(), records.end(),
                       [&](const auto* record) { return record->after_digest == digest; });
  }
};

// Empty: nothing keeps the file from being put back.
std::string reason_to_leave(const FileStore& store, const RunInfo& run, const std::string& path) {
  if (!run.root.empty() && path_below(path, run.root).empty()) return "lies outside of " + run.root;
  const auto directory = store.canonical(parent_of(path));
  if (directory && *directory != parent_of(path)) return "is reached through a symbolic link by now";
  const auto info = store.inspect(path);
  return info && info->is_link ? "is a symbolic link by now" : "";
}

UndoneFile undo_file(const FileStore& store, const RunInfo& run, const History& history) {
  const RecordedFile& first = *history.records.front();
  const std::string path = (fs::path(run.directory) / first.path).lexically_normal().string();
  const auto leave = [&](std::string reason) { return UndoneFile{first.path, UndoneFile::kLeft, std::move(reason)}; };
  if (std::string reason = reason_to_leave(store, run, path); !reason.empty()) return leave(std::move(reason));
  const auto now = store.read(path);
  if (!now && first.is_new && !store.inspect(path)) return {first.path, UndoneFile::kAsBefore, ""};
  if (!now) return leave(said(now.error()));
  if (!first.is_new && *now == first.before) return {first.path, UndoneFile::kAsBefore, ""};
  if (!history.has_left(*now)) return leave("has changed since that run");
  // A file that was not there before goes.
  const auto done = first.is_new ? store.remove_unchanged(path, *now) : store.replace(path, *now, first.before);
  return done ? UndoneFile{first.path, UndoneFile::kRestored, ""} : leave(said(done.error()));
}

}  // namespace

std::vector<UndoneFile> undo(const FileStore& store, const RecordedRun& run) {
  std::vector<History> files;
  std::unordered_map<std::string_view, std::size_t> by_path;
  for (const RecordedFile& file : run.files) {
    const auto [known, is_new] = by_path.try_emplace(file.path, files.size());
    if (is_new) files.emplace_back();
    files[known->second].records.push_back(&file);
  }
  std::vector<UndoneFile> undone;
  undone.reserve(files.size());
  for (const History& history : files) undone.push_back(undo_file(store, run.info, history));
  return undone;
}

std::string recorded_path(const RunInfo& run, const std::string& path, const std::string& working_directory) {
  const fs::path absolute = (fs::path(run.directory) / path).lexically_normal();
  const fs::path relative = absolute.lexically_relative(working_directory);
  const bool is_below = !relative.empty() && *relative.begin() != "..";
  return (is_below ? relative : absolute).string();
}

}  // namespace py3k::engine
