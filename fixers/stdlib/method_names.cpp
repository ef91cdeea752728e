// Names of methods that stand in text: for a proxy that hands them on, for getattr(). Whoever asks a type of Python 3
// for the old ones gets an AttributeError, or is never asked for what it made.
// https://docs.python.org/3/whatsnew/3.0.html#operators-and-special-methods
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/values.h"
#include "engine/fixer.h"
#include "engine/library/signatures.h"
#include "engine/one_of.h"
#include "engine/syntax/string_literal.h"
#include "fixers/looped_texts.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

struct Method {
  std::string_view old;
  std::string_view now;  // empty: Python 3 does without
};

constexpr Method kOfFile[] = {{"next", "__next__"}, {"xreadlines", ""}};
constexpr Method kOfDict[] = {{"has_key", "__contains__"}, {"iteritems", "items"}, {"iterkeys", "keys"},
                              {"itervalues", "values"},    {"viewitems", "items"}, {"viewkeys", "keys"},
                              {"viewvalues", "values"},    {"__cmp__", ""}};
constexpr Method kOfText[] = {{"decode", ""}, {"__getslice__", ""}};
constexpr Method kOfList[] = {{"__getslice__", ""}, {"__setslice__", ""}, {"__delslice__", ""}};
constexpr Method kSpecial[] = {
    {"__getslice__", "__getitem__"},
    {"__setslice__", "__setitem__"},
    {"__delslice__", "__delitem__"},
    {"__nonzero__", "__bool__"},
    {"__div__", "__truediv__"},
    {"__rdiv__", "__rtruediv__"},
    {"__idiv__", "__itruediv__"},
    {"__long__", "__int__"},
    {"__oct__", "__index__"},
    {"__hex__", "__index__"},
    {"__coerce__", ""},
    {"__unicode__", "__str__"},
};

constexpr std::string_view kFileMethods[] = {"read", "readline", "readlines", "write",  "writelines", "seek",
                                             "tell", "flush",    "close",     "fileno", "isatty",     "truncate"};

struct Type {
  std::string_view names[4];
  std::span<const Method> gone;
};
constexpr Type kTypes[] = {{{"file"}, kOfFile},
                           {{"dict"}, kOfDict},
                           {{"str", "unicode", "basestring"}, kOfText},
                           {{"list", "tuple"}, kOfList}};

const Method* method_called(std::span<const Method> methods, std::string_view name) {
  const auto found = std::find_if(methods.begin(), methods.end(), [&](const Method& one) { return one.old == name; });
  return found == methods.end() ? nullptr : &*found;
}

bool is_special(std::string_view name) {
  return name.size() > 4 && name.starts_with("__") && name.ends_with("__") && !method_called(kSpecial, name);
}

bool is_of(const Type& type, std::string_view name) {
  if (method_called(type.gone, name)) return false;
  if (type.names[0] == "file") return is_one_of(kFileMethods, name);
  return signatures().find("__builtin__." + std::string(type.names[0]) + "." + std::string(name)) != nullptr;
}

std::string_view text_of(Node item) { return StringLiteral(item).body(); }

bool is_old(Node item) {
  const std::string_view name = text_of(item);
  return method_called(kSpecial, name) != nullptr ||
         std::any_of(std::begin(kTypes), std::end(kTypes),
                     [&](const Type& type) { return method_called(type.gone, name) != nullptr; });
}

// A list's items, where all of them are text.
std::vector<Node> texts_in(Node list) {
  std::vector<Node> items = list.named_children();
  const bool all = std::all_of(items.begin(), items.end(), [](Node item) { return item.is(Kind::kString); });
  return all ? items : std::vector<Node>();
}

enum class IsPython2 : std::uint8_t { kMaybe, kYes };

// A list's old name gets the new one, or goes where the new one is there, or where there is none.
void change_item(Context& cx, const std::vector<Node>& items, Node item, const Method& method, IsPython2 is_python2) {
  const auto has_new = [&](Node other) {
    if (text_of(other) == method.now) return true;
    const Method* its = other.start() < item.start() ? method_called(kSpecial, text_of(other)) : nullptr;
    return its != nullptr && its->now == method.now;
  };
  const bool goes = method.now.empty() || std::any_of(items.begin(), items.end(), has_new);
  if (goes && items.size() == 1) return;
  const std::string old(text_of(item));
  const std::string now(method.now);
  ChangeBuilder change =
      cx.change(item, goes ? old + " is nothing that Python 3 asks for" : "'" + old + "' -> '" + now + "'");
  goes ? change.remove(item) : change.set_text(body_range(item), now);
  if (is_python2 == IsPython2::kMaybe) change.if_python2();
  change.apply();
}

