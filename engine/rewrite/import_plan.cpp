#include "engine/rewrite/import_plan.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/library/facts.h"
#include "engine/rewrite/layout.h"

namespace py3k::engine {

namespace {

constexpr std::string_view kFuture = "__future__";

bool is_import(Node statement) {
  return statement.is_any(Kind::kImportStatement, Kind::kImportFromStatement, Kind::kFutureImportStatement);
}

// `try: import a` / `except ImportError: a = None`, `if TYPE_CHECKING: import a`: may stand among the imports at the
// top.
bool is_guarded_import(Node statement) {
  if (!statement.is_any(Kind::kTryStatement, Kind::kIfStatement)) return false;
  bool any = false;
  for (Node node : statement.descendants()) {
    if (node.is_any(Kind::kFunctionDefinition, Kind::kClassDefinition, Kind::kForStatement, Kind::kWhileStatement))
      return false;
    any = any || is_import(node);
  }
  return any;
}

std::string module_text(Node import_from) {
  std::string text;
  for (Node part : import_from.child(Field::kModuleName).subtree())
    if (!part.first_child()) text += part.text();
  return text;
}

std::string first_part(const std::string& module) { return module.substr(0, module.find('.')); }
std::string last_part(const std::string& module) { return module.substr(module.rfind('.') + 1); }

bool is_aliased(const BindingSite& site) { return site.node.parent().is(Kind::kAliasedImport); }
bool is_from(const BindingSite& site) { return site.statement.is(Kind::kImportFromStatement); }
bool is_unconditional(const BindingSite& site) { return site.statement.parent().is(Kind::kModule); }

// Does `import a.b`, `import a` or `from m import n` bind the name to a package that begins so?
bool binds_package(const BindingSite& site, const std::string& package) {
  return site.kind == BindingKind::kImport && !is_from(site) && !is_aliased(site) &&
         first_part(site.imported) == package;
}

// `import commands`, which is subprocess in Python 3.
bool imports_old_one(Node item, std::string_view module) {
  if (!item.is(Kind::kDottedName)) return false;
  const Fact* fact = library().find(item.text());
  return fact != nullptr && fact->is_module() && fact->to == module;
}

std::string imported_name(const ImportRequest& request) {
  return request.name.empty() ? request.module : request.module + "." + request.name;
}

bool is_met_by(const BindingSite& site, const ImportRequest& request) {
  return site.kind == BindingKind::kImport && site.imported == imported_name(request) && is_unconditional(site);
}

// Is it code that runs only after the module's own: that of a function?
bool runs_later(const Names& names, Node at) {
  for (const Scope* scope = &names.scope_of(at); scope != nullptr; scope = scope->parent)
    if (scope->kind == ScopeKind::kFunction || scope->kind == ScopeKind::kLambda) return true;
  return false;
}

// --- Spelling

class Speller {
 public:
  Speller(Context& context, Node at) : context_(context), names_(context.names()), at_(at) {}

  std::string spell(ImportRequest& request) {
    if (std::string known = known_as(request); !known.empty()) return known;
    return request.name.empty() ? spell_module(request) : spell_name(request);
  }

 private:
  const Scope& module_scope() const { return names_.scope_of(context_.tree().root()); }

  // What an import that is there already calls it.
  std::string known_as(ImportRequest& request) const {
    for (const Binding* binding : names_.bindings_of(imported_name(request))) {
      const BindingSite& site = binding->sites.front();
      if (!is_unconditional(site) || !comes_before(site) || !is_visible(*binding)) continue;
      if (is_aliased(site)) request.alias = binding->name;
      const bool dotted = !is_from(site) && !is_aliased(site);
      return dotted ? request.module : std::string(binding->name);
    }
    return {};
  }

  bool is_visible(const Binding& binding) const {
    return names_.lookup(binding.name, names_.scope_of(at_)) == &binding;
  }

  bool comes_before(const BindingSite& site) const {
    return site.node.start() < at_.start() || runs_later(names_, at_);
  }

  std::string spell_name(ImportRequest& request) const {
    const bool taken = names_.lookup(request.name, names_.scope_of(at_)) != nullptr ||
                       names_.lookup(request.name, module_scope()) != nullptr;
    if (!taken) return request.name;
    const std::string name = std::move(request.name);
    request.name.clear();
    return Speller(*this).spell(request) + "." + name;
  }

  std::string spell_module(ImportRequest& request) const {
    const std::string package = first_part(request.module);
    const auto is_package = [&](const Binding* binding) {
      return binding == nullptr || std::all_of(binding->sites.begin(), binding->sites.end(),
                                               [&](const BindingSite& site) { return binds_package(site, package); });
    };
    if (is_package(names_.lookup(package, names_.scope_of(at_))) && is_package(names_.lookup(package, module_scope())))
      return request.module;
    std::string flat = request.module;
    std::replace(flat.begin(), flat.end(), '.', '_');
    request.alias = context_.scratch_name(flat == request.module ? flat + "_module" : flat);
    return request.alias;
  }

