// Names of Python 2's library that nothing replaces: the file that uses one gets a function, a class or a value that
// does what it did. What these are stands in stand_ins.txt.
#include "fixers/stand_ins.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "engine/library/facts.h"
#include "engine/rewrite/rename_table.h"
#include "engine/rewrite/taken_binding.h"
#include "fixers/first_statement.h"
#include "fixers/library_renames.h"
#include "fixers/method_rename.h"
#include "fixers/new_names.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// All places of a file that are about one of them.
struct Found {
  const StandIn* what = nullptr;
  std::vector<Node> uses;
  std::vector<Node> uses_of_callers;  // of other stand-ins that call it
  std::vector<Node> items;            // of from-imports
  std::vector<Node> items_in_functions;
  std::string local;  // the name that these give it, or that it will have
  bool is_used = false;
  bool is_taken = false;  // by other files
  Node first;             // for what is said about it
  Node place;             // where it will stand
  bool is_defined() const { return is_used && (!what->is_expression || is_taken); }
};

std::string_view module_of(std::string_view name) { return name.substr(0, name.rfind('.')); }

// Nothing may be assigned to what is no name any more.
bool is_target(Node node) {
  const bool is_assigned =
      node.field() == Field::kLeft &&
      node.parent().is_any(Kind::kAssignment, Kind::kAugmentedAssignment, Kind::kForStatement, Kind::kForInClause);
  return is_assigned || node.parent().is_any(Kind::kDeleteStatement, Kind::kPatternList, Kind::kTuplePattern);
}

// operator.isNumberType(x) is for fixer operator, but as a value.
bool is_test(std::string_view name) { return name.starts_with("operator.is"); }
bool is_called(Node use) {
  const Node arguments = use.parent().child(Field::kArguments);
  return use.field() == Field::kFunction && arguments.is(Kind::kArgumentList) && arguments.named_child_count() == 1;
}

// d[k] = v, d.update(…): what is put there for the name is another one each time.
bool is_changed(Node node) {
  const Node around = node.parent();
  if (around.is(Kind::kSubscript) && node.field() == Field::kValue) return is_target(around);
  static constexpr std::string_view kChange[] = {"clear", "pop", "popitem", "setdefault", "update"};
  return around.is(Kind::kAttribute) && is_one_of(kChange, around.child(Field::kAttribute).text()) && is_called(around);
}

// As whole words: name -> to, in front of `behind`.
void replace_words(std::string& text, std::string_view name, std::string_view to) {
  const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
    const bool begins = at == 0 || (!is_word(text[at - 1]) && text[at - 1] != '.' && text[at - 1] != '\'');
    const std::size_t end = at + name.size();
    const bool ends = end == text.size() || (!is_word(text[end]) && text[end] != '\'');
    if (!begins || !ends) {
      at = end;
      continue;
    }
    text.replace(at, name.size(), to);
    at += to.size();
  }
}

bool is_asked_for(Node use) {
  const Node place = use.parent().is(Kind::kTuple) ? use.parent() : use;
  const Node call = place.parent().parent();
  return place.parent().is(Kind::kArgumentList) && call.is(Kind::kCall) &&
         (call.child(Field::kFunction).text() == "isinstance" || call.child(Field::kFunction).text() == "issubclass");
}

bool expects_warning(Node call) {
  const Node function = call.child(Field::kFunction);
  const std::string_view name = last_name(function);
  if (name == "deprecated_call") return true;
  static constexpr std::string_view kExpecting[] = {"assertWarns", "assertWarnsRegex", "warns"};
  return is_one_of(kExpecting, name) &&
         call.child(Field::kArguments).text().find("DeprecationWarning") != std::string_view::npos;
}

