#include "engine/rewrite/rename_table.h"

#include <algorithm>

#include "engine/analysis/implicit_imports.h"
#include "engine/rewrite/file_facts.h"
#include "engine/rewrite/layout.h"

namespace py3k::engine {

namespace {

constexpr std::string_view kBuiltins = "__builtin__";

Dotted target_of(std::string_view to) {
  // "__builtin__.type(None)" has no dots but the first.
  if (to.starts_with(kBuiltins)) return {"builtins", std::string(to.substr(kBuiltins.size() + 1))};
  return split_dotted(to);
}

}  // namespace

Dotted split_dotted(std::string_view dotted) {
  const std::size_t dot = dotted.rfind('.');
  if (dot == std::string_view::npos) return {"", std::string(dotted)};
  return {std::string(dotted.substr(0, dot)), std::string(dotted.substr(dot + 1))};
}

MoveIndex::MoveIndex(const std::vector<FixerRenames>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const Rename& rename : *all[i].renames) {
      const std::string where = rename.where == Rename::Where::kImported ? ":" : "";
      const Dotted from = split_dotted(rename.from);
      const Dotted to = target_of(rename.to);
      last_parts_.insert(from.name);
      targets_[to.module].insert(i);
      things_[where + rename.from].push_back({i, all[i].fixer, &rename, from, to});
    }
    for (const ModuleMove& move : *all[i].modules) modules_[move.from].push_back({i, all[i].fixer, &move});
  }
  for (const auto& [name, things] : things_)
    for (const Thing& it : things)
      if (it.rename->is_free_too) free_.push_back(&it);
}

const std::vector<MoveIndex::Thing>* MoveIndex::things(std::string_view name) const {
  const auto found = things_.find(name);
  return found == things_.end() ? nullptr : &found->second;
}

const std::vector<MoveIndex::Module>* MoveIndex::modules(std::string_view path) const {
  const auto found = modules_.find(path);
  return found == modules_.end() ? nullptr : &found->second;
}

std::vector<const MoveIndex::Thing*> MoveIndex::things_of(std::string_view module) const {
  std::vector<const Thing*> found;
  const std::string prefix = std::string(module) + ".";
  for (auto at = things_.lower_bound(prefix); at != things_.end() && at->first.starts_with(prefix); ++at)
    for (const Thing& it : at->second)
      if (it.from.module == module) found.push_back(&it);
  return found;
}

const std::set<std::size_t>* MoveIndex::fixers_moving_into(std::string_view module) const {
  const auto found = targets_.find(module);
  return found == targets_.end() ? nullptr : &found->second;
}

bool RenameTable::moves_into(std::string_view module) const {
  const std::set<std::size_t>* fixers = moves_.fixers_moving_into(module);
  return fixers != nullptr && std::any_of(fixers->begin(), fixers->end(), [&](std::size_t i) { return active_[i]; });
}

// One of each name: the first that is active.
std::vector<const MoveIndex::Thing*> RenameTable::active_of(std::vector<const MoveIndex::Thing*> things) const {
  std::vector<const MoveIndex::Thing*> found;
  for (const MoveIndex::Thing* it : things) {
    const bool is_known = !found.empty() && found.back()->rename->from == it->rename->from;
    if (active_[it->fixer_index] && !is_known) found.push_back(it);
  }
  return found;
}
std::vector<const MoveIndex::Thing*> RenameTable::things_of(std::string_view module) const {
  return active_of(moves_.things_of(module));
}
std::vector<const MoveIndex::Thing*> RenameTable::free_things() const { return active_of(moves_.free_things()); }

const MoveIndex::Thing* RenameTable::thing(std::string_view name) const {
  const std::vector<MoveIndex::Thing>* things = moves_.things(name);
  if (things == nullptr) return nullptr;
  const auto found =
      std::find_if(things->begin(), things->end(), [&](const auto& it) { return active_[it.fixer_index]; });
  return found == things->end() ? nullptr : &*found;
}

