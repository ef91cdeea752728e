// FileReview: what there is to decide in one file, and what has been decided. Knows nothing of keys and screens.
//
//   FileReview review(converter.convert(path, bytes));
//   while (const auto unit = review.next_open()) review.decide(*unit, ask(review, *unit));
//   const FileResult result = converter.convert(path, bytes, nullptr, &decisions);   // review.decisions()
//
// A unit is what is asked about at once: changes that share lines, and all places of each.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/finding.h"
#include "engine/rewrite/decisions.h"

namespace py3k::cli {

enum class Decision : std::uint8_t {
  kOpen,
  kAccepted,
  kDeclined,
  kEdited,  // something written by hand stands in its place
};

struct ReviewChange {
  std::uint32_t number = 0;  // engine::Finding::change
  std::string fixer;
  engine::ByteRange range;  // what its finding points to
  Decision decision = Decision::kOpen;
};

class FileReview {
 public:
  // Of a result with all changes made.
  explicit FileReview(const engine::FileResult& all);

  std::size_t unit_count() const { return units_.size(); }
  // The first unit in which something is open; none: all is decided.
  std::optional<std::size_t> next_open() const;
  // Those of a unit's changes that are not declined: what it would do.
  std::vector<std::uint32_t> changes_of(std::size_t unit) const;
  // The fixers of its open changes, each once.
  std::vector<std::string> open_fixers_of(std::size_t unit) const;

  // Each decides what is open, and only that.
  void decide(std::size_t unit, Decision decision);
  void decide_fixer(const std::string& fixer, Decision decision);
  void decide_rest(Decision decision);
  void edit(std::size_t unit, std::vector<engine::HandEdit> edits);

  // What has been accepted; with a unit's changes in addition, or without a unit's.
  engine::Decisions decisions() const;
  engine::Decisions decisions_with(std::size_t unit) const;
  engine::Decisions decisions_without(std::size_t unit) const;

  const std::vector<ReviewChange>& changes() const { return changes_; }
  std::vector<ReviewChange>& changes() { return changes_; }
  const std::vector<engine::HandEdit>& edits() const { return edits_; }
  void set_edits(std::vector<engine::HandEdit> edits) { edits_ = std::move(edits); }
  std::size_t count(Decision decision) const;

 private:
  using Unit = std::vector<std::size_t>;  // into changes_, in their order

  bool is_open(std::size_t unit) const;

  std::vector<ReviewChange> changes_;  // by position
  std::vector<Unit> units_;            // by first place
  std::vector<engine::HandEdit> edits_;
};

}  // namespace py3k::cli
