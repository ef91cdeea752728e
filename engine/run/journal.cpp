#include "engine/run/journal.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <optional>
#include <utility>

namespace py3k::engine {
namespace {

// A journal is this line, a record of the run, and a record of each file. A record is a line of its fields' lengths
// and, straight after it, the fields: whatever bytes a path or a file has, nothing needs to be escaped.
constexpr std::string_view kFormat = "py3k journal 1\n";
constexpr std::string_view kPrefix = "run-";
// What runs leave for later ones to know: this line, then records of a path, the fixers that ran and two sets of lines.
constexpr std::string_view kLinesFormat = "py3k lines 1\n";
constexpr std::string_view kLinesPrefix = "lines-";
constexpr std::string_view kAllFixers = "*";
constexpr std::string_view kNothing = "new";  // stands for the digest of a file that was not there
constexpr std::size_t kFields = 4;
using Fields = std::array<std::string_view, kFields>;

std::string path_of(const std::string& directory, int number) {
  return directory + "/" + std::string(kPrefix) + std::to_string(number);
}

std::string lines_path(const std::string& directory, int number) {
  return directory + "/" + std::string(kLinesPrefix) + std::to_string(number);
}

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// All of a record but its last field.
std::string record_head(const Fields& fields) {
  std::string head;
  for (const std::string_view field : fields) head += std::to_string(field.size()) + " ";
  head.back() = '\n';
  for (std::size_t i = 0; i + 1 < fields.size(); ++i) head += fields[i];
  return head;
}

// Takes a record from the start of the text; nothing if there is no whole one.
std::optional<Fields> take_record(std::string_view& text) {
  const std::size_t line_end = text.find('\n');
  if (line_end == std::string_view::npos) return std::nullopt;
  std::string_view lengths = text.substr(0, line_end);
  std::string_view rest = text.substr(line_end + 1);
  Fields fields;
  for (std::string_view& field : fields) {
    const std::string_view word = lengths.substr(0, lengths.find(' '));
    lengths.remove_prefix(std::min(lengths.size(), word.size() + 1));
    const auto length = parse_number<std::size_t>(word);
    if (!length || *length > rest.size()) return std::nullopt;
    field = rest.substr(0, *length);
    rest.remove_prefix(*length);
  }
  text = rest;
  return fields;
}

// Makes room for one more run.
void drop_old_runs(const FileStore& store, const std::string& directory, std::vector<int> numbers) {
  std::uint64_t bytes = 0;
  std::size_t kept = 0;
  std::reverse(numbers.begin(), numbers.end());
  for (const int number : numbers) {
    bytes += store.size_of(path_of(directory, number)).value_or(0);
    // One that can't be removed is in nobody's way.
    if (++kept >= kKeptRuns || bytes > kKeptBytes) (void)forget_run(store, directory, number);
  }
}

}  // namespace

std::string digest_of(std::string_view content) {
  const XXH128_hash_t hash = XXH3_128bits(content.data(), content.size());
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  std::string digest;
  for (const unsigned char byte : canonical.digest) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    digest += kDigits[byte >> 4U];
    digest += kDigits[byte & 15U];
  }
  return digest;
}

Expected<void> Journal::open() {
  const std::vector<int> numbers = recorded_runs(store_, directory_);
  drop_old_runs(store_, directory_, numbers);
  int number = numbers.empty() ? 1 : numbers.back() + 1;
  auto file = store_.create_to_append(path_of(directory_, number));
  // Another run may have come first.
  constexpr int kAttempts = 100;
  for (int i = 0; i < kAttempts && !file && store_.inspect(path_of(directory_, number)); ++i) {
    file = store_.create_to_append(path_of(directory_, ++number));
  }
  const std::string path = path_of(directory_, number);
  if (!file) return failure(path + " " + file.error().what, file.error().advice);
  const std::string time = std::to_string(info_.time);
  const std::string head = record_head({time, info_.command, info_.directory, info_.place});
  if (auto written = (*file)->append(std::string(kFormat) + head, info_.place); !written) {
    (void)store_.remove(path);
    return failure(path + " " + written.error().what, written.error().advice);
  }
  file_ = std::move(*file);
  number_ = number;
  return {};
}

Expected<void> Journal::record_lines(const std::string& path, const LineTrace& trace) {
  if (trace.written.empty() && trace.kept.empty()) return {};
  if (!lines_) {
    auto file = store_.create_to_append(lines_path(directory_, number_));
    if (!file) return tl::unexpected(file.error());
    if (auto begun = (*file)->append(kLinesFormat, ""); !begun) return begun;
    lines_ = std::move(*file);
  }
  std::string fixers(trace.is_whole ? kAllFixers : "");
  for (const std::string& fixer : trace.fixers) fixers += (fixers.empty() ? "" : " ") + fixer;
  const std::string absolute = path.starts_with('/') ? path : info_.directory + "/" + path;
  const std::string canonical = store_.canonical(absolute).value_or(absolute);
  const std::string written = trace.written.packed();
  const std::string kept = trace.kept.packed();
  return lines_->append(record_head({canonical, fixers, written, kept}), kept);
}

