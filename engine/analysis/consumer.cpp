#include "engine/analysis/consumer.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace py3k::engine {

namespace {

enum class Taker : std::uint8_t {
  kNone,
  kAll,     // goes through the argument at once
  kLazily,  // gives an iterator over it
  kLength,
  kTruth,
  kReversed,
};

struct KnownFunction {
  std::string_view name;
  Taker taker;
  int first = 0;  // the arguments that it takes so
  int last = 0;
  int most = 9;  // with more arguments than this it does another thing: max(a, b)
};

constexpr int kAny = 99;
// Builtins: https://docs.python.org/3/library/functions.html
constexpr KnownFunction kBuiltinFunctions[] = {
    {"list", Taker::kAll},
    {"tuple", Taker::kAll},
    {"set", Taker::kAll},
    {"frozenset", Taker::kAll},
    {"sorted", Taker::kAll},
    {"sum", Taker::kAll},
    {"any", Taker::kAll},
    {"all", Taker::kAll},
    {"dict", Taker::kAll},
    {"min", Taker::kAll, 0, 0, 1},
    {"max", Taker::kAll, 0, 0, 1},
    {"reduce", Taker::kAll, 1, 1},
    {"enumerate", Taker::kLazily},
    {"iter", Taker::kLazily, 0, 0, 1},
    {"zip", Taker::kLazily, 0, kAny},
    {"map", Taker::kLazily, 1, kAny},
    {"filter", Taker::kLazily, 1, 1},
    {"len", Taker::kLength},
    {"bool", Taker::kTruth},
    {"reversed", Taker::kReversed},
};
constexpr KnownFunction kOtherFunctions[] = {
    {"collections.deque", Taker::kAll},
    {"collections.Counter", Taker::kAll},
    {"collections.OrderedDict", Taker::kAll},
    {"collections.defaultdict", Taker::kAll, 1, 1},
    {"functools.reduce", Taker::kAll, 1, 1},
    {"array.array", Taker::kAll, 1, 1},
    {"heapq.nlargest", Taker::kAll, 1, 1},
    {"heapq.nsmallest", Taker::kAll, 1, 1},
    {"string.join", Taker::kAll},
    {"sets.Set", Taker::kAll},
    {"sets.ImmutableSet", Taker::kAll},
};
// Methods that take any iterable: of str, list, set and dict.
constexpr std::string_view kTakingMethods[] = {"join",
                                               "extend",
                                               "update",
                                               "union",
                                               "intersection",
                                               "difference",
                                               "symmetric_difference",
                                               "issubset",
                                               "issuperset",
                                               "difference_update",
                                               "intersection_update",
                                               "symmetric_difference_update",
                                               "fromkeys",
                                               "extendleft",
                                               "writelines",
                                               "assertItemsEqual"};

const KnownFunction* known_function(std::string_view qualified) {
  constexpr std::string_view kBuiltins = "__builtin__.";
  constexpr std::string_view kItertools = "itertools.";
  static constexpr KnownFunction kLazyFunction{"itertools", Taker::kLazily, 0, kAny};
  if (qualified.starts_with(kItertools)) return &kLazyFunction;
  const bool builtin = qualified.starts_with(kBuiltins);
  if (builtin) qualified.remove_prefix(kBuiltins.size());
  const auto find = [&](const auto& table) -> const KnownFunction* {
    const auto found =
        std::find_if(std::begin(table), std::end(table), [&](const KnownFunction& it) { return it.name == qualified; });
    return found == std::end(table) ? nullptr : found;
  };
  return builtin ? find(kBuiltinFunctions) : find(kOtherFunctions);
}

class Follower {
 public:
  explicit Follower(const Names& names) : names_(names) {}

  Consumption run(Node node) {
    while (node) node = step(node);
    return std::move(found_);
  }

