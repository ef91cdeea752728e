#include "engine/analysis/consumer.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "engine/analysis/comprehension.h"
#include "engine/analysis/generator.h"
#include "engine/analysis/memory.h"
#include "engine/library/signatures.h"

namespace py3k::engine {

namespace {

enum class Taker : std::uint8_t {
  kNone,
  kAll,     // goes through the argument at once
  kLazily,  // gives an iterator over it
  kLength,
  kTruth,
  kReversed,
  kSequence,  // looks at its length and its items, in any order
  kSearch,    // x in it
};

constexpr std::pair<std::string_view, Taker> kRoles[] = {{"all", Taker::kAll},           {"lazy", Taker::kLazily},
                                                         {"length", Taker::kLength},     {"truth", Taker::kTruth},
                                                         {"reversed", Taker::kReversed}, {"sequence", Taker::kSequence},
                                                         {"search", Taker::kSearch}};

Taker taker_of(const Fact& function, int position) {
  const std::string_view its_role = role(function, static_cast<std::size_t>(position));
  const auto found =
      std::find_if(std::begin(kRoles), std::end(kRoles), [&](const auto& known) { return known.first == its_role; });
  return found == std::end(kRoles) ? Taker::kNone : found->second;
}

bool has_star_import(const Names& names, std::string_view module) {
  const auto& stars = names.star_imports();
  return std::any_of(stars.begin(), stars.end(), [&](const auto& star) { return star.module == module; });
}

const Fact* function_called(std::string_view qualified, const Names& names) {
  constexpr std::string_view kBuiltins = "__builtin__.";
  if (const Fact* known = known_function(qualified)) return known;
  if (!qualified.starts_with(kBuiltins) || !has_star_import(names, "itertools")) return nullptr;
  return known_function("itertools." + std::string(qualified.substr(kBuiltins.size())));
}

// `x[0] = 1`, `del x[0]`, `x[0] += 1`
bool is_stored(Node subscript) {
  return subscript.field() == Field::kLeft ||
         subscript.parent().is_any(Kind::kDeleteStatement, Kind::kExpressionList, Kind::kPatternList,
                                   Kind::kTuplePattern, Kind::kListPattern, Kind::kUnknown);
}

class Follower {
 public:
  // `depth`: how many functions of the file it has been followed into.
  explicit Follower(const Names& names, int depth = 0) : names_(names), depth_(depth) {}

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
      case Kind::kAugmentedAssignment:
        return extension(node);
      case Kind::kSubscript:
        return subscript(node);
      case Kind::kArgumentList:
        return argument(node);
      case Kind::kReturnStatement:
        return keep();
      default:
        return end(found_.keeps);
    }
  }

  // It is stored or given back.
  Node keep() {
    found_.lasts |= lasts_;
    return end(found_.keeps);
  }

  Node end(bool& what) const {
    if (!lazily_) what = true;
    return {};
  }

  // It is gone through when, and where, the iterator over it is; if that is one in Python 2 too, or becomes a list.
  Node follow(Node iterator, bool lasts) {
    end(found_.iterates);
    lazily_ = true;
    lasts_ = lasts;
    return iterator;
  }

  Node loop(Node statement) {
    found_.loops.push_back(statement);
    return end(found_.iterates);
  }

  Node comprehension(Node clause) {
    const Node whole = clause.parent();
    found_.loops.push_back(whole);
    return whole.is(Kind::kGeneratorExpression) ? follow(whole, true) : end(found_.iterates);
  }

  Node comparison(Node node) {
    const bool searched = node.previous().is_any(Kind::kTokenIn, Kind::kTokenNotIn) && !node.next();
    return end(searched ? found_.searches : found_.keeps);
  }

