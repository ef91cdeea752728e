// x[1:2] calls __getitem__ with a slice in Python 3, and never __getslice__:
// https://docs.python.org/3/whatsnew/3.0.html#operators-and-special-methods
#include <algorithm>

#include "engine/rewrite/layout.h"
#include "fixers/first_statement.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

struct Method {
  std::string_view old;
  std::string_view now;
  std::string_view advice;
};
constexpr Method kMethods[] = {{"__getslice__", "__getitem__", "__getitem__ is given a slice object"},
                               {"__setslice__", "__setitem__", "__setitem__ is given a slice object"},
                               {"__delslice__", "__delitem__", "__delitem__ is given a slice object"}};

// Python 2 gives 0 and the largest number for what is left out, and adds the length to what is negative.
std::string definition(const std::string& name) {
  return "def " + name + R"((key, sequence):
    """The two numbers that Python 2 gives to __getslice__ and its like for a slice."""
    ends = [0 if key.start is None else key.start, 2 ** 63 - 1 if key.stop is None else key.stop]
    return [n + len(sequence) if n < 0 else n for n in ends]
)";
}

// `isinstance(i, slice)` in __getitem__, say.
bool mentions_slice(const Binding& method) {
  for (const BindingSite& site : method.sites)
    for (Node node : site.statement.subtree())
      if (node.is(Kind::kIdentifier) && node.text() == "slice") return true;
  return false;
}

// The names of a method's parameters, where they are as many as that, and plain.
std::vector<std::string> parameters_of(Node function, std::size_t count) {
  const std::vector<Node> parameters = function.child(Field::kParameters).named_children();
  std::vector<std::string> names;
  for (Node parameter : parameters)
    if (parameter.is(Kind::kIdentifier)) names.emplace_back(parameter.text());
  return names.size() == parameters.size() && names.size() == count ? names : std::vector<std::string>();
}

Node only_definition(Node type, const Binding& binding) {
  const Node statement = binding.sites.size() == 1 ? binding.sites.front().statement : Node();
  return statement.is(Kind::kFunctionDefinition) && statement.parent() == type.child(Field::kBody) ? statement : Node();
}

class SliceMethods {
 public:
  explicit SliceMethods(Context& cx)
      : cx_(cx), helper_(cx.fresh_name("_slice_ends")), place_(place_for_definition(cx.tree().root(), helper_, {})) {}

  void run() {
    for (Node type : cx_.tree().root().descendants()) {
      if (type.is(Kind::kAttribute)) visit_attribute(type);
      if (!type.is(Kind::kClassDefinition)) continue;
      for (const Method& method : kMethods) visit_class(type, method);
    }
  }

 private:
  void visit_class(Node type, const Method& method) {
    const Binding* old = member(cx_, type, method.old);
    if (old == nullptr) return;
    const Binding* now = member(cx_, type, method.now);
    if (now != nullptr && mentions_slice(*now)) return;
    const Node slicing = only_definition(type, *old);
    const Node items = now != nullptr ? only_definition(type, *now) : Node();
    const bool sets = method.now == "__setitem__";
    const std::vector<std::string> own = items ? parameters_of(items, sets ? 3 : 2) : std::vector<std::string>();
    const std::vector<Node> bases = type.child(Field::kSuperclasses).named_children();
    const bool is_plain = bases.empty() || bases.front().is_any(Kind::kIdentifier, Kind::kAttribute);
    if (!slicing || (now != nullptr && own.empty()) || !is_plain) {
      cx_.report(old->sites.front().node,
                 "Python 3 never calls " + std::string(method.old) + ": " + std::string(method.advice));
      return;
    }
    ChangeBuilder change =
        cx_.change(old->sites.front().node, "Python 3 calls " + std::string(method.now) + " with a slice in place of " +
                                                std::string(method.old));
    if (!defined_) insert_definition(cx_, change, place_, definition(helper_));
    defined_ = true;
    if (now != nullptr) {
      change.insert_at_start(items.child(Field::kBody), dispatch(method, own[0], own[1], sets ? own[2] : ""));
    } else {
      change.insert_after(slicing, whole(method, bases));
    }
    change.apply();
  }

