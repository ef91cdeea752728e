#include "fixers/encoded.h"

#include <algorithm>

#include "engine/library/signatures.h"
#include "engine/syntax/string_literal.h"
#include "fixers/codecs.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kTakeHeaders[] = {"add_header", "add_unredirected_header", "putheader", "send_header"};

// Does a method give text for text, and bytes for bytes?
bool gives_same(std::string_view method) { return gives(known_method(method), "same"); }
// Does it take what its object is?
bool takes_same(std::string_view method) {
  const Fact* known = known_method(method);
  return known != nullptr && known->takes.starts_with("same");
}

bool concerns_bytes(const Fact* fact) {
  if (fact == nullptr) return false;
  const auto takes = [&](std::string_view role) { return fact->takes.find(role) != std::string_view::npos; };
  return takes("bytes") || takes("ascii") || gives_bytes(*fact);
}

// All that a function may be; nothing where it may be something unknown.
std::vector<std::string> meanings(Context& cx, Node function) {
  std::string name = cx.names().qualified(function);
  if (!name.empty()) return {std::move(name)};
  return cx.names().alternatives(function);
}

bool is_text_literal(Node node) {
  if (node.is(Kind::kConcatenatedString)) node = node.named_child(0);
  return node.is(Kind::kString) && !StringLiteral(node).bytes();
}

bool has_literals_only(Node arguments) {
  bool any = false;
  for (Node argument : arguments.named_children()) {
    if (!is_text_literal(argument)) return false;
    any = true;
  }
  return any;
}

// What the only assignment to a variable puts in it.
Node only_value(Context& cx, Node identifier) {
  const Binding* binding = cx.names().binding(identifier);
  if (binding == nullptr || binding->sites.size() != 1) return {};
  const Node site = binding->sites[0].node;
  if (binding->sites[0].kind != BindingKind::kAssignment || !site.parent().is(Kind::kAssignment)) return {};
  return site.field() == Field::kLeft ? site.parent().child(Field::kRight) : Node();
}

bool is_conversion(Context& cx, Node function) {
  for (std::string_view name : {"__builtin__.str", "__builtin__.unicode", "__builtin__.repr"})
    if (cx.names().resolves_to(function, name)) return true;
  return false;
}

Wanted wanted_by_call(Context& cx, Node arguments, Node argument) {
  const Node call = arguments.parent();
  const Node function = call.child(Field::kFunction);
  if (const Fact* taker = bytes_call(cx, function)) {
    const std::vector<Node> all = arguments.named_children();
    const auto position = static_cast<std::size_t>(std::ranges::find(all, argument) - all.begin());
    return role(*taker, position) == "bytes" ? Wanted::kBytes : Wanted::kUnknown;
  }
  const bool converts = is_conversion(cx, function);
  // str(x, 'ascii') decodes.
  if (converts && arguments.named_child_count() > 1) return Wanted::kBytes;
  if (function.text() == "print" || converts) return Wanted::kText;
  if (!function.is(Kind::kAttribute)) return Wanted::kUnknown;
  const std::string_view method = function.child(Field::kAttribute).text();
  if (is_one_of(kTakeHeaders, method)) return Wanted::kText;
  const bool joins = method == "format" || method == "join";
  return joins && is_text_literal(function.child(Field::kObject)) ? Wanted::kText : Wanted::kUnknown;
}

struct Step {
  Wanted wanted = Wanted::kUnknown;
  Node next = {};  // the expression whose surroundings tell, where these don't
};

// x.strip('\n')
Step step_over_method(Node attribute) {
  const Node call = attribute.parent();
  if (!call.is(Kind::kCall) || attribute.field() != Field::kFunction) return {};
  const std::string_view method = attribute.child(Field::kAttribute).text();
  const Node arguments = call.child(Field::kArguments);
  if (method == "decode") return {Wanted::kBytes};
  if (method == "encode") {
    const Node codec = arguments.named_child(0);
    return {codec.is(Kind::kString) && is_transform(codec_name(codec)) ? Wanted::kBytes : Wanted::kText};
  }
  if (takes_same(method) && has_literals_only(arguments)) return {Wanted::kText};
  return gives_same(method) ? Step{Wanted::kUnknown, call} : Step{};
}

Step step_over_operator(Context& cx, Node operation, Node operand) {
  const Node left = operation.child(Field::kLeft);
  const Kind kind = operation.child(Field::kOperator).kind();
  if (kind == Kind::kTokenPercent && left != operand) return {is_text_literal(left) ? Wanted::kText : Wanted::kUnknown};
  if (kind != Kind::kTokenPlus) return {};
  const Node other = left == operand ? operation.child(Field::kRight) : left;
  if (shows_text(cx, other)) return {Wanted::kText};
  return shows_bytes(cx, other) ? Step{Wanted::kBytes} : Step{Wanted::kUnknown, operation};
}

Step step_over_comparison(Context& cx, Node comparison, Node operand) {
  for (Node other : comparison.named_children()) {
    if (other == operand) continue;
    if (shows_text(cx, other)) return {Wanted::kText};
    if (shows_bytes(cx, other)) return {Wanted::kBytes};
  }
  return {};
}

Step step(Context& cx, Node node) {
  const Node parent = node.parent();
  switch (parent.kind()) {
    case Kind::kParenthesizedExpression:
    case Kind::kTuple:
    case Kind::kList:
      return {Wanted::kUnknown, parent};
    case Kind::kListComprehension:
    case Kind::kGeneratorExpression:
      return {Wanted::kUnknown, node.field() == Field::kBody ? parent : Node()};
    case Kind::kSubscript:
      return {Wanted::kUnknown, node.field() == Field::kValue ? parent : Node()};
    case Kind::kAttribute:
      return step_over_method(parent);
    case Kind::kBinaryOperator:
      return step_over_operator(cx, parent, node);
    case Kind::kComparisonOperator:
      return step_over_comparison(cx, parent, node);
    case Kind::kPrintStatement:
      return {Wanted::kText};
    case Kind::kArgumentList:
      return {wanted_by_call(cx, parent, node)};
    default:
      return {};
  }
}