// ('read', 'readline', 'next', 'xreadlines') and ('__getitem__', '__getslice__', '__nonzero__'): so many of one kind
// are its methods.
class Listed {
 public:
  explicit Listed(const std::vector<Node>& items) {
    if (std::none_of(items.begin(), items.end(), is_old)) return;
    const auto count = [&](const auto& is_it) {
      return std::count_if(items.begin(), items.end(), [&](Node item) { return is_it(text_of(item)); });
    };
    const auto type = std::find_if(std::begin(kTypes), std::end(kTypes), [&](const Type& one) {
      return count([&](std::string_view name) { return is_of(one, name); }) >= kEnough;
    });
    if (type != std::end(kTypes)) type_ = &*type;
    are_special_ = count(is_special) >= kEnoughSpecial;
  }

  const Method* old(Node item) const {
    const Method* method = type_ != nullptr ? method_called(type_->gone, text_of(item)) : nullptr;
    return method == nullptr && are_special_ ? method_called(kSpecial, text_of(item)) : method;
  }

 private:
  static constexpr std::ptrdiff_t kEnough = 4;
  static constexpr std::ptrdiff_t kEnoughSpecial = 3;
  const Type* type_ = nullptr;
  bool are_special_ = false;
};

void visit_list(Context& cx, Node list) {
  const std::vector<Node> items = texts_in(list);
  const Listed listed(items);
  for (Node item : items)
    if (const Method* method = listed.old(item)) change_item(cx, items, item, *method, IsPython2::kMaybe);
}

const Type* builtin_type(Context& cx, Node name) {
  if (!name.is(Kind::kIdentifier)) return nullptr;
  const auto found = std::find_if(std::begin(kTypes), std::end(kTypes), [&](const Type& type) {
    return is_one_of(type.names, name.text()) &&
           cx.names().resolves_to(name, "__builtin__." + std::string(name.text()));
  });
  return found == std::end(kTypes) ? nullptr : &*found;
}

// The place of a parameter among a function's, counted from 0; nothing for what is bound otherwise too.
std::optional<std::size_t> place_of_parameter(Context& cx, Node function, Node name) {
  const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
  if (binding == nullptr || binding->sites.size() != 1 || binding->scope->node != function) return {};
  const std::vector<Node> parameters = function.child(Field::kParameters).named_children();
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [&](Node one) { return binding->sites.front().node.is_within(one); });
  if (found == parameters.end()) return {};
  return static_cast<std::size_t>(found - parameters.begin());
}

// What calls a name, or what it is called by: name(…).
std::vector<Node> calls_of(const Binding* binding) {
  std::vector<Node> calls;
  if (binding == nullptr || binding->sites.size() != 1) return calls;
  for (Node use : binding->uses)
    if (use.field() == Field::kFunction && use.parent().is(Kind::kCall)) calls.push_back(use.parent());
  return calls;
}

Node positional(Node call, std::size_t place) {
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  return place < arguments.size() ? arguments[place] : Node();
}

// A call that asks a type of Python 3 for a method that it hasn't got: it asks for the new one, or goes.
void change_text(Context& cx, const Type& type, Node call, Node text) {
  const Method* method = text.is(Kind::kString) ? method_called(type.gone, text_of(text)) : nullptr;
  if (method == nullptr) return;
  const std::string message = "no " + std::string(type.names[0]) + " of Python 3 has " + std::string(text_of(text));
  const bool is_statement = call.parent().is(Kind::kExpressionStatement);
  if (method->now.empty() && !is_statement) return cx.report(text, message);
  ChangeBuilder change = cx.change(text, message);
  method->now.empty() ? change.remove(call.parent()) : change.set_text(body_range(text), std::string(method->now));
  change.apply();
}

void change_call(Context& cx, const Type& type, Node call, Node text) {
  if (!text.is(Kind::kIdentifier)) return change_text(cx, type, call, text);
  const std::vector<Node> texts = texts_looped_over(cx, text);
  const Listed listed(texts);
  for (Node one : texts) {
    const bool is_done = listed.old(one) != nullptr && cx.may_be_python2(one);
    const Method* method = is_done ? nullptr : method_called(type.gone, text_of(one));
    if (method != nullptr) change_item(cx, texts, one, *method, IsPython2::kYes);
  }
}

// The place of what __init__ keeps as that attribute of self.
std::optional<std::size_t> place_of_stored(Context& cx, Node type, Node attribute) {
  const Binding* init = member(cx, type, "__init__");
  const Node function = init != nullptr && init->sites.size() == 1 ? init->sites.front().statement : Node();
  if (!function.is(Kind::kFunctionDefinition)) return {};
  for (Node statement : function.child(Field::kBody).named_children()) {
    const Node assignment = statement.named_child(0);
    if (assignment.is(Kind::kAssignment) && assignment.child(Field::kLeft).text() == attribute.text())
      return place_of_parameter(cx, function, assignment.child(Field::kRight));
  }
  return {};
}