std::optional<MovedTo> RenameTable::find(std::string_view module, std::string_view name, Rename::Where where) const {
  // Who renamed only the module has left what is used of it.
  const std::string qualified = std::string(module == "builtins" ? kBuiltins : module) + "." + std::string(name);
  const MoveIndex::Thing* found = thing(qualified);
  if (found != nullptr && found->rename->where == Rename::Where::kAttribute && where != found->rename->where)
    found = nullptr;
  if (found == nullptr && where == Rename::Where::kImported) found = thing(":" + qualified);
  if (found != nullptr) {
    if (is_own(module)) return {};
    MovedTo target{found->to, found->fixer, found->rename};
    // What has another name in its module goes with the module.
    if (const MovedModule moved = this->module(target.to.module); moved.move != nullptr && moved.move->keeps_name)
      target.to.module = moved.move->to;
    return target;
  }
  const MovedModule moved = this->module(module);
  if (moved.move == nullptr || moved.move->to.empty()) return {};
  return MovedTo{{moved.move->to, std::string(name)}, moved.fixer, nullptr};
}

std::optional<MovedTo> RenameTable::imported(std::string_view module, std::string_view name) const {
  return find(module, name, Rename::Where::kImported);
}
std::optional<MovedTo> RenameTable::attribute(std::string_view module, std::string_view name) const {
  return find(module, name, Rename::Where::kAttribute);
}

MovedTo RenameTable::at_use(MovedTo target, Node use) const {
  if (target.rename == nullptr || !target.rename->to_at) return target;
  if (const std::string to = target.rename->to_at(context_, use); !to.empty()) target.to = target_of(to);
  return target;
}

MovedModule RenameTable::module(std::string_view path) const {
  MovedModule known;
  const std::vector<MoveIndex::Module>* modules = moves_.modules(path);
  for (const MoveIndex::Module& it : modules != nullptr ? *modules : std::vector<MoveIndex::Module>()) {
    const ModuleMove& move = *it.move;
    if (!active_[it.fixer_index]) continue;
    if (move.needs_evidence && context_.facts().origins.rest() > Origin::kByFile) continue;
    const bool is_gone = known.move != nullptr && known.move->to.empty() && known.move->parts.empty();
    if (known.move == nullptr || (is_gone && !move.to.empty())) known = {&move, it.fixer};
  }
  return known.move == nullptr || is_own(path) ? MovedModule{} : known;
}

bool RenameTable::is_own(std::string_view module) const {
  const auto [known, is_new] = own_.try_emplace(std::string(module));
  if (is_new) known->second = context_.implicit_imports().is_own(module);
  return known->second;
}

std::string RenameTable::after(std::string_view name) const {
  if (const MovedModule moved = module(name); moved.move != nullptr && !moved.move->to.empty()) return moved.move->to;
  const Dotted parts = split_dotted(name);
  if (const auto target = imported(parts.module, parts.name)) return target->to.joined();
  return std::string(name);
}

// Does the name mean something else there, even after all changes?
bool RenameTable::is_hidden(const std::string& builtin, Node use) const {
  const Binding* there = context_.names().lookup(builtin, context_.names().scope_of(use));
  if (there == nullptr) return false;
  const auto [known, is_new] = hidden_.try_emplace({builtin, there}, false);
  if (is_new) known->second = is_hidden(builtin, *there);
  return known->second;
}
bool RenameTable::is_hidden(const std::string& builtin, const Binding& there) const {
  return !std::all_of(there.sites.begin(), there.sites.end(), [&](const BindingSite& site) {
    return site.kind == BindingKind::kImport && after(site.imported) == "builtins." + builtin;
  });
}

std::string RenameTable::spell_builtin(const MovedTo& target, Node use) const {
  const std::string& name = target.to.name;
  constexpr std::string_view kBetween = "(), ";
  std::string spelling;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find_first_of(kBetween, at), name.size());
    const std::string word = name.substr(at, end - at);
    const bool needs_module = !word.empty() && is_hidden(word, use);
    // Python 2.7 has no such module.
    if (needs_module && context_.keeps_python2()) return {};
    spelling.append(needs_module ? "builtins." : "").append(word);
    if (end < name.size()) spelling += name[end];
    at = end + 1;
  }
  return spelling;
}

bool needs_builtins(std::string_view spelling) { return spelling.find("builtins.") != std::string_view::npos; }

// --- Ladders

