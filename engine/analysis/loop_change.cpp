// May a loop's body change the container that the loop goes through? Python 3 raises RuntimeError then, where Python 2
// went through a list made beforehand: https://docs.python.org/3/library/stdtypes.html#dictionary-view-objects
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/consumer.h"
#include "engine/analysis/memory.h"
#include "engine/library/signatures.h"
#include "engine/one_of.h"
#include "engine/syntax/precedence.h"

namespace py3k::engine {

namespace {

// What is called to put an end to a thing, which may then leave the container that it is in: `for c in
// self.all.values(): c.close()`
constexpr std::string_view kEndingMethods[] = {
    "close",     "remove",   "delete", "unregister", "detach",      "disconnect", "kill",  "stop",
    "terminate", "shutdown", "cancel", "destroy",    "release",     "unlink",     "abort", "drop",
    "expire",    "dispose",  "finish", "discard",    "unsubscribe", "die",        "quit"};

// "self.cache" for a name, or attributes and items of one; empty for anything else.
std::string path_of(Node node) {
  constexpr int kLongest = 32;  // parts
  std::string path;
  int parts = 0;
  for (Node at = node; !at.is(Kind::kIdentifier);
       at = at.child(at.is(Kind::kAttribute) ? Field::kObject : Field::kValue))
    if (!at.is_any(Kind::kAttribute, Kind::kSubscript) || ++parts > kLongest) return {};
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

// The index of the nearest function's node; 0 in the module's code.
std::uint32_t function_around(Node node) {
  const Node function = node.ancestor(Kind::kFunctionDefinition);
  return function ? function.index() : 0;
}

bool adds_or_takes(Node name) {
  const Node whole = name.field() == Field::kAttribute ? name.parent() : name;
  const Node parent = whole.parent();
  if (parent.is(Kind::kSubscript)) return whole.field() == Field::kValue && is_target(parent);
  const bool is_method =
      parent.is(Kind::kAttribute) && whole.field() == Field::kObject && parent.parent().is(Kind::kCall);
  if (!is_method) return false;
  const Fact* known = known_method(parent.child(Field::kAttribute).text());
  return is_marked(known, Mark::kChanges) && known->name.starts_with("__builtin__.");
}

bool is_constant(std::string_view name) { return name == "True" || name == "False" || name == "None"; }

// `cache = self.cache`; of `cache = self.cache = {}` each target with the next.
void learn_alias(Node assignment, Names::Memory& memory) {
  const Node one = assignment.child(Field::kLeft);
  Node other = assignment.child(Field::kRight);
  if (other.is(Kind::kAssignment)) other = other.child(Field::kLeft);
  const std::string path = path_of(one);
  const std::string other_path = path_of(other);
  if (path.empty() || other_path.empty() || is_constant(other_path)) return;
  const std::uint32_t function = function_around(assignment);
  memory.aliases[{function, path}].try_emplace(other_path, other);
  memory.aliases[{function, other_path}].try_emplace(path, one);
}

Names::Memory& learned(const Tree& tree, const Names& names) {
  Names::Memory& memory = names.memory();
  if (memory.knows_changes) return memory;
  memory.knows_changes = true;
  for (Node node : tree.root().descendants()) {
    if (node.is(Kind::kAssignment)) learn_alias(node, memory);
    if (!node.is(Kind::kIdentifier) || !adds_or_takes(node)) continue;
    const bool in_function = node.ancestor(Kind::kFunctionDefinition) || node.ancestor(Kind::kLambda);
    Names::Memory::Changes& changes = memory.changes[node.text()];
    changes.all.push_back(node);
    if (in_function) changes.in_functions.push_back(node);
  }
  return memory;
}

class LoopJudge {
 public:
  // A loop, or a function as a whole. `name` is the container's mention in the loop's header, or another name of it.
  LoopJudge(Node loop, Node container, Node name, const Names& names)
      : loop_(loop), container_(container), name_(name), names_(names), path_(path_of(name)) {
    for (Node at = name; !path_.empty() && at.is_any(Kind::kAttribute, Kind::kSubscript);) {
      at = at.child(at.is(Kind::kAttribute) ? Field::kObject : Field::kValue);
      owners_.push_back(path_of(at));
    }
    if (is_whole()) return;
    const Node header = loop.is(Kind::kForStatement) ? loop : loop.child(Kind::kForInClause);
    find_key(header);
    for (Node node : header.child(Field::kLeft).subtree())
      if (node.is(Kind::kIdentifier)) variables_.push_back(node.text());
    // What is gone through has been worked out by then.
    if (header != loop) iterable_ = header.child(Field::kRight);
  }

  bool run() {
    if (is_namespace()) return namespace_changes();
    if (path_.empty()) return is_whole();
    for (Node node : body().descendants()) {
      if (iterable_ && node.is_within(iterable_)) continue;
      if (node.is(Kind::kSubscript) && changes_item(node)) return true;
      if (node.is(Kind::kCall) && !container_.is_within(node) && changes_by_call(node)) return true;
      // The code that goes through what is yielded runs within the loop, be it the module's.
      if (node.is(Kind::kYield) && !is_local() && changed_elsewhere(true)) return true;
    }
    return false;
  }

 private:
  // Is it all of a function, or of a module?
  bool is_whole() const { return loop_.is_any(Kind::kFunctionDefinition, Kind::kModule); }

  Node body() const {
    return loop_.is_any(Kind::kForStatement, Kind::kFunctionDefinition) ? loop_.child(Field::kBody) : loop_;
  }

  // Which variable holds the key that the loop is at, if one does all the time? That of d.keys(), d.items() or
  // dict.keys(d), with nothing around it that would make other items of them.
  void find_key(Node header) {
    const Node call = inside_parentheses(header.child(Field::kRight));
    const Node method = call.child(Field::kFunction);
    const bool direct = container_.parent() == method || container_.parent() == call.child(Field::kArguments);
    if (!direct) return;
    Node target = header.child(Field::kLeft);
    const bool is_pair = target.is_any(Kind::kPatternList, Kind::kTuplePattern);
    const std::string_view items = method.child(Field::kAttribute).text();
    if (items.ends_with("values") || items.ends_with("items") != is_pair) return;
    if (is_pair) target = target.named_child(0);
    const Binding* binding = names_.binding(target);
    if (binding == nullptr) return;
    const Node code = body();
    auto site = std::lower_bound(binding->sites.begin(), binding->sites.end(), code.index(),
                                 [](const BindingSite& it, std::uint32_t index) { return it.node.index() < index; });
    for (; site != binding->sites.end() && site->node.index() < code.subtree_end(); ++site)
      if (site->node != target) return;
    key_ = target.text();
  }

  // globals(), vars(x), x.__dict__, sys.modules: changed by code that does not name them.
  bool is_namespace() const {
    if (name_.is(Kind::kCall)) {
      const std::string_view function = name_.child(Field::kFunction).text();
      return function == "globals" || function == "locals" || function == "vars";
    }
    return path_.ends_with(".__dict__") || path_ == "sys.modules";
  }

  // By what is called, by what is assigned to one of its names, in a module by any variable that gets a value.
  bool namespace_changes() const {
    if (path_ == "sys.modules" || is_whole()) return true;
    const bool is_of_code = name_.is(Kind::kCall) && name_.child(Field::kArguments).named_child_count() == 0;
    if (is_of_code && loop_.is(Kind::kForStatement)) return true;  // the loop's variable is in it
    for (Node node : body().descendants()) {
      if (iterable_ && node.is_within(iterable_)) continue;
      if (node.is_any(Kind::kYield, Kind::kDeleteStatement, Kind::kImportStatement, Kind::kImportFromStatement))
        return true;
      if (node.is(Kind::kAttribute) && is_target(node)) return true;
      if (node.is(Kind::kCall) && !is_harmless(node.child(Field::kFunction)) && !container_.is_within(node))
        return true;
    }
    return false;
  }
  // Does it touch no module's, class's or object's names?
  bool is_harmless(Node function) const {
    if (!function.is(Kind::kAttribute)) return only_looks(function);
    const std::string_view name = function.child(Field::kAttribute).text();
    const bool fills = name == "append" || name == "add" || name == "extend";
    return fills || is_marked(known_method(name), Mark::kPure) || is_of_unittest(name) ||
           function.text().starts_with("inspect.is");
  }
  bool only_looks(Node function) const {
    return function.text() == "print" || is_marked(known_function(names_.qualified(function)), Mark::kPure);
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
      if (object == path_) return !is_marked(known_method(method), Mark::kPure);
      if (is_of_unittest(method)) return false;
      if (is_owner(object) && changed_elsewhere()) return true;
      const bool variable = std::find(variables_.begin(), variables_.end(), object) != variables_.end();
      if (variable && !is_local() && is_one_of(kEndingMethods, method)) return true;
    } else if (only_looks(function)) {
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
    const Binding* binding = name_.is(Kind::kIdentifier) ? names_.binding(name_) : nullptr;
    if (binding == nullptr || binding->scope->kind == ScopeKind::kModule) return false;
    const auto [known, is_new] = names_.memory().only_assigned.try_emplace(binding, false);
    if (is_new) {
      known->second = std::all_of(binding->sites.begin(), binding->sites.end(),
                                  [](const BindingSite& site) { return site.kind == BindingKind::kAssignment; });
    }
    return known->second;
  }
  // A variable of the module, which any function may change.
  bool is_shared() const {
    const Binding* binding = name_.is(Kind::kIdentifier) ? names_.binding(name_) : nullptr;
    return binding != nullptr && binding->scope->kind == ScopeKind::kModule;
  }

  // Does other code of this file change something of that name?
  bool changed_elsewhere(bool by_module = false) const {
    const Names::Memory& memory = learned(loop_.tree(), names_);
    const auto changes = memory.changes.find(last_name(name_));
    if (changes == memory.changes.end()) return false;
    // The module's own code runs once, and not within a loop of another place.
    const std::vector<Node>& places = by_module ? changes->second.all : changes->second.in_functions;
    return !places.empty() && !(places.front().is_within(loop_) && places.back().is_within(loop_));
  }
  static std::string_view last_name(Node node) {
    while (node.is(Kind::kSubscript)) node = node.child(Field::kValue);
    return node.is(Kind::kAttribute) ? node.child(Field::kAttribute).text() : node.text();
  }

  Node loop_;
  Node container_;
  Node name_;
  Node iterable_;  // of a comprehension
  const Names& names_;
  std::string path_;
  std::string_view key_;
  std::vector<std::string_view> variables_;
  std::vector<std::string> owners_;  // `self` and `self.a` of `self.a.b`
};

}  // namespace

bool may_change(Node loop, Node container, const Names& names) {
  if (LoopJudge(loop, container, container, names).run()) return true;
  // It may have other names in the function around it.
  const auto& aliases = learned(loop.tree(), names).aliases;
  const auto found = aliases.find({function_around(container), path_of(container)});
  if (found == aliases.end()) return false;
  constexpr std::size_t kTooMany = 16;  // to look for each
  if (found->second.size() > kTooMany) return true;
  return std::any_of(found->second.begin(), found->second.end(),
                     [&](const auto& alias) { return LoopJudge(loop, container, alias.second, names).run(); });
}

bool may_change_in_function(Node container, const Names& names) {
  const Node own = container.ancestor(Kind::kFunctionDefinition);
  const Node function = own ? own : container.tree().root();
  auto& known = names.memory().changed_in_function;
  const auto [answer, is_new] =
      known.try_emplace({function.index(), container.text(), container.parent().kind()}, false);
  if (is_new) answer->second = may_change(function, container, names);
  return answer->second;
}

}  // namespace py3k::engine
