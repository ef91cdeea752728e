// Text is what __str__ gives in Python 3, and __unicode__ is never called:
// https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit
//
// One of the two methods is often made from the other: a __str__ that only encodes unicode(self), a __unicode__ that
// only decodes str(self). Under one name such a method would call itself, so it goes, wherever the other one is.
#include <algorithm>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "engine/syntax/string_literal.h"
#include "fixers/attribute_rename.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kOld = "__unicode__";
constexpr std::string_view kNew = "__str__";

Node without_decorators(Node function) {
  return function.parent().is(Kind::kDecoratedDefinition) ? function.parent() : function;
}

bool is_in_body(Node type, const BindingSite& site) {
  return without_decorators(site.statement).parent() == type.child(Field::kBody);
}

// The function or lambda that a name is bound to.
Node function_of(const BindingSite& site) {
  if (site.kind == BindingKind::kFunction) return site.statement;
  const Node value = site.node.parent().is(Kind::kAssignment) ? site.node.parent().child(Field::kRight) : Node();
  return value.is(Kind::kLambda) ? value : Node();
}

bool is_docstring(Node statement) {
  return statement.is(Kind::kExpressionStatement) && statement.child_count() == 1 &&
         statement.first_child().is_any(Kind::kString, Kind::kConcatenatedString);
}

// Both Pythons are provided for: `if PY3: __str__ = __unicode__`.
bool is_chosen(Node type, const Binding& binding) {
  return std::any_of(binding.sites.begin(), binding.sites.end(),
                     [&](const BindingSite& site) { return !is_in_body(type, site); });
}

// What turns text to bytes, or leaves it text, and what turns bytes to text.
constexpr std::string_view kEncoders[] = {"encode",      "str",   "smart_str", "force_str", "smart_bytes",
                                          "force_bytes", "bytes", "to_bytes",  "to_native", "native_str"};
constexpr std::string_view kDecoders[] = {"decode",     "unicode",    "smart_unicode", "force_unicode",
                                          "smart_text", "force_text", "to_unicode",    "text_type"};

// `name` of f(x) and x.method(…): what a value is asked for, and of what.
struct Conversion {
  std::string_view name;
  Node value;
};
Conversion conversion_at(Node call) {
  if (!call.is(Kind::kCall)) return {};
  const Node function = call.child(Field::kFunction);
  if (function.is(Kind::kAttribute)) return {function.child(Field::kAttribute).text(), function.child(Field::kObject)};
  return {function.text(), call.child(Field::kArguments).named_child(0)};
}

// A method that gives nothing but what another one gives, turned to bytes or to text.
class Converter {
 public:
  // `builtin` and `method` are two ways to ask for the other one: unicode(self), self.__unicode__().
  Converter(Context& cx, Node function, std::string_view builtin, std::string_view method)
      : cx_(cx), function_(function), builtin_(builtin), method_(method) {}

  bool only(std::span<const std::string_view> turned_by) const {
    Node value = result();
    constexpr int kDeepest = 5;
    for (int depth = 0; depth < kDeepest; ++depth) {
      if (asks(value)) return true;
      const Conversion outer = conversion_at(value);
      if (std::find(turned_by.begin(), turned_by.end(), outer.name) == turned_by.end()) return false;
      value = outer.value;
    }
    return false;
  }

  // Does it ask its own object for the other one, whatever it does with it?
  bool asks() const {
    for (Node node : function_.descendants())
      if (asks(node)) return true;
    return false;
  }

 private:
  // The one value that it returns. A name for it, as in `s = unicode(self)`, is looked through.
  Node result() const {
    if (function_.is(Kind::kLambda)) return function_.child(Field::kBody);
    std::vector<Node> statements = function_.child(Field::kBody).named_children();
    if (!statements.empty() && is_docstring(statements.front())) statements.erase(statements.begin());
    if (statements.empty() || statements.size() > 2 || !statements.back().is(Kind::kReturnStatement)) return {};
    const Node value = statements.back().named_child(0);
    if (statements.size() == 1) return value;
    const Node assignment = statements.front().named_child(0);
    const Node target = assignment.child(Field::kLeft);
    const Node used = value.is(Kind::kCall) && conversion_at(value).value ? conversion_at(value).value : value;
    const bool same = assignment.is(Kind::kAssignment) && target.is(Kind::kIdentifier) && used.text() == target.text();
    return same ? assignment.child(Field::kRight) : Node();
  }

