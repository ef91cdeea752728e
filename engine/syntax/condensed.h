// What tree-sitter is given to read: the overlay of a file without all that makes no difference to its tree. Names are
// one character long, `a.b.c` and `a.b[0]` are one as well; literals are two, and so are calls and other expressions
// that engine/syntax/expression_fold.h can read. An indentation is as many blanks as blocks are open; other blanks go
// where nothing would run together. tree-sitter looks at each character several times, and makes nodes of each; of the
// library of Python 2.7, a sixth of them are left.
//
//   const Condensed condensed(lexed);
//   parse(condensed.text());
//   condensed.start(ts_node_start_byte(node))   // where it starts in the file
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/syntax/kind.h"

namespace py3k::engine {

struct LexedSource;

// A node of an expression that is folded, as it is in our tree: behind those below it.
struct FoldedNode {
  Kind kind;
  Field field;
  std::uint32_t start;
  std::uint32_t end;
  std::uint32_t size;  // how many nodes there are with those below it
};

class Condensed {
 public:
  enum class Fold : std::uint8_t { kAll, kAttributes };
  explicit Condensed(const LexedSource& source, Fold fold = Fold::kAll);

  // Stands for `a.b.c` or `a[0]` where it covers more than one byte.
  static constexpr char kFolded = 'y';
  // Stands for what can be nothing but a value, which keeps the parser from waiting for what comes behind.
  static constexpr std::string_view kValue = "2j";

  std::string_view text() const { return {text_.get(), length_}; }
  // An expression that is folded: where it starts in the file, and where its nodes end; the last is that of all of it.
  struct Folded {
    std::uint32_t start;
    std::uint32_t nodes_end;
  };
  const std::vector<Folded>& folded() const { return folded_; }
  const std::vector<FoldedNode>& nodes() const { return nodes_; }
  // Frees what only the making of a tree needs.
  void drop_nodes() { nodes_ = {}; }
  // Is what stands at these offsets of text() folded?
  bool is_folded(std::uint32_t first, std::uint32_t last) const {
    const std::string_view sign = text().substr(first, last - first);
    return (sign.size() == 1 && sign.front() == kFolded && end(last) > start(first) + 1) ||
           (sign == kValue && start(first) == start(first + 1));
  }
  // Where in the file something starts, or ends, that does so at an offset of text().
  std::uint32_t start(std::uint32_t offset) const { return offset < length_ ? places_[offset].start : size_; }
  std::uint32_t end(std::uint32_t offset) const { return offset == 0 ? 0 : places_[offset - 1].end; }

 private:
  friend class Condenser;
  // What a byte of the text stands for.
  struct Place {
    std::uint32_t start;
    std::uint32_t end;
  };
  void reserve(std::size_t length) {
    if (length > capacity_) grow(length);
  }
  void grow(std::size_t length);
  // Bytes that stand for themselves.
  void append(std::string_view overlay, std::uint32_t start, std::uint32_t length) {
    reserve(length_ + length);
    std::memcpy(text_.get() + length_, overlay.data() + start, length);
    Place* places = places_.get() + length_;
    for (std::uint32_t i = 0; i < length; ++i) places[i] = {start + i, start + i + 1};
    length_ += length;
  }

  // Not a string and a vector: they fill what they make room for, and look whether there is some at each byte.
  std::unique_ptr<char[]> text_;
  std::unique_ptr<Place[]> places_;
  std::size_t length_ = 0;
  std::size_t capacity_ = 0;
  std::uint32_t size_;
  std::vector<Folded> folded_;
  std::vector<FoldedNode> nodes_;
};

}  // namespace py3k::engine
