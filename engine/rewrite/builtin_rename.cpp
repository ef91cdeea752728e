#include "engine/rewrite/builtin_rename.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "engine/fixer.h"
#include "engine/rewrite/file_facts.h"
#include "engine/rewrite/layout.h"
#include "engine/rewrite/taken_binding.h"

namespace py3k::engine {

namespace {

constexpr std::string_view kBuiltins = "__builtin__";

// The only statement of a suite; empty where there are several.
Node only_statement(Node block) { return block.named_child_count() == 1 ? block.named_child(0) : Node(); }

// `a = b` with one plain name on the left; empty otherwise.
Node plain_assignment(Node statement) {
  if (!statement.is(Kind::kExpressionStatement) || statement.child_count() != 1) return {};
  const Node assignment = statement.first_child();
  const bool plain = assignment.is(Kind::kAssignment) && assignment.child(Field::kLeft).is(Kind::kIdentifier) &&
                     !assignment.child(Field::kRight).is(Kind::kAssignment);
  return plain ? assignment : Node();
}

class BuiltinRenamer {
 public:
  BuiltinRenamer(const std::vector<const BuiltinRename*>& renames, Context& context)
      : context_(context), names_(context.names()) {
    for (const BuiltinRename* rename : renames) table_.emplace(rename->from, rename);
  }

  void run() {
    find_shims();
    for (const Shim& shim : shims_)
      for (Node use : shim.uses) collect(use);
    for (const auto& [from, rename] : table_)
      for (Node use : names_.free_uses(from))
        if (names_.resolves_to(use, std::string(kBuiltins) + "." + from)) collect(use);
    for (const auto& [tuple, uses] : tuples_) merge_types(context_.tree().node(tuple), uses);
    for (const Shim& shim : shims_) remove(shim);
    for (Node use : uses_)
      if (!done_.contains(use.index())) rename(use, *table_.at(std::string(use.text())));
  }

 private:
  // A `try` that makes up for builtins that Python 3 has not, and everything that uses what it makes.
  struct Shim {
    std::vector<Node> statements;
    std::vector<const Binding*> bindings;
    std::vector<Node> uses;
  };
  // A name, and the statements that make up for it.
  struct Made {
    const Binding* binding;
    std::vector<Node> statements;
  };

  const BuiltinRename* rename_of(std::string_view name) const {
    const auto found = table_.find(std::string(name));
    return found == table_.end() || found->second->module != kBuiltins ? nullptr : found->second;
  }

  // --- stand-ins

  void find_shims() {
    std::unordered_map<const Binding*, std::size_t> place_of;
    for (Node node : context_.tree().root().descendants()) {
      if (!node.is(Kind::kTryStatement)) continue;
      for (const Binding* binding : bindings_made_by(node)) {
        const auto [found, is_new] = place_of.try_emplace(binding, made_.size());
        if (is_new) made_.push_back({binding, {}});
        std::vector<Node>& statements = made_[found->second].statements;
        if (statements.empty() || statements.back() != node) statements.push_back(node);
        makers_[node.index()].insert(found->second);
      }
    }
    for (std::size_t i = 0; i < made_.size(); ++i)
      if (may_go(*made_[i].binding, made_[i].statements)) add_shim(i);
    for (const Shim& shim : shims_) gone_.insert(gone_.end(), shim.statements.begin(), shim.statements.end());
    std::sort(gone_.begin(), gone_.end(), [](Node a, Node b) { return a.start() < b.start(); });
  }

  // Is a node in one of some statements? They are sorted, and none is in another.
  static bool is_in(const std::vector<Node>& statements, Node node) {
    const auto after = std::upper_bound(statements.begin(), statements.end(), node.start(),
                                        [](std::uint32_t start, Node statement) { return start < statement.start(); });
    return after != statements.begin() && node.end() <= std::prev(after)->end();
  }