// The expression's own surroundings; where these say nothing, the outermost expression.
Step wanted_here(Context& cx, Node node) {
  for (;;) {
    const Step here = step(cx, node);
    if (here.wanted != Wanted::kUnknown) return here;
    if (!here.next) return {Wanted::kUnknown, node};
    node = here.next;
  }
}

}  // namespace

const Fact* bytes_call(Context& cx, Node function) {
  const Fact* found = nullptr;
  for (const std::string& name : meanings(cx, function)) {
    found = known_function(name);
    if (!concerns_bytes(found)) return nullptr;
  }
  return found;
}

bool gives_bytes(const Fact& function) { return function.gives == "bytes" || function.gives == "ascii"; }

Wanted wanted_as(Context& cx, Node expression) {
  const Step here = wanted_here(cx, expression);
  if (here.wanted != Wanted::kUnknown) return here.wanted;
  const Node assignment = here.next.parent();
  if (!assignment.is(Kind::kAssignment) || here.next.field() != Field::kRight) return Wanted::kUnknown;
  const Node variable = assignment.child(Field::kLeft);
  if (!variable.is(Kind::kIdentifier) || only_value(cx, variable) != here.next) return Wanted::kUnknown;
  const Binding& binding = *cx.names().binding(variable);
  if (binding.scope->kind != ScopeKind::kFunction && binding.scope->kind != ScopeKind::kModule) return Wanted::kUnknown;
  Wanted all = Wanted::kUnknown;
  for (Node use : binding.uses) {
    const Wanted wanted = wanted_here(cx, use).wanted;
    if (wanted == Wanted::kUnknown || (all != Wanted::kUnknown && all != wanted)) return Wanted::kUnknown;
    all = wanted;
  }
  return all;
}

bool shows_text(Context& cx, Node expression) {
  std::vector<Node> parts = {expression};
  bool followed = false;
  while (!parts.empty()) {
    const Node part = parts.back();
    parts.pop_back();
    if (is_text_literal(part) || part.is(Kind::kReprExpression)) return true;
    if (part.is(Kind::kParenthesizedExpression)) parts.push_back(part.named_child(0));
    if (part.is(Kind::kBinaryOperator)) {
      const Kind kind = part.child(Field::kOperator).kind();
      if (kind == Kind::kTokenPlus) parts.push_back(part.child(Field::kRight));
      if (kind == Kind::kTokenPlus || kind == Kind::kTokenPercent) parts.push_back(part.child(Field::kLeft));
    }
    if (part.is(Kind::kIdentifier) && !followed) {
      followed = true;
      if (const Node value = only_value(cx, part)) parts.push_back(value);
    }
    if (!part.is(Kind::kCall)) continue;
    const Node function = part.child(Field::kFunction);
    if (is_conversion(cx, function)) return true;
    const std::string_view method = function.child(Field::kAttribute).text();
    if (gives_same(method)) parts.push_back(function.child(Field::kObject));
  }
  return false;
}

bool shows_bytes(Context& cx, Node expression) {
  while (expression.is(Kind::kParenthesizedExpression)) expression = expression.named_child(0);
  if (expression.is(Kind::kString)) return StringLiteral(expression).bytes();
  if (!expression.is(Kind::kCall)) return false;
  const Node function = expression.child(Field::kFunction);
  if (const Fact* call = bytes_call(cx, function)) return gives_bytes(*call);
  if (cx.names().resolves_to(function, "os.urandom")) return true;
  const std::string_view method = function.child(Field::kAttribute).text();
  if (method == "digest") return static_cast<bool>(object_of_plain_call(expression, "digest"));
  const Node codec = expression.child(Field::kArguments).named_child(0);
  if (!codec.is(Kind::kString) || (method != "encode" && method != "decode")) return false;
  const std::string name = codec_name(codec);
  return !name.starts_with("rot") && (method == "encode" || is_transform(name));
}

bool is_hash(Context& cx, Node expression) {
  const auto makes_hash = [&](Node value) {
    if (!value.is(Kind::kCall)) return false;
    const std::vector<std::string> names = meanings(cx, value.child(Field::kFunction));
    return !names.empty() &&
           std::ranges::all_of(names, [](const std::string& name) { return gives(known_function(name), "hash"); });
  };
  if (!expression.is(Kind::kIdentifier)) return makes_hash(expression);
  const Binding* binding = cx.names().binding(expression);
  if (binding == nullptr) return false;
  return std::ranges::all_of(binding->sites, [&](const BindingSite& site) {
    const bool is_plain = site.node.parent().is(Kind::kAssignment) && site.node.field() == Field::kLeft;
    return is_plain && makes_hash(site.node.parent().child(Field::kRight));
  });
}

Node object_of_plain_call(Node call, std::string_view method) {
  const Node function = call.child(Field::kFunction);
  const Node arguments = call.child(Field::kArguments);
  const bool plain = call.is(Kind::kCall) && function.is(Kind::kAttribute) && arguments.is(Kind::kArgumentList) &&
                     arguments.named_child_count() == 0 && function.child(Field::kAttribute).text() == method;
  return plain ? function.child(Field::kObject) : Node();
}

}  // namespace py3k::fixers
