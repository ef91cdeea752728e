#include "engine/analysis/names.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "engine/analysis/implicit_imports.h"
#include "engine/analysis/memory.h"
#include "engine/analysis/occurrences.h"
#include "engine/analysis/resolver.h"
#include "engine/analysis/star_imports.h"
#include "engine/dialect/lexer.h"
#include "engine/library/facts.h"

namespace py3k::engine {

namespace {

constexpr std::string_view kBuiltins = "__builtin__";

// With a dot before it where it is relative in Python 2.
std::string resolved_module(std::string module, const ImplicitImports* implicit) {
  if (implicit != nullptr && implicit->is_relative(module)) module.insert(0, ".");
  return module;
}

// `from` what: "os.path", "..", ".helper".
std::string module_of(Node import_from, const ImplicitImports* implicit) {
  const Node module = import_from.child(Field::kModuleName);
  if (!module.is(Kind::kRelativeImport)) return resolved_module(dotted_text(module), implicit);
  const std::string_view prefix = module.child(Kind::kImportPrefix).text();
  return std::string(static_cast<std::size_t>(std::count(prefix.begin(), prefix.end(), '.')), '.') +
         dotted_text(module.child(Kind::kDottedName));
}

struct Imported {
  std::string what;
  std::string meaning;  // of the name it binds: "os" for `import os.path`
};

Imported imported_at(Node identifier, const ImplicitImports* implicit) {
  const Node part = identifier.parent();  // `a.b` or `a.b as c`
  const Node statement = part.parent();
  const bool aliased = part.is(Kind::kAliasedImport);
  std::string what = dotted_text(aliased ? part.child(Field::kName) : part);
  if (statement.is(Kind::kImportStatement)) {
    what = resolved_module(std::move(what), implicit);
    return {what, aliased ? what : what.substr(0, what.find('.', 1))};
  }
  std::string module = statement.is(Kind::kFutureImportStatement) ? "__future__" : module_of(statement, implicit);
  if (!module.ends_with('.')) module += '.';
  what.insert(0, module);
  return {what, what};
}

BindingKind kind_of(Role role) {
  switch (role) {
    case Role::kDelete:
      return BindingKind::kDelete;
    case Role::kParameter:
      return BindingKind::kParameter;
    case Role::kFunction:
      return BindingKind::kFunction;
    case Role::kClass:
      return BindingKind::kClass;
    case Role::kImport:
      return BindingKind::kImport;
    case Role::kExcept:
      return BindingKind::kExcept;
    case Role::kGlobal:
      return BindingKind::kGlobal;
    case Role::kNonlocal:
      return BindingKind::kNonlocal;
    default:
      return BindingKind::kAssignment;
  }
}

}  // namespace

// The constructor finds and resolves everything, in flat tables; bindings, with their lists and strings, are made when
// they are first asked for.
struct Names::Impl {
  Impl(const Tree& file, const ImplicitImports* implicit_imports)
      : tree(file), implicit(implicit_imports), found(find_occurrences(file)), resolved(resolve(file, found)) {
    occurrence_at.assign(file.size(), kNoId);
    for (std::size_t i = found.list.size(); i-- > 0;) occurrence_at[found.list[i].node] = static_cast<std::uint32_t>(i);
    for (Node star : found.star_imports) star_imports.push_back({module_of(star.parent(), implicit), star});
  }

  const Occurrence* occurrence(Node node) const {
    if (!node.is(Kind::kIdentifier)) return nullptr;
    const std::uint32_t at = occurrence_at[node.index()];
    return at == kNoId ? nullptr : &found.list[at];
  }

  ScopeId id_of(const Scope& scope) const { return static_cast<ScopeId>(&scope - found.scopes.data()); }

  bool is_free(SymbolId symbol) const { return resolved.symbols[symbol].scope == kNoId; }

  // --- The occurrences of each symbol ---

  void group_by_symbol() {
    if (!first_of.empty()) return;
    first_of.assign(resolved.symbols.size() + 1, 0);
    for (const Occurrence& it : found.list)
      if (it.symbol != kNoId) ++first_of[it.symbol + 1];
    for (std::size_t symbol = 1; symbol < first_of.size(); ++symbol) first_of[symbol] += first_of[symbol - 1];
    std::vector<std::uint32_t> next(first_of.begin(), first_of.end() - 1);
    grouped.resize(first_of.back());
    for (std::uint32_t i = 0; i < found.list.size(); ++i)
      if (found.list[i].symbol != kNoId) grouped[next[found.list[i].symbol]++] = i;
  }

