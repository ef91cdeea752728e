#include "engine/syntax/tree_walk.h"

#include "language.h"
#include "subtree.h"

// The children of a node. Those of a hidden one stand in its place among its siblings.
typedef struct TreeWalkLevel {
  const Subtree* child;  // the one that comes next
  const Subtree* end;
  uint32_t offset;  // where the last one ended, in bytes
  bool is_hidden;
  bool is_first;          // no child was visited so far: padding before the first is not part of the parent
  TSFieldId field;        // of a hidden parent: its children have it, unless they have one of their own
  const TSSymbol* alias;  // of the next child; NULL: it has none
  const TSFieldMapEntry* field_map;
  const TSFieldMapEntry* field_map_end;
  uint32_t position;  // of the next child among those that the grammar's rule counts
} TreeWalkLevel;

static uint32_t size_in_bytes(Subtree subtree) {
  return subtree.data.is_inline ? subtree.data.size_bytes : subtree.ptr->size.bytes;
}
static uint32_t padding_in_bytes(Subtree subtree) {
  return subtree.data.is_inline ? subtree.data.padding_bytes : subtree.ptr->padding.bytes;
}

static void push(TreeWalk* walk, Subtree parent, uint32_t start, bool is_hidden, TSFieldId field) {
  if (walk->level_count == walk->level_room) {
    walk->level_room = walk->level_room == 0 ? 64 : 2 * walk->level_room;
    walk->levels = ts_realloc(walk->levels, walk->level_room * sizeof(TreeWalkLevel));
  }
  TreeWalkLevel* level = &walk->levels[walk->level_count++];
  level->child = ts_subtree_children(parent);
  level->end = level->child + parent.ptr->child_count;
  level->offset = start;
  level->is_hidden = is_hidden;
  level->is_first = true;
  level->field = field;
  level->alias = ts_language_alias_sequence(walk->language, parent.ptr->production_id);
  ts_language_field_map(walk->language, parent.ptr->production_id, &level->field_map, &level->field_map_end);
  level->position = 0;
}

static TSFieldId field_at(const TreeWalkLevel* level) {
  for (const TSFieldMapEntry* entry = level->field_map; entry < level->field_map_end; ++entry) {
    if (!entry->inherited && entry->child_index == level->position) return entry->field_id;
  }
  return level->is_hidden ? level->field : 0;
}

bool tree_walk_next(TreeWalk* walk) {
  while (walk->level_count > 0) {
    TreeWalkLevel* level = &walk->levels[walk->level_count - 1];
    if (level->child == level->end) {
      if (!level->is_hidden) return false;
      --walk->level_count;
      continue;
    }
    const Subtree* place = level->child++;
    const Subtree child = *place;
    const uint32_t start = level->is_first ? level->offset : level->offset + padding_in_bytes(child);
    level->offset = start + size_in_bytes(child);
    level->is_first = false;
    TSSymbol alias = 0;
    TSFieldId field = 0;
    if (!ts_subtree_extra(child)) {
      if (level->alias != NULL) alias = *level->alias++;
      field = field_at(level);
      ++level->position;
    }
    if (alias != 0 || ts_subtree_visible(child)) {
      const TSSymbol symbol = alias != 0 ? alias : ts_subtree_symbol(child);
      walk->node = (TreeWalkNode){
          .symbol = ts_language_public_symbol(walk->language, symbol),
          .field = field,
          .is_missing = ts_subtree_missing(child),
          .start_byte = start,
          .end_byte = level->offset,
          .named_child_count = ts_subtree_child_count(child) > 0 ? child.ptr->named_child_count : 0,
          .subtree = place,
      };
      return true;
    }
    if (ts_subtree_visible_child_count(child) > 0) push(walk, child, start, true, field);
  }
  return false;
}

bool tree_walk_down(TreeWalk* walk) {
  const Subtree subtree = *(const Subtree*)walk->node.subtree;
  if (ts_subtree_visible_child_count(subtree) == 0) return false;
  push(walk, subtree, walk->node.start_byte, false, 0);
  return tree_walk_next(walk);
}

bool tree_walk_up(TreeWalk* walk) {
  if (walk->level_count == 0) return false;
  --walk->level_count;
  return true;
}

void tree_walk_begin(TreeWalk* walk, TSNode root) {
  *walk = (TreeWalk){
      .node = {.symbol = ts_node_symbol(root),
               .is_missing = ts_node_is_missing(root),
               .start_byte = ts_node_start_byte(root),
               .end_byte = ts_node_end_byte(root),
               .named_child_count = ts_node_named_child_count(root),
               .subtree = root.id},
      .language = ts_node_language(root),
  };
}

void tree_walk_end(TreeWalk* walk) { ts_free(walk->levels); }
