// Expressions: what their vertices are linked to.
#include <algorithm>
#include <optional>

#include "engine/flow/flow_builder.h"
#include "engine/library/signatures.h"
#include "engine/one_of.h"
#include "engine/syntax/precedence.h"
#include "engine/syntax/string_literal.h"

namespace py3k::engine {

namespace {

constexpr std::uint32_t kCostBetweenItems = 5;  // of a dict

// What has an operator or an item is not None.
constexpr std::uint8_t kStringBits = kHoldsString | kHoldsUnknown | kHoldsOther;

// What modules, classes and functions say of themselves.
bool is_name_of_itself(std::string_view name) {
  static constexpr std::string_view kNames[] = {"__doc__", "__file__", "__module__", "__name__"};
  return is_one_of(kNames, name);
}

// Does a plain literal hold bytes that are no text: \x80 and above?
bool has_high_escape(Node literal) {
  const StringLiteral parts(literal);
  if (parts.raw()) return false;
  const std::string_view body = parts.body();
  for (std::size_t i = 0; i + 2 < body.size(); ++i) {
    if (body[i] != '\\') continue;
    const char next = body[i + 1];
    if (next == 'x' && std::string_view("89abcdefABCDEF").find(body[i + 2]) != std::string_view::npos) return true;
    if ((next == '2' || next == '3') && i + 3 < body.size() && body[i + 2] >= '0' && body[i + 2] <= '7' &&
        body[i + 3] >= '0' && body[i + 3] <= '7')
      return true;
    ++i;
  }
  return false;
}

// What a format of % takes: for each argument the letter; nothing where it isn't plain.
std::optional<std::string> letters_of(std::string_view format) {
  std::string letters;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') continue;
    ++i;
    while (i < format.size() && std::string_view("#0- +.123456789hlL").find(format[i]) != std::string_view::npos) ++i;
    if (i >= format.size() || format[i] == '(' || format[i] == '*') return std::nullopt;
    if (format[i] != '%') letters += format[i];
  }
  return letters;
}

}  // namespace

VertexId FlowBuilder::evaluate(Node expression) {
  while (expression.is(Kind::kParenthesizedExpression) && expression.named_child(0))
    expression = expression.named_child(0);
  if (!expression) return made({}, kHoldsUnknown);
  if (depth_ > kDeepest) return unknown(expression);
  const bool is_variable = expression.is(Kind::kIdentifier);
  VertexId& known = flow_.of_node[expression.index()];
  if (known != kNoVertex && !is_variable) return known;
  ++depth_;
  const VertexId found = evaluate_new(expression);
  --depth_;
  flow_.of_node[expression.index()] = found;
  return found;
}

VertexId FlowBuilder::evaluate_new(Node node) {
  switch (node.kind()) {
    case Kind::kString:
    case Kind::kConcatenatedString:
      return literal(node);
    case Kind::kInteger:
    case Kind::kFloat:
    case Kind::kTrue:
    case Kind::kFalse:
      return made(node, kHoldsNumber);
    case Kind::kNoneLiteral:
      return made(node, kHoldsNone);
    case Kind::kList:
    case Kind::kTuple:
    case Kind::kSet:
    case Kind::kExpressionList:
      return sequence(node);
    case Kind::kDictionary:
      return dictionary(node);
    case Kind::kListComprehension:
    case Kind::kGeneratorExpression:
    case Kind::kSetComprehension:
    case Kind::kDictionaryComprehension:
      return comprehension(node);
    case Kind::kLambda:
      return lambda(node);
    case Kind::kConditionalExpression:
      return conditional(node);
    case Kind::kBooleanOperator:
      return either(node);
    case Kind::kNotOperator:
      evaluate_children(node);
      return made(node, kHoldsNumber);
    case Kind::kUnaryOperator:
      evaluate_children(node);
      return made(node, kHoldsNumber);
    case Kind::kBinaryOperator:
      return operation(node);
    case Kind::kComparisonOperator:
      return comparison(node);
    case Kind::kSubscript:
      return subscript(node);
    case Kind::kSlice:
      evaluate_children(node);
      return made(node, kHoldsNumber);
    case Kind::kAttribute:
      return attribute(node);
    case Kind::kIdentifier: {
      if (is_name_of_itself(node.text()) && names_.binding(node) == nullptr) {
        const VertexId vertex = made(node, 0);
        put_text(vertex, node, std::string(node.text()) + " is text");
        return vertex;
      }
      const std::string name = meaning(node);
      return name.empty() ? read(node) : library_value(name, node);
    }
    case Kind::kCall:
      return call(node);
    case Kind::kAssignment: {
      const Node right = node.child(Field::kRight);
      const VertexId value = evaluate(right);
      const Node given = right.is(Kind::kAssignment) ? Node() : right;
      assign(node.child(Field::kLeft), value, given);
      return value;
    }
    case Kind::kAugmentedAssignment:
      return augmented(node);
    case Kind::kReprExpression: {
      const Node operand = node.named_child(0);
      flow_.conversions.push_back({Conversion::Kind::kRepr, evaluate(operand), kNoVertex, node, operand});
      const VertexId vertex = made(node, 0);
      put_text(vertex, node, "repr() gives text");
      return vertex;
    }
    case Kind::kYield: {
      const Node value = node.named_child(0);
      if (frame_.function >= functions_.size()) return unknown(node);
      Function& function = functions_[frame_.function];
      const VertexId result = function.result;
      if (function.yields == kNoVertex) {
        const ObjectId object = graph().make({.kind = FlowObject::Kind::kSequence, .site = function.node});
        function.yields = graph().field(object, "item");
        graph().put_object(result, object);
      }
      const VertexId yields = function.yields;
      if (value) use(evaluate(value), value, yields, UseKind::kOther);
      return unknown(node);
    }
    default:
      return unknown(node);
  }
}

