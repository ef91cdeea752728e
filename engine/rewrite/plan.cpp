#include "engine/rewrite/plan.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/fixer.h"
#include "engine/rewrite/layout.h"
#include "engine/rewrite/list_items.h"
#include "engine/rewrite/renderer.h"

namespace py3k::engine {

namespace {

bool contains(ByteRange outer, ByteRange inner) { return outer.start <= inner.start && inner.end <= outer.end; }

bool in_a_hole(const Claim& outer, const Claim& inner) {
  return std::any_of(outer.pieces.begin(), outer.pieces.end(),
                     [&](const Piece& piece) { return piece.is_hole && contains(piece.range, inner.range); });
}

bool takes_away(const Claim& claim) {
  return std::all_of(claim.pieces.begin(), claim.pieces.end(),
                     [](const Piece& piece) { return !piece.is_hole && piece.text.empty(); });
}

// Is all that one change is about in statements, items or other text that the other takes away?
bool goes_with(const Change& inner, const Change& outer) {
  const auto is_gone = [&](ByteRange range) {
    return std::any_of(outer.removals.begin(), outer.removals.end(),
                       [&](Node removal) { return contains(removal.range(), range); }) ||
           std::any_of(outer.claims.begin(), outer.claims.end(),
                       [&](const Claim& claim) { return contains(claim.range, range) && takes_away(claim); });
  };
  return std::all_of(inner.claims.begin(), inner.claims.end(),
                     [&](const Claim& claim) { return is_gone(claim.range); }) &&
         std::all_of(inner.removals.begin(), inner.removals.end(), [&](Node node) { return is_gone(node.range()); });
}

// Does the outer claim's change carry what the inner claim is about to another place?
bool is_moved(const Change& change, const Claim& inner) {
  return std::any_of(change.claims.begin(), change.claims.end(),
                     [&](const Claim& claim) { return in_a_hole(claim, inner); });
}

// Nothing may be put in before these, wherever else it would go.
bool imports_future(const Claim& claim) {
  if (claim.pieces.empty()) return false;
  const std::string& text = claim.pieces.front().text;
  const std::size_t start = text.find_first_not_of(" \t\r\n;");
  return start != std::string::npos && text.compare(start, 16, "from __future__ ") == 0;
}

// Source order; what encloses comes before what it encloses. An insertion at a claim's edge lies outside it.
bool before(const Claim& a, const Claim& b) {
  if (a.range.start != b.range.start) return a.range.start < b.range.start;
  const bool a_insertion = a.range.start == a.range.end;
  const bool b_insertion = b.range.start == b.range.end;
  if (a_insertion != b_insertion) return a_insertion;
  if (a.range.end != b.range.end) return a.range.end > b.range.end;
  if (a_insertion && imports_future(a) != imports_future(b)) return imports_future(a);
  if (a_insertion && a.is_shared != b.is_shared) return a.is_shared;  // imports stand above what needs them
  return a.change != b.change ? a.change < b.change : a.order < b.order;
}

// Two fixers write the same in the same place.
bool is_same(const Claim& a, const Claim& b) {
  return a.change != b.change && a.range == b.range && a.range.start != a.range.end &&
         std::equal(a.pieces.begin(), a.pieces.end(), b.pieces.begin(), b.pieces.end(),
                    [](const Piece& x, const Piece& y) {
                      return x.is_hole == y.is_hole && (x.is_hole ? x.range == y.range : x.text == y.text);
                    });
}

// "os" for "import os" on a line of its own.
std::string_view imported_by(const Claim& claim) {
  std::string_view text = claim.pieces.front().text;
  const std::size_t start = text.find_first_not_of("\r\n");
  if (start == std::string_view::npos) return {};
  text = text.substr(start, text.find_last_not_of("\r\n") + 1 - start);
  constexpr std::string_view kImport = "import ";
  return text.starts_with(kImport) ? text.substr(kImport.size()) : std::string_view();
}

// The item of an import statement that the claim turns into one of the module: `commands` in `import os, commands`,
// which is of subprocess then. Null where it does something else.
Node imported_instead(const Claim& claim, std::string_view module, const Tree& tree) {
  if (module.empty() || claim.pieces.size() != 1 || claim.pieces.front().is_hole || claim.pieces.front().text != module)
    return {};
  Node item = tree.node_at(claim.range);
  while (item.parent() && item.parent().range() == claim.range) item = item.parent();
  const Node statement = item.parent();
  return statement.is(Kind::kImportStatement) && statement.parent().is(Kind::kModule) ? item : Node();
}

bool prevails_over(const Fixer* winner, const Fixer* other) {
  return std::any_of(winner->wins_over.begin(), winner->wins_over.end(),
                     [&](const Fixer::Precedence& rule) { return rule.over == other->name; });
}

}  // namespace

std::uint32_t Plan::add(Change change) {
  const auto number = static_cast<std::uint32_t>(changes_.size());
  if (change.group != 0) {
    members_.resize(std::max<std::size_t>(members_.size(), change.group + 1));
    members_[change.group].push_back(number);
  }
  changes_.push_back(std::move(change));
  return number;
}

void Plan::add_shared(Claim claim, std::vector<std::uint32_t> changes) {
  shared_.push_back({std::move(claim), std::move(changes)});
}

template <typename Found>
bool Plan::any_change_at(std::uint32_t offset, Found&& found) const {
  for (; indexed_ < changes_.size(); ++indexed_) {
    for (const Claim& claim : changes_[indexed_].claims) index_.add(claim.range, static_cast<std::uint32_t>(indexed_));
    for (Node removal : changes_[indexed_].removals) index_.add(removal.range(), static_cast<std::uint32_t>(indexed_));
  }
  return index_.any_at(offset, [&](std::uint32_t number) {
    return changes_[number].state != ChangeState::kDropped && found(changes_[number]);
  });
}

bool Plan::replaces(Node node) const {
  const Claim inner{.range = node.range(), .node = node};
  return any_change_at(node.start(), [&](const Change& change) {
    return std::any_of(
               change.claims.begin(), change.claims.end(),
               [&](const Claim& claim) { return contains(claim.range, inner.range) && !in_a_hole(claim, inner); }) ||
           std::any_of(change.removals.begin(), change.removals.end(),
                       [&](Node removal) { return node.is_within(removal); });
  });
}

bool Plan::changes_at(Node node) const {
  return any_change_at(node.start(), [&](const Change& change) {
    return std::any_of(change.claims.begin(), change.claims.end(), [&](const Claim& claim) {
      return claim.range.start == node.start() && claim.range.end >= node.end();
    });
  });
}

std::uint32_t Plan::loser(const Claim& outer, const Claim& inner) const {
  const Fixer* outer_fixer = changes_[outer.change].fixer;
  const Fixer* inner_fixer = changes_[inner.change].fixer;
  return prevails_over(inner_fixer, outer_fixer) ? outer.change : inner.change;
}

void Plan::add_removals(std::vector<Removal> removals) {
  std::map<std::uint32_t, std::vector<Node>> lists;
  for (const auto& [node, change] : removals)
    if (!is_statement(node)) lists[node.parent().index()].push_back(node);
  // An import that imports nothing any more goes as a whole.
  std::set<std::uint32_t> emptied;
  for (auto& [parent, list] : lists)
    if (is_statement(list.front().parent()) && are_all_items(std::move(list))) emptied.insert(parent);
  const auto goes_whole = [&](Node node) { return emptied.contains(node.parent().index()); };
  std::vector<Removal> statements;
  std::vector<Removal> items;
  for (const auto& [node, change] : removals) {
    if (is_statement(node)) {
      statements.emplace_back(node, change);
    } else if (goes_whole(node)) {
      statements.emplace_back(node.parent(), change);
    } else {
      items.emplace_back(node, change);
    }
  }
  add_claims_for(std::move(statements), remove_statements);
  add_claims_for(std::move(items), remove_items);
}

// Each claim belongs to the change that wanted the first thing it takes away.
void Plan::add_claims_for(std::vector<Removal> removals, std::vector<Claim> (*make)(const std::vector<Node>&)) {
  std::stable_sort(removals.begin(), removals.end(),
                   [](const Removal& a, const Removal& b) { return a.first.index() < b.first.index(); });
  std::vector<Node> nodes;
  std::vector<std::uint32_t> reach;  // the furthest end up to each: one may lie in another
  for (const Removal& removal : removals) {
    nodes.push_back(removal.first);
    reach.push_back(std::max(removal.first.end(), reach.empty() ? 0 : reach.back()));
  }
  for (Claim& claim : make(nodes)) {
    auto owner = removals.begin() + (std::upper_bound(reach.begin(), reach.end(), claim.range.start) - reach.begin());
    claim.change = owner != removals.end() ? owner->second : removals.back().second;
    for (; owner != removals.end() && owner->first.start() < claim.range.end; ++owner)
      if (contains(claim.range, owner->first.range())) claim.also.push_back(owner->second);
    claim.is_removal = true;
    claims_.push_back(std::move(claim));
  }
}

// A change that is not dropped puts in, in another way, what the claim would.
bool Plan::is_met(const Claim& shared) const {
  const std::string_view module = imported_by(shared);
  return !module.empty() && std::any_of(changes_.begin(), changes_.end(), [&](const Change& change) {
    return change.state != ChangeState::kDropped &&
           std::any_of(change.claims.begin(), change.claims.end(), [&](const Claim& claim) {
             return claim.range.start <= shared.range.start && imported_instead(claim, module, tree_);
           });
  });
}

// What is put in, and who needs it first.
std::vector<Claim> Plan::shared_claims() const {
  std::vector<Claim> claims;
  for (const Shared& shared : shared_) {
    const auto live = std::find_if(shared.changes.begin(), shared.changes.end(), [&](std::uint32_t change) {
      return changes_[change].state != ChangeState::kDropped;
    });
    if (live == shared.changes.end() || is_met(shared.claim)) continue;
    claims.push_back(shared.claim);
    claims.back().is_shared = true;
    claims.back().change = *live;
    claims.back().also = shared.changes;
  }
  return claims;
}

void Plan::collect_claims() {
  const std::vector<Claim> imports = shared_claims();
  const auto imported_again = [&](const Claim& claim) {
    for (const Claim& shared : imports)
      if (shared.range.start < claim.range.start)
        if (const Node item = imported_instead(claim, imported_by(shared), tree_)) return item;
    return Node();
  };
  claims_.clear();
  std::vector<Removal> removals;
  for (std::uint32_t i = 0; i < changes_.size(); ++i) {
    Change& change = changes_[i];
    if (change.state == ChangeState::kDropped) continue;
    for (std::size_t order = 0; order < change.claims.size(); ++order) {
      Claim claim = change.claims[order];
      if (const Node item = imported_again(claim)) {
        removals.emplace_back(item, i);
        continue;
      }
      claim.change = i;
      claim.order = static_cast<std::uint32_t>(order);
      claims_.push_back(std::move(claim));
    }
    for (Node node : change.removals) removals.emplace_back(node, i);
  }
  add_removals(std::move(removals));
  claims_.insert(claims_.end(), imports.begin(), imports.end());
  std::stable_sort(claims_.begin(), claims_.end(), before);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < claims_.size(); ++i) {
    if (kept > 0 && is_same(claims_[kept - 1], claims_[i])) {
      claims_[kept - 1].also.push_back(claims_[i].change);
    } else if (kept++ != i) {
      claims_[kept - 1] = std::move(claims_[i]);
    }
  }
  claims_.erase(claims_.begin() + static_cast<std::ptrdiff_t>(kept), claims_.end());
  // A blank line stays where something is put in before it.
  std::vector<std::uint32_t> insertions;
  for (const Claim& claim : claims_)
    if (claim.range.start == claim.range.end) insertions.push_back(claim.range.start);
  std::erase_if(claims_, [&](const Claim& claim) {
    return claim.is_tidying && std::binary_search(insertions.begin(), insertions.end(), claim.range.start);
  });
  leave_what_goes();
}

