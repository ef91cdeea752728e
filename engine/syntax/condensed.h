// What tree-sitter is given to read: the overlay of a file without all that makes no difference to its tree. Names are
// one character long, `a.b.c` and `a.b[0]` are one as well; literals are two, and so is a call of what is one or two by
// itself: `a.b(c, "d")`. An indentation is as many blanks as blocks are open; other blanks go where nothing would run
// together. tree-sitter looks at each character several times, and makes nodes of each; of the library of Python 2.7, a
// fifth of them are left.
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

// A part of an operand that is folded: of `a.b(c, k=1)`, a, .b, the call, c, the comma, k=, and 1. They stand in the
// order of the file.
struct FoldedPart {
  // An operand, kIdentifier, kString, kInteger or kNoneLiteral; what follows one, kAttribute, kCall, kSubscript; what
  // stands before one, kKeywordArgument, kListSplat, kDictionarySplat, kUnaryOperator; kTokenComma.
  Kind kind;
  std::uint32_t start;  // of an attribute its name, of a call or subscript its bracket
  std::uint32_t end;
  std::uint32_t count = 0;  // of an operand: what follows it; of a keyword argument: where the = is
};

class Condensed {
 public:
  enum class Fold : std::uint8_t { kAll, kAttributes };
  explicit Condensed(const LexedSource& source, Fold fold = Fold::kAll);

  // Stands for `a.b.c` or `a[0]` where it covers more than one byte.
  static constexpr char kFolded = 'y';
  // Stands for a call: like a literal, and unlike a name, it can be nothing but a value.
  static constexpr std::string_view kCall = "2j";

  std::string_view text() const { return {text_.get(), length_}; }
  const std::vector<FoldedPart>& parts() const { return parts_; }
  // Is what stands at these offsets of text() folded?
  bool is_folded(std::uint32_t first, std::uint32_t last) const {
    const std::string_view sign = text().substr(first, last - first);
    return (sign.size() == 1 && sign.front() == kFolded && end(last) > start(first) + 1) ||
           (sign == kCall && end(last) > start(first) + kCall.size());
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
  std::vector<FoldedPart> parts_;
};

}  // namespace py3k::engine
