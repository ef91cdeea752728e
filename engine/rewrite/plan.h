// Plan: all that is going to change in one file, gathered from the fixers, settled, then rendered in one walk.
//
// A claim replaces a range of the text, usually a node's, by pieces: new text, and holes that refer to parts of the
// original. At a hole the renderer writes that part with its own claims, so nested rewrites compose. Claims of one
// change are applied together or not at all. Two claims are nested or disjoint; one that lies inside another must lie
// inside one of its holes.
//
//   Plan plan(tree);
//   Change change = {.fixer = &fixer, .at = node, …};
//   change.claims.push_back(…);
//   plan.add(std::move(change));
//   Rendered result = plan.render();
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/report/finding.h"
#include "engine/rewrite/edit.h"
#include "engine/rewrite/range_index.h"
#include "engine/syntax/precedence.h"

namespace py3k::engine {

struct Fixer;

struct Piece {
  std::string text = {};  // literal text, for one that is no hole
  bool is_hole = false;
  ByteRange range = {};  // of the original, for a hole
  Node node = {};        // the hole's node, where it is a single one
  Precedence demands = Precedence::kAny;
  bool in_brackets = false;
  bool attribute_object = false;
};

struct Claim {
  ByteRange range;
  Node node;  // the node that is replaced; empty for a part of a token, or a place between nodes
  std::vector<Piece> pieces = {};
  Precedence precedence = Precedence::kAny;  // of the result; kAny: not an expression
  bool is_number = false;
  bool keeps_comments = false;  // its pieces account for all comments in the range
  bool part_of_token = false;   // what it puts in may touch the word before or after
  bool is_tidying = false;      // takes away blank lines; not where something is put in before them
  bool is_removal = false;      // takes a statement or an item away; comments may be left of it
  bool is_shared = false;       // several changes may need it: an import
  std::uint32_t change = 0;
  std::vector<std::uint32_t> also = {};  // other changes that need it
  std::uint32_t order = 0;               // among claims with the same range: insertions are made in this order
};

enum class ChangeState : std::uint8_t { kPending, kApplied, kDropped };

// What one fixer does at one place, all of it or nothing.
struct Change {
  const Fixer* fixer = nullptr;
  Node at;              // what the finding points to
  std::string message;  // empty: "before -> after"
  Safety safety = Safety::kSafe;
  std::vector<Claim> claims;
  std::vector<Node> removals;  // statements that go, and items of lists: names of an import, arguments of a call
  ChangeState state = ChangeState::kPending;
  std::string dropped_because;
  bool is_unspoken = false;  // dropped, and nobody needs to hear of it
  std::uint32_t group = 0;   // of changes that are made all or none; 0: stands for itself
};

// The text after all changes, and what came from where.
struct Rendered {
  std::string text;
  std::vector<Edit> edits;                // outermost claims only, by position
  std::vector<Place> places;              // all claims
  std::vector<ByteRange> python3_ranges;  // parts of `text` that templates have put in, sorted
};

class Plan {
 public:
  explicit Plan(const Tree& tree) : tree_(tree) {}

  // Adds a change. Gives its index in changes().
  std::uint32_t add(Change change);

  // A number for changes that are made all or none, and have a finding each.
  std::uint32_t new_group() { return ++groups_; }

  // Adds a claim that several changes need (an import): it is made as long as one of them is.
  void add_shared(Claim claim, std::vector<std::uint32_t> changes);

  // Does a change, as long as none has been settled, put something else for the node, or for a part of the text with it
  // in?
  bool replaces(Node node) const;
  // Does a change put something around the node, or in its place?
  bool changes_at(Node node) const;

  // Decides between claims that can't both be; drops changes and says why in them. Call after the last add().
  void settle();

  // Renders what was not dropped. May be called again after drop().
  Rendered render();
  void drop(std::uint32_t change, std::string reason);

  std::vector<Change>& changes() { return changes_; }
  const std::vector<Change>& changes() const { return changes_; }
  const Tree& tree() const { return tree_; }

  // How what stands for a node after rendering begins, claims inside it applied; for messages.
  const std::string& text_after(std::uint32_t change) const { return after_[change]; }

 private:
  friend class Renderer;
  using Removal = std::pair<Node, std::uint32_t>;  // and the change that wants it
  std::vector<Claim> shared_claims() const;
  void collect_claims();
  bool is_met(const Claim& shared) const;
  void leave_what_goes();
  void add_removals(std::vector<Removal> removals);
  void add_claims_for(std::vector<Removal> removals, std::vector<Claim> (*make)(const std::vector<Node>&));
  bool drop_conflicts();
  // Which of two changes, whose claims can't both be, gives way to the other.
  std::uint32_t loser(const Claim& outer, const Claim& inner) const;

  const Tree& tree_;
  struct Shared {
    Claim claim;
    std::vector<std::uint32_t> changes;
  };

  void drop_incomplete_groups();

  // Calls `found` with the changes that have a claim or a removal there, until it takes one.
  template <typename Found>
  bool any_change_at(std::uint32_t offset, Found&& found) const;

  std::vector<Change> changes_;
  mutable RangeIndex index_;  // of what changes claim and remove
  mutable std::size_t indexed_ = 0;
  std::uint32_t groups_ = 0;
  std::vector<std::vector<std::uint32_t>> members_;  // of each group that is still whole
  std::vector<Shared> shared_;
  std::vector<Claim> claims_;  // those of pending changes, outermost first
  std::vector<std::string> after_;
};

}  // namespace py3k::engine