  // `a, b = value`; of `x = a, b = value` all targets must take it apart.
  Node assignment(Node node) {
    if (node.field() != Field::kRight) return end(found_.keeps);
    const Node target = node.parent().child(Field::kLeft);
    if (target.is(Kind::kSubscript) && target.child(Field::kSubscript).is(Kind::kSlice)) end(found_.fills);
    for (Node at = node.parent(); at.is(Kind::kAssignment); at = at.parent())
      if (!at.child(Field::kLeft).is_any(Kind::kPatternList, Kind::kTuplePattern, Kind::kListPattern)) return keep();
    return end(found_.iterates);
  }

  // `x += list`: Python 2 took it, so x is a list, and takes whatever can be gone through.
  Node extension(Node node) {
    const bool extends = node.field() == Field::kRight && node.previous().text() == "+=";
    return end(extends ? found_.iterates : found_.keeps);
  }

  Node subscript(Node node) {
    const Node whole = node.parent();
    const Node index = whole.child(Field::kSubscript);
    return end(node.field() == Field::kValue && !index.is(Kind::kSlice) ? found_.indexes : found_.keeps);
  }

  Node argument(Node node) {
    const Node call = node.parent().parent();
    if (!call.is(Kind::kCall)) return end(found_.keeps);
    constexpr int kMost = 255;  // arguments that Python 2 takes
    int position = 0;
    int count = 0;
    int seen = 0;
    for (Node other : node.parent().children()) {
      if (!other.is_named()) continue;
      if (++seen > kMost) return end(found_.keeps);
      if (other.is_any(Kind::kKeywordArgument, Kind::kDictionarySplat)) continue;
      if (other.is(Kind::kListSplat)) return end(found_.keeps);
      if (other == node) position = count;
      ++count;
    }
    const Node function = call.child(Field::kFunction);
    const Fact* known = function_called(names_.qualified(function), names_);
    const bool is_attribute = function.is(Kind::kAttribute);
    if (is_attribute && function.child(Field::kAttribute).text() == "assertRaises" && position > 1)
      return handed_on(node.parent().named_child(1), position - 2);
    const std::string_view name = function.child(Field::kAttribute).text();
    if (known == nullptr && is_attribute) known = known_method(name);
    const Taker taker = known == nullptr ? Taker::kNone : taker_of(*known, position);
    if (taker != Taker::kNone && static_cast<std::size_t>(count) <= most_arguments(*known)) return taken(call, taker);
    const Binding* parameter = own_parameter(function, position);
    if (parameter != nullptr && is_gone_through_once(*parameter)) return end(found_.iterates);
    return end(parameter != nullptr && is_only_read(*parameter) ? found_.indexes : found_.keeps);
  }

  // assertRaises(TypeError, zip, it, 3): what zip() takes, it takes there too, but gives nobody what it makes.
  Node handed_on(Node function, int position) {
    const Fact* known = function_called(names_.qualified(function), names_);
    const Taker taker = known == nullptr ? Taker::kNone : taker_of(*known, position);
    if (taker == Taker::kNone) return end(found_.keeps);
    return taken({}, taker == Taker::kLazily ? Taker::kAll : taker);
  }

  // The parameter, if what is called is a function of this file that nothing else can be, which sets it nowhere.
  const Binding* own_parameter(Node function, int position) const {
    constexpr int kDeep = 3;  // functions may call themselves, or each other
    const Binding* binding = depth_ < kDeep && function.is(Kind::kIdentifier) ? names_.binding(function) : nullptr;
    if (binding == nullptr || binding->sites.size() != 1 || binding->sites[0].kind != BindingKind::kFunction)
      return nullptr;
    // What a decorator makes of it may do anything.
    if (binding->sites[0].statement.parent().is(Kind::kDecoratedDefinition)) return nullptr;
    const std::vector<Node> parameters = binding->sites[0].statement.child(Field::kParameters).named_children();
    for (int i = 0; i <= position; ++i)
      if (i == static_cast<int>(parameters.size()) || !parameters[i].is_any(Kind::kIdentifier, Kind::kDefaultParameter))
        return nullptr;
    const Node name = parameters[position];
    const Binding* parameter = names_.binding(name.is(Kind::kIdentifier) ? name : name.child(Field::kName));
    return parameter != nullptr && parameter->sites.size() == 1 ? parameter : nullptr;
  }

