// StringIO.StringIO was a class written in Python, whose attributes could be read: io's has none of them.
// https://docs.python.org/2/library/stringio.html
#include "engine/analysis/values.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_string_io(Context& cx, Node object) {
  const Binding* binding = object.is(Kind::kIdentifier) ? cx.names().binding(object) : nullptr;
  const std::vector<Node> values = binding != nullptr ? values_given(*binding) : std::vector<Node>{object};
  if (values.empty()) return false;
  // What it may be by now has none of these in Python 2 either.
  static constexpr std::string_view kNames[] = {"StringIO.StringIO", "io.StringIO", "io.BytesIO"};
  for (Node value : values)
    if (!value.is(Kind::kCall) || !is_one_of(kNames, cx.names().qualified(value.child(Field::kFunction)))) return false;
  return true;
}

void visit(Context& cx, Node attribute) {
  const std::string_view name = attribute.child(Field::kAttribute).text();
  if (name != "len" && name != "buf" && name != "pos" && name != "buflist") return;
  const Node object = attribute.child(Field::kObject);
  if (attribute.field() == Field::kFunction || !is_string_io(cx, object)) return;
  if (name == "buflist" || attribute.field() == Field::kLeft || attribute.parent().is(Kind::kDeleteStatement))
    return cx.report(attribute,
                     "io's StringIO has no attribute " + std::string(name) + ": use getvalue(), tell() and seek()");
  const std::string now = name == "len" ? "len($x.getvalue())" : name == "buf" ? "$x.getvalue()" : "$x.tell()";
  cx.replace(attribute, now, {{"x", object}});
}

}  // namespace

Fixer fix_string_io_attributes() {
  return {
      .name = "string_io_attributes",
      .doc = "Replaces the attributes len, buf and pos of a StringIO by calls of its methods.",
      .reference = "https://docs.python.org/3/library/io.html#io.StringIO",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"StringIO"},
      .examples = {{"import StringIO\nf = StringIO.StringIO()\nn = f.len",
                    "import StringIO\nf = StringIO.StringIO()\nn = len(f.getvalue())"}},
      .visits = {{{Kind::kAttribute}, visit}},
  };
}

}  // namespace py3k::fixers
