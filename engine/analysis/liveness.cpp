#include "engine/analysis/liveness.h"

#include <algorithm>

namespace py3k::engine {

namespace {

// What running a piece of code first does to the value.
enum class Effect : std::uint8_t {
  kNone,
  kReads,
  kEnds,   // another value takes its place, or the function is left
  kJumps,  // break or continue
};

class Flow {
 public:
  Flow(const Names& names, const Binding& binding) : names_(names), binding_(binding) {
    for (Node use : binding.uses) add(use, Effect::kReads);
    for (const BindingSite& site : binding.sites) {
      const bool reads = site.kind == BindingKind::kDelete || site.node.parent().is(Kind::kAugmentedAssignment);
      const bool declares = site.kind == BindingKind::kGlobal || site.kind == BindingKind::kNonlocal;
      if (!declares) add(site.node, reads ? Effect::kReads : Effect::kEnds);
    }
    std::sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) { return a.index < b.index; });
  }

  bool read_after(Node clause) {
    if (read_elsewhere(names_.scope_of(clause))) return true;
    Effect left = completion(clause.child(Kind::kBlock));
    bool jumps = has_jump(clause);
    Node node = clause;
    while (true) {
      if (left != Effect::kNone) {
        // Only a jump leads on from here, to the end or the start of the loop.
        if (left == Effect::kEnds && !jumps) return false;
        node = enclosing_loop_part(node);
        if (!node) return false;
      }
      const Node owner = node.parent();
      if (!owner || owner.is_any(Kind::kFunctionDefinition, Kind::kClassDefinition)) return false;
      left = after(node, owner);
      if (left == Effect::kReads) return true;
      for (Node rest = node; rest; rest = rest.next()) jumps = jumps || has_jump(rest);
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

  bool has_event(Node node) const {
    const auto first = std::lower_bound(events_.begin(), events_.end(), node.index(),
                                        [](const Event& event, std::uint32_t index) { return event.index < index; });
    return first != events_.end() && first->index < node.subtree_end();
  }
  Effect event_at(Node node) const {
    for (const Event& event : events_)
      if (event.index == node.index()) return event.effect;
    return Effect::kNone;
  }

  // Is the variable read by a function, or, where it is global, by any code, other than that which the clause is part
  // of?
  bool read_elsewhere(const Scope& home) const {
    return std::any_of(binding_.uses.begin(), binding_.uses.end(), [&](Node use) {
      for (const Scope* scope = &names_.scope_of(use); scope != nullptr && scope != &home; scope = scope->parent)
        if (scope->kind != ScopeKind::kComprehension) return true;
      return false;
    });
  }

  // The node whose parent is the nearest loop.
  static Node enclosing_loop_part(Node node) {
    for (; node; node = node.parent()) {
      if (node.parent().is_any(Kind::kForStatement, Kind::kWhileStatement) && node.is(Kind::kBlock)) return node;
      if (node.is_any(Kind::kFunctionDefinition, Kind::kClassDefinition)) return {};
    }
    return {};
  }

  static bool has_jump(Node node) {
    for (Node inner : node.subtree())
      if (inner.is_any(Kind::kBreakStatement, Kind::kContinueStatement)) return true;
    return false;
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

  // What comes after `node`, a part of `owner`, up to the end of `owner`.
  Effect after(Node node, Node owner) {
    switch (owner.kind()) {
      case Kind::kBlock:
      case Kind::kModule:
        return run(node.next());
      case Kind::kForStatement:
      case Kind::kWhileStatement: {
        if (!node.is(Kind::kBlock)) return Effect::kNone;  // the else clause has ended
        // Round again, then on behind the loop.
        const Node head = owner.child(owner.is(Kind::kForStatement) ? Field::kLeft : Field::kCondition);
        Effect again = effect(head);
        if (again == Effect::kNone) again = effect(node);
        return again == Effect::kReads ? again : effect(owner.child(Field::kAlternative));
      }
      case Kind::kTryStatement: {
        Effect found = Effect::kNone;
        for (Node clause = node.next(); clause; clause = clause.next()) {
          const bool reached = node.is(Kind::kBlock) || clause.is(Kind::kFinallyClause);
          if (!reached || found == Effect::kEnds) continue;
          const Effect own = effect(clause);
          if (own == Effect::kReads) return own;
          if (clause.is(Kind::kFinallyClause)) found = own;
        }
        return found;
      }
      default:
        return Effect::kNone;
    }
  }

  // A run of siblings, from first to last.
  Effect run(Node first) {
    for (Node node = first; node; node = node.next())
      if (const Effect found = effect(node); found != Effect::kNone) return found;
    return Effect::kNone;
  }

  // Both ways may be taken.
  static Effect either(Effect a, Effect b) {
    if (a == Effect::kReads || b == Effect::kReads) return Effect::kReads;
    if (a == Effect::kNone || b == Effect::kNone) return Effect::kNone;
    return a == Effect::kJumps ? a : b;
  }

  Effect effect(Node node) {
    if (!node) return Effect::kNone;
    switch (node.kind()) {
      case Kind::kIdentifier:
        return event_at(node);
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
      default:
        break;
    }
    if (!has_event(node) && !has_exit(node)) return Effect::kNone;
    switch (node.kind()) {
      case Kind::kAssignment: {
        const Effect right = effect(node.child(Field::kRight));
        return right != Effect::kNone ? right : effect(node.child(Field::kLeft));
      }
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
      case Kind::kListComprehension:
        return list_comprehension(node);
      case Kind::kBooleanOperator:
      case Kind::kConditionalExpression: {
        for (Node inner : node.descendants())
          if (event_at(inner) == Effect::kReads) return Effect::kReads;
        return Effect::kNone;
      }
      case Kind::kFunctionDefinition: {  // of bodies, read_elsewhere() knows
        const Effect defaults = effect(node.child(Field::kParameters));
        return defaults != Effect::kNone ? defaults : event_at(node.child(Field::kName));
      }
      default:
        return run(node.first_child());
    }
  }

  // A loop may not run at all, and a jump in it goes no further than its end.
  Effect loop(Effect body, Node node) {
    return either(body == Effect::kJumps ? Effect::kNone : body, effect(node.child(Field::kAlternative)));
  }

  // In Python 2 its variables are those of the code around it.
  Effect list_comprehension(Node node) {
    for (Node clause = node.child(Kind::kForInClause); clause; clause = clause.next()) {
      if (const Effect found = run(clause.child(Kind::kTokenIn).next()); found == Effect::kReads) return found;
      if (effect(clause.child(Field::kLeft)) == Effect::kEnds) return Effect::kNone;
    }
    return effect(node.first_child().next());
  }

  static bool has_exit(Node node) {
    for (Node inner : node.subtree()) {
      if (inner.is_any(Kind::kReturnStatement, Kind::kRaiseStatement, Kind::kBreakStatement, Kind::kContinueStatement))
        return true;
    }
    return false;
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
    const Effect body = effect(node.child(Kind::kBlock));
    if (body == Effect::kReads) return body;
    Effect found = body;
    for (Node clause : node.children()) {
      if (clause.is(Kind::kExceptClause)) found = either(found, run(clause.first_child()));
      if (clause.is(Kind::kElseClause) && body == Effect::kNone) found = either(effect(clause), Effect::kNone);
      if (!clause.is(Kind::kFinallyClause)) continue;
      const Effect last = effect(clause);
      found = last == Effect::kNone ? found : last;
    }
    return found;
  }

  const Names& names_;
  const Binding& binding_;
  std::vector<Event> events_;  // by index
};

}  // namespace

bool is_read_after(const Names& names, Node except_clause, const Binding& binding) {
  return Flow(names, binding).read_after(except_clause);
}

}  // namespace py3k::engine
