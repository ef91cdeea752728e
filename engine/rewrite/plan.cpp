#include "engine/rewrite/plan.h"

#include <algorithm>

#include "engine/fixer.h"
#include "engine/rewrite/layout.h"
#include "engine/rewrite/renderer.h"

namespace py3k::engine {

namespace {

bool contains(ByteRange outer, ByteRange inner) { return outer.start <= inner.start && inner.end <= outer.end; }
bool overlap(ByteRange a, ByteRange b) { return a.start < b.end && b.start < a.end; }

bool in_a_hole(const Claim& outer, const Claim& inner) {
  return std::any_of(outer.pieces.begin(), outer.pieces.end(),
                     [&](const Piece& piece) { return piece.is_hole && contains(piece.range, inner.range); });
}

// Source order; what encloses comes before what it encloses. An insertion at a claim's edge lies outside it.
bool before(const Claim& a, const Claim& b) {
  if (a.range.start != b.range.start) return a.range.start < b.range.start;
  const bool a_insertion = a.range.start == a.range.end;
  const bool b_insertion = b.range.start == b.range.end;
  if (a_insertion != b_insertion) return a_insertion;
  if (a.range.end != b.range.end) return a.range.end > b.range.end;
  return a.change != b.change ? a.change < b.change : a.order < b.order;
}

bool prevails_over(const Fixer* winner, const Fixer* other) {
  return std::any_of(winner->wins_over.begin(), winner->wins_over.end(),
                     [&](const Fixer::Precedence& rule) { return rule.over == other->name; });
}

}  // namespace

std::uint32_t Plan::add(Change change) {
  changes_.push_back(std::move(change));
  return static_cast<std::uint32_t>(changes_.size() - 1);
}

void Plan::add_shared(Claim claim, std::vector<std::uint32_t> changes) {
  shared_.push_back({std::move(claim), std::move(changes)});
}

std::uint32_t Plan::loser(const Claim& outer, const Claim& inner) const {
  const Fixer* outer_fixer = changes_[outer.change].fixer;
  const Fixer* inner_fixer = changes_[inner.change].fixer;
  return prevails_over(inner_fixer, outer_fixer) ? outer.change : inner.change;
}

void Plan::collect_claims() {
  claims_.clear();
  std::vector<Node> removals;
  std::vector<std::uint32_t> owners;
  for (std::uint32_t i = 0; i < changes_.size(); ++i) {
    Change& change = changes_[i];
    if (change.state == ChangeState::kDropped) continue;
    for (std::size_t order = 0; order < change.claims.size(); ++order) {
      Claim claim = change.claims[order];
      claim.change = i;
      claim.order = static_cast<std::uint32_t>(order);
      claims_.push_back(std::move(claim));
    }
    for (Node statement : change.removals) {
      removals.push_back(statement);
      owners.push_back(i);
    }
  }
  for (Claim& claim : remove_statements(removals)) {
    for (std::size_t i = 0; i < removals.size(); ++i)
      if (overlap(removals[i].range(), claim.range)) claim.change = owners[i];
    claims_.push_back(std::move(claim));
  }
  for (const Shared& shared : shared_) {
    const auto live = std::find_if(shared.changes.begin(), shared.changes.end(),
                                   [&](std::uint32_t change) { return changes_[change].state != ChangeState::kDropped; });
    if (live == shared.changes.end()) continue;
    claims_.push_back(shared.claim);
    claims_.back().change = *live;
  }
  std::stable_sort(claims_.begin(), claims_.end(), before);
}

bool Plan::drop_conflicts() {
  bool dropped = false;
  std::vector<std::size_t> enclosing;
  for (std::size_t i = 0; i < claims_.size(); ++i) {
    const Claim& claim = claims_[i];
    if (changes_[claim.change].state == ChangeState::kDropped) continue;
    while (!enclosing.empty()) {
      const Claim& outer = claims_[enclosing.back()];
      const bool over = outer.range.end <= claim.range.start && !(outer.range == claim.range);
      if (!over && changes_[outer.change].state != ChangeState::kDropped) break;
      enclosing.pop_back();
    }
    if (!enclosing.empty()) {
      const Claim& outer = claims_[enclosing.back()];
      const bool both_insert = outer.range == claim.range && outer.range.start == outer.range.end;
      if (!both_insert && !in_a_hole(outer, claim)) {
        const std::uint32_t lost = loser(outer, claim);
        const std::uint32_t won = lost == outer.change ? claim.change : outer.change;
        drop(lost, lost == won ? "its own parts overlap" : "overlaps with what " + changes_[won].fixer->name + " does here");
        dropped = true;
        if (lost == claim.change) continue;
        enclosing.pop_back();
      }
    }
    if (claim.range.start != claim.range.end) enclosing.push_back(i);
  }
  return dropped;
}

void Plan::settle() {
  collect_claims();
  while (drop_conflicts()) collect_claims();
}

void Plan::drop(std::uint32_t change, std::string reason) {
  changes_[change].state = ChangeState::kDropped;
  changes_[change].dropped_because = std::move(reason);
}

Rendered Plan::render() {
  collect_claims();
  after_.assign(changes_.size(), {});
  return Renderer(*this).run();
}

}  // namespace py3k::engine
