// The parts of a string literal, read off its text.
//
//   StringLiteral literal(node);           // a node of kind kString, not an f-string
//   if (!literal.raw() && literal.body().ends_with("\\n")) …
#pragma once

#include <optional>
#include <string_view>

#include "engine/syntax/tree.h"

namespace py3k::engine {

class StringLiteral {
 public:
  explicit StringLiteral(Node string) : StringLiteral(string.text()) {}
  explicit StringLiteral(std::string_view text);

  std::string_view prefix() const { return prefix_; }  // "", "u", "bR"
  std::string_view quote() const { return quote_; }    // one or three quotes
  std::string_view body() const { return body_; }      // between the quotes
  bool raw() const { return has('r'); }
  bool unicode() const { return has('u'); }
  bool bytes() const { return has('b'); }

  // The last character of the value, where it is an ASCII character that is written as itself or by one of the escapes
  // \t \n \v \f \r \xNN \NNN, in a u'' also \uNNNN; nothing for an empty string and for all others.
  std::optional<char> last_character() const;

 private:
  bool has(char letter) const;

  std::string_view prefix_;
  std::string_view quote_;
  std::string_view body_;
};

// Where the body of a literal, a node of kind kString, stands in the file.
ByteRange body_range(Node string);

}  // namespace py3k::engine