// `with self.assertWarns(DeprecationWarning): unittest.makeSuite(Case)` is about the old one of Python 3.
bool is_tested_to_warn(Node use, const StandIn& what) {
  const Fact* fact = library().find(what.name);
  if (fact == nullptr || fact->gone <= PythonVersion{3, 0}) return false;
  for (Node node = use; node && !node.is(Kind::kFunctionDefinition); node = node.parent()) {
    if (node.is(Kind::kCall) && expects_warning(node)) return true;
    if (!node.is(Kind::kWithStatement)) continue;
    for (Node part : node.subtree()) {
      if (part.start() >= node.child(Field::kBody).start()) break;
      if (part.is(Kind::kCall) && expects_warning(part)) return true;
    }
  }
  return false;
}

class StandInFixer {
 public:
  explicit StandInFixer(Context& cx) : cx_(cx) {}

  void run() {
    for (Node node : cx_.tree().root().descendants()) {
      if (node.is(Kind::kImportFromStatement)) collect_items(node);
      if (node.is(Kind::kAttribute)) collect_use(node);
    }
    for (const Names::StarImport& star : cx_.names().star_imports()) collect_star(star);
    add_what_they_call();
    std::vector<Found*> all;
    for (auto& [place, found] : found_) all.push_back(&found);
    std::stable_sort(all.begin(), all.end(),
                     [](auto* a, auto* b) { return a->what->own_name() < b->what->own_name(); });
    for (Found* found : all) settle(*found);
    for (const Found* found : all) put(*found);
  }

 private:
  void collect_use(Node node) {
    if (!is_own_name_of_stand_in(node.child(Field::kAttribute).text()) || is_target(node)) return;
    const std::string name = cx_.names().qualified(node);
    if ((is_test(name) && is_called(node)) || comes_along(cx_, module_of(name))) return;
    const StandIn* what = stand_in_for(name);
    if (what == nullptr) what = of_renamed_module(node, name);
    if (what == nullptr || !is_of_library(cx_, name)) return;
    if (is_tested_to_warn(node, *what)) return report_test(node, *what);
    Found& place = found(*what, node);
    place.is_used = true;
    place.uses.push_back(node);
  }

  // What an earlier run has left where it renamed the module: `hashlib.digest_size` is of md5 or of sha.
  const StandIn* of_renamed_module(Node node, const std::string& name) {
    std::vector<const StandIn*> all;
    for (const std::string& old : python2_names(cx_, node, name))
      if (const StandIn* what = stand_in_for(old)) all.push_back(what);
    if (all.size() > 1) cx_.report(node, obituary(*library().find(all.front()->name)));
    return all.size() == 1 ? all.front() : nullptr;
  }

  Found& found(const StandIn& what, Node at) {
    Found& found = found_[what.place];
    if (found.what == nullptr) found.first = at;
    found.what = &what;
    return found;
  }

  // What a part calls stands further up in the file: the last are looked at first.
  void add_what_they_call() {
    for (auto it = found_.rbegin(); it != found_.rend(); ++it) {
      if (!it->second.is_used) continue;
      for (const std::string& name : it->second.what->with) {
        if (group_ == 0) group_ = cx_.plan().new_group();
        Found& called = found(*stand_in_for(name), it->second.first);
        called.is_used = true;
        const std::vector<Node> uses = uses_of(it->second);
        called.uses_of_callers.insert(called.uses_of_callers.end(), uses.begin(), uses.end());
      }
    }
  }

  // Where it will stand, and what it will be called.
  void settle(Found& found) {
    const std::string own(found.what->own_name());
    if (found.is_defined()) {
      const std::vector<Node> uses = uses_of(found);
      found.place = place_for_definition(cx_.tree().root(), own, uses.empty() ? found.items : uses);
    }
    if (!found.local.empty()) return;
    // popen2 was a module too, whose import may go later.
    const Fact* module = library().find(own);
    const bool is_module = module != nullptr && module->is_module();
    const std::string name = is_module ? std::string(module_of(found.what->name)) + "_" + own : own;
    found.local = is_module || is_taken(own, found) ? cx_.fresh_name(name) : own;
  }

