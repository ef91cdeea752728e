// Pattern: an expression of Python with holes, to find in a tree. fixer.h says what it may hold.
//
//   auto pattern = Pattern::compile("$d.has_key($k)");
//   Holes holes;
//   if (pattern->matches(call, context, holes)) …
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/error.h"
#include "engine/rewrite/context.h"

namespace py3k::engine {

class Pattern {
 public:
  static Expected<Pattern> compile(std::string_view text);
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  Kind kind() const;  // of the nodes it can match
  // The words without which a file can't match: its names, the longest first.
  std::vector<std::string> words() const;
  // Does the node match? Fills `holes`. Names in the pattern are looked up in the file's names.
  bool matches(Node node, const Context& context, Holes& holes) const;

 private:
  struct Parsed;
  explicit Pattern(std::unique_ptr<Parsed> parsed);
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace py3k::engine
