// PEP 3114: an iterator's method is called __next__, and next(it) calls it.
#include <algorithm>
#include <map>
#include <set>

#include "engine/analysis/generator.h"
#include "engine/analysis/values.h"
#include "engine/library/signatures.h"
#include "engine/syntax/precedence.h"
#include "engine/syntax/string_literal.h"
#include "fixers/method_rename.h"
#include "fixers/receiver.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kOld = "next";
constexpr std::string_view kNew = "__next__";

// What became of a class's `next`.
enum class Member : std::uint8_t {
  kNone,
  kRenamed,
  kStays,  // an attribute that holds something, a property, or a class made for both Pythons
};

Node called_by(Node callee) {
  return callee.field() == Field::kFunction && callee.parent().is(Kind::kCall) ? callee.parent() : Node();
}
std::vector<Node> arguments_of(Node call) {
  const Node arguments = call.child(Field::kArguments);
  return arguments.is(Kind::kArgumentList) ? arguments.named_children() : std::vector<Node>{arguments};
}

bool is_store(Node node) {
  Node at = node;
  while (at.parent().is_any(Kind::kPatternList, Kind::kTuplePattern, Kind::kListPattern)) at = at.parent();
  return at.parent().is(Kind::kDeleteStatement) || at.parent().parent().is(Kind::kDeleteStatement) ||
         (at.field() == Field::kLeft &&
          at.parent().is_any(Kind::kAssignment, Kind::kAugmentedAssignment, Kind::kForStatement, Kind::kForInClause));
}

class NextFixer {
 public:
  explicit NextFixer(Context& cx) : cx_(cx), names_(cx.names()) {}

  void run() {
    for (Node node : cx_.tree().root().descendants()) {
      if (node.is(Kind::kClassDefinition)) classes_.push_back(node);
      if (node.is(Kind::kAttribute) && node.child(Field::kAttribute).text() == kOld) attributes_.push_back(node);
    }
    for (Node attribute : attributes_)
      if (is_store(attribute)) stored_in_.insert(class_around(attribute).index()), stored_ = true;
    if (cx_.settings().like_two_to_three) report_shadows();
    for (Node type : classes_) fix_class(type);
    for (Node attribute : attributes_) {
      if (is_store(attribute)) {
        report_store(attribute);
      } else if (const Node call = called_by(attribute)) {
        fix_call(attribute, call);
      } else {
        fix_value(attribute);
      }
    }
    for (Node node : cx_.tree().root().descendants())
      if (node.is(Kind::kString) && is_asked_for_elsewhere(node)) {
        cx_.report(node, "an iterator's method is __next__ in Python 3: if this asks for one, ask for that");
      } else if (node.is(Kind::kString) && (asks_for_method(node) || is_listed_method(node))) {
        fix_name(node);
      } else if (node.is(Kind::kString) && sets_method(node)) {
        cx_.report(node, "for loops and next() call __next__ in Python 3: set that as well");
      }
  }

 private:
  static Node class_around(Node node) {
    const Node type = node.ancestor(Kind::kClassDefinition);
    return type ? type : node.tree().root();
  }

  // Where the file calls next() itself it means its own; of what this fixer makes nothing does.
  void report_shadows() {
    const std::string what = "Calls to builtin next() possibly shadowed by this; what was it.next() is it.__next__()";
    if (const Binding* own = names_.lookup(kOld, names_.scope_of(cx_.tree().root()))) {
      for (const BindingSite& site : own->sites)
        if (site.kind != BindingKind::kGlobal) cx_.report(site.node, what);
    }
    for (Node attribute : attributes_)
      if (is_store(attribute) && attribute.child(Field::kObject).text() == "__builtin__") cx_.report(attribute, what);
  }

  // --- classes

  void fix_class(Node type) {
    const Binding* binding = member(cx_, type, kOld);
    Member& result = members_[type.index()];
    if (binding == nullptr) return;
    result = Member::kStays;
    if (stored_in_.contains(type.index())) return;
    const auto& sites = binding->sites;
    if (is_pair(type)) {
      rename_member(cx_, type, kOld, kNew);
      result = Member::kRenamed;
    } else if (std::all_of(sites.begin(), sites.end(),
                           [&](const BindingSite& site) { return is_iterators(type, site); })) {
      // Python 3 has classes with such a method as well.
      if (!cx_.may_be_python2(type) && keeps_method(cx_, type, kOld))
        return cx_.report(sites.front().node, "if this is an iterator, its method is __next__ in Python 3");
      if (rename_member(cx_, type, kOld, kNew)) result = Member::kRenamed;
    } else if (sites.size() == 1 && takes_more(sites.front()) && member(cx_, type, kNew) == nullptr) {
      // next(it) and for loops need the method; calls with arguments, the old name.
      cx_.change(sites.front().node, "an iterator's method is __next__")
          .insert_after(outermost(sites.front().statement), "__next__ = next")
          .apply();
      result = Member::kRenamed;
      keeps_name_.insert(type.index());
    }
  }