// Is a literal one of a table in which others have a b? Whoever wrote that has told them apart.
bool FlowBuilder::is_among_bytes(Node literal) {
  Node table;
  for (Node node = literal.parent(); node.is_any(Kind::kList, Kind::kTuple, Kind::kSet, Kind::kDictionary, Kind::kPair,
                                                 Kind::kParenthesizedExpression);
       node = node.parent())
    table = node;
  if (!table) return false;
  const auto [known, is_new] = has_bytes_.try_emplace(table.index(), false);
  if (!is_new) return known->second;
  for (Node node : table.subtree())
    if (node.is(Kind::kString) && StringLiteral(node).bytes()) return known->second = true;
  return false;
}

VertexId FlowBuilder::literal(Node node) {
  const std::vector<Node> parts = node.is(Kind::kConcatenatedString) ? node.named_children() : std::vector<Node>{node};
  bool is_bytes = false;
  bool is_text = false;
  bool is_high = false;
  for (Node part : parts) {
    const StringLiteral literal(part);
    is_bytes |= literal.bytes();
    is_text |= literal.unicode() || (settings_.unicode_literals && !literal.bytes());
    is_high |= has_high_escape(part);
  }
  if (is_text) {
    const VertexId vertex = made(node, kHoldsText);
    graph().pin({vertex, false, 600, node, "this is text"});
    return vertex;
  }
  if (is_bytes) {
    const VertexId vertex = made(node, kHoldsBytes);
    graph().pin({vertex, true, 600, node, "these are bytes"});
    return vertex;
  }
  const bool is_told_apart = is_among_bytes(node);
  const VertexId vertex = made(node, is_told_apart ? kHoldsLiteral | kHoldsUnknown : kHoldsLiteral);
  graph().pin({vertex, is_high, is_high ? 40U : 2U, node, is_high ? "no characters of ASCII" : ""});
  if (!is_told_apart) flow_.adaptables.push_back({Adaptable::Kind::kLiteral, vertex, node});
  return vertex;
}

VertexId FlowBuilder::sequence(Node node) {
  const VertexId vertex = made(node, 0);
  const ObjectId object = graph().make({.kind = FlowObject::Kind::kSequence, .site = node});
  const bool is_tuple = node.is_any(Kind::kTuple, Kind::kExpressionList);
  const VertexId all = graph().field(object, "item");
  std::uint32_t position = 0;
  constexpr std::uint32_t kMostPositions = 12;
  for (Node part : node.named_children()) {
    const VertexId value = evaluate(part);
    if (is_tuple && position < kMostPositions) {
      const VertexId place = graph().field(object, std::to_string(position++));
      use(value, part, place, UseKind::kOther);
      graph().same(place, all);
    } else {
      use(value, part, all, UseKind::kOther);
    }
  }
  graph().put_object(vertex, object);
  return vertex;
}

