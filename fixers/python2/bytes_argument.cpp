// What takes bytes in Python 3, and is given a literal that was bytes in Python 2: b'' is the same in both.
// https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit
#include "engine/syntax/string_literal.h"
#include "fixers/codecs.h"
#include "fixers/text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kTakers[] = {"hashlib.md5",
                                        "hashlib.sha1",
                                        "hashlib.sha224",
                                        "hashlib.sha256",
                                        "hashlib.sha384",
                                        "hashlib.sha512",
                                        "md5.md5",
                                        "md5.new",
                                        "sha.sha",
                                        "sha.new",
                                        "base64.b64encode",
                                        "base64.b32encode",
                                        "base64.urlsafe_b64encode",
                                        "base64.b16encode",
                                        "base64.standard_b64encode",
                                        "zlib.compress",
                                        "zlib.crc32",
                                        "zlib.adler32",
                                        "binascii.hexlify",
                                        "binascii.crc32",
                                        "binascii.b2a_hex",
                                        "bz2.compress",
                                        "base64.encodestring",
                                        "binascii.b2a_base64"};

bool takes_bytes(Context& cx, Node function) {
  const std::string name = cx.names().qualified(function);
  return is_one_of(kTakers, name);
}

void make_bytes(Context& cx, Node literal) { cx.set_text(literal, as_bytes(literal), "the literal is bytes"); }

// A conversion may be of anything.
bool is_unknown(Node node) { return node.is(Kind::kCall) || (node.is(Kind::kString) && StringLiteral(node).bytes()); }

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const Node arguments = call.child(Field::kArguments);
  if (!arguments.is(Kind::kArgumentList)) return;
  const Node first = arguments.named_child(0);
  // 'caf\xc3\xa9'.decode('utf-8')
  const Node object = function.child(Field::kObject);
  if (function.child(Field::kAttribute).text() == "decode" && can_be_bytes(object)) {
    const bool is_others = first.is(Kind::kString) && is_transform(codec_name(first));  // str_codecs turns it round
    return is_others ? void() : make_bytes(cx, object);
  }
  if (!first || !takes_bytes(cx, function)) return;
  if (can_be_bytes(first)) return make_bytes(cx, first);
  if (is_text(cx, first) && !is_unknown(first))
    cx.report(first, std::string(function.text()) + "() takes bytes in Python 3: encode this");
}

}  // namespace

Fixer fix_bytes_argument() {
  return {
      .name = "bytes_argument",
      .doc = "Puts a b before literals that are decoded, hashed or compressed, and finds other text that is.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"decode", "hashlib", "md5", "sha", "base64", "zlib", "binascii", "bz2"},
      .examples = {{"s = 'caf\\xc3\\xa9'.decode('utf-8')", "s = b'caf\\xc3\\xa9'.decode('utf-8')"},
                   {"import hashlib\nx = hashlib.md5('a')", "import hashlib\nx = hashlib.md5(b'a')"}},
      .visits = {{{Kind::kCall}, visit}},
      .wins_over = {{"unicode", "the literal is bytes"}},
  };
}

}  // namespace py3k::fixers