  // `next = __next__`, for both Pythons.
  bool is_pair(Node type) const {
    const auto& sites = member(cx_, type, kOld)->sites;
    return member(cx_, type, kNew) != nullptr && std::all_of(sites.begin(), sites.end(), [](const BindingSite& site) {
             const Node assignment = site.node.parent();
             return assignment.is(Kind::kAssignment) && assignment.child(Field::kRight).text() == kNew;
           });
  }

  static Node outermost(Node function) {
    return function.parent().is(Kind::kDecoratedDefinition) ? function.parent() : function;
  }

  // `def next(self)`, or `next = read` in a class that is its own iterator.
  bool is_iterators(Node type, const BindingSite& site) const {
    if (site.kind == BindingKind::kAssignment)
      return member(cx_, type, "__iter__") != nullptr && member(cx_, type, kNew) == nullptr;
    return site.kind == BindingKind::kFunction && parameter_count(site.statement) == 1 && is_method(site.statement) &&
           !mentions_new(site.statement);
  }

  // A method that is called on an instance. (A property, whatever it is called, is read.)
  static bool is_method(Node function) {
    if (!function.parent().is(Kind::kDecoratedDefinition)) return true;
    for (Node decorator : function.parent().named_children()) {
      const std::string_view text = decorator.text();
      if (decorator.is(Kind::kDecorator) &&
          (text.find("property") != text.npos || text.find("classmethod") != text.npos ||
           text.find("staticmethod") != text.npos || text.ends_with(".setter")))
        return false;
    }
    return true;
  }

  // `def next(self): return type(self).__next__(self)` is there for Python 2 alone.
  static bool mentions_new(Node function) {
    for (Node node : function.descendants())
      if (node.is(Kind::kIdentifier) && node.text() == kNew) return true;
    return false;
  }

  // `def next(self, size=1)`
  static bool takes_more(const BindingSite& site) {
    if (site.kind != BindingKind::kFunction || !is_method(site.statement)) return false;
    const auto parameters = site.statement.child(Field::kParameters).named_children();
    return parameters.size() > 1 && std::all_of(parameters.begin() + 1, parameters.end(), [](Node parameter) {
             return parameter.is_any(Kind::kDefaultParameter, Kind::kListSplatPattern, Kind::kDictionarySplatPattern);
           });
  }

  // The class whose `next` an expression like `self` has, where that is known; empty otherwise.
  Node class_of(Node object) const {
    if (!object.is(Kind::kIdentifier)) return {};
    const Node function = object.ancestor(Kind::kFunctionDefinition);
    const Node type = function.ancestor(Kind::kClassDefinition);
    return type && function.child(Field::kParameters).named_child(0).text() == object.text() ? type : Node();
  }

  Member member_of(Node type) const {
    if (!type) return Member::kNone;
    if (stored_in_.contains(type.index())) return Member::kStays;
    const auto found = members_.find(type.index());
    return found == members_.end() ? Member::kNone : found->second;
  }

  // --- it.next()

  void fix_call(Node attribute, Node call) {
    const Node object = attribute.child(Field::kObject);
    const auto arguments = arguments_of(call);
    if (arguments.size() == 1) fix_unbound(attribute, object, arguments.front());
    if (!arguments.empty()) return;
    if (is_kept(object)) return;
    const Node method = method_around(cx_, attribute, kNew);
    if (method && is_first_parameter(object, method))
      return cx_.report(attribute, "in Python 3 this method would call itself: make one of next and __next__");
    const bool parent =
        object.is(Kind::kCall) && names_.resolves_to(object.child(Field::kFunction), "__builtin__.super");
    const bool by_name = parent || names_.lookup(kOld, names_.scope_of(call)) != nullptr;
    if (by_name && cx_.keeps_python2()) return cx_.leave(attribute);
    if (by_name) {
      cx_.change(call).set_text(attribute.child(Field::kAttribute), std::string(kNew)).apply();
    } else {
      cx_.replace(call, "next($it)", {{"it", object}});
    }
  }

