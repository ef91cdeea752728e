// Text is what __str__ gives in Python 3, and __unicode__ is never called:
// https://docs.python.org/3/whatsnew/3.0.html#text-vs-data-instead-of-unicode-vs-8-bit
#include <algorithm>

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

// The one value that a method returns, and does nothing else.
Node only_result(const BindingSite& site) {
  if (site.kind != BindingKind::kFunction) return {};
  const Node body = site.statement.child(Field::kBody);
  const Node first = body.named_child(0);
  return body.named_child_count() == 1 && first.is(Kind::kReturnStatement) ? first.named_child(0) : Node();
}

// unicode(self), self.__unicode__()
bool is_own_text(Context& cx, Node value) {
  if (!value.is(Kind::kCall)) return false;
  const Node function = value.child(Field::kFunction);
  const Node arguments = value.child(Field::kArguments);
  if (function.is(Kind::kAttribute))
    return function.child(Field::kAttribute).text() == kOld && function.child(Field::kObject).text() == "self";
  return arguments.named_child_count() == 1 && arguments.named_child(0).text() == "self" &&
         cx.names().resolves_to(function, "__builtin__.unicode");
}

// `def __str__(self): return unicode(self).encode('utf-8')`, which Python 3 has no use for.
bool encodes_text(Context& cx, const BindingSite& site) {
  Node value = only_result(site);
  const Node function = value.child(Field::kFunction);
  if (value.is(Kind::kCall) && function.is(Kind::kAttribute) && function.child(Field::kAttribute).text() == "encode")
    value = function.child(Field::kObject);
  return is_own_text(cx, value);
}

// Both Pythons are provided for: `if PY3: __str__ = __unicode__`.
bool is_chosen(Node type, const Binding& binding) {
  return std::any_of(binding.sites.begin(), binding.sites.end(),
                     [&](const BindingSite& site) { return !is_in_body(type, site); });
}

class UnicodeMethodFixer {
 public:
  explicit UnicodeMethodFixer(Context& cx) : cx_(cx) {}

  void run() {
    for (Node node : cx_.tree().root().descendants())
      if (node.is(Kind::kClassDefinition)) fix_class(node);
    for (Node node : cx_.tree().root().descendants())
      if (node.is(Kind::kAttribute)) fix_attribute(node);
  }

 private:
  void fix_class(Node type) {
    const Binding* text = member(cx_, type, kOld);
    const Binding* bytes = member(cx_, type, kNew);
    if (text == nullptr) return;
    if (is_chosen(type, *text) || (bytes != nullptr && is_chosen(type, *bytes))) {
      keep_.push_back(type);
    } else if (bytes != nullptr && bytes->sites.size() == 1 && encodes_text(cx_, bytes->sites.front())) {
      replace_str(*text, bytes->sites.front());
    } else if (!rename_member(cx_, type, kOld, kNew)) {
      keep_.push_back(type);
      cx_.report(text->sites.front().node, "Python 3 calls __str__ for text, never __unicode__: make one of the two");
    }
  }

  void replace_str(const Binding& text, const BindingSite& bytes) {
    ChangeBuilder change =
        cx_.change(text.sites.front().node, "__unicode__ -> __str__, in place of the one that encodes");
    for (const BindingSite& site : text.sites) change.set_text(site.node, std::string(kNew));
    for (Node use : text.uses) change.set_text(use, std::string(kNew));
    gone_.push_back(without_decorators(bytes.statement));
    change.remove(gone_.back()).apply();
  }

  bool keeps(Node type) const { return std::find(keep_.begin(), keep_.end(), type) != keep_.end(); }

  bool has_kept_base(Node type) const {
    const std::vector<Node> bases = type.child(Field::kSuperclasses).named_children();
    return std::any_of(bases.begin(), bases.end(), [&](Node base) {
      const Node known = class_named(cx_, base);
      return known && known.index() < type.index() && (keeps(known) || has_kept_base(known));
    });
  }

  // May the object's class be one that has both methods still?
  bool is_kept(Node object) const {
    if (keep_.empty()) return false;
    if (const Node type = class_named(cx_, object)) return keeps(type) || has_kept_base(type);
    const Node function = object.ancestor(Kind::kFunctionDefinition);
    const Node around = function.ancestor(Kind::kClassDefinition);
    const bool is_self = around && function.child(Field::kParameters).named_child(0).text() == object.text();
    const bool is_super = around && object.is(Kind::kCall) &&
                          cx_.names().resolves_to(object.child(Field::kFunction), "__builtin__.super");
    return (!is_self && !is_super) || keeps(around) || has_kept_base(around);
  }

  // Base.__unicode__(self)
  void fix_attribute(Node attribute) {
    const Node name = attribute.child(Field::kAttribute);
    const bool goes = std::any_of(gone_.begin(), gone_.end(), [&](Node node) { return attribute.is_within(node); });
    if (name.text() == kOld && !goes && !is_kept(attribute.child(Field::kObject)))
      cx_.set_text(name, std::string(kNew));
  }

  Context& cx_;
  std::vector<Node> gone_;
  std::vector<Node> keep_;  // classes that have both still
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
      .words = {"__unicode__"},
      .examples = {{"class A:\n    def __unicode__(self):\n        return self.name",
                    "class A:\n    def __str__(self):\n        return self.name"},
                   {"class A:\n    n = 1\n    def __str__(self):\n        return unicode(self).encode('utf-8')\n"
                    "    def __unicode__(self):\n        return self.name",
                    "class A:\n    n = 1\n    def __str__(self):\n        return self.name"}},
      .finish = [](Context& cx) { UnicodeMethodFixer(cx).run(); },
  };
}

}  // namespace py3k::fixers
