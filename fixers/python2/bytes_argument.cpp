// What takes bytes in Python 3, and is given a literal. A b before it is the same in both; text_and_bytes sees to the
// rest. https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit
#include "engine/library/signatures.h"
#include "engine/syntax/string_literal.h"
#include "fixers/codecs.h"
#include "fixers/encoded.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void make_bytes(Context& cx, Node literal) { cx.set_text(literal, as_bytes(literal), "the literal is bytes"); }

void visit_argument(Context& cx, Node argument) {
  if (can_be_bytes(argument)) make_bytes(cx, argument);
}

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const Node arguments = call.child(Field::kArguments);
  if (!arguments.is(Kind::kArgumentList)) return;
  const Node first = arguments.named_child(0);
  const Node object = function.child(Field::kObject);
  const std::string_view method = function.child(Field::kAttribute).text();
  // 'caf\xc3\xa9'.decode('utf-8')
  if (method == "decode" && can_be_bytes(object)) {
    const bool is_others = first.is(Kind::kString) && is_transform(codec_name(first));  // str_codecs turns it round
    return is_others ? void() : make_bytes(cx, object);
  }
  if (method == "update" && first && is_hash(cx, object)) return visit_argument(cx, first);
  const Fact* taker = bytes_call(cx, function);
  if (taker == nullptr || !first) return;
  std::size_t position = 0;
  for (Node argument : arguments.named_children())
    if (role(*taker, position++) == "bytes") visit_argument(cx, argument);
}

}  // namespace

Fixer fix_bytes_argument() {
  return {
      .name = "bytes_argument",
      .doc = "Puts a b before literals that are decoded, hashed, packed or compressed.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"decode", "hashlib", "md5", "sha", "base64", "zlib", "binascii", "bz2", "hmac", "struct", "pickle",
                "cPickle", "marshal", "quopri", "read", "write"},
      .examples = {{"s = 'caf\\xc3\\xa9'.decode('utf-8')", "s = b'caf\\xc3\\xa9'.decode('utf-8')"},
                   {"import hashlib\nx = hashlib.md5('a')", "import hashlib\nx = hashlib.md5(b'a')"}},
      .visits = {{{Kind::kCall}, visit}},
      .wins_over = {{"unicode", "the literal is bytes"}},
  };
}

}  // namespace py3k::fixers
