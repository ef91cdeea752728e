#include "fixers/number.h"

#include <algorithm>
#include <optional>
#include <string>

#include "engine/analysis/values.h"
#include "engine/library/signatures.h"
#include "engine/one_of.h"
#include "engine/syntax/string_literal.h"
#include "fixers/arguments_given.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// Of an operation. One float makes all of it one.
Number both(Number left, Number right) {
  if (left == Number::kFloat || right == Number::kFloat) return Number::kFloat;
  if (left == Number::kUnknown || right == Number::kUnknown) return Number::kUnknown;
  return std::max(left, right);
}

// Of what is one or the other.
Number either(Number one, Number other) {
  if (one == Number::kNothing) return other;
  if (other == Number::kNothing || one == other) return one;
  return is_integer(one) && is_integer(other) ? Number::kLikelyInteger : Number::kUnknown;
}

// What others may set as well.
Number as_far_as_shown(Number number) { return is_integer(number) ? Number::kLikelyInteger : Number::kUnknown; }

bool is_range(Context& cx, Node call) {
  const std::string name = cx.names().qualified(call.child(Field::kFunction));
  return name == "__builtin__.range" || name == "__builtin__.xrange";
}

bool is_sequence_of(Node node) { return node.is_any(Kind::kPatternList, Kind::kTuplePattern, Kind::kListPattern); }
// Which child of its parent it is, of those that are no tokens.
std::size_t position_of(Node node) {
  const std::vector<Node> all = node.parent().named_children();
  return static_cast<std::size_t>(std::find(all.begin(), all.end(), node) - all.begin());
}

bool is_display(Node node) { return node.is_any(Kind::kTuple, Kind::kList, Kind::kExpressionList); }

// What struct.unpack() gives for a format: 'i' and 'f' for numbers, 's' for the others.
std::optional<std::string> struct_items(Node call) {
  const Node format = call.child(Field::kArguments).named_child(0);
  if (!format.is(Kind::kString)) return {};
  std::string items;
  std::size_t count = 0;
  bool is_counted = false;
  for (const char c : StringLiteral(format).body()) {
    if (c >= '0' && c <= '9') {
      count = std::min<std::size_t>(count * 10 + static_cast<std::size_t>(c - '0'), 1000);
      is_counted = true;
      continue;
    }
    const std::size_t times = !is_counted ? 1 : count;
    if (std::string_view("bBhHiIlLqQ").find(c) != std::string_view::npos) items.append(times, 'i');
    if (c == 'f' || c == 'd') items.append(times, 'f');
    if (c == 'c' || c == '?' || c == 'P') items.append(times, 's');
    if (c == 's' || c == 'p') items += 's';
    count = 0;
    is_counted = false;
  }
  return items;
}

}  // namespace

Number Numbers::of(Node expression) {
  asked_.clear();
  met_asked_ = false;
  steps_ = 0;
  const Number number = at(expression);
  return number == Number::kNothing ? Number::kUnknown : number;
}

Number Numbers::of_operation(Node node) {
  const Number left = at(node.child(Field::kLeft));
  const Number right = at(node.child(Field::kRight));
  const bool are_integers = left <= Number::kLikelyInteger && right <= Number::kLikelyInteger;
  switch (node.child(Field::kOperator).kind()) {
    case Kind::kTokenPlus:
    case Kind::kTokenMinus:
    case Kind::kTokenStar:
    case Kind::kTokenSlash:
    case Kind::kTokenDoubleSlash:
      return both(left, right);
    case Kind::kTokenPercent:  // of a text it is one
      return left == Number::kUnknown ? Number::kUnknown : both(left, right);
    case Kind::kTokenDoubleStar:  // 2 ** -1 is a float
      if (left == Number::kFloat || right == Number::kFloat) return Number::kFloat;
      return are_integers && node.child(Field::kRight).is(Kind::kInteger) ? left : Number::kUnknown;
    case Kind::kTokenLeftShift:
    case Kind::kTokenRightShift:
      return is_integer(left) ? left : Number::kUnknown;
    default:
      return are_integers ? both(left, right) : Number::kUnknown;
  }
}

