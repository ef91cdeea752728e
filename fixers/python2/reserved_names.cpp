// async, await, nonlocal, True, False and None are keywords in Python 3, and names in Python 2.
// https://docs.python.org/3/whatsnew/3.7.html (async, await), PEP 3104 (nonlocal),
// https://docs.python.org/3/whatsnew/3.0.html
#include <algorithm>
#include <set>

#include "engine/syntax/string_literal.h"
#include "fixers/attribute_rename.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_constant(std::string_view name) { return name == "True" || name == "False" || name == "None"; }

bool is_module_path(Node name) {
  const Node parent = name.parent();
  return parent.is(Kind::kDottedName) &&
         (parent.field() == Field::kModuleName || parent.parent().is(Kind::kRelativeImport) ||
          parent.parent().is(Kind::kImportStatement) || parent.parent().parent().is(Kind::kImportStatement));
}

// `from m import True`, where m is not the module that the builtin is from
bool is_imported(Node name) {
  Node import = name.parent();
  if (!import.is(Kind::kDottedName) || is_module_path(name)) return false;
  import = import.parent();
  if (import.is(Kind::kAliasedImport)) import = import.parent();
  return import.is(Kind::kImportFromStatement) && import.child(Field::kModuleName).text() != "__builtin__";
}

// Can code in other files use it by this name?
bool is_interface(Context& cx, Node name) {
  if (name.field() == Field::kAttribute || name.parent().is(Kind::kKeywordArgument)) return true;
  if (!cx.names().is_name(name)) return true;
  const Binding* binding = cx.names().binding(name);
  if (binding == nullptr || binding->scope->kind == ScopeKind::kModule || binding->scope->kind == ScopeKind::kClass)
    return true;
  return binding->sites.front().kind == BindingKind::kParameter;  // where they stand: before all else
}

// A name of Python 2 stands here, not the constant.
bool needs_new_name(Context& cx, Node name) {
  if (!is_constant(name.text())) return true;
  if (name.field() == Field::kAttribute) return true;
  if (name.parent().is(Kind::kKeywordArgument) && name.field() == Field::kName) return true;
  if (is_module_path(name) || is_imported(name) || name.parent().is_any(Kind::kGlobalStatement, Kind::kDeleteStatement))
    return true;
  if (name.text() == "None") return true;
  return cx.names().is_name(name) && cx.names().binding(name) != nullptr;
}

bool assigns_constants_only(Node statement) {
  const Node assignment = statement.first_child();
  if (!statement.is(Kind::kExpressionStatement) || !assignment.is(Kind::kAssignment)) return false;
  for (Node node : assignment.child(Field::kLeft).subtree())
    if (node.is_any(Kind::kIdentifier, Kind::kAttribute, Kind::kSubscript) && !is_constant(node.text())) return false;
  return !assignment.child(Field::kRight).is(Kind::kAssignment);
}

// `True, False = 1, 0` in a module is for Python 2.2 and older, mostly after a test of some kind: the constants take
// over.
bool is_stand_in(Context& cx, Node name) {
  const Binding* binding = cx.names().is_name(name) ? cx.names().binding(name) : nullptr;
  if (binding == nullptr || !is_constant(name.text()) || binding->scope->kind != ScopeKind::kModule) return false;
  return cx.once("is_stand_in " + std::string(name.text()), [&] {
    return std::all_of(binding->sites.begin(), binding->sites.end(),
                       [](const BindingSite& site) { return assigns_constants_only(site.statement); });
  });
}

// The function or class of this file that a call calls; the class's is its __init__.
Node called_here(Context& cx, Node function) {
  const Binding* binding = function.is(Kind::kIdentifier) ? cx.names().binding(function) : nullptr;
  if (function.is(Kind::kAttribute) &&
      is_own_member(cx, function.child(Field::kObject), function.child(Field::kAttribute).text()))
    binding = member(cx, function.ancestor(Kind::kClassDefinition), function.child(Field::kAttribute).text());
  if (binding != nullptr && binding->sites.size() == 1 && binding->sites.front().kind == BindingKind::kClass)
    binding = member(cx, binding->sites.front().statement, "__init__");
  const bool single = binding != nullptr && binding->sites.size() == 1;
  return single && binding->sites.front().kind == BindingKind::kFunction ? binding->sites.front().statement : Node();
}

// Does the call make a key of the keyword's name: dict(async=1), or f(async=1) where that is `def f(**options)`?
bool is_key(Context& cx, Node call, std::string_view name) {
  const Node function = call.child(Field::kFunction);
  if (cx.names().resolves_to(function, "__builtin__.dict")) return true;
  const Node parameters = called_here(cx, function).child(Field::kParameters);
  if (!parameters.child(Kind::kDictionarySplatPattern)) return false;
  for (Node parameter : parameters.named_children())
    if (parameter.text() == name || parameter.child(Field::kName).text() == name) return false;
  return true;
}