 private:
  // One level up. Gives the expression whose value is now the one that counts; empty at the end.
  Node step(Node node) {
    const Node parent = node.parent();
    switch (parent.kind()) {
      case Kind::kParenthesizedExpression:
        return parent;
      case Kind::kBooleanOperator:
        if (node.field() == Field::kLeft) end(found_.tests);
        return parent;
      case Kind::kConditionalExpression:
        if (!node.previous().is(Kind::kTokenIf)) return parent;
        return end(found_.tests);
      case Kind::kNotOperator:
      case Kind::kIfClause:
        return end(found_.tests);
      case Kind::kIfStatement:
      case Kind::kElifClause:
      case Kind::kWhileStatement:
        return end(found_.tests);
      case Kind::kAssertStatement:
        return end(node.previous().is(Kind::kTokenAssert) ? found_.tests : found_.keeps);
      case Kind::kForStatement:
        return node.field() == Field::kRight ? loop(parent) : end(found_.keeps);
      case Kind::kForInClause:
        return node.field() == Field::kRight ? comprehension(parent) : end(found_.keeps);
      case Kind::kListSplat:
        return end(parent.parent().is(Kind::kArgumentList) ? found_.iterates : found_.keeps);
      case Kind::kComparisonOperator:
        return comparison(node);
      case Kind::kAssignment:
        return assignment(node);
      case Kind::kSubscript:
        return subscript(node);
      case Kind::kArgumentList:
        return argument(node);
      default:
        return end(found_.keeps);
    }
  }

  Node end(bool& what) const {
    if (!lazily_) what = true;
    return {};
  }

  // It is gone through when, and where, the iterator over it is.
  Node follow(Node iterator) {
    end(found_.iterates);
    lazily_ = true;
    return iterator;
  }

  Node loop(Node statement) {
    found_.loops.push_back(statement);
    return end(found_.iterates);
  }

  Node comprehension(Node clause) {
    const Node whole = clause.parent();
    found_.loops.push_back(whole);
    return whole.is(Kind::kGeneratorExpression) ? follow(whole) : end(found_.iterates);
  }

  Node comparison(Node node) {
    const bool searched = node.previous().is_any(Kind::kTokenIn, Kind::kTokenNotIn) && !node.next();
    return end(searched ? found_.searches : found_.keeps);
  }

  // `a, b = value`; of `x = a, b = value` all targets must take it apart.
  Node assignment(Node node) {
    if (node.field() != Field::kRight) return end(found_.keeps);
    for (Node at = node.parent(); at.is(Kind::kAssignment); at = at.parent())
      if (!at.child(Field::kLeft).is_any(Kind::kPatternList, Kind::kTuplePattern, Kind::kListPattern))
        return end(found_.keeps);
    return end(found_.iterates);
  }

  Node subscript(Node node) {
    const Node whole = node.parent();
    const Node index = whole.child(Field::kSubscript);
    return end(node.field() == Field::kValue && !index.is(Kind::kSlice) ? found_.indexes : found_.keeps);
  }

  Node argument(Node node) {
    const Node call = node.parent().parent();
    if (!call.is(Kind::kCall)) return end(found_.keeps);
    int position = 0;
    int count = 0;
    for (Node other : node.parent().named_children()) {
      if (other.is(Kind::kKeywordArgument)) continue;
      if (other.is_any(Kind::kListSplat, Kind::kDictionarySplat)) return end(found_.keeps);
      if (other == node) position = count;
      ++count;
    }
    const Node function = call.child(Field::kFunction);
    const KnownFunction* known = known_function(names_.qualified(function));
    if (known != nullptr && known->first <= position && position <= known->last && count <= known->most)
      return taken(call, known->taker);
    const bool method = function.is(Kind::kAttribute) && count == 1 &&
                        std::find(std::begin(kTakingMethods), std::end(kTakingMethods),
                                  function.child(Field::kAttribute).text()) != std::end(kTakingMethods);
    return end(method ? found_.iterates : found_.keeps);
  }

  Node taken(Node call, Taker taker) {
    switch (taker) {
      case Taker::kLazily:
        return follow(call);
      case Taker::kLength:
        return end(found_.counts);
      case Taker::kTruth:
        return end(found_.tests);
      case Taker::kReversed:
        return end(found_.reverses);
      default:
        return end(found_.iterates);
    }
  }

  const Names& names_;
  Consumption found_;
  bool lazily_ = false;  // what is followed is an iterator over the expression
};

}  // namespace

Consumption consumption_of(Node expression, const Names& names) { return Follower(names).run(expression); }

}  // namespace py3k::engine
