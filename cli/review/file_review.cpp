#include "cli/review/file_review.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

namespace py3k::cli {
namespace {

using engine::ByteRange;
using engine::Decisions;
using engine::FileResult;

// Which things belong together: a forest in which each points to another of its set, or to itself.
class Sets {
 public:
  explicit Sets(std::size_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), std::size_t{0}); }
  std::size_t find(std::size_t item) {
    while (parents_[item] != item) item = parents_[item] = parents_[parents_[item]];
    return item;
  }
  // The earlier one stands for both.
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parents_;
};

// The lines that something touches, as offsets: from the start of the first to the end of the last.
ByteRange lines_of(std::string_view text, ByteRange range) {
  const std::size_t before = range.start == 0 ? std::string_view::npos : text.rfind('\n', range.start - 1);
  const std::size_t last = range.end > range.start ? range.end - 1 : range.start;
  const std::size_t after = text.find('\n', last);
  return {static_cast<std::uint32_t>(before == std::string_view::npos ? 0 : before + 1),
          static_cast<std::uint32_t>(after == std::string_view::npos ? text.size() : after + 1)};
}

struct Touched {
  ByteRange lines;
  std::size_t change = 0;  // an index into the review's changes
};

// An import that a change needs is not what it is about: it may serve many.
std::vector<Touched> touched_lines(const FileResult& all, const std::vector<std::size_t>& index_of) {
  constexpr auto kNone = static_cast<std::size_t>(-1);
  std::vector<Touched> touched;
  std::vector<bool> has_place(all.findings.size(), false);
  for (const engine::Place& place : all.places) {
    if (place.is_import || place.change >= index_of.size() || index_of[place.change] == kNone) continue;
    touched.push_back({lines_of(all.original, place.range), index_of[place.change]});
    has_place[place.change] = true;
  }
  for (std::size_t i = 0; i < all.findings.size(); ++i) {
    if (index_of[i] == kNone || has_place[i]) continue;
    const std::uint32_t start = all.findings[i].range.start;
    touched.push_back({lines_of(all.original, {start, start}), index_of[i]});
  }
  std::stable_sort(touched.begin(), touched.end(),
                   [](const Touched& a, const Touched& b) { return a.lines.start < b.lines.start; });
  return touched;
}

}  // namespace

FileReview::FileReview(const FileResult& all) {
  std::vector<std::size_t> index_of(all.findings.size(), static_cast<std::size_t>(-1));
  for (std::size_t i = 0; i < all.findings.size(); ++i) {
    const engine::Finding& finding = all.findings[i];
    if (!finding.applied) continue;
    index_of[i] = changes_.size();
    changes_.push_back({finding.change, finding.fixer, finding.range, Decision::kOpen});
  }
  const std::vector<Touched> touched = touched_lines(all, index_of);
  Sets sets(changes_.size());
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < touched.size(); ++i) {
    if (i > 0 && touched[i].lines.start < end) sets.join(touched[i].change, touched[i - 1].change);
    end = std::max(end, touched[i].lines.end);
  }
  std::map<std::size_t, std::size_t> unit_of;  // by what stands for the set
  for (const Touched& place : touched) {
    const auto [unit, is_new] = unit_of.try_emplace(sets.find(place.change), units_.size());
    if (is_new) units_.emplace_back();
    Unit& members = units_[unit->second];
    if (std::find(members.begin(), members.end(), place.change) == members.end()) members.push_back(place.change);
  }
  for (Unit& members : units_) std::sort(members.begin(), members.end());
}

bool FileReview::is_open(std::size_t unit) const {
  return std::any_of(units_[unit].begin(), units_[unit].end(),
                     [&](std::size_t change) { return changes_[change].decision == Decision::kOpen; });
}

std::optional<std::size_t> FileReview::next_open() const {
  for (std::size_t unit = 0; unit < units_.size(); ++unit) {
    if (is_open(unit)) return unit;
  }
  return std::nullopt;
}

std::vector<std::uint32_t> FileReview::changes_of(std::size_t unit) const {
  std::vector<std::uint32_t> numbers;
  for (const std::size_t change : units_[unit]) {
    if (changes_[change].decision != Decision::kDeclined) numbers.push_back(changes_[change].number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::vector<std::string> FileReview::open_fixers_of(std::size_t unit) const {
  std::vector<std::string> names;
  for (const std::size_t index : units_[unit]) {
    const ReviewChange& change = changes_[index];
    if (change.decision != Decision::kOpen) continue;
    if (std::find(names.begin(), names.end(), change.fixer) == names.end()) names.push_back(change.fixer);
  }
  return names;
}

void FileReview::decide(std::size_t unit, Decision decision) {
  for (const std::size_t index : units_[unit]) {
    if (changes_[index].decision == Decision::kOpen) changes_[index].decision = decision;
  }
}

void FileReview::decide_fixer(const std::string& fixer, Decision decision) {
  for (ReviewChange& change : changes_) {
    if (change.decision == Decision::kOpen && change.fixer == fixer) change.decision = decision;
  }
}

void FileReview::decide_rest(Decision decision) {
  for (ReviewChange& change : changes_) {
    if (change.decision == Decision::kOpen) change.decision = decision;
  }
}

void FileReview::edit(std::size_t unit, std::vector<engine::HandEdit> edits) {
  if (!edits.empty()) edits.front().changes = changes_of(unit);
  for (const std::size_t index : units_[unit]) {
    if (changes_[index].decision != Decision::kDeclined) changes_[index].decision = Decision::kEdited;
  }
  edits_.insert(edits_.end(), std::make_move_iterator(edits.begin()), std::make_move_iterator(edits.end()));
}

Decisions FileReview::decisions() const {
  Decisions made{.accepted = {}, .edits = edits_};
  for (const ReviewChange& change : changes_) {
    if (change.decision == Decision::kAccepted) made.accepted.push_back(change.number);
  }
  std::sort(made.accepted.begin(), made.accepted.end());
  return made;
}

Decisions FileReview::decisions_with(std::size_t unit) const {
  Decisions made = decisions();
  std::vector<std::uint32_t> all;
  const std::vector<std::uint32_t> own = changes_of(unit);
  std::set_union(made.accepted.begin(), made.accepted.end(), own.begin(), own.end(), std::back_inserter(all));
  made.accepted = std::move(all);
  return made;
}

Decisions FileReview::decisions_without(std::size_t unit) const {
  Decisions made = decisions();
  std::vector<std::uint32_t> others;
  const std::vector<std::uint32_t> own = changes_of(unit);
  std::set_difference(made.accepted.begin(), made.accepted.end(), own.begin(), own.end(), std::back_inserter(others));
  made.accepted = std::move(others);
  return made;
}

std::size_t FileReview::count(Decision decision) const {
  return static_cast<std::size_t>(std::count_if(
      changes_.begin(), changes_.end(), [&](const ReviewChange& change) { return change.decision == decision; }));
}

}  // namespace py3k::cli
