// `except E, e:` became `except E as e:` (PEP 3110), with nothing but a name after `as`, and that name is deleted at
// the end of the clause. https://docs.python.org/3/reference/compound_stmts.html#except-clause
#include "engine/analysis/liveness.h"
#include "engine/fixer.h"
#include "engine/syntax/precedence.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

struct Parts {
  Node type;
  Node target;
  ByteRange link;  // from behind the type to behind the comma, or `as`
  bool has_as = false;
  bool is_bracketed = false;  // `as (e)`
};

// To the grammar, the `as` behind a lambda or `A if c else B` belongs to what comes last in it.
Node as_pattern(Node clause) {
  Node at = clause.named_child(0);
  while (at.is_any(Kind::kLambda, Kind::kConditionalExpression)) at = at.named_children().back();
  return at.is(Kind::kAsPattern) ? at : Node();
}

Parts parts_of(Node clause) {
  const Node comma = clause.child(Kind::kTokenComma);
  const Node pattern = as_pattern(clause);
  const Node first = pattern ? pattern.first_child() : comma.previous();
  const Node link = pattern ? pattern.child(Kind::kTokenAs) : comma;
  if (!link || !first) return {};
  Node target = link.next();
  if (target.is(Kind::kUnknown)) target = target.first_child();
  const Node written = target;
  while (target.is(Kind::kParenthesizedExpression) && target.named_child(0).is(Kind::kIdentifier) &&
         target.tree().comments_in(target.range()).empty())
    target = target.named_child(0);
  return {first, target, {first.end(), link.end()}, static_cast<bool>(pattern), target != written};
}

// Python 3 would take the name away from code that still reads it.
bool is_needed_later(Context& cx, Node clause, const Parts& parts) {
  const Binding* binding = cx.names().binding(parts.target);
  if (binding == nullptr) return false;
  // What `as` binds is no surprise, and what an earlier run has made of another name is not for anybody's locals().
  return parts.has_as ? is_read_by_name_after(cx.names(), clause, *binding)
                      : is_read_after(cx.names(), clause, *binding);
}

// By what everybody does.
bool names_exception(std::string_view name) {
  return name.ends_with("Error") || name.ends_with("Exception") || name == "KeyboardInterrupt" ||
         name == "SystemExit" || name == "StopIteration";
}

std::string message_for(bool is_name, bool keep) {
  if (keep)
    return "except E, e -> except E as e, with an assignment: e is read after the clause, which deletes it in Python 3";
  return is_name ? "except E, e -> except E as e"
                 : "except E, target -> except E as e, with an assignment to the target";
}

void visit(Context& cx, Node clause) {
  const Parts parts = parts_of(clause);
  if (!parts.target) return;
  const Node block = clause.child(Kind::kBlock);
  const Node colon = clause.child(Kind::kTokenColon);
  const bool is_name = parts.target.is(Kind::kIdentifier);
  const bool keep = is_name && is_needed_later(cx, clause, parts);
  if (parts.has_as && is_name && !parts.is_bracketed && !keep) return;

  // `except ValueError, TypeError:`
  if (!cx.settings().like_two_to_three && is_name && names_exception(parts.target.text()))
    cx.report(clause, "this catches " + std::string(parts.type.text()) + " only, and calls it " +
                          std::string(parts.target.text()) + ": where both were meant, write except (A, B)");

  ChangeBuilder change = cx.change(clause, message_for(is_name, keep));
  if (!parts.has_as) change.is_python2_syntax();
  if (is_name && !keep) {
    const bool plain = colon.previous().end() == parts.target.end();
    const bool tight =
        cx.text()[parts.link.end] != ' ' && cx.text()[parts.link.end] != '\t' && cx.text()[parts.link.end] != '\\';
    change.set_text(parts.link, tight ? " as " : " as");
    // The parentheses of `except E, (e):`
    if (!plain) change.set_text({parts.link.end, parts.target.start()}, tight ? "" : " ");
    if (!plain) change.set_text({parts.target.end(), colon.previous().end()}, "");
    change.apply();
    return;
  }
  // Any other target gets its value from a name that is used for nothing else. 2to3's asks to be changed by hand.
  const std::string& name = cx.scratch_name(cx.settings().like_two_to_three && !is_name ? "xxx_todo_changeme" : "exc");
  const bool unpacked = inside_parentheses(parts.target).is_any(Kind::kTuple, Kind::kList);
  change.set_text({parts.type.end(), colon.previous().end()}, " as " + name);
  change.insert_at_start(block, "$target = " + name + (unpacked ? ".args" : ""), {{"target", parts.target}});
  change.apply();
}

}  // namespace

Fixer fix_except() {
  return {
      .name = "except",
      .doc =
          "Replaces `except E, e` with `except E as e`. Where the name is read after the clause, which deletes it in "
          "Python 3, "
          "or where there is another target than a name, an assignment is put at the start of the suite.",
      .reference = "https://peps.python.org/pep-3110/",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .needs = Needs::kEvidence,
      .words = {"except"},
      .examples = {{"try: f()\nexcept IOError, e: pass", "try: f()\nexcept IOError as e: pass"},
                   {"try:\n    f()\nexcept IOError, (code, text):\n    report(code)",
                    "try:\n    f()\nexcept IOError as exc:\n    (code, text) = exc.args\n    report(code)"}},
      .visits = {{{Kind::kExceptClause}, visit}},
  };
}

}  // namespace py3k::fixers