// The field of an object that an item under a literal key is; empty for others.
std::string FlowBuilder::name_of_item(Node key) {
  return key.is(Kind::kString) ? "=" + std::string(StringLiteral(key).body()) : std::string();
}

VertexId FlowBuilder::dictionary(Node node) {
  const VertexId vertex = made(node, 0);
  const ObjectId object = graph().make({.kind = FlowObject::Kind::kDict, .site = node});
  const VertexId keys = graph().field(object, "key");
  const VertexId values = graph().field(object, "value");
  for (Node pair : node.named_children()) {
    if (!pair.is(Kind::kPair)) continue;
    use(evaluate(pair.child(Field::kKey)), pair.child(Field::kKey), keys, UseKind::kOther);
    VertexId place = values;
    if (const std::string name = name_of_item(pair.child(Field::kKey)); !name.empty()) {
      // {'name': …, 'size': …}: what is under the one says little about the other.
      place = graph().field(object, name);
      graph().link({.from = place, .to = values, .cost = kCostBetweenItems});
    }
    use(evaluate(pair.child(Field::kValue)), pair.child(Field::kValue), place, UseKind::kOther);
  }
  graph().put_object(vertex, object);
  return vertex;
}

VertexId FlowBuilder::comprehension(Node node) {
  const Node body = node.named_child(0);
  for (Node clause : node.named_children()) {
    if (clause.is(Kind::kForInClause)) {
      const VertexId item = made(clause.child(Field::kLeft), 0);
      iterate(clause.child(Field::kRight), item, clause);
      assign(clause.child(Field::kLeft), item, {});
    } else if (clause.is(Kind::kIfClause)) {
      evaluate_children(clause);
    }
  }
  const VertexId vertex = made(node, 0);
  if (body.is(Kind::kPair)) {
    const ObjectId object = graph().make({.kind = FlowObject::Kind::kDict, .site = node});
    use(evaluate(body.child(Field::kKey)), body.child(Field::kKey), graph().field(object, "key"), UseKind::kOther);
    use(evaluate(body.child(Field::kValue)), body.child(Field::kValue), graph().field(object, "value"),
        UseKind::kOther);
    graph().put_object(vertex, object);
    return vertex;
  }
  const ObjectId object = graph().make({.kind = FlowObject::Kind::kSequence, .site = node});
  use(evaluate(body), body, graph().field(object, "item"), UseKind::kOther);
  graph().put_object(vertex, object);
  return vertex;
}

VertexId FlowBuilder::lambda(Node node) {
  Function function{.node = node};
  function.result = made(node, 0);
  function.is_closed = true;
  add_parameters(function, node.child(Field::kParameters), {});
  const auto index = static_cast<std::uint32_t>(functions_.size());
  functions_.push_back(std::move(function));
  bodies_.emplace_back(index, 0);
  const VertexId vertex = made(node, 0);
  FlowObject object{.kind = FlowObject::Kind::kFunction, .site = node};
  object.function = index;
  graph().put_object(vertex, graph().make(std::move(object)));
  return vertex;
}

// `isinstance(s, unicode) and s.encode('utf-8') or s`
VertexId FlowBuilder::either(Node node) {
  const VertexId vertex = made(node, 0);
  const Node left = node.child(Field::kLeft);
  const Node right = node.child(Field::kRight);
  use(evaluate(left), left, vertex, UseKind::kOther);
  const Env before = env_;
  narrow(left, static_cast<bool>(node.child(Kind::kTokenAnd)));
  use(evaluate(right), right, vertex, UseKind::kOther);
  env_ = before;
  return vertex;
}

VertexId FlowBuilder::conditional(Node node) {
  const VertexId vertex = made(node, 0);
  const Node condition = node.named_child(1);
  evaluate(condition);
  const Env before = env_;
  for (const bool holds : {true, false}) {
    const Node way = node.named_child(holds ? 0 : 2);
    narrow(condition, holds);
    use(evaluate(way), way, vertex, UseKind::kOther);
    env_ = before;
  }
  return vertex;
}

void FlowBuilder::use(VertexId value, Node at, VertexId to, UseKind kind, std::uint8_t carries) {
  if (met_ != kNoVertex) {
    const VertexId place = made(at, 0);
    hint(place);
    graph().link({.from = place, .to = to, .carries = carries, .carries_objects = carries == 0xFF});
    to = place;
  }
  graph().link({.from = value,
                .to = to,
                .link = Link::kUse,
                .use = kind,
                .carries = carries,
                .carries_objects = carries == 0xFF,
                .at = at});
}