  Context& context_;
  const Names& names_;
  Node at_;
};

// --- Planning

// Where a new import goes.
struct Place {
  Node after;  // an import or the docstring
  Node next;   // the statement behind that, or the first one
  bool is_docstring = false;
};

Place place_for_import(Node module, std::uint32_t needed_by) {
  Place place;
  bool first = true;
  for (Node statement : module.children()) {
    if (!statement.is_named()) continue;
    if (statement.end() > needed_by) {
      if (!place.next) place.next = statement;
      break;
    }
    const bool docstring = first && is_docstring(statement);
    first = false;
    if (is_import(statement) || docstring) {
      place = {statement, {}, docstring};
    } else if (!place.next) {
      place.next = statement;
    }
    if (!is_import(statement) && !docstring && !is_guarded_import(statement)) break;
  }
  return place;
}

// `from __future__ import` stands before all other statements but the docstring.
Place place_for_future(Node module) {
  Place place;
  for (Node statement : module.children()) {
    if (!statement.is_named()) continue;
    if (!place.after && is_docstring(statement)) {
      place = {statement, {}, true};
    } else if (statement.is(Kind::kFutureImportStatement)) {
      place = {statement, {}, false};
    } else {
      place.next = statement;
      break;
    }
  }
  return place;
}

// Above the comment that belongs to a statement, unless that is the comment that begins the file.
std::uint32_t start_with_comments(Node statement) {
  const std::string_view text = statement.tree().text();
  const std::uint32_t begin = line_start(text, statement.start());
  std::uint32_t at = begin;
  while (at > 0) {
    std::uint32_t line = line_start(text, at - 1 - (at >= 2 && text.substr(at - 2, 2) == "\r\n" ? 1 : 0));
    const std::size_t first = text.find_first_not_of(" \t\f", line);
    if (text[first] == '\r' || text[first] == '\n') return at;
    if (text[first] != '#') return begin;
    at = line;
  }
  return begin;
}

class ImportPlanner {
 public:
  explicit ImportPlanner(Context& context) : context_(context), names_(context.names()) {}

  void run() {
    learn_changes();
    struct Wanted {
      std::vector<std::uint32_t> changes;
      std::uint32_t needed_by = kAnywhere;
    };
    std::map<std::tuple<std::string, std::string, std::string>, Wanted> all;
    for (const ImportRequest& request : context_.facts().imports) {
      if (!request.change || context_.plan().changes()[*request.change].state == ChangeState::kDropped) continue;
      Wanted& wanted = all[{request.module, request.name, request.alias}];
      wanted.changes.push_back(*request.change);
      // What is from __future__ stands above all else.
      if (request.module != kFuture) wanted.needed_by = std::min(wanted.needed_by, request.needed_by.value_or(0));
    }
    for (auto& [key, wanted] : all) {
      const ImportRequest request{std::get<0>(key), std::get<1>(key), 0, std::get<2>(key), wanted.needed_by};
      if (!is_there(request)) context_.plan().add_shared(claim_for(request), std::move(wanted.changes));
    }
  }

 private:
  // Is the name bound in the module by this very import, and does that stay?
  bool is_there(const ImportRequest& request) const {
    std::string local = request.alias;
    if (local.empty()) local = request.name.empty() ? first_part(request.module) : request.name;
    for (const std::string& name : {local, request.name.empty() ? last_part(request.module) : local}) {
      const Binding* binding = names_.lookup(name, names_.scope_of(context_.tree().root()));
      if (binding == nullptr) continue;
      for (const BindingSite& site : binding->sites)
        if (is_met_by(site, request) && site.statement.end() <= *request.needed_by && !goes(site.node)) return true;
    }
    return false;
  }

  // Does a change take it away, or part of its statement?
  bool goes(Node node) const {
    return removed_.any_at(node.start(), [&](std::uint32_t number) {
      const std::vector<Node>& removals = context_.plan().changes()[number].removals;
      return std::any_of(removals.begin(), removals.end(), [&](Node removed) { return node.is_within(removed); });
    });
  }
  bool loses_part(Node statement) const {
    const auto after = std::lower_bound(changed_.begin(), changed_.end(), statement.end(),
                                        [](const Changed& it, std::uint32_t end) { return it.range.start < end; });
    return after != changed_.begin() && std::prev(after)->reach > statement.start();
  }

