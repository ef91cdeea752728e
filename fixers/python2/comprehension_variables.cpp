// A list comprehension's variable is its own in Python 3; in Python 2 it was one of the code around it:
// https://docs.python.org/3/whatsnew/3.0.html#changed-syntax
#include <algorithm>
#include <set>

#include "engine/analysis/comprehension.h"
#include "engine/fixer.h"
#include "engine/rewrite/layout.h"
#include "fixers/new_names.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

// The comprehension that binds the name there.
Node comprehension_of(const BindingSite& site) {
  for (Node at = site.node.parent(); at && !at.is(Kind::kExpressionStatement); at = at.parent()) {
    if (at.is(Kind::kForInClause)) return at.parent().is(Kind::kListComprehension) ? at.parent() : Node();
    if (!at.is_any(Kind::kPatternList, Kind::kTuplePattern, Kind::kListPattern)) return {};
  }
  return {};
}

// Are they in branches of one `if` of which one alone runs?
bool are_alternatives(Node one, Node other) {
  Node branch = one;
  while (branch.parent() && !other.is_within(branch.parent())) branch = branch.parent();
  return branch.parent().is(Kind::kIfStatement) && branch.field() != Field::kCondition;
}

// `for i in [i for i in xs if i]`: what is read from there on is what the loop gives.
bool is_given_anew(const Binding& binding, Node comprehension) {
  for (Node at = comprehension.parent(); at && !at.is(Kind::kBlock); at = at.parent())
    if (at.is(Kind::kForStatement))
      return std::any_of(binding.sites.begin(), binding.sites.end(),
                         [&](const BindingSite& site) { return site.node.is_within(at.child(Field::kLeft)); });
  return false;
}

// Where the value that the comprehension leaves in its variable is read; empty where it is not.
Node first_read(const Binding& binding, Node comprehension) {
  if (is_given_anew(binding, comprehension)) return {};
  const auto begins_later = [&](const auto& it) { return it > comprehension.end(); };
  const auto site = std::find_if(binding.sites.begin(), binding.sites.end(),
                                 [&](const BindingSite& it) { return begins_later(it.node.start()); });
  const bool is_deleted = site != binding.sites.end() && site->kind == BindingKind::kDelete;
  const auto use =
      std::find_if(binding.uses.begin(), binding.uses.end(), [&](Node it) { return begins_later(it.start()); });
  if (is_deleted && (use == binding.uses.end() || site->node.start() < use->start())) return site->node;
  if (use == binding.uses.end()) return {};
  if (site != binding.sites.end() && (site->node.start() < use->start() || use->is_within(comprehension_of(*site))))
    return {};
  return are_alternatives(comprehension, *use) ? Node() : *use;
}

// The names of a class's body that the comprehension reads: to Python 3 they are those of the module. What its first
// loop goes through is worked out in the class.
std::vector<Node> names_of_class(Context& cx, Node comprehension, bool and_first) {
  const Scope& scope = cx.names().scope_of(comprehension);
  std::vector<Node> found;
  if (scope.kind != ScopeKind::kClass) return found;
  const Node first = comprehension.child(Kind::kForInClause).child(Field::kRight);
  for (Node name : comprehension.descendants()) {
    if (!name.is(Kind::kIdentifier) || (!and_first && name.is_within(first)) || !cx.names().is_name(name)) continue;
    const Binding* binding = cx.names().binding(name);
    if (binding == nullptr || binding->scope != &scope) continue;
    const bool is_own = std::any_of(binding->sites.begin(), binding->sites.end(),
                                    [&](const BindingSite& site) { return site.node.is_within(comprehension); });
    if (!is_own) found.push_back(name);
  }
  return found;
}

// A variable that is read after the comprehension, and where.
struct Leak {
  Node variable;
  Node use;
};

std::vector<Leak> leaks_of(Context& cx, Node comprehension) {
  std::vector<Leak> leaks;
  const Node leaves = comprehension.ancestor(Kind::kReturnStatement);  // nothing behind that is read
  for (Node part : comprehension.named_children()) {
    if (!part.is(Kind::kForInClause)) continue;
    for (Node name : part.child(Field::kLeft).subtree()) {
      const Binding* binding = name.is(Kind::kIdentifier) ? cx.names().binding(name) : nullptr;
      const Node use = binding != nullptr ? first_read(*binding, comprehension) : Node();
      if (use && (!leaves || use.is_within(leaves))) leaks.push_back({name, use});
    }
  }
  return leaks;
}

