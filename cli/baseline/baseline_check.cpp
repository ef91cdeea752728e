#include "cli/baseline/baseline_check.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "cli/directory_of.h"
#include "cli/layout_text.h"
#include "engine/run/glob.h"

namespace py3k::cli {
namespace {

using engine::Error;
using engine::Expected;

bool is_given(const Options& options, std::string_view flag) {
  return std::any_of(options.given.begin(), options.given.end(),
                     [&](const auto& given) { return given.first == flag; });
}

std::optional<Error> mistake(const Options& options) {
  const bool has_one = options.check && !options.baseline.empty();  // by the configuration
  const bool asks = options.update_baseline || is_given(options, "baseline") || (has_one && options.doctests_only);
  if (!asks) return std::nullopt;
  if (options.baseline.empty()) return Error{"--update-baseline needs to know which", "add --baseline FILE"};
  if (options.write) return Error{"a baseline is for what is not done yet", "leave out -w"};
  if (options.doctests_only) return Error{"a baseline is of whole files, not of their doctests", "leave out -d"};
  if (options.reads_stdin()) return Error{"a baseline is of files, not of standard input", "name the file"};
  if (!options.check && !options.update_baseline) return Error{"--baseline goes with --check", "add --check"};
  // Findings of fixers that don't run would look as if they were gone.
  const bool is_partial = is_given(options, "fix") || is_given(options, "nofix");
  if (options.update_baseline && is_partial)
    return Error{"--update-baseline is for all fixers of the configuration", "leave out -f and -x"};
  return std::nullopt;
}

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::size_t total_of(const Baseline::Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::size_t{0},
                         [](std::size_t sum, const auto& entry) { return sum + entry.second; });
}

std::size_t shared_by(const Baseline::Counts& counts, const Baseline::Counts& others) {
  std::size_t shared = 0;
  for (const auto& [key, count] : counts) {
    const auto other = others.find(key);
    if (other != others.end()) shared += std::min(count, other->second);
  }
  return shared;
}

}  // namespace

Expected<std::unique_ptr<BaselineCheck>> BaselineCheck::open(const Options& options, const engine::FileStore& store) {
  if (auto error = mistake(options)) return tl::unexpected(std::move(*error));
  const bool is_wanted = (options.check || options.update_baseline) && !options.write && !options.reads_stdin();
  if (options.baseline.empty() || !is_wanted) return nullptr;
  std::unique_ptr<BaselineCheck> check(
      new BaselineCheck(store, options.baseline, target_name(options), options.update_baseline));
  if (auto done = check->read(); !done) return tl::unexpected(done.error());
  return check;
}

Expected<void> BaselineCheck::read() {
  auto directory = store_.canonical(directory_of(path_));
  if (!directory)
    return engine::failure("the baseline " + path_ + " can't be there: its directory " + directory.error().what);
  directory_ = std::move(*directory);
  is_new_ = !store_.inspect(path_);
  if (is_new_) after_.set_target(target_);
  if (is_new_ && !updates_)
    return engine::failure("the baseline " + path_ + " does not exist", "--update-baseline makes it");
  if (is_new_) return {};
  const auto text = store_.read(path_);
  if (!text) return engine::failure("the baseline " + path_ + " " + text.error().what, text.error().advice);
  text_ = *text;
  auto parsed = Baseline::parse(path_, text_);
  if (!parsed) return tl::unexpected(parsed.error());
  before_ = std::move(*parsed);
  if (!before_.target().empty() && before_.target() != target_) {
    return engine::failure(
        "the baseline " + path_ + " was made with --target " + before_.target() + ", and this run has " + target_,
        "give the same target, or delete it and make it anew");
  }
  after_ = before_;
  after_.set_target(target_);
  for (const std::string& path : before_.paths()) {
    if (!is_there(path)) note_gone(path);
  }
  return {};
}

bool BaselineCheck::is_there(const std::string& path) const {
  return store_.inspect(path.starts_with('/') ? path : directory_ + "/" + path).has_value();
}

void BaselineCheck::note_gone(const std::string& path) {
  // Of what many files have, some stand for all: a search through all of them for each would never end.
  constexpr std::size_t kMost = 32;
  const auto note = [&](std::vector<std::string>& files) {
    if (files.size() < kMost) files.push_back(path);
  };
  note(gone_by_name_[name_of(path)]);
  for (const auto& [key, count] : *before_.of(path)) note(gone_by_finding_[key]);
}

