// sort() and sorted() take a key function, by its name, and no cmp: https://docs.python.org/3/howto/sorting.html
#include <algorithm>

#include "engine/analysis/values.h"
#include "fixers/comparison.h"
#include "fixers/method_rename.h"
#include "fixers/receiver.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// What sort(cmp, key, reverse) is given.
struct Given {
  Node parts[3];
  std::vector<Node> others;
  bool by_position = false;
  bool known = true;
};
enum Part : std::uint8_t { kCmp, kKey, kReverse };

Given given(const std::vector<Node>& arguments, std::size_t first) {
  constexpr std::string_view kNames[] = {"cmp", "key", "reverse"};
  Given found;
  for (std::size_t i = first; i < arguments.size(); ++i) {
    const Node argument = arguments[i];
    const bool named = argument.is(Kind::kKeywordArgument);
    std::size_t part = i - first;
    for (std::size_t name = 0; named && name < 3; ++name)
      if (argument.child(Field::kName).text() == kNames[name]) part = name;
    if (argument.is_any(Kind::kListSplat, Kind::kDictionarySplat) || part > kReverse || found.parts[part])
      found.known = false;
    else
      found.parts[part] = named ? argument.child(Field::kValue) : argument;
    found.by_position = found.by_position || !named;
  }
  return found;
}

void add(std::string& text, const std::string& argument) { text += (text.empty() ? "" : ", ") + argument; }

// Is it a parameter that is None where nothing is given?
bool may_be_none(Context& cx, Node name) {
  const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
  return binding != nullptr && std::any_of(binding->sites.begin(), binding->sites.end(), [](const BindingSite& site) {
           const Node parameter = site.node.parent();
           return parameter.is(Kind::kDefaultParameter) && parameter.child(Field::kValue).is(Kind::kNoneLiteral);
         });
}

// `reverse=…`, turned round.
std::string turned(Node reverse) {
  if (reverse.text() == "True") return "reverse=False";
  return reverse.text() == "False" ? "reverse=True" : "reverse=not $reverse";
}

void convert(Context& cx, Node arguments, std::size_t first, Safety safety) {
  const std::vector<Node> all = arguments.named_children();
  Given found = given(all, first);
  if (found.parts[kKey].is(Kind::kNoneLiteral)) found.parts[kKey] = {};
  Node compare = found.parts[kCmp];
  if (!found.known || (!compare && !found.by_position)) {
    if (!found.known && found.by_position) cx.report(arguments, "sort() takes key= and reverse= by name, and no cmp");
    return;
  }
  if (compare && found.parts[kKey] && !compare.is(Kind::kNoneLiteral)) {
    cx.report(arguments, "Python 3 sorts by key or by cmp: write key=lambda x: functools.cmp_to_key(cmp)(key(x))");
    return;
  }
  if (compare.is(Kind::kNoneLiteral) || is_cmp(cx, compare)) compare = {};
  ChangeBuilder change = cx.change(arguments.parent());
  std::string text;
  Holes holes;
  const Comparison comparison = comparison_of(cx, compare);
  if (comparison.key && comparison.key.text() != comparison.parameter.text()) {
    add(text, "key=lambda $item: $by");
    holes.emplace_back("item", comparison.parameter);
    holes.emplace_back("by", comparison.key);
  } else if (compare && !comparison.key) {
    const std::string otherwise = may_be_none(cx, compare) ? " if $cmp else None" : "";
    add(text, "key=" + change.import_for(compare, "functools", "cmp_to_key") + "($cmp)" + otherwise);
    holes.emplace_back("cmp", compare);
  }
  if (const Node key = found.parts[kKey]) {
    add(text, "key=$key");
    holes.emplace_back("key", key);
  }
  if (const Node reverse = found.parts[kReverse]) {
    add(text, comparison.reverse ? turned(reverse) : "reverse=$reverse");
    holes.emplace_back("reverse", reverse);
  } else if (comparison.reverse) {
    add(text, "reverse=True");
  }
  if (first > 0) {
    text = text.empty() ? "$*first" : "$*first, " + text;
    holes.emplace_back("first", HoleValue(all.front(), all[first - 1]));
  }
  const Node function = arguments.parent().child(Field::kFunction);
  holes.emplace_back("function", function);
  change.replace(arguments.parent(), "$function(" + text + ")", holes).safety(safety).apply();
}