namespace {

// What an import statement binds: name and meaning, after all changes.
using Bound = std::set<std::pair<std::string, std::string>>;

bool is_import(Node statement) { return statement.is_any(Kind::kImportStatement, Kind::kImportFromStatement); }

bool catches_import_error(Node handler) {
  const Node caught = handler.named_child(0);
  if (caught.is(Kind::kBlock) || caught.text() == "ImportError" || caught.text() == "Exception") return true;
  const std::vector<Node> several = caught.is(Kind::kTuple) ? caught.named_children() : std::vector<Node>();
  return std::any_of(several.begin(), several.end(), [](Node item) { return item.text() == "ImportError"; });
}

class Ladders {
 public:
  Ladders(const RenameTable& table, Context& context) : table_(table), context_(context) {}

  std::unordered_set<std::uint32_t> collapse() {
    for (Node node : context_.tree().root().descendants())
      if (node.is(Kind::kTryStatement)) collapse(node);
    return std::move(gone_);
  }

 private:
  struct Arm {
    std::vector<Node> statements;
    Bound bound;
    const Fixer* moved_by = nullptr;
  };

  void collapse(Node ladder) {
    const Node handler = ladder.child(Kind::kExceptClause);
    if (!handler || handler.next() || !catches_import_error(handler)) return;
    Arm first = arm(ladder.child(Field::kBody));
    Arm second = arm(handler.child(Kind::kBlock));
    const Fixer* fixer = first.moved_by != nullptr ? first.moved_by : second.moved_by;
    if (fixer == nullptr || first.bound.empty() || first.bound != second.bound) return;
    if (!context_.tree().comments_in(ladder.range()).empty()) return;
    const bool second_stays = first.moved_by != nullptr && second.moved_by == nullptr;
    const Arm& stays = second_stays ? second : first;
    const bool at_margin = ladder.parent().is(Kind::kModule);
    if (stays.statements.size() > 1 && !at_margin) return;
    std::string lines;
    Holes holes;
    for (Node statement : stays.statements) {
      const std::string name = "import" + std::to_string(holes.size());
      lines += (lines.empty() ? "$" : std::string(newline_of(context_.text())) + "$") + name;
      holes.emplace_back(name, HoleValue(statement));
    }
    context_.set_fixer(*fixer);
    context_.change(ladder, "one import is enough for Python 3").replace(ladder, lines, holes).apply();
    for (Node statement : (second_stays ? first : second).statements) gone_.insert(statement.index());
  }

  // Empty where there is anything but imports.
  Arm arm(Node block) const {
    Arm made;
    for (Node statement : block.named_children()) {
      if (!is_import(statement)) return {};
      made.statements.push_back(statement);
      for (Node item : statement.children())
        if (item.field() == Field::kName && !add(statement, item, made)) return {};
    }
    return made;
  }

  bool add(Node statement, Node item, Arm& made) const {
    const bool has_alias = item.is(Kind::kAliasedImport);
    const std::string name((has_alias ? item.child(Field::kName) : item).text());
    const std::string local(has_alias ? item.child(Field::kAlias).text() : item.text());
    std::string what = name;
    const Fixer* fixer = nullptr;
    if (statement.is(Kind::kImportFromStatement)) {
      const Node module = statement.child(Field::kModuleName);
      if (!module.is(Kind::kDottedName)) return false;
      what = std::string(module.text()) + "." + name;
      const auto target = table_.imported(module.text(), name);
      if (target && target->is_gone()) return false;
      if (target) fixer = target->fixer;
    } else {
      const MovedModule moved = table_.module(name);
      if (moved.move != nullptr && moved.move->to.empty()) return false;
      if (moved.move != nullptr) fixer = moved.fixer;
      if (!has_alias && name.find('.') != std::string::npos) return false;
    }
    if (fixer != nullptr) made.moved_by = fixer;
    made.bound.emplace(local, table_.after(what));
    return true;
  }

  const RenameTable& table_;
  Context& context_;
  std::unordered_set<std::uint32_t> gone_;
};

}  // namespace

bool has_fallback(Node import_statement) {
  const Node block = import_statement.parent();
  const Node ladder = block.parent();
  if (!ladder.is(Kind::kTryStatement) || block.field() != Field::kBody) return false;
  const std::vector<Node> clauses = ladder.named_children();
  return std::any_of(clauses.begin(), clauses.end(),
                     [](Node clause) { return clause.is(Kind::kExceptClause) && catches_import_error(clause); });
}

std::unordered_set<std::uint32_t> collapse_ladders(const RenameTable& table, Context& context) {
  return Ladders(table, context).collapse();
}

}  // namespace py3k::engine