  template <typename Do>
  void each_of(SymbolId symbol, Do&& act) {
    group_by_symbol();
    for (std::uint32_t i = first_of[symbol]; i < first_of[symbol + 1]; ++i) act(found.list[grouped[i]]);
  }

  const Binding& binding(SymbolId symbol) {
    if (bindings.empty()) bindings.resize(resolved.symbols.size());
    if (bindings[symbol]) return *bindings[symbol];
    auto made = std::make_unique<Binding>();
    made->name = found.names.text(resolved.symbols[symbol].name);
    if (!is_free(symbol)) made->scope = &found.scopes[resolved.symbols[symbol].scope];
    each_of(symbol, [&](const Occurrence& it) {
      const Node node = tree.node(it.node);
      if (it.role == Role::kUse) return made->uses.push_back(node);
      made->sites.push_back({node, kind_of(it.role), {}, tree.node(it.statement)});
      if (it.role == Role::kImport) made->sites.back().imported = imported_at(node, implicit).what;
    });
    bindings[symbol] = std::move(made);
    return *bindings[symbol];
  }

  // --- What symbols mean ---

  // The qualified name, "" if there is none.
  const std::string& meaning(SymbolId symbol) {
    if (meanings.empty()) meanings.resize(resolved.symbols.size());
    Meaning& known = meanings[symbol];
    if (known.is_known) return known.name;
    known.is_known = true;
    if (is_free(symbol)) {
      const std::string_view name = found.names.text(resolved.symbols[symbol].name);
      const bool hidden = std::any_of(star_imports.begin(), star_imports.end(), [&](const StarImport& it) {
        return star_import_hides(it.module, name, tree.source().language) ||
               (implicit != nullptr && implicit->star_binds(it.module, name));
      });
      if (!hidden) known.name.append(kBuiltins).append(".").append(name);
      return known.name;
    }
    bool are_imports = true;
    bool agreed = true;
    each_of(symbol, [&](const Occurrence& it) {
      if (!binds(it.role) || it.role == Role::kDelete || !are_imports) return;
      are_imports = it.role == Role::kImport;
      if (!are_imports || !agreed) return;
      std::string here = imported_at(tree.node(it.node), implicit).meaning;
      agreed = known.name.empty() || known.name == here;
      known.name = std::move(here);
    });
    known.has_alternatives = are_imports && !agreed;
    if (!agreed || !are_imports) known.name.clear();
    return known.name;
  }

  // The symbol of an identifier, kNoId if it is none or has none.
  SymbolId symbol_of(Node node) const {
    const Occurrence* it = occurrence(node);
    return it == nullptr ? kNoId : it->symbol;
  }

  // --- Names looked up by scope ---

  struct Entry {
    std::uint64_t key;
    SymbolId symbol;
  };
  static std::uint64_t key(ScopeId scope, NameId name) { return std::uint64_t{scope} << 32 | name; }
  static bool by_key(const Entry& a, const Entry& b) { return a.key < b.key; }

  const Entry* entry(ScopeId scope, NameId name) {
    if (entries.empty()) {
      for (SymbolId id = 0; id < resolved.symbols.size(); ++id)
        if (!is_free(id)) entries.push_back({key(resolved.symbols[id].scope, resolved.symbols[id].name), id});
      for (const auto& it : resolved.redirects) entries.push_back({key(it.scope, it.name), it.symbol});
      std::sort(entries.begin(), entries.end(), by_key);
    }
    const auto at = std::lower_bound(entries.begin(), entries.end(), Entry{key(scope, name), 0}, by_key);
    return at != entries.end() && at->key == key(scope, name) ? &*at : nullptr;
  }

  // The classes that bind a name.
  const std::unordered_map<NameId, std::vector<Node>>& classes_with() {
    if (classes) return *classes;
    classes.emplace();
    for (ScopeId scope = 0; scope < found.scopes.size(); ++scope) {
      if (found.scopes[scope].kind != ScopeKind::kClass) continue;
      const auto range = resolved.symbols_of[scope];
      for (SymbolId symbol = range.first; symbol < range.last; ++symbol)
        (*classes)[resolved.symbols[symbol].name].push_back(found.scopes[scope].node);
    }
    return *classes;
  }

