// The codecs that make bytes of bytes, or text of text, are not to be had through the methods of str and bytes any
// more: https://docs.python.org/3/library/codecs.html#binary-transforms
#include "fixers/codecs.h"
#include "fixers/encoded.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kBinaryCodecs[] = {"bz2", "bz2_codec", "zip", "zlib", "zlib_codec"};

struct Place {
  Node call;
  Node object;
  Node codec;
  std::string method;
  std::string name;  // of the codec
};

// x.digest().encode('hex')
bool replace_hexdigest(Context& cx, const Place& place) {
  if (place.method != "encode" || !place.name.starts_with("hex")) return false;
  const Node hash = object_of_plain_call(place.object, "digest");
  if (!hash) return false;
  ChangeBuilder change = cx.change(place.call);
  change.replace(place.call, "$x.hexdigest()", {{"x", hash}});
  if (is_hash(cx, hash)) change.safety(Safety::kSafe);
  change.apply();
  return true;
}

void change_call(Context& cx, const Place& place, const std::string& encoding, bool decodes) {
  ChangeBuilder change = cx.change(place.call);
  const bool is_bytes = can_be_bytes(place.object) && !place.name.starts_with("rot");
  const HoleValue value = is_bytes ? HoleValue(as_bytes(place.object)) : HoleValue(place.object);
  const std::string codecs = change.import_for(place.call, "codecs");
  const std::string x = !is_bytes && !encoding.empty() ? "$x.encode('" + encoding + "')" : "$x";
  change
      .replace(place.call, codecs + "." + place.method + "(" + x + ", $codec)" + (decodes ? ".decode('ascii')" : ""),
               {{"x", value}, {"codec", place.codec}})
      .apply();
}

void report_halves(Context& cx, const Place& place) {
  cx.report(place.call, "the codec " + place.name +
                            " takes and gives bytes in Python 3: encode what goes in where it is text, and decode what "
                            "comes out where text is wanted");
}

void report_result(Context& cx, const Place& place) {
  cx.report(place.call,
            "the codec " + place.name + " gives bytes in Python 3: decode what comes out where text is wanted");
}

void visit_encode(Context& cx, const Place& place) {
  const bool is_literal = can_be_bytes(place.object);
  const bool is_text = is_literal || shows_text(cx, place.object);
  const Wanted wanted = wanted_as(cx, place.call);
  const bool gives_ascii = !is_one_of(kBinaryCodecs, place.name);
  const bool decodes = gives_ascii && wanted == Wanted::kText;
  const bool is_settled = gives_ascii ? wanted != Wanted::kUnknown : wanted != Wanted::kText;
  if (is_text && (!is_settled || (!is_literal && cx.keeps_python2()))) return report_halves(cx, place);
  if (!is_text && !shows_bytes(cx, place.object))
    report_halves(cx, place);
  else if (!is_settled)
    report_result(cx, place);
  change_call(cx, place, is_text ? "utf-8" : "", decodes);
}

void visit_decode(Context& cx, const Place& place) {
  const bool is_text = shows_text(cx, place.object) && !can_be_bytes(place.object);
  if (is_text && cx.keeps_python2()) return report_halves(cx, place);
  if (wanted_as(cx, place.call) != Wanted::kBytes) report_result(cx, place);
  change_call(cx, place, is_text ? "ascii" : "", false);
}

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const Node arguments = call.child(Field::kArguments);
  if (!function.is(Kind::kAttribute) || !arguments.is(Kind::kArgumentList) || arguments.named_child_count() != 1)
    return;
  const std::string method(function.child(Field::kAttribute).text());
  const Node codec = arguments.named_child(0);
  if ((method != "encode" && method != "decode") || !codec.is(Kind::kString)) return;
  const Place place = {call, function.child(Field::kObject), codec, method, codec_name(codec)};
  if (place.name == "string_escape")
    return cx.report(call,
                     "Python 3 has no codec string_escape: codecs.escape_decode(b) and codecs.escape_encode(b) "
                     "give a pair, of bytes and a length");
  if (!is_transform(place.name) || cx.names().qualified(place.object) == "codecs") return;
  if (place.name.starts_with("rot")) return change_call(cx, place, "", false);
  if (replace_hexdigest(cx, place)) return;
  return method == "encode" ? visit_encode(cx, place) : visit_decode(cx, place);
}

}  // namespace

Fixer fix_str_codecs() {
  return {
      .name = "str_codecs",
      .doc =
          "Replaces s.decode('hex') by codecs.decode(s, 'hex'), and so for base64, zlib, rot13 and their like. Text is "
          "encoded on its way in, and decoded on its way out, where the code shows that it is text.",
      .reference = "https://docs.python.org/3/library/codecs.html#binary-transforms",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "What is encoded is text in Python 3: all of these but rot13 take and give bytes.",
      .runs_on = RunsOn::kBoth,
      .words = {"encode", "decode"},
      .examples = {{"x = y.decode('hex')", "import codecs\n\nx = codecs.decode(y, 'hex')"},
                   {"x = 'id-%s' % 'abc'.encode('hex')",
                    "import codecs\n\nx = 'id-%s' % codecs.encode(b'abc', 'hex').decode('ascii')"},
                   {"import hashlib\nx = hashlib.md5(y).digest().encode('hex')",
                    "import hashlib\nx = hashlib.md5(y).hexdigest()"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