// Would it be a NameError in Python 3, so that this is Python 2 whatever else the file shows? Not where the module, or
// Python itself, has that name too.
bool is_sure(Context& cx, Node name, const Binding& binding) {
  const Scope& module = cx.names().scope_of(cx.tree().root());
  const Binding* global = cx.names().lookup(name.text(), module);
  return !is_python2_builtin(name.text()) && (global == nullptr || global == &binding) &&
         cx.names().star_imports().empty();
}

bool is_python2_only(Context& cx, const std::vector<Node>& members, const std::vector<Leak>& leaks) {
  for (Node member : members)
    if (!is_sure(cx, member, *cx.names().binding(member))) return false;
  return std::all_of(leaks.begin(), leaks.end(), [&](const Leak& leak) {
    const Binding& binding = *cx.names().binding(leak.variable);
    const bool only_here = std::all_of(binding.sites.begin(), binding.sites.end(), [](const BindingSite& site) {
      return site.kind == BindingKind::kDelete || comprehension_of(site);
    });
    return only_here && is_sure(cx, leak.variable, binding);
  });
}

// Is the statement all that stands on its lines?
bool is_alone(Node statement) {
  const std::string_view text = statement.tree().text();
  const std::string_view rest = text.substr(statement.end(), line_end(text, statement.end()) - statement.end());
  const std::size_t first = rest.find_first_not_of(" \t\r\n");
  return begins_line(statement) && (first == std::string_view::npos || rest[first] == '#');
}

// The statement `xs = [...]` or `[...]` whose value the comprehension is; empty for all others, and where the
// comprehension reads xs.
Node whole_statement(Node comprehension) {
  const Node around = comprehension.parent();
  const bool is_assigned = around.is(Kind::kAssignment) && comprehension.field() == Field::kRight;
  const Node statement = is_assigned ? around.parent() : around;
  if (!statement.is(Kind::kExpressionStatement) || !is_alone(statement)) return {};
  if (!is_assigned) return statement;
  const Node target = around.child(Field::kLeft);
  if (!target.is(Kind::kIdentifier)) return {};
  for (Node node : comprehension.descendants())
    if (node.is(Kind::kIdentifier) && node.text() == target.text()) return {};
  return statement;
}

void write_loop(Context& cx, Node comprehension, Node statement, bool is_certain) {
  const Node assignment = comprehension.parent();
  const bool is_assigned = assignment.is(Kind::kAssignment);
  const std::string newline(newline_of(cx.text()));
  std::string indentation(indentation_of(statement));
  std::string lines;
  Holes holes;
  const auto hole = [&](HoleValue value) {
    const std::string name = "h" + std::to_string(holes.size());
    holes.emplace_back(name, std::move(value));
    return "$" + name;
  };
  const std::vector<Node> parts = comprehension.named_children();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i].is(Kind::kForInClause)) {
      lines += "for " + hole(parts[i].child(Field::kLeft)) + " in ";
      lines += hole(HoleValue(parts[i].child(Field::kRight), parts[i].last_child())) + ":";
    } else {
      lines += "if " + hole(parts[i].named_child(0)) + ":";
    }
    indentation += indentation_step(cx.tree());
    lines += newline + indentation;
  }
  const std::string item = hole(parts.front());
  ChangeBuilder change = cx.change(comprehension, "the variables of a list comprehension are its own in Python 3");
  for (Node part : parts) {
    const Node first = part.child(Field::kRight);
    if (!part.is(Kind::kForInClause) || first == part.last_child()) continue;
    change.replace(ByteRange{first.start(), part.last_child().end()}, "($*items)",
                   {{"items", HoleValue(first, part.last_child())}});
  }
  if (is_assigned) {
    const std::string target(assignment.child(Field::kLeft).text());
    change.insert_before(statement, target + " = []");
    change.replace(statement, lines + target + ".append(" + item + ")", holes);
  } else {
    change.replace(statement, lines + item, holes);
  }
  if (!is_certain) change.if_python2();
  change.apply();
}

bool can_bind_inside(Context& cx, Node comprehension) {
  constexpr int kAssignmentExpressions = 8;
  if (cx.keeps_python2() || cx.settings().target_minor < kAssignmentExpressions) return false;
  const ScopeKind kind = cx.names().scope_of(comprehension).kind;
  if (kind != ScopeKind::kModule && kind != ScopeKind::kFunction) return false;
  for (Node at = comprehension.parent(); at; at = at.parent())
    if (is_comprehension(at) || at.is(Kind::kLambda)) return false;
  return true;
}