  // What a stand-in statement binds; nothing where it does anything else.
  std::vector<const Binding*> bindings_made_by(Node node) const {
    const Node handler = node.child(Kind::kExceptClause);
    const bool bare = handler && node.child(Kind::kElseClause).kind() == Kind::kNone &&
                      node.child(Kind::kFinallyClause).kind() == Kind::kNone;
    if (!bare || handler.next() || !tries_name(only_statement(node.child(Field::kBody)))) return {};
    const std::string_view caught = handler.named_child(0).text();
    if (caught != "NameError" && caught != "Exception" && !handler.named_child(0).is(Kind::kBlock)) return {};
    std::vector<const Binding*> bindings;
    for (Node statement : handler.child(Kind::kBlock).named_children()) {
      const Node assignment = plain_assignment(statement);
      if (!assignment || !is_equal(assignment.child(Field::kLeft).text(), assignment.child(Field::kRight))) return {};
      const Binding* binding = names_.binding(assignment.child(Field::kLeft));
      if (binding == nullptr) return {};
      bindings.push_back(binding);
    }
    return bindings;
  }

  // `unicode`, or `unicode = unicode`.
  bool tries_name(Node statement) const {
    if (const Node assignment = plain_assignment(statement)) {
      const Node right = assignment.child(Field::kRight);
      return right.is(Kind::kIdentifier) && right.text() == assignment.child(Field::kLeft).text() &&
             rename_of(right.text()) != nullptr;
    }
    return statement.is(Kind::kExpressionStatement) && statement.child_count() == 1 &&
           statement.first_child().is(Kind::kIdentifier) && rename_of(statement.first_child().text()) != nullptr;
  }

  // Is the value what this program puts in the name's place: `str`, `(str,)` or `(str, unicode)` for basestring?
  bool is_equal(std::string_view name, Node value) const {
    const BuiltinRename* rename = rename_of(name);
    if (rename == nullptr) return false;
    std::vector<Node> items{value};
    if (value.is(Kind::kTuple)) items = value.named_children();
    return !items.empty() && std::all_of(items.begin(), items.end(), [&](Node item) {
      const BuiltinRename* renamed = rename_of(item.text());
      return item.is(Kind::kIdentifier) &&
             (item.text() == rename->to || (renamed != nullptr && renamed->to == rename->to));
    });
  }

  // Nothing else binds the name; and, at a module's top, nobody takes it from here, nor is it had from a star import.
  bool may_go(const Binding& binding, const std::vector<Node>& statements) const {
    const auto in_shim = [&](Node node) { return is_in(statements, node); };
    for (const BindingSite& site : binding.sites)
      if (!in_shim(site.node)) return false;
    const std::string& to = rename_of(binding.name)->to;
    const auto hidden = [&](Node use) { return names_.lookup(to, names_.scope_of(use)) != nullptr; };
    if (std::any_of(binding.uses.begin(), binding.uses.end(), hidden)) return false;
    if (std::any_of(binding.uses.begin(), binding.uses.end(), [&](Node use) { return stays(use); })) return false;
    if (binding.scope->kind != ScopeKind::kModule) return true;
    const bool used = std::any_of(binding.uses.begin(), binding.uses.end(), [&](Node use) { return !in_shim(use); });
    return used && !comes_by_star(binding) && !is_taken(context_, binding);
  }

  bool comes_by_star(const Binding& binding) const {
    const auto& stars = names_.star_imports();
    return std::any_of(stars.begin(), stars.end(), [&](const Names::StarImport& star) {
      return context_.implicit_imports().star_binds(star.module, binding.name);
    });
  }

  // Statements that make several names go together with all of them, or stay.
  void add_shim(std::size_t place) {
    const std::vector<Node>& statements = made_[place].statements;
    std::set<std::size_t> beside;
    for (Node statement : statements) beside.merge(std::set(makers_.at(statement.index())));
    Shim shim{.statements = statements, .bindings = {}, .uses = {}};
    for (const std::size_t other : beside) {
      if (other != place && (made_[other].statements != statements || !may_go(*made_[other].binding, statements)))
        return;
      if (other < place) return;  // made with that one
      shim.bindings.push_back(made_[other].binding);
    }
    for (const Binding* made : shim.bindings) shim.uses.insert(shim.uses.end(), made->uses.begin(), made->uses.end());
    shims_.push_back(std::move(shim));
  }

