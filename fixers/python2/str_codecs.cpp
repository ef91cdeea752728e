// The codecs that make bytes of bytes, or text of text, are not to be had through the methods of str and bytes any
// more: https://docs.python.org/3/library/codecs.html#binary-transforms
#include <algorithm>
#include <array>

#include "engine/fixer.h"
#include "engine/syntax/string_literal.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr auto kCodecs =
    std::to_array<std::string_view>({"base64", "base64_codec", "bz2", "bz2_codec", "hex", "hex_codec", "quopri",
                                     "quopri_codec", "rot13", "rot_13", "uu", "uu_codec", "zip", "zlib", "zlib_codec"});

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const Node arguments = call.child(Field::kArguments);
  if (!function.is(Kind::kAttribute) || !arguments.is(Kind::kArgumentList) || arguments.named_child_count() != 1)
    return;
  const std::string method(function.child(Field::kAttribute).text());
  const Node codec = arguments.named_child(0);
  if ((method != "encode" && method != "decode") || !codec.is(Kind::kString)) return;
  std::string name(StringLiteral(codec).body());
  std::replace(name.begin(), name.end(), '-', '_');
  if (std::find(kCodecs.begin(), kCodecs.end(), name) == kCodecs.end()) return;
  const Node object = function.child(Field::kObject);
  if (cx.names().qualified(object) == "codecs") return;
  ChangeBuilder change = cx.change(call);
  const std::string codecs = change.import_for(call, "codecs");
  change.replace(call, codecs + "." + method + "($x, $codec)", {{"x", object}, {"codec", codec}}).apply();
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