  // What comes first in __getitem__.
  std::string dispatch(const Method& method, const std::string& self, const std::string& key,
                       const std::string& value) const {
    const std::string ends = helper_ + "(" + key + ", " + self + ")";
    const std::string arguments = value.empty() ? "*" + ends : "*(" + ends + " + [" + value + "])";
    const std::string call = self + "." + std::string(method.old) + "(" + arguments + ")";
    return "if isinstance(" + key + ", slice) and " + key + ".step is None:\n" + indentation_step(cx_.tree()) +
           "return " + call;
  }

  // A method that the class has not; what it is made from sees to the rest.
  std::string whole(const Method& method, const std::vector<Node>& bases) const {
    const std::string step = indentation_step(cx_.tree());
    const bool sets = method.now == "__setitem__";
    const std::string more = sets ? ", value" : "";
    std::string text = "\ndef " + std::string(method.now) + "(self, key" + more + "):\n";
    const bool has_base = !bases.empty() && !cx_.names().resolves_to(bases.front(), "__builtin__.object");
    std::string lines = dispatch(method, "self", "key", sets ? "value" : "");
    if (has_base)
      lines +=
          "\nreturn " + std::string(bases.front().text()) + "." + std::string(method.now) + "(self, key" + more + ")";
    if (!has_base) lines += "\nraise TypeError('only slices are taken, not %r' % (key,))";
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = std::min(lines.find('\n', at), lines.size());
      text += step + lines.substr(at, end - at) + "\n";
      at = end + 1;
    }
    text.pop_back();
    return text;
  }

  // list.__getslice__(self, i, j)
  void visit_attribute(Node attribute) {
    const std::string_view name = attribute.child(Field::kAttribute).text();
    const auto method =
        std::find_if(std::begin(kMethods), std::end(kMethods), [&](const Method& it) { return it.old == name; });
    if (method == std::end(kMethods)) return;
    const Node object = attribute.child(Field::kObject);
    static constexpr std::string_view kTypes[] = {"__builtin__.list", "__builtin__.tuple", "__builtin__.str",
                                                  "__builtin__.unicode", "__builtin__.bytearray"};
    const Node call = attribute.parent();
    const bool is_called = call.is(Kind::kCall) && attribute.field() == Field::kFunction;
    if (is_one_of(kTypes, cx_.names().qualified(object)) && is_called) {
      const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
      const std::size_t wanted = method->now == "__setitem__" ? 4 : 3;
      if (arguments.size() == wanted && std::none_of(arguments.begin(), arguments.end(), [](Node it) {
            return it.is_any(Kind::kListSplat, Kind::kKeywordArgument);
          })) {
        cx_.change(attribute, std::string(name) + " -> " + std::string(method->now))
            .set_text(attribute.child(Field::kAttribute), std::string(method->now))
            .replace(ByteRange{arguments[1].start(), arguments[2].end()}, "slice($i, $j)",
                     {{"i", arguments[1]}, {"j", arguments[2]}})
            .apply();
        return;
      }
    }
    if (!has_class_with(cx_, name))
      cx_.report(attribute, "no type of Python 3 has " + std::string(name) +
                                " unless you define it: " + std::string(method->advice));
  }

  Context& cx_;
  std::string helper_;
  Node place_;
  bool defined_ = false;
};

}  // namespace

Fixer fix_slice_methods() {
  Fixer fixer{
      .name = "slice_methods",
      .doc =
          "Has __getitem__, __setitem__ and __delitem__ call a class's __getslice__, __setslice__ and __delslice__ "
          "where "
          "they are given a slice, and calls those of list and its like by their new names.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#operators-and-special-methods",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .examples = {{"x = list.__getslice__(y, 1, 2)", "x = list.__getitem__(y, slice(1, 2))"}},
      .finish = [](Context& cx) { SliceMethods(cx).run(); },
  };
  for (const Method& method : kMethods) fixer.words.emplace_back(method.old);
  return fixer;
}

}  // namespace py3k::fixers