// c = Collector(list), c('append'): the calls of __call__, or of another method, with the type that the instance was
// made of.
void visit_instances(Context& cx, Node type, std::size_t stored, std::string_view method, std::size_t place) {
  const Binding* name = cx.names().lookup(type.child(Field::kName).text(), cx.names().scope_of(type));
  for (Node made : calls_of(name)) {
    const Type* of = builtin_type(cx, positional(made, stored));
    const Node target = made.parent().is(Kind::kAssignment) ? made.parent().child(Field::kLeft) : Node();
    const Binding* instance = of != nullptr && target.is(Kind::kIdentifier) ? cx.names().binding(target) : nullptr;
    if (instance == nullptr || instance->sites.size() != 1) continue;
    for (Node use : instance->uses) {
      const Node asked = method == "__call__" ? use : use.parent();
      if (asked != use && (!asked.is(Kind::kAttribute) || asked.child(Field::kAttribute).text() != method)) continue;
      if (asked.field() == Field::kFunction && asked.parent().is(Kind::kCall))
        change_call(cx, *of, asked.parent(), positional(asked.parent(), place));
    }
  }
}

// getattr(list, '__getslice__'), def add(name): getattr(list, name), and getattr(self.type, name) in a method.
void visit_call(Context& cx, Node call) {
  const Node called = call.child(Field::kFunction);
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  if (arguments.size() != 2 || called.text() != "getattr" || !cx.names().resolves_to(called, "__builtin__.getattr"))
    return;
  const Type* type = builtin_type(cx, arguments[0]);
  if (type != nullptr && arguments[1].is(Kind::kString)) return change_call(cx, *type, call, arguments[1]);
  const Node function = call.ancestor(Kind::kFunctionDefinition);
  const std::optional<std::size_t> place = function ? place_of_parameter(cx, function, arguments[1]) : std::nullopt;
  if (!place) return;
  if (type != nullptr) {
    const Binding* name = cx.names().lookup(function.child(Field::kName).text(), cx.names().scope_of(function));
    for (Node use : calls_of(name)) change_call(cx, *type, use, positional(use, *place));
    return;
  }
  const Node own =
      arguments[0].is(Kind::kAttribute) ? class_of_self(arguments[0].child(Field::kObject), cx.names()) : Node();
  const std::optional<std::size_t> stored = own && *place > 0 ? place_of_stored(cx, own, arguments[0]) : std::nullopt;
  if (stored && *stored > 0) visit_instances(cx, own, *stored - 1, function.child(Field::kName).text(), *place - 1);
}

// map(str.decode, lines), str.decode(data, 'utf-8'): what can be decoded is bytes.
void visit_attribute(Context& cx, Node attribute) {
  const Node type = attribute.child(Field::kObject);
  if (attribute.child(Field::kAttribute).text() != "decode" || !type.is(Kind::kIdentifier)) return;
  if (cx.names().lookup("bytes", cx.names().scope_of(attribute)) != nullptr) return;
  if (cx.names().resolves_to(type, "__builtin__.str")) cx.set_text(type, "bytes");
}

}  // namespace

Fixer fix_method_names() {
  return {
      .name = "method_names",
      .doc =
          "Gives names of methods that stand in text, in a list of what a proxy hands on or for getattr(), their new "
          "form: '__nonzero__' is '__bool__', a file's 'next' is '__next__'. What Python 3 has no more, such as "
          "'__getslice__', goes. str.decode, as a value, is bytes.decode.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#operators-and-special-methods",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when = "What looks like the methods of a type are names of something else.",
      .runs_on = RunsOn::kPy3,
      .words = {"getattr", "setattr", "hasattr", "exec", "decode"},
      .examples =
          {{"for name in 'read', 'readline', 'next', 'write', 'seek', 'xreadlines': getattr(file, name)",
            "for name in 'read', 'readline', '__next__', 'write', 'seek': getattr(file, name)"},
           {"for name in ['__add__', '__getitem__', '__getslice__', '__len__', '__nonzero__']:\n    setattr(Proxy, "
            "name, handed_on(name))",
            "for name in ['__add__', '__getitem__', '__len__', '__bool__']:\n    setattr(Proxy, "
            "name, handed_on(name))"}},
      .visits = {{{Kind::kCall}, visit_call},
                 {{Kind::kAttribute}, visit_attribute},
                 {{Kind::kTuple, Kind::kList, Kind::kSet, Kind::kExpressionList}, visit_list}},
  };
}

}  // namespace py3k::fixers