  // Does the function go through it once, while it is called, as sorted() does? Then it may be an iterator, or a view.
  bool is_gone_through_once(const Binding& parameter) const {
    if (parameter.uses.size() != 1) return false;
    const Node use = parameter.uses.front();
    Node function = first_loop(use) ? first_loop(use).parent() : use.parent();
    for (; !function.is(Kind::kFunctionDefinition); function = function.parent())
      if (function.is_any(Kind::kForStatement, Kind::kWhileStatement, Kind::kLambda, Kind::kClassDefinition) ||
          is_comprehension(function))
        return false;
    if (function != parameter.scope->node || is_generator(function) || may_change_before(use, function)) return false;
    Consumption found = Follower(names_, depth_ + 1).run(use);
    if (std::none_of(found.loops.begin(), found.loops.end(), runs_other_code)) found.loops.clear();
    return found == Consumption{.iterates = true};
  }

  // The for statement or comprehension that goes through it before all else it may go through.
  static Node first_loop(Node iterable) {
    const Node parent = iterable.parent();
    if (iterable.field() != Field::kRight) return {};
    if (parent.is(Kind::kForStatement)) return parent;
    const bool is_first = parent.is(Kind::kForInClause) && !parent.previous().is(Kind::kForInClause) &&
                          !parent.previous().is(Kind::kIfClause);
    return is_first && is_comprehension(parent.parent()) ? parent.parent() : Node();
  }

  static bool runs_other_code(Node loop) {
    for (Node node : loop.descendants()) {
      if (node.is_any(Kind::kCall, Kind::kDeleteStatement, Kind::kAugmentedAssignment, Kind::kExecStatement,
                      Kind::kPrintStatement, Kind::kSubscript, Kind::kAttribute, Kind::kYield))
        return true;
    }
    return false;
  }

  // Does anything in the function run before the use that may change what the list was made from?
  static bool may_change_before(Node use, Node function) {
    for (Node node : function.child(Field::kBody).descendants()) {
      if (node.start() >= use.start()) return false;
      if (!use.is_within(node) && node.is_any(Kind::kCall, Kind::kDeleteStatement, Kind::kAugmentedAssignment,
                                              Kind::kSubscript, Kind::kExecStatement, Kind::kPrintStatement))
        return true;
    }
    return false;
  }

  // Does the function go through it, or look at its length or its items, and no more?
  bool is_only_read(const Binding& parameter) const {
    return std::all_of(parameter.uses.begin(), parameter.uses.end(), [&](Node use) {
      const bool is_direct =
          use.parent().is_any(Kind::kForStatement, Kind::kForInClause, Kind::kSubscript) ||
          function_called(names_.qualified(use.parent().parent().child(Field::kFunction)), names_) != nullptr;
      if (!is_direct || (use.parent().is(Kind::kSubscript) && is_stored(use.parent()))) return false;
      const Consumption found = Follower(names_, depth_ + 1).run(use);
      return !found.keeps && !found.lasts;
    });
  }

  // map(), filter() and zip() get a list() of their own where that is missed.
  bool becomes_list(Node call) const {
    const std::string name = names_.qualified(call.child(Field::kFunction));
    return name == "__builtin__.map" || name == "__builtin__.filter" || name == "__builtin__.zip";
  }

  Node taken(Node call, Taker taker) {
    switch (taker) {
      case Taker::kLazily:
        return follow(call, !becomes_list(call));
      case Taker::kLength:
        return end(found_.counts);
      case Taker::kTruth:
        return end(found_.tests);
      case Taker::kReversed:
        return end(found_.reverses);
      case Taker::kSequence:
        end(found_.counts);
        return end(found_.indexes);
      case Taker::kSearch:
        return end(found_.searches);
      default:
        return end(found_.iterates);
    }
  }

