#include "engine/rewrite/decisions.h"

#include <algorithm>

#include "engine/fixer.h"

namespace py3k::engine {

namespace {

const Fixer& hand_fixer() {
  static const Fixer fixer{.name = kHandEdit, .doc = "What was edited by hand."};
  return fixer;
}

bool is_replaced(const Decisions& decisions, std::uint32_t change) {
  return std::any_of(decisions.edits.begin(), decisions.edits.end(), [&](const HandEdit& edit) {
    return std::find(edit.changes.begin(), edit.changes.end(), change) != edit.changes.end();
  });
}

}  // namespace

void apply_decisions(const Decisions& decisions, Plan& plan) {
  const std::vector<std::uint32_t>& accepted = decisions.accepted;
  for (std::uint32_t i = 0; i < plan.changes().size(); ++i) {
    Change& change = plan.changes()[i];
    if (change.state == ChangeState::kDropped || std::binary_search(accepted.begin(), accepted.end(), i)) continue;
    if (is_replaced(decisions, i)) {
      change.claims.clear();
      change.removals.clear();
    } else {
      plan.drop(i, "declined");
    }
  }
  for (const HandEdit& edit : decisions.edits) {
    Change change{.fixer = &hand_fixer(), .at = plan.tree().node_at(edit.range), .message = "edited by hand"};
    change.claims.push_back({.range = edit.range,
                             .node = {},
                             .pieces = {{.text = edit.text}},
                             .keeps_comments = true,
                             .part_of_token = true});
    plan.add(std::move(change));
  }
}

}  // namespace py3k::engine
