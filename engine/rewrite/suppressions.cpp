#include "engine/rewrite/suppressions.h"

#include <algorithm>

#include "engine/fixer.h"
#include "engine/nearest.h"
#include "engine/rewrite/suppression_comment.h"
#include "engine/rewrite/suppression_range.h"

namespace py3k::engine {
namespace {

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Do they share a place? What is put in at an edge counts.
bool touches(ByteRange covered, ByteRange range) {
  if (range.start == range.end) return covered.start <= range.start && range.start <= covered.end;
  return range.start < covered.end && covered.start < range.end;
}

// The parts of a claim's range that don't come out as they went in: all but its holes.
std::vector<ByteRange> rewritten_parts(const Claim& claim) {
  std::vector<ByteRange> kept;
  for (const Piece& piece : claim.pieces) {
    const bool is_inside = claim.range.start <= piece.range.start && piece.range.end <= claim.range.end;
    if (piece.is_hole && is_inside) kept.push_back(piece.range);
  }
  std::sort(kept.begin(), kept.end(), [](ByteRange a, ByteRange b) { return a.start < b.start; });
  std::vector<ByteRange> parts;
  std::uint32_t at = claim.range.start;
  for (const ByteRange hole : kept) {
    if (hole.start > at) parts.push_back({at, hole.start});
    at = std::max(at, hole.end);
  }
  // What a claim puts in before or after its holes stands at its edges.
  parts.push_back({claim.range.start, claim.range.start});
  parts.push_back({at, claim.range.end});
  return parts;
}

// All that a change is about.
std::vector<ByteRange> parts_of(const Change& change) {
  std::vector<ByteRange> parts;
  if (change.at) parts.push_back({change.at.start(), change.at.start()});
  for (const Node removed : change.removals) parts.push_back(removed.range());
  for (const Claim& claim : change.claims)
    for (const ByteRange part : rewritten_parts(claim)) parts.push_back(part);
  return parts;
}

bool is_name_of(std::string_view name, const Fixer& fixer) {
  return name == fixer.name || name == group_name(fixer.group);
}

std::string quoted(const Tree& tree, ByteRange range) {
  return "`" + std::string(tree.text().substr(range.start, range.end - range.start)) + "`";
}

}  // namespace

bool mentions_suppression(const LexedSource& lexed) {
  if (lexed.text.find(kSuppressionMark) == std::string_view::npos) return false;
  return std::any_of(lexed.comments.begin(), lexed.comments.end(),
                     [&](ByteRange comment) { return read_suppression_comment(lexed.text, comment).has_value(); });
}

bool is_ignored_whole(const LexedSource& lexed) {
  for (const ByteRange range : lexed.comments) {
    if (!is_before_code(lexed, range.start)) return false;
    const auto comment = read_suppression_comment(lexed.text, range);
    if (comment && comment->is_for_file && comment->names.empty() && comment->mistake.empty()) return true;
  }
  return false;
}

Suppressions Suppressions::read(const Tree& tree, const FixerNames& names) {
  Suppressions made;
  made.names_ = names;
  for (const ByteRange range : tree.comments()) {
    const auto found = read_suppression_comment(tree.text(), range);
    if (!found) continue;
    Comment comment{.at = found->at, .is_for_file = found->is_for_file, .mistake = found->mistake};
    comment.is_before_code = is_before_code(tree.source(), range.start);
    for (const ByteRange name : found->names)
      comment.names.push_back({name, std::string(tree.text().substr(name.start, name.end - name.start))});
    if (!comment.mistake.empty()) {
      comment.mistake = quoted(tree, comment.at) + " " + comment.mistake;
    } else if (comment.is_for_file && !comment.is_before_code) {
      comment.mistake = quoted(tree, comment.at) + " has to stand before all code; move it to the top of the file";
    } else if (comment.is_for_file) {
      comment.covered = {0, static_cast<std::uint32_t>(tree.text().size())};
    } else {
      comment.covered = suppressed_range(tree, range);
    }
    made.comments_.push_back(std::move(comment));
  }
  made.sort_covers();
  return made;
}

void Suppressions::sort_covers() {
  for (std::size_t i = 0; i < comments_.size(); ++i)
    if (comments_[i].mistake.empty()) covers_.push_back({.range = comments_[i].covered, .comment = i});
  std::stable_sort(covers_.begin(), covers_.end(),
                   [](const Cover& a, const Cover& b) { return a.range.start < b.range.start; });
  std::uint32_t reach = 0;
  for (Cover& cover : covers_) cover.reach = reach = std::max(reach, cover.range.end);
}

// The comments, by number, that cover some of a change, whatever fixers they are for.
std::vector<std::size_t> Suppressions::touching(const Change& change) const {
  std::vector<std::size_t> found;
  for (const ByteRange part : parts_of(change)) {
    auto cover = std::partition_point(covers_.begin(), covers_.end(),
                                      [&](const Cover& earlier) { return earlier.reach < part.start; });
    for (; cover != covers_.end() && cover->range.start <= part.end; ++cover)
      if (touches(cover->range, part)) found.push_back(cover->comment);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool Suppressions::cover(const Change& change) const {
  const std::vector<std::size_t> found = touching(change);
  return std::any_of(found.begin(), found.end(), [&](std::size_t number) {
    const std::vector<Name>& names = comments_[number].names;
    return names.empty() || std::any_of(names.begin(), names.end(),
                                        [&](const Name& name) { return is_name_of(name.text, *change.fixer); });
  });
}

bool Suppressions::use(const Change& change) {
  bool any = false;
  for (const std::size_t number : touching(change)) {
    Comment& comment = comments_[number];
    bool is_meant = comment.names.empty();
    for (Name& name : comment.names)
      if (is_name_of(name.text, *change.fixer)) is_meant = name.is_used = true;
    comment.is_used = comment.is_used || is_meant;
    any = any || is_meant;
  }
  return any;
}

bool Suppressions::cover(std::uint32_t offset) const {
  const auto after = std::upper_bound(covers_.begin(), covers_.end(), offset,
                                      [](std::uint32_t at, const Cover& cover) { return at < cover.range.start; });
  return after != covers_.begin() && std::prev(after)->reach > offset;
}

std::string Suppressions::rest_of(std::string_view text, const Plan& plan) const {
  std::vector<bool> is_changed(comments_.size());
  for (const Change& change : plan.changes()) {
    if (change.state == ChangeState::kDropped) continue;
    for (const std::size_t number : touching(change)) is_changed[number] = true;
  }
  std::string rest(text);
  const auto take_out = [&](ByteRange range) {
    std::replace_if(
        rest.begin() + range.start, rest.begin() + range.end, [](char c) { return c != '\n' && c != '\r'; }, ' ');
  };
  // A comment behind its last line keeps all of a statement.
  for (const Change& change : plan.changes())
    if (change.at && change.state == ChangeState::kDropped && cover(change)) take_out(change.at.range());
  for (std::size_t i = 0; i < comments_.size(); ++i) {
    const Comment& comment = comments_[i];
    if (!comment.mistake.empty() || (!comment.names.empty() && is_changed[i])) continue;
    take_out(comment.covered);
  }
  return rest;
}

std::vector<Remark> Suppressions::remarks(bool is_partial) const {
  std::vector<Remark> remarks;
  for (const Comment& comment : comments_) {
    if (!comment.mistake.empty()) {
      remarks.push_back({comment.at, comment.mistake});
      continue;
    }
    for (const Name& name : comment.names) {
      if (!contains(names_.known, name.text)) {
        const std::string nearest = nearest_name(name.text, names_.known);
        remarks.push_back(
            {name.at, "there is no fixer " + name.text +
                          (nearest.empty() ? "; `py3k list` shows them all" : "; did you mean " + nearest + "?")});
      } else if (!name.is_used && contains(names_.running, name.text)) {
        remarks.push_back({name.at, name.text + " has nothing to ignore here; take it out"});
      }
    }
    if (!comment.names.empty() || comment.is_used || is_partial) continue;
    std::string message = "there is nothing to ignore here; take the comment out";
    if (comment.is_before_code && !comment.is_for_file)
      message += ", or write ignore-file if it is for all of the file";
    remarks.push_back({comment.at, std::move(message)});
  }
  return remarks;
}

}  // namespace py3k::engine