// `self.items`, which a method of the class makes a list.
bool is_made_a_list(Context& cx, Node object) {
  const Node type = object.is(Kind::kAttribute) ? class_of_self(object.child(Field::kObject), cx.names()) : Node();
  if (!type) return false;
  for (Node node : type.subtree())
    if (node.is(Kind::kAssignment) && node.child(Field::kLeft).text() == object.text() &&
        value_of(node.child(Field::kRight), cx.names()).is(ValueType::kList))
      return true;
  return false;
}

void visit(Context& cx, Node call) {
  const Node function = call.child(Field::kFunction);
  const Node arguments = call.child(Field::kArguments);
  if (!arguments.is(Kind::kArgumentList) || arguments.named_child_count() == 0) return;
  if (function.is(Kind::kIdentifier)) {
    if (function.text() == "sorted" && arguments.named_child_count() > 1 &&
        cx.names().resolves_to(function, "__builtin__.sorted"))
      convert(cx, arguments, 1, Safety::kSafe);
    return;
  }
  if (function.child(Field::kAttribute).text() != "sort") return;
  if (cx.names().resolves_to(function, "__builtin__.list.sort")) {
    if (arguments.named_child_count() > 1) convert(cx, arguments, 1, Safety::kSafe);
    return;
  }
  // A function of a module, numpy's sort(axis), a query's sort('name'), or this file's own.
  const std::string known = cx.names().qualified(function);
  if (!known.empty() && !known.starts_with("__builtin__.")) return;
  const Node first = arguments.named_child(0);
  const bool compares = first.is_any(Kind::kIdentifier, Kind::kAttribute, Kind::kLambda, Kind::kNoneLiteral,
                                     Kind::kCall, Kind::kKeywordArgument);
  const bool is_cmp = first.is(Kind::kLambda) && parameter_count(first) == 2;
  // A list's gives nothing that could be used.
  if (!compares || (!is_cmp && !call.parent().is(Kind::kExpressionStatement))) return;
  const Given found = given(arguments.named_children(), 0);
  if (found.known && !found.parts[kCmp]) return;  // key=f
  // An ordered dict of one's own, from wherever it comes: what it makes of a cmp is done there.
  const Receiver receiver = receiver_of(cx, function.child(Field::kObject), "sort");
  if (receiver == Receiver::kOwn) return;
  if (receiver == Receiver::kBuiltin || !has_class_with(cx, "sort") ||
      is_made_a_list(cx, function.child(Field::kObject)))
    return convert(cx, arguments, 0, Safety::kUnsafe);
  if (!is_own_member(cx, function.child(Field::kObject), "sort"))
    cx.report(call, "a class of this file has a sort() of its own: if this is a list's, write key=cmp_to_key(cmp)");
}

}  // namespace

Fixer fix_sorted() {
  return {
      .name = "sorted",
      .doc = "Replaces the cmp argument of sort() and sorted() by a key, and names the others.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#ordering-comparisons",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "What is sorted is no list, but has a sort() of its own that takes something else.",
      .runs_on = RunsOn::kBoth,
      .words = {"sort", "sorted"},
      .examples = {{"xs.sort(by_age)", "from functools import cmp_to_key\n\nxs.sort(key=cmp_to_key(by_age))"},
                   {"ys = sorted(xs, lambda a, b: cmp(b.age, a.age))",
                    "ys = sorted(xs, key=lambda b: b.age, reverse=True)"},
                   {"xs.sort(None, len)", "xs.sort(key=len)"}},
      .visits = {{{Kind::kCall}, visit}},
  };
}

}  // namespace py3k::fixers
