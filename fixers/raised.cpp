#include "fixers/raised.h"

#include <algorithm>
#include <cctype>

#include "engine/analysis/values.h"
#include "engine/syntax/precedence.h"
#include "fixers/text.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

bool names_class(Context& cx, Node node) {
  const Binding* binding = node.is(Kind::kIdentifier) ? cx.names().binding(node) : nullptr;
  if (binding != nullptr && std::any_of(binding->sites.begin(), binding->sites.end(),
                                        [](const BindingSite& site) { return site.kind == BindingKind::kClass; }))
    return true;
  // By what everybody does: classes begin with a capital, but for those called `error`.
  const bool dotted = node.is(Kind::kAttribute);
  if (!dotted && !node.is(Kind::kIdentifier)) return false;
  const std::string_view name = dotted ? node.child(Field::kAttribute).text() : node.text();
  const std::size_t letter = name.find_first_not_of('_');
  return name == "error" ||
         (letter != std::string_view::npos && std::isupper(static_cast<unsigned char>(name[letter])) != 0);
}

namespace {

// What is given to a class that is raised: Python 2 calls it with a tuple's items, without anything for None, and
// raises an instance of it as it is.
enum class Given : std::uint8_t { kUnknown, kPlain, kPlainOrNone, kTuple, kNone };

Given given_by(Context& cx, Node value) {
  const Value shown = value_of(value, cx.names());
  if (shown.is(ValueType::kNone)) return Given::kNone;
  if (shown.is(ValueType::kTuple)) return Given::kTuple;
  if (shown.type == ValueType::kUnknown || shown.type == ValueType::kInstance || shown.type == ValueType::kTuple)
    return Given::kUnknown;
  return shown.may_be_none ? Given::kPlainOrNone : Given::kPlain;
}

// A parameter that is None where it isn't given.
bool is_none_by_default(Context& cx, Node value) {
  const Binding* binding = value.is(Kind::kIdentifier) ? cx.names().binding(value) : nullptr;
  if (binding == nullptr || binding->sites.size() != 1) return false;
  const Node parameter = binding->sites.front().node.parent();
  return parameter.is(Kind::kDefaultParameter) && parameter.child(Field::kValue).is(Kind::kNoneLiteral);
}

// Can it be written twice, and means the same?
bool is_name(Node node) {
  while (node.is(Kind::kAttribute)) node = node.child(Field::kObject);
  return node.is(Kind::kIdentifier);
}

bool is_none(Node node) { return !node || node.is(Kind::kNoneLiteral); }

// The x of `x[part]`.
Node subscripted(Node node, std::string_view part) {
  const bool matches = node.is(Kind::kSubscript) && node.child(Field::kSubscript).text() == part;
  return matches ? node.child(Field::kValue) : Node();
}

bool calls_exc_info(Context& cx, Node node) {
  return node.is(Kind::kCall) && cx.names().resolves_to(node.child(Field::kFunction), "sys.exc_info");
}

// The site's right side, where it is an assignment.
Node assigned(Node target) {
  Node parent = target.parent();
  while (parent.is_any(Kind::kPatternList, Kind::kTuplePattern, Kind::kListPattern)) parent = parent.parent();
  return parent.is(Kind::kAssignment) && parent.child(Field::kLeft).is_within(parent) ? parent.child(Field::kRight)
                                                                                      : Node();
}

std::size_t position_in_pattern(Node target) {
  std::size_t position = 0;
  for (Node before : target.parent().named_children()) {
    if (before == target) break;
    ++position;
  }
  return position;
}

// Is the node the class (0), the instance (1) or the traceback (2) that sys.exc_info() gave?
bool is_part_of_exc_info(Context& cx, Node node, std::size_t part) {
  if (const Node whole = subscripted(node, std::to_string(part))) return calls_exc_info(cx, whole);
  const Binding* binding = node.is(Kind::kIdentifier) ? cx.names().binding(node) : nullptr;
  return binding != nullptr && std::any_of(binding->sites.begin(), binding->sites.end(), [&](const BindingSite& site) {
           const Node value = assigned(site.node);
           if (!value) return false;
           const bool alone = site.node.parent().is(Kind::kAssignment);
           if (alone) return calls_exc_info(cx, subscripted(value, std::to_string(part)));
           const Node cut = subscripted(value, ":2");
           return calls_exc_info(cx, cut ? cut : value) && position_in_pattern(site.node) == part;
         });
}

// Is this the name of an except clause for that type, and nothing else (but None, where nothing was caught)? Any type,
// where `type` is empty.
bool is_caught(Context& cx, Node name, std::string_view type) {
  const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
  if (binding == nullptr) return false;
  bool caught = false;
  for (const BindingSite& site : binding->sites) {
    const Node clause = site.node.ancestor(Kind::kExceptClause);
    if (site.kind != BindingKind::kExcept) {
      const Node value = assigned(site.node);
      if (value && (value.is(Kind::kNoneLiteral) || value.is(Kind::kAssignment))) continue;
      // `except E as exc: e = exc`, as fixer except has it
      const Binding* of_clause = value.is(Kind::kIdentifier) && clause ? cx.names().binding(value) : nullptr;
      const bool is_copy = of_clause != nullptr && of_clause->sites.size() == 1 &&
                           of_clause->sites[0].kind == BindingKind::kExcept &&
                           of_clause->sites[0].node.ancestor(Kind::kExceptClause) == clause;
      if (!is_copy) return false;
    }
    const Node caught_type =
        clause.named_child(0).is(Kind::kAsPattern) ? clause.named_child(0).first_child() : clause.named_child(0);
    if (name.is_within(clause)) return type.empty() || caught_type.text() == type;
    if (!type.empty() && caught_type.text() != type) return false;
    caught = true;
  }
  return caught;
}

// A variable's name as it is compared with usual ones: exc_type, excType, _exc_type and exctype are one.
std::string plain_name(Node variable) {
  if (variable.is(Kind::kAttribute)) variable = variable.child(Field::kAttribute);
  std::string plain;
  for (const char letter : variable.is(Kind::kIdentifier) ? variable.text() : std::string_view())
    if (letter != '_') plain += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return plain;
}

// What the parts of sys.exc_info() are called mostly.
constexpr std::string_view kTypeNames[] = {
    "t",      "typ",     "type",      "tp",  "ty",     "et",       "etype",      "exctype",       "exct", "exctyp",
    "extype", "errtype", "errortype", "cls", "exccls", "excclass", "excepttype", "exceptiontype", "c",    "klass"};
constexpr std::string_view kValueNames[] = {
    "v",         "val",    "value",    "e",          "ex",   "exc",     "err",      "error",
    "ev",        "evalue", "excvalue", "excval",     "excv", "exvalue", "errvalue", "exceptionvalue",
    "exception", "inst",   "instance", "excinstance"};

bool has_usual_names(Node type, Node value) {
  return is_one_of(kTypeNames, plain_name(type)) && is_one_of(kValueNames, plain_name(value));
}

// `v = E('text')`, and nothing else that is called v?
bool is_made_by(Context& cx, Node name, std::string_view type) {
  const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
  return binding != nullptr && !binding->sites.empty() &&
         std::all_of(binding->sites.begin(), binding->sites.end(), [&](const BindingSite& site) {
           const Node value = site.node.parent().is(Kind::kAssignment) ? assigned(site.node) : Node();
           return value.is(Kind::kCall) && value.child(Field::kFunction).text() == type;
         });
}

enum class Looks : std::uint8_t { kClass, kInstance, kInstanceByLooks };

Looks looks_of(Context& cx, Node type) {
  if (is_part_of_exc_info(cx, type, 0) || names_class(cx, type)) return Looks::kClass;
  if (type.is(Kind::kCall) || is_part_of_exc_info(cx, type, 1) || is_caught(cx, type, {})) return Looks::kInstance;
  return subscripted(type, "1") ? Looks::kInstance : Looks::kInstanceByLooks;
}

// `raise ei[0], ei[1], ei[2]` and `raise t, v, tb`: the instance is there already.
bool is_raised_again(Context& cx, Node type, Node value, Node traceback, Raised& raised) {
  const Node whole = subscripted(type, "0");
  const Node same = subscripted(value, "1");
  if (whole && same && whole.text() == same.text()) return true;
  if (is_part_of_exc_info(cx, value, 1) && !names_class(cx, type)) return true;
  if (value.is(Kind::kCall) && value.child(Field::kFunction).text() == type.text()) return true;
  if (is_caught(cx, value, type.text()) || is_made_by(cx, value, type.text())) return true;
  if (!traceback || !has_usual_names(type, value)) return false;
  raised.safety = Safety::kUnsafe;
  return true;
}

// Adds the call with a value that is no tuple as it stands there.
void call_with(Context& cx, Node type, Node value, Raised& raised) {
  raised.holes.emplace_back("value", unparenthesized(value));
  const Given given = given_by(cx, value);
  if (given == Given::kNone) {
    raised.replacement += "()";
  } else if (given == Given::kTuple) {
    raised.replacement += "(*$value)";
  } else if (given == Given::kPlain || cx.settings().like_two_to_three || !is_name(type) || !is_name(value)) {
    raised.replacement += "($value)";
    if (given != Given::kPlain) raised.safety = Safety::kUnsafe;
  } else if (given == Given::kUnknown && !names_class(cx, type)) {
    raised.replacement =
        "$value if isinstance($value, $type) else $type(*$value) if isinstance($value, tuple) else "
        "$type() if $value is None else $type($value)";
    raised.is_choice = true;
  } else if (given == Given::kPlainOrNone || is_none_by_default(cx, value)) {
    raised.replacement = "$type() if $value is None else $type($value)";
    raised.is_choice = true;
    if (given == Given::kUnknown) raised.safety = Safety::kUnsafe;
  } else {
    raised.replacement += "($value)";
    raised.safety = Safety::kUnsafe;
  }
}

// Adds `(arguments)` to the class, or not to what is an instance already.
void make_instance(Context& cx, Node type, Node value, Node traceback, Raised& raised) {
  raised.replacement = "$type";
  raised.holes.emplace_back("type", type);
  if (is_none(value)) {
    if (is_none(traceback)) return;
    const Looks looks = looks_of(cx, type);
    if (looks == Looks::kClass) raised.replacement += "()";
    if (looks == Looks::kInstanceByLooks) raised.safety = Safety::kUnsafe;
    return;
  }
  if (!value.is(Kind::kTuple)) return call_with(cx, type, value, raised);
  const std::vector<Node> items = value.named_children();
  raised.replacement += items.empty() ? "()" : "($*items)";
  if (!items.empty()) raised.holes.emplace_back("items", HoleValue(items.front(), items.back()));
}

}  // namespace

std::optional<Raised> raised_instance(Context& cx, Node type, Node value, Node traceback) {
  // Of a tuple, Python 2 takes the first item, and of that again.
  while ((type.is(Kind::kTuple) || type.is(Kind::kParenthesizedExpression)) && type.named_child(0))
    type = type.named_child(0);
  if (is_text(cx, type)) return {};
  Raised raised;
  if (is_none(traceback)) traceback = {};
  if (!is_none(value) && is_raised_again(cx, type, value, traceback, raised)) {
    raised.replacement = "$value";
    raised.holes.emplace_back("value", value);
  } else {
    make_instance(cx, type, value, traceback, raised);
  }
  if (traceback) {
    if (raised.is_choice) raised.replacement = "(" + raised.replacement + ")";
    raised.replacement += ".with_traceback($traceback)";
    raised.holes.emplace_back("traceback", unparenthesized(traceback));
  }
  return raised;
}

}  // namespace py3k::fixers
