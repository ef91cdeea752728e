// `try: name = name.encode('ascii')`, for text that may stay text: a str of Python 2 where ASCII does, as text is now.
// https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit
#include <algorithm>
#include <string_view>

#include "engine/fixer.h"
#include "engine/syntax/string_literal.h"
#include "fixers/codecs.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// The x.encode('ascii') of `x = x.encode('ascii')`.
Node check_in(Node statement) {
  const Node assignment = statement.is(Kind::kExpressionStatement) ? statement.named_child(0) : Node();
  const Node call = assignment.is(Kind::kAssignment) ? assignment.child(Field::kRight) : Node();
  const Node function = call.child(Field::kFunction);
  const Node codec = only_argument(call);
  const bool encodes = call.is(Kind::kCall) && function.is(Kind::kAttribute) &&
                       function.child(Field::kAttribute).text() == "encode" &&
                       function.child(Field::kObject).text() == assignment.child(Field::kLeft).text();
  static constexpr std::string_view kAscii[] = {"ascii", "us-ascii", "ASCII", "US-ASCII"};
  return encodes && codec.is(Kind::kString) && is_one_of(kAscii, StringLiteral(codec).body()) ? call : Node();
}

// Does the clause catch what encode() raises, and go on with text?
bool goes_on(Node clause) {
  if (!catches_encode_error(clause)) return false;
  const Node block = clause.child(Kind::kBlock);
  const std::size_t count = block.named_child_count();
  return count > 0 && !block.named_child(count - 1).is_any(Kind::kRaiseStatement, Kind::kReturnStatement);
}

void visit(Context& cx, Node statement) {
  bool is_checked = false;
  for (Node part : statement.children()) is_checked = is_checked || goes_on(part);
  if (!is_checked) return;
  for (Node inner : statement.child(Field::kBody).named_children()) {
    const Node call = check_in(inner);
    if (!call) continue;
    const Node target = call.parent().child(Field::kLeft);
    cx.change(call, "text that is ASCII stays text")
        .set_text(ByteRange{target.start(), call.start()}, "")
        .if_python2()
        .apply();
  }
}

}  // namespace

Fixer fix_ascii_checks() {
  return {
      .name = "ascii_checks",
      .doc =
          "Keeps text that `try: x = x.encode('ascii')` made a str of where it could: what is left of it asks whether "
          "it is ASCII.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "Bytes are wanted of it further on.",
      .runs_on = RunsOn::kPy3,
      .words = {"UnicodeEncodeError", "UnicodeError"},
      .examples = {{"try:\n    name = name.encode('ascii')\nexcept UnicodeEncodeError:\n    name = quoted(name)",
                    "try:\n    name.encode('ascii')\nexcept UnicodeEncodeError:\n    name = quoted(name)"}},
      .visits = {{{Kind::kTryStatement}, visit}},
  };
}

}  // namespace py3k::fixers