  bool asks(Node call) const {
    if (!call.is(Kind::kCall)) return false;
    const Node function = call.child(Field::kFunction);
    if (function.is(Kind::kAttribute))
      return function.child(Field::kAttribute).text() == method_ &&
             is_first_parameter(function.child(Field::kObject), function_);
    return function.text() == builtin_ && is_first_parameter(only_argument(call), function_) &&
           cx_.names().resolves_to(function, "__builtin__." + std::string(builtin_));
  }

  Context& cx_;
  Node function_;
  std::string_view builtin_;
  std::string_view method_;
};

class UnicodeMethodFixer {
 public:
  explicit UnicodeMethodFixer(Context& cx) : cx_(cx) {}

  void run() {
    for (Node node : cx_.tree().root().descendants()) {
      if (node.is(Kind::kClassDefinition)) classes_.push_back(node);
      if (node.is(Kind::kAssignment) && swaps_methods(node)) swaps_.push_back(node);
    }
    for (Node type : classes_) {
      for (Node base : known_bases(type)) heirs_[base.index()].push_back(type);
      if (member(cx_, type, kOld) == nullptr) lone_.push_back(type);
    }
    for (Node type : classes_)
      if (member(cx_, type, kOld) != nullptr) fix_class(type);
    for (Node type : lone_) fix_lone(type);
    for (Node node : cx_.tree().root().descendants()) {
      if (node.is(Kind::kAttribute)) fix_attribute(node);
      if (node.is(Kind::kString) && StringLiteral(node).body() == kOld && names_attribute(cx_, node)) fix_name(node);
    }
  }

 private:
  // --- what is known of classes

  std::vector<Node> known_bases(Node type) const {
    std::vector<Node> found;
    for (Node base : type.child(Field::kSuperclasses).named_children())
      if (const Node known = class_named(cx_, base); known && known.index() < type.index()) found.push_back(known);
    return found;
  }

  // Is there a class further up, of this file, that has the method?
  bool inherits(Node type, std::string_view name) const {
    return reaches(
        type, [&](Node at) { return at != type && member(cx_, at, name) != nullptr; },
        [&](Node at) { return known_bases(at); });
  }
  // … or further down?
  bool has_heir_with(Node type, std::string_view name) const {
    return reaches(
        type, [&](Node at) { return at != type && member(cx_, at, name) != nullptr; },
        [&](Node at) {
          const auto found = heirs_.find(at.index());
          return found == heirs_.end() ? std::vector<Node>() : found->second;
        });
  }

  template <typename Found, typename Next>
  static bool reaches(Node from, Found found, Next next) {
    std::vector<Node> open{from};
    std::unordered_set<std::uint32_t> seen{from.index()};
    while (!open.empty()) {
      const Node at = open.back();
      open.pop_back();
      if (found(at)) return true;
      for (Node other : next(at))
        if (seen.insert(other.index()).second) open.push_back(other);
    }
    return false;
  }

  Node single_function(Node type, std::string_view name) const {
    const Binding* binding = member(cx_, type, name);
    return binding != nullptr && binding->sites.size() == 1 && is_in_body(type, binding->sites.front())
               ? function_of(binding->sites.front())
               : Node();
  }

  bool only_encodes(Node type) const {
    const Node function = single_function(type, kNew);
    return function && Converter(cx_, function, "unicode", kOld).only(kEncoders);
  }
  bool only_decodes(Node type) const {
    const Node function = single_function(type, kOld);
    return function && Converter(cx_, function, "str", kNew).only(kDecoders);
  }
  bool asks_for_text(Node type) const {
    const Binding* binding = member(cx_, type, kNew);
    return binding != nullptr &&
           std::any_of(binding->sites.begin(), binding->sites.end(), [&](const BindingSite& site) {
             const Node function = function_of(site);
             return function && Converter(cx_, function, "unicode", kOld).asks();
           });
  }
  bool text_asks_for_bytes(Node type) const {
    const Node function = single_function(type, kOld);
    return function && Converter(cx_, function, "str", kNew).asks();
  }

