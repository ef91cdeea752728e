#include "engine/run/undo.h"

#include <filesystem>

namespace py3k::engine {
namespace {

namespace fs = std::filesystem;

std::string said(const Error& error) { return error.advice.empty() ? error.what : error.what + "; " + error.advice; }

// A file that was not there before goes.
UndoneFile undo_new(const FileStore& store, const std::string& path, const RecordedFile& file) {
  const auto now = store.read(path);
  if (!now && !store.inspect(path)) return {file.path, UndoneFile::kAsBefore, ""};
  if (!now) return {file.path, UndoneFile::kLeft, said(now.error())};
  if (digest_of(*now) != file.after_digest) return {file.path, UndoneFile::kLeft, "has changed since that run"};
  if (const auto removed = store.remove(path); !removed) return {file.path, UndoneFile::kLeft, said(removed.error())};
  return {file.path, UndoneFile::kRestored, ""};
}

UndoneFile undo_file(const FileStore& store, const std::string& path, const RecordedFile& file) {
  if (file.is_new) return undo_new(store, path, file);
  const auto now = store.read(path);
  if (!now) return {file.path, UndoneFile::kLeft, said(now.error())};
  if (*now == file.before) return {file.path, UndoneFile::kAsBefore, ""};
  if (digest_of(*now) != file.after_digest) {
    return {file.path, UndoneFile::kLeft, "has changed since that run"};
  }
  if (const auto written = store.write_atomically(path, file.before); !written) {
    return {file.path, UndoneFile::kLeft, said(written.error())};
  }
  return {file.path, UndoneFile::kRestored, ""};
}

}  // namespace

std::vector<UndoneFile> undo(const FileStore& store, const RecordedRun& run) {
  std::vector<UndoneFile> undone;
  undone.reserve(run.files.size());
  for (const RecordedFile& file : run.files) {
    undone.push_back(undo_file(store, (fs::path(run.info.directory) / file.path).string(), file));
  }
  return undone;
}

std::string recorded_path(const RunInfo& run, const std::string& path, const std::string& working_directory) {
  const fs::path absolute = (fs::path(run.directory) / path).lexically_normal();
  const fs::path relative = absolute.lexically_relative(working_directory);
  const bool is_below = !relative.empty() && *relative.begin() != "..";
  return (is_below ? relative : absolute).string();
}

}  // namespace py3k::engine