  // All places that need it, those of a from-import's name too.
  std::vector<Node> uses_of(const Found& found) const {
    std::vector<Node> uses = found.uses;
    uses.insert(uses.end(), found.uses_of_callers.begin(), found.uses_of_callers.end());
    for (Node item : found.items) {
      const Binding* binding = cx_.names().lookup(found.local, cx_.names().scope_of(item));
      if (binding != nullptr) uses.insert(uses.end(), binding->uses.begin(), binding->uses.end());
    }
    return uses;
  }

  void collect_star(const Names::StarImport& star) {
    if (!is_of_library(cx_, star.module) || comes_along(cx_, star.module)) return;
    for (const StandIn* what : stand_ins_of(star.module)) {
      const std::string own(what->own_name());
      const std::vector<Node>& uses = cx_.names().free_uses(own);
      const bool is_taken = engine::is_taken(cx_, own);
      if (uses.empty() && !is_taken) continue;
      const bool is_only_called = is_test(what->name) && std::all_of(uses.begin(), uses.end(), is_called);
      if (is_only_called && !is_taken) continue;
      const Node at = uses.empty() ? star.node : uses.front();
      // Another may have such a name.
      if (cx_.names().star_imports().size() != 1 || cx_.names().scope_of(star.node).kind != ScopeKind::kModule) {
        report(at, *what);
        continue;
      }
      Found& found = this->found(*what, at);
      found.local = own;
      found.is_used = true;
      found.is_taken = is_taken;
      found.uses.insert(found.uses.end(), uses.begin(), uses.end());
    }
  }

  void collect_items(Node statement) {
    const Node module = statement.child(Field::kModuleName);
    if (!module.is(Kind::kDottedName) || has_fallback(statement)) return;
    const std::string path(module.text());
    if (!is_of_library(cx_, path)) return;
    for (Node item : statement.children()) {
      if (item.field() != Field::kName) continue;
      const bool is_aliased = item.is(Kind::kAliasedImport);
      const Node name = is_aliased ? item.child(Field::kName) : item;
      const std::string qualified = path + "." + std::string(name.text());
      const StandIn* what = stand_in_for(qualified);
      if (what == nullptr) what = of_renamed_module(item, qualified);
      if (what == nullptr || comes_along(cx_, module_of(what->name))) continue;
      const Node local = is_aliased ? item.child(Field::kAlias) : name;
      const Binding* binding = binding_of_import(cx_, item);
      const bool is_known =
          binding != nullptr && binding->sites.size() == 1 &&
          (binding->scope->kind == ScopeKind::kModule || binding->scope->kind == ScopeKind::kFunction);
      if (is_known && is_test(what->name) && std::all_of(binding->uses.begin(), binding->uses.end(), is_called))
        continue;
      if (!is_known) {
        report(item, *what);
        continue;
      }
      const auto tested = std::find_if(binding->uses.begin(), binding->uses.end(),
                                       [&](Node use) { return is_tested_to_warn(use, *what); });
      if (tested != binding->uses.end()) {
        report_test(*tested, *what);
        continue;
      }
      Found& found = this->found(*what, item);
      if (binding->scope->kind == ScopeKind::kFunction) {
        found.items_in_functions.push_back(item);
        found.is_used = found.is_used || !binding->uses.empty();
        found.uses.insert(found.uses.end(), binding->uses.begin(), binding->uses.end());
        continue;
      }
      if (!found.local.empty() && found.local != local.text()) {
        report(item, *what);
        continue;
      }
      found.local = local.text();
      found.items.push_back(item);
      found.is_taken = found.is_taken || engine::is_taken(cx_, *binding);
      found.is_used = found.is_used || found.is_taken || !binding->uses.empty();
      if (what->is_expression) found.uses.insert(found.uses.end(), binding->uses.begin(), binding->uses.end());
    }
  }

  void report_test(Node at, const StandIn& what) {
    cx_.report(at, std::string(what.name) + " " + going(library().find(what.name)->gone) +
                       ": what tests that it warns goes with it");
  }

  void report(Node at, const StandIn& what) {
    const Fact* fact = library().find(what.name);
    static constexpr std::string_view kOfModules[] = {"imports", "moved_modules", "urllib"};
    if (fact != nullptr && is_one_of(kOfModules, fact->section)) return;  // that fixer says so
    cx_.report(at, fact != nullptr ? obituary(*fact) : std::string(what.name) + " is gone");
  }

