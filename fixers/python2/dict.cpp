// keys(), values() and items() give views, no lists; iter* and view* are gone.
#include <algorithm>

#include "engine/analysis/consumer.h"
#include "engine/fixer.h"
#include "engine/syntax/string_literal.h"
#include "fixers/attribute_rename.h"
#include "fixers/iterators.h"
#include "fixers/method_rename.h"
#include "fixers/receiver.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

enum class Made : std::uint8_t { kList, kIterator, kView };
struct Method {
  std::string name;  // in Python 3; empty: none of ours
  Made made = Made::kList;
};

Method method_of(std::string_view name) {
  Made made = Made::kList;
  if (name.starts_with("iter")) made = Made::kIterator;
  if (name.starts_with("view")) made = Made::kView;
  if (made != Made::kList) name.remove_prefix(4);
  if (name != "keys" && name != "values" && name != "items") return {};
  return {std::string(name), made};
}

// d.keys(), or dict.keys(d); empty where the call is something else.
Node container_of(Context& cx, Node call) {
  const Node object = call.child(Field::kFunction).child(Field::kObject);
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  if (arguments.empty() && call.child(Field::kArguments).is(Kind::kArgumentList)) return object;
  const bool unbound = arguments.size() == 1 && cx.names().resolves_to(object, "__builtin__.dict");
  return unbound ? arguments.front() : Node();
}

// A view can be gone through, searched and counted like a list; but it changes with its dict.
bool is_used_as_view(Context& cx, Node call, Node container) {
  const auto stored = consumption_by_variable(call, cx.names());
  return stored && !stored->keeps && !stored->indexes && !stored->reverses &&
         !may_change_in_function(container, cx.names());
}

bool needs_list(Context& cx, Node call, Node container) {
  const Consumption use = consumption_of(call, cx.names());
  if (use.keeps) return !is_used_as_view(cx, call, container);
  if (use.indexes || use.reverses) return true;
  if (use.lasts && may_change_in_function(container, cx.names())) return true;
  for (Node loop : use.loops)
    if (may_change(loop, container, cx.names())) return true;
  return false;
}

// Under Python 2.7, items() would not see what a loop over iteritems() changes, and is no view.
bool differs_in_python2(Context& cx, Node call, Node container, Made made) {
  const Consumption use = consumption_of(call, cx.names());
  return made == Made::kView || std::any_of(use.loops.begin(), use.loops.end(),
                                            [&](Node loop) { return may_change(loop, container, cx.names()); });
}

bool needs_iterator(Context& cx, Node call) {
  const Consumption use = consumption_of(call, cx.names());
  return use.keeps || use.tests || use.counts || use.indexes || use.reverses;
}

// Nothing but object is above the class.
bool is_alone(Context& cx, Node type) {
  const std::vector<Node> bases = type.child(Field::kSuperclasses).named_children();
  return std::all_of(bases.begin(), bases.end(),
                     [&](Node base) { return cx.names().resolves_to(base, "__builtin__.object"); });
}

// A class of one's own with iteritems() and no items() gets both: then items() is right for whatever had iteritems().
void add_names(Context& cx, Node type) {
  if (!cx.may_be_python2(type) || !is_alone(cx, type)) return;
  for (const std::string_view old : {"iterkeys", "itervalues", "iteritems"}) {
    const std::string name = method_of(old).name;
    const Binding* method = member(cx, type, old);
    if (method == nullptr || method->sites.size() != 1 || member(cx, type, name) != nullptr) continue;
    Node definition = method->sites.front().statement;
    if (method->sites.front().kind != BindingKind::kFunction) continue;
    if (definition.parent().is(Kind::kDecoratedDefinition)) definition = definition.parent();
    if (definition.parent() != type.child(Field::kBody)) continue;
    cx.change(method->sites.front().node, "who calls " + std::string(old) + "() calls " + name + "() in Python 3")
        .insert_after(definition, name + " = " + std::string(old))
        .safety(Safety::kSafe)
        .apply();
  }
}

// def iteritems(self, section)
bool wants_arguments(const Binding& method) {
  return std::all_of(method.sites.begin(), method.sites.end(), [](const BindingSite& site) {
    const std::vector<Node> parameters = site.statement.child(Field::kParameters).named_children();
    return site.kind == BindingKind::kFunction && parameters.size() > 1 && parameters[1].is(Kind::kIdentifier);
  });
}