Number Numbers::of_call(Node call) {
  const Node function = call.child(Field::kFunction);
  const std::string name = cx_.names().qualified(function);
  const Fact* known = known_function(name);
  if (gives(known, "float")) return Number::kFloat;
  if (gives(known, "int")) return Number::kInteger;
  const Node arguments = call.child(Field::kArguments);
  if (function.is(Kind::kAttribute) && name.empty()) {
    const std::string_view own = last_name(function);
    if (own == "getint") return Number::kLikelyInteger;  // of a ConfigParser, and of its like
    if (own == "getfloat") return Number::kFloat;
    if (own == "get" && arguments.named_child_count() == 2)
      return either(value_in(function.child(Field::kObject)), at(arguments.named_child(1)));
  }
  static constexpr std::string_view kOfItems[] = {"__builtin__.sum", "__builtin__.max", "__builtin__.min"};
  if (arguments.is(Kind::kGeneratorExpression) && is_one_of(kOfItems, name)) return element_of(arguments);
  if (name == "__builtin__.sum" && arguments.named_child_count() == 1) return element_of(arguments.named_child(0));
  static constexpr std::string_view kOfSame[] = {"__builtin__.max", "__builtin__.min", "__builtin__.abs"};
  if (is_one_of(kOfSame, name) && arguments.is(Kind::kArgumentList)) {
    if (arguments.named_child_count() == 1 && name != "__builtin__.abs") return element_of(arguments.named_child(0));
    Number all = Number::kNothing;
    for (Node argument : arguments.named_children())
      all = either(all, argument.is_any(Kind::kKeywordArgument, Kind::kListSplat) ? Number::kUnknown : at(argument));
    return all;
  }
  const Fact* method = known == nullptr && function.is(Kind::kAttribute) ? known_method(last_name(function)) : nullptr;
  if (gives(method, "float")) return Number::kFloat;
  if (gives(method, "int")) return Number::kLikelyInteger;
  return function.is(Kind::kIdentifier) ? of_result(function) : Number::kUnknown;
}

// Of what a function of the file returns.
Number Numbers::of_result(Node function) {
  const Binding* binding = cx_.names().binding(function);
  if (binding == nullptr || binding->sites.size() != 1 || binding->sites[0].kind != BindingKind::kFunction)
    return Number::kUnknown;
  const Node definition = binding->sites[0].node.parent();
  if (!definition.is(Kind::kFunctionDefinition) || definition.parent().is(Kind::kDecoratedDefinition))
    return Number::kUnknown;
  if (!asked_.insert(binding).second) {
    met_asked_ = true;
    return Number::kNothing;
  }
  Number all = Number::kNothing;
  for (Node node : definition.child(Field::kBody).subtree()) {
    if (node.is(Kind::kYield)) all = Number::kUnknown;
    if (!node.is(Kind::kReturnStatement) || node.ancestor(Kind::kFunctionDefinition) != definition) continue;
    all = either(all, node.named_child_count() == 1 ? at(node.named_child(0)) : Number::kUnknown);
  }
  asked_.erase(binding);
  return all;
}