// The file that is gone and has most of these findings, if it is one file under two names: both have half of what the
// other has, or share a name and anything. Empty: there is none.
std::string BaselineCheck::old_name(const std::string& path, const Baseline::Counts& counts) const {
  std::set<std::string> candidates;
  const auto add = [&](const auto& index, const auto& key) {
    const auto found = index.find(key);
    if (found != index.end()) candidates.insert(found->second.begin(), found->second.end());
  };
  add(gone_by_name_, name_of(path));
  for (const auto& [key, count] : counts) add(gone_by_finding_, key);
  std::string best;
  std::size_t most = 0;
  for (const std::string& gone : candidates) {
    const Baseline::Counts& known = *before_.of(gone);
    const std::size_t shared = shared_by(counts, known);
    const bool is_same = name_of(gone) == name_of(path) || shared * 2 >= std::max(total_of(known), total_of(counts));
    if (!is_same || shared <= most) continue;
    most = shared;
    best = gone;
  }
  return best;
}

std::string BaselineCheck::path_of(const std::string& file) const {
  const std::string absolute = store_.canonical(file).value_or(file);
  const std::string_view below = engine::path_below(absolute, directory_);
  return below.empty() ? absolute : std::string(below);
}

BaselineCheck::Seen BaselineCheck::mark(FileReport& file) const {
  const engine::FileResult& result = file.result;
  Seen seen{.path = path_of(result.path), .counts = {}};
  seen.is_complete = result.outcome == engine::Outcome::kUnchanged || result.outcome == engine::Outcome::kChanged;
  if (!seen.is_complete) return seen;
  const std::vector<FindingKey> keys = keys_of(result, file.bytes);
  for (const FindingKey& key : keys) ++seen.counts[key];
  const bool may_be_renamed = !is_new_ && !keys.empty() && before_.of(seen.path) == nullptr;
  if (may_be_renamed) seen.renamed_from = old_name(seen.path, seen.counts);
  const std::string& known_as = seen.renamed_from.empty() ? seen.path : seen.renamed_from;
  file.known = is_new_ ? std::vector<bool>(keys.size(), true) : before_.accepted(known_as, keys);
  seen.added = static_cast<std::size_t>(std::count(file.known.begin(), file.known.end(), false));
  return seen;
}

void BaselineCheck::take(const Seen& seen) {
  seen_.insert(seen.path);
  if (!seen.is_complete) return;
  added_ += seen.added;
  if (!seen.renamed_from.empty() && after_.of(seen.renamed_from) != nullptr) {
    after_.move(seen.renamed_from, seen.path);
    ++renamed_;
  }
  if (!is_new_) {
    gone_ += after_.shrink(seen.path, seen.counts);
    return;
  }
  for (const auto& [key, count] : seen.counts) after_.add(seen.path, key, count);
}

void BaselineCheck::drop_deleted_files() {
  for (const std::string& path : before_.paths()) {
    if (!seen_.contains(path) && !is_there(path)) gone_ += after_.shrink(path, {});
  }
}

Expected<void> BaselineCheck::save() const {
  if (!is_new_) return store_.rewrite(path_, text_, after_.text());
  auto file = store_.create_to_append(path_);
  return file ? (*file)->append(after_.text(), {}) : tl::unexpected(file.error());
}

Expected<std::string> BaselineCheck::finish() {
  drop_deleted_files();
  std::string text = path_ + ": " + count_of(after_.size(), "known finding") + ", " + std::to_string(added_) + " new";
  if (gone_ > 0) text += ", " + std::to_string(gone_) + " gone";
  if (renamed_ > 0) text += ", " + count_of(renamed_, "file") + " renamed";
  if (!updates_) return text + (gone_ > 0 ? " (--update-baseline takes them out)\n" : "\n");
  if (!is_new_ && gone_ == 0 && renamed_ == 0 && before_.target() == target_) return text + "\n";
  const auto written = save();
  if (!written) return engine::failure("the baseline " + path_ + " " + written.error().what, written.error().advice);
  return text + (is_new_ ? "; made\n" : "; updated\n");
}

}  // namespace py3k::cli
