// What tree-sitter is given to read: the overlay of a file without all that makes no difference to its tree. Names are
// one character long, `a.b.c` is one as well, literals are two, an indentation is as many blanks as blocks are open;
// other blanks go where nothing would run together. tree-sitter looks at each character several times; of the library
// of Python 2.7, a quarter of them are left.
//
//   const Condensed condensed(lexed);
//   parse(condensed.text());
//   condensed.start(ts_node_start_byte(node))   // where it starts in the file
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace py3k::engine {

struct LexedSource;

class Condensed {
 public:
  explicit Condensed(const LexedSource& source);

  // Stands for `a.b.c` where it covers more than one byte.
  static constexpr char kAttributes = 'y';

  std::string_view text() const { return {text_.get(), length_}; }
  // How many dots went into kAttributes.
  std::size_t folded() const { return folded_; }
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
  std::size_t folded_ = 0;
};

}  // namespace py3k::engine
