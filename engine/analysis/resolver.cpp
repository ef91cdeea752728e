#include "engine/analysis/resolver.h"

namespace py3k::engine {

namespace {

// Visits the scopes from the outside in. `current_` holds, for each name, the symbol that code in the scope being
// visited sees: a scope puts its own names there when it is entered, and what they hide is put back when it is left. So
// a use costs one look-up, however deep scopes are nested.
class Resolver {
 public:
  Resolver(const Tree& tree, Occurrences& occurrences)
      : tree_(tree),
        found_(occurrences),
        current_(found_.names.size(), kNoId),
        module_symbol_(found_.names.size(), kNoId),
        declared_in_(found_.names.size(), kNoId),
        declares_(found_.scopes.size(), false) {
    done_.symbols.reserve(found_.names.size() * 2);
    done_.symbols_of.resize(found_.scopes.size());
    done_.free_symbol.assign(found_.names.size(), kNoId);
  }

  Resolution run() {
    group_by_scope();
    link_children();
    bind_globals();
    std::vector<Open> open = {enter(0)};
    while (!open.empty()) {
      const ScopeId child = open.back().next_child;
      if (child == kNoId) {
        restore(open.back().undo);
        open.pop_back();
      } else {
        open.back().next_child = next_sibling_[child];
        open.push_back(enter(child));
      }
    }
    return std::move(done_);
  }

 private:
  struct Open {
    ScopeId next_child;
    std::size_t undo;
  };
  struct Undo {
    NameId name;
    SymbolId symbol;
  };

  void group_by_scope() {
    first_.assign(found_.scopes.size() + 1, 0);
    for (const Occurrence& it : found_.list) {
      ++first_[it.scope + 1];
      if (it.role == Role::kGlobal || it.role == Role::kNonlocal) declares_[it.scope] = true;
    }
    for (std::size_t scope = 1; scope < first_.size(); ++scope) first_[scope] += first_[scope - 1];
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    grouped_.resize(found_.list.size());
    for (std::uint32_t i = 0; i < found_.list.size(); ++i) grouped_[next[found_.list[i].scope]++] = i;
  }

  void link_children() {
    first_child_.assign(found_.scopes.size(), kNoId);
    next_sibling_.assign(found_.scopes.size(), kNoId);
    for (auto scope = static_cast<ScopeId>(found_.scopes.size() - 1); scope > 0; --scope) {
      next_sibling_[scope] = first_child_[found_.parents[scope]];
      first_child_[found_.parents[scope]] = scope;
    }
  }

  template <typename Do>
  void each_in(ScopeId scope, Do&& act) {
    for (std::uint32_t i = first_[scope]; i < first_[scope + 1]; ++i) act(found_.list[grouped_[i]]);
  }

  // What functions bind under `global` has to be known before anything is resolved.
  void bind_globals() {
    for (ScopeId scope = 1; scope < found_.scopes.size(); ++scope) {
      if (!declares_[scope]) continue;
      each_in(scope, [&](const Occurrence& it) {
        if (it.role == Role::kGlobal) declared_in_[it.name] = scope;
      });
      each_in(scope, [&](const Occurrence& it) {
        if (binds(it.role) && declared_in_[it.name] == scope && module_symbol_[it.name] == kNoId)
          install(it.name, add_symbol(it.name, 0));
      });
      each_in(scope, [&](const Occurrence& it) { declared_in_[it.name] = kNoId; });
    }
  }

  Open enter(ScopeId scope) {
    const bool module = scope == 0;
    const std::size_t undo = undo_.size();
    if (declares_[scope] && !module) {
      each_in(scope, [&](Occurrence& it) {
        if (it.role == Role::kGlobal || it.role == Role::kNonlocal) declare(it, scope);
      });
    }
    const auto first = module ? 0 : static_cast<SymbolId>(done_.symbols.size());
    each_in(scope, [&](Occurrence& it) {
      if (binds(it.role)) bind(it, scope);
    });
    done_.symbols_of[scope] = {first, static_cast<SymbolId>(done_.symbols.size())};
    const bool runs_once = module || found_.scopes[scope].kind == ScopeKind::kClass;
    each_in(scope, [&](Occurrence& it) {
      if (it.role != Role::kUse && !(module && !binds(it.role))) return;
      it.symbol = current_[it.name];
      if (it.role != Role::kUse) return;
      if (runs_once && is_early(it)) it.symbol = module ? kNoId : module_symbol_[it.name];
      if (it.symbol == kNoId) it.symbol = free_symbol(it.name);
    });
    // What is nested in a class does not see its names.
    if (found_.scopes[scope].kind == ScopeKind::kClass) restore(undo);
    return {first_child_[scope], undo};
  }