// The place wants bytes, or text.
void FlowBuilder::want(VertexId value, Node at, bool bytes, UseKind kind, std::uint32_t cost, std::string why) {
  const VertexId place = made(at, 0);
  hint(place);
  graph().link({.from = value,
                .to = place,
                .link = Link::kUse,
                .use = kind,
                .carries = 0,
                .carries_objects = false,
                .cost = cost,
                .at = at});
  graph().pin({place, bytes, kCertain, at, std::move(why), true});
}

void FlowBuilder::iterate(Node iterable, VertexId item, Node at) {
  const VertexId whole = evaluate(iterable);
  graph().demand(whole, {.kind = FlowDemand::Kind::kIterate, .value = item, .at = at});
}

VertexId FlowBuilder::operation(Node node) {
  const Node left = node.child(Field::kLeft);
  const Node right = node.child(Field::kRight);
  const Kind sign = node.child(Field::kOperator).kind();
  const VertexId one = evaluate(left);
  if (sign == Kind::kTokenPercent) return format(node, one, right);
  const VertexId other = evaluate(right);
  if (sign != Kind::kTokenPlus && sign != Kind::kTokenStar) return made(node, kHoldsNumber | kHoldsUnknown);
  const VertexId vertex = made(node, 0);
  if (sign == Kind::kTokenPlus) {
    for (const auto& [value, at] : {std::pair(one, left), std::pair(other, right)})
      graph().link({.from = value,
                    .to = vertex,
                    .link = Link::kUse,
                    .use = UseKind::kPlus,
                    .carries = kStringBits | kHoldsNumber,
                    .at = at});
    return vertex;
  }
  // A string and a number: what the number is tells nothing.
  for (const auto& [value, at] : {std::pair(one, left), std::pair(other, right)}) {
    std::uint8_t carried = kHoldsString;
    if (at.is_any(Kind::kIdentifier, Kind::kAttribute, Kind::kCall)) carried |= kHoldsOther;
    graph().link({.from = value, .to = vertex, .link = Link::kUse, .carries = carried, .at = at});
  }
  return vertex;
}

VertexId FlowBuilder::format(Node node, VertexId left, Node right) {
  const VertexId vertex = made(node, 0);
  const Node format = node.child(Field::kLeft);
  use(left, format, vertex, UseKind::kOther);
  right = inside_parentheses(right);
  const std::vector<Node> operands = right.is(Kind::kTuple) ? right.named_children() : std::vector<Node>{right};
  std::optional<std::string> letters;
  if (format.is(Kind::kString)) letters = letters_of(StringLiteral(format).body());
  if (format.is(Kind::kConcatenatedString)) {
    std::string whole;
    for (Node part : format.named_children()) whole += StringLiteral(part).body();
    letters = letters_of(whole);
  }
  const bool is_plain = letters && letters->size() == operands.size();
  Formatting found{.left = left, .node = node, .result = vertex, .is_plain = is_plain};
  for (std::size_t i = 0; i < operands.size(); ++i) {
    const VertexId value = evaluate(operands[i]);
    const char letter = is_plain ? (*letters)[i] : 's';
    if (operands[i].is(Kind::kDictionary) && !is_plain) {
      for (Node pair : operands[i].named_children())
        if (const Node given = pair.child(Field::kValue))
          use(evaluate(given), given, vertex, UseKind::kFormat, kHoldsBytes);
      continue;
    }
    graph().demand(value, {.kind = FlowDemand::Kind::kAgree, .name = "shown", .value = value, .at = operands[i]});
    if (letter == 'r')
      flow_.conversions.push_back({Conversion::Kind::kRepr, value, kNoVertex, operands[i], operands[i]});
    if (letter != 's') continue;
    use(value, operands[i], vertex, UseKind::kFormat, kHoldsBytes);
    found.operands.push_back(value);
  }
  flow_.formats.push_back(std::move(found));
  return vertex;
}

