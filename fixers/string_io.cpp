#include "fixers/string_io.h"

#include "engine/analysis/values.h"
#include "fixers/method_rename.h"
#include "fixers/text_cut_of.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

enum class Holds : std::uint8_t { kUnknown, kText, kBytes };

// Methods and functions, by their own names, that give bytes, whatever they are called on.
constexpr std::string_view kGiveBytes[] = {"b64decode", "b64encode",  "decompress",   "compress",
                                           "urlopen",   "pack",       "decodestring", "encodestring",
                                           "unhexlify", "a2b_base64", "a2b_hex",      "recv"};
// What reads, or writes, a file of bytes that it is given.
constexpr std::string_view kTakeBytes[] = {"GzipFile", "ZipFile", "TarFile", "PdfFileReader", "BZ2File"};

std::string_view name_called(Node call) { return last_name(call.child(Field::kFunction)); }

Holds holds(Context& cx, Node value, int hops = 3) {
  const Value shown = value_of(value, cx.names());
  if (shown.type == ValueType::kText) return Holds::kText;
  if (shown.type == ValueType::kBytes) return Holds::kBytes;
  if (value.is(Kind::kCall)) {
    const std::string_view name = name_called(value);
    const Node object = value.child(Field::kFunction).child(Field::kObject);
    const bool gives_bytes =
        is_one_of(kGiveBytes, name) || (name == "read" && object.is(Kind::kCall) && name_called(object) == "urlopen");
    return gives_bytes ? Holds::kBytes : Holds::kUnknown;
  }
  // A variable that holds what such a call gave.
  const Node given = hops > 0 ? only_value(value, cx.names()) : Node();
  return given ? holds(cx, given, hops - 1) : Holds::kUnknown;
}

// GzipFile(fileobj=x), zipfile.ZipFile(x): what stands there is a file of bytes.
bool is_file_of_bytes(Node value) {
  Node argument = value;
  if (value.parent().is(Kind::kKeywordArgument)) {
    if (value.parent().child(Field::kName).text() == "fileobj") return true;
    argument = value.parent();
  }
  return argument.parent().is(Kind::kArgumentList) && is_one_of(kTakeBytes, name_called(argument.parent().parent()));
}

// `sys.stdout = StringIO()`
bool stands_for_output(Node value) {
  if (!value.parent().is(Kind::kAssignment) || value.field() != Field::kRight) return false;
  const std::string_view target = value.parent().child(Field::kLeft).text();
  return target == "sys.stdout" || target == "sys.stderr" || target == "sys.stdin";
}

Holds held_by(Context& cx, Node call) {
  const Node argument = call.child(Field::kArguments).named_child(0);
  if (is_file_of_bytes(call)) return Holds::kBytes;
  if (argument) {
    const Holds given = holds(cx, argument);
    if (given != Holds::kUnknown) return given;
  }
  if (stands_for_output(call)) return Holds::kText;
  const Node assignment = call.parent();
  const Node target = assignment.is(Kind::kAssignment) ? assignment.child(Field::kLeft) : Node();
  const Binding* binding = target.is(Kind::kIdentifier) ? cx.names().binding(target) : nullptr;
  if (binding == nullptr) return Holds::kUnknown;
  for (Node use : binding->uses) {
    if (is_file_of_bytes(use)) return Holds::kBytes;
    if (stands_for_output(use)) return Holds::kText;
    const Node write = use.parent().parent();
    if (use.field() != Field::kObject || !write.is(Kind::kCall)) continue;
    if (name_called(write) != "write") continue;
    const Holds written = holds(cx, write.child(Field::kArguments).named_child(0));
    if (written != Holds::kUnknown) return written;
  }
  return Holds::kUnknown;
}

Node call_of(Node use) { return use.field() == Field::kFunction ? use.parent() : Node(); }

}  // namespace

std::string string_io_at(Context& cx, Node use) {
  const Node call = call_of(use);
  if (!call) return "";
  if (const TextCut* cut = text_cut_of(cx))
    for (const Adaptable& it : cut->flow().adaptables)
      if (it.node == call && it.kind == Adaptable::Kind::kStringIO && cut->is_bytes(it.vertex)) return "io.BytesIO";
  return held_by(cx, call) == Holds::kBytes ? "io.BytesIO" : "";
}

void report_string_io(Context& cx) {
  for (Node call : cx.tree().root().descendants()) {
    if (!call.is(Kind::kCall) || name_called(call).find("StringIO") == std::string_view::npos) continue;
    const std::string what = cx.names().qualified(call.child(Field::kFunction));
    if (what != "StringIO.StringIO" && what != "cStringIO.StringIO") continue;
    if (held_by(cx, call) == Holds::kUnknown)
      cx.report(call, "io.StringIO takes text: make it io.BytesIO if bytes go in");
  }
}

}  // namespace py3k::fixers