// [x for x1 in xs if [x := x1]]: a list of one thing is true, whatever that is.
void bind_inside(Context& cx, Node comprehension, const std::vector<Leak>& leaks, bool is_certain) {
  ChangeBuilder change = cx.change(comprehension, "the variables of a list comprehension are its own in Python 3");
  for (Node part : comprehension.named_children()) {
    if (!part.is(Kind::kForInClause)) continue;
    std::string bound;
    for (const Leak& leak : leaks) {
      if (!leak.variable.is_within(part.child(Field::kLeft))) continue;
      const std::string name(leak.variable.text());
      const std::string other = cx.fresh_name(name);
      change.set_text(leak.variable, other);
      bound += (bound.empty() ? "" : ", ") + name + " := " + other;
    }
    if (!bound.empty()) change.set_text(ByteRange{part.end(), part.end()}, " if [" + bound + "]");
  }
  if (!is_certain) change.if_python2();
  change.apply();
}

// (lambda n: [n * x for x in range(3)])(n)
void hand_over(Context& cx, Node comprehension, bool is_certain) {
  std::set<std::string_view> names;
  for (Node name : names_of_class(cx, comprehension, true)) names.insert(name.text());
  std::string list;
  for (const std::string_view name : names) list += (list.empty() ? "" : ", ") + std::string(name);
  ChangeBuilder change =
      cx.change(comprehension, "in Python 3 comprehensions don't see the names of the class that they are in");
  change.replace(comprehension, "(lambda " + list + ": $list)(" + list + ")", {{"list", comprehension}});
  if (!is_certain) change.if_python2();
  change.apply();
}

// Names that another fixer changes wherever they are bound, or has changed.
bool is_reserved(std::string_view name) {
  static constexpr std::string_view kReserved[] = {"True",  "False", "None",  "nonlocal",
                                                   "async", "await", "print", "exec"};
  return is_one_of(kReserved, name.ends_with('_') ? name.substr(0, name.size() - 1) : name);
}

void visit(Context& cx, Node comprehension) {
  const std::vector<Node> members = names_of_class(cx, comprehension, false);
  const std::vector<Leak> leaks = leaks_of(cx, comprehension);
  if (members.empty() && leaks.empty()) return;
  const bool is_certain = is_python2_only(cx, members, leaks);
  if (const Node statement = whole_statement(comprehension))
    return write_loop(cx, comprehension, statement, is_certain);
  if (leaks.empty() && !comprehension.ancestor(Kind::kListComprehension))
    return hand_over(cx, comprehension, is_certain);
  if (members.empty() &&
      std::none_of(leaks.begin(), leaks.end(), [](const Leak& leak) { return is_reserved(leak.variable.text()); }) &&
      can_bind_inside(cx, comprehension))
    return bind_inside(cx, comprehension, leaks, is_certain);
  if (!is_certain && !cx.may_be_python2(comprehension)) return;
  for (Node name : members)
    cx.report(name, "in Python 3 comprehensions don't see the names of the class that they are in");
  for (const Leak& leak : leaks)
    cx.report(leak.use,
              "this is the last value of the list comprehension's variable in Python 2, and is not in Python 3");
}

}  // namespace

Fixer fix_comprehension_variables() {
  return {
      .name = "comprehension_variables",
      .doc =
          "Makes a list comprehension whose variable is read afterwards, or that reads names of the class whose body "
          "it "
          "is in, a loop; where it is a part of an expression, it binds the variable by an assignment expression, or "
          "is "
          "given the names.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#changed-syntax",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"for"},
      .examples = {{"ys = [x for x in xs]\nf(x)", "ys = []\nfor x in xs:\n    ys.append(x)\nf(x)"},
                   {"if any([x for x in xs]):\n    f(x)", "if any([x for x1 in xs if [x := x1]]):\n    f(x)"},
                   {"class C:\n    n = 2\n    ns = tuple([n * x for x in range(3)])",
                    "class C:\n    n = 2\n    ns = tuple((lambda n: [n * x for x in range(3)])(n))"}},
      .visits = {{{Kind::kListComprehension}, visit}},
  };
}

}  // namespace py3k::fixers