  // Is `next` a method that stays, of a class of this file or another, or a module's function?
  bool is_kept(Node object) const {
    if (member_of(class_of(object)) == Member::kStays || member_of(class_named(cx_, object)) == Member::kStays)
      return true;
    if (const Node type = value_of(object, names_).class_definition)
      if (member_of(type) != Member::kNone) return member_of(type) == Member::kStays;
    return !class_of(object) && receiver_of(cx_, object, kOld) == Receiver::kOwn;
  }

  // Base.next(self)
  void fix_unbound(Node attribute, Node object, Node argument) {
    const Node type = class_named(cx_, object);
    if (type && (member_of(type) != Member::kRenamed || keeps_name_.contains(type.index()))) return;
    const Node own = class_of(argument);
    const bool elsewhere = !type && own && member_of(own) == Member::kRenamed &&
                           object.is_any(Kind::kIdentifier, Kind::kAttribute) &&
                           names_.binding(object) != names_.binding(argument);
    if (!type && elsewhere && cx_.keeps_python2()) return cx_.leave(attribute);
    if (type || elsewhere) cx_.set_text(attribute.child(Field::kAttribute), std::string(kNew));
  }

  // --- it.next, not called here

  void fix_value(Node attribute) {
    const Node object = attribute.child(Field::kObject);
    const Member own = member_of(class_of(object));
    if (own == Member::kStays || (own == Member::kRenamed && cx_.keeps_python2())) return;
    if (own == Member::kRenamed || is_first_of_iter(attribute) || is_one_of_proxied(attribute) ||
        (!stored_ && (is_iterator(object) || is_called_later(attribute) || is_called_by_receiver(attribute) ||
                      is_asserted(attribute)))) {
      // An iterator that is no class of this file has one of the two names.
      if (cx_.keeps_python2()) return cx_.leave(attribute);
      cx_.set_text(attribute.child(Field::kAttribute), std::string(kNew));
    } else if (!stored_ &&
               (is_handed_on(attribute) ||
                attribute.parent().is_any(Kind::kArgumentList, Kind::kKeywordArgument, Kind::kReturnStatement))) {
      if (cx_.keeps_python2()) return cx_.leave(attribute);
      cx_.report(attribute, "if this is an iterator's method, write .__next__; if it is a plain attribute, leave it");
    }
  }

  // self.next = f.next, beside self.read = f.read or self.__iter__ = f.__iter__
  static bool is_one_of_proxied(Node attribute) {
    const Node assignment = attribute.parent();
    const Node target = assignment.child(Field::kLeft);
    if (!assignment.is(Kind::kAssignment) || attribute.field() != Field::kRight || !target.is(Kind::kAttribute))
      return false;
    const std::string_view from = attribute.child(Field::kObject).text();
    const std::string_view to = target.child(Field::kObject).text();
    static constexpr std::string_view kOthers[] = {"__iter__", "read", "readline", "readlines", "close"};
    for (Node statement : assignment.parent().parent().children()) {
      const Node other = statement.first_child();
      const Node left = other.child(Field::kLeft);
      const Node right = other.child(Field::kRight);
      if (other.is(Kind::kAssignment) && left.is(Kind::kAttribute) && right.is(Kind::kAttribute) &&
          left.child(Field::kObject).text() == to && right.child(Field::kObject).text() == from &&
          left.child(Field::kAttribute).text() == right.child(Field::kAttribute).text() &&
          is_one_of(kOthers, left.child(Field::kAttribute).text()))
        return true;
    }
    return false;
  }

  // `read = it.next`, in a file where nothing else is called so; `node = node.next` walks along a list.
  bool is_handed_on(Node attribute) const {
    const Node parent = attribute.parent();
    const bool kept = (parent.is(Kind::kAssignment) && attribute.field() == Field::kRight) ||
                      (parent.is(Kind::kDefaultParameter) && attribute.field() == Field::kValue);
    if (!kept || !cx_.may_be_python2(attribute)) return false;
    if (parent.child(Field::kLeft).text() == attribute.child(Field::kObject).text()) return false;
    return std::all_of(members_.begin(), members_.end(),
                       [](const auto& entry) { return entry.second == Member::kNone; });
  }

  // iter(it.next, None)
  bool is_first_of_iter(Node attribute) const {
    const Node arguments = attribute.parent();
    return arguments.is(Kind::kArgumentList) && arguments.named_child_count() == 2 &&
           arguments.named_child(0) == attribute &&
           names_.resolves_to(arguments.parent().child(Field::kFunction), "__builtin__.iter");
  }

