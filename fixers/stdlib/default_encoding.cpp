// sys.setdefaultencoding() is gone, and reload(sys) was there to get at it:
// https://docs.python.org/2.7/library/sys.html#sys.setdefaultencoding
#include <vector>

#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_statement_of_its_own(Node call) {
  return call.is(Kind::kCall) && call.parent().is(Kind::kExpressionStatement) && call.parent().child_count() == 1;
}

bool reloads_sys(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const Node arguments = call.child(Field::kArguments);
  return arguments.named_child_count() == 1 && cx.names().qualified(arguments.named_child(0)) == "sys" &&
         (cx.names().resolves_to(function, "__builtin__.reload") || cx.names().resolves_to(function, "imp.reload"));
}

// sys.setdefaultencoding, reload(sys).setdefaultencoding
bool sets_encoding(Context& cx, Node attribute) {
  if (!attribute.is(Kind::kAttribute) || attribute.child(Field::kAttribute).text() != "setdefaultencoding")
    return false;
  const Node object = attribute.child(Field::kObject);
  return object.is(Kind::kCall) ? reloads_sys(cx, object) : cx.names().resolves_to(object, "sys");
}

void finish(Context& cx) {
  std::vector<Node> calls;
  for (Node node : cx.tree().root().descendants()) {
    if (!sets_encoding(cx, node)) continue;
    if (node.field() != Field::kFunction || !is_statement_of_its_own(node.parent()))
      return cx.report(node, "sys.setdefaultencoding is gone: Python 3's is always UTF-8");
    calls.push_back(node.parent());
  }
  if (calls.empty()) return;
  for (Node node : cx.tree().root().descendants())
    if (is_statement_of_its_own(node) && reloads_sys(cx, node)) calls.push_back(node);
  for (Node call : calls)
    cx.change(call, "Python 3's default encoding is UTF-8: " + std::string(call.text()) + " goes")
        .remove(call.parent())
        .apply();
}

}  // namespace

Fixer fix_default_encoding() {
  return {
      .name = "default_encoding",
      .doc = "Takes out sys.setdefaultencoding(…), and the reload(sys) that it needed.",
      .reference = "https://docs.python.org/3/howto/unicode.html#the-string-type",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when = "The encoding was to be another one than UTF-8.",
      .words = {"setdefaultencoding"},
      .examples = {{"import sys\nreload(sys)\nsys.setdefaultencoding('utf-8')\nf(sys.path)",
                    "import sys\nf(sys.path)"}},
      .finish = finish,
      .wins_over = {{"reload", "the call goes"}},
  };
}

}  // namespace py3k::fixers