  bool goes(Node node) const { return is_in(gone_, node); }

  void remove(const Shim& shim) {
    const std::string name(shim.bindings.front()->name);
    context_.set_fixer(*table_.at(name)->fixer);
    ChangeBuilder change = context_.change(
        shim.statements.front(), "the stand-in for " + name + " goes, its uses become " + table_.at(name)->to);
    for (Node statement : shim.statements) change.remove(statement);
    for (Node use : shim.uses) {
      if (goes(use) || done_.contains(use.index())) continue;
      change.set_text(use, table_.at(std::string(use.text()))->to);
      done_.insert(use.index());
    }
    change.apply();
  }

  // Does a fixer say so, or has it dealt with the place already?
  bool stays(Node use) const {
    const BuiltinRename& rename = *table_.at(std::string(use.text()));
    return rename.rename->to_at && rename.rename->to_at(context_, use) == rename.rename->from;
  }

  // --- types of the same name in a tuple

  void collect(Node use) {
    if (goes(use) || stays(use)) return;
    uses_.push_back(use);
    const BuiltinRename* rename = rename_of(use.text());
    if (rename == nullptr) return;
    renamed_[use.index()] = rename;
    const Node around = use.parent();
    if ((around.is_any(Kind::kTuple, Kind::kList, Kind::kSet) && tests_types(around)) || names_classes(around))
      tuples_[around.index()].push_back(use);
    if (around.is(Kind::kPair) && use.field() == Field::kKey) check_keys(around);
  }

  // The tuple in isinstance(x, (a, b)), in a tuple in there, or in `type(x) in (a, b)`, which may be a list or a set.
  bool tests_types(Node tuple) const {
    bool nested = false;
    for (; tuple.parent().is(Kind::kTuple); tuple = tuple.parent()) nested = true;
    const Node parent = tuple.parent();
    if (parent.is(Kind::kComparisonOperator))
      return !nested && tuple.previous().is_any(Kind::kTokenIn, Kind::kTokenNotIn);
    if (!parent.is(Kind::kArgumentList) || parent.named_child(1) != tuple) return false;
    const Node function = parent.parent().child(Field::kFunction);
    return names_.resolves_to(function, "__builtin__.isinstance") ||
           names_.resolves_to(function, "__builtin__.issubclass");
  }

  // `except (StandardError, Exception), e`, `class Lost(StandardError, Exception)`
  static bool names_classes(Node list) {
    const Node parent = list.parent();
    if (list.is(Kind::kArgumentList)) return parent.is(Kind::kClassDefinition);
    const Node clause = parent.is(Kind::kAsPattern) ? parent.parent() : parent;
    return list.is(Kind::kTuple) && clause.is(Kind::kExceptClause) && parent.named_child(0) == list;
  }

  // The builtin that an item will name; empty for what is none.
  std::string type_named(Node item) const {
    if (!item.is(Kind::kIdentifier)) return {};
    const auto found = renamed_.find(item.index());
    if (found != renamed_.end()) return hidden(item, *found->second) ? std::string() : found->second->to;
    return names_.resolves_to(item, std::string(kBuiltins) + "." + std::string(item.text())) ? std::string(item.text())
                                                                                             : std::string();
  }

  void merge_types(Node tuple, const std::vector<Node>& uses) {
    std::set<std::string> seen;
    std::vector<Node> kept;
    std::vector<Node> extra;
    for (Node item : tuple.named_children()) {
      const std::string type = type_named(item);
      const bool again = !type.empty() && !seen.insert(type).second;
      (again ? extra : kept).push_back(item);
    }
    if (extra.empty()) return;
    const BuiltinRename& first = *renamed_.at(uses.front().index());
    context_.set_fixer(*first.fixer);
    ChangeBuilder change = context_.change(tuple, first.from + " -> " + first.to + ", once");
    for (Node use : uses) done_.insert(use.index());
    if (kept.size() == 1 && !tuple.is(Kind::kArgumentList)) {
      const bool in_call = !tuple.parent().is(Kind::kComparisonOperator);
      const std::string_view alone = tuple.is(Kind::kList) ? "[$type]" : tuple.is(Kind::kSet) ? "{$type}" : "($type,)";
      change.replace(tuple, in_call ? "$type" : alone, {{"type", kept.front()}});
    } else {
      for (Node item : extra) change.remove(item);
    }
    for (Node item : kept)
      if (const auto found = renamed_.find(item.index()); found != renamed_.end())
        put_name(change, item, *found->second);
    change.apply();
  }

