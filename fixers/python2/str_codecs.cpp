// The codecs that make bytes of bytes, or text of text, are not to be had through the methods of str and bytes any
// more: https://docs.python.org/3/library/codecs.html#binary-transforms
#include "fixers/codecs.h"
#include "fixers/encoded.h"
#include "fixers/text_cut_of.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

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
  // .decode('ascii'), which an earlier run may have put behind it, goes: this is text.
  const Node method = place.call.parent();
  const bool is_decoded = method.is(Kind::kAttribute) && method.child(Field::kAttribute).text() == "decode" &&
                          method.parent().is(Kind::kCall) && method.field() == Field::kFunction;
  change.replace(is_decoded ? method.parent() : place.call, "$x.hexdigest()", {{"x", hash}});
  if (is_hash(cx, hash)) change.safety(Safety::kSafe);
  change.apply();
  return true;
}

// What the flow of values says of a place.
struct Sides {
  bool knows_object = false;  // it is bytes, or text that is dealt with where it comes from
  bool knows_result = false;  // something depends on what comes out
  std::string decoding;       // the codec for what comes out, where text is wanted
};

Sides sides_of(Context& cx, const Place& place) {
  const TextCut* cut = cx.may_be_python2(place.call) ? text_cut_of(cx) : nullptr;
  if (cut == nullptr) return {};
  Sides sides;
  const VertexId object = cut->flow().at(place.object);
  const VertexId result = cut->flow().at(place.call);
  if (object != kNoVertex)
    sides.knows_object = cut->holds_bytes(object) != Certainty::kNone || cut->holds_text(object) != Certainty::kNone;
  sides.knows_result = result != kNoVertex && cut->is_live(result);
  sides.decoding = cut->decoding_at(place.call);
  if (cx.keeps_python2() && sides.decoding != "ascii") sides.decoding.clear();
  return sides;
}

void change_call(Context& cx, const Place& place, const std::string& decoding) {
  ChangeBuilder change = cx.change(place.call);
  const bool is_bytes = can_be_bytes(place.object) && !place.name.starts_with("rot");
  const HoleValue value = is_bytes ? HoleValue(as_bytes(place.object)) : HoleValue(place.object);
  const std::string codecs = change.import_for(place.call, "codecs");
  const std::string decoded = decoding.empty() ? "" : ".decode('" + decoding + "')";
  change
      .replace(place.call, codecs + "." + place.method + "($x, $codec)" + decoded,
               {{"x", value}, {"codec", place.codec}})
      .apply();
}

void visit_binary(Context& cx, const Place& place) {
  const Sides sides = sides_of(cx, place);
  if (!sides.knows_object && !can_be_bytes(place.object))
    cx.report(place.call,
              "the codec " + place.name +
                  " takes and gives bytes in Python 3: encode what goes in where it is text, and decode what "
                  "comes out where text is wanted");
  else if (!sides.knows_result)
    cx.report(place.call,
              "the codec " + place.name + " gives bytes in Python 3: decode what comes out where text is wanted");
  change_call(cx, place, sides.decoding);
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
  if (place.name.starts_with("rot")) return change_call(cx, place, "");
  if (replace_hexdigest(cx, place)) return;
  return visit_binary(cx, place);
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