// What is in a dict that is written down, and to which nothing is added.
Number Numbers::value_in(Node dict) {
  const Binding* binding = dict.is(Kind::kIdentifier) ? cx_.names().binding(dict) : nullptr;
  if (binding != nullptr) {
    const std::vector<Node> values = values_given(*binding);
    if (values.size() != 1) return Number::kUnknown;
    for (Node use : binding->uses) {
      const Node around = use.parent();
      const bool is_read = around.is(Kind::kSubscript) && around.field() != Field::kLeft &&
                           !around.parent().is_any(Kind::kDeleteStatement, Kind::kAugmentedAssignment);
      const bool is_asked = around.is(Kind::kAttribute) && around.child(Field::kAttribute).text() == "get";
      const bool is_gone_through = around.is_any(Kind::kForStatement, Kind::kForInClause, Kind::kComparisonOperator);
      if (!is_read && !is_asked && !is_gone_through) return Number::kUnknown;
    }
    dict = values.front();
  }
  if (!dict.is(Kind::kDictionary)) return Number::kUnknown;
  Number all = Number::kNothing;
  for (Node pair : dict.named_children())
    all = either(all, pair.is(Kind::kPair) ? at(pair.child(Field::kValue)) : Number::kUnknown);
  return all;
}

Number Numbers::of_variable(Node name) {
  const Binding* binding = cx_.names().binding(name);
  return binding == nullptr ? Number::kUnknown : of_binding(*binding);
}

Number Numbers::of_binding(const Binding& binding) {
  if (const auto found = known_.find(&binding); found != known_.end()) return found->second;
  if (!asked_.insert(&binding).second) {
    met_asked_ = true;
    return Number::kNothing;
  }
  const bool met_before = met_asked_;
  met_asked_ = false;
  Number number = of_sites(binding);
  if (number == Number::kUnknown) {
    const Number wanted = wanted_by_uses(binding);
    if (is_integer(wanted)) number = binding.sites.size() == 1 ? wanted : Number::kLikelyInteger;
  }
  asked_.erase(&binding);
  // What hangs on a question that is still open is not the last word.
  if (!met_asked_ || asked_.empty()) known_[&binding] = number == Number::kNothing ? Number::kUnknown : number;
  met_asked_ = met_before || (met_asked_ && !asked_.empty());
  return number;
}

Number Numbers::of_sites(const Binding& binding) {
  Number all = Number::kNothing;
  for (const BindingSite& site : binding.sites) {
    all = either(all, given_at(site));
    if (all == Number::kUnknown) return all;
  }
  return all;
}

Number Numbers::given_at(const BindingSite& site) {
  if (site.kind == BindingKind::kParameter) return of_parameter(site.node);
  return site.kind == BindingKind::kAssignment ? given_by(site.node) : Number::kUnknown;
}

// What an assignment or a loop gives to a target.
Number Numbers::given_by(Node target) {
  const Node around = target.parent();
  if (around.is(Kind::kAugmentedAssignment)) {
    // With what it was before: an integer plus a float would be neither all along.
    const std::string_view sign = around.child(Field::kOperator).text();
    static constexpr std::string_view kSigns[] = {"+=", "-=", "*=", "/=", "//=", "%=", "<<=", ">>=", "&=", "|=", "^="};
    return is_one_of(kSigns, sign) ? at(around.child(Field::kRight)) : Number::kUnknown;
  }
  const Node list = is_sequence_of(around) ? around : Node();
  const Node statement = list ? list.parent() : around;
  if ((list ? list : target).field() != Field::kLeft) return Number::kUnknown;
  std::size_t item = kWhole;
  if (list) {
    const std::vector<Node> all = list.named_children();
    const auto own = std::find(all.begin(), all.end(), target);
    if (std::any_of(all.begin(), own, [](Node other) { return other.is(Kind::kListSplatPattern); }))
      return Number::kUnknown;
    item = static_cast<std::size_t>(own - all.begin());
  }
  const Node value = statement.child(Field::kRight);
  if (statement.is(Kind::kAssignment)) return item == kWhole ? at(value) : item_of(value, item);
  if (!statement.is_any(Kind::kForStatement, Kind::kForInClause)) return Number::kUnknown;
  const std::string name = value.is(Kind::kCall) ? cx_.names().qualified(value.child(Field::kFunction)) : "";
  if (name == "__builtin__.enumerate") return item == 0 ? Number::kInteger : Number::kUnknown;
  if (item != kWhole) return Number::kUnknown;
  return element_of(value);
}