  const Names& names_;
  const int depth_;
  Consumption found_;
  bool lazily_ = false;  // what is followed is an iterator over the expression
  bool lasts_ = false;   // and stays one
};

Node outermost_loop(Node node, Node function) {
  Node loop;
  for (Node at = node; at && at != function; at = at.parent())
    if (at.is_any(Kind::kForStatement, Kind::kWhileStatement)) loop = at;
  return loop;
}

// The loops that go through it are left out: they would be those of all uses, for each assignment.
void add(Consumption& sum, const Consumption& part) {
  sum.keeps |= part.keeps;
  sum.fills |= part.fills;
  sum.iterates |= part.iterates;
  sum.searches |= part.searches;
  sum.counts |= part.counts;
  sum.tests |= part.tests;
  sum.indexes |= part.indexes;
  sum.reverses |= part.reverses;
  sum.lasts |= part.lasts;
}

bool is_plain(const BindingSite& site) {
  if (site.kind == BindingKind::kParameter) return true;
  return site.kind == BindingKind::kAssignment && !site.node.parent().is(Kind::kAugmentedAssignment);
}

Consumption consumption_at(Node use, const Names& names) {
  Consumption found = consumption_of(use, names);
  const bool stores = use.parent().is(Kind::kSubscript) && use.field() == Field::kValue && is_stored(use.parent());
  found.keeps |= stores;
  return found;
}

const Names::Memory::Uses& uses_of(const Binding& binding, const Names& names) {
  const auto known = names.memory().uses.find(&binding);
  if (known != names.memory().uses.end()) return known->second;
  Names::Memory::Uses uses;
  uses.is_plain = std::all_of(binding.sites.begin(), binding.sites.end(), is_plain);
  for (Node use : uses.is_plain ? binding.uses : std::vector<Node>()) {
    const Consumption found = consumption_at(use, names);
    const bool is_own = use.ancestor(Kind::kFunctionDefinition) == binding.scope->node && !use.ancestor(Kind::kLambda);
    if (is_own) {
      uses.starts.push_back(use.start());
      uses.from.push_back(found);
    } else {
      // A function in the function may run when the variable has another value, or what it was made from has changed.
      add(uses.elsewhere, found);
      uses.elsewhere.keeps = true;
    }
  }
  uses.from.emplace_back();
  for (std::size_t i = uses.starts.size(); i-- > 0;) {
    uses.from[i].loops.clear();
    add(uses.from[i], uses.from[i + 1]);
  }
  return names.memory().uses.emplace(&binding, std::move(uses)).first->second;
}

}  // namespace

Consumption consumption_of(Node expression, const Names& names) { return Follower(names).run(expression); }

std::optional<Consumption> consumption_by_variable(Node expression, const Names& names) {
  const Node assignment = expression.parent();
  const Node target = assignment.child(Field::kLeft);
  if (!assignment.is(Kind::kAssignment) || !target.is(Kind::kIdentifier) || assignment.parent().is(Kind::kAssignment))
    return std::nullopt;
  const Binding* binding = names.binding(target);
  if (binding == nullptr || binding->scope->kind != ScopeKind::kFunction) return std::nullopt;
  const Names::Memory::Uses& uses = uses_of(*binding, names);
  if (!uses.is_plain) return std::nullopt;
  const Node loop = outermost_loop(assignment, binding->scope->node);
  // But for loops, what stands further up has been done by then.
  const auto first = std::lower_bound(uses.starts.begin(), uses.starts.end(), loop ? loop.start() : assignment.end());
  Consumption sum = uses.elsewhere;
  add(sum, uses.from[static_cast<std::size_t>(first - uses.starts.begin())]);
  return sum;
}

}  // namespace py3k::engine
