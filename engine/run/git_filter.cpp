#include "engine/run/git_filter.h"

#include <utility>

namespace py3k::engine {

GitFilter::Tree GitFilter::open(const std::string& top) const {
  Tree tree;
  auto repository = open_(top);
  if (!repository) {
    tree.error = repository.error();
    return tree;
  }
  tree.repository = std::move(*repository);
  auto status = tree.repository->status();
  if (!status) {
    tree.error = status.error();
    return tree;
  }
  tree.status = std::move(*status);
  if (choice_.since.empty()) return tree;
  if (auto changed = tree.repository->changed_since(choice_.since)) {
    tree.changed = std::move(*changed);
  } else {
    tree.error = changed.error();
  }
  return tree;
}

const GitFilter::Tree& GitFilter::tree_at(const std::string& top) {
  const std::lock_guard lock(mutex_);
  const auto known = known_.find(top);
  return known != known_.end() ? known->second : known_.emplace(top, open(top)).first->second;
}

Expected<std::vector<WalkedPath>> GitFilter::choose(std::vector<WalkedPath> paths) {
  if (choice_.since.empty() && !choice_.staged) return paths;
  std::vector<WalkedPath> chosen;
  for (WalkedPath& path : paths) {
    if (!path.error.what.empty()) {
      chosen.push_back(std::move(path));
      continue;
    }
    const WorkTrees::Place place = trees_.place_of(path.path);
    if (place.top.empty()) {
      return failure(path.path + " is in no git repository", "--since and --staged are for what is in one");
    }
    const Tree& tree = tree_at(place.top);
    if (!tree.error.what.empty()) return failure(tree.error.what + " in " + place.top, tree.error.advice);
    const bool is_wanted = choice_.staged ? tree.status.staged.contains(place.path) : tree.changed.contains(place.path);
    if (!is_wanted) continue;
    // What would be looked at is not what would be committed.
    if (choice_.staged && !choice_.allow_dirty && tree.status.unstaged.contains(place.path)) {
      path.left_alone = "is not what is staged: it has been changed since; stage or stash that, or add --allow-dirty";
    }
    chosen.push_back(std::move(path));
  }
  return chosen;
}

std::string GitFilter::reason_to_keep(const std::string& path) {
  if (choice_.allow_dirty) return "";
  const WorkTrees::Place place = trees_.place_of(path);
  if (place.top.empty()) return "";
  const Tree& tree = tree_at(place.top);
  const std::string advice = ", or add --allow-dirty";
  if (!tree.error.what.empty()) return tree.error.what + "; repair the repository" + advice;
  if (tree.status.unstaged.contains(place.path)) return "has uncommitted changes; commit or stash them" + advice;
  if (tree.status.untracked.contains(place.path)) return "is not in git; commit it" + advice;
  // Who asks for what is staged knows that it is not committed; git has it, all the same.
  const bool is_staged = !choice_.staged && tree.status.staged.contains(place.path);
  return is_staged ? "has staged changes; commit them" + advice : "";
}

}  // namespace py3k::engine