  void put(const Found& found) {
    const StandIn& what = *found.what;
    if (!found.is_used && !cx_.may_be_python2(found.first)) return;  // others may have taken it before
    if (!found.is_used && what.is_empty) return report(found.first, what);
    // Objects of a class that nothing here makes are of another one.
    const std::vector<Node> uses = uses_of(found);
    const bool is_foreign = what.code.starts_with("class ") && !what.is_empty && !uses.empty() && !found.is_taken &&
                            std::all_of(uses.begin(), uses.end(), is_asked_for);
    const bool is_shared =
        what.is_expression && what.code.starts_with("{") && std::any_of(uses.begin(), uses.end(), is_changed);
    if (is_foreign || is_shared || (found.is_defined() && !found.place)) return report(found.first, what);
    const char* now = found.is_defined() ? "a definition of it" : found.is_used ? "its value" : "and nothing uses it";
    ChangeBuilder change = cx_.change(found.first, std::string(what.name) + " is gone: " + now);
    std::string code(what.code);
    for (const std::string& module : found.is_used ? what.needs : std::vector<std::string>()) {
      const std::string spelled = change.import_for(found.is_defined() ? found.place : found.first, module);
      if (spelled != module) replace_words(code, module, spelled);
    }
    for (Node item : found.items) change.remove(item);
    for (Node item : found.items_in_functions) change.remove(item);
    for (Node use : found.uses) change.replace(use, what.is_expression ? code : found.local);
    if (!found.is_defined()) return change.apply();
    if (what.is_expression) code = found.local + " = " + code;
    rename(code, found);
    if (group_ != 0) change.in_group(group_);
    insert_definition(cx_, change, found.place, code + "\n");
    change.apply();
  }

  // To what it and those that it calls are called here.
  void rename(std::string& code, const Found& found) const {
    const auto put_local = [&](const Found& it) {
      if (it.local != it.what->own_name()) replace_words(code, it.what->own_name(), it.local);
    };
    put_local(found);
    for (const std::string& name : found.what->with) put_local(found_.at(stand_in_for(name)->place));
  }

  // By something else, where it is used or at the top.
  bool is_taken(const std::string& name, const Found& found) const {
    if (name == "help") return true;
    const auto is_other = [&](const BindingSite& site) {
      return std::none_of(found.items_in_functions.begin(), found.items_in_functions.end(),
                          [&](Node item) { return site.node.is_within(item); });
    };
    const auto bound_at = [&](Node at) {
      const Binding* binding = cx_.names().lookup(name, cx_.names().scope_of(at));
      return binding != nullptr && std::any_of(binding->sites.begin(), binding->sites.end(), is_other);
    };
    return (found.place && bound_at(found.place)) || std::any_of(found.uses.begin(), found.uses.end(), bound_at);
  }

  Context& cx_;
  std::uint32_t group_ = 0;             // of those that call each other
  std::map<std::size_t, Found> found_;  // by its place among the parts
};

void finish(Context& cx) { StandInFixer(cx).run(); }

}  // namespace

Fixer fix_stand_ins() {
  return {
      .name = "stand_ins",
      .doc =
          "Puts a function, a class or a value in the place of a name of the library that is gone and that nothing "
          "replaces: imp.load_source, contextlib.nested, unittest.makeSuite, platform.dist ….",
      .reference = "https://docs.python.org/3/whatsnew/3.12.html#imp",
      .group = Group::kStdlib,
      .safety = Safety::kUnsafe,
      .unsafe_when = "The old one did something with an argument, or in an error, that the new one has no need of.",
      .words = stand_in_words(),
      .examples =
          {{"import operator\nx = f(operator.div)",
            "import operator\n\n\ndef div(a, b):\n    return a // b if isinstance(a, int) and isinstance(b, int) else "
            "a / b\n\n\nx = f(div)"}},
      .finish = finish,
  };
}

}  // namespace py3k::fixers
