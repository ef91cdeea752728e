// The memory that tree-sitter works in: one arena a thread, emptied after each parse.
//
// tree-sitter counts references and frees node by node; a parse, once copied into our Tree, is of no more use to
// anybody. So its nodes, and its parser, are dropped as a whole. On the library of Python 2.7, a sixth of a
// conversion's time went into malloc(), free() and taking trees apart.
//
//   const Parse parse(text);
//   parse.root()
//   // … and all of it is gone with `parse`
#pragma once

#include <tree_sitter/api.h>

#include <string_view>

namespace py3k::engine {

// A text as tree-sitter reads it. At most one a thread at a time; `text` must outlive it.
class Parse {
 public:
  explicit Parse(std::string_view text);
  ~Parse();
  Parse(const Parse&) = delete;
  Parse& operator=(const Parse&) = delete;

  TSNode root() const { return ts_tree_root_node(tree_); }

 private:
  TSTree* tree_;
};

}  // namespace py3k::engine