  // What changes claim and remove.
  void learn_changes() {
    const std::vector<Change>& changes = context_.plan().changes();
    for (std::uint32_t i = 0; i < changes.size(); ++i) {
      if (changes[i].state == ChangeState::kDropped) continue;
      for (Node removed : changes[i].removals) {
        removed_.add(removed.range(), i);
        changed_.push_back({removed.range()});
      }
      for (const Claim& claim : changes[i].claims) changed_.push_back({claim.range});
    }
    std::sort(changed_.begin(), changed_.end(),
              [](const Changed& a, const Changed& b) { return a.range.start < b.range.start; });
    std::uint32_t reach = 0;
    for (Changed& it : changed_) it.reach = reach = std::max(reach, it.range.end);
  }

  static bool imports_from(Node statement, const std::string& module) {
    if (statement.is(Kind::kFutureImportStatement)) return module == kFuture;
    return statement.is(Kind::kImportFromStatement) && module_text(statement) == module;
  }

  Claim claim_for(const ImportRequest& request) const {
    const std::string alias = request.alias.empty() ? "" : " as " + request.alias;
    if (request.name.empty()) return claim_for_module(request, alias);
    for (Node statement : context_.tree().root().children()) {
      if (statement.end() > *request.needed_by) break;
      if (!imports_from(statement, request.module) || loses_part(statement)) continue;
      Node last;
      for (Node child : statement.children())
        if (child.field() == Field::kName) last = child;
      if (last) return insertion(last.end(), ", " + request.name + alias);
    }
    return new_statement("from " + request.module + " import " + request.name + alias, request);
  }

  // Before the module that will be called so, which goes then: there it stands once all fixers have run.
  Claim claim_for_module(const ImportRequest& request, const std::string& alias) const {
    for (Node statement : context_.tree().root().children()) {
      if (statement.end() > *request.needed_by) break;
      if (!alias.empty() || !statement.is(Kind::kImportStatement)) continue;
      for (Node item : statement.children()) {
        if (!imports_old_one(item, request.module) || loses_part(item)) continue;
        if (statement.named_child_count() == 1) return insert_before(statement, "import " + request.module);
        if (!item.next() || !goes(item.next().next())) return insertion(item.end(), ", " + request.module);
      }
    }
    return new_statement("import " + request.module + alias, request);
  }

  static Claim insertion(std::uint32_t offset, std::string text) {
    return {.range = {offset, offset}, .node = {}, .pieces = {{.text = std::move(text)}}, .keeps_comments = true};
  }

  // Lines that a lone backslash joins with the statement behind them may go, and nothing stands in them then.
  std::uint32_t start_of_stray(std::uint32_t start) const {
    for (const ByteRange range : context_.source().stray_backslashes)
      if (range.start <= start && start <= range.end) return line_start(context_.text(), range.start);
    return start;
  }

  Claim new_statement(const std::string& line, const ImportRequest& request) const {
    const Node root = context_.tree().root();
    const Place place = request.module == kFuture ? place_for_future(root) : place_for_import(root, *request.needed_by);
    const std::string newline(newline_of(context_.text()));
    if (place.after && !place.is_docstring) return insert_after(place.after, line);
    if (place.after) {
      Claim claim = insert_after(place.after, line);
      std::string& text = claim.pieces.front().text;
      if (text.ends_with(newline)) text.insert(0, newline);  // with a blank line between
      return claim;
    }
    if (!begins_line(place.next)) return insert_before(place.next, line);
    Claim claim = insert_before(place.next, line);
    const std::uint32_t start = start_of_stray(start_with_comments(place.next));
    if (start > 0) claim.range = {start, start};
    // Who takes __future__ away again leaves no blank line where there was none.
    const bool is_under_comment = request.module == kFuture && start > 0 &&
                                  !is_blank_line(context_.text(), previous_line(context_.text(), start));
    if (!is_guarded_import(place.next) && !is_under_comment) claim.pieces.front().text += newline;
    return claim;
  }

  struct Changed {
    ByteRange range;
    std::uint32_t reach = 0;  // the furthest end of it and all before it
  };

  Context& context_;
  const Names& names_;
  RangeIndex removed_;
  std::vector<Changed> changed_;  // by start
};

}  // namespace

std::string spell_import(Context& context, ImportRequest& request, Node at) {
  return Speller(context, at).spell(request);
}

std::uint32_t needed_by(const Context& context, Node use) {
  return runs_later(context.names(), use) ? kAnywhere : use.start();
}

// Each place counts but those in imports, which use nothing.
std::uint32_t needed_by(const Context& context, const Change& change) {
  std::uint32_t first = kAnywhere;
  for (const Claim& claim : change.claims) {
    Node node = claim.node ? claim.node : context.tree().node_at(claim.range);
    const Node statement = statement_of(node);
    if (is_import(statement)) continue;
    if (claim.range.start == claim.range.end) node = statement ? statement : context.tree().root();
    if (!runs_later(context.names(), node)) first = std::min(first, claim.range.start);
  }
  return first;
}

void plan_imports(Context& context) {
  if (!context.facts().imports.empty()) ImportPlanner(context).run();
}

}  // namespace py3k::engine