VertexId FlowBuilder::augmented(Node node) {
  const Node left = node.child(Field::kLeft);
  const Node right = node.child(Field::kRight);
  const VertexId before = evaluate(left);
  const Kind sign = node.child(Field::kOperator).kind();
  const VertexId vertex = made(node, 0);
  if (sign == Kind::kTokenPlusEqual || sign == Kind::kTokenStarEqual) {
    graph().same(before, vertex);
    use(evaluate(right), right, vertex, UseKind::kPlus);
  } else if (sign == Kind::kTokenPercentEqual) {
    graph().same(before, vertex);
    evaluate(right);
  } else {
    evaluate(right);
    graph().put(vertex, kHoldsNumber | kHoldsUnknown);
  }
  assign(left, vertex, {});
  return vertex;
}

// type(x) == str
void FlowBuilder::note_type_test(Node left, Node right, Node test) {
  if (!left.is(Kind::kCall) || left.child(Field::kFunction).text() != "type") return;
  const Node argument = left.child(Field::kArguments).named_child(0);
  if (argument) flow_.tests.push_back({evaluate(argument), right, test});
}

VertexId FlowBuilder::comparison(Node node) {
  const std::vector<Node> operands = node.named_children();
  Kind sign = Kind::kNone;
  Node last;
  for (Node child : node.children()) {
    if (!child.is_named()) {
      sign = sign == Kind::kTokenNot ? Kind::kTokenNotIn : child.kind();
      continue;
    }
    const VertexId value = evaluate(child);
    if (last) {
      const VertexId before = evaluate(last);
      if (sign == Kind::kTokenIn || sign == Kind::kTokenNotIn) {
        graph().demand(value, {.kind = FlowDemand::Kind::kContains, .value = before, .at = last});
      } else if (sign != Kind::kTokenIs && sign != Kind::kTokenIsNot) {
        note_type_test(last, child, node);
        const VertexId both = made(node, 0);
        use(before, last, both, UseKind::kCompare, 0);
        use(value, child, both, UseKind::kCompare, 0);
        for (Node side : {last, child})
          if (side.is_any(Kind::kDictionary, Kind::kList, Kind::kTuple)) {
            agree(before, value, side);
            break;
          }
      }
    }
    last = child;
    sign = Kind::kNone;
  }
  return made(node, kHoldsNumber);
}

VertexId FlowBuilder::subscript(Node node) {
  const Node index = node.child(Field::kSubscript);
  const VertexId whole = evaluate(node.child(Field::kValue));
  const bool is_slice = index.is(Kind::kSlice);
  const VertexId key = index ? evaluate(index) : unknown(node);
  const VertexId vertex = made(node, 0);
  FlowDemand demand{.kind = FlowDemand::Kind::kItem, .value = vertex, .key = key, .is_slice = is_slice, .at = node};
  demand.position = 0xFFFFFFFF;
  if (index.is(Kind::kInteger) && index.text().size() == 1 && index.text() != "-")
    demand.position = static_cast<std::uint32_t>(index.text()[0] - '0');
  graph().link({.from = whole,
                .to = vertex,
                .carries = kStringBits,
                .carries_objects = is_slice,
                .is_item = !is_slice,
                .at = node});
  if (!is_slice) flow_.items.push_back({whole, vertex, node, false});
  graph().demand(whole, demand);
  return vertex;
}

std::string FlowBuilder::meaning(Node expression) {
  // Most expressions are no name of another module's.
  Node first = expression;
  while (first.is(Kind::kAttribute)) first = first.child(Field::kObject);
  if (!first.is(Kind::kIdentifier)) return {};
  const Binding* binding = names_.binding(first);
  if (binding != nullptr && std::none_of(binding->sites.begin(), binding->sites.end(),
                                         [](const BindingSite& site) { return site.kind == BindingKind::kImport; }))
    return {};
  std::string name = names_.qualified(expression);
  if (!name.empty() || binding == nullptr) return name;
  const std::vector<std::string> all = names_.alternatives(expression);
  return all.empty() ? std::string() : all.front();
}

VertexId FlowBuilder::attribute(Node node) {
  const std::string name = meaning(node);
  if (!name.empty() && !is_of_value(node, name)) return library_value(name, node);
  const VertexId vertex = made(node, 0);
  const std::string_view own_name = node.child(Field::kAttribute).text();
  if (is_name_of_itself(own_name)) {
    evaluate(node.child(Field::kObject));
    put_text(vertex, node, std::string(own_name) + " is text");
    return vertex;
  }
  graph().demand(
      evaluate(node.child(Field::kObject)),
      {.kind = FlowDemand::Kind::kLoad, .name = node.child(Field::kAttribute).text(), .value = vertex, .at = node});
  return vertex;
}

}  // namespace py3k::engine