  void declare(Occurrence& it, ScopeId scope) {
    SymbolId target = module_symbol_[it.name];
    if (it.role == Role::kNonlocal) {
      target = current_[it.name];
      if (target == kNoId || done_.symbols[target].scope == 0) return;  // an error in Python; here it is a local
    }
    it.symbol = target;
    install(it.name, target);
    declared_in_[it.name] = scope;
    done_.redirects.push_back({scope, it.name, target});
  }

  void bind(Occurrence& it, ScopeId scope) {
    it.symbol = current_[it.name];
    if (declared_in_[it.name] == scope) return;
    if (it.symbol == kNoId || done_.symbols[it.symbol].scope != scope)
      install(it.name, it.symbol = add_symbol(it.name, scope));
    Symbol& symbol = done_.symbols[it.symbol];
    if (symbol.has_site) return;
    symbol.has_site = true;
    set_early_part(symbol, it);
  }

  // Code of a module or class runs from top to bottom, and what it reads before it is bound comes from further out:
  // the bases in `class file(file)`, the right side of `long = long`. In a module only that very statement counts:
  // `try: unicode` before `except NameError: unicode = str` asks about the variable that it then makes.
  void set_early_part(Symbol& symbol, const Occurrence& site) const {
    symbol.early_from = site.scope == 0 ? site.node : 0;
    symbol.live_from = site.node;
    if (site.role == Role::kFunction || site.role == Role::kClass)
      symbol.live_from = tree_.node(site.statement).subtree_end();
    if (site.role != Role::kAssign && site.role != Role::kForIn) return;
    const Node around = binder_of(tree_.node(site.node));
    if (around.is(Kind::kAssignment)) {
      symbol.live_from = tree_.node(site.statement).subtree_end();
    } else if (around.is_any(Kind::kForStatement, Kind::kForInClause)) {
      // The body of a comprehension comes before its target.
      if (around.is(Kind::kForInClause)) symbol.early_from = site.node;
      if (const Node right = around.child(Field::kRight)) symbol.live_from = right.subtree_end();
    } else if (around.is(Kind::kAsPattern) && site.scope == 0) {
      symbol.early_from = around.index();
    }
  }

  // What gives a target its value.
  static Node binder_of(Node target) {
    Node around = target.parent();
    constexpr int kDeepTarget = 5;  // real ones are not
    for (int depth = 0; depth < kDeepTarget; ++depth, around = around.parent())
      if (around.is_any(Kind::kAssignment, Kind::kForStatement, Kind::kForInClause, Kind::kAsPattern)) return around;
    return {};
  }

  bool is_early(const Occurrence& use) const {
    if (use.symbol == kNoId) return false;
    const Symbol& symbol = done_.symbols[use.symbol];
    return symbol.scope == use.scope && symbol.early_from <= use.node && use.node < symbol.live_from;
  }

  SymbolId add_symbol(NameId name, ScopeId scope) {
    const auto symbol = static_cast<SymbolId>(done_.symbols.size());
    done_.symbols.push_back({name, scope});
    if (scope == 0) module_symbol_[name] = symbol;
    return symbol;
  }

  SymbolId free_symbol(NameId name) {
    SymbolId& symbol = done_.free_symbol[name];
    if (symbol == kNoId) symbol = add_symbol(name, kNoId);
    return symbol;
  }

  void install(NameId name, SymbolId symbol) {
    undo_.push_back({name, current_[name]});
    current_[name] = symbol;
  }
  void restore(std::size_t until) {
    for (; undo_.size() > until; undo_.pop_back()) current_[undo_.back().name] = undo_.back().symbol;
  }

  const Tree& tree_;
  Occurrences& found_;
  Resolution done_;
  std::vector<SymbolId> current_;        // by name
  std::vector<SymbolId> module_symbol_;  // by name
  std::vector<ScopeId> declared_in_;     // by name: the scope, if any, that just declared it global or nonlocal
  std::vector<bool> declares_;           // by scope
  std::vector<std::uint32_t> first_;     // by scope: where in grouped_ its occurrences start
  std::vector<std::uint32_t> grouped_;   // indices of occurrences, by scope, in source order
  std::vector<ScopeId> first_child_;
  std::vector<ScopeId> next_sibling_;
  std::vector<Undo> undo_;
};

}  // namespace

Resolution resolve(const Tree& tree, Occurrences& occurrences) { return Resolver(tree, occurrences).run(); }

}  // namespace py3k::engine