// A change with several places does not depend on one that another change takes away: there nothing is left to do. One
// that is all there is dropped by drop_conflicts().
void Plan::leave_what_goes() {
  std::size_t outer = claims_.size();  // the last claim that takes something away
  std::vector<bool> is_left(claims_.size(), false);
  for (std::size_t i = 0; i < claims_.size(); ++i) {
    const Claim& claim = claims_[i];
    const bool is_inside = outer < claims_.size() && contains(claims_[outer].range, claim.range) &&
                           claims_[outer].change != claim.change && claim.range.start != claim.range.end;
    if (is_inside) {
      is_left[i] = !claim.is_shared && !goes_with(changes_[claim.change], changes_[claims_[outer].change]);
    } else if (claim.range.start != claim.range.end && (claim.is_removal || takes_away(claim))) {
      outer = i;
    }
  }
  std::size_t next = 0;
  std::erase_if(claims_, [&](const Claim&) { return is_left[next++]; });
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
      if (!both_insert && !in_a_hole(outer, claim) && !is_moved(changes_[outer.change], claim)) {
        const std::uint32_t lost = loser(outer, claim);
        const std::uint32_t won = lost == outer.change ? claim.change : outer.change;
        const std::string by = "what " + changes_[won].fixer->name;
        drop(lost, lost == won                                ? "its own parts overlap"
                   : goes_with(changes_[lost], changes_[won]) ? "goes with " + by + " takes away"
                                                              : "overlaps with " + by + " does here");
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
  drop_incomplete_groups();
  collect_claims();
  while (drop_conflicts()) collect_claims();
}

void Plan::drop(std::uint32_t change, std::string reason) {
  const std::uint32_t group = changes_[change].group;
  changes_[change].state = ChangeState::kDropped;
  changes_[change].dropped_because = std::move(reason);
  if (group == 0) return;
  for (const std::uint32_t member : std::exchange(members_[group], {})) {
    Change& other = changes_[member];
    if (other.state == ChangeState::kDropped) continue;
    other.state = ChangeState::kDropped;
    other.dropped_because = "goes together with another place, which can't change";
  }
}

// Some changes are dropped before they come here.
void Plan::drop_incomplete_groups() {
  if (groups_ == 0) return;
  for (std::uint32_t i = 0; i < changes_.size(); ++i) {
    const Change& change = changes_[i];
    if (change.group != 0 && change.state == ChangeState::kDropped) drop(i, change.dropped_because);
  }
}

Rendered Plan::render() {
  collect_claims();
  after_.assign(changes_.size(), {});
  Rendered rendered = Renderer(*this).run();
  // Where several changes took away the parts of one statement, only the first of them has a claim.
  for (Change& change : changes_)
    if (change.state == ChangeState::kPending && !change.removals.empty()) change.state = ChangeState::kApplied;
  return rendered;
}

}  // namespace py3k::engine
