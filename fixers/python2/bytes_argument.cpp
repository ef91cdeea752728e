// What takes bytes in Python 3, and is given text that was bytes in Python 2. A literal gets a b, which is the same in
// both; what comes out is decoded where it is text that is wanted, so that text in still gives text out.
// https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit
#include "engine/library/signatures.h"
#include "engine/syntax/string_literal.h"
#include "fixers/codecs.h"
#include "fixers/encoded.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void make_bytes(Context& cx, Node literal) { cx.set_text(literal, as_bytes(literal), "the literal is bytes"); }

std::string name_of(Node call) { return std::string(call.child(Field::kFunction).text()) + "()"; }

void visit_argument(Context& cx, Node call, Node argument) {
  if (can_be_bytes(argument))
    make_bytes(cx, argument);
  else if (shows_text(cx, argument))
    cx.report(argument, name_of(call) + " takes bytes in Python 3: encode this");
}

// base64.b64encode('a:b'): bytes go in, and come out.
void visit_both_halves(Context& cx, Node call, Node argument) {
  const bool is_literal = can_be_bytes(argument);
  const bool is_text = is_literal || shows_text(cx, argument);
  const Wanted wanted = wanted_as(cx, call);
  if (wanted == Wanted::kBytes) return visit_argument(cx, call, argument);
  const bool wants_text = wanted == Wanted::kText;
  if (!is_text && wants_text)
    return cx.report(call, name_of(call) + " gives bytes in Python 3, and text is wanted here: decode it");
  if (!is_text) return;
  if (!wants_text || (!is_literal && cx.keeps_python2()))
    return cx.report(call, name_of(call) +
                               " takes and gives bytes in Python 3: encode what goes in, and decode what comes out "
                               "where text is wanted");
  ChangeBuilder change = cx.change(call, name_of(call) + " gets bytes, and what it gives is decoded");
  if (is_literal)
    change.set_text(argument, as_bytes(argument));
  else
    change.replace(argument, "$x.encode('utf-8')", {{"x", argument}});
  change.replace(call, "$x.decode('ascii')", {{"x", call}});
  if (!is_literal || cx.keeps_python2()) change.safety(Safety::kUnsafe);
  change.apply();
}

void report_binary(Context& cx, Node call) {
  if (wanted_as(cx, call) == Wanted::kText)
    cx.report(call, name_of(call) + " gives bytes in Python 3, and text is wanted here: decode it, or make this bytes");
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
  if (method == "update" && first && is_hash(cx, object)) return visit_argument(cx, call, first);
  if (method == "digest" && is_hash(cx, object)) return report_binary(cx, call);
  const Fact* taker = bytes_call(cx, function);
  if (taker == nullptr || !first) return;
  if (taker->gives == "ascii") return visit_both_halves(cx, call, first);
  std::size_t position = 0;
  for (Node argument : arguments.named_children())
    if (role(*taker, position++) == "bytes") visit_argument(cx, call, argument);
  if (gives_bytes(*taker)) report_binary(cx, call);
}

}  // namespace

Fixer fix_bytes_argument() {
  return {
      .name = "bytes_argument",
      .doc =
          "Puts a b before literals that are decoded, hashed, packed or compressed, and finds other text that is. What "
          "is encoded to ASCII, as by base64, is decoded where it is used as text.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"decode", "hashlib", "md5", "sha", "base64", "zlib", "binascii", "bz2", "hmac", "struct", "pickle",
                "cPickle", "marshal", "quopri", "read", "write"},
      .examples = {{"s = 'caf\\xc3\\xa9'.decode('utf-8')", "s = b'caf\\xc3\\xa9'.decode('utf-8')"},
                   {"import hashlib\nx = hashlib.md5('a')", "import hashlib\nx = hashlib.md5(b'a')"},
                   {"import base64\nx = 'Basic ' + base64.b64encode('a:b')",
                    "import base64\nx = 'Basic ' + base64.b64encode(b'a:b').decode('ascii')"}},
      .visits = {{{Kind::kCall}, visit}},
      .wins_over = {{"unicode", "the literal is bytes"}},
  };
}

}  // namespace py3k::fixers