// `a, b = 1, len(x)`, `n, = struct.unpack('>H', data)`, `struct.unpack('>H', data)[0]`
Number Numbers::item_of(Node value, std::size_t item) {
  if (is_display(value)) {
    const std::vector<Node> items = value.named_children();
    return item < items.size() ? at(items[item]) : Number::kUnknown;
  }
  if (value.is(Kind::kListComprehension)) return element_of(value);
  if (value.is(Kind::kIdentifier)) return item_of_parameter(value, item);
  if (!value.is(Kind::kCall)) return Number::kUnknown;
  const std::string name = cx_.names().qualified(value.child(Field::kFunction));
  if (name == "__builtin__.map") return element_of(value);
  if (name == "__builtin__.divmod")
    return both(at(value.child(Field::kArguments).named_child(0)), at(value.child(Field::kArguments).named_child(1)));
  if (name != "struct.unpack" && name != "struct.unpack_from") return Number::kUnknown;
  const std::optional<std::string> items = struct_items(value);
  if (!items || item >= items->size()) return Number::kUnknown;
  return (*items)[item] == 'i' ? Number::kInteger : (*items)[item] == 'f' ? Number::kFloat : Number::kUnknown;
}

// `w, h = size`, of a parameter that callers give tuples.
Number Numbers::item_of_parameter(Node name, std::size_t item) {
  const Binding* binding = cx_.names().binding(name);
  if (binding == nullptr || binding->sites.size() != 1 || binding->sites.front().kind != BindingKind::kParameter)
    return Number::kUnknown;
  if (!asked_.insert(binding).second) {
    met_asked_ = true;
    return Number::kNothing;
  }
  Number all = Number::kNothing;
  for (Node given : arguments_given(cx_, name)) {
    all = either(all, is_display(given) ? item_of(given, item) : Number::kUnknown);
    if (all == Number::kUnknown) break;
  }
  asked_.erase(binding);
  return all == Number::kNothing ? Number::kUnknown : as_far_as_shown(all);
}

// Of what the calls in the file give to a parameter: others may give something else.
template <typename Of>
Number Numbers::of_argument(Node name, Of of) {
  const Node parameter = name.parent().is(Kind::kDefaultParameter) ? name.parent() : name;
  const Node definition = parameter.parent().parent();
  if (!parameter.parent().is(Kind::kParameters) || !definition.is(Kind::kFunctionDefinition)) return Number::kUnknown;
  make_index();
  const Node type = definition.parent().parent();
  const bool is_method = type.is(Kind::kClassDefinition);
  std::size_t position = position_of(parameter);
  if (is_method && position-- == 0) return Number::kUnknown;
  const std::string_view own_name = definition.child(Field::kName).text();
  const auto calls = calls_.find(own_name == "__init__" ? type.child(Field::kName).text() : own_name);
  if (calls == calls_.end() || calls->second.size() > 50) return Number::kUnknown;
  Number all = Number::kNothing;
  for (Node call : calls->second) {
    const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
    Node given;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      if (arguments[i].is_any(Kind::kListSplat, Kind::kDictionarySplat)) return Number::kUnknown;
      const bool is_named = arguments[i].is(Kind::kKeywordArgument);
      if (is_named && arguments[i].child(Field::kName).text() == name.text()) given = arguments[i].child(Field::kValue);
      if (!is_named && i == position) given = arguments[i];
    }
    if (!given) given = parameter.child(Field::kValue);
    all = either(all, given ? of(given) : Number::kUnknown);
    if (all == Number::kUnknown) return all;
  }
  return as_far_as_shown(all);
}

Number Numbers::of_parameter(Node name) {
  return of_argument(name, [&](Node given) { return at(given); });
}

