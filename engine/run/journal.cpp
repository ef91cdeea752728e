#include "engine/run/journal.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <utility>

#include "engine/run/glob.h"
#include "engine/run/real_path.h"

namespace py3k::engine {
namespace {

// A journal is this line, a record of the run, and a record of each file. A record is a line (its number, its fields'
// lengths, a digest of them, and one of the line so far) and, straight after it, the fields: whatever bytes a path or a
// file has, nothing needs to be escaped, and behind a record that is damaged the next one is found again.
constexpr std::string_view kFormat = "py3k journal 2\n";
constexpr std::string_view kPrefix = "run-";
constexpr std::string_view kRecord = "record ";
constexpr int kMostRuns = 999'999'999;
// What runs leave for later ones to know: this line, then records of a path, the digest of what the file was before,
// the fixers that ran and two sets of lines.
constexpr std::string_view kLinesFormat = "py3k lines 2\n";
constexpr std::string_view kLinesPrefix = "lines-";
constexpr std::string_view kAllFixers = "*";
constexpr std::string_view kNothing = "new";  // stands for the digest of a file that was not there
constexpr std::size_t kFields = 4;
using LineFields = std::array<std::string_view, 5>;

std::string lines_path(const std::string& directory, int number) {
  return directory + "/" + std::string(kLinesPrefix) + std::to_string(number);
}

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::string_view take_word(std::string_view& words) {
  const std::string_view word = words.substr(0, words.find(' '));
  words.remove_prefix(std::min(words.size(), word.size() + 1));
  return word;
}

// All of a record of lines but its last field.
std::string record_head(const LineFields& fields) {
  std::string head;
  for (const std::string_view field : fields) head += std::to_string(field.size()) + " ";
  head.back() = '\n';
  for (std::size_t i = 0; i + 1 < fields.size(); ++i) head += fields[i];
  return head;
}

// Takes such a record from the start of the text; nothing if there is no whole one.
std::optional<LineFields> take_record(std::string_view& text) {
  const std::size_t line_end = text.find('\n');
  if (line_end == std::string_view::npos) return std::nullopt;
  std::string_view lengths = text.substr(0, line_end);
  std::string_view rest = text.substr(line_end + 1);
  LineFields fields;
  for (std::string_view& field : fields) {
    const std::string_view word = take_word(lengths);
    const auto length = parse_number<std::size_t>(word);
    if (!length || *length > rest.size()) return std::nullopt;
    field = rest.substr(0, *length);
    rest.remove_prefix(*length);
  }
  text = rest;
  return fields;
}

std::string digest_text(const XXH128_hash_t& hash) {
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

std::string digest_of_all(std::span<const std::string_view> fields) {
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  const std::unique_ptr<XXH3_state_t, Free> state(XXH3_createState());
  XXH3_128bits_reset(state.get());
  for (const std::string_view field : fields) XXH3_128bits_update(state.get(), field.data(), field.size());
  return digest_text(XXH3_128bits_digest(state.get()));
}

// All of a record of the journal but its last field.
std::string journal_head(std::size_t number, std::span<const std::string_view> fields) {
  std::string head = std::string(kRecord) + std::to_string(number);
  for (const std::string_view field : fields) head += " " + std::to_string(field.size());
  head += " " + digest_of_all(fields);
  head += " " + digest_of(head) + "\n";
  for (std::size_t i = 0; i + 1 < fields.size(); ++i) head += fields[i];
  return head;
}

// Reads the records of a journal, one by one.
class RecordReader {
 public:
  enum State : std::uint8_t { kWhole, kDamaged, kEnd };

  explicit RecordReader(std::string_view text) : text_(text) {}

  // A record that a killed process has left unfinished is the end. Of a damaged one there are the fields, if anything.
  State next() {
    fields_.clear();
    const std::string_view line = line_here();
    const bool is_whole = line.size() < text_.size();
    if (text_.empty() || (!is_whole && is_start_of_line())) return kEnd;
    std::vector<std::size_t> lengths;
    if (!is_whole || text_[line.size()] != '\n' || !read_line(line, lengths)) return skip();
    std::string_view rest = text_.substr(line.size() + 1);
    for (const std::size_t length : lengths) {
      if (length > rest.size()) return fields_.clear(), kEnd;
      fields_.push_back(rest.substr(0, length));
      rest.remove_prefix(length);
    }
    text_ = rest;
    return digest_of_all(fields_) == digest_ ? kWhole : kDamaged;
  }

  const std::vector<std::string_view>& fields() const { return fields_; }

 private:
  static constexpr std::size_t kNone = std::string_view::npos;

  bool is_start_of_line() const { return text_.substr(0, kRecord.size()) == kRecord.substr(0, text_.size()); }

  bool read_line(std::string_view line, std::vector<std::size_t>& lengths) {
    const std::size_t last = line.rfind(' ');
    if (!line.starts_with(kRecord) || last == kNone || digest_of(line.substr(0, last)) != line.substr(last + 1)) {
      return false;
    }
    line = line.substr(kRecord.size(), last - kRecord.size());
    (void)take_word(line);  // the number is for people
    while (line.find(' ') != kNone) {
      const auto length = parse_number<std::size_t>(take_word(line));
      if (!length) return false;
      lengths.push_back(*length);
    }
    digest_ = line;
    return true;
  }

  // To where the next record starts.
  State skip() {
    while (true) {
      const std::size_t next = text_.find(kRecord, 1);
      text_.remove_prefix(std::min(next, text_.size()));
      std::vector<std::size_t> lengths;
      if (text_.empty() || read_line(line_here(), lengths)) return kDamaged;
    }
  }

  // Without its newline; a record's is short.
  std::string_view line_here() const {
    constexpr std::size_t kLongest = 512;
    const std::string_view start = text_.substr(0, kLongest);
    return start.substr(0, start.find('\n'));
  }

  std::string_view text_;
  std::string_view digest_;  // of the fields, as the line has it
  std::vector<std::string_view> fields_;
};

// Keeps the last runs, of which the newest is just beginning.
void drop_old_runs(const FileStore& store, const std::string& directory, int newest) {
  std::vector<int> numbers = recorded_runs(store, directory);
  std::erase(numbers, newest);
  std::uint64_t bytes = 0;
  std::size_t kept = 0;
  std::reverse(numbers.begin(), numbers.end());
  for (const int number : numbers) {
    bytes += store.size_of(journal_file(directory, number)).value_or(0);
    // One that can't be removed is in nobody's way.
    if (++kept >= kKeptRuns || bytes > kKeptBytes) (void)forget_run(store, directory, number);
  }
}

}  // namespace

std::string journal_file(const std::string& directory, int number) {
  return directory + "/" + std::string(kPrefix) + std::to_string(number);
}

std::string digest_of(std::string_view content) { return digest_text(XXH3_128bits(content.data(), content.size())); }

// A file of a number that no other run has.
Expected<std::unique_ptr<AppendFile>> Journal::make_file() {
  const std::vector<int> numbers = recorded_runs(store_, directory_);
  number_ = numbers.empty() ? 1 : numbers.back() + 1;
  if (number_ > kMostRuns) return failure("is one too many", "remove the journal in " + directory_);
  auto file = store_.create_to_append(journal_file(directory_, number_));
  // Another run may have come first.
  constexpr int kAttempts = 100;
  for (int i = 0; i < kAttempts && !file && store_.inspect(journal_file(directory_, number_)); ++i) {
    file = store_.create_to_append(journal_file(directory_, ++number_));
  }
  return file;
}

Expected<void> Journal::open() {
  auto file = make_file();
  const std::string path = journal_file(directory_, number_);
  const auto fail = [&](const std::string& what, const Error& error) {
    return failure(what + " " + error.what, error.advice);
  };
  if (!file) return fail(path, file.error());
  auto lock = store_.lock(directory_, LockKind::kShared);
  const std::string time = std::to_string(info_.time);
  const auto fields = std::to_array<std::string_view>({time, info_.command, info_.directory, info_.root, info_.place});
  const std::string head = std::string(kFormat) + journal_head(0, fields);
  auto written = lock ? (*file)->append(head, info_.place) : tl::unexpected(lock.error());
  if (!written) {
    (void)store_.remove(path);
    return fail(lock ? path : directory_, written.error());
  }
  drop_old_runs(store_, directory_, number_);
  lock_ = std::move(*lock);
  file_ = std::move(*file);
  return {};
}

Expected<void> Journal::record_lines(const std::string& path, std::string_view before_digest, const LineTrace& trace) {
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
  return lines_->append(record_head({canonical, before_digest, fixers, written, kept}), kept);
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
  const bool is_inside = info_.root.empty() || !path.starts_with('/') || !path_below(path, info_.root).empty();
  if (!is_inside) return failure("lies outside of " + info_.root, "convert it apart");
  const std::lock_guard lock(mutex_);
  if (!file_) {
    if (auto opened = open(); !opened) return opened;
  }
  if (auto traced = record_lines(path, before_digest, trace); !traced) return traced;
  const auto fields = std::to_array<std::string_view>({path, before_digest, after_digest, before});
  return file_->append(journal_head(++records_, fields), before);
}

std::vector<int> recorded_runs(const FileStore& store, const std::string& directory) {
  std::vector<int> numbers;
  const auto entries = store.list(directory);
  if (!entries) return numbers;
  for (const DirectoryEntry& entry : *entries) {
    if (entry.kind != FileKind::kFile || !entry.name.starts_with(kPrefix)) continue;
    const auto number = parse_number<int>(std::string_view(entry.name).substr(kPrefix.size()));
    if (number && *number > 0 && *number <= kMostRuns && entry.name == std::string(kPrefix) + std::to_string(*number))
      numbers.push_back(*number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

namespace {

// What is known of a run whose own record is damaged: where its files are.
RunInfo info_by_files(const std::vector<RecordedFile>& files) {
  RunInfo info{.command = "?", .directory = "/", .place = parent_of(files.front().path)};
  for (const RecordedFile& file : files) {
    while (info.place.size() > 1 && path_below(file.path, info.place).empty()) info.place = parent_of(info.place);
  }
  return info;
}

}  // namespace

Expected<RecordedRun> read_run(const FileStore& store, const std::string& directory, int number) {
  const std::string path = journal_file(directory, number);
  const auto content = store.read(path);
  if (!content) return failure(path + " " + content.error().what, content.error().advice);
  const auto no_journal = [&] { return failure(path + " is no journal of this version of py3k", "delete it"); };
  if (!content->starts_with(kFormat)) return no_journal();
  RecordReader reader(std::string_view(*content).substr(kFormat.size()));
  RecordedRun run{.number = number, .info = {}, .files = {}};
  const RecordReader::State first = reader.next();
  if (first == RecordReader::kEnd) return no_journal();
  constexpr std::size_t kRunFields = 5;
  const bool has_info = first == RecordReader::kWhole && reader.fields().size() == kRunFields;
  if (has_info) {
    const auto& fields = reader.fields();
    run.info = {parse_number<std::int64_t>(fields[0]).value_or(0), std::string(fields[1]), std::string(fields[2]),
                std::string(fields[4]), std::string(fields[3])};
  } else {
    run.damaged.emplace_back();
  }
  for (auto state = reader.next(); state != RecordReader::kEnd; state = reader.next()) {
    const auto& fields = reader.fields();
    if (state == RecordReader::kDamaged || fields.size() != kFields) {
      run.damaged.emplace_back(fields.empty() ? std::string_view() : fields.front());
      continue;
    }
    run.files.push_back(
        {std::string(fields[0]), std::string(fields[3]), std::string(fields[2]), fields[1] == kNothing});
  }
  if (has_info) return run;
  if (run.files.empty()) return no_journal();
  run.info = info_by_files(run.files);
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
      const auto& [path, before, fixers, written, kept] = *fields;
      by_path_[path].push_back({before, fixers, written, kept});
    }
  }
}

std::vector<LineTrace> RecordedLines::of(const std::string& path, std::string_view content) const {
  std::vector<LineTrace> traces;
  const auto found = by_path_.find(path);
  if (found == by_path_.end()) return traces;
  // What is as it was before a run has been put back since, or was never replaced.
  const std::string digest = digest_of(content);
  const auto oldest_undone = std::find_if(found->second.rbegin(), found->second.rend(),
                                          [&](const Packed& packed) { return packed.before == digest; });
  for (auto it = oldest_undone.base(); it != found->second.end(); ++it) {
    const Packed& packed = *it;
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
  return store.remove(journal_file(directory, number));
}

}  // namespace py3k::engine