// A class that has iteritems() and no items(), and does not get it: what it has above itself may have one. In what is
// Python 3, one that has both shows that it is no dict's method, and calls of it are right.
bool is_of_class(Context& cx, Node name, const Method& method) {
  if (!cx.may_be_python2(name)) return has_class_with(cx, name.text()) || imports_class_with(cx, name.text(), {});
  const bool here = cx.once("is_of_class " + std::string(name.text()), [&] {
    return any_class_with(cx, name.text(), [&](Node type, const Binding& own) {
      return member(cx, type, method.name) == nullptr && !is_alone(cx, type) && !wants_arguments(own);
    });
  });
  if (here)
    cx.report(name, "a class of this file has " + std::string(name.text()) + "() and no " + method.name +
                        "(): where this is none of its instances, write " + method.name + "()");
  return here;
}

void visit(Context& cx, Node attribute) {
  const Node name = attribute.child(Field::kAttribute);
  const Method method = method_of(name.text());
  const Node object = attribute.child(Field::kObject);
  if (method.name.empty()) return;
  const Node call =
      attribute.parent().is(Kind::kCall) && attribute.field() == Field::kFunction ? attribute.parent() : Node();
  Receiver receiver = is_own_member(cx, object, name.text()) ? Receiver::kOwn : Receiver::kUnknown;
  if (method.made != Made::kList) receiver = receiver_of(cx, object, name.text());
  if (receiver == Receiver::kOwn) return;
  if (!call) {
    if (method.made == Made::kList || sets_attribute(cx, name.text())) return;
    if (receiver == Receiver::kUnknown && is_of_class(cx, name, method)) return;
    return cx.keeps_python2() ? cx.leave(name) : cx.set_text(name, method.name);
  }
  const Node container = container_of(cx, call);
  if (!container) return;
  if (method.made != Made::kList && receiver == Receiver::kUnknown && is_of_class(cx, name, method)) return;
  if (method.made == Made::kList) {
    // Right for whatever there is to iterate.
    if (cx.may_be_python2(call) && needs_list(cx, call, container)) make_list(cx, call, Safety::kSafe);
    return;
  }
  if (cx.keeps_python2() && differs_in_python2(cx, call, container, method.made)) return cx.leave(name);
  ChangeBuilder change = cx.change(call);
  if (method.made == Made::kIterator && needs_iterator(cx, call)) change.replace(call, "iter($call)", {{"call", call}});
  change.set_text(name, method.name);
  if (receiver == Receiver::kBuiltin) change.safety(Safety::kSafe);
  change.apply();
}

// The 'iteritems' of getattr(d, 'iteritems')
void name_as_text(Context& cx, Node text) {
  const std::string_view name = StringLiteral(text).body();
  const Method method = method_of(name);
  if (method.name.empty() || method.made == Made::kList || !names_attribute(cx, text)) return;
  if (sets_attribute(cx, name) || has_class_with(cx, name)) return;
  cx.report(text, "no dict of Python 3 has " + std::string(name) + ": ask for " + method.name);
}

}  // namespace

Fixer fix_dict() {
  return {
      .name = "dict",
      .doc =
          "Replaces the iter* and view* methods of dict by keys(), values() and items(), and puts list() around these "
          "where "
          "a list is needed. A loop that may change the dict keeps going through a list. A class of one's own that has "
          "iteritems() gets items().",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#views-and-iterators-instead-of-lists",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "A class that is no dict has methods of these names, or a loop changes the dict where its body does not show "
          "it.",
      .runs_on = RunsOn::kVariant,
      .for_both =
          "The iter* methods become keys(), values() and items() too, which are lists under Python 2.7: the same, but "
          "for the memory they take. Views stay, and iter* where the loop changes the dict.",
      .words = {"keys", "values", "items", "iterkeys", "itervalues", "iteritems", "viewkeys", "viewvalues", "viewitems",
                "getattr", "hasattr"},
      .examples = {{"for k, v in d.iteritems(): pass", "for k, v in d.items(): pass"},
                   {"pairs = d.iteritems()", "pairs = iter(d.items())"},
                   {"names = d.keys()", "names = list(d.keys())"},
                   {"names = sorted(d.keys())", "names = sorted(d.keys())"},
                   {"names = d.keys()\nnames.sort()", "names = sorted(d.keys())"},
                   {"for k in d.keys(): del d[k]", "for k in list(d.keys()): del d[k]"},
                   {"both = d.viewkeys() & e.viewkeys()", "both = d.keys() & e.keys()"},
                   {"for k, v in d.iteritems(): print(k)\nboth = d.viewkeys() & e.viewkeys()",
                    "for k, v in d.items(): print(k)\nboth = d.viewkeys() & e.viewkeys()", "--target 2+3"}},
      .visits = {{{Kind::kAttribute}, visit}, {{Kind::kString}, name_as_text}, {{Kind::kClassDefinition}, add_names}},
  };
}

}  // namespace py3k::fixers
