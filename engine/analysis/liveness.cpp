#include "engine/analysis/liveness.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "engine/analysis/memory.h"

namespace py3k::engine {

namespace {

// What running a piece of code first does to the value.
enum class Effect : std::uint8_t {
  kNone,
  kReads,
  kEnds,   // another value takes its place, or the function is left
  kJumps,  // break or continue
};

}  // namespace

class Flow {
 public:
  Flow(const Names& names, const Binding& binding)
      : names_(names), binding_(binding), exits_(exits_of(binding.scope->node.tree(), names.memory())) {
    for (Node use : binding.uses) add(use, Effect::kReads);
    for (const BindingSite& site : binding.sites) {
      const bool reads = site.kind == BindingKind::kDelete || site.node.parent().is(Kind::kAugmentedAssignment);
      const bool declares = site.kind == BindingKind::kGlobal || site.kind == BindingKind::kNonlocal;
      if (!declares) add(site.node, reads ? Effect::kReads : Effect::kEnds);
    }
    std::sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) { return a.index < b.index; });
  }

  bool read_after(Node clause, bool by_name) {
    const Scope& home = names_.scope_of(clause);
    if (read_elsewhere(home)) return true;
    if (!by_name && (home.kind == ScopeKind::kClass || is_seen_as_a_whole(home))) return true;
    Effect left = completion(clause.child(Kind::kBlock));
    bool jumps = has_jump(clause.index(), clause.subtree_end());
    Node node = clause;
    while (true) {
      if (left != Effect::kNone) {
        if (read_on_the_way_out(node)) return true;
        // Only a jump leads on from here, to the end or the start of the loop.
        if (left == Effect::kEnds && !jumps) return false;
        node = enclosing_loop_part(node);
        if (!node) return false;
      }
      const Node owner = node.parent();
      if (!owner || owner.is_any(Kind::kFunctionDefinition, Kind::kClassDefinition)) return false;
      left = after(node, owner);
      if (left == Effect::kReads) return true;
      jumps = jumps || has_jump(node.index(), owner.subtree_end());
      if (owner.is_any(Kind::kForStatement, Kind::kWhileStatement)) jumps = false;
      node = owner;
    }
  }

 private:
  struct Event {
    std::uint32_t index;
    Effect effect;
  };

  void add(Node node, Effect effect) { events_.push_back({node.index(), effect}); }

  std::vector<Event>::const_iterator first_event(std::uint32_t from) const {
    return std::lower_bound(events_.begin(), events_.end(), from,
                            [](const Event& event, std::uint32_t index) { return event.index < index; });
  }
  bool has_event(Node node) const {
    const auto first = first_event(node.index());
    return first != events_.end() && first->index < node.subtree_end();
  }
  Effect event_at(Node node) const {
    const auto first = first_event(node.index());
    return first != events_.end() && first->index == node.index() ? first->effect : Effect::kNone;
  }

  static const Names::Memory::Exits& exits_of(const Tree& tree, Names::Memory& memory) {
    if (memory.exits) return *memory.exits;
    memory.exits.emplace();
    for (Node node : tree.root().subtree()) {
      const bool jumps = node.is_any(Kind::kBreakStatement, Kind::kContinueStatement);
      if (jumps) memory.exits->jumps.push_back(node.index());
      if (jumps || node.is_any(Kind::kReturnStatement, Kind::kRaiseStatement))
        memory.exits->all.push_back(node.index());
    }
    return *memory.exits;
  }

  static bool has_any(const std::vector<std::uint32_t>& indices, std::uint32_t from, std::uint32_t to) {
    const auto first = std::lower_bound(indices.begin(), indices.end(), from);
    return first != indices.end() && *first < to;
  }
  bool has_jump(std::uint32_t from, std::uint32_t to) const { return has_any(exits_.jumps, from, to); }
  bool has_exit(Node node) const { return has_any(exits_.all, node.index(), node.subtree_end()); }

  // Is the variable read by code of a function other than that which the clause is part of?
  bool read_elsewhere(const Scope& home) {
    const auto known = read_elsewhere_.find(&home);
    if (known != read_elsewhere_.end()) return known->second;
    const bool found = std::any_of(binding_.uses.begin(), binding_.uses.end(),
                                   [&](Node use) { return !runs_in(names_.scope_of(use), home); });
    return read_elsewhere_[&home] = found;
  }
  static bool runs_in(const Scope& scope, const Scope& home) {
    const Scope* at = &scope;
    while (at != nullptr && at != &home && at->kind == ScopeKind::kComprehension) at = at->parent;
    return at == nullptr || at == &home;
  }
  // Does the function look at all of its variables?
  bool is_seen_as_a_whole(const Scope& home) {
    if (home.kind != ScopeKind::kFunction) return false;
    const auto [known, is_new] = seen_as_a_whole_.try_emplace(&home, false);
    if (is_new) known->second = looks_at_all_variables(home);
    return known->second;
  }
  bool looks_at_all_variables(const Scope& home) const {
    for (std::string_view function : {"locals", "vars", "eval", "dir", "execfile"})
      for (Node use : names_.free_uses(function))
        if (use.is_within(home.node) && !is_about_another(use, function)) return true;
    for (Node node : home.node.descendants())
      if (node.is(Kind::kExecStatement)) return true;
    return false;
  }

  // vars(x), dir(x)
  static bool is_about_another(Node use, std::string_view function) {
    if (function != "vars" && function != "dir") return false;
    const Node call = use.field() == Field::kFunction ? use.parent() : Node();
    return call.is(Kind::kCall) && call.child(Field::kArguments).named_child_count() > 0;
  }

  // The node whose parent is the nearest loop.
  static Node enclosing_loop_part(Node node) {
    for (; node; node = node.parent()) {
      if (node.parent().is_any(Kind::kForStatement, Kind::kWhileStatement) && node.is(Kind::kBlock)) return node;
      if (node.is_any(Kind::kFunctionDefinition, Kind::kClassDefinition)) return {};
    }
    return {};
  }

  // How control leaves a suite: by its end (kNone), from the function (kEnds), or by a jump.
  static Effect completion(Node block) {
    Node last;
    for (Node child : block.children())
      if (child.is_named()) last = child;
    if (last.is_any(Kind::kReturnStatement, Kind::kRaiseStatement)) return Effect::kEnds;
    if (last.is_any(Kind::kBreakStatement, Kind::kContinueStatement)) return Effect::kJumps;
    return Effect::kNone;
  }

  // What is left early goes through the clauses of the statements around it: of `finally`, and of `except`.
  bool read_on_the_way_out(Node node) {
    for (; node && !node.is_any(Kind::kFunctionDefinition, Kind::kClassDefinition); node = node.parent()) {
      if (!node.parent().is(Kind::kTryStatement)) continue;
      for (Node clause = reached_from(node); clause; clause = clause.next()) {
        const bool reached = clause.is_any(Kind::kFinallyClause, Kind::kExceptClause);
        if (reached && effect(clause) == Effect::kReads) return true;
      }
    }
    return false;
  }

  // What comes after `node`, a part of `owner`, up to the end of `owner`.
  Effect after(Node node, Node owner) {
    switch (owner.kind()) {
      case Kind::kBlock:
      case Kind::kModule:
        return rest(node.next());
      case Kind::kForStatement:
      case Kind::kWhileStatement: {
        if (!node.is(Kind::kBlock)) return Effect::kNone;  // the else clause has ended
        // Round again, then on behind the loop.
        const Node head = owner.child(owner.is(Kind::kForStatement) ? Field::kLeft : Field::kCondition);
        Effect again = effect(head);
        if (again == Effect::kNone) again = effect(node);
        return again == Effect::kReads ? again : effect(owner.child(Field::kAlternative));
      }
      case Kind::kTryStatement:
        return after_part_of_try(node);
      default:
        return Effect::kNone;
    }
  }

  // The first clause of a try statement that may come after a part of it; the others follow. After a clause, it is
  // `finally`.
  static Node reached_from(Node node) {
    if (node.is(Kind::kBlock)) return node.next();
    const Node last = node.parent().last_child();
    return last != node && last.is(Kind::kFinallyClause) ? last : Node();
  }

  Effect after_part_of_try(Node node) {
    Effect found = Effect::kNone;
    for (Node clause = reached_from(node); clause; clause = clause.next()) {
      const Effect own = effect(clause);
      if (own == Effect::kReads) return own;
      if (clause.is(Kind::kFinallyClause)) found = own;
    }
    return found;
  }

  // A run of siblings, from first to last.
  Effect run(Node first) {
    for (Node node = first; node; node = node.next())
      if (const Effect found = effect(node); found != Effect::kNone) return found;
    return Effect::kNone;
  }

  // The same for statements, which are asked about again and again, each time from another one on.
  Effect rest(Node first) {
    Effect found = Effect::kNone;
    std::vector<std::uint32_t> passed;
    for (Node node = first; node && found == Effect::kNone; node = node.next()) {
      const auto known = rest_.find(node.index());
      if (known != rest_.end()) {
        found = known->second;
        break;
      }
      passed.push_back(node.index());
      found = effect(node);
    }
    for (std::uint32_t index : passed) rest_[index] = found;
    return found;
  }

  // Both ways may be taken.
  static Effect either(Effect a, Effect b) {
    if (a == Effect::kReads || b == Effect::kReads) return Effect::kReads;
    if (a == Effect::kNone || b == Effect::kNone) return Effect::kNone;
    return a == Effect::kJumps ? a : b;
  }

  Effect effect(Node node) {
    if (!node || (!has_event(node) && !has_exit(node))) return Effect::kNone;
    switch (node.kind()) {
      case Kind::kBreakStatement:
      case Kind::kContinueStatement:
        return Effect::kJumps;
      case Kind::kReturnStatement:
      case Kind::kRaiseStatement: {
        const Effect found = run(node.first_child());
        return found == Effect::kNone ? Effect::kEnds : found;
      }
      case Kind::kIfStatement:
        return if_statement(node);
      case Kind::kTryStatement:
        return try_statement(node);
      case Kind::kForStatement: {
        const Effect right = effect(node.child(Field::kRight));
        if (right != Effect::kNone) return right;
        const Effect target = effect(node.child(Field::kLeft));
        return loop(target != Effect::kNone ? target : effect(node.child(Field::kBody)), node);
      }
      case Kind::kWhileStatement: {
        const Effect condition = effect(node.child(Field::kCondition));
        return condition != Effect::kNone ? condition : loop(effect(node.child(Field::kBody)), node);
      }
      case Kind::kFunctionDefinition: {  // of bodies, read_elsewhere() knows
        const Effect defaults = effect(node.child(Field::kParameters));
        return defaults != Effect::kNone ? defaults : event_at(node.child(Field::kName));
      }
      case Kind::kAssignment: {
        const Effect right = effect(node.child(Field::kRight));
        return right != Effect::kNone ? right : effect(node.child(Field::kLeft));
      }
      case Kind::kBlock:
        return rest(node.first_child());
      case Kind::kExpressionStatement:
      case Kind::kWithStatement:
      case Kind::kClassDefinition:
      case Kind::kDecoratedDefinition:
      case Kind::kElseClause:
      case Kind::kExceptClause:
      case Kind::kFinallyClause:
        return run(node.first_child());
      default:
        return in_order(node);
    }
  }

  // Of what holds no statements: an expression, which may be nested too deep to recurse into, or a simple statement.
  Effect in_order(Node node) {
    for (std::uint32_t index = node.index(); index < node.subtree_end();) {
      const Node inner = node.tree().node(index);
      if (inner.is(Kind::kListComprehension)) {
        if (list_comprehension(inner) == Effect::kReads) return Effect::kReads;
        index = inner.subtree_end();
        continue;
      }
      if (inner.is(Kind::kIdentifier))
        if (const Effect found = event_at(inner); found != Effect::kNone) return found;
      ++index;
    }
    return Effect::kNone;
  }

  // A loop may not run at all, and a jump in it goes no further than its end.
  Effect loop(Effect body, Node node) {
    return either(body == Effect::kJumps ? Effect::kNone : body, effect(node.child(Field::kAlternative)));
  }

  // In Python 2 its variables are those of the code around it.
  Effect list_comprehension(Node node) {
    for (Node clause = node.child(Kind::kForInClause); clause; clause = clause.next()) {
      const Node first = clause.is(Kind::kIfClause) ? clause.first_child() : clause.child(Kind::kTokenIn).next();
      if (run(first) == Effect::kReads) return Effect::kReads;
      if (effect(clause.child(Field::kLeft)) == Effect::kEnds) return Effect::kNone;
    }
    return effect(node.first_child().next());
  }

  Effect if_statement(Node node) {
    Effect found = effect(node.child(Field::kCondition));
    if (found != Effect::kNone) return found;
    found = effect(node.child(Field::kConsequence));
    bool complete = false;
    for (Node clause : node.children()) {
      if (clause.is(Kind::kElifClause)) {
        const Effect condition = effect(clause.child(Field::kCondition));
        if (condition == Effect::kReads) return condition;
        found = either(found, effect(clause.child(Field::kConsequence)));
      } else if (clause.is(Kind::kElseClause)) {
        complete = true;
        found = either(found, effect(clause.child(Kind::kBlock)));
      }
    }
    return complete ? found : either(found, Effect::kNone);
  }

  // The body may break off anywhere, and a clause of `except` takes over with the value as it was.
  Effect try_statement(Node node) {
    Effect found = effect(node.child(Kind::kBlock));
    if (found == Effect::kNone) found = effect(node.child(Kind::kElseClause));
    for (Node clause : node.children())
      if (clause.is(Kind::kExceptClause)) found = either(found, effect(clause));
    const Effect last = effect(node.child(Kind::kFinallyClause));
    return found == Effect::kReads || last == Effect::kNone ? found : last;
  }

  const Names& names_;
  const Binding& binding_;
  const Names::Memory::Exits& exits_;
  std::vector<Event> events_;  // by index
  std::unordered_map<const Scope*, bool> read_elsewhere_;
  std::unordered_map<const Scope*, bool> seen_as_a_whole_;
  std::unordered_map<std::uint32_t, Effect> rest_;  // by the first statement
};

namespace {

bool is_read(const Names& names, Node except_clause, const Binding& binding, bool by_name) {
  std::shared_ptr<Flow>& flow = names.memory().flows[&binding];
  if (!flow) flow = std::make_shared<Flow>(names, binding);
  return flow->read_after(except_clause, by_name);
}

}  // namespace

bool is_read_after(const Names& names, Node except_clause, const Binding& binding) {
  return is_read(names, except_clause, binding, false);
}

bool is_read_by_name_after(const Names& names, Node except_clause, const Binding& binding) {
  return is_read(names, except_clause, binding, true);
}

}  // namespace py3k::engine
