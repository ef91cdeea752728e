#include "cli/file_step.h"

#include <algorithm>
#include <new>
#include <utility>

namespace py3k::cli {
namespace {

using engine::Error;
using engine::Expected;
using engine::FileResult;
using engine::Outcome;

constexpr const char* kBackup = ".bak";

// "a//b/./c" as a, b, c; a leading slash is a part of its own.
std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  if (path.starts_with('/')) parts.emplace_back("/");
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(path.size(), part.size() + 1));
    if (!part.empty() && part != ".") parts.emplace_back(part);
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts, std::size_t first = 0) {
  std::string path;
  for (std::size_t i = first; i < parts.size(); ++i) {
    if (!path.empty() && path.back() != '/') path += '/';
    path += parts[i];
  }
  return path;
}

void refuse(FileReport& file, std::string reason) {
  file.is_refused = true;
  file.result.outcome = Outcome::kSkipped;
  file.result.reason = std::move(reason);
  for (engine::Finding& finding : file.result.findings) finding.applied = false;
}

}  // namespace

std::string common_directory(const std::vector<std::string>& paths, const engine::FileStore& store) {
  std::vector<std::string> common;
  bool is_first = true;
  for (const std::string& path : paths) {
    const auto info = store.inspect(path);
    std::vector<std::string> parts = parts_of(path);
    const bool is_directory = info && info->kind == engine::FileKind::kDirectory;
    if (!is_directory && !parts.empty()) parts.pop_back();
    if (std::exchange(is_first, false)) {
      common = std::move(parts);
      continue;
    }
    const auto [end, other] = std::mismatch(common.begin(), common.end(), parts.begin(), parts.end());
    common.erase(end, common.end());
  }
  return joined(common);
}

std::string WritePlan::below_output_dir(const std::string& path) const {
  const std::vector<std::string> parts = parts_of(path);
  const std::vector<std::string> above = parts_of(base);
  const auto [end, other] = std::mismatch(above.begin(), above.end(), parts.begin(), parts.end());
  const std::size_t skipped = end == above.end() ? above.size() : 0;
  // Below the directory even so: never back to where the input is.
  std::vector<std::string> inside;
  for (std::size_t i = skipped; i < parts.size(); ++i) {
    if (parts[i] != "..") {
      if (parts[i] != "/") inside.push_back(parts[i]);
    } else if (!inside.empty()) {
      inside.pop_back();
    }
  }
  return joined(inside) + suffix;
}

std::string WritePlan::target_of(const std::string& path) const {
  if (output_dir.empty()) return path + suffix;
  return (output_dir.back() == '/' ? output_dir : output_dir + "/") + below_output_dir(path);
}

FileResult failed_file(std::string path, const Error& error) {
  FileResult result;
  result.path = std::move(path);
  result.outcome = Outcome::kFailed;
  result.reason = error.advice.empty() ? error.what : error.what + "; " + error.advice;
  return result;
}

FileReport refused_file(std::string path, std::string reason) {
  FileReport file;
  file.result.path = std::move(path);
  refuse(file, std::move(reason));
  return file;
}

FileReport FileStep::run(const engine::WalkedPath& found) const {
  FileReport file;
  file.real = found.real;
  auto bytes = store_.read_found(found.path, found.real, engine::kLargestSource);
  if (!bytes) {
    file.result = failed_file(found.path, bytes.error());
    file.failed_at = FileReport::Stage::kRead;
    return file;
  }
  file.bytes = std::move(*bytes);
  try {
    file.result = convert_(found.path, file.bytes);
  } catch (const std::bad_alloc&) {
    file.result = failed_file(found.path, {"takes more memory than there is", "split it, or add -j1"});
  }
  if (file.result.outcome == Outcome::kFailed) file.failed_at = FileReport::Stage::kConvert;
  write(file);
  return file;
}

void FileStep::write(FileReport& file) const {
  FileResult& result = file.result;
  const bool is_changed = result.outcome == Outcome::kChanged;
  const bool is_wanted = is_changed || (plan_.unchanged_too && result.outcome == Outcome::kUnchanged);
  if (!plan_.write || !is_wanted) return;
  const std::string target = plan_.target_of(result.path);
  if (plan_.is_in_place() && safeguards_.git != nullptr) {
    if (std::string reason = safeguards_.git->reason_to_keep(result.path); !reason.empty()) {
      refuse(file, std::move(reason));
      return;
    }
  }
  const auto written = write_bytes(file, target, is_changed ? result.output_bytes : file.bytes);
  if (written) {
    file.written_to = target;
    return;
  }
  fail(file, target, written.error());
}

void FileStep::write_new(FileReport& file, const std::string& model) const {
  if (!plan_.write || file.result.outcome != Outcome::kChanged) return;
  const std::string target = plan_.target_of(file.result.path);
  Expected<void> written;
  if (plan_.is_in_place() && safeguards_.journal != nullptr)
    written = safeguards_.journal->record_new(file.result.path, file.result.output_bytes, file.result.trace);
  if (written) written = write_elsewhere(file.result.path, target, file.result.output_bytes, model);
  if (!written) return fail(file, target, written.error());
  file.written_to = target;
}

void FileStep::fail(FileReport& file, const std::string& target, const Error& error) const {
  FileResult& result = file.result;
  const FileResult failed = failed_file(result.path, error);
  result.outcome = failed.outcome;
  result.reason = (target == result.path ? "" : target + " ") + failed.reason;
  file.failed_at = FileReport::Stage::kWrite;
  for (engine::Finding& finding : result.findings) finding.applied = false;
}

bool FileStep::is_same_file(const std::string& path, const std::string& other) const {
  const auto canonical = store_.canonical(path);
  return canonical && store_.canonical(other).value_or("") == *canonical;
}

Expected<void> FileStep::write_elsewhere(const std::string& path, const std::string& target, const std::string& content,
                                         const std::string& model) const {
  if (plan_.output_dir.empty()) return store_.write_beside(target, content, model);
  return store_.write_below(plan_.output_dir, plan_.below_output_dir(path), content, model);
}

Expected<void> FileStep::write_bytes(const FileReport& file, const std::string& target,
                                     const std::string& after) const {
  const std::string& path = file.result.path;
  const std::string& before = file.bytes;
  // Nothing would guard what is overwritten there.
  const bool is_itself = !plan_.is_in_place() && !plan_.may_replace && is_same_file(path, target);
  if (is_itself) return engine::failure("is the input itself, and its result would replace it", "leave out -o");
  if (plan_.backups) {
    // A copy: the file itself keeps its place until the new content takes it.
    if (auto saved = store_.write_beside(path + kBackup, before, path); !saved) {
      return engine::failure("can't be backed up: " + path + kBackup + " " + saved.error().what,
                             "with -n there are no backups");
    }
  }
  if (target != path) return write_elsewhere(path, target, after, path);
  if (after == before) return {};
  if (safeguards_.journal != nullptr) {
    if (auto kept = safeguards_.journal->record(file.real, before, after, file.result.trace); !kept) {
      return engine::failure("can't be recorded for `py3k undo`: " + kept.error().what,
                             "with --no-journal nothing is recorded");
    }
  }
  return store_.replace(file.real, before, after);
}

}  // namespace py3k::cli
