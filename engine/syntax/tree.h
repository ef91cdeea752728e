// Tree and Node: the syntax of one file, in our kinds, over the original bytes.
//
// A Tree is built once from a LexedSource (engine/dialect) and never changes. It holds all nodes in one array, in
// source order, so a walk over a subtree is a walk over a range of indices, and a Node is a pointer and an index: copy
// it freely. Positions are byte offsets into the text that was parsed. Comments are not nodes; Tree::comments() lists
// them.
//
//   for (Node node : tree.root().subtree())
//     if (node.is(Kind::kCall)) use(node.child(Field::kFunction).text());
//
// Shapes that differ from the grammar's:
//   print_statement  `print`, [`>>`, target: X, `,`], argument: X, `,`, …        (a trailing comma is a last `,` child)
//   exec_statement   `exec`, code: X, [`in`, globals: X, [`,`, locals: X]]
//   repr_expression  `` ` ``, argument: X or expression_list, `` ` ``
//   string           a leaf: prefix, quotes and contents are read off its text (f-strings keep their children)
//   true/false       do not exist in Python 2 files: there they are identifiers, as Python 2 has it
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/syntax/kind.h"

namespace py3k::engine {

class Tree;
class Condensed;
struct LexedSource;

struct ByteRange {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

class NodeRange;
class ChildRange;

class Node {
 public:
  Node() = default;
  Node(const Tree* tree, std::uint32_t index) : tree_(tree), index_(index) {}

  explicit operator bool() const { return tree_ != nullptr; }
  friend bool operator==(const Node&, const Node&) = default;

  inline Kind kind() const;  // kNone for the empty node
  bool is(Kind kind) const { return this->kind() == kind; }
  template <typename... Kinds>
  bool is_any(Kinds... kinds) const {
    return ((kind() == kinds) || ...);
  }
  inline Field field() const;  // the part this node plays in its parent
  inline std::uint32_t start() const;
  inline std::uint32_t end() const;
  ByteRange range() const { return {start(), end()}; }
  inline std::string_view text() const;  // the original bytes
  bool is_named() const { return !is_token(kind()); }

  // All of these give an empty node where there is none.
  inline Node parent() const;
  Node child(Field field) const;                 // the first child that plays that part
  Node child(Kind kind) const;                   // the first child of that kind
  Node child(std::size_t position) const;        // counting tokens
  Node named_child(std::size_t position) const;  // not counting tokens
  inline Node first_child() const;
  Node last_child() const;
  inline Node next() const;  // next sibling, tokens included
  Node previous() const;     // previous sibling, tokens included
  std::size_t child_count() const;
  std::size_t named_child_count() const;
  // The nearest ancestor of that kind; the nearest of this node and its ancestors that `is` takes. Neither is a long
  // walk, be the tree as deep as it may: then there is a table.
  Node ancestor(Kind kind) const;
  Node nearest(bool (*is)(Node)) const;
  // Is this node `other` or below it?
  inline bool is_within(Node other) const;

  inline ChildRange children() const;        // tokens included
  std::vector<Node> named_children() const;  // without tokens
  inline NodeRange subtree() const;          // this node and everything below it, in source order
  inline NodeRange descendants() const;      // everything below it

  const Tree& tree() const { return *tree_; }
  std::uint32_t index() const { return index_; }  // position in the tree's array; parents come before children
  inline std::uint32_t subtree_end() const;       // index one past the last descendant

 private:
  const Tree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

// Nodes with consecutive indices.
class NodeRange {
 public:
  class iterator {
   public:
    iterator(const Tree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
    Node operator*() const { return {tree_, index_}; }
    iterator& operator++() {
      ++index_;
      return *this;
    }
    bool operator==(const iterator&) const = default;

   private:
    const Tree* tree_;
    std::uint32_t index_;
  };
  NodeRange(const Tree* tree, std::uint32_t first, std::uint32_t last) : tree_(tree), first_(first), last_(last) {}
  iterator begin() const { return {tree_, first_}; }
  iterator end() const { return {tree_, last_}; }
  bool empty() const { return first_ == last_; }

 private:
  const Tree* tree_;
  std::uint32_t first_;
  std::uint32_t last_;
};

// The children of one node.
class ChildRange {
 public:
  class iterator {
   public:
    iterator(const Tree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
    Node operator*() const { return {tree_, index_}; }
    inline iterator& operator++();
    bool operator==(const iterator&) const = default;

   private:
    const Tree* tree_;
    std::uint32_t index_;
  };
  ChildRange(const Tree* tree, std::uint32_t first, std::uint32_t last) : tree_(tree), first_(first), last_(last) {}
  iterator begin() const { return {tree_, first_}; }
  iterator end() const { return {tree_, last_}; }
  bool empty() const { return first_ == last_; }

