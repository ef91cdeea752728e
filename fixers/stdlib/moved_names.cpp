// Names of the standard library that have others now, and that 2to3 passed over: "Removed" and "Porting" in
// https://docs.python.org/3/whatsnew/.
#include "fixers/library_renames.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// html.escape() escapes quotes unless told not to, cgi.escape() the other way round.
void keep_quotes(ChangeBuilder& change, Node use) {
  const Node arguments = use.parent().child(Field::kArguments);
  if (use.field() != Field::kFunction || !arguments.is(Kind::kArgumentList)) return;
  const Node only = arguments.named_child_count() == 1 ? arguments.named_child(0) : Node();
  if (!only || only.is_any(Kind::kListSplat, Kind::kDictionarySplat, Kind::kKeywordArgument)) return;
  change.set_text(ByteRange{only.end(), only.end()}, ", quote=False");
}

// map(cgi.escape, texts)
void escape_as_value(Context& cx, Node use) {
  const bool called = use.field() == Field::kFunction && use.parent().is(Kind::kCall);
  if (called || use.parent().is(Kind::kAttribute) || !cx.names().resolves_to(use, "cgi.escape")) return;
  cx.report(use, "html.escape() escapes quotes too, unless it is given quote=False");
}

void visit_attribute(Context& cx, Node attribute) {
  if (attribute.child(Field::kAttribute).text() == "escape") escape_as_value(cx, attribute);
}

void visit_import(Context& cx, Node statement) {
  if (statement.child(Field::kModuleName).text() != "cgi") return;
  for (Node item : statement.children()) {
    if (item.field() != Field::kName) continue;
    const Binding* binding = binding_of_import(cx, item);
    if (binding == nullptr) continue;
    for (Node use : binding->uses) escape_as_value(cx, use);
  }
}

// Python 3 gives seven values, of which the first four are the same.
void keep_four(ChangeBuilder& change, Node use) {
  const Node call = use.parent();
  if (use.field() != Field::kFunction || !call.is(Kind::kCall)) return;
  const Node assignment = call.parent();
  const bool is_unpacked = assignment.is(Kind::kAssignment) && call.field() == Field::kRight &&
                           assignment.child(Field::kLeft).is_any(Kind::kPatternList, Kind::kTuplePattern);
  if (is_unpacked) change.set_text(ByteRange{call.end(), call.end()}, "[:4]");
}

std::vector<Rename> renames() {
  std::vector<Rename> table = renames_of("moved_names");
  at(table, "cgi.escape").with_use = keep_quotes;
  at(table, "inspect.getargspec").with_use = keep_four;
  return table;
}

}  // namespace

Fixer fix_moved_names() {
  return {
      .name = "moved_names",
      .doc =
          "Renames what 2to3 passed over: collections.Mapping and its kin, cgi.escape, base64.encodestring, time.clock "
          "….",
      .reference = "https://docs.python.org/3/whatsnew/3.10.html#removed",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "encodebytes() and decodebytes() take and give bytes; html.escape() also escapes ' where it escapes \"; "
          "time.clock() was the time that has passed, on Windows; math.gcd() is never negative; re.template() refused "
          "repetitions.",
      .examples = {{"import collections\nx = isinstance(y, collections.Mapping)",
                    "import collections\nimport collections.abc\nx = isinstance(y, collections.abc.Mapping)"},
                   {"import cgi\nx = cgi.escape(y)", "import cgi\nimport html\nx = html.escape(y, quote=False)"},
                   {"from cgi import parse_qs\nx = parse_qs(y)", "from urllib.parse import parse_qs\nx = parse_qs(y)"},
                   {"import time\nx = time.clock()", "import time\nx = time.process_time()"}},
      .renames = renames(),
      .visits = {{{Kind::kAttribute}, visit_attribute}, {{Kind::kImportFromStatement}, visit_import}},
  };
}

}  // namespace py3k::fixers
