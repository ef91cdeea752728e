// A class whose methods name super or __class__ has __classcell__ in its namespace, and type.__new__() wants it: a
// metaclass that hands on another namespace takes that from it, and Python 3.8 and later refuse the class.
// https://docs.python.org/3/reference/datamodel.html#creating-the-class-object
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/values.h"
#include "engine/fixer.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kCell = "__classcell__";

bool is_new(Node function) { return function.is(Kind::kAttribute) && last_name(function) == "__new__"; }

// type.__new__, super(M, cls).__new__, or a variable that is given such.
bool makes_class(Context& cx, Node function) { return is_new(function) || is_new(only_value(function, cx.names())); }

bool is_plain_dict(Node display) {
  const std::vector<Node> items = display.named_children();
  return display.is(Kind::kDictionary) &&
         std::all_of(items.begin(), items.end(), [](Node item) { return item.is(Kind::kPair); });
}

// The cell, as an argument of update() and behind ** in a display; it isn't left to be set as an attribute.
std::string cell_of(std::string_view space) {
  const std::string name(space);
  return "{key: " + name + ".pop(key) for key in ['" + std::string(kCell) + "'] if key in " + name + "}";
}

void visit_call(Context& cx, Node call, std::string_view space) {
  const Node given = call.child(Field::kArguments).named_child(3);
  const std::string cell = cell_of(space);
  const std::string message = "type.__new__() wants the " + std::string(kCell) + " of a class that names super";
  if (is_plain_dict(given)) {
    const std::vector<Node> items = given.named_children();
    const std::uint32_t end = items.empty() ? given.start() + 1 : items.back().end();
    return cx.change(given, message).set_text(ByteRange{end, end}, (items.empty() ? "**" : ", **") + cell).apply();
  }
  if (!is_plain_dict(only_value(given, cx.names()))) return;
  Node statement = call;
  while (statement && !statement.parent().is(Kind::kBlock)) statement = statement.parent();
  if (!statement) return;
  cx.change(given, message).insert_before(statement, std::string(given.text()) + ".update(" + cell + ")").apply();
}

// def __new__(cls, name, bases, namespace)
void visit(Context& cx, Node function) {
  if (function.child(Field::kName).text() != "__new__") return;
  const std::vector<Node> parameters = function.child(Field::kParameters).named_children();
  const bool is_plain =
      std::all_of(parameters.begin(), parameters.end(), [](Node parameter) { return parameter.is(Kind::kIdentifier); });
  if (parameters.size() != 4 || !is_plain) return;
  const Node body = function.child(Field::kBody);
  if (body.text().find(kCell) != std::string_view::npos) return;
  for (Node call : body.descendants()) {
    const std::vector<Node> given =
        call.is(Kind::kCall) ? call.child(Field::kArguments).named_children() : std::vector<Node>();
    const bool is_making = given.size() == 4 && given[0].text() == parameters[0].text() &&
                           given[3].text() != parameters[3].text() && makes_class(cx, call.child(Field::kFunction));
    if (is_making) visit_call(cx, call, parameters[3].text());
  }
}

}  // namespace

Fixer fix_classcell() {
  return {
      .name = "classcell",
      .doc =
          "Has a metaclass that makes a class of a namespace of its own hand on __classcell__, without which Python 3 "
          "refuses classes that call super().",
      .reference = "https://docs.python.org/3/reference/datamodel.html#creating-the-class-object",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kPy3,
      .needs = Needs::kAny,
      .words = {"__new__"},
      .examples =
          {{"class Meta(type):\n    def __new__(cls, name, bases, space):\n        return type.__new__(cls, name, "
            "bases, {'a': 1})",
            "class Meta(type):\n    def __new__(cls, name, bases, space):\n        return type.__new__(cls, name, "
            "bases, {'a': 1, **{key: space.pop(key) for key in ['__classcell__'] if key in space}})"}},
      .visits = {{{Kind::kFunctionDefinition}, visit}},
  };
}

}  // namespace py3k::fixers
