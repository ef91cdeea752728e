// What __str__ and __repr__ give is text, and bytes are a TypeError:
// https://docs.python.org/3/reference/datamodel.html#object.__str__
#include <algorithm>

#include "engine/analysis/values.h"
#include "engine/syntax/string_literal.h"
#include "fixers/codecs.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// x.encode('ascii', 'replace'), codecs.encode(x, 'ascii', 'replace')
struct Encoding {
  Node value;
  Node codec;
  Node errors;
};

Encoding encoding_at(Context& cx, Node call) {
  const Node function = call.is(Kind::kCall) ? call.child(Field::kFunction) : Node();
  if (!function.is(Kind::kAttribute) || function.child(Field::kAttribute).text() != "encode") return {};
  const bool is_function = cx.names().qualified(function) == "codecs.encode";
  Encoding found{.value = is_function ? Node() : function.child(Field::kObject), .codec = {}, .errors = {}};
  for (Node argument : call.child(Field::kArguments).named_children()) {
    if (is_function && !found.value) {
      found.value = argument;
      continue;
    }
    const bool named = argument.is(Kind::kKeywordArgument);
    const bool is_errors = named ? argument.child(Field::kName).text() == "errors" : bool(found.codec);
    (is_errors ? found.errors : found.codec) = named ? argument.child(Field::kValue) : argument;
  }
  const bool is_text = found.codec
                           ? names_encoding(found.codec)
                           : value_of(found.value, cx.names()).is(ValueType::kText) || !has_class_with(cx, "encode");
  return is_text ? found : Encoding();
}

// unicode(self), self.__unicode__(): fixer unicode_method knows where these are.
bool asks_for_other(Node value, Node method) {
  const Node function = value.is(Kind::kCall) ? value.child(Field::kFunction) : Node();
  if (function.is(Kind::kAttribute)) return function.child(Field::kAttribute).text() == "__unicode__";
  return function && is_first_parameter(value.child(Field::kArguments).named_child(0), method);
}

void visit_return(Context& cx, Node statement, Node method) {
  const Node call = statement.named_child(0);
  const Encoding found = encoding_at(cx, call);
  if (!found.value || asks_for_other(found.value, method) || value_of(found.value, cx.names()).is(ValueType::kBytes))
    return;
  const std::string codec = !found.codec ? "ascii" : found.codec.is(Kind::kString) ? codec_name(found.codec) : "";
  if (is_transform(codec) || codec == "string_escape") return;
  // What it can't encode is seen in the text: \xe9, &#233; or ?.
  static constexpr std::string_view kNarrow[] = {"ascii", "us_ascii", "latin_1", "latin1", "iso_8859_1", "iso8859_1"};
  const bool escapes = codec == "unicode_escape" || codec == "raw_unicode_escape";
  const bool is_strict = !found.errors || StringLiteral(found.errors).body() == "strict";
  const bool shows = escapes || (!is_strict && is_one_of(kNarrow, codec));
  ChangeBuilder change = cx.change(call, std::string(method.child(Field::kName).text()) + " gives text");
  if (shows) {
    change.replace(call, "$call.decode('" + (escapes ? "ascii" : codec) + "')", {{"call", call}});
  } else {
    change.replace(call, "$value", {{"value", found.value}});
  }
  change.apply();
}

void visit(Context& cx, Node statement) {
  if (!statement.named_child(0).is(Kind::kCall)) return;
  const Node method = statement.ancestor(Kind::kFunctionDefinition);
  const Node type = method ? method.ancestor(Kind::kClassDefinition) : Node();
  const std::string_view name = method ? method.child(Field::kName).text() : "";
  if (!type || (name != "__str__" && name != "__repr__")) return;
  if (name == "__str__" && member(cx, type, "__unicode__") != nullptr) return;
  visit_return(cx, statement, method);
}

}  // namespace

Fixer fix_text_methods() {
  return {
      .name = "text_methods",
      .doc = "Leaves away what turns to bytes the text that __str__ and __repr__ give.",
      .reference = "https://docs.python.org/3/reference/datamodel.html#object.__str__",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kPy3,
      .words = {"__str__", "__repr__"},
      .examples =
          {{"class A:\n    def __str__(self):\n        return unicode(self.name).encode('utf-8')",
            "class A:\n    def __str__(self):\n        return unicode(self.name)"},
           {"class A:\n    def __repr__(self):\n        return self.name.encode('ascii', 'replace')",
            "class A:\n    def __repr__(self):\n        return self.name.encode('ascii', 'replace').decode('ascii')"}},
      .visits = {{{Kind::kReturnStatement}, visit}},
  };
}

}  // namespace py3k::fixers