  // What the module's code imports.
  struct Imports {
    std::set<std::string, std::less<>> all;
    std::map<std::string, std::vector<const Binding*>, std::less<>> alone;  // what nothing else binds
  };
  const Imports& imports(const Names& names) {
    if (module_imports) return *module_imports;
    module_imports.emplace();
    for (const Binding* binding : names.bindings_in(found.scopes.front())) {
      for (const BindingSite& site : binding->sites)
        if (site.kind == BindingKind::kImport) module_imports->all.insert(site.imported);
      const BindingSite& first = binding->sites.front();
      if (binding->sites.size() == 1 && first.kind == BindingKind::kImport)
        module_imports->alone[first.imported].push_back(binding);
    }
    return *module_imports;
  }

  struct Meaning {
    bool is_known = false;
    bool has_alternatives = false;  // imports alone bind it, of several things
    std::string name;
  };

  const Tree& tree;
  const ImplicitImports* const implicit;
  Occurrences found;
  const Resolution resolved;
  std::vector<StarImport> star_imports;
  std::vector<std::uint32_t> occurrence_at;  // by node
  std::vector<std::uint32_t> first_of;       // by symbol: where in grouped its occurrences start
  std::vector<std::uint32_t> grouped;        // indices of occurrences, by symbol, in source order
  std::vector<std::unique_ptr<Binding>> bindings;
  std::vector<Meaning> meanings;
  std::vector<Entry> entries;
  std::optional<Imports> module_imports;
  std::optional<std::unordered_map<NameId, std::vector<Node>>> classes;
  Memory memory;
};

Names::Names(const Tree& tree, const ImplicitImports* implicit) : impl_(std::make_unique<Impl>(tree, implicit)) {}
Names::~Names() = default;

const Scope& Names::scope_of(Node node) const {
  const auto& segments = impl_->found.segments;
  const auto after = std::upper_bound(segments.begin(), segments.end(), node.index(),
                                      [](std::uint32_t index, const auto& segment) { return index < segment.first; });
  return impl_->found.scopes[std::prev(after)->scope];
}

const Scope& Names::scope_opened_by(Node node) const {
  const auto& scopes = impl_->found.scopes;
  const auto at = std::lower_bound(scopes.begin(), scopes.end(), node.index(),
                                   [](const Scope& scope, std::uint32_t index) { return scope.node.index() < index; });
  return at != scopes.end() && at->node == node ? *at : scope_of(node);
}

const Binding* Names::binding(Node identifier) const {
  const SymbolId symbol = impl_->symbol_of(identifier);
  return symbol == kNoId || impl_->is_free(symbol) ? nullptr : &impl_->binding(symbol);
}

const Binding* Names::lookup(std::string_view name, const Scope& from) const {
  const NameId id = impl_->found.names.find(name);
  if (id == kNoId) return nullptr;
  for (const Scope* scope = &from; scope != nullptr; scope = scope->parent) {
    if (scope->kind == ScopeKind::kClass && scope != &from) continue;
    const auto* entry = impl_->entry(impl_->id_of(*scope), id);
    if (entry != nullptr) return entry->symbol == kNoId ? nullptr : &impl_->binding(entry->symbol);
  }
  return nullptr;
}

const std::vector<const Binding*>& Names::bindings_in(const Scope& scope) const {
  std::vector<const Binding*>& result = memory().bindings[&scope];
  if (!result.empty()) return result;
  const auto range = impl_->resolved.symbols_of[impl_->id_of(scope)];
  for (SymbolId symbol = range.first; symbol < range.last; ++symbol) result.push_back(&impl_->binding(symbol));
  std::sort(result.begin(), result.end(), [](const Binding* a, const Binding* b) {
    return a->sites.front().node.index() < b->sites.front().node.index();
  });
  return result;
}

const std::vector<const Binding*>& Names::bindings_of(std::string_view imported) const {
  static const std::vector<const Binding*> none;
  const auto found = impl_->imports(*this).alone.find(imported);
  return found == impl_->imports(*this).alone.end() ? none : found->second;
}

const std::vector<Node>& Names::classes_with(std::string_view member) const {
  static const std::vector<Node> none;
  const auto& classes = impl_->classes_with();
  const auto found = classes.find(impl_->found.names.find(member));
  return found == classes.end() ? none : found->second;
}

bool Names::imports(std::string_view module) const {
  const auto& all = impl_->imports(*this).all;
  if (all.contains(module)) return true;
  const std::string inside = std::string(module) + ".";
  const auto found = all.lower_bound(inside);
  return found != all.end() && found->starts_with(inside);
}

const std::vector<Node>& Names::free_uses(std::string_view name) const {
  static const std::vector<Node> none;
  const NameId id = impl_->found.names.find(name);
  const SymbolId symbol = id == kNoId ? kNoId : impl_->resolved.free_symbol[id];
  return symbol == kNoId ? none : impl_->binding(symbol).uses;
}

bool Names::is_name(Node identifier) const {
  const Occurrence* it = impl_->occurrence(identifier);
  return it != nullptr && !(it->role == Role::kImport && identifier.parent().is(Kind::kDottedName));
}

namespace {

// `a` of `a.b.c`.
Node base_of(Node expression) {
  while (expression.is(Kind::kAttribute)) expression = expression.child(Field::kObject);
  return expression;
}

// ".b.c" of `a.b.c`.
std::string attributes_of(Node expression) {
  std::vector<std::string_view> attributes;
  for (; expression.is(Kind::kAttribute); expression = expression.child(Field::kObject))
    attributes.push_back(expression.child(Field::kAttribute).text());
  std::string all;
  for (auto it = attributes.rbegin(); it != attributes.rend(); ++it) all.append(".").append(*it);
  return all;
}

// `builtins.unicode`: an earlier run has renamed the module, without the fixer of what is used of it. There is no such
// thing in Python 3, nor in the package that has a module of that name for Python 2.
bool is_gone_builtin(std::string_view name) {
  const Fact* fact = library().find("__builtin__." + std::string(name));
  return fact != nullptr && fact->gone;
}

}  // namespace

std::string Names::qualified(Node expression) const {
  const SymbolId symbol = impl_->symbol_of(base_of(expression));
  if (symbol == kNoId || impl_->meaning(symbol).empty()) return {};
  return impl_->meaning(symbol) + attributes_of(expression);
}

std::vector<std::string> Names::alternatives(Node expression) const {
  if (std::string only = qualified(expression); !only.empty()) return {std::move(only)};
  const SymbolId symbol = impl_->symbol_of(base_of(expression));
  if (symbol == kNoId || !impl_->meanings[symbol].has_alternatives) return {};
  std::vector<std::string> found;
  impl_->each_of(symbol, [&](const Occurrence& it) {
    if (it.role != Role::kImport) return;
    found.push_back(imported_at(impl_->tree.node(it.node), impl_->implicit).meaning + attributes_of(expression));
  });
  return found;
}

bool Names::resolves_to(Node expression, std::string_view qualified_name) const {
  std::string_view last;
  // From the right, so that most expressions are told apart by one comparison.
  for (; expression.is(Kind::kAttribute); expression = expression.child(Field::kObject)) {
    const std::string_view attribute = expression.child(Field::kAttribute).text();
    if (qualified_name.size() <= attribute.size() || !qualified_name.ends_with(attribute)) return false;
    qualified_name.remove_suffix(attribute.size());
    if (qualified_name.back() != '.') return false;
    qualified_name.remove_suffix(1);
    last = attribute;
  }
  const SymbolId symbol = impl_->symbol_of(expression);
  if (symbol == kNoId || qualified_name.empty()) return false;
  const std::string& meaning = impl_->meaning(symbol);
  return meaning == qualified_name ||
         (qualified_name == "__builtin__" && meaning == "builtins" && is_gone_builtin(last));
}

const std::vector<Names::StarImport>& Names::star_imports() const { return impl_->star_imports; }

Names::Memory& Names::memory() const { return impl_->memory; }

bool Names::is_used_anywhere(std::string_view name) const { return impl_->found.names.find(name) != kNoId; }

}  // namespace py3k::engine