  // Does an expression make an iterator: iter(x), f(x) where f yields, itertools.f(x), (x for x in y)?
  bool is_iterator(Node value) const {
    value = inside_parentheses(value);
    if (value.is(Kind::kGeneratorExpression)) return true;
    if (value.is(Kind::kIdentifier)) return holds_iterator(value);
    if (!value.is(Kind::kCall)) return false;
    const Node function = value.child(Field::kFunction);
    const Fact* known = known_function(names_.qualified(function));
    return (known != nullptr && (known->gives == "iterator" || known->gives.starts_with("file"))) || yields(function);
  }

  // A variable that is given nothing but iterators.
  bool holds_iterator(Node name) const {
    constexpr std::size_t kLongest = 20;  // of chains a = b, b = c, …
    if (in_question_.size() == kLongest) return false;
    const Binding* binding = names_.binding(name);
    if (binding == nullptr || binding->sites.empty() || in_question_.contains(binding)) return false;
    in_question_.insert(binding);
    const bool all = std::all_of(binding->sites.begin(), binding->sites.end(), [&](const BindingSite& site) {
      const Node assignment = site.node.parent();
      return assignment.is(Kind::kAssignment) && site.node.field() == Field::kLeft &&
             is_iterator(assignment.child(Field::kRight));
    });
    in_question_.erase(binding);
    return all;
  }

  // Is it a function, or a method of `self`, with `yield` in it?
  bool yields(Node function) const {
    const Binding* binding = nullptr;
    if (function.is(Kind::kIdentifier)) binding = names_.binding(function);
    if (function.is(Kind::kAttribute))
      if (const Node type = class_of(function.child(Field::kObject)))
        binding = member(cx_, type, function.child(Field::kAttribute).text());
    return binding != nullptr && binding->sites.size() == 1 && binding->sites.front().kind == BindingKind::kFunction &&
           is_generator(binding->sites.front().statement);
  }

  // `advance = it.next` … `advance()`, `self._next = it.next` … `self._next()`
  bool is_called_later(Node attribute) const {
    const Node assignment = attribute.parent();
    if (!assignment.is_any(Kind::kAssignment, Kind::kDefaultParameter)) return false;
    const Node target = assignment.child(assignment.is(Kind::kAssignment) ? Field::kLeft : Field::kName);
    if (target.is(Kind::kIdentifier)) {
      const Binding* binding = names_.binding(target);
      return binding != nullptr && std::any_of(binding->uses.begin(), binding->uses.end(), is_called_without_arguments);
    }
    if (!target.is(Kind::kAttribute)) return false;
    for (Node node : cx_.tree().root().descendants())
      if (node.is(Kind::kAttribute) && node.child(Field::kAttribute).text() == target.child(Field::kAttribute).text() &&
          is_called_without_arguments(node))
        return true;
    return false;
  }
  // `def f(advance): … advance()` and `f(it.next)`
  bool is_called_by_receiver(Node attribute) const {
    const Node arguments = attribute.parent();
    if (!arguments.is(Kind::kArgumentList)) return false;
    const Node function = arguments.parent().child(Field::kFunction);
    const Binding* receiver = function.is(Kind::kIdentifier) ? names_.binding(function) : nullptr;
    if (receiver == nullptr || receiver->sites.size() != 1 || receiver->sites.front().kind != BindingKind::kFunction)
      return false;
    const auto given = arguments.named_children();
    const auto position = static_cast<std::size_t>(std::find(given.begin(), given.end(), attribute) - given.begin());
    Node parameter = receiver->sites.front().statement.child(Field::kParameters).named_child(position);
    if (parameter.is(Kind::kDefaultParameter)) parameter = parameter.child(Field::kName);
    const Binding* binding = parameter.is(Kind::kIdentifier) ? names_.binding(parameter) : nullptr;
    return binding != nullptr && std::any_of(binding->uses.begin(), binding->uses.end(), is_called_without_arguments);
  }

  // self.assertRaises(StopIteration, it.next)
  static bool is_asserted(Node attribute) {
    const Node arguments = attribute.parent();
    if (!arguments.is(Kind::kArgumentList) || arguments.named_child(0) == attribute) return false;
    const std::string_view method = arguments.parent().child(Field::kFunction).child(Field::kAttribute).text();
    return method.starts_with("assertRaises") || method == "failUnlessRaises";
  }

  static bool is_called_without_arguments(Node node) {
    const Node call = called_by(node);
    return call && arguments_of(call).empty();
  }