 private:
  const Tree* tree_;
  std::uint32_t first_;
  std::uint32_t last_;
};

class Tree {
 public:
  // Parses the overlay of `source`; `source` must outlive the tree. Never fails: what the grammar can't place becomes
  // a kError node, and has_error() tells.
  static Tree parse(const LexedSource& source);

  Tree();
  Tree(Tree&&) noexcept;
  Tree& operator=(Tree&&) noexcept;
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  // Would the text that this one was edited into, lexed as `edited`, parse? Much cheaper than parsing anew: what is
  // unchanged is not read again. Gives the offset, in the edited text, of what does not parse; nothing when all does.
  std::optional<std::uint32_t> error_after(const LexedSource& edited) const;

  Node root() const { return {this, 0}; }
  Node node(std::uint32_t index) const { return {this, index}; }
  std::size_t size() const { return nodes_.size(); }
  bool has_error() const { return error_offset_ != kNoError; }
  std::uint32_t error_offset() const { return error_offset_; }  // where the first error is; bytes
  std::string_view text() const { return text_; }
  const LexedSource& source() const { return *source_; }

  // Comments, from `#` to before the newline, in source order.
  const std::vector<ByteRange>& comments() const;
  // The comments that lie wholly inside a range.
  std::vector<ByteRange> comments_in(ByteRange range) const;

  // The smallest node that covers a range.
  Node node_at(ByteRange range) const;

 private:
  friend class Node;
  friend class ChildRange;
  friend class TreeBuilder;
  struct Record {
    Kind kind;
    Field field;
    std::uint32_t start;
    std::uint32_t end;
    std::uint32_t parent;
    std::uint32_t subtree_end;
  };
  static constexpr std::uint32_t kNoError = 0xFFFFFFFF;

  // For each node the nearest of those that something holds for: from `first` on it is `node`.
  struct Nearest {
    std::uint32_t first;
    std::uint32_t node;
  };
  using NearestOf = std::pair<bool (*)(Node), Kind>;
  template <typename Is>
  Node nearest(NearestOf what, std::uint32_t index, Is is) const;
  std::uint32_t child_towards(std::uint32_t parent, std::uint32_t index) const;
  Node child_that_covers(Node parent, ByteRange range) const;

  mutable std::map<NearestOf, std::vector<Nearest>> nearest_;  // by what has been asked for
  std::vector<Record> nodes_;
  std::unique_ptr<const Condensed> parsed_;  // what tree-sitter read, for error_after()
  std::string_view text_;
  const LexedSource* source_ = nullptr;
  std::uint32_t error_offset_ = kNoError;
};

inline Kind Node::kind() const { return tree_ ? tree_->nodes_[index_].kind : Kind::kNone; }
inline Field Node::field() const { return tree_ ? tree_->nodes_[index_].field : Field::kNone; }
inline std::uint32_t Node::start() const { return tree_->nodes_[index_].start; }
inline std::uint32_t Node::end() const { return tree_->nodes_[index_].end; }
inline std::uint32_t Node::subtree_end() const { return tree_->nodes_[index_].subtree_end; }
inline std::string_view Node::text() const {
  return tree_ ? tree_->text_.substr(start(), end() - start()) : std::string_view();
}
inline Node Node::parent() const {
  return tree_ == nullptr || index_ == 0 ? Node() : Node(tree_, tree_->nodes_[index_].parent);
}
inline Node Node::first_child() const {
  return tree_ != nullptr && index_ + 1 < subtree_end() ? Node(tree_, index_ + 1) : Node();
}
inline Node Node::next() const {
  if (tree_ == nullptr || index_ == 0) return {};
  const std::uint32_t after = subtree_end();
  return after < tree_->nodes_[tree_->nodes_[index_].parent].subtree_end ? Node(tree_, after) : Node();
}
inline bool Node::is_within(Node other) const {
  return tree_ == other.tree_ && tree_ != nullptr && index_ >= other.index_ && index_ < other.subtree_end();
}
inline ChildRange Node::children() const {
  return tree_ ? ChildRange(tree_, index_ + 1, subtree_end()) : ChildRange(nullptr, 0, 0);
}
inline NodeRange Node::subtree() const {
  return tree_ ? NodeRange(tree_, index_, subtree_end()) : NodeRange(nullptr, 0, 0);
}
inline NodeRange Node::descendants() const {
  return tree_ ? NodeRange(tree_, index_ + 1, subtree_end()) : NodeRange(nullptr, 0, 0);
}
inline ChildRange::iterator& ChildRange::iterator::operator++() {
  index_ = tree_->nodes_[index_].subtree_end;
  return *this;
}

}  // namespace py3k::engine