  // --- classes with a __unicode__

  void fix_class(Node type) {
    const Binding* text = member(cx_, type, kOld);
    const Binding* bytes = member(cx_, type, kNew);
    if (is_chosen(type, *text) || (bytes != nullptr && is_chosen(type, *bytes)) || has_base_that_asks(type)) {
      keep_.insert(type.index());
    } else if (only_encodes(type)) {
      replace_str(*text, bytes->sites.front());
    } else if (only_decodes(type)) {
      drop(text->sites.front(), "__str__ gives text, and this only decodes what it gives");
    } else if (text_asks_for_bytes(type)) {
      keep(type, "it asks for str(self), which is itself in Python 3: make __str__ of it by hand");
    } else if (!rename_member(cx_, type, kOld, kNew)) {
      keep(type, "Python 3 calls __str__ for text, never __unicode__: make one of the two");
    }
  }

  // Has a class further up a __str__ for Python 3 that calls __unicode__?
  bool has_base_that_asks(Node type) const {
    return reaches(
        type,
        [&](Node at) {
          const Binding* bytes = member(cx_, at, kNew);
          return at != type && bytes != nullptr && is_chosen(at, *bytes) && asks_for_text(at);
        },
        [&](Node at) { return known_bases(at); });
  }

  void keep(Node type, std::string message) {
    keep_.insert(type.index());
    cx_.report(member(cx_, type, kOld)->sites.front().node, std::move(message));
  }

  void replace_str(const Binding& text, const BindingSite& bytes) {
    ChangeBuilder change =
        cx_.change(text.sites.front().node, "__unicode__ -> __str__, in place of the one that encodes");
    for (const BindingSite& site : text.sites) change.set_text(site.node, std::string(kNew));
    for (Node use : text.uses) change.set_text(use, std::string(kNew));
    gone_.push_back(without_decorators(bytes.statement));
    change.remove(gone_.back()).apply();
  }

  void drop(const BindingSite& site, std::string message) {
    if (!cx_.settings().safe_only) gone_.push_back(without_decorators(site.statement));
    cx_.change(site.node, std::move(message)).remove(without_decorators(site.statement)).apply();
  }

  // --- classes with a __str__ alone, whose __unicode__ is elsewhere

  void fix_lone(Node type) {
    const Binding* bytes = member(cx_, type, kNew);
    if (bytes == nullptr || !asks_for_text(type)) return;
    if (is_chosen(type, *bytes)) {
      keep_.insert(type.index());
      return;
    }
    const bool has_partner = inherits(type, kOld) || has_heir_with(type, kOld);
    if (has_partner && only_encodes(type) && !partner_stays(type))
      return drop(bytes->sites.front(), "__unicode__ is __str__ now, and this only encodes what it gives");
    keep_.insert(type.index());
    cx_.report(bytes->sites.front().node,
               "this __str__ asks for unicode(self), which is itself in Python 3: it goes where __unicode__ becomes "
               "__str__, in a subclass or a base; make one method of the two");
  }

  // Is what has the text one of the classes that keep both?
  bool partner_stays(Node type) const {
    const auto kept = [&](Node at) { return at != type && keeps(at); };
    return reaches(type, kept, [&](Node at) { return known_bases(at); }) || reaches(type, kept, [&](Node at) {
             const auto found = heirs_.find(at.index());
             return found == heirs_.end() ? std::vector<Node>() : found->second;
           });
  }

  // --- uses

  bool keeps(Node type) const { return keep_.contains(type.index()); }

  bool has_kept_base(Node type) const {
    return reaches(
        type, [&](Node at) { return at != type && keeps(at); }, [&](Node at) { return known_bases(at); });
  }

  // May the object's class be one that has both methods still?
  bool is_kept(Node object) const {
    if (keep_.empty()) return false;
    if (class_named(cx_, object.child(Field::kFunction))) object = object.child(Field::kFunction);  // C().__unicode__()
    if (const Node type = class_named(cx_, object)) return keeps(type) || has_kept_base(type);
    const Node function = object.ancestor(Kind::kFunctionDefinition);
    const Node around = function.ancestor(Kind::kClassDefinition);
    const bool is_self = around && is_first_parameter(object, function);
    const bool is_super = around && object.is(Kind::kCall) &&
                          cx_.names().resolves_to(object.child(Field::kFunction), "__builtin__.super");
    return (!is_self && !is_super) || keeps(around) || has_kept_base(around);
  }

