// HTMLParser decodes &amp; by itself in Python 3, and calls handle_entityref() and handle_charref() no more, unless it
// is told not to: https://docs.python.org/3/library/html.parser.html
#include <algorithm>

#include "fixers/method_rename.h"
#include "fixers/new_names.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_parser(Context& cx, Node type) {
  const std::vector<Node> bases = type.child(Field::kSuperclasses).named_children();
  return std::any_of(bases.begin(), bases.end(), [&](Node base) {
    return python2_name(cx, base, cx.names().qualified(base)) == "HTMLParser.HTMLParser";
  });
}

bool is_told(Node call) { return call.text().find("convert_charrefs") != std::string_view::npos; }

// HTMLParser.__init__(self), or the class's own calls, where it has no __init__.
std::vector<Node> constructions(Context& cx, Node type) {
  std::vector<Node> calls;
  const Binding* own = member(cx, type, "__init__");
  if (own == nullptr) {
    const Binding* name = cx.names().binding(type.child(Field::kName));
    for (Node use : name != nullptr ? name->uses : std::vector<Node>())
      if (use.field() == Field::kFunction && use.parent().is(Kind::kCall)) calls.push_back(use.parent());
    return calls;
  }
  for (Node node : own->sites.back().statement.descendants())
    if (node.is(Kind::kCall) && node.child(Field::kFunction).child(Field::kAttribute).text() == "__init__")
      calls.push_back(node);
  return calls;
}

void visit(Context& cx, Node type) {
  if (!is_parser(cx, type)) return;
  const Binding* handler = member(cx, type, "handle_entityref");
  if (handler == nullptr) handler = member(cx, type, "handle_charref");
  if (handler == nullptr) return;
  const std::vector<Node> calls = constructions(cx, type);
  if (std::any_of(calls.begin(), calls.end(), is_told)) return;
  if (calls.empty())
    return cx.report(handler->sites.front().node,
                     "Python 3's HTMLParser calls this only where it is made with convert_charrefs=False");
  ChangeBuilder change = cx.change(handler->sites.front().node, "HTMLParser decodes character references in Python 3");
  for (Node call : calls) {
    const std::vector<Node> given = call.child(Field::kArguments).named_children();
    const std::uint32_t at = given.empty() ? call.child(Field::kArguments).start() + 1 : given.back().end();
    change.set_text(ByteRange{at, at}, given.empty() ? "convert_charrefs=False" : ", convert_charrefs=False");
  }
  change.apply();
}

}  // namespace

Fixer fix_charrefs() {
  return {
      .name = "charrefs",
      .doc = "Makes parsers of HTML that handle character references themselves with convert_charrefs=False.",
      .reference = "https://docs.python.org/3/library/html.parser.html#html.parser.HTMLParser",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kPy3,
      .words = {"handle_entityref", "handle_charref"},
      .examples =
          {{"from HTMLParser import HTMLParser\nclass P(HTMLParser):\n    def handle_charref(self, ref): pass\np = P()",
            "from HTMLParser import HTMLParser\nclass P(HTMLParser):\n    def handle_charref(self, ref): pass\np = "
            "P(convert_charrefs=False)"}},
      .visits = {{{Kind::kClassDefinition}, visit}},
  };
}

}  // namespace py3k::fixers
