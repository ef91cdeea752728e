// A TreeWalk comes by the nodes that tree-sitter's own cursor does, in sound trees and broken ones.
#include "engine/syntax/tree_walk.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/syntax/parse_arena.h"
#include "tests/paths.h"
#include "tests/support/files.h"
#include "tests/support/mutation.h"

namespace py3k::engine {
namespace {

struct Seen {
  std::size_t depth;
  TSSymbol symbol;
  TSFieldId field;
  bool is_missing;
  std::uint32_t start, end, named_children;
  bool operator==(const Seen&) const = default;
};

std::vector<Seen> by_cursor(TSNode root) {
  std::vector<Seen> seen;
  TSTreeCursor cursor = ts_tree_cursor_new(root);
  for (std::size_t depth = 0, more = 1; more != 0;) {
    const TSNode node = ts_tree_cursor_current_node(&cursor);
    seen.push_back({depth, ts_node_symbol(node), ts_tree_cursor_current_field_id(&cursor), ts_node_is_missing(node),
                    ts_node_start_byte(node), ts_node_end_byte(node), ts_node_named_child_count(node)});
    if (ts_tree_cursor_goto_first_child(&cursor)) {
      ++depth;
      continue;
    }
    while (more != 0 && !ts_tree_cursor_goto_next_sibling(&cursor)) {
      more = ts_tree_cursor_goto_parent(&cursor) ? 1 : 0;
      --depth;
    }
  }
  ts_tree_cursor_delete(&cursor);
  return seen;
}

std::vector<Seen> by_walk(TSNode root) {
  std::vector<Seen> seen;
  TreeWalk walk;
  tree_walk_begin(&walk, root);
  for (std::size_t depth = 0, more = 1; more != 0;) {
    const TreeWalkNode& node = walk.node;
    seen.push_back(
        {depth, node.symbol, node.field, node.is_missing, node.start_byte, node.end_byte, node.named_child_count});
    if (tree_walk_down(&walk)) {
      ++depth;
      continue;
    }
    while (more != 0 && !tree_walk_next(&walk)) {
      more = tree_walk_up(&walk) ? 1 : 0;
      --depth;
    }
  }
  tree_walk_end(&walk);
  return seen;
}

// Returns how many nodes there were.
std::size_t expect_same(const std::string& text) {
  const Parse parse(text);
  const std::vector<Seen> expected = by_cursor(parse.root());
  EXPECT_TRUE(by_walk(parse.root()) == expected) << text;
  return expected.size();
}

TEST(TreeWalk, ComesByWhatTheCursorDoes) {
  tests::Mutator mutator(20261128);
  std::size_t nodes = 0;
  for (const auto& path : tests::files_below(tests::kSourceDir / "testdata", ".py")) {
    const std::string text = tests::read_file(path);
    nodes += expect_same(text);
    for (int round = 0; round < 3; ++round) nodes += expect_same(mutator.mutate(text));
  }
  EXPECT_GT(nodes, 100'000U);
}

TEST(TreeWalk, AnEmptyTextHasTheRootOnly) { EXPECT_EQ(expect_same(""), 1U); }

}  // namespace
}  // namespace py3k::engine
