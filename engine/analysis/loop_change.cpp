// May a loop's body change the container that the loop goes through? Python 3 raises RuntimeError then, where Python 2
// went through a list made beforehand: https://docs.python.org/3/library/stdtypes.html#dictionary-view-objects
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/consumer.h"

namespace py3k::engine {

namespace {

template <std::size_t kSize>
bool is_one_of(const std::string_view (&names)[kSize], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Methods of a dict that leave it as it is.
constexpr std::string_view kReadingMethods[] = {"get",      "has_key",    "keys",       "values",
                                                "items",    "iterkeys",   "itervalues", "iteritems",
                                                "viewkeys", "viewvalues", "viewitems",  "copy"};
// Methods of a dict (set, list) that change its size. For telling, in all of a file, what else is done with an
// attribute.
constexpr std::string_view kChangingMethods[] = {"pop", "popitem", "clear",   "update", "setdefault",
                                                 "add", "remove",  "discard", "append", "insert"};
// Functions that change nothing they are given.
constexpr std::string_view kReadingFunctions[] = {
    "len", "str", "repr", "unicode", "isinstance", "sorted",  "list",    "dict",  "set",       "tuple", "min",  "max",
    "sum", "any", "all",  "type",    "id",         "hasattr", "getattr", "print", "enumerate", "zip",   "iter", "bool"};
// Methods, of whatever, that touch no module's, class's or object's names.
constexpr std::string_view kHarmlessMethods[] = {"startswith", "endswith", "append", "add",   "lower",   "upper",
                                                 "strip",      "split",    "join",   "get",   "has_key", "format",
                                                 "replace",    "find",     "isupper", "islower", "extend"};
// What is called to put an end to a thing, which may then leave the container that it is in: `for c in
// self.all.values(): c.close()`
constexpr std::string_view kEndingMethods[] = {
    "close",     "remove",   "delete", "unregister", "detach",      "disconnect", "kill",  "stop",
    "terminate", "shutdown", "cancel", "destroy",    "release",     "unlink",     "abort", "drop",
    "expire",    "dispose",  "finish", "discard",    "unsubscribe", "die",        "quit"};

// "self.cache" for a name, or attributes and items of one; empty for anything else.
std::string path_of(Node node) {
  std::string path;
  for (Node at = node; !at.is(Kind::kIdentifier);
       at = at.child(at.is(Kind::kAttribute) ? Field::kObject : Field::kValue))
    if (!at.is_any(Kind::kAttribute, Kind::kSubscript)) return {};
  for (char c : node.text())
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\\') path += c;
  return path;
}

// Is the node assigned to, deleted, or a loop's target?
bool is_target(Node node) {
  Node at = node;
  while (at.parent().is_any(Kind::kPatternList, Kind::kTuplePattern, Kind::kListPattern, Kind::kExpressionList,
                            Kind::kParenthesizedExpression))
    at = at.parent();
  const Node parent = at.parent();
  if (parent.is(Kind::kDeleteStatement)) return true;
  return at.field() == Field::kLeft &&
         parent.is_any(Kind::kAssignment, Kind::kAugmentedAssignment, Kind::kForStatement, Kind::kForInClause);
}

class LoopJudge {
 public:
  // A loop, or a function as a whole.
  LoopJudge(Node loop, Node container, const Names& names)
      : loop_(loop), container_(container), names_(names), path_(path_of(container)) {
    for (Node at = container; at.is_any(Kind::kAttribute, Kind::kSubscript);) {
      at = at.child(at.is(Kind::kAttribute) ? Field::kObject : Field::kValue);
      owners_.push_back(path_of(at));
    }
    if (loop.is(Kind::kFunctionDefinition)) return;
    const Node header = loop.is(Kind::kForStatement) ? loop : loop.child(Kind::kForInClause);
    Node target = header.child(Field::kLeft);
    if (target.is_any(Kind::kPatternList, Kind::kTuplePattern)) target = target.named_child(0);
    if (goes_through_keys(header.child(Field::kRight))) key_ = target.text();
    for (Node node : header.child(Field::kLeft).subtree())
      if (node.is(Kind::kIdentifier)) variables_.push_back(node.text());
    // What is gone through has been worked out by then.
    if (header != loop) iterable_ = header.child(Field::kRight);
  }

  bool run() {
    if (is_namespace()) return namespace_changes();
    if (path_.empty()) return loop_.is(Kind::kFunctionDefinition);
    for (Node node : body().descendants()) {
      if (iterable_ && node.is_within(iterable_)) continue;
      if (node.is(Kind::kSubscript) && changes_item(node)) return true;
      if (node.is(Kind::kCall) && !container_.is_within(node) && changes_by_call(node)) return true;
      if (node.is(Kind::kYield) && !is_local() && changed_elsewhere()) return true;
    }
    return false;
  }

 private:
  Node body() const {
    return loop_.is_any(Kind::kForStatement, Kind::kFunctionDefinition) ? loop_.child(Field::kBody) : loop_;
  }

  // d.keys(), d.items(), dict.keys(d), and nothing around it that would make other items of them.
  bool goes_through_keys(Node call) const {
    while (call.is(Kind::kParenthesizedExpression)) call = call.named_child(0);
    const Node method = call.child(Field::kFunction);
    const bool direct = container_.parent() == method || container_.parent() == call.child(Field::kArguments);
    return direct && method.child(Field::kAttribute).text() != "values";
  }

  // globals(), vars(x), x.__dict__, sys.modules: changed by code that does not name them.
  bool is_namespace() const {
    if (container_.is(Kind::kCall)) {
      const std::string_view function = container_.child(Field::kFunction).text();
      return function == "globals" || function == "locals" || function == "vars";
    }
    return path_.ends_with(".__dict__") || path_ == "sys.modules";
  }

  // By what is called, by what is assigned to one of its names, in a module by any variable that gets a value.
  bool namespace_changes() const {
    if (path_ == "sys.modules" || loop_.is(Kind::kFunctionDefinition)) return true;
    const bool is_of_code = container_.is(Kind::kCall) && container_.child(Field::kArguments).named_child_count() == 0;
    if (is_of_code && loop_.is(Kind::kForStatement)) return true;  // the loop's variable is in it
    for (Node node : body().descendants()) {
      if (iterable_ && node.is_within(iterable_)) continue;
      if (node.is_any(Kind::kYield, Kind::kDeleteStatement, Kind::kImportStatement, Kind::kImportFromStatement)) return true;
      if (node.is(Kind::kAttribute) && is_target(node)) return true;
      if (node.is(Kind::kCall) && !is_harmless(node.child(Field::kFunction)) && !container_.is_within(node)) return true;
    }
    return false;
  }
  static bool is_harmless(Node function) {
    if (!function.is(Kind::kAttribute)) return is_one_of(kReadingFunctions, function.text());
    const std::string_view name = function.child(Field::kAttribute).text();
    return is_one_of(kHarmlessMethods, name) || is_of_unittest(name) || function.text().starts_with("inspect.is");
  }
  static bool is_of_unittest(std::string_view method) { return method.starts_with("assert") || method == "fail"; }

  // A new value for the key that the loop is at leaves the keys as they are.
  bool changes_item(Node item) const {
    if (path_of(item.child(Field::kValue)) != path_ || !is_target(item)) return false;
    const bool deletes = item.parent().is(Kind::kDeleteStatement) || item.parent().parent().is(Kind::kDeleteStatement);
    return deletes || item.child(Field::kSubscript).text() != key_;
  }

  bool changes_by_call(Node call) const {
    const Node function = call.child(Field::kFunction);
    if (function.is(Kind::kAttribute)) {
      const std::string object = path_of(function.child(Field::kObject));
      const std::string_view method = function.child(Field::kAttribute).text();
      if (object == path_) return !is_one_of(kReadingMethods, method);
      if (is_of_unittest(method)) return false;
      if (is_owner(object) && changed_elsewhere()) return true;
      const bool variable = std::find(variables_.begin(), variables_.end(), object) != variables_.end();
      if (variable && !is_local() && is_one_of(kEndingMethods, method)) return true;
    } else if (is_one_of(kReadingFunctions, function.text())) {
      return false;
    } else if (is_shared() && changed_elsewhere()) {
      return true;
    }
    return passes_it_on(call);
  }

  bool passes_it_on(Node call) const {
    for (Node argument : call.child(Field::kArguments).named_children()) {
      const Node value = argument.is(Kind::kKeywordArgument) ? argument.child(Field::kValue) : argument;
      const std::string path = path_of(value);
      if (path == path_ || (is_owner(path) && changed_elsewhere())) return true;
    }
    return false;
  }

  bool is_owner(const std::string& path) const {
    return !path.empty() && std::find(owners_.begin(), owners_.end(), path) != owners_.end();
  }

  // A function's own variable, that nobody else has a hand on.
  bool is_local() const {
    if (!container_.is(Kind::kIdentifier)) return false;
    const Binding* binding = names_.binding(container_);
    return binding != nullptr && binding->scope->kind != ScopeKind::kModule &&
           std::all_of(binding->sites.begin(), binding->sites.end(),
                       [](const BindingSite& site) { return site.kind == BindingKind::kAssignment; });
  }
  // A variable of the module, which any function may change.
  bool is_shared() const {
    if (!container_.is(Kind::kIdentifier)) return false;
    const Binding* binding = names_.binding(container_);
    return binding != nullptr && binding->scope->kind == ScopeKind::kModule;
  }

  // Does other code of this file change something of that name?
  bool changed_elsewhere() const {
    if (changed_ < 0) changed_ = look_elsewhere() ? 1 : 0;
    return changed_ == 1;
  }
  bool look_elsewhere() const {
    const std::string_view name = last_name(container_);
    for (Node node : loop_.tree().root().descendants()) {
      if (node.text() != name || !node.is(Kind::kIdentifier) || node.is_within(loop_)) continue;
      // The module's own code runs once, and not within a loop of another place.
      if (!node.ancestor(Kind::kFunctionDefinition) && !node.ancestor(Kind::kLambda)) continue;
      const Node whole = node.field() == Field::kAttribute ? node.parent() : node;
      const Node parent = whole.parent();
      if (parent.is(Kind::kSubscript) && whole.field() == Field::kValue && is_target(parent)) return true;
      const bool method =
          parent.is(Kind::kAttribute) && whole.field() == Field::kObject && parent.parent().is(Kind::kCall);
      if (method && is_one_of(kChangingMethods, parent.child(Field::kAttribute).text())) return true;
    }
    return false;
  }
  static std::string_view last_name(Node node) {
    while (node.is(Kind::kSubscript)) node = node.child(Field::kValue);
    return node.is(Kind::kAttribute) ? node.child(Field::kAttribute).text() : node.text();
  }

  Node loop_;
  Node container_;
  Node iterable_;  // of a comprehension
  const Names& names_;
  std::string path_;
  std::string_view key_;
  std::vector<std::string_view> variables_;
  std::vector<std::string> owners_;  // `self` and `self.a` of `self.a.b`
  mutable int changed_ = -1;
};

}  // namespace

bool may_change(Node loop, Node container, const Names& names) { return LoopJudge(loop, container, names).run(); }

bool may_change_in_function(Node container, const Names& names) {
  const Node function = container.ancestor(Kind::kFunctionDefinition);
  return !function || LoopJudge(function, container, names).run();
}

}  // namespace py3k::engine
