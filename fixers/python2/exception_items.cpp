// Exceptions are no sequences in Python 3, and have no `message`; args is there since 1.5:
// https://docs.python.org/3/whatsnew/3.0.html#changes-to-exceptions
#include <algorithm>

#include "engine/analysis/values.h"
#include "fixers/method_rename.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// The first place from a node on, in source order, that binds the name.
std::vector<BindingSite>::const_iterator first_site(const Binding& binding, std::uint32_t from) {
  return std::lower_bound(binding.sites.begin(), binding.sites.end(), from,
                          [](const BindingSite& site, std::uint32_t index) { return site.node.index() < index; });
}

// Does the clause call what it has caught so?
bool names_it_so(const Binding& binding, Node clause) {
  const auto site = first_site(binding, clause.index());
  return site != binding.sites.end() && site->kind == BindingKind::kExcept &&
         site->node.ancestor(Kind::kExceptClause) == clause;
}

// Is it the name of the except clause that it stands in, and nothing else there?
bool is_caught(Context& cx, Node name) {
  const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
  if (binding == nullptr) return false;
  const Node nearest = name.ancestor(Kind::kExceptClause);
  if (!nearest) return false;
  for (auto site = first_site(*binding, nearest.index());
       site != binding->sites.end() && site->node.index() < nearest.subtree_end(); ++site)
    if (site->kind != BindingKind::kExcept) return false;
  for (Node clause = nearest; clause; clause = clause.ancestor(Kind::kExceptClause))
    if (names_it_so(*binding, clause)) return true;
  return false;
}

// e[0]
void item(Context& cx, Node subscript) {
  const Node name = subscript.child(Field::kValue);
  const Node index = subscript.child(Field::kSubscript);
  const bool is_number = index.is_any(Kind::kInteger, Kind::kUnaryOperator, Kind::kSlice);
  if (is_number && is_caught(cx, name) && !has_class_with(cx, "__getitem__"))
    cx.replace(name, "$e.args", {{"e", name}});
}

// number, text = e
void unpacked(Context& cx, Node assignment) {
  const Node name = assignment.child(Field::kRight);
  const bool unpacks =
      assignment.child(Field::kLeft).is_any(Kind::kPatternList, Kind::kTuplePattern, Kind::kListPattern);
  if (!unpacks || !is_caught(cx, name) || has_class_with(cx, "__getitem__") || has_class_with(cx, "__iter__")) return;
  cx.replace(name, "$e.args", {{"e", name}});
}

void go_through(Context& cx, Node name) {
  if (!is_caught(cx, name) || has_class_with(cx, "__getitem__") || has_class_with(cx, "__iter__")) return;
  cx.replace(name, "$e.args", {{"e", name}});
}

// tuple(e), map(str, e)
void given(Context& cx, Node call) {
  static constexpr std::string_view kTakers[] = {"tuple", "list", "iter", "enumerate", "sorted",
                                                 "set",   "map",  "zip",  "filter"};
  const Node function = call.child(Field::kFunction);
  if (!function.is(Kind::kIdentifier) || !is_one_of(kTakers, function.text())) return;
  if (!cx.names().resolves_to(function, "__builtin__." + std::string(function.text()))) return;
  const std::vector<Node> arguments = call.child(Field::kArguments).named_children();
  const bool is_last = function.text() == "map" || function.text() == "zip" || function.text() == "filter";
  if (arguments.empty() || (is_last && arguments.size() < 2)) return;
  go_through(cx, is_last ? arguments.back() : arguments.front());
}

std::vector<Node> caught_types(Node clause) {
  Node types = clause.named_child(0);
  if (types.is(Kind::kBlock)) return {};
  if (types.is(Kind::kAsPattern)) types = types.named_child(0);
  return types.is(Kind::kTuple) ? types.named_children() : std::vector<Node>{types};
}

// Are all that the clause catches Python's own, which have no message any more?
bool catches_builtins(Context& cx, Node clause) {
  const std::vector<Node> all = caught_types(clause);
  return std::all_of(all.begin(), all.end(), [&](Node type) {
    const std::string name = cx.names().qualified(type);
    // Subclasses, of which nobody knows here, are caught by these.
    return type.is(Kind::kIdentifier) && name.starts_with("__builtin__.") && name != "__builtin__.Exception" &&
           name != "__builtin__.StandardError" && name != "__builtin__.BaseException";
  });
}

bool sets_message(Node type) {
  for (Node node : type.child(Field::kBody).descendants()) {
    const bool is_named = node.is(Kind::kAttribute) ? node.child(Field::kAttribute).text() == "message"
                                                    : node.is(Kind::kIdentifier) && node.text() == "message";
    const bool is_bound = node.field() == Field::kLeft || node.field() == Field::kName ||
                          node.parent().is_any(Kind::kPatternList, Kind::kTuplePattern);
    if (is_named && is_bound) return true;
  }
  return false;
}

// Is all that the clause catches of classes of this file that set a message, or are made from such?
bool catches_own(Context& cx, Node clause) {
  const std::vector<Node> all = caught_types(clause);
  return !all.empty() && std::all_of(all.begin(), all.end(), [&](Node caught) {
    constexpr int kDeepest = 10;
    Node type = caught.is(Kind::kIdentifier) ? engine::class_named(caught, cx.names()) : Node();
    for (int depth = 0; type && depth < kDeepest; ++depth) {
      if (sets_message(type)) return true;
      const Node base = type.child(Field::kSuperclasses).named_child(0);
      type = base.is(Kind::kIdentifier) ? engine::class_named(base, cx.names()) : Node();
    }
    return false;
  });
}

void message(Context& cx, Node attribute) {
  if (attribute.child(Field::kAttribute).text() != "message" || attribute.field() == Field::kLeft) return;
  if (!is_caught(cx, attribute.child(Field::kObject))) return;
  const Node clause = attribute.ancestor(Kind::kExceptClause);
  if (catches_own(cx, clause)) return;
  // Who has set one is asked first.
  const bool has_none = catches_builtins(cx, clause);
  cx.replace(attribute,
             has_none ? "$e.args[0] if len($e.args) == 1 else ''"
                      : "getattr($e, 'message', $e.args[0] if len($e.args) == 1 else '')",
             {{"e", attribute.child(Field::kObject)}});
}

}  // namespace

Fixer fix_exception_items() {
  return {
      .name = "exception_items",
      .doc =
          "Replaces e[0] and tuple(e), of an exception that a clause has caught, by e.args[0] and tuple(e.args), and "
          "e.message by what it was: the only one of args, unless the exception's class has set one.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#changes-to-exceptions",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when = "The exception's class, in another file, has a __getitem__ of its own.",
      .runs_on = RunsOn::kBoth,
      .words = {"except"},
      .examples = {{"try: f()\nexcept IOError as e: print(e[0])", "try: f()\nexcept IOError as e: print(e.args[0])"},
                   {"try: f()\nexcept IOError as e:\n    number, text = e",
                    "try: f()\nexcept IOError as e:\n    number, text = e.args"}},
      .visits = {{{Kind::kSubscript}, item},
                 {{Kind::kAssignment}, unpacked},
                 {{Kind::kAttribute}, message},
                 {{Kind::kCall}, given},
                 {{Kind::kListSplat}, [](Context& cx, Node node) { go_through(cx, node.named_child(0)); }},
                 {{Kind::kForStatement, Kind::kForInClause},
                  [](Context& cx, Node node) { go_through(cx, node.child(Field::kRight)); }}},
  };
}

}  // namespace py3k::fixers