Expected<void> Journal::record(const std::string& path, std::string_view before, std::string_view after,
                               const LineTrace& trace) {
  return append(path, before, digest_of(before), after, trace);
}

Expected<void> Journal::record_new(const std::string& path, std::string_view after, const LineTrace& trace) {
  return append(path, "", kNothing, after, trace);
}

Expected<void> Journal::append(const std::string& path, std::string_view before, std::string_view before_digest,
                               std::string_view after, const LineTrace& trace) {
  const std::string after_digest = digest_of(after);
  const std::lock_guard lock(mutex_);
  if (!file_) {
    if (auto opened = open(); !opened) return opened;
  }
  if (auto traced = record_lines(path, trace); !traced) return traced;
  return file_->append(record_head({path, before_digest, after_digest, before}), before);
}

std::vector<int> recorded_runs(const FileStore& store, const std::string& directory) {
  std::vector<int> numbers;
  const auto entries = store.list(directory);
  if (!entries) return numbers;
  for (const DirectoryEntry& entry : *entries) {
    if (entry.kind != FileKind::kFile || !entry.name.starts_with(kPrefix)) continue;
    const auto number = parse_number<int>(std::string_view(entry.name).substr(kPrefix.size()));
    if (number && *number > 0 && entry.name == std::string(kPrefix) + std::to_string(*number))
      numbers.push_back(*number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

Expected<RecordedRun> read_run(const FileStore& store, const std::string& directory, int number) {
  const std::string path = path_of(directory, number);
  const auto content = store.read(path);
  if (!content) return failure(path + " " + content.error().what, content.error().advice);
  std::string_view text = *content;
  const bool is_ours = text.starts_with(kFormat);
  text.remove_prefix(is_ours ? kFormat.size() : 0);
  const auto run_fields = is_ours ? take_record(text) : std::nullopt;
  if (!run_fields) return failure(path + " is no journal of this version of py3k", "delete it");
  const auto& [time, command, working_directory, place] = *run_fields;
  RecordedRun run{number,
                  {parse_number<std::int64_t>(time).value_or(0), std::string(command), std::string(working_directory),
                   std::string(place)},
                  {}};
  while (const auto fields = take_record(text)) {
    const auto& [file, before_digest, after_digest, before] = *fields;
    // After a power failure there may be anything from here on.
    const bool is_new = before_digest == kNothing;
    if (!is_new && digest_of(before) != before_digest) break;
    run.files.push_back({std::string(file), std::string(before), std::string(after_digest), is_new});
  }
  return run;
}

RecordedLines::RecordedLines(const FileStore& store, const std::string& directory) {
  std::vector<int> numbers = recorded_runs(store, directory);
  std::reverse(numbers.begin(), numbers.end());
  for (const int number : numbers) {
    auto content = store.read(lines_path(directory, number));
    if (!content || !content->starts_with(kLinesFormat)) continue;
    contents_.push_back(std::move(*content));
    std::string_view text = std::string_view(contents_.back()).substr(kLinesFormat.size());
    while (const auto fields = take_record(text)) {
      const auto& [path, fixers, written, kept] = *fields;
      by_path_[path].push_back({fixers, written, kept});
    }
  }
}

std::vector<LineTrace> RecordedLines::of(const std::string& path) const {
  std::vector<LineTrace> traces;
  const auto found = by_path_.find(path);
  if (found == by_path_.end()) return traces;
  for (const Packed& packed : found->second) {
    LineTrace trace{.is_whole = packed.fixers == kAllFixers, .fixers = {}};
    trace.written = LineSet::unpacked(packed.written);
    trace.kept = LineSet::unpacked(packed.kept);
    std::string_view names = trace.is_whole ? std::string_view() : packed.fixers;
    while (!names.empty()) {
      const std::string_view name = names.substr(0, names.find(' '));
      names.remove_prefix(std::min(names.size(), name.size() + 1));
      trace.fixers.emplace_back(name);
    }
    traces.push_back(std::move(trace));
  }
  return traces;
}

Expected<void> forget_run(const FileStore& store, const std::string& directory, int number) {
  // Most runs have it; that one has not is no failure.
  (void)store.remove(lines_path(directory, number));
  return store.remove(path_of(directory, number));
}

}  // namespace py3k::engine