  bool goes(Node node) const {
    return std::any_of(gone_.begin(), gone_.end(), [&](Node gone) { return node.is_within(gone); });
  }

  // `type.__unicode__ = type.__str__`, by which a decorator gives both.
  static bool swaps_methods(Node assignment) {
    const Node left = assignment.child(Field::kLeft);
    const Node right = assignment.child(Field::kRight);
    return left.is(Kind::kAttribute) && right.is(Kind::kAttribute) && left.child(Field::kAttribute).text() == kOld &&
           right.child(Field::kAttribute).text() == kNew &&
           left.child(Field::kObject).text() == right.child(Field::kObject).text();
  }
  bool is_beside_swap(Node node) const {
    return std::any_of(swaps_.begin(), swaps_.end(), [&](Node swap) {
      const Node function = swap.ancestor(Kind::kFunctionDefinition);
      return node.is_within(function ? function : swap.parent().parent());
    });
  }

  // Base.__unicode__(self)
  void fix_attribute(Node attribute) {
    const Node name = attribute.child(Field::kAttribute);
    const Node object = attribute.child(Field::kObject);
    if (name.text() != kOld || goes(attribute) || is_beside_swap(attribute) || is_kept(object)) return;
    const Node method = method_around(cx_, attribute, kNew);
    if (method && is_first_parameter(object, method)) {
      // One of a class was reported above.
      const Node type = method.ancestor(Kind::kClassDefinition);
      if (!type || !keeps(type))
        cx_.report(attribute, "in Python 3 this method would call itself: take one of the two");
      return;
    }
    cx_.set_text(name, std::string(kNew));
  }

  // getattr(x, '__unicode__')
  void fix_name(Node text) {
    const Node arguments = text.parent();
    const std::string_view function = arguments.parent().child(Field::kFunction).text();
    const bool gets = function == "getattr" && arguments.named_child_count() == 2;
    const bool kept = is_kept(arguments.named_child(0));
    if (goes(text) || is_beside_swap(text) || (kept && class_named(cx_, arguments.named_child(0)))) return;
    if (!kept && ((gets && !method_around(cx_, text, kNew)) || function == "setattr")) {
      cx_.change(text).set_text(body_range(text), std::string(kNew)).apply();
    } else {
      cx_.report(text,
                 "no class has a __unicode__ in Python 3, and every one a __str__: ask for what tells them apart, "
                 "or take the question away");
    }
  }

  Context& cx_;
  std::vector<Node> classes_;
  std::vector<Node> lone_;  // those without a __unicode__ of their own
  std::unordered_map<std::uint32_t, std::vector<Node>> heirs_;
  std::vector<Node> swaps_;
  std::vector<Node> gone_;
  std::unordered_set<std::uint32_t> keep_;  // classes that have both still
};

}  // namespace

Fixer fix_unicode_method() {
  return {
      .name = "unicode_method",
      .doc = "Renames the method __unicode__ to __str__, and drops a __str__ that only encodes what it gives.",
      .reference = "https://docs.python.org/3/reference/datamodel.html#object.__str__",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "A base class's __str__ is what str() is to give still.",
      .words = {"__unicode__", "unicode", "hasattr", "setattr"},
      .examples = {{"class A:\n    def __unicode__(self):\n        return self.name",
                    "class A:\n    def __str__(self):\n        return self.name"},
                   {"class A:\n    n = 1\n    def __str__(self):\n        return unicode(self).encode('utf-8')\n"
                    "    def __unicode__(self):\n        return self.name",
                    "class A:\n    n = 1\n    def __str__(self):\n        return self.name"}},
      .finish =
          [](Context& cx) {
            if (cx.text().find("unicode") != std::string_view::npos) UnicodeMethodFixer(cx).run();
          },
  };
}

}  // namespace py3k::fixers