  // The 'next' of hasattr(it, 'next'), where the file calls it.next() too.
  bool asks_for_method(Node text) const {
    const Node arguments = text.parent();
    if (StringLiteral(text).body() != kOld || !arguments.is(Kind::kArgumentList) || arguments.named_child(1) != text)
      return false;
    const std::string_view object = arguments.named_child(0).text();
    const Node function = arguments.parent().child(Field::kFunction);
    const bool is_called = names_.resolves_to(function, "__builtin__.getattr") && arguments.named_child_count() == 2 &&
                           is_called_without_arguments(arguments.parent());
    if (is_called && !stored_) return true;
    return names_.resolves_to(function, "__builtin__.hasattr") && !stored_ &&
           std::any_of(attributes_.begin(), attributes_.end(), [&](Node attribute) {
             return is_called_without_arguments(attribute) && attribute.child(Field::kObject).text() == object;
           });
  }
  // hasattr(x, 'next'), where nothing shows what x is.
  bool is_asked_for_elsewhere(Node text) const {
    const Node arguments = text.parent();
    return StringLiteral(text).body() == kOld && arguments.is(Kind::kArgumentList) &&
           arguments.named_child(1) == text && !asks_for_method(text) && !stored_ &&
           names_.resolves_to(arguments.parent().child(Field::kFunction), "__builtin__.hasattr");
  }
  // The 'next' of setattr(C, 'next', f), where C is a class.
  bool sets_method(Node text) const {
    const Node arguments = text.parent();
    return StringLiteral(text).body() == kOld && arguments.is(Kind::kArgumentList) &&
           arguments.named_child(1) == text && class_named(cx_, arguments.named_child(0)) &&
           names_.resolves_to(arguments.parent().child(Field::kFunction), "__builtin__.setattr");
  }
  // The 'next' of ('__iter__', 'next', 'read'), names of methods that are handed on.
  bool is_listed_method(Node text) const {
    if (StringLiteral(text).body() != kOld || !text.parent().is_any(Kind::kTuple, Kind::kList, Kind::kSet))
      return false;
    const std::vector<Node> items = text.parent().named_children();
    return std::any_of(items.begin(), items.end(),
                       [](Node item) { return item.is(Kind::kString) && StringLiteral(item).body() == "__iter__"; });
  }
  void fix_name(Node text) {
    if (cx_.keeps_python2()) return cx_.leave(text);
    cx_.change(text).set_text(body_range(text), std::string(kNew)).apply();
  }

  // self.next = it.next
  void report_store(Node attribute) {
    const Node assignment = attribute.parent();
    const Node value = assignment.child(Field::kRight);
    if (assignment.is(Kind::kAssignment) && class_named(cx_, attribute.child(Field::kObject)) &&
        value.is_any(Kind::kLambda, Kind::kIdentifier, Kind::kAttribute))
      return cx_.report(attribute, "for loops and next() call __next__ in Python 3: set that as well");
    if (assignment.is(Kind::kAssignment) && value.is(Kind::kAttribute) &&
        value.child(Field::kAttribute).text() == kOld && class_of(attribute.child(Field::kObject)))
      cx_.report(attribute,
                 "Python 3 looks for __next__ in the class, not in the instance: if this is to make an iterator, "
                 "define __next__ there");
  }

  Context& cx_;
  const Names& names_;
  std::vector<Node> classes_;
  std::vector<Node> attributes_;       // all x.next
  bool stored_ = false;                // is there an x.next = …?
  std::set<std::uint32_t> stored_in_;  // classes with such in them
  std::map<std::uint32_t, Member> members_;
  std::set<std::uint32_t> keeps_name_;  // classes that have both names
  mutable std::set<const Binding*> in_question_;
};

}  // namespace

Fixer fix_next() {
  return {
      .name = "next",
      .doc = "Replaces it.next() with next(it), and renames the method `next` of iterators to __next__.",
      .reference = "https://peps.python.org/pep-3114/",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "An object that is no iterator has a method next() in a file that is not converted along.",
      .runs_on = RunsOn::kVariant,
      .for_both =
          "Classes get both names, by `next = __next__`. A method it.next that is not called, but handed on, stays.",
      .words = {"next", "getattr", "setattr", "hasattr"},
      .examples = {{"line = lines.next()", "line = next(lines)"},
                   {"class A:\n    def next(self):\n        pass", "class A:\n    def __next__(self):\n        pass"},
                   {"blocks = iter(f.next, None)", "blocks = iter(f.__next__, None)"},
                   {"node = node.next.next", "node = node.next.next"},
                   {"class A:\n    def next(self):\n        pass",
                    "class A:\n    def __next__(self):\n        pass\n    next = __next__", "--target 2+3"}},
      .finish =
          [](Context& cx) {
            if (cx.text().find("next") != std::string_view::npos) NextFixer(cx).run();
          },
  };
}

}  // namespace py3k::fixers
