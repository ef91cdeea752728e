// Template: the new text for a node, with holes for what is kept of the old. Compiled once from Python with `$names`:
//
//   Template::compile("$k not in $d")
//
// Compiling parses the text, so that for every hole it is known what the place demands (Precedence) and whether it is
// inside brackets, and for the whole, how tightly the result binds.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/error.h"
#include "engine/syntax/precedence.h"

namespace py3k::engine {

struct TemplatePiece {
  std::string text;  // literal text, or the hole's name
  bool is_hole = false;
  bool sequence = false;     // `$*name`: any number of items, as they stand
  bool in_brackets = false;  // a newline in the hole's content would do no harm
  bool attribute_object = false;
  bool fills_brackets = false;  // brackets of the template's hold it and nothing else, or it is a whole argument
  bool is_only_argument = false;
  Precedence demands = Precedence::kAny;
};

class Template {
 public:
  // Fails when the text is not Python once its holes are filled.
  static Expected<Template> compile(std::string_view text);
  // The same, compiled at most once a thread.
  static const Template* cached(std::string_view text);

  const std::vector<TemplatePiece>& pieces() const { return pieces_; }
  Precedence precedence() const { return precedence_; }  // kAny: statements
  bool is_number() const { return is_number_; }          // a whole number: `7` needs parentheses before `.real`

 private:
  std::vector<TemplatePiece> pieces_;
  Precedence precedence_ = Precedence::kAny;
  bool is_number_ = false;
};

// The name that stands for hole number `index` while a template or pattern is parsed.
std::string hole_placeholder(std::size_t index);
// The other way round; -1 for any other name.
int hole_of_placeholder(std::string_view name);

// Text with `$x` and `$*x` cut out: literal text and holes in turn.
std::vector<TemplatePiece> split_holes(std::string_view text);

}  // namespace py3k::engine