  // {str: a, unicode: b} would lose a.
  void check_keys(Node pair) {
    const std::string type = type_named(pair.child(Field::kKey));
    for (Node other : pair.parent().named_children()) {
      if (other == pair || !other.is(Kind::kPair) || type.empty() || type_named(other.child(Field::kKey)) != type)
        continue;
      context_.set_fixer(*renamed_.at(pair.child(Field::kKey).index())->fixer);
      context_.report(pair, "this dictionary has two entries for " + type +
                                " in Python 3; the last one wins, so take one of them out");
      return;
    }
  }

  // --- single uses

  // What stands for the new name in a place: a thing that the file itself calls so.
  bool hidden(Node use, const BuiltinRename& rename) const {
    const Binding* there = names_.lookup(rename.to, names_.scope_of(use));
    return there != nullptr && !is_same(*there, rename) && !rebinds(use, *there);
  }

  // `str = unicode`, `from builtins import str`: then str means the same.
  static bool is_same(const Binding& binding, const BuiltinRename& rename) {
    if (binding.scope->kind != ScopeKind::kModule) return false;
    return std::all_of(binding.sites.begin(), binding.sites.end(), [&](const BindingSite& site) {
      if (site.kind == BindingKind::kImport) return site.imported == "builtins." + rename.to;
      const Node assignment = plain_assignment(site.statement);
      const std::string_view value = assignment.child(Field::kRight).text();
      return assignment && (value == rename.from || value == rename.to);
    });
  }

  // The use in `input = raw_input` is read before that name is bound, outside functions.
  static bool rebinds(Node use, const Binding& binding) {
    if (binding.scope->kind != ScopeKind::kModule && binding.scope->kind != ScopeKind::kClass) return false;
    const BindingSite& first = binding.sites.front();
    return use.field() == Field::kRight && plain_assignment(first.statement) == use.parent();
  }

  void rename(Node use, const BuiltinRename& rename) {
    context_.set_fixer(*rename.fixer);
    ChangeBuilder change = context_.change(use);
    put_name(change, use, rename);
    change.apply();
  }

  void put_name(ChangeBuilder& change, Node use, const BuiltinRename& rename) const {
    if (rename.module != kBuiltins) {
      change.replace(use, rename.module + "." + rename.to).need_import(rename.module);
    } else if (hidden(use, rename)) {
      // Where Python 3 keeps __builtin__: https://docs.python.org/3/library/builtins.html
      change.replace(use, "builtins." + rename.to).need_import("builtins");
    } else {
      change.set_text(use, rename.to);
    }
  }

  Context& context_;
  const Names& names_;
  std::map<std::string, const BuiltinRename*> table_;                // by old name
  std::vector<Made> made_;                                           // by stand-ins, in source order
  std::unordered_map<std::uint32_t, std::set<std::size_t>> makers_;  // places in made_, by statement
  std::vector<Shim> shims_;
  std::vector<Node> gone_;  // statements that go, in source order
  std::vector<Node> uses_;
  std::unordered_map<std::uint32_t, const BuiltinRename*> renamed_;  // by node
  std::map<std::uint32_t, std::vector<Node>> tuples_;                // uses by the tuple that they are in
  std::unordered_set<std::uint32_t> done_;                           // uses that a change has
};

}  // namespace

void apply_builtin_renames(const std::vector<const BuiltinRename*>& renames, Context& context) {
  BuiltinRenamer(renames, context).run();
}

}  // namespace py3k::engine