// dict(async=1) -> dict(**{'async': 1}), behind all other arguments. Python 2.7 takes only one such dictionary.
bool make_key(Context& cx, Node keyword) {
  const Node list = keyword.parent();
  const std::string name(keyword.child(Field::kName).text());
  if (!list.is(Kind::kArgumentList) || !is_key(cx, list.parent(), name)) return false;
  if (cx.keeps_python2() && list.child(Kind::kDictionarySplat)) return false;
  const Node value = keyword.child(Field::kValue);
  const Node last = list.named_children().back();
  if (keyword != last && value.first_child()) return false;  // what other fixers change in it would be lost
  ChangeBuilder change = cx.change(keyword, name + " is a keyword in Python 3, but may be a key still");
  if (keyword == last) {
    change.set_text(ByteRange{keyword.start(), value.start()}, "**{'" + name + "': ")
        .set_text(ByteRange{value.end(), value.end()}, "}");
  } else {
    change.remove(keyword).set_text(ByteRange{last.end(), last.end()},
                                    ", **{'" + name + "': " + std::string(value.text()) + "}");
  }
  change.apply();
  return true;
}

// The 'async' of getattr(x, 'async')
void rename_text(Context& cx, Node text) {
  cx.change(text).set_text(body_range(text), std::string(StringLiteral(text).body()) + "_").apply();
}

void rename(Context& cx, Node name) {
  const std::string text(name.text());
  if (name.parent().is(Kind::kKeywordArgument) && name.field() == Field::kName && make_key(cx, name.parent())) return;
  // The builtin; fixer imports puts that there, with the module's new name elsewhere.
  if (name.field() == Field::kAttribute && cx.names().resolves_to(name.parent(), "xmlrpclib." + text)) return;
  if (is_module_path(name)) {
    cx.report(name, "Python 3 can't import a module called " + text + ": rename the file, and this import with it");
    return;
  }
  std::string message = text + " -> " + text + "_";
  if (is_interface(cx, name)) message += ": what uses it in other files needs the same change";
  cx.set_text(name, text + "_", message);
}

bool is_attribute(Context& cx, Node name) {
  if (name.field() == Field::kAttribute) return true;
  const Binding* binding = cx.names().is_name(name) ? cx.names().binding(name) : nullptr;
  return binding != nullptr && binding->scope->kind == ScopeKind::kClass;
}

// `global None` says nothing: nobody can assign to it. Nor can anybody delete it.
bool settle_none(Context& cx, Node name) {
  if (name.text() != "None") return false;
  Node statement = name.parent();
  while (statement.is_any(Kind::kTuple, Kind::kList, Kind::kParenthesizedExpression, Kind::kExpressionList))
    statement = statement.parent();
  if (statement.is(Kind::kDeleteStatement)) {
    cx.report(name, "nobody can delete None: take it out of this del");
    return true;
  }
  if (!statement.is(Kind::kGlobalStatement)) return false;
  const bool is_alone = statement.named_child_count() == 1;
  cx.change(statement, "None can't be global").remove(is_alone ? statement : name).apply();
  return true;
}

void finish(Context& cx) {
  Node removed;
  std::set<std::string_view> attributes;
  for (const std::uint32_t offset : cx.source().reserved) {
    const Node name = cx.tree().node_at({offset, offset + 1});
    if (!name.is_any(Kind::kIdentifier, Kind::kNoneLiteral) || !needs_new_name(cx, name)) continue;
    if (settle_none(cx, name)) continue;
    if (!is_stand_in(cx, name)) {
      rename(cx, name);
      if (is_attribute(cx, name)) attributes.insert(name.text());
      continue;
    }
    for (const BindingSite& site : cx.names().binding(name)->sites) {
      if (site.node != name || site.statement == removed) continue;
      removed = site.statement;
      cx.change(removed, "True and False can't be assigned to, and need not be").remove(removed).apply();
    }
  }
  if (attributes.empty()) return;
  for (Node node : cx.tree().root().descendants())
    if (node.is(Kind::kString) && attributes.contains(StringLiteral(node).body()) && names_attribute(cx, node))
      rename_text(cx, node);
}

}  // namespace

Fixer fix_reserved_names() {
  return {
      .name = "reserved_names",
      .doc =
          "Renames what is called async, await, nonlocal, True or False, keywords of Python 3, by putting a _ behind; "
          "in a module, an assignment to True and False goes.",
      .reference = "https://docs.python.org/3/reference/lexical_analysis.html#keywords",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "The name is a parameter, an attribute or a global that other files use by the old name, or one is called "
          "async_ already.",
      .runs_on = RunsOn::kBoth,
      .words = {"True="},
      .examples = {{"def run(async=False): return not async", "def run(async_=False): return not async_"},
                   {"def f(False=False): return False", "def f(False_=False): return False_"}},
      .finish = finish,
  };
}

}  // namespace py3k::fixers
