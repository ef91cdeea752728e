#include "fixers/string_io.h"

#include "engine/syntax/string_literal.h"
#include "fixers/text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

enum class Holds : std::uint8_t { kUnknown, kText, kBytes };

// Methods and functions, by their own names, that give bytes, whatever they are called on.
constexpr std::string_view kGiveBytes[] = {"encode",     "b64decode", "b64encode",    "decompress",   "compress",
                                           "urlopen",    "pack",      "decodestring", "encodestring", "unhexlify",
                                           "a2b_base64", "a2b_hex",   "recv"};
// What reads, or writes, a file of bytes that it is given.
constexpr std::string_view kTakeBytes[] = {"GzipFile", "ZipFile", "TarFile", "PdfFileReader", "BZ2File"};

std::string_view name_called(Node call) {
  const Node function = call.child(Field::kFunction);
  return function.is(Kind::kAttribute) ? function.child(Field::kAttribute).text() : function.text();
}

// open(name, "rb")
bool opens_bytes(Node call) {
  const Node mode = call.child(Field::kArguments).named_child(1);
  const std::string_view opener = name_called(call);
  return (opener == "open" || opener == "file") && mode.is(Kind::kString) &&
         mode.text().find('b') != std::string_view::npos;
}

Holds holds(Node value) {
  if (value.is(Kind::kString)) {
    const std::string_view prefix = value.text().substr(0, value.text().find_first_of("'\""));
    return prefix.find_first_of("bB") != std::string_view::npos ? Holds::kBytes : Holds::kText;
  }
  if (value.is(Kind::kCall)) {
    const std::string_view name = name_called(value);
    if (name == "decode") return Holds::kText;
    if (is_one_of(kGiveBytes, name)) return Holds::kBytes;
    const Node object = value.child(Field::kFunction).child(Field::kObject);
    if (name == "read" && object.is(Kind::kCall) && (opens_bytes(object) || name_called(object) == "urlopen"))
      return Holds::kBytes;
  }
  return is_text(value) ? Holds::kText : Holds::kUnknown;
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
  if (argument && argument.is(Kind::kIdentifier) == false && holds(argument) != Holds::kUnknown) return holds(argument);
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
    const Holds written = holds(write.child(Field::kArguments).named_child(0));
    if (written != Holds::kUnknown) return written;
  }
  return Holds::kUnknown;
}

Node call_of(Node use) { return use.field() == Field::kFunction ? use.parent() : Node(); }

}  // namespace

std::string string_io_at(Context& cx, Node use) {
  const Node call = call_of(use);
  if (!call) return "";
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