// What a container holds: `[1, 2]`, `xs` after `xs = [1, 2]`, a parameter that is given such.
Number Numbers::element_of(Node container) {
  if (++steps_ > kMostSteps || depth_ == kDeepest) return Number::kUnknown;
  ++depth_;
  Number all = Number::kUnknown;
  const Binding* binding = container.is(Kind::kIdentifier) ? cx_.names().binding(container) : nullptr;
  if (container.is_any(Kind::kList, Kind::kTuple, Kind::kSet) && container.named_child_count() > 0) {
    all = Number::kNothing;
    for (Node item : container.named_children()) all = either(all, at(item));
  } else if (container.is_any(Kind::kListComprehension, Kind::kGeneratorExpression)) {
    all = at(container.child(Field::kBody));
  } else if (container.is(Kind::kCall) && is_range(cx_, container)) {
    all = Number::kInteger;
  } else if (container.is(Kind::kCall) &&
             cx_.names().resolves_to(container.child(Field::kFunction), "__builtin__.map")) {
    all = of_mapped(container.child(Field::kArguments).named_child(0));
  } else if (binding != nullptr && binding->sites.size() == 1) {
    const BindingSite& site = binding->sites.front();
    const Node assignment = site.node.parent();
    if (site.kind == BindingKind::kParameter)
      all = of_argument(site.node, [&](Node given) { return element_of(given); });
    else if (assignment.is(Kind::kAssignment) && site.node.field() == Field::kLeft)
      all = as_far_as_shown(element_of(assignment.child(Field::kRight)));
  }
  --depth_;
  return all;
}

// map(int, texts)
Number Numbers::of_mapped(Node function) {
  const std::string name = cx_.names().qualified(function);
  if (name == "__builtin__.float") return Number::kFloat;
  static constexpr std::string_view kIntegers[] = {"__builtin__.int", "__builtin__.long", "__builtin__.len",
                                                   "__builtin__.ord"};
  return is_one_of(kIntegers, name) ? Number::kInteger : Number::kUnknown;
}

// add_argument('--width', type=int): the name of its attribute.
void Numbers::note_option(Node call) {
  std::string_view name;
  bool is_integer = false;
  for (Node argument : call.child(Field::kArguments).named_children()) {
    if (argument.is(Kind::kString)) {
      const std::string_view body = StringLiteral(argument).body();
      if (name.empty() || body.starts_with("--"))
        name = body.substr(std::min(body.find_first_not_of('-'), body.size()));
      continue;
    }
    if (!argument.is(Kind::kKeywordArgument)) continue;
    const Node value = argument.child(Field::kValue);
    const std::string_view keyword = argument.child(Field::kName).text();
    if (keyword == "dest" && value.is(Kind::kString)) name = StringLiteral(value).body();
    if (keyword == "type")
      is_integer = value.is(Kind::kString) ? StringLiteral(value).body() == "int"
                                           : cx_.names().resolves_to(value, "__builtin__.int");
    if (keyword == "nargs" || (keyword == "default" && value.is(Kind::kFloat))) return;
  }
  if (is_integer) integer_options_.insert(name);
}

// By what the file stores in attributes of this name.
Number Numbers::of_attribute(Node attribute) {
  const Fact* constant = known_function(cx_.names().qualified(attribute));
  if (gives(constant, "int")) return Number::kInteger;
  make_index();
  const std::string_view name = attribute.child(Field::kAttribute).text();
  const auto stores = stores_.find(name);
  if (stores == stores_.end() && integer_options_.contains(name)) return Number::kLikelyInteger;
  if (stores == stores_.end()) {
    const Fact* known = known_method(name);
    return known != nullptr && !known->is_called && gives(known, "int") ? Number::kLikelyInteger : Number::kUnknown;
  }
  if (stores->second.size() > 50) return Number::kUnknown;
  if (!asked_.insert(&stores->second).second) {
    met_asked_ = true;
    return Number::kNothing;
  }
  Number all = Number::kNothing;
  for (const Store& store : stores->second) {
    const Number one = !store.value           ? Number::kUnknown
                       : store.item == kWhole ? at(store.value)
                                              : item_of(store.value, store.item);
    all = either(all, one);
    if (all == Number::kUnknown) break;
  }
  asked_.erase(&stores->second);
  return all == Number::kNothing ? all : as_far_as_shown(all);
}

