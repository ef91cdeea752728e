// The codecs that make bytes of bytes, or text of text, are not to be had through the methods of str and bytes any
// more: https://docs.python.org/3/library/codecs.html#binary-transforms
#include "fixers/codecs.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const Node arguments = call.child(Field::kArguments);
  if (!function.is(Kind::kAttribute) || !arguments.is(Kind::kArgumentList) || arguments.named_child_count() != 1)
    return;
  const std::string method(function.child(Field::kAttribute).text());
  const Node codec = arguments.named_child(0);
  if ((method != "encode" && method != "decode") || !codec.is(Kind::kString)) return;
  const std::string name = codec_name(codec);
  if (name == "string_escape")
    return cx.report(call,
                     "Python 3 has no codec string_escape: codecs.escape_decode(b) and codecs.escape_encode(b) "
                     "give a pair, of bytes and a length");
  if (!is_transform(name)) return;
  const Node object = function.child(Field::kObject);
  if (cx.names().qualified(object) == "codecs") return;
  ChangeBuilder change = cx.change(call);
  const bool is_bytes = can_be_bytes(object) && !name.starts_with("rot");
  const HoleValue value = is_bytes ? HoleValue(as_bytes(object)) : HoleValue(object);
  const std::string codecs = change.import_for(call, "codecs");
  change.replace(call, codecs + "." + method + "($x, $codec)", {{"x", value}, {"codec", codec}}).apply();
}

}  // namespace

Fixer fix_str_codecs() {
  return {
      .name = "str_codecs",
      .doc = "Replaces s.decode('hex') by codecs.decode(s, 'hex'), and so for base64, zlib, rot13 and their like.",
      .reference = "https://docs.python.org/3/library/codecs.html#binary-transforms",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "What is encoded is text in Python 3: all of these but rot13 take and give bytes.",
      .runs_on = RunsOn::kBoth,
      .words = {"encode", "decode"},
      .examples = {{"x = y.decode('hex')", "import codecs\n\nx = codecs.decode(y, 'hex')"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
