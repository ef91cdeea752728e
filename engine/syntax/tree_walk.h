// A walk over all nodes of tree-sitter's tree, in their order: what a TSTreeCursor does, without lines, columns and the
// way back. The cursor looks up a node's parent for its field, its name and whether it shows, each time; a tenth of a
// conversion went into that.
//
//   TreeWalk walk;
//   tree_walk_begin(&walk, ts_tree_root_node(tree));
//   walk.node.symbol, walk.node.start_byte …
//   if (tree_walk_down(&walk)) …    // or _next, or _up
//   tree_walk_end(&walk);
//
// In C, because tree-sitter's own headers are, of which it takes the layout of a subtree.
#pragma once

#include <tree_sitter/api.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  TSSymbol symbol;  // as ts_node_symbol() has it
  TSFieldId field;  // in its parent; 0: none
  bool is_missing;
  uint32_t start_byte;
  uint32_t end_byte;
  uint32_t named_child_count;
  const void* subtree;  // for the walk
} TreeWalkNode;

typedef struct {
  TreeWalkNode node;  // where the walk is
  const TSLanguage* language;
  struct TreeWalkLevel* levels;  // those of its parents, hidden ones included
  uint32_t level_count;
  uint32_t level_room;
} TreeWalk;

// Starts at `root`, whose tree must stay until tree_walk_end().
void tree_walk_begin(TreeWalk* walk, TSNode root);
void tree_walk_end(TreeWalk* walk);
// To the first child of where the walk is. False: it has none, and the walk stays.
bool tree_walk_down(TreeWalk* walk);
// To the next sibling. False: there is none; all that may follow is tree_walk_up().
bool tree_walk_next(TreeWalk* walk);
// To behind the parent, where tree_walk_next() goes on with its siblings; `node` is not the parent's then. False: it
// has none, it is the root.
bool tree_walk_up(TreeWalk* walk);

#ifdef __cplusplus
}
#endif