// What the file stores in attributes, and whom it calls: read once.
void Numbers::make_index() {
  if (has_index_) return;
  has_index_ = true;
  for (Node node : cx_.tree().root().descendants()) {
    if (node.is(Kind::kCall)) {
      const std::string_view called = last_name(node.child(Field::kFunction));
      calls_[called].push_back(node);
      if (called == "add_argument" || called == "add_option") note_option(node);
    } else if (node.is(Kind::kAttribute)) {
      const Node around = node.parent();
      const bool is_given = node.field() == Field::kLeft && around.is_any(Kind::kAssignment, Kind::kAugmentedAssignment,
                                                                          Kind::kForStatement, Kind::kForInClause);
      if (!is_given && !is_sequence_of(around)) continue;
      std::vector<Store>& stores = stores_[node.child(Field::kAttribute).text()];
      if (around.is_any(Kind::kAssignment, Kind::kAugmentedAssignment) && node.field() == Field::kLeft) {
        stores.push_back({around.child(Field::kRight)});
      } else if (is_sequence_of(around) && around.parent().is(Kind::kAssignment) && around.field() == Field::kLeft) {
        stores.push_back({around.parent().child(Field::kRight), position_of(node)});
      } else {
        stores.push_back({});
      }
    } else if (node.is(Kind::kAssignment) && node.child(Field::kLeft).is(Kind::kIdentifier) &&
               node.parent().parent().parent().is(Kind::kClassDefinition)) {
      stores_[node.child(Field::kLeft).text()].push_back({node.child(Field::kRight)});
    }
  }
}

Number Numbers::at(Node node) {
  if (++steps_ > kMostSteps || depth_ == kDeepest) return Number::kUnknown;
  ++depth_;
  const Number number = of_kind(node);
  --depth_;
  return number;
}

Number Numbers::of_kind(Node node) {
  switch (node.kind()) {
    case Kind::kInteger:
      // 1j is a number, but neither.
      return node.text().find_first_of("jJ") == std::string_view::npos ? Number::kInteger : Number::kUnknown;
    case Kind::kFloat:
      return node.text().find_first_of("jJ") == std::string_view::npos ? Number::kFloat : Number::kUnknown;
    case Kind::kTrue:
    case Kind::kFalse:
    case Kind::kNotOperator:
      return Number::kInteger;
    case Kind::kParenthesizedExpression:
      return at(node.named_child(0));
    case Kind::kUnaryOperator:
      return at(node.child(Field::kArgument));
    case Kind::kBinaryOperator:
      return of_operation(node);
    case Kind::kConditionalExpression:
      return either(at(node.named_child(0)), at(node.named_child(2)));
    case Kind::kBooleanOperator:
      return either(at(node.child(Field::kLeft)), at(node.child(Field::kRight)));
    case Kind::kCall:
      return of_call(node);
    case Kind::kIdentifier:
      return of_variable(node);
    case Kind::kAttribute:
      return of_attribute(node);
    case Kind::kSubscript: {
      const Node index = node.child(Field::kSubscript);
      if (!index.is(Kind::kInteger) || index.text().size() > 3) return Number::kUnknown;
      std::size_t item = 0;
      for (const char c : index.text()) {
        if (c < '0' || c > '9') return Number::kUnknown;
        item = item * 10 + static_cast<std::size_t>(c - '0');
      }
      return item_of(node.child(Field::kValue), item);
    }
    default:
      return Number::kUnknown;
  }
}

}  // namespace py3k::fixers
